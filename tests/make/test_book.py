"""A briefing book: several briefs in one document, with one list of contents and one list of sources."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

import brief
from books_made import book_made
from brief import BriefError
from brief.cli import run
from brief.tree import (
    Badge,
    Break,
    Contents,
    Document,
    Emphasis,
    Facts,
    Heading,
    Link,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
)
from brief.walk import blocks, headings, inline_text, inlines, phrases, phrases_in
from briefs_made import BRIEFS, EVENTS, ROOT, made
from kinds_made import KINDS, kind_made
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from readers.reading import Reading, reading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from brief.make import Brief
    from brief.render import Format
    from brief.tree import Block, Inline

READERS: dict[Format, Callable[[bytes], Reading]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}
SAMPLE = ROOT / "src" / "brief" / "sample"
FIRST, SECOND = "first-meeting", "second-meeting"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two events, the second like the first."""
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    shutil.copytree(tmp_path / "briefs" / FIRST, tmp_path / "briefs" / SECOND)
    return tmp_path / "briefs"


def spoil(folder: Path, event: str, old: str, new: str) -> None:
    path = folder / event / "event.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def bound(folder: Path, **wishes: object) -> Brief:
    return brief.generate_book([FIRST, SECOND], **{"formats": "text", "briefs": folder} | wishes)  # type: ignore[arg-type]


def parts(document: Document) -> list[list[Block]]:
    """The blocks of each part, its title first."""
    found: list[list[Block]] = []
    for block in document.children:
        if isinstance(block, Heading) and block.level == 1:
            found.append([])
        if found:
            found[-1].append(block)
    return [part for part in found if isinstance(part[0], Heading) and part[0].kind == "part"]


def is_register(block: Block) -> bool:
    """Whether it is a list that a book has once for all its parts."""
    return isinstance(block, Contents) or (
        isinstance(block, List | Facts) and block.kind in ("source", "abbreviations")
    )


def lists_sources(document: Document) -> bool:
    return any(isinstance(block, List) and block.kind == "source" for block in document.children)


def told(phrase: Iterable[Inline], document: Document) -> Iterator[str]:
    """What a phrase says, each note in the place of its mark, each source by its id and not by its number."""
    for child in phrase:
        match child:
            case NoteRef():
                (note,) = (one for one in document.notes if one.id == child.note)
                yield from ("{", *told(note.children, document), "}")
            case Link() if child.target.startswith("#source-"):
                yield f" {child.target}"
            case Strong() | Emphasis() | Badge() | Link():
                yield from told(child.children, document)
            case Break():
                yield " "
            case _:
                yield child.text


def said(children: Iterable[Block], document: Document) -> list[str]:
    """All that blocks say, one string for each paragraph, heading, cell, term or value.

    A list that a book has once is left out, and so is a heading with what leads to such a list.
    """
    sections: list[list[Block]] = [[]]
    for block in children:
        if isinstance(block, Heading):
            sections.append([])
        sections[-1].append(block)
    kept = [
        block
        for section in sections
        if not any(is_register(block) and not isinstance(block, Contents) for block in section)
        for block in section
        if not is_register(block)
    ]
    every = (" ".join("".join(told(phrase, document)).split()) for phrase in phrases_in(kept))
    return [text for text in every if text]


@pytest.mark.parametrize("kind", sorted(READERS))
@pytest.mark.parametrize("template", ["policy-brief", "report-ko", *KINDS])
def test_a_book_of_any_kind_says_the_same_in_every_format(template: str, kind: Format) -> None:
    book = book_made(template)
    assert [problem for problem in book.problems if problem.severity != "note"] == []
    assert READERS[kind](book.documents[kind].content) == reading_of(book.document)


@pytest.mark.parametrize("template", ["policy-brief", "report-ko", *KINDS])
def test_a_part_says_every_word_of_its_brief_in_order_and_no_other(template: str) -> None:
    document = book_made(template).document
    language = "ko" if template == "report-ko" else "en"
    for event, part in zip(EVENTS, parts(document), strict=True):
        alone = kind_made(template, event, language).document
        fronted = [Paragraph(alone.title), Paragraph(alone.subtitle), *alone.children]
        of_brief, of_part = said(fronted, alone), said(part, document)
        if not lists_sources(alone):  # and a book always does
            of_part = [re.sub(r" #source-\w+", "", text) for text in of_part]
        assert len(of_brief) >= 8  # the shortest is a readout: title, subtitle, lead, a heading, four topics
        assert of_part == of_brief


def test_a_book_is_of_its_events_and_has_them_in_their_order() -> None:
    assert book_made().events == ("seoul-2023", "vilnius-2023")
    turned = brief.generate_book(EVENTS[::-1], formats="text", briefs=BRIEFS)
    assert turned.events == ("vilnius-2023", "seoul-2023")
    assert [inline_text(part[0].children) for part in parts(turned.document) if isinstance(part[0], Heading)] == [
        inline_text(made(event).document.title) for event in EVENTS[::-1]
    ]


def test_a_book_has_one_list_of_contents_one_of_sources_and_one_of_abbreviations() -> None:
    found = list(blocks(book_made().document.children))
    assert sum(isinstance(block, Contents) for block in found) == 1
    assert sum(isinstance(block, List) and block.kind == "source" for block in found) == 1
    assert sum(isinstance(block, Facts) and block.kind == "abbreviations" for block in found) == 1
    sources = next(block for block in found if isinstance(block, List) and block.kind == "source")
    cited = {item.id for item in sources.children}
    for event in EVENTS:
        own = next(block for block in blocks(made(event).document.children) if isinstance(block, List)
                   and block.kind == "source")  # fmt: skip
        assert {item.id for item in own.children} <= cited


def test_the_contents_of_a_book_list_its_parts_and_their_sections() -> None:
    contents = next(block for block in blocks(book_made().document.children) if isinstance(block, Contents))
    listed = [(entry.level, inline_text(entry.children).replace("\N{EM SPACE}", " ")) for entry in contents.children]
    assert listed[:2] == [(1, "Part 1 Korea asks NATO to conclude their partnership programme"), (2, "1.1 The meeting")]
    assert (2, "2.4 Areas of the programme") in listed
    assert listed[-2:] == [(1, "Annex A Sources"), (1, "Abbreviations")]


def test_notes_of_a_book_are_counted_through_and_each_is_cited() -> None:
    document = book_made().document
    marks = [node for phrase in phrases(document) for node in inlines(phrase) if isinstance(node, NoteRef)]
    assert sorted({mark.number for mark in marks}) == list(range(1, len(document.notes) + 1))


def test_ids_of_a_book_are_each_there_once() -> None:
    ids = [heading.id for heading in headings(book_made().document)]
    assert len(ids) == len(set(ids))
    assert len(ids) > len(EVENTS)
    assert all(ids)


def test_a_book_in_korean_counts_its_parts_in_korean() -> None:
    book = book_made("policy-brief", "ko")
    assert [heading.number for heading in headings(book.document) if heading.kind == "part"] == ["제1부", "제2부"]
    for kind, read in READERS.items():
        assert read(book.documents[kind].content) == reading_of(book.document)


def test_the_same_book_has_the_same_bytes() -> None:
    again = brief.generate_book(EVENTS, briefs=BRIEFS)
    assert list(again.documents) == ["docx", "pdf"]
    assert all(again.documents[kind].content == book_made().documents[kind].content for kind in again.documents)


def test_a_book_bears_the_highest_marking_of_its_briefs(folder: Path) -> None:
    assert bound(folder).document.marking == "TLP:CLEAR"
    spoil(folder, SECOND, "marking: TLP:CLEAR", "marking: TLP:AMBER")
    assert bound(folder).document.marking == "TLP:AMBER"


def test_a_book_marked_above_the_lowest_is_made_in_every_format(folder: Path) -> None:
    spoil(folder, SECOND, "marking: TLP:CLEAR", "marking: TLP:AMBER")
    book = bound(folder, formats=("docx", "pdf", "html", "text"))
    for kind, read in READERS.items():
        assert read(book.documents[kind].content) == reading_of(book.document)


def test_a_book_is_as_of_the_latest_of_its_briefs_or_of_the_day_that_is_named(folder: Path) -> None:
    spoil(folder, FIRST, "2026-03-09\n\nheader", "2026-03-08\n\nheader")
    assert str(bound(folder).as_of) == "2026-03-09"
    assert str(bound(folder, as_of="2026-05-02").as_of) == "2026-05-02"


@pytest.mark.parametrize("later", [FIRST, SECOND])
def test_the_date_of_a_book_is_the_latest_of_its_briefs(folder: Path, later: str) -> None:
    spoil(folder, later, "  date: 2026-03-09\n  # Every", "  date: 2026-03-10\n  # Every")
    assert bound(folder).document.date == "2026-03-10"


def test_a_short_book_has_contents_and_no_page_broken_for_those_of_its_briefs(folder: Path) -> None:
    found = [block for block in bound(folder).document.children if isinstance(block, Contents | PageBreak)]
    assert [type(block) for block in found] == [Contents, PageBreak, PageBreak, PageBreak]  # two parts, the sources


def test_options_of_the_template_hold_in_each_part(folder: Path) -> None:
    def told(**settings: str) -> list[int]:
        book = bound(folder, template="one-page", settings=settings).document
        return [len(said(part, book)) for part in parts(book)]

    usual, fewer = told(), told(follow_ups="0")
    assert len(usual) == len(fewer) == 2
    assert all(less < more for less, more in zip(fewer, usual, strict=True))


def test_a_text_without_words_in_the_language_of_a_book_is_told_of_each_event(folder: Path) -> None:
    with pytest.raises(BriefError) as raised:
        bound(folder, language="ko")
    assert {problem.code for problem in raised.value.problems} == {"translation"}
    assert {FIRST, SECOND} <= {p.place.file.split("/")[-2] for p in raised.value.problems if p.place}


def test_a_book_tells_the_problems_of_all_its_events_at_once(folder: Path) -> None:
    spoil(folder, FIRST, "occasion:", "occassion:")
    spoil(folder, SECOND, "as_of:", "as_off:")
    with pytest.raises(BriefError) as raised:
        bound(folder)
    assert {p.place.file.split("/")[-2] for p in raised.value.problems if p.place} == {FIRST, SECOND}


def test_a_draft_of_a_book_says_on_every_page_that_it_is_one(folder: Path) -> None:
    spoil(folder, SECOND, "sources: [N1, N2]", "sources: [N9]")
    with pytest.raises(BriefError):
        bound(folder)
    assert bound(folder, draft=True).document.running.draft.startswith("DRAFT: ")


def test_an_event_that_is_named_twice_is_one_part(folder: Path) -> None:
    book = brief.generate_book([FIRST, SECOND, FIRST], formats="text", briefs=folder)
    assert book.events == (FIRST, SECOND)
    assert len(parts(book.document)) == 2


def test_limits_of_single_briefs_are_none_of_a_book(folder: Path) -> None:
    spoil(folder, FIRST, "No timetable is set.", "No timetable is set. " * 40)
    alone = brief.generate(FIRST, formats="pdf", briefs=folder)
    assert "long-bottom-line" in {problem.code for problem in alone.problems}
    for bound_in in ([FIRST, SECOND], [FIRST]):
        book = brief.generate_book(bound_in, formats="pdf", briefs=folder)
        assert "long-bottom-line" not in {problem.code for problem in book.problems}


def test_a_book_has_the_title_that_is_set_for_it(folder: Path) -> None:
    assert (
        inline_text(bound(folder, settings={"book_title": "Visit to **Seoul**"}).document.title) == "Visit to **Seoul**"
    )


def test_a_template_without_a_frame_for_books_says_so(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "brief.md.j2").write_text("::: document\n- title: T\n:::\n\nWords.\n", encoding="utf-8")
    for file in ("labels/en.toml", "style.toml"):
        (tmp_path / "bare" / file).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "templates" / "policy-brief" / file, tmp_path / "bare" / file)
    shutil.copytree(ROOT / "templates" / "policy-brief", tmp_path / "whole")
    with pytest.raises(BriefError) as raised:
        bound(folder, template=tmp_path / "bare")
    (problem,) = raised.value.problems
    assert "has no book.md.j2" in problem.message
    assert 'extends = "policy-brief"' in problem.hint


def test_a_book_is_made_of_one_event_at_least() -> None:
    with pytest.raises(ValueError, match="one event at least"):
        brief.generate_book([], briefs=BRIEFS)


def test_the_command_writes_one_document_for_all_events(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    assert run(["generate", "--event", FIRST, "--event", SECOND, "--book", "--format", "text"]) == 0
    assert [path.name for path in (folder.parent / "out").iterdir()] == [f"{FIRST}+{SECOND}.txt"]
    assert f"out/{FIRST}+{SECOND}.txt" in capsys.readouterr().out
