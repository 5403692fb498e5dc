"""Column widths: by shares, or by what the columns hold, so that long cells get more room and short ones stay whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.floors import floors

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAMPING = 0.6
"""Power of a column's natural width in its claim to room. 1 would give long texts all of it, 0 would share evenly."""
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column holds: its widest word and its widest cell on one line, in points; its share, 0 for none.

    `short` is the widest of its short cells, dates say, `head` its name where that is short: neither is broken where
    there is room.
    """

    narrowest: float
    natural: float
    share: int = 0
    short: float = 0
    head: float = 0


def column_widths(measures: Sequence[Measure], room: float) -> list[float]:
    """Widths of columns that fill `room`.

    After the automatic layout of CSS 2.1, 17.5.2.2: no column is narrower than its widest word or wider than its widest
    cell, unless all the words do not fit, or all the cells leave room.
    """
    shares = sum(measure.share for measure in measures)
    if shares:
        return _by_shares(measures, room, shares)
    return _by_content(measures, room)


def _by_shares(measures: Sequence[Measure], room: float, shares: int) -> list[float]:
    """Columns without a share are as wide as they ask, up to an even part; the others divide the rest."""
    even = room / len(measures)
    free = [min(measure.natural, even) if not measure.share else 0 for measure in measures]
    rest = room - sum(free)
    return [rest * measure.share / shares or width for measure, width in zip(measures, free, strict=True)]


def _by_content(measures: Sequence[Measure], room: float) -> list[float]:
    least = sum(measure.narrowest for measure in measures)
    most = sum(measure.natural for measure in measures)
    if least >= room:
        return [room * measure.narrowest / (least or 1) for measure in measures]
    if most <= room:
        return [room * measure.natural / (most or 1) for measure in measures]
    wishes = [measure.short for measure in measures], [measure.head for measure in measures]
    least_wide = floors([measure.narrowest for measure in measures], wishes, room)
    bounds = [
        (floor, measure.natural, measure.natural**_DAMPING) for floor, measure in zip(least_wide, measures, strict=True)
    ]
    low, high = 0.0, room
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(_claims(bounds, middle)) > room else (middle, high)
    widths = _claims(bounds, low)
    spare = (room - sum(widths)) / len(measures)
    return [width + spare for width in widths]


def _claims(bounds: list[tuple[float, float, float]], unit: float) -> list[float]:
    return [max(narrowest, min(natural, unit * damped)) for narrowest, natural, damped in bounds]
