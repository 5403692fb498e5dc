"""Where words come from: a value of the data knows the file and line it was written on, and keeps knowing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a source file. Lines and columns count from 1; `path` is the data path that leads there."""

    file: str
    line: int
    column: int = 1
    path: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Words(str):
    """A text of the data. Equal to its characters, and aware of where they stand."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> Self:
        """Stamp `text` with its place."""
        words = super().__new__(cls, text)
        words.place = place
        return words

    def __getnewargs__(self) -> tuple[str, Place]:  # type: ignore[override]
        return str(self), self.place


class Passage(Words):
    """A text of several paragraphs: equal to its characters as one line, and aware of each paragraph and its place."""

    __slots__ = ("paragraphs",)
    paragraphs: tuple[Words, ...]

    def __new__(cls, text: str, place: Place, paragraphs: tuple[Words, ...] = ()) -> Self:
        """Stamp `text` with its place and its paragraphs."""
        passage = super().__new__(cls, text, place)
        passage.paragraphs = paragraphs
        return passage

    def __getnewargs__(self) -> tuple[str, Place, tuple[Words, ...]]:  # type: ignore[override]
        return str(self), self.place, self.paragraphs


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a text of the data; of any other, itself."""
    paragraphs: tuple[str, ...] = getattr(text, "paragraphs", ())
    return paragraphs or (text,)


class Made(str):
    """A text that was made of other values: joined, filled in, changed, or said otherwise, as a date is.

    It has no place, but keeps those of what it is made of.
    """

    __slots__ = ("places",)
    places: tuple[Place, ...]

    @classmethod
    def of(cls, text: str, *parts: object) -> Self:
        """`text`, which is made of `parts`: texts, numbers, days."""
        made = cls(text)
        made.places = tuple(dict.fromkeys(place for part in parts for place in places_of(part)))
        return made


def place_of(value: object) -> Place | None:
    """Where a value of the data stands: a text, a number, a day; nothing where it has no place of its own."""
    place: Place | None = getattr(value, "place", None)
    return place


def places_of(value: object) -> tuple[Place, ...]:
    """Where a value is written: in one place, in several where it is a text made of others, or nowhere."""
    if isinstance(value, Made):
        return value.places
    place = place_of(value)
    return (place,) if place else ()


class Count(int):
    """A whole number of the data, aware of where it stands."""

    place: Place

    @classmethod
    def at(cls, text: str, place: Place) -> Self:
        """Read `text` as a whole number. Raises ValueError when it is none."""
        count = cls(text)
        count.place = place
        return count
