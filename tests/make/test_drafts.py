"""Drafts: made whatever is wrong with the data, and marked as drafts on every page of every format."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

import brief
from brief import BriefError
from brief.cli import run
from brief.walk import words
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from workspaces import LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from brief.make import Brief

SIGNED = "No document was signed."


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.chdir(tmp_path)
    return Workshop(tmp_path / "briefs")


def drafted(shop: Workshop) -> Brief:
    return brief.generate("first-meeting", formats=("docx", "pdf", "html", "text"), briefs=shop.folder, draft=True)


def heads(made: Brief) -> dict[str, list[str]]:
    """What stands in the head of each page, or of each kind of page, by format."""
    documents = {kind: one.content for kind, one in made.documents.items()}
    with zipfile.ZipFile(BytesIO(documents["docx"])) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "header" in name]
    html = documents["html"].decode()
    return {
        "pdf": [page.extract_text() for page in pypdf.PdfReader(BytesIO(documents["pdf"])).pages],
        "docx": [re.sub("<[^>]+>", "", header) for header in headers],
        "html": [
            html[html.index("<header") : html.index("</header>")],
            html[html.index("@top-left") :].split(";")[0].replace("\\3a ", ":"),
        ],
        "text": [documents["text"].decode()],
    }


def test_a_draft_says_so_with_the_number_of_its_problems_in_the_head_of_every_page_of_every_format(
    shop: Workshop,
) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    made = drafted(shop)
    found = heads(made)
    assert len(found["pdf"]) == made.documents["pdf"].page_count
    assert len(found["pdf"]) > 1
    assert len(found["docx"]) == 2
    for kind, each in found.items():
        for head in each:
            assert "DRAFT: 2 problems" in head, (kind, head)


def test_one_problem_is_one_and_none_is_none(shop: Workshop) -> None:
    assert "DRAFT: 0 problems" in heads(drafted(shop))["pdf"][0]
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    assert re.search(r"DRAFT: 1 problem\b(?!s)", heads(drafted(shop))["pdf"][0])


def test_a_draft_counts_the_same_problems_whatever_formats_are_made(shop: Workshop) -> None:
    shop.write("No timetable is set.", "No timetable is set. " * 40)
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    said = {
        brief.generate("first-meeting", formats=formats, briefs=shop.folder, draft=True).document.running.draft
        for formats in ("docx", "pdf", ("docx", "pdf"))
    }
    assert said == {"DRAFT: 1 problem"}


def test_notes_are_no_problems_and_neither_is_what_is_ignored(shop: Workshop) -> None:
    shop.write("    date: 2026-03-06\n", "", SOURCES)
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.add("ignore: [{code: overdue, at: ferry, reason: Known.}]\n", LEDGER)
    made = drafted(shop)
    assert made.document.running.draft == "DRAFT: 0 problems"
    assert [problem.code for problem in made.problems] == ["undated-source"]


def test_a_brief_that_is_no_draft_says_nothing_of_drafts(shop: Workshop) -> None:
    made = brief.generate("first-meeting", formats=("docx", "pdf", "html", "text"), briefs=shop.folder)
    for each in heads(made).values():
        assert not any("DRAFT" in head for head in each)


def test_a_claim_that_cannot_be_read_is_left_out_of_a_draft_and_told(shop: Workshop) -> None:
    shop.write(f"text: {SIGNED}\n    sources: [N1]", f"text: {SIGNED}\n    sources: []")
    with pytest.raises(BriefError):
        brief.generate("first-meeting", formats="text", briefs=shop.folder)
    made = drafted(shop)
    assert [(problem.code, problem.severity) for problem in made.problems] == [("no-source", "error")]
    assert SIGNED not in words(made.document)
    assert "Minister Berg invited her colleague to Northland." in " ".join(words(made.document))


@pytest.mark.parametrize(
    ("file", "old", "new", "lost"),
    [
        ("first-meeting/event.yaml", "act: agreed", "act: nodded", "named the harbour of Southport as the terminal"),
        ("first-meeting/event.yaml", "speakers: [castro]", "speakers: [castr]", "named the harbour of Southport"),
        ("first-meeting/event.yaml", "    kind: fact\n", "    kind: fcat\n", "No document was signed"),
        (LEDGER, "kind: invitation", "kind: visit", "Visit of Minister Castro to Northland"),
        (SOURCES, "date: 2026-03-06", "date: 2026-13-06", "Harbour News"),
    ],
)
def test_a_draft_holds_all_but_what_has_the_fault(shop: Workshop, file: str, old: str, new: str, lost: str) -> None:
    shop.write(f"text: {SIGNED}\n", f"text: {SIGNED}\n    kind: fact\n")
    assert lost in " ".join(words(drafted(shop).document))
    shop.write(old, new, file)
    made = drafted(shop)
    assert lost not in " ".join(words(made.document))
    assert [problem.severity for problem in made.problems] == ["error"] * len(made.problems)
    assert made.problems


def test_a_field_under_another_name_does_not_keep_a_draft_from_being_made(shop: Workshop) -> None:
    shop.write("occasion:", "occassion:")
    shop.write("    act: invited\n", "    act: invited\n    colour: blue\n")
    assert [problem.code for problem in drafted(shop).problems] == ["unknown-key", "unknown-key"]


def test_every_format_of_a_draft_says_the_same(shop: Workshop) -> None:
    shop.write(f"text: {SIGNED}\n    sources: [N1]", f"text: {SIGNED}\n    sources: []")
    made = drafted(shop)
    expected = words(made.document)
    assert read_docx(made.documents["docx"].content).words == expected
    assert read_pdf(made.documents["pdf"].content).words == expected
    assert read_html(made.documents["html"].content).words == expected


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("as_of: 2026-03-09", "as_of: soon", "its title, a date"),
        ("title: Northland and", "title: TODO\nsubtitel: Northland and", "its title, a date"),
        ("text: Southport, Southland\n    sources: [N1]", "text: Here\n    sources: []", "its title, a date"),
        ("marking: TLP:CLEAR", "marking: TLP:CLER", "a marking is unknown"),
        ("as_of: 2026-03-09", "as_of: 2026-03-04", "what every brief has was not known"),
    ],
)
def test_without_an_event_or_a_marking_there_is_no_draft_and_it_is_said_why(
    shop: Workshop, old: str, new: str, why: str
) -> None:
    shop.write(old, new)
    with pytest.raises(BriefError) as raised:
        drafted(shop)
    assert [why in problem.message for problem in raised.value.problems if problem.code == "no-draft"] == [True]
    with pytest.raises(BriefError) as raised:
        brief.generate("first-meeting", briefs=shop.folder)
    assert "no-draft" not in [problem.code for problem in raised.value.problems]


def test_where_there_is_no_such_event_nothing_is_said_of_a_draft(shop: Workshop) -> None:
    with pytest.raises(BriefError) as raised:
        brief.generate("other", briefs=shop.folder, draft=True)
    assert [problem.code for problem in raised.value.problems] == ["unknown-event"]


def test_the_command_tells_what_is_wrong_and_writes_the_draft(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.write(f"text: {SIGNED}\n    sources: [N1]", f"text: {SIGNED}\n    sources: []")
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert run(["generate", "--event", "first-meeting", "--draft"]) == 0
    out, told = capsys.readouterr()
    assert "error[no-source]" in told
    assert "warning[overdue]" in told
    assert told.endswith("first-meeting: a draft with 1 error, 1 warning\n")
    assert [line.split()[0] for line in out.splitlines()] == ["out/first-meeting.docx", "out/first-meeting.pdf"]


def test_without_draft_warnings_are_counted_and_errors_stop(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert run(["generate", "--event", "first-meeting"]) == 0
    assert capsys.readouterr().err == "1 warning; see brief check --event first-meeting\n"
    assert run(["generate", "--event", "first-meeting", "--template", "readout", "--lang", "en"]) == 0
    assert capsys.readouterr().err == "1 warning; see brief check --event first-meeting --template readout --lang en\n"
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    assert run(["generate", "--event", "first-meeting"]) == 1
    assert "error[meeting-date]" in capsys.readouterr().err


def test_where_the_look_of_a_template_cannot_be_read_the_data_are_not_blamed_for_it(shop: Workshop) -> None:
    mine = shop.folder.parent / "mine"
    mine.mkdir()
    (mine / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    (mine / "style.toml").write_text("[page\n", encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate("first-meeting", template=mine, briefs=shop.folder, draft=True)
    assert [problem.code for problem in raised.value.problems] == ["toml"]
