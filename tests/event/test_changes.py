from __future__ import annotations

from brief.event import Citation, Day, EventId, FollowUp, Source, Status, Update, changes_since, standings
from brief.event.registers import Prose

TEXT = Prose("A text")
BEFORE, NOW = EventId("before"), EventId("now")
OLD = Citation(source=Source(id="P", title=TEXT, publisher=TEXT, date=Day(2020)))
HELD = Day(2023, 1, 30)


def update(date: str, status: Status, event: EventId | None = None) -> Update:
    return Update(id=date, text=TEXT, sources=(OLD,), date=Day.at(date), status=status, event=event)


def found(*updates: Update, as_of: str = "2023-12-31") -> list[str]:
    """In which of the lists a follow-up with these updates stands."""
    one = FollowUp(id="F", what=TEXT, kind="plan", actors=(), counterparts=(), updates=updates)
    account = changes_since(standings([one], Day.at(as_of)), BEFORE, HELD)
    return [name for name in ("opened", "moved", "closed", "unmoved") if getattr(account, name)]


def test_what_came_up_after_the_meeting_was_opened() -> None:
    assert found(update("2023-07-11", "open", NOW)) == ["opened"]
    assert found(update("2023-03", "open"), update("2023-07-11", "moving", NOW)) == ["opened"]


def test_what_was_known_and_has_a_step_since_has_moved() -> None:
    raised = update("2023-01-30", "open", BEFORE)
    assert found(raised, update("2023-07-11", "moving", NOW)) == ["moved"]
    assert found(raised, update("2023-07-11", "moving", NOW), update("2023-07-12", "open")) == ["moved"]


def test_what_was_only_taken_up_again_is_still_open() -> None:
    raised = update("2023-01-30", "open", BEFORE)
    assert found(raised) == ["unmoved"]
    assert found(raised, update("2023-07-11", "open", NOW)) == ["unmoved"]


def test_what_was_closed_since_is_closed_whenever_it_was_opened() -> None:
    raised = update("2023-01-30", "open", BEFORE)
    assert found(raised, update("2023-03-01", "lapsed")) == ["closed"]
    assert found(update("2023-03-01", "open"), update("2023-07-11", "closed", NOW)) == ["closed"]


def test_what_was_over_by_the_meeting_and_stayed_so_is_not_told() -> None:
    over = update("2023-01-20", "closed")
    assert found(over) == []
    assert found(over, update("2023-05-01", "closed")) == []


def test_what_was_opened_again_has_moved() -> None:
    assert found(update("2023-01-20", "lapsed"), update("2023-05-01", "open")) == ["moved"]


def test_what_the_meeting_brought_on_a_later_day_was_known_at_it() -> None:
    assert found(update("2023-01-30", "open", BEFORE), update("2023-01-31", "moving", BEFORE)) == ["unmoved"]
    assert found(update("2023-01-31", "open", BEFORE)) == ["unmoved"]


def test_a_date_that_may_lie_before_the_meeting_is_not_since() -> None:
    assert found(update("2023-01", "open"), update("2023-07-12", "moving")) == ["moved"]
    assert found(update("2023", "open")) == ["unmoved"]


def test_nothing_later_than_the_wall_counts() -> None:
    raised, moved = update("2023-01-30", "open", BEFORE), update("2023-07-11", "moving", NOW)
    closed = update("2023-09-01", "closed")
    assert found(raised, moved, closed, as_of="2023-08-31") == ["moved"]
    assert found(raised, moved, closed, as_of="2023-07-10") == ["unmoved"]
    assert found(moved, as_of="2023-07-10") == []
