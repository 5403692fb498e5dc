from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.render.pdf.filler import LONGEST, Filler, groups
from brief.render.pdf.paginate import LEAST_FILLED, MOST_WHITE, WELL_FILLED
from brief.render.pdf.part import NewPage
from brief.tree import Block, Cell, Column, Item, List, Note, NoteRef, PageBreak, Paragraph, Row, Table, Text
from pdf_pages import FRAME, PageRecord, lay_out

LINE = "word " * 16  # one line of body text
LINES_OF_A_PAGE = 42


def lines(count: int) -> Paragraph:
    return Paragraph((Text((LINE * count).strip()),))


def short_paragraphs(count: int) -> tuple[Block, ...]:
    """Paragraphs of two lines, 39 points each with the space behind."""
    return tuple(lines(2) for _ in range(count))


def ends(*children: Block) -> list[float]:
    """How much of each page is filled."""
    return [round(page.filled, 3) for page in lay_out(children).pages]


def spaces(page: PageRecord) -> set[float]:
    """The spaces between the blocks of a page."""
    return {round(a.top - a.piece.height - b.top, 3) for a, b in pairwise(page.placed)}


def test_a_last_page_of_a_few_lines_is_pulled_back_onto_the_page_before() -> None:
    filled = ends(*short_paragraphs(18))
    assert len(filled) == 1
    assert 1 - MOST_WHITE < filled[0] <= 1 + LONGEST / FRAME.height


def test_a_last_page_that_cannot_be_pulled_back_is_filled_from_the_pages_before() -> None:
    filled = ends(*short_paragraphs(17 * 6 + 4))
    assert filled[-1] > LEAST_FILLED
    assert all(part > 1 - MOST_WHITE for part in filled[:-1])


def test_no_last_page_is_nearly_empty_where_the_story_can_be_moved() -> None:
    empty = [count for count in range(52, 140) if ends(*short_paragraphs(count))[-1] < LEAST_FILLED]
    assert empty == []


@pytest.mark.parametrize("count", [24, 41, 58])
def test_a_last_page_is_well_filled_where_the_pages_before_can_spare_some_lines(count: int) -> None:
    assert ends(*short_paragraphs(count))[-1] > WELL_FILLED  # 0.391 as it comes


def test_an_item_that_announces_a_list_stands_on_the_page_of_its_first_item() -> None:
    inner = List("bullet", (Item((lines(2),)),))
    outer = List("bullet", (Item((Paragraph((Text("Topic"),)), inner)),))
    for count in range(14, 22):
        layout = lay_out((*short_paragraphs(count), outer, *short_paragraphs(12)))
        (topic, _), (item, _) = (layout.slices(layout.blocks[count + which])[0] for which in (0, 1))
        assert topic == item


def test_a_story_that_ends_well_is_laid_out_as_it_comes() -> None:
    layout = lay_out(short_paragraphs(30))
    assert spaces(layout.pages[0]) == {7.0}
    assert layout.pages[0].filled <= 1


def test_a_story_that_cannot_end_well_ends_as_well_as_it_can() -> None:
    plain = 0.1  # of the last page, were the first filled up
    first, last = ends(*(lines(10) for _ in range(4)), lines(4))
    assert plain < last < LEAST_FILLED
    assert first > 1 - MOST_WHITE


def test_each_part_between_page_breaks_ends_well_by_itself() -> None:
    layout = lay_out((*short_paragraphs(18), PageBreak(), *short_paragraphs(4)))
    first, second = layout.pages
    assert len(first.placed) == 18  # tightened
    assert spaces(second) == {7.0}  # as it comes


def table(*heights: int) -> Table:
    rows = (Row((Cell((Text("1"),)), Cell((Text("word " * 12 * height),)))) for height in heights)
    return Table((Row((Cell((Text("No."),)), Cell((Text("What"),))), head=True), *rows), (Column(1), Column(9)))


def test_a_page_runs_a_line_long_rather_than_leave_much_of_it_white() -> None:
    longest = 0.0
    for count in range(20, 34):
        blocks = [
            block for block in lay_out((lines(count), table(8, 8, 8, 8))).blocks if not isinstance(block, NewPage)
        ]
        filler = Filler(FRAME)
        filler.fill(groups(blocks, FRAME))
        longest = max(longest, *(page.filled for page in filler.pages))
    assert 1 < longest <= 1 + LONGEST / FRAME.height


def test_a_page_does_not_run_long_for_lines_that_leave_no_white() -> None:
    layout = lay_out((lines(LINES_OF_A_PAGE * 3 // 2),))
    assert all(page.filled <= 1 for page in layout.pages)


def test_white_before_a_tall_row_is_made_less_by_moving_what_comes_before() -> None:
    filled = ends(*short_paragraphs(14), table(12, 12), *short_paragraphs(20))
    assert min(filled[:-1]) >= 1 - MOST_WHITE  # 0.79 as it comes
    assert filled[-1] > LEAST_FILLED


def test_notes_of_a_story_that_is_laid_out_again_stand_once_on_the_page_of_their_marks() -> None:
    words = tuple(Paragraph((Text((LINE * 2).strip()), NoteRef(f"n{k}", k + 1))) for k in range(15))
    first, second = lay_out(words, tuple(Note(f"n{k}", (Text("Note."),)) for k in range(15))).pages
    assert first.filled < 0.9  # 0.99 as it comes, and the second page 0.31
    assert second.filled > LEAST_FILLED
    assert [foot.note.number for foot in first.feet] == list(range(1, len(first.placed) + 1))
    assert [foot.note.number for foot in second.feet] == list(range(len(first.placed) + 1, 16))


@settings(max_examples=40)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=60))
def test_no_page_runs_longer_than_a_line_or_is_left_half_white(heights: list[int]) -> None:
    filled = ends(*(lines(height) for height in heights))
    assert all(part <= 1 + LONGEST / FRAME.height + 0.001 for part in filled)
    assert all(part > 0.5 for part in filled[:-1])
