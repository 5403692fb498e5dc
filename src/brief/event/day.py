"""Dates as officers write them: a day, a month or a year, never guessed to be more exact than they are."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import total_ordering
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.place import Place


@total_ordering
class Day:
    """A date that may lack its day or month. Ordered by its first possible day."""

    __slots__ = ("day", "month", "place", "year")

    def __init__(self, year: int, month: int = 0, day: int = 0, place: Place | None = None) -> None:
        self.year, self.month, self.day, self.place = year, month, day, place

    @classmethod
    def at(cls, text: str, place: Place | None = None) -> Day:
        """Read `2023`, `2023-07` or `2023-07-11`. Raises ValueError for anything else, and for the 31st of April."""
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text, re.ASCII)
        if not found:
            message = f"{text!r} is no date"
            raise ValueError(message)
        year, month, day = (int(part or 0) for part in found.groups())
        if (found[2] and not month) or (found[3] and not day):
            message = f"{text!r} is no date"
            raise ValueError(message)
        date(year, month or 1, day or 1)
        return cls(year, month, day, place)

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def later_than(self, other: Day) -> bool:
        """Whether it lies after `other` for certain: July 2023 and 14 July 2023 are neither later than the other."""
        return (self.year, self.month or 1, self.day or 1) > (other.year, other.month or 12, other.day or 31)

    def __str__(self) -> str:
        parts = f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    def __repr__(self) -> str:
        return f"Day({self})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Day):
            return NotImplemented
        return (self.year, self.month, self.day) == (other.year, other.month, other.day)

    def __lt__(self, other: Day) -> bool:
        return (self.year, self.month, self.day) < (other.year, other.month, other.day)

    def __hash__(self) -> int:
        return hash((self.year, self.month, self.day))
