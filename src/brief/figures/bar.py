"""The follow-ups in one bar: how many are open, moving and closed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from brief.figures.measure import WIDTH, width_of
from brief.place import Made, places_of
from brief.tree import Box, Dot, Drawing, Figure, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.event import Standing
    from brief.tree import Shape

    Kind = Literal["open", "moving", "closed"]

KINDS: tuple[Kind, ...] = ("open", "moving", "closed")

_SIZE = 8.5
_BAR, _GAP = 9.0, 1.5  # height of the bar, and room between its segments
_BASE = _BAR + 13.0  # of the labels
_HEIGHT = _BASE + 4.0
_RADIUS = 2.4  # of the dot before a label
_BEFORE, _BETWEEN = 8.0, 12.0  # from the start of a dot to its words, and from label to label


def status_bar(
    standings: Iterable[Standing], title: str, words: tuple[str, str, str], *, width: float = WIDTH
) -> Figure:
    """A bar whose segments are as long as the follow-ups are many; `words` are those for open, moving and closed.

    What lapsed counts as closed. Without follow-ups there is nothing to draw. `width` is in points.
    """
    statuses = [standing.latest.status for standing in standings]
    kinds = [[status for status in statuses if _kind(status) == kind] for kind in KINDS]
    counts = tuple(map(len, kinds))
    said = tuple(Made.of(f"{len(of)} {word}", *of, word) for of, word in zip(kinds, words, strict=True))
    shapes = (*_segments(counts, width), *_labels(counts, said, width)) if statuses else ()
    return Figure(Drawing(width, _HEIGHT, shapes), f"{title}: {', '.join(said)}.")


def _kind(status: str) -> str:
    return "closed" if status == "lapsed" else status


def _starts(counts: Sequence[int], width: float) -> list[float]:
    """Where each segment begins, and where the last ends."""
    starts, whole = [0.0], sum(counts)
    for count in counts:
        starts.append(starts[-1] + width * count / whole)
    return starts


def _segments(counts: Sequence[int], width: float) -> Iterator[Shape]:
    for kind, (start, end) in zip(KINDS, pairwise(_starts(counts, width)), strict=True):
        if end > start:
            last = end > width - _GAP
            yield Box(start, 0, end - start - (0 if last else _GAP), _BAR, fill=kind)


def _labels(counts: Sequence[int], said: Sequence[str], width: float) -> Iterator[Shape]:
    """Number and word of each segment, under its beginning, or as near to it as the others leave room."""
    widths = [_BEFORE + width_of(words, _SIZE) for words in said]
    places = _starts(counts, width)[:-1]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + widths[at - 1] + _BETWEEN)
    end = width
    for at in reversed(range(len(places))):
        places[at] = min(places[at], end - widths[at])
        end = places[at] - _BETWEEN
    for kind, words, x in zip(KINDS, said, places, strict=True):
        yield Dot(x + _RADIUS, _BASE - _SIZE * 0.32, _RADIUS, kind)
        yield Label(x + _BEFORE, _BASE, words, size=_SIZE, origins=places_of(words))
