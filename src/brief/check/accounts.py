"""Rules over points on which sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject


def differences_are_settled(subject: Subject) -> Iterator[Finding]:
    """Where sources differ, one account stands, or the point is said to be unsettled.

    A reader who is shown two accounts has to be told which holds. Set `stands: true` at the account that does. Where
    the sources do not settle it, set `unsettled: true`, and let the text say why. Both cannot be.
    """
    for point in subject.event.discrepancies:
        stands = any(account.stands for account in point.accounts)
        if len(point.accounts) > 1 and not stands and not point.unsettled:
            message = f"'{point.id}' has {len(point.accounts)} accounts, and none stands"
            yield Finding(message, place_of(point.id), "set 'stands: true' at one, or 'unsettled: true' for the point")
        elif stands and point.unsettled:
            message = f"'{point.id}' is said to be unsettled, and an account stands"
            yield Finding(message, place_of(point.id), "leave one of the two out")
