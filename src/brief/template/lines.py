"""The tags of a template's text, without Jinja: which lines are words and which only tags, and what was left open.

Jinja either keeps the line end after every tag or eats it after every tag. Here a line that holds only tags vanishes,
and a line with words on it keeps its end and its indentation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(r"\{[%{#]")
_CLOSING = {"{%": "%}", "{{": "}}", "{#": "#}"}
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_END_OF_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_PAIRED = frozenset(("if", "for", "macro", "block", "call", "filter", "with"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, a printed value or a comment, from `start` to before `end`."""

    kind: str  # its first two characters
    start: int
    end: int


def tags(source: str) -> Iterator[Tag]:
    """Every tag in order. The text after one that is never closed is left to Jinja to complain of."""
    position = 0
    while opening := _OPENING.search(source, position):
        start, kind = opening.start(), opening[0]
        if raw := _RAW.match(source, start):
            found = _END_OF_RAW.search(source, raw.end())
            end = found.end() if found else len(source)
        else:
            closing = source.find(_CLOSING[kind], start + 2)
            if closing < 0:
                return
            end = closing + 2
        yield Tag(kind, start, end)
        position = end


def keep_lines(source: str) -> str:
    """Mark the tags of lines that hold words, so that trimming leaves these lines as they are written."""
    source = "\n".join(line.rstrip(" \t") for line in source.split("\n"))
    pieces: list[str] = []
    position = 0
    line: list[Tag] = []
    for tag in tags(source):
        if line and "\n" in source[line[-1].end : tag.start]:
            position = _mark(source, line, position, pieces)
            line = []
        line.append(tag)
    if line:
        position = _mark(source, line, position, pieces)
    return "".join((*pieces, source[position:]))


def _mark(source: str, line: list[Tag], position: int, pieces: list[str]) -> int:
    """Copy a line of tags, with `+` in the first and the last of them where there are words on it."""
    first, last = line[0], line[-1]
    start = source.rfind("\n", 0, first.start) + 1
    stop = source.find("\n", last.end)
    stop = len(source) if stop < 0 else stop
    bounds = [start, *(edge for tag in line for edge in (tag.start, tag.end)), stop]
    between = (source[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    if all(tag.kind != "{{" for tag in line) and not any(text.strip() for text in between):
        return position
    if first.kind != "{{" and not source[start : first.start].strip() and source[first.start + 2] not in "+-":
        pieces.append(source[position : first.start + 2] + "+")
        position = first.start + 2
    if last.kind != "{{" and last.end == stop and source[last.end - 3] not in "+-":
        pieces.append(source[position : last.end - 2] + "+")
        position = last.end - 2
    return position


def never_closed(source: str) -> tuple[str, int] | None:
    """The first tag that waits for its end at the end of a template: its word and its line."""
    waiting: list[tuple[str, int]] = []
    for tag in tags(source):
        found = _WORD.match(source, tag.start)
        word = found[1] if found else ""
        if word in _PAIRED or (word == "set" and "=" not in source[tag.start : tag.end]):
            waiting.append((word, source.count("\n", 0, tag.start) + 1))
        elif word.startswith("end") and waiting and word == f"end{waiting[-1][0]}":
            waiting.pop()
    return waiting[0] if len(waiting) == 1 else waiting[-1] if waiting else None
