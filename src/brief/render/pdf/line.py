"""Lines: runs cut into words, and words laid into lines, ragged right.

A line ends at a space, which stays its last character; after a hyphen or dash between letters; in an address behind its
host and after one of `/ . - _ ? & = #`; and inside a word only where the word is longer than the line. Korean breaks at
spaces alone. No line begins with a dash, and a last line is not left with a lone word where the line above can spare
one; a narrow line, of a cell say, cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from brief.render.pdf.run import NEW_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.render.pdf.part import FootNote
    from brief.render.pdf.run import Run, Segment

_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_]{2}[-\u2013\u2014/])(?=[^\W\d_]{2})")
_IN_ADDRESS = re.compile(r"(?<=[/._?&=#-])(?=[^/._?&=#-])")
_HOST = re.compile(r"[a-z]+://[^/?#]{1,32}(?:[/?#]|$)")
_ADDRESS = 20  # letters: a shorter word with such signs is no address
_SHORT = 6
_NARROW = 14.0  # sizes of letters: some thirty of them
_DASHES = frozenset("\u2013\u2014")
_HELD = "\N{NO-BREAK SPACE}"  # a word that holds one is not alone
_SLACK = 0.01


class Word:
    """What stands together: `text` set as `run` is, then `more` pieces of other runs; the width of all.

    `space` is the run of the space after it, None where there is none, `gap` the width of that; a word that `ends` is
    the last of its line, whatever room there is.
    """

    __slots__ = ("ends", "gap", "more", "run", "space", "text", "width")

    def __init__(self, run: Run, text: str, width: float) -> None:
        self.run, self.text, self.width = run, text, width
        self.more: tuple[Segment, ...] = ()
        self.space: Run | None = None
        self.gap = 0.0
        self.ends = False

    @property
    def pieces(self) -> tuple[Segment, ...]:
        """All its pieces."""
        return ((self.run, self.text), *self.more)

    def add(self, run: Run, text: str, width: float) -> None:
        """Set `text`, which is as wide as that, at its end."""
        self.more += ((run, text),)
        self.width += width


@dataclass(slots=True)
class Line:
    """Segments, each what one run has on this line; its width without the space at its end; the notes it cites.

    It `cuts` a word that goes on in the next line.
    """

    segments: list[Segment]
    width: float
    notes: tuple[FootNote, ...]
    cuts: bool = False


def words_of(runs: Iterable[Run]) -> list[Word]:
    """The words of runs; a word may hold pieces of several runs."""
    words: list[Word] = []
    word: Word | None = None  # to which is added what follows without a space
    for run in runs:
        if run.text == NEW_LINE:
            word = word or _begun(words, run, "", 0)
            word.space, word.gap, word.ends = run, 0, True
            word = None
        elif run.dot:
            word = _added(words, word, run, "", run.width(""))
        else:
            word = _cut(run, words, word)
    return words


def _cut(run: Run, words: list[Word], word: Word | None) -> Word | None:
    """Add the words of a run, the first of them to `word`; gives the word that goes on behind the run."""
    table, size, tracking = run.words, run.size, run.tracking
    gap = table[" "][0] * size + tracking
    for index, text in enumerate(run.text.split(" ")):
        if index and word:
            word.space, word.gap = run, gap
            word = None
        if not text:
            continue
        if len(text) > 4 and not text.isalnum():
            *parts, text = _breakable(text)  # noqa: PLW2901 - the last part of the word takes the rest of its way
            for part in parts:
                _added(words, word, run, part, table[part][0] * size + len(part) * tracking)
                word = None
        elif text in _DASHES and not word and words:
            word = _reopened(words[-1])
        width = table[text][0] * size + len(text) * tracking
        if word:
            word.add(run, text, width)
        else:
            word = Word(run, text, width)
            words.append(word)
    return word


def _begun(words: list[Word], run: Run, text: str, width: float) -> Word:
    word = Word(run, text, width)
    words.append(word)
    return word


def _added(words: list[Word], word: Word | None, run: Run, text: str, width: float) -> Word:
    if not word:
        return _begun(words, run, text, width)
    word.add(run, text, width)
    return word


def _reopened(word: Word) -> Word | None:
    """The last word, to go on behind its space: no line begins with a dash."""
    if not word.space or word.ends:
        return None
    word.add(word.space, " ", word.gap)
    word.space, word.gap = None, 0
    return word


@lru_cache(maxsize=4096)
def _breakable(text: str) -> tuple[str, ...]:
    if len(text) >= _ADDRESS and ("/" in text or "." in text or "_" in text):
        host = _HOST.match(text)
        parts = _IN_ADDRESS.split(text[host.end() :] if host else text)
        return tuple(part for part in (host[0] if host else "", *parts) if part)
    return tuple(_BETWEEN_LETTERS.split(text))


def widest(words: Iterable[Word]) -> float:
    """The width of the widest word: no line may be narrower."""
    return max((word.width for word in words), default=0)


def natural(words: Iterable[Word]) -> float:
    """The width of the longest line when only forced ends break it."""
    longest = width = 0.0
    gap = 0.0
    for word in words:
        width += gap + word.width
        gap = word.gap
        longest = max(longest, width)
        if word.ends:
            width = gap = 0
    return longest


def lines_of(words: Iterable[Word], room: float) -> list[Line]:
    """Words laid into lines of at most `room` points, each as full as can be."""
    lines: list[list[Word]] = []
    line: list[Word] = []
    width = gap = 0.0
    most = room + _SLACK
    for whole in words:
        for word in (whole,) if whole.width <= most else _pieces_within(whole, room):
            if line and width + gap + word.width > most:
                lines.append(line)
                line, width, gap = [], 0.0, 0.0
            line.append(word)
            width += gap + word.width
            gap = word.gap
            if word.ends:
                lines.append(line)
                line, width, gap = [], 0.0, 0.0
    if line or not lines:
        lines.append(line)
    _spare_a_word(lines, room)
    return [_set(line, last=line is lines[-1]) for line in lines]


def _pieces_within(word: Word, room: float) -> list[Word]:
    """A word that is wider than the line, cut where lines must end."""
    words: list[Word] = []
    piece: Word | None = None
    for run, text in word.pieces:
        if run.dot:
            piece = _added(words, piece, run, text, run.width(text))
            continue
        start, width = 0, piece.width if piece else 0
        for at, character in enumerate(text):
            advance = run.width(character)
            if width + advance > room and (piece or at > start):
                if at > start:
                    _added(words, piece, run, text[start:at], run.width(text[start:at]))
                piece, start, width = None, at, 0
            width += advance
        if start < len(text):
            piece = _added(words, piece, run, text[start:], run.width(text[start:]))
    last = words[-1]
    last.space, last.gap, last.ends = word.space, word.gap, word.ends
    return words


def _spare_a_word(lines: list[list[Word]], room: float) -> None:
    """Give a lone last word company from the line above, where that line keeps two words of its own, or one."""
    if len(lines) < 2 or len(lines[-1]) != 1:
        return
    above, lone = lines[-2], lines[-1][0]
    if room < _NARROW * lone.run.size:
        return
    spared = above[-1]
    if spared.ends or not spared.space or spared.width + spared.gap + lone.width > room:
        return
    if any(_HELD in text for _, text in lone.pieces):
        return
    letters = sum(len(text) for run, text in lone.pieces if not run.rise)
    if len(above) >= (3 if letters < _SHORT else 4):
        lines[-1].insert(0, above.pop())


def _set(words: list[Word], *, last: bool) -> Line:
    runs: list[Run] = []
    texts: list[str] = []
    width = gap = 0.0
    for word in words:
        if word.text or word.run.dot:
            runs.append(word.run)
            texts.append(word.text)
        for run, text in word.more:
            runs.append(run)
            texts.append(text)
        if word.space:
            runs.append(word.space)
            texts.append(" ")
        width += gap + word.width
        gap = word.gap
    if last and words and words[-1].space:
        runs.pop()
    segments, notes, start = [], [], 0
    for end, run in enumerate(runs, 1):
        if end == len(runs) or runs[end] is not run:
            segments.append((run, "".join(texts[start:end])))
            start = end
            if run.note:
                notes.append(run.note)
    return Line(segments, width, tuple(notes), not last and words[-1].space is None)
