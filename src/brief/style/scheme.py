"""Markings: which there are, which is higher, and how each is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Colour = str
"""`#rrggbb`, sRGB."""


@dataclass(frozen=True, slots=True)
class Label:
    """How a marking is shown. TLP 2.0 asks for 12 points at least, its colours, on black."""

    text: Colour = "#ffffff"
    fill: Colour = "#000000"
    size: float = 12


@dataclass(frozen=True, slots=True)
class Marking:
    """One marking: `mark` stands on every page, `portion` in brackets before what is marked in the text."""

    mark: str
    portion: str
    label: Label


@dataclass(frozen=True, slots=True)
class Scheme:
    """The markings of a house, from the lowest to the highest; `address` is where their standard is published."""

    name: str
    address: str
    markings: tuple[Marking, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark, from the lowest to the highest."""
        return tuple(marking.mark for marking in self.markings)

    @property
    def portions(self) -> Mapping[str, str]:
        """What is printed before a portion, by its mark: "(AMBER)"."""
        return {marking.mark: f"({marking.portion})" for marking in self.markings}

    def label(self, mark: str) -> Label | None:
        """How a mark is shown, or nothing for one that is not of the scheme."""
        return next((marking.label for marking in self.markings if marking.mark == mark), None)

    def rank(self, mark: str) -> int:
        """How high a mark is, from 0; -1 for one that is not of the scheme."""
        return self.marks.index(mark) if mark in self.marks else -1

    def highest(self, marks: Iterable[str]) -> str:
        """The highest of some marks; the lowest of the scheme where there are none."""
        return max((self.marks[0], *marks), key=self.rank)

    def statement(self, mark: str) -> str:
        """A mark and what it belongs to, for what a file says of itself."""
        if mark not in self.marks:
            return mark
        return f"{mark} ({', '.join(filter(None, (self.name, self.address)))})"

    def meant(self, mark: str) -> str:
        """A hint for a mark that is not of the scheme: the nearest, or all."""
        return nearest(mark.upper(), self.marks) or f"{self.name} has {', '.join(self.marks)}"
