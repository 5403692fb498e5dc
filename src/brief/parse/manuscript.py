"""The Markdown of a filled template: tokens stand for its values, and each line knows where its author wrote it.

A token is a number between two characters of the private use area. Markdown reads them as letters, whatever the values
hold; in the author's own words the two characters are replaced, so nobody can forge one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brief.place import Place
from brief.problem import Problem
from brief.template import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.problem import Severity
    from brief.template import Filled, Value
    from brief.tree import Note

OPEN, SHUT = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([0-9]{{1,7}}){SHUT}")
FORGED = str.maketrans({OPEN: "\ufffd", SHUT: "\ufffd"})
UNSEEN = re.compile(r"[ \t]+$", re.MULTILINE)
ENDS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))


OF_BOXES = ("box", "document", "fact", "figure", "table")
"""Codes of what is told of a box that holds something else than it should."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is read, and what the reading brings to light: problems, and the notes by their ids."""

    lines: tuple[str, ...]  # of the Markdown
    places: tuple[Place, ...]  # one a line
    values: tuple[Value, ...]  # one a token
    problems: list[Problem] = field(default_factory=list)
    torn: list[range] = field(default_factory=list)  # the lines of boxes that are told not to be closed
    notes: dict[str, Note] = field(default_factory=dict)
    environment: dict[str, Any] = field(default_factory=dict)  # where the dialect keeps free notes
    marked: list[tuple[str, str]] = field(default_factory=list)  # owner and mark of the last portion of the run at hand

    @property
    def markdown(self) -> str:
        """The whole text."""
        return "".join(f"{line}\n" for line in self.lines)

    def place(self, line: int) -> Place | None:
        """Where the author wrote this line, counted from 0."""
        return self.places[min(line, len(self.places) - 1)] if self.places else None

    def report(self, line: int, code: str, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Keep a problem of a line, counted from 0; not where it only follows from a box that is not closed."""
        if code in OF_BOXES and any(line in lines for lines in self.torn):
            return
        self.problems.append(Problem(code, message, self.place(line), hint, severity))

    def pieces(self, raw: str) -> Iterator[str | Value]:
        """The author's words and the values in a stretch of Markdown, in order; empty words are left out."""
        for n, piece in enumerate(TOKEN.split(raw)):
            if n % 2:
                yield self.values[int(piece)] if int(piece) < len(self.values) else "\ufffd"
            elif piece:
                yield one_line(piece.translate(FORGED))


def manuscript(filled: Filled) -> Manuscript:
    """Put the chunks of a filled template together. White space that nobody sees at the end of a line is dropped."""
    text: list[str] = []
    places: list[Place] = []
    values: list[Value] = []
    fresh = True  # whether a line begins here
    for chunk in filled.chunks:
        if not isinstance(chunk, Written):
            if fresh:
                places.append(chunk.place)
            fresh = False
            text.append(f"{OPEN}{len(values)}{SHUT}")
            values.append(chunk)
            continue
        words = chunk.text.replace("\r\n", "\n").replace("\r", "\n").translate(FORGED)
        text.append(words)
        lines = words.split("\n")
        for offset, line in enumerate(lines):
            fresh = fresh or offset > 0
            if fresh and (line or offset < len(lines) - 1):
                places.append(_below(chunk.place, offset))
                fresh = False
    return Manuscript(tuple(UNSEEN.sub("", "".join(text)).split("\n")), tuple(places), tuple(values))


def _below(place: Place, lines: int) -> Place:
    return Place(place.file, place.line + lines) if lines else place


def one_line(words: str) -> str:
    """The words as they are, but for line ends and tabs, which become spaces."""
    return words if words.isprintable() else words.replace("\r\n", " ").translate(ENDS)
