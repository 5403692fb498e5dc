"""What a quotation promises word for word, between what it marks as its own: ellipses and square brackets.

As editors use them (New Hart's Rules, 9.3): an ellipsis, alone or in brackets, leaves words of the source out; square
brackets hold what the source does not have, beside its words or in place of some. Neither may stand for just anything:
what they replace is bounded, and the pieces between them stand in the source in their order. `[S]ecurity` is the
source's word with a letter in the other case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.archive.wording import ELLIPSIS, UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT_OUT = 500
"""Characters of the source that an ellipsis may stand for: a few sentences."""

REPLACED = 60
"""Characters of the source that square brackets may stand for: a few words."""

_MARKS = re.compile(
    rf"(?P<ellipsis>\s*(?:[\[(]\s*{ELLIPSIS}\s*[\])]|{ELLIPSIS})\s*)"
    r"|(?P<letter>\[[^\W\d_]\](?=\w))"
    r"|(?P<brackets>\s*\[[^\[\]]*\]\s*)"
)
_HANGUL = "\uac00-\ud7a3"
_GOES_ON = rf"[^\W{UNSPACED}{_HANGUL}]"
"""A letter that makes the word before it another: not those of a Korean particle, nor where words are not spaced."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quotation that stand in its source as they are, `start` to `end` of its wording.

    At most `reach` characters of the source lie between them and the piece before.
    """

    start: int
    end: int
    pattern: re.Pattern[str]
    reach: int = 0


def whole(words: str) -> tuple[Piece, ...]:
    """A quotation that marks nothing as its own, as one piece."""
    return tuple(_piece(words, 0, len(words), 0))


def parted(words: str) -> tuple[Piece, ...]:
    """The pieces of a quotation between its marks, in order."""
    pieces: list[Piece] = []
    start = reach = 0
    for mark in _MARKS.finditer(words):
        if mark.lastgroup == "letter":
            continue
        pieces += _piece(words, start, mark.start(), reach)
        reach = max(reach if start == mark.start() else 0, LEFT_OUT if mark.lastgroup == "ellipsis" else REPLACED)
        start = mark.end()
    pieces += _piece(words, start, len(words), reach)
    return tuple(pieces)


def _piece(words: str, start: int, end: int, reach: int) -> Iterator[Piece]:
    """The piece of a stretch, but for the spaces at its ends; none where there is nothing else."""
    stretch = words[start:end]
    first, last = start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
    if first < last:
        yield Piece(first, last, re.compile(_pattern(words, first, last)), reach)


def _pattern(words: str, start: int, end: int) -> str:
    """What finds a piece: its words, and at each end that touches no bracket the end of a word."""
    text = words[start:end]
    exact = "".join(
        f"[{re.escape(part[1].lower() + part[1].upper())}]" if re.fullmatch(r"\[[^\W\d_]\]", part) else re.escape(part)
        for part in re.split(r"(\[[^\W\d_]\](?=\w))", text)
    )
    begins = r"[^\W" + UNSPACED + "]"
    before = rf"(?<!{begins})" if re.match(begins, text.lstrip("[")) and words[start - 1 : start] != "]" else ""
    after = rf"(?!{_GOES_ON})" if re.search(r"\w$", text) and words[end : end + 1] != "[" else ""
    return before + exact + after
