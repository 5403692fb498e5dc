"""Word documents as LibreOffice lays them out: what no reading of their XML can show.

LibreOffice is not Word: what holds here is that styles, fields, links and faces do what they are there for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brief.render import render
from brief.render.docx import render as render_docx
from brief.style import read_style
from brief.template import find
from brief.tree import (
    Badge,
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from brief.walk import blocks, inline_text
from briefs_made import EVENTS, made
from judges import libreoffice
from judges.hearing import require
from judges.libreoffice import Pages, laid_out
from kinds_made import kind_made
from readers.docx_reader import W, part
from styles import sample_style

if TYPE_CHECKING:
    from brief.tree import Block, Entry

STYLE = replace(sample_style(), embed_faces=True)
NEAR = 6.0
"""Points by which two layouts of a first page may differ."""
VARIANTS = range(24, 33)
"""Lines that stand before a heading: some leave it no room for a line below it."""
ROWS = range(1, 41)


def said(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def kept() -> Document:
    """Headings at every height of the foot of a page, with notes below; long paragraphs; a long table."""
    notes = [Note(f"n{number}", said(f"note {number}")) for number, _ in enumerate(VARIANTS, 1)]
    story: list[Block] = []
    for number, lines in enumerate(VARIANTS, 1):
        story += [PageBreak(), *(Paragraph(said("filler")) for _ in range(lines))]
        story += [Heading(1, said(f"first {number}")), Heading(2, said(f"second {number}"))]
        story.append(Paragraph((*said("below " * 8), NoteRef(f"n{number}", number), *said(" below" * 60))))
    story.append(PageBreak())
    story += [Paragraph(said(f"alone{number} " * (11 * (2 + number % 4)))) for number in range(40)]
    words = "some words that go over several lines of a narrow column "
    rows = [
        Row(
            tuple(map(Cell, (said(f"row {n}"), said(f"opens {n} {words * (n % 4)}closes {n}")))),
        )
        for n in ROWS
    ]
    head = Row((Cell(said("Head")), Cell(said("What"))), head=True)
    table = Table((head, *rows), (Column(1), Column(1)))
    return Document(said("Kept"), (*story, PageBreak(), table), tuple(notes))


def dotted() -> Document:
    """Words of a status that come to stand at every place of a line."""
    before = ("Some words " + "o" * n for n in range(60, 100))
    return Document(said("Dots"), tuple(Paragraph((*said(f"{w} "), Badge("open", said("open")))) for w in before))


@pytest.fixture(scope="module")
def laid() -> dict[str, Pages]:
    """The documents on pages, made all at once."""
    require(libreoffice.lacking())
    files = {event: render("docx", made(event).document, STYLE).content for event in EVENTS}
    plain = render("docx", Document(said("Plain"), (Paragraph(said("words")),)), sample_style()).content
    return laid_out(
        {
            "plain": plain,
            **files,
            "kept": render("docx", kept(), STYLE).content,
            "dotted": render("docx", dotted(), STYLE).content,
        }
    )


def entries(event: str) -> tuple[Entry, ...]:
    (contents,) = (block for block in blocks(made(event).document.children) if isinstance(block, Contents))
    return contents.children


def pages_of(event: str, pages: Pages) -> dict[str, int]:
    """Where LibreOffice sets what the contents name, after the contents themselves."""
    found = {}
    listed = pages.page_of("Contents")
    for entry in entries(event):
        words = inline_text(entry.children)
        here = [line for line in pages.lines[listed - 1] if line.begins(words)]
        after = (
            n for n in range(listed + 1, len(pages.pages) + 1) if any(line.says(words) for line in pages.lines[n - 1])
        )
        found[entry.target] = listed if len(here) > 1 else next(after)
    return found


def test_faces_that_a_document_brings_along_are_used_and_no_others_are_needed(laid: dict[str, Pages]) -> None:
    assert not [face for face in laid["plain"].faces() if face.startswith("Source")]
    for event in EVENTS:
        assert {"SourceSerifPro-Regular", "SourceSansPro-Regular", "SourceSansPro-Semibold"} <= laid[event].faces()


@pytest.mark.parametrize("event", EVENTS)
def test_every_entry_of_the_contents_leads_to_its_heading(event: str, laid: dict[str, Pages]) -> None:
    pages = laid[event]
    listed, where = pages.page_of("Contents"), pages_of(event, pages)
    assert len(entries(event)) > 5
    for entry in entries(event):
        words = inline_text(entry.children)
        at = pages.line(listed, words).base
        (leap,) = (leap for leap in pages.leaps(listed) if leap.upper < at < leap.lower)
        assert leap.page == where[entry.target]
        assert any(line.says(words) for line in pages.lines[leap.page - 1] if -5 < line.base - leap.target < 40)


@pytest.mark.parametrize("event", EVENTS)
def test_a_brief_shows_no_page_numbers_that_were_guessed(event: str) -> None:
    """The pages of the PDF are no guide: lines of Word break elsewhere, so its contents go without numbers."""
    body = part(made(event).documents["docx"].content, "word/document.xml")
    assert [i.text.split()[0] for i in body.iter(f"{W}instrText") if i.text and "REF" not in i.text] == ["TOC"]
    assert not [i for i in body.iter(f"{W}instrText") if i.text and "PAGEREF" in i.text]


def test_page_numbers_that_are_known_stand_in_the_contents_and_are_those_of_the_layout(laid: dict[str, Pages]) -> None:
    event = EVENTS[0]
    known = pages_of(event, laid[event])
    numbered = laid_out({event: render_docx(made(event).document, STYLE, pages=known).content})[event]
    assert pages_of(event, numbered) == known
    listed = numbered.page_of("Contents")
    shown = {e.target: numbered.line(listed, inline_text(e.children)).words.split()[-1] for e in entries(event)}
    assert shown == {target: str(page) for target, page in known.items()}


@pytest.mark.parametrize("event", EVENTS)
def test_page_one_stands_as_it_stands_in_the_pdf(event: str, laid: dict[str, Pages]) -> None:
    document, printed = made(event).document, Pages(made(event).documents["pdf"].content)
    (header,) = (block for block in document.children if isinstance(block, Facts) and block.kind == "header")
    titles = [inline_text(block.title) for block in document.children if isinstance(block, Callout)]
    terms = [inline_text(fact.term) for fact in header.children[::4]]
    seen = [" ".join(inline_text(document.title).split()[:3]), *terms, *titles]
    assert len(seen) == 5
    for words in seen:
        assert laid[event].line(1, words).base == pytest.approx(printed.line(1, words).base, abs=NEAR)


def test_no_heading_stands_at_the_foot_of_a_page(laid: dict[str, Pages]) -> None:
    pages = laid["kept"]
    turned = 0
    for number, _ in enumerate(VARIANTS, 1):
        page = pages.page_of(f"first {number}")
        lines = [line for line in pages.lines[page - 1] if not line.words.isdigit()]  # marks of notes stand higher
        first = lines.index(pages.line(page, f"first {number}"))
        after = zip((f"second {number}", "below", "below"), lines[first + 1 :], strict=False)
        assert [line.begins(words) for words, line in after] == [True] * 3
        turned += first == 0
    assert 0 < turned < len(VARIANTS)


def test_no_line_of_a_paragraph_stands_alone_on_a_page(laid: dict[str, Pages]) -> None:
    parts = [
        len([line for line in page if line.words.startswith(f"alone{number} ")])
        for number in range(40)
        for page in laid["kept"].lines
    ]
    assert 1 not in parts
    assert len([part for part in parts if part]) > 42


def test_no_line_parts_the_dot_of_a_status_from_its_word(laid: dict[str, Pages]) -> None:
    lines = [line.words.strip() for page in laid["dotted"].lines for line in page]
    assert not [line for line in lines if line.endswith("\N{BLACK CIRCLE}")]
    assert [line for line in lines if line.startswith("\N{BLACK CIRCLE}")]


def test_no_row_is_split_and_the_head_stands_on_every_page_of_a_table(laid: dict[str, Pages]) -> None:
    on = []
    for lines in laid["kept"].lines:
        words = " ".join(line.words for line in lines)
        opened, closed = (re.findall(rf"{word} (\d+)", words) for word in ("opens", "closes"))
        assert opened == closed
        if opened:
            assert lines[0].words == "Head What"
            on.append([int(number) for number in opened])
    assert [number for page in on for number in page] == list(ROWS)
    assert len(on) > 2


@pytest.mark.parametrize("template", ["one-page", "readout"])
def test_a_page_for_a_minister_or_the_press_is_one_page_in_word_too(template: str) -> None:
    require(libreoffice.lacking())
    found, _ = find(template)
    assert found is not None
    style, _ = read_style(*found.folders)
    assert style is not None
    style = replace(style, embed_faces=True)
    pages = laid_out({event: render("docx", kind_made(template, event).document, style).content for event in EVENTS})
    assert {event: len(one.pages) for event, one in pages.items()} == dict.fromkeys(EVENTS, 1)
