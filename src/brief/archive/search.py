"""A quotation in the text it is from: where it stands, or what stands there instead."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from brief.archive.nearest import nearest
from brief.archive.pieces import parted, whole
from brief.archive.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.archive.nearest import Change
    from brief.archive.pieces import Piece
    from brief.archive.wording import Wording


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage of a text, as it is written, and where it begins: its line and column, from 1, and offset, from 0."""

    passage: str
    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Found:
    """The quotation stands in the text."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class Apart:
    """All of the quotation stands in the text, but not together: `words` not close behind what it quotes before them.

    `spot` is where they stand first.
    """

    words: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Nearest:
    """These words of the quotation are not in the text; the passage most like them, and how the two differ."""

    words: str
    spot: Spot
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Nowhere:
    """These words of the quotation are not in the text, nor is anything like them."""

    words: str


def find(text: str, quotation: str) -> Found | Apart | Nearest | Nowhere:
    """Look for a quotation in a text, word for word (`wording`), with what it marks as its own (`pieces`).

    Places are those of the text in Normalization Form C. Brackets and ellipses of the text itself may be quoted too.
    The time it takes is linear in the text: some hundredths of a second for a million characters.
    """
    source, asked = wording(text), wording(quotation)
    for pieces in (whole(asked.words), parted(asked.words)):
        spans = tuple(_spans(source.words, pieces))
        if len(spans) == len(pieces) > 0 and spans[-1]:
            end, start = spans[-1][0]
            return Found(_spot(source, start, end))
    at = next((at for at, found in enumerate(spans) if not found), None)
    if at is None:
        return Nowhere(quotation)
    piece = pieces[at]
    words = asked.passage(piece.start, piece.end)
    if alone := piece.pattern.search(source.words):
        return Apart(words, _spot(source, *alone.span()))
    like = nearest(source, asked, piece.start, piece.end)
    return Nearest(words, _spot(source, like.start, like.end), like.changes) if like else Nowhere(words)


def _spans(words: str, pieces: Sequence[Piece]) -> Iterator[list[tuple[int, int]]]:
    """For each piece, the stretches of the text that hold all pieces up to it, each as its end and its start.

    It ends with the first piece that has none.
    """
    before: list[tuple[int, int]] = []
    for count, piece in enumerate(pieces):
        found = [(end, start) for start, end in _occurrences(words, piece)]
        if count:
            found = [(end, first) for end, start in found for first in _reached(before, start, piece.reach)]
        yield found
        if not found:
            return
        before = found


def _occurrences(words: str, piece: Piece) -> Iterator[tuple[int, int]]:
    found = piece.pattern.search(words)
    while found:
        yield found.span()
        found = piece.pattern.search(words, found.start() + 1)


def _reached(before: list[tuple[int, int]], start: int, reach: int) -> Iterator[int]:
    """Where the nearest stretch begins that ends at most `reach` characters before `start`."""
    at = bisect_right(before, start, key=itemgetter(0)) - 1
    if at >= 0 and start - before[at][0] <= reach:
        yield before[at][1]


def _spot(source: Wording, start: int, end: int) -> Spot:
    offset = source.spot(start)
    line = source.text.count("\n", 0, offset) + 1
    return Spot(source.passage(start, end), line, offset - source.text.rfind("\n", 0, offset), offset)
