"""TOML files with places: their values, what is wrong with them in plain words, and the line of each table and key."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from brief.files import inside, read_text
from brief.place import Place
from brief.problem import TYPOGRAPHIC, Problem, unreadable

if TYPE_CHECKING:
    from pathlib import Path

Key = str | int
"""The name of a key or table, or the number of a table in a list of tables, from 0."""

Places = dict[tuple[Key, ...], Place]
"""Where each table and each key stands, by the names that lead to it."""

LARGEST_TOML = 256 * 1024
LONGEST_LINE = 1000
"""Characters of a TOML file, and of a line of it: names of many keys take the square of their number to read."""

_PLAIN_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_PLAIN_TABLE = re.compile(r"\s*\[([A-Za-z0-9_-]+)\]\s*(?:#.*)?")


def read_toml(folder: Path, file: str, shown: str) -> tuple[dict[str, Any], str, Problem | None]:
    """The values of a TOML file of a folder and its text, both empty beside a problem.

    `shown` is its path as its user writes it.
    """
    path = inside(folder, file)
    if path is None:
        return {}, "", Problem("outside-folder", "this file lies outside the template's folder", Place(shown, 1))
    try:
        text = read_text(path)
    except (OSError, ValueError) as error:
        return {}, "", unreadable(error, shown)
    try:
        return toml_of(text), text, None
    except (ValueError, RecursionError) as error:
        return {}, "", no_toml(error, text, shown)


def toml_of(text: str) -> dict[str, Any]:
    """The values of some TOML. Raises ValueError where it is none, RecursionError where it is nested too deep.

    What would take too long to read, or hold a number too large to print, is refused unread. The message ends with the
    place, "(at line 3, column 1)".
    """
    if len(text) > LARGEST_TOML:
        message = f"it is longer than {LARGEST_TOML // 1024} KiB (at line 1, column 1)"
        raise ValueError(message)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            message = f"a line is longer than {LONGEST_LINE} characters (at line {number}, column 1)"
            raise ValueError(message)
    return tomllib.loads(text)


def places_in(text: str, shown: str) -> Places:
    """Where each table and each key of a TOML file is written, by the names of its tables and its own.

    Tables of a list are numbered. A key with dots, and a table, stands for those above it where they have no line.
    """
    found: Places = {}
    counts: dict[tuple[Key, ...], int] = {}
    table: tuple[Key, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            path = _table(line)
            if path and line.lstrip().startswith("[["):
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            table = path
        else:
            path = (*table, *key) if (key := _key(line)) else ()
        column = len(line) - len(line.lstrip()) + 1
        for length in range(len(path), 0, -1):
            above = path[:length]
            found.setdefault(above, Place(shown, number, column, ".".join(map(str, above))))
    return found


def place_of(text: str, shown: str, *path: str) -> Place:
    """Where a key of a TOML file is written; where it has no line, the beginning of the file."""
    return places_in(text, shown).get(path, Place(shown, 1, 1, ".".join(path)))


def _table(line: str) -> tuple[Key, ...]:
    if plain := _PLAIN_TABLE.fullmatch(line):
        return (plain[1],)
    return _defined(line)


def _key(line: str) -> tuple[Key, ...]:
    if plain := _PLAIN_KEY.match(line):
        return (plain[1],)
    return _defined(f"{line.partition('=')[0]} = 0") if "=" in line else ()


def _defined(line: str) -> tuple[Key, ...]:
    """The keys that lead to what one line of TOML defines."""
    try:
        found: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path: tuple[Key, ...] = ()
    while isinstance(found, dict) and found:
        key = next(iter(found))
        path, found = (*path, key), found[key]
    return path


_SPOT = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LINE = 'a line looks like: name = "words"; the name of a table stands in [ ]'


def no_toml(error: ValueError | RecursionError, text: str, file: str) -> Problem:
    """Why a text is no TOML: what `toml_of` raised, in words and at its place; else at the end of the text."""
    if isinstance(error, RecursionError):
        return Problem("toml", "this file is nested too deeply", Place(file, 1))
    found = _SPOT.search(str(error))
    why = _SPOT.sub("", str(error)).removesuffix(" (at end of document)")
    line, column = (int(found[1]), int(found[2])) if found else (_opened(why, text.split("\n")), 1)
    message, hint = _slip(why, text.split("\n")[:line], column) or (f"{why[:1].lower()}{why[1:]}", _LINE)
    return Problem("toml", f"this is no TOML: {message}", Place(file, line, column), hint)


_OPENED = (("Expected \"'", "'"), ("Unterminated", '"'), ("Unclosed array", "["), ("Unclosed inline", "{"))
_LEFT_OPEN = ("Illegal character '\\n'", "Found invalid character '\\n'", "Expected \"'", "Unterminated")


def _opened(why: str, lines: list[str]) -> int:
    """The line on which that began which is still open at the end of a text; else the last one."""
    mark = next((mark for beginning, mark in _OPENED if why.startswith(beginning)), None)
    found = [number for number, line in enumerate(lines, 1) if mark and mark in line]
    return found[-1] if found else max(len(lines) - 1, 1)


def _slip(why: str, lines: list[str], column: int) -> tuple[str, str] | None:
    """A usual slip in plain words, and what to do; `lines` end with the one on which it was noticed."""
    line = lines[-1]
    left_open = why.startswith(_LEFT_OPEN)
    ends = (line.rstrip()[-1:], line.partition("#")[0].rstrip()[-1:]) if left_open else ()
    if {line[column - 1 : column], *ends} & {*TYPOGRAPHIC}:
        return "typographic quotation marks stand here", 'type straight ones, as on a keyboard: name = "words"'
    if left_open:
        return "a text is not closed", "write the same quotation mark where it ends as where it begins"
    if why.startswith("Invalid value"):
        return "the value is no text, number, or true or false", 'a text stands in quotation marks: name = "words"'
    if why.startswith(("Cannot declare", "Cannot overwrite")):
        return _twice(lines)
    return None


def _twice(lines: list[str]) -> tuple[str, str]:
    """What is said of a table or a key whose name is given again on the last of these lines."""
    first: dict[str, int] = {}
    table = name = ""
    for number, line in enumerate(lines, 1):
        head, _, behind = line.partition("#")[0].partition("=")
        if head.lstrip().startswith("["):
            table = name = head.strip("[] \t")
        elif behind:
            name = f"{table}.{head.strip()}".lstrip(".")
        if number < len(lines):
            first.setdefault(name, number)
    since = f", first on line {first[name]}" if name in first else ""
    if name == table and name in first and lines[first[name] - 1].lstrip().startswith("["):
        hint = f"write its lines under line {first[name]}, and take this line out"
        return f"the table [{name}] is given twice{since}", hint
    return f"'{name.rpartition('.')[2]}' is given twice{since}", "keep one of them"
