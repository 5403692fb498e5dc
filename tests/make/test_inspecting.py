"""Every problem at once: what cannot be read hides nothing of the rest, and accuses nothing of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief import BriefError
from brief.make import generate, inspect
from workspaces import EVENT, LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

UNSOURCED = ("was signed.\n    sources: [N1]", "was signed.\n    sources: []")
OTHER_DAY = ("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
GLOSSARY, PEOPLE = "glossary.yaml", "people.yaml"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def codes(shop: Workshop) -> list[str]:
    return sorted(problem.code for problem in inspect(briefs=shop.folder)[1])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (*UNSOURCED, "no-source"),
        ("was signed.\n    sources: [N1]", "was signed.\n    sources: [N9]", "reference"),
        ("act: agreed", "act: nodded", "choice"),
        ("occasion:", "occassion:", "unknown-key"),
        ("as_of: 2026-03-09", "as_of: 2026-03-09\nignore: [{code: overdue, at: S1}]", "missing"),
    ],
)
def test_what_cannot_be_read_hides_no_other_problem(shop: Workshop, old: str, new: str, code: str) -> None:
    shop.write(old, new)
    shop.write(*OTHER_DAY)
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert codes(shop) == sorted([code, "meeting-date", "overdue"])


def test_check_a_brief_and_its_draft_tell_the_same(shop: Workshop) -> None:
    shop.write(*UNSOURCED)
    shop.write(*OTHER_DAY)
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    drafted = generate("first-meeting", briefs=shop.folder, draft=True).problems
    assert [shop.row(problem) for problem in drafted] == shop.inspected()
    with pytest.raises(BriefError) as raised:
        generate("first-meeting", briefs=shop.folder)
    assert raised.value.problems == tuple(problem for problem in drafted if problem.severity == "error")
    assert [problem.code for problem in raised.value.problems] == ["meeting-date", "no-source"]


def test_no_rule_counts_what_could_not_be_read(shop: Workshop) -> None:
    areas = "".join(f"      - {{id: A{n}, number: {n}, text: Area., sources: [N1]}}\n" for n in (1, 2))
    shop.add(
        "agreements:\n  - id: accord\n    name: Accord\n    text: They signed on two areas.\n    sources: [N1]\n"
        f"    parties: [berg, castro]\n    date: 2026-03-05\n    areas_count: 2\n    areas:\n{areas}"
    )
    assert codes(shop) == []
    shop.write("{id: A1, number: 1, text: Area., sources: [N1]}", "{id: A1, number: 1, text: Area., sources: []}")
    assert codes(shop) == ["no-source"]


def test_no_source_is_unused_beside_a_claim_that_could_not_be_read(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    assert codes(shop) == ["unused-source"]
    shop.write("was signed.\n    sources: [N1]", "was signed.\n    sources: [N1, N3]")
    shop.write("    kind: invitation", "    kind: visit", LEDGER)
    assert codes(shop) == ["choice"]
    shop.write("    kind: visit", "    kind: invitation", LEDGER)
    shop.write("was signed.\n    sources: [N1, N3]", "was signed.\n    colour: [N1]\n    sources: [N3, N4]")
    assert codes(shop) == ["reference", "unknown-key"]


def test_an_ignore_of_what_could_not_be_read_is_not_told(shop: Workshop) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.add("ignore: [{code: overdue, at: ferry, reason: Known.}]\n", LEDGER)
    assert codes(shop) == []
    shop.write("id: ferry\n", "id: ferry\n    counterpart_s: 3\n    kind: no\n", LEDGER)
    assert not {"ignore", "unused-ignore"} & set(codes(shop))


def test_a_ledger_that_cannot_be_read_leaves_no_source_unused(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    (shop.folder / LEDGER).write_text("hello\n", encoding="utf-8")
    assert codes(shop) == ["shape"]


@pytest.mark.parametrize("file", [GLOSSARY, PEOPLE])
@pytest.mark.parametrize("text", [None, "hello\n", "a: [\n"])
def test_a_register_that_cannot_be_read_makes_no_abbreviation_unknown(
    shop: Workshop, file: str, text: str | None
) -> None:
    shop.write("No document was signed.", "No document of the ASEAN was signed.")
    assert codes(shop) == ["abbreviation"]
    if text is None:
        (shop.folder / file).unlink()
    else:
        (shop.folder / file).write_text(text, encoding="utf-8")
    assert not {"abbreviation", "first-use", "reference", "unused-source"} & set(codes(shop))
    assert len(codes(shop)) == 1


def test_a_follow_up_is_not_overdue_where_the_update_that_closed_it_could_not_be_read(shop: Workshop) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert codes(shop) == ["overdue"]
    text = (shop.folder / LEDGER).read_text(encoding="utf-8")
    (shop.folder / LEDGER).write_text(text.replace("sources: [N1]", "sources: []", 1), encoding="utf-8")
    assert codes(shop) == ["no-source"]


def test_what_stands_behind_an_alias_is_lost(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    shop.write("was signed.\n    sources: [N1]", "was signed.\n    sources: *same", EVENT)
    assert codes(shop) == ["alias"]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u200b"])
def test_a_character_that_is_refused_is_told_once_and_is_not_in_a_draft(shop: Workshop, character: str) -> None:
    shop.write("No document was signed.", f"No docu{character}ment was signed.")
    assert codes(shop) == ["character"]
    made = generate("first-meeting", formats=("text", "pdf"), briefs=shop.folder, draft=True)
    assert [problem.code for problem in made.problems] == ["character"]
    assert "No document was signed." in made.documents["text"].content.decode()


def test_a_replacement_character_of_the_data_themselves_is_told(shop: Workshop) -> None:
    shop.write("No document was signed.", "No docu\N{REPLACEMENT CHARACTER}ment was signed.")
    assert codes(shop) == ["glyph"]


@pytest.mark.parametrize("name", ["events.yaml", "event.yml"])
def test_a_folder_with_data_and_no_event_file_is_told(shop: Workshop, name: str) -> None:
    for other in ("sources", "pictures", ".git"):
        (shop.folder / other).mkdir()
    (shop.folder / ".git" / "event.yml").write_text("", encoding="utf-8")
    (shop.folder / "pictures" / "one.png").write_bytes(b"")
    assert codes(shop) == []
    (shop.folder / "second-meeting").mkdir()
    (shop.folder / "second-meeting" / name).write_text("title: Second\n", encoding="utf-8")
    (problem,) = inspect(briefs=shop.folder)[1]
    assert (problem.code, problem.severity) == ("no-event", "warning")
    assert problem.message == "the folder 'second-meeting' has no event.yaml"
    assert name in problem.hint
