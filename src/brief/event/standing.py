"""The ledger at a date: what each follow-up's status was then, from what was known then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.event.model import FollowUp, Update
from brief.event.wall import ledger_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.event.day import Day
    from brief.event.registers import EventId

DONE = ("closed", "lapsed")
"""The statuses of what is over."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A follow-up as it stood at a date; its `history` holds the updates up to then, oldest first."""

    follow_up: FollowUp
    history: tuple[Update, ...]

    @property
    def opened(self) -> Update:
        """The update with which it came into the ledger."""
        return self.history[0]

    @property
    def latest(self) -> Update:
        """The last update: its status is the follow-up's, its text says where it stands."""
        return self.history[-1]

    @property
    def change(self) -> Update:
        """The last update that tells of something that happened; the first, where all others are reviews."""
        return next((update for update in reversed(self.history) if not update.review), self.opened)

    @property
    def earlier(self) -> tuple[Update, ...]:
        """The updates before the latest, oldest first."""
        return self.history[:-1]

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done."""
        return self.latest.status not in DONE

    @property
    def closing(self) -> Update | None:
        """The update that closed it for good, or nothing while it is open. Later updates may still add to it."""
        found = None
        for update in reversed(self.history):
            if update.status not in DONE:
                break
            found = update
        return found


def standings(ledger: Iterable[FollowUp], as_of: Day) -> tuple[Standing, ...]:
    """Every follow-up that had been opened by `as_of`, in the ledger's order, with nothing that came later."""
    return tuple(Standing(follow_up, follow_up.updates) for follow_up in ledger_at(ledger, as_of))


def closed_at(standing: Standing, event: EventId) -> bool:
    """Whether the follow-up was closed at this event."""
    return standing.closing is not None and standing.closing.event == event


def days_since(standing: Standing, as_of: Day) -> int:
    """Days that have passed for certain since the last change: from the last day its date can mean, none before it.

    So much is sure of partial dates: from `2023-01` to 14 February 2023 it is 14 days, from `2023` none.
    """
    return max((as_of.first - standing.change.date.last).days, 0)


def is_overdue(standing: Standing, as_of: Day) -> bool:
    """Whether something remains to be done after the last day on which it was due."""
    due = standing.follow_up.due
    return standing.is_open and due is not None and as_of.later_than(due)
