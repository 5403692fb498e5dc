from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.event import Day


@pytest.mark.parametrize("text", ["2023", "2023-07", "2023-07-11", "0001-01-01", "2024-02-29"])
def test_a_date_is_read_and_written_alike(text: str) -> None:
    assert str(Day.at(text)) == text


@pytest.mark.parametrize(
    "text", ["", "23", "2023-7", "2023-07-11 ", "2023-00", "2023-07-00", "2023-02-29", "2023-13", "0000", "२०२३"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Day.at(text)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("2023-07-15", "2023-07-14"),
        ("2023-08", "2023-07-31"),
        ("2023-08", "2023-07"),
        ("2024", "2023-12-31"),
        ("2024-01-01", "2023"),
    ],
)
def test_a_date_is_later_when_it_is_so_for_certain(later: str, earlier: str) -> None:
    assert Day.at(later).later_than(Day.at(earlier))
    assert not Day.at(earlier).later_than(Day.at(later))


@pytest.mark.parametrize(
    ("one", "other"), [("2023-07", "2023-07-14"), ("2023", "2023-02-01"), ("2023", "2023-12"), ("2023-07-14",) * 2]
)
def test_dates_that_may_be_the_same_day_are_neither_later(one: str, other: str) -> None:
    assert not Day.at(one).later_than(Day.at(other))
    assert not Day.at(other).later_than(Day.at(one))


DAYS = st.one_of(
    st.builds(Day, st.integers(1, 9999)),
    st.builds(Day, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(Day, st.integers(2020, 2023), st.integers(1, 12), st.integers(1, 28)),
)


@given(DAYS, DAYS)
def test_a_later_date_is_never_sorted_before_an_earlier_one(one: Day, other: Day) -> None:
    if one.later_than(other):
        assert one > other
        assert one != other
