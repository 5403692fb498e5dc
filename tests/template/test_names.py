from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.event import Day, EventId, Prose, Standing
from brief.template import FollowUps, Previous
from planted import EVENT, standing, update

if TYPE_CHECKING:
    from brief.event import Update

ELSEWHERE = EventId("seoul-2023")


def away(name: str, date: str, status: str, event: EventId | None = None) -> Update:
    """An update that another event brought, or none: the meeting of `EVENT` was on 11 July 2023."""
    return replace(update(name, date, status), event=event)


def sorted_out(*updates: Update) -> dict[str, bool]:
    """In which of the lists a follow-up with these updates, opened in January, stands."""
    one: Standing = standing("F", update("F0", "2023-01-30", "open"), *updates)
    found = FollowUps.of((one,), EVENT)
    return {name: one in getattr(found, name) for name in ("open", "closed", "closed_since", "all")}


def only(*names: str) -> dict[str, bool]:
    return {name: name in (*names, "all") for name in ("open", "closed", "closed_since", "all")}


def test_what_was_never_closed_is_open() -> None:
    assert sorted_out() == only("open")
    assert sorted_out(update("F1", "2023-07-11", "moving")) == only("open")


def test_what_was_closed_at_the_meeting_is_not_among_what_was_closed_since() -> None:
    assert sorted_out(update("F1", "2023-07-11", "closed")) == only("closed")


def test_what_the_meeting_closed_a_few_days_later_was_still_closed_at_it() -> None:
    assert sorted_out(update("F1", "2023-07-13", "closed")) == only("closed")


def test_what_was_closed_after_the_meeting_was_closed_since() -> None:
    assert sorted_out(away("F1", "2023-07-12", "closed")) == only("closed_since")
    assert sorted_out(away("F1", "2024-05", "lapsed", ELSEWHERE)) == only("closed_since")


def test_what_was_closed_on_the_day_of_the_meeting_elsewhere_was_not_closed_since() -> None:
    assert sorted_out(away("F1", "2023-07-11", "closed")) == only()


def test_what_was_closed_before_the_meeting_was_not_closed_since() -> None:
    assert sorted_out(away("F1", "2023-03-01", "closed", ELSEWHERE)) == only()


def test_news_after_the_meeting_of_what_was_closed_before_it_changes_nothing() -> None:
    closed, news = away("F1", "2023-03-01", "closed"), away("F2", "2023-09-01", "closed")
    assert sorted_out(closed, news) == only()


def test_what_was_opened_again_after_the_meeting_is_open() -> None:
    assert sorted_out(away("F1", "2023-08-01", "closed"), away("F2", "2023-09-01", "moving")) == only("open")


def test_every_list_keeps_the_order_of_the_ledger() -> None:
    since = [standing(f"S{n}", away(f"S{n}a", f"2023-{12 - n}-01", "closed")) for n in range(3)]
    here = [standing(f"H{n}", update(f"H{n}a", "2023-07-11", "closed")) for n in (2, 1)]
    still = [standing(f"O{n}", update(f"O{n}a", f"2023-0{4 - n}-01", "open")) for n in range(3)]
    ledger = (since[0], here[0], still[0], since[1], still[1], here[1], still[2], since[2])
    found = FollowUps.of(iter(ledger), EVENT)
    assert (found.open, found.closed, found.closed_since) == (tuple(still), tuple(here), tuple(since))
    assert found.all == ledger


def test_changes_are_told_where_the_meeting_before_and_its_date_are_known() -> None:
    here = standing("F", update("F0", "2023-07-11", "open"))
    seoul = Previous(id=ELSEWHERE, title=Prose("Seoul"), date=Day(2023, 1, 30))
    told = FollowUps.of((here,), EVENT, seoul).changes
    assert told is not None
    assert (told.since, told.opened) == (Day(2023, 1, 30), (here,))
    assert FollowUps.of((here,), EVENT).changes is None
    assert FollowUps.of((here,), EVENT, replace(seoul, date=None)).changes is None
