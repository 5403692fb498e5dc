"""A TOML file as it stands: its values asked for one by one, each fault reported with the line of its key."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from brief.files import as_typed, inside, read_text
from brief.place import Place
from brief.problem import Problem, Severity, nearest, unreadable
from brief.toml import no_toml, places_in, toml_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from brief.toml import Key, Places

Word = TypeVar("Word", bound=str)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Sheet:
    """The values of a file and the problems found so far. Every question names a key and its default.

    What the file does not say, that of `base` does: the template that this one extends.
    """

    def __init__(self, file: str, text: str, base: Sheet | None = None) -> None:
        self.file = file
        self.text = text
        self.base = base
        self.problems: list[Problem] = list(base.problems) if base else []
        self.values: object = {}
        try:
            self.values = toml_of(text)
        except (ValueError, RecursionError) as error:
            self.problems.append(no_toml(error, text, file))

    # ---- questions

    def value(self, *path: Key) -> object:
        """What stands at `path`, or None."""
        found = self.values
        for key in path:
            if isinstance(key, int):
                found = found[key] if isinstance(found, list) and key < len(found) else None
            else:
                found = found.get(key) if isinstance(found, dict) else None
        return self.base.value(*path) if found is None and self.base else found

    def keys(self, *path: Key) -> tuple[str, ...]:
        """The keys of the table at `path`, those of the base first."""
        found = self.value(*path)
        if not isinstance(found, dict):
            return ()
        return tuple(dict.fromkeys((*(self.base.keys(*path) if self.base else ()), *found)))

    def expect(self, known: Iterable[str], *path: Key) -> None:
        """Report what is no table at `path`, and every key of it that is not among `known`."""
        known = tuple(known)
        found = self.value(*path)
        if found is not None and not isinstance(found, dict):
            name = ".".join(key for key in path if isinstance(key, str))
            header = f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"
            self.report("type", path, f"'{name}' holds keys of its own", f"write {header}")
        for key in self.keys(*path):
            if key not in known:
                hint = nearest(key, known) or f"known are {', '.join(known)}"
                self.report("unknown-key", (*path, key), f"unknown key '{key}'", hint)

    def number(self, path: Sequence[Key], default: float, *, least: float, most: float) -> float:
        """A number from `least` to `most`."""
        match self.value(*path):
            case None:
                return default
            case bool():
                pass
            case int() | float() as number if least <= number <= most:
                return float(number)
            case int() | float() as number:
                self.report("range", path, f"'{path[-1]}' is {number!s:.20}", f"from {least:g} to {most:g}")
                return default
        self.report("type", path, f"'{path[-1]}' is no number", f"a number from {least:g} to {most:g}, without quotes")
        return default

    def flag(self, path: Sequence[Key], *, default: bool) -> bool:
        """True or false."""
        match self.value(*path):
            case None:
                return default
            case bool() as flag:
                return flag
        self.report("type", path, f"'{path[-1]}' is neither true nor false", "write true or false, without quotes")
        return default

    def colour(self, path: Sequence[Key], default: str) -> str:
        """A colour, `#rrggbb`; small letters in what is returned."""
        match self.value(*path):
            case None:
                return default
            case str() as colour if _COLOUR.fullmatch(colour):
                return colour.lower()
        self.report("colour", path, f"'{path[-1]}' is no colour", 'write "#rrggbb", such as "#1b365d"')
        return default

    def word(self, path: Sequence[Key], default: Word, known: Sequence[Word], instead: str = "") -> Word:
        """One of the words `known`; `instead` is what to do where another stands there that is like none of them."""
        found = self.value(*path)
        for word in known:
            if found == word:
                return word
        if found is not None:
            hint = (nearest(found, known) if isinstance(found, str) else "") or instead or f"one of {', '.join(known)}"
            self.report("choice", path, f"'{path[-1]}' cannot be {found!r}", hint)
        return default

    def line_of_text(self, path: Sequence[Key], default: str) -> str:
        """A text of one line that is not empty."""
        match self.value(*path):
            case None:
                return default
            case str() as text if text.strip() and text.isprintable():
                return text
        self.report("type", path, f"'{path[-1]}' is no text of one line", "write it in quotes")
        return default

    def required(self, path: Sequence[Key]) -> str:
        """A text of one line that has to be there; nothing, and a problem, where it is not."""
        if self.value(*path) is None:
            self.report("missing-key", path, f"'{path[-1]}' is missing", f'write {path[-1]} = "…"')
        return self.line_of_text(path, "")

    # ---- problems

    def report(
        self, code: str, path: Sequence[Key], message: str, hint: str = "", severity: Severity = "error"
    ) -> None:
        """Keep a problem of the key at `path`."""
        self.problems.append(Problem(code, message, self.place(path), hint, severity))

    def place(self, path: Sequence[Key]) -> Place:
        """Where the key stands; for a key of an inline table, or one left out, where the nearest above it stands."""
        if self.base and not self.writes(path) and self.base.says(path):
            return self.base.place(path)
        name = ".".join(map(str, path))
        above = (self._places.get(tuple(path[:length])) for length in range(len(path), 0, -1))
        found = next(filter(None, above), None)
        return replace(found, path=name) if found else Place(self.file, 1, 1, name)

    def writes(self, path: Sequence[Key]) -> bool:
        """Whether the file itself has a line for this key."""
        return tuple(path) in self._places

    def says(self, path: Sequence[Key]) -> bool:
        """Whether the file itself, or else its base, has a line for this key."""
        return self.writes(path) or (self.base is not None and self.base.says(path))

    @cached_property
    def _places(self) -> Places:
        """Where every table and every key stands. Made only where something has to be reported."""
        return places_in(self.text, self.file)


def read_sheet(path: Path, base: Sheet | None = None) -> Sheet:
    """The sheet of a file over `base`, empty where there is none; its problems say why it cannot be read."""
    shown = as_typed(path)
    if inside(path.parent, path.name) is None:
        sheet = Sheet(shown, "", base)
        sheet.problems.append(
            Problem("outside-folder", f"{path.name} lies outside the template's folder", Place(shown, 1))
        )
        return sheet
    try:
        return Sheet(shown, read_text(path) if path.exists() else "", base)
    except (OSError, ValueError) as error:
        sheet = Sheet(shown, "", base)
        sheet.problems.append(unreadable(error, shown))
        return sheet
