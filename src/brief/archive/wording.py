"""A text as a quotation is compared with it: as it is worded, whatever hand set it, with the way back to its letters.

What houses set differently is one here: white space, quotation marks of every kind (single and double: a quotation
inside a quotation changes them), apostrophes, dashes and the spaces about them, ellipses. Case,
spelling and every other mark stay: they are the words. Texts are taken in Normalization Form C (Unicode Standard
Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

DASH = "-"
QUOTE = "'"
ELLIPSIS = "…"

_QUOTES = (
    "\"'`\u00ab\u00b4\u00bb\u02b9\u02bb\u02bc\u02c8\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\uff02\uff07"
)
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen, and characters of no width
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that put no spaces between words, as a class of `re`: kana and Chinese characters."""

_OTHERWISE = re.compile(
    rf"(?P<dash>[\s{_UNSEEN}]*[{_DASHES}][\s{_UNSEEN}{_DASHES}]*)"
    rf"|(?P<none>(?<=[{UNSPACED}])[\s{_UNSEEN}]+|[\s{_UNSEEN}]+(?=[{UNSPACED}])|[{_UNSEEN}]+)"
    rf"|(?P<space>[\s{_UNSEEN}]*\s[\s{_UNSEEN}]*)"
    rf"|(?P<quote>[{_QUOTES}](?:[{_UNSEEN}]*[{_QUOTES}])*)"
    r"|(?P<dots>\.{3,}|\.(?:\s\.){2,})"
)
_WORDS = {"dash": DASH, "none": "", "space": " ", "quote": QUOTE, "dots": ELLIPSIS}


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a text: `words`, and for a spot in them the spot of the text they stand for."""

    text: str
    words: str
    starts: tuple[int, ...] = field(repr=False)  # where in `words` a new count begins,
    spots: tuple[int, ...] = field(repr=False)  # and the spot in `text` from which it counts

    def spot(self, at: int) -> int:
        """Where in the text the wording's character `at` stands."""
        part = bisect_right(self.starts, at) - 1
        return self.spots[part] + at - self.starts[part]

    def passage(self, start: int, end: int) -> str:
        """The text of a stretch of the wording, as it is written."""
        return self.text[self.spot(start) : self.spot(end)].strip()


@lru_cache(maxsize=8)
def wording(text: str) -> Wording:
    """The wording of a text. Linear in its length."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    starts, spots = [0], [0]
    length = done = 0
    for found in _OTHERWISE.finditer(text):
        put = _WORDS[found.lastgroup or ""]
        pieces += text[done : found.start()], put
        length += found.start() - done + len(put)
        if len(put) != found.end() - found.start():
            starts.append(length)
            spots.append(found.end())
        done = found.end()
    pieces.append(text[done:])
    return Wording(text, "".join(pieces), tuple(starts), tuple(spots))
