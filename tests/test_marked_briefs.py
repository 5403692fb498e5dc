"""Briefs whose portions are marked: no format and no template leaves a mark out."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING, Any

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.event import claims, load
from brief.make import generate
from brief.place import Words
from brief.walk import figures, words
from briefs_made import EVENTS, made
from briefs_marked import EVENT, MARKS, SAMPLE, TEMPLATE, Kind, change, marked, ministry, workspace
from readers.docx_reader import W, part, read_docx
from readers.html_reader import parse_html, read_html
from readers.pdf_reader import drawn, read_pdf

if TYPE_CHECKING:
    from pathlib import Path

KINDS: tuple[Kind, ...] = ("tlp", "ministry")
SIGNS = {"tlp": ("(GREEN)", "(AMBER)", "(AMBER+STRICT)"), "ministry": ("(I)", "(OUO)", "(LD)")}
LOWEST = {"tlp": "(CLEAR)", "ministry": "(P)"}
TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def told(kind: Kind) -> str:
    return " ".join(words(marked(kind).document))


@pytest.mark.parametrize("kind", KINDS)
def test_the_mark_of_a_portion_stands_before_it(kind: Kind) -> None:
    low, middle, high = SIGNS[kind]
    for portion in (
        f"{middle} Ferry. Both ministers want",
        f"Date {low} 5 March 2026",
        f"{low} A joint statement was read out.",
        f"{high} Ferry arrangement {high} The ferry arrangement is not public.",
        f"{high} One crossing a day.",
        f"{low} Fares are published.",
        f"1 {high} Piers ^12 {high} 부두 {high} Two piers.",
        f"{middle} Day of the first crossing Northland MFA: {middle} Before October.",
        f"Harbour News: {middle} In spring. ^16 {middle} The first day is open.",
        f"{low} A letter {low} A letter was received.",
    ):
        assert portion in told(kind), portion


@pytest.mark.parametrize("kind", KINDS)
def test_an_unmarked_portion_says_what_it_counts_as_only_behind_a_marked_one(kind: Kind) -> None:
    assert re.search(rf"read out\. \^\d+ {re.escape(LOWEST[kind])} A dinner was held\.", told(kind))
    assert told(kind).count(LOWEST[kind]) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_words_that_every_format_says(kind: Kind) -> None:
    brief = marked(kind)
    expected = words(brief.document)
    assert read_docx(brief.documents["docx"].content).words == expected
    assert read_pdf(brief.documents["pdf"].content).words == expected
    assert read_html(brief.documents["html"].content).words == expected
    text = brief.documents["text"].content.decode()
    assert all(sign in text for sign in SIGNS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_drawn_and_told_in_the_timeline(kind: Kind) -> None:
    _, middle, high = SIGNS[kind]
    brief = marked(kind)
    (alt,) = [alt.replace("\u00a0", " ") for alt in figures(brief.document) if "Talks" in alt]
    assert f"1 May 2019: {middle} The ferry was closed." in alt
    assert "Talks were begun." in alt
    assert f"{high} The ferry arrangement is not public." in alt
    html = brief.documents["html"].content.decode()
    assert f">{middle} Ferry closed</text>" in html


@pytest.mark.parametrize("kind", KINDS)
def test_the_highest_portion_stands_at_the_top_and_bottom_of_every_page(kind: Kind) -> None:
    brief, banner = marked(kind), MARKS[kind][-1]
    assert brief.document.marking == banner
    pages = drawn(brief.documents["pdf"].content)
    assert len(pages) > 2
    assert all(artifacts.count(banner) == 2 for _, artifacts in pages)
    document = brief.documents["docx"].content
    for name in ("header1", "header2", "footer1", "footer2"):
        assert banner in "".join(part(document, f"word/{name}.xml").itertext())
    assert f"Marking {banner} To" in told(kind)
    assert f'marking="{banner}"' in brief.documents["text"].content.decode().splitlines()[0]
    page = parse_html(brief.documents["html"].content)
    assert [each.text for each in page.all("strong") if "marking" in each.attributes.get("class", "")] == [banner] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_marking_is_in_the_properties_of_every_file(kind: Kind) -> None:
    brief, banner = marked(kind), MARKS[kind][-1]
    core = docx.Document(io.BytesIO(brief.documents["docx"].content)).core_properties
    assert (core.category, core.keywords) == (banner, banner)
    assert "".join(part(brief.documents["docx"].content, "docProps/custom.xml").itertext()) == banner
    reader: Any = pypdf.PdfReader(io.BytesIO(brief.documents["pdf"].content))
    assert reader.metadata["/Keywords"] == reader.xmp_metadata.pdf_keywords == banner
    assert reader.xmp_metadata.dc_rights["x-default"].startswith(f"{banner} (")
    html = brief.documents["html"].content.decode()
    assert f'<meta name="keywords" content="{banner}">' in html
    assert f'<meta name="dcterms.rights" content="{banner} (' in html


def test_a_label_has_the_look_that_its_scheme_gives_it() -> None:
    styles = part(marked("ministry").documents["docx"].content, "word/styles.xml")
    (marking,) = [style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Marking"]
    fills = [shade.get(f"{W}fill") for shade in marking.iter(f"{W}shd")]
    assert fills == ["9B2226"]


@pytest.mark.parametrize("event", EVENTS)
def test_the_briefs_of_the_project_are_public_throughout(event: str) -> None:
    said = " ".join(words(made(event).document))
    assert made(event).document.marking == "TLP:CLEAR"
    assert not re.search(r"\((CLEAR|GREEN|AMBER|AMBER\+STRICT|RED)\)", said)


def template(folder: Path, body: str) -> Path:
    """A template of one file that prints what it likes, and says nothing of markings."""
    own = folder / "own"
    own.mkdir()
    (own / "brief.md.j2").write_text(f"::: document\n- title: T\n:::\n\n{body}\n", encoding="utf-8")
    return own


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ event.agreements[0].text }}", "(AMBER+STRICT) The ferry arrangement is not public."),
        ("{{ event.agreements[0].name|upper }}", "(AMBER+STRICT) FERRY ARRANGEMENT"),
        ("{% for c in event.outcomes if c.quote %}{{ c.quote.text }}{% endfor %}", "(GREEN) The ferry will sail"),
        (
            "{{ event.outcomes|map(attribute='text')|join(' ') }}",
            "(CLEAR) No document was signed. (GREEN) A joint statement was read out. (CLEAR) A dinner was held.",
        ),
        ("{{ event.agreements[0].name|lower }}", "(AMBER+STRICT) ferry arrangement"),
        ("{% for c in event.agreements[:1] %}{{ c.text|capitalize }}{% endfor %}", "(AMBER+STRICT) The ferry"),
        ("{% for x in event.key_points if x.lead %}{{ x.lead }} {% endfor %}", "(AMBER) Ferry."),
        ("{{ event.discrepancies[0].accounts[1].text }}", "(AMBER) In spring."),
        ("{{ event.reactions[0].title }}", "(GREEN) A letter"),
        ("{% for s in follow_ups.all %}\n- {{ s.follow_up.what }}\n{% endfor %}", "(RED) Reopen the coastal ferry"),
        ("{{ marking }}", "TLP:RED"),
    ],
)
def test_no_template_can_leave_a_mark_out(tmp_path: Path, body: str, said: str) -> None:
    briefs = workspace(tmp_path)
    change(briefs / "follow-ups.yaml", "  - id: ferry\n", "  - id: ferry\n    marking: TLP:RED\n")
    own = template(tmp_path, body)
    brief = generate("first-meeting", formats="text", template=own, briefs=briefs)
    assert said in " ".join(words(brief.document))
    assert brief.document.marking == "TLP:RED"


def test_without_any_marking_the_document_bears_the_lowest(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    change(tmp_path / "briefs" / EVENT, "  marking: TLP:CLEAR\n", "")
    for look, lowest in ((TEMPLATE, "TLP:CLEAR"), (ministry(tmp_path), "PUBLIC")):
        brief = generate("first-meeting", formats="text", template=look, briefs=tmp_path / "briefs")
        assert brief.document.marking == lowest


def test_a_document_may_be_marked_higher_than_its_portions(tmp_path: Path) -> None:
    brief = generate("first-meeting", formats="text", briefs=workspace(tmp_path, document="TLP:RED"))
    assert brief.document.marking == "TLP:RED"
    assert "(GREEN) A joint statement was read out. ^9 (RED) A dinner was held." in " ".join(words(brief.document))


def test_a_day_on_which_a_marked_step_was_taken_is_drawn_behind_its_mark(tmp_path: Path) -> None:
    briefs = workspace(tmp_path)
    later = "      - {id: later, date: 2026-03-08, status: moving, text: Later., marking: TLP:RED, sources: [N2]}\n"
    change(briefs / "follow-ups.yaml", "  - id: visit\n", f"{later}  - id: visit\n")
    brief = generate("first-meeting", formats="text", briefs=briefs)
    assert any("8\u00a0Mar\u00a02026: (RED) " in alt for alt in figures(brief.document))


@settings(max_examples=20)
@given(data=st.data())
def test_the_banner_is_the_highest_of_all_portions(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("highest") / "briefs"
    shutil.copytree(SAMPLE, folder)
    change(folder / EVENT, "  marking: TLP:CLEAR\n", "")
    dossier = load(folder, "first-meeting")
    ids = [claim.id for claim in claims((dossier.event, dossier.ledger)) if isinstance(claim.id, Words)]
    chosen = data.draw(st.dictionaries(st.sampled_from(ids), st.sampled_from(TLP), max_size=4))
    for name, mark in chosen.items():
        path = folder / ("follow-ups.yaml" if name in ("ferry-1", "visit-1") else EVENT)
        text = path.read_text(encoding="utf-8")
        found = re.search(rf"^( *)(- )?id: {name}$", text, re.MULTILINE)
        assert found
        indent = " " * (len(found[1]) + len(found[2] or ""))
        path.write_text(text.replace(found[0], f"{found[0]}\n{indent}marking: {mark}", 1), encoding="utf-8")
    brief = generate("first-meeting", formats="text", briefs=folder)
    assert brief.document.marking == max(chosen.values(), key=TLP.index, default="TLP:CLEAR")
    said = words(brief.document)
    assert all(f"({mark.removeprefix('TLP:')})" in said for mark in chosen.values() if mark != "TLP:CLEAR")
