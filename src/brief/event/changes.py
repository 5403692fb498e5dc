"""What has happened to the follow-ups since an earlier meeting: the account that the next brief owes its reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.event.day import Day
from brief.event.standing import DONE, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.event.model import Update
    from brief.event.registers import EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The follow-ups that are open, or were closed since an earlier meeting: each in one list, in the ledger's order.

    What was both opened and closed since is `closed`. `moved` is what was known at that meeting, is open, and has an
    update since that says `moving` and is no review, or that opened it again; `unmoved` is what else is open, though it
    may have come up again. What was over by then and stayed so is in no list.
    """

    since: Day  # of that meeting
    opened: tuple[Standing, ...]
    moved: tuple[Standing, ...]
    closed: tuple[Standing, ...]
    unmoved: tuple[Standing, ...]


def changes_since(standings: Iterable[Standing], event: EventId, held: Day) -> Changes:
    """What has changed since the meeting `event`, held on a day.

    An update counts that is dated after that day for certain, and that did not happen at that meeting: January 2023 is
    not after 30 January 2023, and what a meeting brought on its second day is not since the meeting.
    """
    opened: list[Standing] = []
    moved: list[Standing] = []
    closed: list[Standing] = []
    unmoved: list[Standing] = []
    for standing in standings:
        since = [update for update in standing.history if _is_since(update, event, held)]
        before = [update.status for update in standing.history if update not in since]
        was_over = bool(before) and before[-1] in DONE
        if not standing.is_open:
            if not was_over:
                closed.append(standing)
        elif not before:
            opened.append(standing)
        elif was_over or any(update.status == "moving" and not update.review for update in since):
            moved.append(standing)
        else:
            unmoved.append(standing)
    return Changes(since=held, opened=tuple(opened), moved=tuple(moved), closed=tuple(closed), unmoved=tuple(unmoved))


def _is_since(update: Update, event: EventId, held: Day) -> bool:
    return update.event != event and update.date.later_than(held)
