"""Widths of columns by their content, after the automatic layout of CSS 2.1, 17.5.2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.measure import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 34.0  # ems beyond which a longer text asks for no more room
_LONGEST_WORD = 16.0  # ems beyond which a word, an address say, may break


def needs(texts: Sequence[str]) -> tuple[float, float]:
    """The least and the best width of a column that holds these texts, in ems."""
    least = max((width_of(word) for text in texts for word in text.split()), default=1.0)
    best = max(map(width_of, texts), default=1.0)
    least = min(least, _LONGEST_WORD)
    return least, max(least, min(best, _MOST))


def shared(wants: Sequence[tuple[float, float]], shares: Sequence[int], width: float) -> list[float]:
    """The widths of columns, together `width`.

    A column with a share has that share of what the others leave; one without is as wide as its content asks, and
    where the words ask for more than there is, each gets its least and a part of the rest.
    """
    asked = sum(shares)
    free = [n for n, share in enumerate(shares) if not share]
    if not asked:
        return _by_content(wants, width)
    kept = _least_first([wants[n] for n in free], width * len(free) / len(shares))
    rest = width - sum(kept)
    widths = iter(kept)
    return [rest * share / asked if share else next(widths) for share in shares]


def _by_content(wants: Sequence[tuple[float, float]], width: float) -> list[float]:
    widths = _least_first(wants, width)
    left = width - sum(widths)
    whole = sum(widths) or 1.0
    return [w + left * w / whole for w in widths]


def _least_first(wants: Sequence[tuple[float, float]], width: float) -> list[float]:
    """Best widths where there is room for them; else the least, and of the rest what each lacks."""
    least, best = sum(w[0] for w in wants), sum(w[1] for w in wants)
    if best <= width:
        return [w[1] for w in wants]
    if least >= width:
        return [w[0] * width / least for w in wants]
    part = (width - least) / (best - least)
    return [low + (high - low) * part for low, high in wants]
