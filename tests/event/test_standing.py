from __future__ import annotations

from typing import get_args

from brief.event import Citation, Day, EventId, FollowUp, Source, Status, Update, closed_at, standings
from brief.event.registers import Prose

TEXT = Prose("A text")
HERE, THERE = EventId("here"), EventId("there")
OLD = Citation(source=Source(id="P", title=TEXT, publisher=TEXT, date=Day(2020)))


def update(day: int, status: Status, event: EventId | None = None, *, source: Citation = OLD) -> Update:
    return Update(id=f"u{day}", text=TEXT, sources=(source,), date=Day(2023, 1, day), status=status, event=event)


def follow_up(*updates: Update) -> FollowUp:
    return FollowUp(id="F", what=TEXT, kind="plan", actors=(), counterparts=(), updates=updates)


def test_the_status_at_a_date_is_that_of_the_last_update_up_to_then() -> None:
    thread = follow_up(update(1, "open"), update(5, "moving"), update(9, "closed"))
    for day, status, is_open in ((1, "open", True), (4, "open", True), (5, "moving", True), (31, "closed", False)):
        (standing,) = standings([thread], Day(2023, 1, day))
        assert (standing.latest.status, standing.is_open) == (status, is_open)
        assert standing.opened is thread.updates[0]


def test_a_follow_up_shows_nothing_that_came_later_by_any_way() -> None:
    (standing,) = standings([follow_up(update(1, "open"), update(9, "closed"))], Day(2023, 1, 5))
    assert standing.follow_up.updates == standing.history
    assert len(standing.history) == 1


def test_an_update_that_a_later_source_reports_does_not_count_yet() -> None:
    later = Citation(source=Source(id="Q", title=TEXT, publisher=TEXT, date=Day(2023, 2)))
    thread = follow_up(update(1, "open"), update(2, "closed", source=later))
    assert standings([thread], Day(2023, 1, 31))[0].is_open
    assert not standings([thread], Day(2023, 2, 1))[0].is_open


def test_a_follow_up_that_was_not_yet_opened_has_no_standing() -> None:
    assert standings([follow_up(update(9, "open"))], Day(2023, 1, 5)) == ()


def test_follow_ups_stand_in_the_order_of_the_ledger() -> None:
    one, other = follow_up(update(9, "open")), follow_up(update(1, "open"))
    assert [s.follow_up for s in standings([one, other], Day(2023))] == [one, other]


def test_a_follow_up_is_closed_at_the_event_of_the_update_that_closed_it() -> None:
    (standing,) = standings([follow_up(update(1, "open", HERE), update(5, "closed", THERE))], Day(2023))
    assert closed_at(standing, THERE)
    assert not closed_at(standing, HERE)


def test_news_of_a_closed_matter_does_not_move_the_event_that_closed_it() -> None:
    (standing,) = standings([follow_up(update(1, "open"), update(5, "closed", HERE), update(9, "lapsed"))], Day(2023))
    assert closed_at(standing, HERE)
    assert standing.closing is standing.history[1]


def test_a_matter_opened_again_was_not_closed() -> None:
    (standing,) = standings([follow_up(update(1, "closed", HERE), update(5, "open"))], Day(2023))
    assert not closed_at(standing, HERE)
    assert standing.closing is None


def test_every_status_is_either_open_or_done() -> None:
    done = {s: not standings([follow_up(update(1, s))], Day(2023))[0].is_open for s in get_args(Status)}
    assert done == {"open": False, "moving": False, "closed": True, "lapsed": True}
