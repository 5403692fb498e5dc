from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.tree import Cell, Column, Paragraph, Row, Table, Text
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
    return {_last_rows(lay_out((Paragraph((Text(LINE * lines),)), table(*heights)))) for lines in range(14, 46)}


def _last_rows(layout: Layout) -> int:
    slices = layout.slices(layout.blocks[1])
    _, piece = slices[-1]
    return piece.last - piece.first if len(slices) > 1 else 0


def test_no_low_row_stands_alone_at_the_head_of_a_page() -> None:
    found = on_last_page(*(1,) * 8)
    assert 1 not in found
    assert 2 in found


def test_a_high_row_may_stand_alone_at_the_head_of_a_page() -> None:
    assert 1 in on_last_page(*(4,) * 8)


@pytest.mark.parametrize(("last", "alone"), [((1, 1), False), ((1, 2), False), ((1, 4), True), ((4, 1), True)])
def test_two_last_rows_are_parted_where_they_are_high_together(last: tuple[int, int], *, alone: bool) -> None:
    layout = lay_out((table(1, 1, 1, *last),))
    ((_, piece),) = layout.slices(layout.blocks[0])
    *_, before, end = piece.parts
    assert before.keep is not alone
    assert not end.keep


def test_the_two_rows_of_a_short_table_are_parted_like_any_others() -> None:
    layout = lay_out((table(1, 1),))
    assert [part.keep for part in layout.blocks[0].parts] == [True, False, False]
