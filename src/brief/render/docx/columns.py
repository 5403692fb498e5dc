"""Widths of columns by their content, after the automatic layout of CSS 2.1, 17.5.2.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.render.docx.measure import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.style import Face

SHORT = 8.5
"""Ems up to which a text, a date say, stays on one line."""

_LONGEST_WORD = 16.0  # ems beyond which a word, an address say, may break
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")  # where a line may end: no-break spaces part no words
_DAMPING = 0.5  # power of a column's best width in its claim: 1 gives long texts all the room, 0 shares it evenly
_STEPS = 30
_SLACK = 1.0  # points, for a line that Word breaks a hair earlier


class Need(NamedTuple):
    """The least and the best width of a column, in points."""

    least: float
    best: float


def need(texts: Iterable[str], face: Face, size: float, whole: float = SHORT) -> Need:
    """What a column asks for that holds these texts in letters of this size.

    A text of up to `whole` ems is not to be broken.
    """
    least = best = 0.0
    for text in texts:
        wide = width_of(text, face)
        best = max(best, wide)
        least = max(least, wide if wide < whole else max(width_of(word, face) for word in _BLANK.split(text)))
    least = min(least, _LONGEST_WORD)
    return Need(least * size + _SLACK, max(best, least) * size + _SLACK)


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
    least = sum(need.least for need in needs)
    if sum(need.best for need in needs) <= width:
        return [need.best for need in needs]
    if least >= width:
        return [need.least * width / least for need in needs]
    low, high = 0.0, width
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(_claims(needs, middle)) > width else (middle, high)
    return _claims(needs, low)


def _claims(needs: Iterable[Need], unit: float) -> list[float]:
    return [max(need.least, min(need.best, unit * need.best**_DAMPING)) for need in needs]
