"""How narrow a column of a table may be, by one rule in every format that shares out columns itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST = 0.85
"""The part of the room that floors may take; the rest is for what is longer."""


def floors(narrowest: Sequence[float], wishes: Iterable[Sequence[float]], room: float) -> list[float]:
    """The least width of each column: that of its widest word, or what is wished for it.

    Wishes are widths by column, the more urgent first: those of short texts, a date or a status, which are not to be
    broken. The one that costs least is granted first, as long as there is room for longer texts.
    """
    found = list(narrowest)
    for wish in wishes:
        for column in sorted(range(len(found)), key=lambda at: wish[at] - found[at]):
            if found[column] < wish[column] <= _MOST * room - sum(found) + found[column]:
                found[column] = wish[column]
    return found
