"""The passage of a text that is most like some words, and the difference word by word.

Rare words show where to look; there, the words are laid beside the text at the least cost of changes (P. H. Sellers,
"The theory and computation of evolutionary distances", Journal of Algorithms 1 (1980)). `difflib` would match a lone
"the" far from the rest and call the words between them left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Self

from brief.archive.wording import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.archive.wording import Wording

_LETTER = rf"[^\W{UNSPACED}]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['.,]{_LETTER}+)*|\S")
"""A word, with the marks inside it (don't, U.S, 1,000), or a mark, or a letter where words are not spaced."""

LONGEST = 150
"""Words for which a passage is looked for; of more, the first."""

MOST_SPOTS = 20_000
"""Spots of the text that are counted, those of rare words first."""

WINDOWS = 5
NARROWEST = 60
"""Stretches of the text that are looked at closely, and a quarter of the characters that each has at least."""

SAME, CASE, OTHER, ADDED, LEFT_OUT = 0, 1, 3, 4, 1
"""What it costs that two words are the same, differ in case alone, or differ; that the quotation has one more, or less.

A word at the end of a quotation is rather another than one more, and rather further on than another.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the quotation, and those that the source has in their place; either may be none."""

    quoted: str
    source: str

    def __str__(self) -> str:
        if not self.source:
            return f"“{self.quoted}” is not in the source"
        if not self.quoted:
            return f"“{self.source}” of the source is left out"
        return f"“{self.quoted}” is “{self.source}” in the source"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch of a wording, and how some words differ from it."""

    start: int
    end: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or a mark: where it stands, and its `key`, without case."""

    start: int
    end: int
    text: str
    key: str

    @classmethod
    def of(cls, found: re.Match[str]) -> Self:
        return cls(found.start(), found.end(), found[0], found[0].casefold())

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of the quotation beside one of the source; either may be missing."""

    quoted: _Word | None
    source: _Word | None

    @property
    def is_same(self) -> bool:
        return bool(self.quoted and self.source and self.quoted.text == self.source.text)

    @property
    def agrees(self) -> bool:
        return bool(self.quoted and self.source and self.quoted.key == self.source.key and not self.quoted.is_mark)


def nearest(source: Wording, asked: Wording, start: int, end: int) -> Likeness | None:
    """The stretch of `source` most like `asked` from `start` to `end`; none where less than half the words agree."""
    words = tuple(islice(_words(asked.words, start, end), LONGEST))
    rows = [_beside(words, tuple(_words(source.words, *window))) for window in _windows(words, source.words)]
    _, pairs = min(rows, key=lambda row: row[0], default=(0, ()))
    there = [pair.source for pair in pairs if pair.source]
    agreed = sum(pair.agrees for pair in pairs)
    if not agreed or 2 * agreed < sum(1 for word in words if not word.is_mark):
        return None
    low, high = there[0].start, there[-1].end
    changes = tuple(_changes(pairs, source, asked)) or (Change(asked.passage(start, end), source.passage(low, high)),)
    return Likeness(low, high, changes)


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    return map(_Word.of, _TOKEN.finditer(text, start, end))


def _windows(words: Sequence[_Word], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text where most of some words stand at their distances, rare ones counting more."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter or two of Turkish
        lower = text
    counts = {word: lower.count(word.text.lower()) for word in words if not word.is_mark}
    start = words[0].start if words else 0
    width = max(words[-1].end - start if words else 0, NARROWEST)
    votes = defaultdict[int, float](float)
    left = MOST_SPOTS
    for word, count in sorted(counts.items(), key=itemgetter(1)):
        spots = tuple(islice(_spots(lower, word.text.lower()), min(left, count)))
        left -= len(spots)
        for spot in spots:
            votes[(spot - word.start + start) // width] += 1 / len(spots)
    for bucket in sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:WINDOWS]:
        yield max(0, (bucket - 1) * width), max(0, (bucket + 3) * width)


def _spots(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, and is no part of another."""
    part = re.compile(_LETTER)
    for found in re.finditer(re.escape(word), text):
        start, end = found.span()
        if not (part.match(text, start - 1, start) and part.match(word)) and not part.match(text, end):
            yield start


def _beside(words: Sequence[_Word], text: Sequence[_Word]) -> tuple[int, tuple[_Pair, ...]]:
    """Words beside the stretch of a text that needs the least changes; what stands around it costs nothing."""
    costs = [[0] * (len(text) + 1)]  # of the first words of the quotation, up to each word of the text
    for count, word in enumerate(words, 1):
        row = [ADDED * count]
        for at, other in enumerate(text):
            row.append(min(costs[-1][at] + _cost(word, other), costs[-1][at + 1] + ADDED, row[at] + LEFT_OUT))
        costs.append(row)
    at = min(range(len(text) + 1), key=lambda at: costs[-1][at])
    return costs[-1][at], tuple(reversed(tuple(_back(costs, words, text, at))))


def _back(costs: list[list[int]], words: Sequence[_Word], text: Sequence[_Word], at: int) -> Iterator[_Pair]:
    """The pairs behind the least cost, last first."""
    count = len(words)
    while count:
        here = costs[count][at]
        if at and here == costs[count - 1][at - 1] + _cost(words[count - 1], text[at - 1]):
            count, at = count - 1, at - 1
            yield _Pair(words[count], text[at])
        elif here == costs[count - 1][at] + ADDED:
            count -= 1
            yield _Pair(words[count], None)
        else:
            at -= 1
            yield _Pair(None, text[at])


def _cost(one: _Word, other: _Word) -> int:
    if one.text == other.text:
        return SAME
    return CASE if one.key == other.key else OTHER


def _changes(pairs: Sequence[_Pair], source: Wording, asked: Wording) -> Iterator[Change]:
    """Neighbouring words that differ, together, as they are written."""
    quoted: list[_Word] = []
    there: list[_Word] = []
    for pair in (*pairs, None):
        if pair and not pair.is_same:
            quoted += [pair.quoted] if pair.quoted else []
            there += [pair.source] if pair.source else []
        elif quoted or there:
            yield Change(_as_written(asked, quoted), _as_written(source, there))
            quoted, there = [], []


def _as_written(wording: Wording, words: Sequence[_Word]) -> str:
    return wording.passage(words[0].start, words[-1].end) if words else ""
