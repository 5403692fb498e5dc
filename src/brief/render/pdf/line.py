"""Lines: runs cut into words, and words laid into lines, ragged right.

A line ends at a space, which stays its last character; after a hyphen or dash between letters; in an address after one
of `/ . - _ ? & = #`; and inside a word only where the word is longer than the line. Korean breaks at spaces alone. No
line begins with a dash, and a last line is not left with a lone word where the line above can spare one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.run import NEW_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.pdf.part import FootNote
    from brief.render.pdf.run import Run

_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_]{2}[-\u2013\u2014/])(?=[^\W\d_]{2})")
_IN_ADDRESS = re.compile(r"(?<=[/._?&=#-])(?=[^/._?&=#-])")
_ADDRESS = 20  # letters: a shorter word with such signs is no address
_SHORT = 6
_DASHES = frozenset("\u2013\u2014")
_SLACK = 0.01


class Word:
    """Pieces of runs that stand together, and their width.

    `space` is the run of the space after it, None where there is none, `gap` the width of that; a word that `ends` is
    the last of its line, whatever room there is.
    """

    __slots__ = ("ends", "gap", "pieces", "space", "width")

    def __init__(self) -> None:
        self.pieces: list[tuple[Run, str]] = []
        self.width = self.gap = 0.0
        self.space: Run | None = None
        self.ends = False

    def add(self, run: Run, text: str, width: float) -> None:
        """Set `text`, which is as wide as that, at its end."""
        self.pieces.append((run, text))
        self.width += width


@dataclass(slots=True)
class Line:
    """Segments, each what one run has on this line; its width without the space at its end; the notes it cites."""

    segments: list[tuple[Run, str]]
    width: float
    notes: tuple[FootNote, ...]


def words_of(runs: Iterable[Run]) -> list[Word]:
    """The words of runs; a word may hold pieces of several runs."""
    words: list[Word] = []
    word = Word()
    for run in runs:
        if run.text == NEW_LINE:
            word.space, word.gap, word.ends = run, 0, True
            words.append(word)
            word = Word()
            continue
        if run.dot:
            word.add(run, "", run.width(""))
            continue
        table, size, tracking = run.words, run.size, run.tracking
        gap = table[" "][0] * size + tracking
        for index, text in enumerate(run.text.split(" ")):
            if index and word.pieces:
                word.space, word.gap = run, gap
                words.append(word)
                word = Word()
            if len(text) > 4 and not text.isalnum():
                *parts, text = _breakable(text)  # noqa: PLW2901 - the last part of the word takes the rest of its way
                for part in parts:
                    word.add(run, part, table[part][0] * size + len(part) * tracking)
                    words.append(word)
                    word = Word()
            if text in _DASHES and not word.pieces and words and words[-1].space:
                word = _reopened(words)
            if text:
                word.add(run, text, table[text][0] * size + len(text) * tracking)
    if word.pieces:
        words.append(word)
    return words


def _reopened(words: list[Word]) -> Word:
    """The last word, to go on behind its space: no line begins with a dash."""
    word = words[-1]
    if word.space and not word.ends:
        words.pop()
        word.add(word.space, " ", word.gap)
        word.space, word.gap = None, 0
        return word
    return Word()


def _breakable(text: str) -> list[str]:
    if len(text) >= _ADDRESS and ("/" in text or "." in text or "_" in text):
        return _IN_ADDRESS.split(text)
    return _BETWEEN_LETTERS.split(text)


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
    for long_word in words:
        for word in _fitting(long_word, room):
            if line and width + gap + word.width > room + _SLACK:
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


def _fitting(word: Word, room: float) -> Iterator[Word]:
    """The word, in pieces where it is wider than the line."""
    if word.width <= room + _SLACK:
        yield word
        return
    piece = Word()
    for run, text in word.pieces:
        if run.dot:
            piece.add(run, text, run.width(text))
            continue
        start, width = 0, piece.width
        for at, character in enumerate(text):
            advance = run.width(character)
            if width + advance > room and (piece.pieces or at > start):
                if at > start:
                    piece.add(run, text[start:at], run.width(text[start:at]))
                yield piece
                piece, start, width = Word(), at, 0
            width += advance
        if start < len(text):
            piece.add(run, text[start:], run.width(text[start:]))
    piece.space, piece.gap, piece.ends = word.space, word.gap, word.ends
    yield piece


def _spare_a_word(lines: list[list[Word]], room: float) -> None:
    """Give a lone last word company from the line above, where that line keeps two words of its own, or one."""
    if len(lines) < 2 or len(lines[-1]) != 1:
        return
    above, lone = lines[-2], lines[-1][0]
    spared = above[-1]
    if spared.ends or not spared.space or spared.width + spared.gap + lone.width > room:
        return
    letters = sum(len(text) for _, text in lone.pieces)
    if len(above) >= (3 if letters < _SHORT else 4):
        lines[-1].insert(0, above.pop())


def _set(words: list[Word], *, last: bool) -> Line:
    segments: list[tuple[Run, str]] = []
    notes: list[FootNote] = []
    texts: list[str] = []
    current: Run | None = None
    width = gap = 0.0

    def turn_to(run: Run) -> None:
        nonlocal current, texts
        if run is not current:
            if current is not None:
                segments.append((current, "".join(texts)))
            current, texts = run, []
            if run.note:
                notes.append(run.note)

    for index, word in enumerate(words):
        for run, text in word.pieces:
            turn_to(run)
            texts.append(text)
        width += gap + word.width
        gap = word.gap
        if word.space and not (last and index == len(words) - 1):
            turn_to(word.space)
            texts.append(" ")
    if current is not None:
        segments.append((current, "".join(texts)))
    return Line(segments, width, tuple(notes))
