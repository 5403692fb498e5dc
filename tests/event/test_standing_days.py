"""How long ago a follow-up changed, and whether it is overdue: never said to be longer or later than is certain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.event import (
    Citation,
    Day,
    FollowUp,
    Quotation,
    Source,
    Standing,
    Status,
    Update,
    days_since,
    is_overdue,
    latest_in,
)
from brief.event.registers import Prose

TEXT = Prose("A text")


def source(date: str | None) -> Source:
    return Source(id="P", title=TEXT, publisher=TEXT, date=Day.at(date) if date else None)


def update(date: str, status: Status = "open", *, cited: str | None = None, review: bool = False) -> Update:
    cites = (Citation(source=source(cited)),)
    return Update(id=date, text=TEXT, sources=cites, date=Day.at(date), status=status, review=review)


def standing(*updates: Update, due: str | None = None) -> Standing:
    day = Day.at(due) if due else None
    return Standing(
        FollowUp(id="F", what=TEXT, kind="plan", actors=(), counterparts=(), updates=updates, due=day), updates
    )


@pytest.mark.parametrize(
    ("changed", "as_of", "days"),
    [
        ("2023-07-11", "2023-07-14", 3),
        ("2023-01", "2023-02-14", 14),
        ("2023-01", "2023-01-20", 0),
        ("2023", "2023-12-31", 0),
        ("2023", "2024-01-02", 2),
        ("2024-02", "2024-03-01", 1),
        ("2023-07-11", "2023-08", 21),
    ],
)
def test_days_since_the_last_change_are_those_that_have_passed_for_certain(changed: str, as_of: str, days: int) -> None:
    assert days_since(standing(update(changed)), Day.at(as_of)) == days


def test_a_review_is_no_change() -> None:
    one = standing(update("2023-07-01"), update("2023-07-05", "moving"), update("2023-07-10", "moving", review=True))
    assert one.change is one.history[1]
    assert one.latest is one.history[2]
    assert days_since(one, Day(2023, 7, 11)) == 6


def test_where_all_are_reviews_the_first_is_the_change() -> None:
    one = standing(update("2023-07-01", review=True), update("2023-07-05", review=True))
    assert one.change is one.opened


@pytest.mark.parametrize(
    ("due", "as_of", "late"),
    [
        ("2023-07", "2023-07-31", False),
        ("2023-07", "2023-08-01", True),
        ("2023", "2023-12-31", False),
        ("2023", "2024-01-01", True),
        ("2023-07-11", "2023-07-11", False),
        ("2023-07-11", "2023-07", False),
        ("2023-07-11", "2023-07-12", True),
        (None, "2030-01-01", False),
    ],
)
def test_a_matter_is_overdue_after_the_last_day_it_may_be_due(due: str | None, as_of: str, late: bool) -> None:  # noqa: FBT001 - one of three columns
    assert is_overdue(standing(update("2023-01-30"), due=due), Day.at(as_of)) is late


@pytest.mark.parametrize("status", ["closed", "lapsed"])
def test_what_is_over_is_not_overdue(status: Status) -> None:
    assert not is_overdue(standing(update("2023-01-30", status), due="2023-02"), Day(2024))


def test_the_latest_date_of_a_ledger_is_that_of_an_update_or_of_a_source_it_cites() -> None:
    one, other = standing(update("2023-07-11")), standing(update("2023-01-30", cited="2024-03"))
    assert latest_in([one.follow_up]) == Day(2023, 7, 11)
    assert latest_in([one.follow_up, other.follow_up]) == Day(2024, 3)
    assert latest_in([]) is None
    quoted = Quotation(text="So", source=source("2025"), lead=TEXT)
    with_quote = replace(one.follow_up, updates=(replace(one.history[0], quote=quoted),))
    assert latest_in([with_quote]) == Day(2025)


def test_of_two_dates_that_share_a_month_the_less_exact_is_the_later() -> None:
    assert latest_in([standing(update("2023-07"), update("2023-07-11")).follow_up]) == Day(2023, 7)
