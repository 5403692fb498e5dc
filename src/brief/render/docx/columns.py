"""Widths of columns by their content, after the automatic layout of CSS 2.1, 17.5.2.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.render.docx.measure import width_of
from brief.render.floors import floors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.style import Face

SHORT = 8.5
"""Ems up to which a text, a date say, stays on one line."""

_LONGEST_WORD = 16.0  # ems beyond which a word, an address say, may break
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")  # where a line may end: no-break spaces part no words
_DAMPING = 0.6  # power of a column's best width in its claim: 1 gives long texts all the room, 0 shares it evenly
_STEPS = 30
_SLACK = 1.0  # points, for a line that Word breaks a hair earlier
_WIDER, _WIDER_SIGNS = 1.2, 1.3
"""How much wider letters, and figures and signs, may be where a reader lacks our faces: dates and words of status have
room for that.
"""


class Need(NamedTuple):
    """The least and the best width of a column, in points; that of the widest of its short texts and of its head, which
    are not to be broken; and that at which neither these nor a word is broken in wider letters than ours.
    """

    least: float
    best: float
    short: float = 0
    head: float = 0
    wide: float = 0


def need(texts: Iterable[str], face: Face, size: float) -> Need:
    """What a column asks for that holds these texts in letters of this size."""
    least = best = short = wide = 0.0
    for text in texts:
        width = width_of(text, face)
        whole = (text,) if width < SHORT else ()
        best = max(best, width)
        least = max(least, *(width_of(word, face) for word in _BLANK.split(text)))
        short = max(short, width if whole else 0)
        wide = max(wide, *(_wider(word, face) for word in whole or _BLANK.split(text)))
    least = min(least, _LONGEST_WORD)
    sizes = least, max(best, least), short, 0, min(wide, _LONGEST_WORD)
    return Need(*(ems and ems * size + _SLACK for ems in sizes))


def _wider(text: str, face: Face) -> float:
    letters = "".join(filter(str.isalpha, text))
    own = width_of(letters, face)
    return _WIDER * own + _WIDER_SIGNS * (width_of(text, face) - own)


def shared(needs: Sequence[Need], shares: Sequence[int], width: float, gap: float = 0) -> list[float]:
    """The widths of columns, together `width`; each but the last has its `gap` to the next in it.

    Columns with shares divide what the others leave; a column without one is as wide as its content asks. Where the
    words ask for more than there is, each gets its least, and of the rest the more the longer its text.
    """
    gaps = [gap] * (len(needs) - 1) + [0]
    return [own + beside for own, beside in zip(_divided(needs, shares, width - sum(gaps)), gaps, strict=True)]


def _divided(needs: Sequence[Need], shares: Sequence[int], width: float) -> list[float]:
    asked = sum(shares)
    if not asked:
        widths = _fitted(needs, width)
        return [w * width / sum(widths) for w in widths]
    free = [need for need, share in zip(needs, shares, strict=True) if not share]
    kept = _fitted(free, width * len(free) / len(shares))
    rest, widths_kept = width - sum(kept), iter(kept)
    return [rest * share / asked if share else next(widths_kept) for share in shares]


def _fitted(needs: Sequence[Need], width: float) -> list[float]:
    """Best widths where there is room for them; else as much as there is."""
    wishes = [need.short for need in needs], [need.head for need in needs], [need.wide for need in needs]
    least = floors([need.least for need in needs], wishes, width)
    best = [max(need.best, floor) for need, floor in zip(needs, least, strict=True)]
    if sum(best) <= width:
        return best
    if sum(least) >= width:
        return [floor * width / sum(least) for floor in least]
    low, high = 0.0, width
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(_claims(least, best, middle)) > width else (middle, high)
    return _claims(least, best, low)


def _claims(least: Iterable[float], best: Iterable[float], unit: float) -> list[float]:
    return [max(floor, min(wide, unit * wide**_DAMPING)) for floor, wide in zip(least, best, strict=True)]
