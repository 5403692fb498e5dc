"""`as_of` is a wall: an event and the ledger as they could be known on a day, without anything that came later.

What is dated later, or rests on a source dated later, is taken out with all that it holds. That goes by type, over all
fields of all records, so that a field added to the model is behind the wall as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from brief.event.day import Day
from brief.event.kinds import Record, Row, fields_of
from brief.event.model import (
    Account,
    Agreement,
    Claim,
    Discrepancy,
    Event,
    FollowUp,
    Meeting,
    Milestone,
    Quotation,
    Reaction,
    Update,
)
from brief.place import place_of
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_DATED = (Update, Reaction, Agreement, Meeting, Milestone)
_SOURCED = (Claim, Account)
_TIMED = (*_DATED, *_SOURCED, Quotation)

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class _Part:
    """A field that holds records, one or many, of which some may be later."""

    name: str
    many: bool
    required: bool


@dataclass(frozen=True, slots=True)
class _Wall:
    """The last day that is known, and what had to be there but is later."""

    as_of: Day
    gaps: list[tuple[str, Any, Day]] = field(default_factory=list)  # the field, what it holds, and of what day that is

    def keep(self, record: Known) -> Known | None:
        """The record as it was known, or nothing."""
        if _later(record, self.as_of):
            return None
        changes: dict[str, object] = {}
        kind: type = type(record)
        for part in _parts(kind):
            value = getattr(record, part.name)
            known: Any
            if part.many:
                known = tuple(kept for each in value if (kept := self.keep(each)) is not None)
                changed = any(a is not b for a, b in zip(known, value, strict=False)) or len(known) < len(value)
            else:
                known = None if value is None else self.keep(value)
                changed = known is not value
            if changed:
                changes[part.name] = known
                if known is None and part.required and (day := _later(value, self.as_of)):
                    self.gaps.append((part.name, value, day))
        if not changes or self.gaps:
            return record
        return None if _emptied(record, changes) else cast("Known", replace(cast("Any", record), **changes))


def at(event: Event, as_of: Day) -> tuple[Event | None, tuple[Problem, ...]]:
    """The event as it was known on a day; nothing, and the reasons, where what every brief needs came later.

    Its brief is dated that day where its own date is earlier.
    """
    wall = _Wall(as_of)
    known = wall.keep(event)
    if wall.gaps or known is None:
        works = _first_day(event, as_of)
        return None, tuple(_gap(*gap, as_of, works) for gap in wall.gaps)
    header = replace(known.header, date=as_of) if as_of.later_than(known.header.date) else known.header
    return replace(known, as_of=as_of, header=header), ()


def ledger_at(ledger: Iterable[FollowUp], as_of: Day) -> tuple[FollowUp, ...]:
    """The follow-ups that were known on a day, each with the updates known then."""
    wall = _Wall(as_of)
    return tuple(kept for each in ledger if (kept := wall.keep(each)) is not None and kept.updates)


def latest_in(ledger: Iterable[FollowUp]) -> Day | None:
    """The last date in a ledger, on which all of it is known: of its updates or the sources that they cite."""
    records = (record for each in ledger for update in each.updates for record in (update, update.quote))
    return max((day for record in records for day in _dates(record)), key=lambda day: day.last, default=None)


def last_date(ledger: Iterable[FollowUp], as_of: Iterable[Day | None]) -> Day | None:
    """The last date in the data: of a ledger, or of the briefs, by their as-of dates; nothing where there is none."""
    days = (latest_in(ledger), *as_of)
    return max((day for day in days if day), key=lambda day: day.last, default=None)


@cache
def _parts(kind: type) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    for name, asked in fields_of(kind).items():
        if isinstance(inner := asked.inner, Record) and (_parts(inner.type) or issubclass(inner.type, _TIMED)):
            parts.append(_Part(name, isinstance(asked.kind, Row), asked.required))
    return tuple(parts)


def _dates(record: object) -> Iterator[Day]:
    """The dates on which a record rests."""
    if isinstance(record, _DATED):
        yield record.date
    if isinstance(record, _SOURCED):
        yield from (citation.source.date for citation in record.sources if citation.source.date is not None)
    if isinstance(record, Quotation) and record.source.date is not None:
        yield record.source.date


def _later(record: object, as_of: Day) -> Day | None:
    return next((day for day in _dates(record) if day.later_than(as_of)), None)


def _emptied(record: object, changes: dict[str, object]) -> bool:
    """Whether a record says nothing any more, having lost what it was there for."""
    match record:
        case Discrepancy():
            return changes.get("accounts") == ()
        case Reaction():
            return changes.get("claims") == ()
        case FollowUp():
            return changes.get("updates") == ()
        case _:
            return False


def _first_day(event: Event, as_of: Day) -> date:
    """The first day behind another on which all was known that every brief needs."""
    wall = _Wall(as_of)
    wall.keep(event)
    if not wall.gaps:
        return as_of.first
    last = max(day.first for _, _, day in wall.gaps)
    return _first_day(event, Day(last.year, last.month, last.day))


def _gap(name: str, record: object, day: Day, as_of: Day, works: date) -> Problem:
    """What is said where a field that every brief needs is of a day behind the wall; `works` is one that is not."""
    words = getattr(record, "text", None) or getattr(record, "date", None)
    if isinstance(record, Meeting):
        message, hint = f"the meeting is of {day}, after the as-of date {as_of}", f"take {works} or a later as-of date"
    else:
        message = f"'{name}' rests on what is dated {day}, after the as-of date {as_of}"
        hint = f"cite a source of that date or earlier, or take {works} or a later as-of date"
    return Problem("wall", message, place_of(words), hint)
