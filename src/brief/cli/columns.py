"""Rows of words in columns that together are no wider than a terminal."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import wcwidth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
"""Spaces between columns."""

SET_IN = "  "

NARROWEST = 4
"""No column is made narrower, even where the terminal is."""


def columns(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Lines of at most `width` cells of a terminal, long texts wrapped; Hangul and Chinese characters take two each.

    What goes on in the first column is set in, so that it shows where a row begins.
    """
    wants = [(max(map(_longest_word, c)), max(map(wcwidth.width, c))) for c in zip(*rows, strict=True)]
    (word, text), *others = wants
    widths = fitted([(min(word + len(SET_IN), text), text), *others], width)
    for row in rows:
        wrapped = [_lines(cell, widths[at], SET_IN if at == 0 else "") for at, cell in enumerate(row)]
        for line in zip_longest(*wrapped, fillvalue=""):
            cells = (wcwidth.ljust(cell, room) for cell, room in zip(line, widths, strict=True))
            yield (" " * GAP).join(cells).rstrip()


def fitted(columns: Sequence[tuple[int, int]], width: int) -> list[int]:
    """How wide each column is, of its longest word and its longest text.

    Each has its longest text where all fit. Else room is taken from the widest, first down to their longest words, then
    through them.
    """
    widths = [text for _, text in columns]
    room = width - GAP * (len(columns) - 1)
    for least in ([word for word, _ in columns], [NARROWEST] * len(columns)):
        while sum(widths) > room:
            spare = [wide if wide > floor else 0 for wide, floor in zip(widths, least, strict=True)]
            if not any(spare):
                break
            widths[spare.index(max(spare))] -= 1
    return widths


def _lines(cell: str, room: int, set_in: str) -> list[str]:
    return wcwidth.wrap(cell, max(room, 1), subsequent_indent=set_in if room > NARROWEST else "") or [""]


def _longest_word(text: str) -> int:
    return max((wcwidth.width(word) for word in text.split()), default=0)
