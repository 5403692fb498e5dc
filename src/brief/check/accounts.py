"""Rules over points on which sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding
from brief.event import at
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Discrepancy


def differences_are_settled(subject: Subject) -> Iterator[Finding]:
    """Where sources differ, one account stands, or the point is said to be unsettled.

    A reader who is shown two accounts has to be told which holds. Set `stands: true` at the account that does. Where
    the sources do not settle it, set `unsettled: true`, and let the text say why. Both cannot be.

    So it is at the as-of date as well. Where the account that stands rests on a later source, the brief leaves it out
    and prints the others alone. Let it cite a source of that date, let the point itself cite the later one, so that
    the whole of it waits, or say which account stood on that day.
    """
    event = subject.event
    known = at(event, subject.as_of)[0] or event
    left = {point.id: point for point in known.discrepancies}
    for point in event.discrepancies:
        stands = _stands(point)
        if len(point.accounts) > 1 and not stands and not point.unsettled:
            message = f"'{point.id}' has {len(point.accounts)} accounts, and none stands"
            yield Finding(message, place_of(point.id), "set 'stands: true' at one, or 'unsettled: true' for the point")
        elif stands and point.unsettled:
            message = f"'{point.id}' is said to be unsettled, and an account stands"
            yield Finding(message, place_of(point.id), "leave one of the two out")
        elif stands and point.id in left and not _stands(left[point.id]):
            message = (
                f"as of {subject.as_of}, no account of '{point.id}' stands: the one that does cites a later source"
            )
            hint = "cite a source of that date for it, or the later one for the point itself"
            yield Finding(message, place_of(point.id), hint)


def _stands(point: Discrepancy) -> bool:
    return any(account.stands for account in point.accounts)
