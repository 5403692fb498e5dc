from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.render.pdf.columns import Measure, column_widths

LENGTHS = st.floats(0, 2000)


@st.composite
def measures(draw: st.DrawFn) -> list[Measure]:
    pairs = draw(st.lists(st.tuples(LENGTHS, LENGTHS, st.integers(0, 5)), min_size=1, max_size=7))
    return [Measure(min(a, b), max(a, b), share) for a, b, share in pairs]


@given(measures(), st.floats(100, 500))
def test_columns_fill_the_room(columns: list[Measure], room: float) -> None:
    if any(column.natural for column in columns):
        assert sum(column_widths(columns, room)) == pytest.approx(room, abs=0.01)


@given(measures(), st.floats(100, 500))
def test_no_column_is_narrower_than_its_widest_word_where_all_words_fit(columns: list[Measure], room: float) -> None:
    columns = [Measure(column.narrowest, column.natural) for column in columns]
    if sum(column.narrowest for column in columns) < room:
        for width, column in zip(column_widths(columns, room), columns, strict=True):
            assert width >= column.narrowest - 0.01


def test_shares_are_honoured() -> None:
    assert column_widths([Measure(10, 900, 1), Measure(10, 20, 3)], 400) == [100, 300]


def test_a_column_without_a_share_is_as_wide_as_it_asks_beside_others_with_one() -> None:
    assert column_widths([Measure(10, 40), Measure(10, 20, 1), Measure(10, 20, 1)], 400) == [40, 180, 180]


def test_short_cells_stay_on_one_line_where_all_have_room_for_theirs() -> None:
    long, dates = Measure(40, 900), Measure(45, 70, short=70)
    widths = column_widths([long, Measure(60, 200), long, dates], 300)
    assert widths[-1] >= 70
    cramped = column_widths([long, Measure(60, 200), long, dates], 190)
    assert min(width - least for width, least in zip(cramped, (40, 60, 40, 45), strict=True)) >= -0.01


def test_a_short_column_stays_whole_beside_long_ones() -> None:
    number, area, content = column_widths([Measure(15, 20), Measure(60, 180), Measure(70, 900)], 400)
    assert number >= 20
    assert area < 180 < content


def test_a_short_cell_is_whole_where_all_short_cells_together_leave_the_others_room() -> None:
    date = Measure(30, 400, short=75)
    assert column_widths([date, Measure(60, 900)], 400)[0] >= 75
    *_, other = column_widths([*[date] * 5, Measure(120, 900)], 400)
    assert other >= 120


def test_the_short_cells_that_cost_least_are_whole_where_there_is_no_room_for_all() -> None:
    status, name, told = Measure(24, 42, short=42), Measure(30, 90, short=90), Measure(110, 900)
    widths = column_widths([name, status, told, told], 350)
    assert widths[1] >= 42
    assert widths[0] < 90


def test_a_short_head_is_whole_too_once_the_cells_are() -> None:
    status, told = Measure(24, 60, short=40, head=60), Measure(100, 900)
    assert column_widths([status, told, told], 350)[0] >= 60
    assert 40 <= column_widths([status, told, told], 300)[0] < 60
