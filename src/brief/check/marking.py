"""Whether the markings of data are those of a scheme, and none is higher than that of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.event import markings
from brief.place import place_of
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event import Dossier, Event, FollowUp
    from brief.style import Scheme


def markings_are_known(dossier: Dossier, scheme: Scheme) -> tuple[Problem, ...]:
    """A problem for each marking of the event and the ledger that is not of the scheme."""
    return tuple(
        Problem("marking", f"there is no marking '{mark}'", place_of(mark), scheme.meant(mark))
        for mark in _markings(dossier)
        if mark not in scheme.marks
    )


def _markings(dossier: Dossier) -> Iterator[str]:
    if dossier.event:
        if dossier.event.header.marking:
            yield dossier.event.header.marking
        yield from markings(dossier.event)
    yield from markings(dossier.ledger)


def document_is_marked_as_high(event: Event, ledger: tuple[FollowUp, ...], scheme: Scheme) -> tuple[Problem, ...]:
    """A problem where the document is marked lower than a portion of what is known at its date.

    All data that a template may print counts, not only what one did print: whichever template is filled, and whatever
    it leaves out, no page bears less than it holds.
    """
    own = event.header.marking
    if not own or own not in scheme.marks:
        return ()
    higher = [mark for mark in markings((event, *ledger)) if scheme.rank(mark) > scheme.rank(own)]
    if not higher:
        return ()
    highest = max(higher, key=scheme.rank)
    more = f", and {len(higher) - 1} more are higher" if len(higher) > 1 else ""
    message = f"the document is marked '{own}', and the portion at {place_of(highest)} '{highest}'{more}"
    hint = f"mark the document '{highest}', or leave its marking out; or take out the portion"
    return (Problem("low-marking", message, place_of(own), hint),)
