"""What a template may name: the event and what belongs to it. The check before filling reads these types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from brief.event import Changes, Day, Event, EventId, Party, Prose, Standing, changes_since, closed_at
from brief.tree import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.event import Source, Term
    from brief.tree import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The meeting before this one, where the event names it."""

    id: EventId
    title: Prose
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What one party has still to do."""

    party: Party
    open: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUps:
    """The ledger at the as-of date: what is open, what was closed at this meeting or since, and all, in its order.

    `changes` tells what has happened since the meeting before this one, where the event names one whose date is known.
    """

    open: tuple[Standing, ...]
    closed: tuple[Standing, ...]
    closed_since: tuple[Standing, ...]
    all: tuple[Standing, ...]
    changes: Changes | None = None

    @classmethod
    def of(cls, standings: Iterable[Standing], event: Event, previous: Previous | None = None) -> Self:
        """Sort out the standings of a ledger for the brief on `event`, which the meeting `previous` came before."""
        known = tuple(standings)
        here = tuple(s for s in known if closed_at(s, event.id))
        later = tuple(s for s in known if s.closing and s.closing.date.later_than(event.meeting.date) and s not in here)
        since = changes_since(known, previous.id, previous.date) if previous and previous.date else None
        still = tuple(s for s in known if s.is_open)
        return cls(open=still, closed=here, closed_since=later, all=known, changes=since)

    @property
    def by_actor(self) -> tuple[Charge, ...]:
        """What is open, party by party, in the order in which they are met; what several do is told of each."""
        parties = dict.fromkeys(party for standing in self.open for party in standing.follow_up.actors)
        return tuple(
            Charge(party=party, open=tuple(s for s in self.open if party in s.follow_up.actors)) for party in parties
        )

    @property
    def told(self) -> tuple[Standing, ...]:
        """Those that a brief tells of: what is open, or was closed at this meeting, since it, or since the last."""
        told = (*self.open, *self.closed, *self.closed_since)
        between = self.changes.closed if self.changes else ()
        return (*told, *(standing for standing in between if standing not in told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names every part of a template sees; `label` and the functions are added to them."""

    event: Event
    follow_ups: FollowUps
    as_of: Day
    marking: str  # of the document, which every page bears
    previous: Previous | None = None
    written_as_of: Day | None = None  # the event's own as-of date, where the brief is of a later one


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Names):
    """A brief that is bound into a book: what its own template could name, and the brief, to be printed by itself."""

    brief: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class BookNames:
    """The names that `book.md.j2` sees: the briefs in their order, and the highest of their markings."""

    briefs: tuple[Bound, ...]
    marking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """All sources and terms, for the lists of sources and abbreviations. No template walks through them itself."""

    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Who draws the figures that a template asks for. The words in them are the template's, and so is how it says days.

    `timeline` is given a title, what the latest step is called, and a function from days to words; `status_bar` a title
    and the words for open, moving and closed.
    """

    timeline: Callable[[str, str, Callable[[Day], str]], Figure]
    status_bar: Callable[[str, tuple[str, str, str]], Figure]
