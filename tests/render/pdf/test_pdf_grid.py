from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.render.pdf.grid import Grid
from brief.tree import Cell, Column, Fact, Facts, Paragraph, Row, Table, Text
from pdf_pages import lay_out

if TYPE_CHECKING:
    from pdf_pages import Layout

LINE = "word " * 12  # a line of a paragraph, or of a cell of the second column


def table(*heights: int) -> Table:
    """A table whose rows have so many lines."""
    head = Row((Cell((Text("No."),)), Cell((Text("What"),))), head=True)
    rows = (Row((Cell((Text(f"{n}"),)), Cell((Text(LINE * height),)))) for n, height in enumerate(heights))
    return Table((head, *rows), (Column(1), Column(9)))


def on_last_page(*heights: int) -> set[int]:
    """How many rows of a table stand on its last page, wherever on a page it begins."""
    after = Paragraph((Text(LINE * 30),))
    return {_last_rows(lay_out((Paragraph((Text(LINE * lines),)), table(*heights), after))) for lines in range(14, 46)}


def _last_rows(layout: Layout) -> int:
    slices = layout.slices(layout.blocks[1])
    _, piece = slices[-1]
    return piece.last - piece.first if len(slices) > 1 else 0


def test_no_low_row_stands_alone_at_the_head_of_a_page() -> None:
    found = on_last_page(*(1,) * 8)
    assert 1 not in found
    assert 2 in found


def on_first_page(*heights: int) -> set[int]:
    """How many rows of a table stand on its first page below the head, wherever on a page it begins."""
    found = set()
    for lines in range(20, 46):
        layout = lay_out((Paragraph((Text(LINE * lines),)), table(*heights), Paragraph((Text(LINE * 30),))))
        _, piece = layout.slices(layout.blocks[1])[0]
        found.add(piece.last - piece.first - 1)
    return found


def test_no_low_row_stands_alone_below_the_head_at_the_foot_of_a_page() -> None:
    found = on_first_page(*(1,) * 20)
    assert 1 not in found
    assert 2 in found
    assert 1 in on_first_page(*(6,) * 4)


def test_a_high_row_may_stand_alone_at_the_head_of_a_page() -> None:
    assert 1 in on_last_page(*(5,) * 8)


@pytest.mark.parametrize(("last", "alone"), [((1, 1), False), ((1, 4), False), ((1, 9), True), ((9, 1), True)])
def test_two_last_rows_are_parted_where_they_are_high_together(last: tuple[int, int], *, alone: bool) -> None:
    layout = lay_out((table(1, 1, 1, *last),))
    ((_, piece),) = layout.slices(layout.blocks[0])
    *_, before, end = piece.parts
    assert before.keep is not alone
    assert not end.keep


def test_the_two_rows_of_a_short_table_are_not_parted() -> None:
    layout = lay_out((table(1, 1),))
    assert [part.keep for part in layout.blocks[0].parts] == [True, True, False]


@pytest.mark.parametrize(("count", "parted"), [(5, False), (12, True)])
def test_a_few_facts_stay_on_one_page(count: int, *, parted: bool) -> None:
    few = Facts("list", tuple(Fact((Text(f"{n}"),), (Text("what"),)) for n in range(count)))
    after = Paragraph((Text(LINE * 30),))  # so that no page is filled otherwise for a last one that is nearly empty
    found = [lay_out((Paragraph((Text(LINE * lines),)), few, after)) for lines in range(30, 56)]
    assert any(len(layout.slices(layout.blocks[1])) > 1 for layout in found) is parted


def test_a_date_beside_long_texts_is_not_broken() -> None:
    head = Row((Cell((Text("Where it stands"),)), Cell((Text("Since"),))), head=True)
    row = Row((Cell((Text(LINE * 9),)), Cell((Text("30 January 2023"),))))
    (grid,) = lay_out((Table((head, row), (Column(), Column())),)).blocks
    assert isinstance(grid, Grid)
    assert [len(cell.lines) for cell in grid.rows[1].cells][1] == 1


def test_dates_are_broken_where_there_is_no_room_for_all_of_them() -> None:
    row = Row(tuple(Cell((Text("30 January 2023"),)) for _ in range(9)))
    (grid,) = lay_out((Table((row, row), (Column(),) * 9),)).blocks
    assert isinstance(grid, Grid)
    assert all(len(cell.lines) > 1 for cell in grid.rows[0].cells)
