from __future__ import annotations

import pytest
from hypothesis import given, settings

from brief.render.pdf.pages import Frame
from brief.tree import (
    Block,
    Cell,
    Column,
    Item,
    List,
    Note,
    NoteRef,
    Paragraph,
    Row,
    Table,
    Text,
)
from pdf_pages import FRAME, Layout, lay_out
from pdf_stories import check_promises, paragraph, prose, stories

SMALL = Frame(85, 300, 300, 700)


@settings(max_examples=60)
@given(stories())
def test_the_filler_keeps_its_promises_on_any_story(story: tuple[tuple[Block, ...], tuple[Note, ...]]) -> None:
    check_promises(lay_out(*story), FRAME)


@settings(max_examples=40)
@given(stories())
def test_the_filler_keeps_its_promises_on_small_pages(story: tuple[tuple[Block, ...], tuple[Note, ...]]) -> None:
    check_promises(lay_out(*story, SMALL), SMALL)


def test_a_note_stands_on_the_page_that_cites_it() -> None:
    notes = tuple(Note(f"n{k}", (Text(f"Note {k}."),)) for k in range(12))
    layout = lay_out(tuple(paragraph(120, NoteRef(f"n{k}", k + 1)) for k in range(12)), notes)
    assert len(layout.pages) > 2
    for page in layout.pages:
        cited = [note.number for p in page.placed for part in p.piece.parts for note in part.notes]
        assert [foot.note.number for foot in page.feet] == cited


def pages_of_marks_and_notes(layout: Layout) -> list[tuple[list[int], list[int]]]:
    """The notes that each page is the first to cite, and those that begin at its foot."""
    found, seen = [], set[int]()
    for page in layout.pages:
        cited = [note.number for placed in page.placed for part in placed.piece.parts for note in part.notes]
        found.append(
            ([n for n in dict.fromkeys(cited) if n not in seen], [f.note.number for f in page.feet if not f.first])
        )
        seen.update(cited)
    return found


def cited_notes(count: int, words: int = 3) -> tuple[Note, ...]:
    return tuple(Note(f"n{k}", (Text(prose(words)),)) for k in range(1, count + 1))


def said(*marks: int, words: int = 40) -> Paragraph:
    return Paragraph((Text(prose(words)), *(NoteRef(f"n{k}", k) for k in marks), Text(" and so on.")))


def test_notes_of_a_list_that_breaks_over_pages_stand_on_the_pages_of_their_items() -> None:
    items = tuple(Item((said(k), said(words=20))) for k in range(1, 31))
    layout = lay_out((List("number", items),), cited_notes(30))
    pages = pages_of_marks_and_notes(layout)
    assert len(pages) > 2
    assert all(cited == begun != [] for cited, begun in pages)


def test_notes_of_a_table_that_breaks_over_pages_stand_on_the_pages_of_their_rows() -> None:
    rows = (Row((Cell((Text(f"{k}"), NoteRef(f"n{k}", k))), Cell(said(k, 60 + k).children))) for k in range(1, 31))
    layout = lay_out((Table(tuple(rows), (Column(), Column())),), cited_notes(90))
    pages = pages_of_marks_and_notes(layout)
    last = max(number for number, (cited, _) in enumerate(pages) if cited)
    assert last > 1
    assert all(cited == begun != [] for cited, begun in pages[:last])
    cited, begun = pages[last]
    uncited = [*begun[len(cited) :], *(number for _, more in pages[last + 1 :] for number in more)]
    assert begun[: len(cited)] == cited
    assert uncited == list(range(31, 61))  # at the end
    assert sorted(number for _, begun in pages for number in begun) == list(range(1, 91))


def test_notes_of_a_row_that_is_cut_stand_on_the_pages_of_their_lines() -> None:
    cell = tuple(inline for k in range(1, 25) for inline in (Text(prose(40)), NoteRef(f"n{k}", k), Text(" ")))
    layout = lay_out((Table((Row((Cell(cell), Cell((Text("b"),)))),), (Column(9), Column(1))),), cited_notes(24))
    pages = pages_of_marks_and_notes(layout)
    assert len(pages) > 1
    assert all(cited == begun != [] for cited, begun in pages)


def test_many_notes_of_one_line_stand_on_its_page_wherever_it_falls() -> None:
    for words in range(0, 500, 12):
        layout = lay_out((paragraph(words), said(*range(1, 26), words=3), paragraph(60)), cited_notes(25))
        pages = pages_of_marks_and_notes(layout)
        assert all(cited == begun for cited, begun in pages), words
        assert all(page.overlap < 0.1 for page in layout.pages)
        check_promises(layout, FRAME)


def test_more_notes_in_one_line_than_a_page_holds_go_on_in_their_order() -> None:
    layout = lay_out((said(*range(1, 121), words=3), paragraph(60)), cited_notes(120))
    pages = pages_of_marks_and_notes(layout)
    assert len(pages) > 1
    assert [number for _, begun in pages for number in begun] == list(range(1, 121))
    check_promises(layout, FRAME)


def test_a_note_cited_in_a_table_and_again_stands_on_the_page_of_its_first_mark() -> None:
    table = Table((Row((Cell(said(1, words=5).children),)),), (Column(),))
    layout = lay_out((table, paragraph(500), said(1), paragraph(300)), cited_notes(1))
    assert pages_of_marks_and_notes(layout)[0] == ([1], [1])
    assert sum(len(begun) for _, begun in pages_of_marks_and_notes(layout)) == 1


@pytest.mark.parametrize("words", [1200, 3000])
def test_a_note_longer_than_its_page_begins_there_and_is_told_to_its_end(words: int) -> None:
    for before in (0, 100, 250, 400, 480):
        layout = lay_out((paragraph(before), said(1, 2), paragraph(200)), (*cited_notes(1, words), *cited_notes(2)[1:]))
        check_promises(layout, FRAME)
        pages = pages_of_marks_and_notes(layout)
        page = next(number for number, (cited, _) in enumerate(pages) if 1 in cited)
        assert pages[page][1][0] == 1
        assert [number for _, begun in pages for number in begun] == [1, 2]


def test_a_note_cited_twice_stands_once() -> None:
    notes = (Note("n", (Text("Once."),)),)
    layout = lay_out((paragraph(400, NoteRef("n", 1)), paragraph(400, NoteRef("n", 1))), notes)
    assert [foot.note.number for page in layout.pages for foot in page.feet] == [1]


def test_a_long_note_goes_on_at_the_foot_of_the_next_page_and_leaves_the_text_room() -> None:
    notes = (Note("n", (Text(prose(900)),)),)
    layout = lay_out((paragraph(500, NoteRef("n", 1)), *(paragraph(60) for _ in range(12))), notes)
    feet = [(number, foot) for number, page in enumerate(layout.pages) for foot in page.feet]
    assert len(feet) > 1
    assert feet[0][1].last == feet[1][1].first
    assert layout.pages[feet[1][0]].placed


def _cut_notes(layout: Layout) -> list[int]:
    """How many lines of a cut note stand on each of its pages, over all cut notes."""
    feet = [foot for page in layout.pages for foot in page.feet]
    return [foot.last - foot.first for foot in feet if foot.last - foot.first < len(foot.note.text.parts)]


def test_a_note_that_is_cut_leaves_two_lines_or_more_on_the_next_page() -> None:
    shortest = 99
    for words in range(440, 800, 8):
        story = (paragraph(300, NoteRef("n", 1)), paragraph(60), *(paragraph(20) for _ in range(12)))
        layout = lay_out(story, (Note("n", (Text(prose(words)),)),))
        shortest = min(shortest, *_cut_notes(layout), 99)
    assert shortest == 2


def test_a_note_that_is_cut_begins_with_two_lines_or_more() -> None:
    shortest = 99
    for words in range(500, 740, 6):
        layout = lay_out((paragraph(words),), (Note("n", (Text(prose(200)),)),))
        shortest = min(shortest, *_cut_notes(layout), 99)
    assert shortest == 2


def test_a_note_of_three_lines_is_never_cut() -> None:
    for words in range(500, 740, 6):
        layout = lay_out((paragraph(words),), (Note("n", (Text(prose(60)),)),))
        assert len(layout.notes[0].text.parts) == 3
        assert _cut_notes(layout) == []


def test_a_note_that_nothing_cites_is_printed_all_the_same() -> None:
    layout = lay_out((paragraph(5),), (Note("n", (Text("Alone."),)),))
    assert [foot.note.number for page in layout.pages for foot in page.feet] == [1]
