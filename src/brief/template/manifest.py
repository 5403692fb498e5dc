"""What a template says of itself in `template.toml`: its name, its purpose, what it extends, its options and limits."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from brief.problem import Problem, nearest
from brief.toml import place_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brief.place import Place

LIMITS: Mapping[str, float] = {"contents_from_words": 1800, "bottom_line_lines": 4, "front_pages": 1, "pages": 0}
"""What holds where no template says: words from which a brief has a list of contents, lines that the bottom line may
take, the page on which the part ends that stands alone, and the pages of the whole, of which alone there may be a part
as well; 0 for as many as it takes."""

FORMATS = ("docx", "pdf", "html", "text")
"""What a template may name as its formats."""

OptionType = Literal["text", "number", "flag"]
Setting = str | int | bool


@dataclass(frozen=True, slots=True)
class Option:
    """Something that the user of a template may choose with `--set NAME=VALUE`: a text, a whole number, yes or no.

    Where `choices` are given, a text is one of them. A template asks for it as `option.NAME`. What a `book` alone asks
    for is not offered for a single brief.
    """

    name: str
    type: OptionType
    default: Setting
    purpose: str = ""
    choices: tuple[str, ...] = ()
    book: bool = False

    @property
    def usual(self) -> str:
        """Its default, as `--set` would write it."""
        if isinstance(self.default, bool):
            return "yes" if self.default else "no"
        return str(self.default)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`template.toml`, read. What it leaves out is `None` or empty, so that the template it extends may say it."""

    name: str = ""
    purpose: str = ""
    extends: str = ""
    formats: tuple[str, ...] = ()
    limits: Mapping[str, float] | None = None
    options: tuple[Option, ...] = ()
    extends_at: Place | None = None


def read_manifest(file: Path, path: str) -> tuple[Manifest, tuple[Problem, ...]]:
    """The `template.toml` of a template, shown as `path`, and what is wrong with it; an absent one says nothing."""
    if not file.exists():
        return Manifest(), ()
    values, text, problem = read_toml(file.parent, file.name, path)
    if problem:
        return Manifest(), (problem,)
    sheet = _Sheet(text, path)
    problems = [
        *sheet.check(values, _KEYS),
        *sheet.check(values.get("limits"), _LIMIT_KEYS, "limits"),
        *sheet.formats(values.get("formats")),
    ]
    options, of_options = sheet.options(values.get("options"))
    extends = _text(values.get("extends"))
    return Manifest(
        name=_text(values.get("name")),
        purpose=_text(values.get("purpose")),
        extends=extends,
        formats=tuple(kind for kind in _list(values.get("formats")) if kind in FORMATS),
        limits={
            key: value for key, value in _table(values.get("limits")).items() if _is_a(_LIMIT_KEYS.get(key), value)
        },
        options=options,
        extends_at=place_of(text, path, "extends") if extends else None,
    ), (*problems, *of_options)


_KEYS = {"name": str, "purpose": str, "extends": str, "formats": list, "limits": dict, "options": dict}
_LIMIT_KEYS: dict[str, type] = {**dict.fromkeys(LIMITS, int), "pages": float}
_OPTION_KEYS: dict[str, type] = {"type": str, "default": object, "purpose": str, "choices": list, "book": bool}
_NAMES = {
    str: "a text in quotation marks",
    int: "a whole number from 0",
    float: "a number from 0, such as 1 or 0.5",
    dict: "a table",
    list: "a list in square brackets",
    bool: "true or false",
}
_TYPES: dict[OptionType, type] = {"text": str, "number": int, "flag": bool}
_SAID = {"text": "a text in quotation marks", "number": "a whole number", "flag": "true or false"}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The text of a `template.toml`, asked for the place of each fault."""

    text: str
    path: str

    def check(self, values: Any, known: Mapping[str, type], *tables: str) -> Iterator[Problem]:
        """What is wrong with the keys of one table."""
        for key, value in _table(values).items():
            place = place_of(self.text, self.path, *tables, key)
            kind = known.get(key)
            if kind is None:
                hint = nearest(key, known) or "known are " + ", ".join(known)
                yield Problem("unknown-key", f"template.toml knows no '{key}' here", place, hint)
            elif not _is_a(kind, value):
                yield Problem("shape", f"'{key}' has to be {_NAMES[kind]}", place)

    def formats(self, values: object) -> Iterator[Problem]:
        """Each format that there is not."""
        for value in _list(values):
            if value not in FORMATS:
                message = f"{value!r} is no format"
                yield Problem("choice", message, place_of(self.text, self.path, "formats"), ", ".join(FORMATS))

    def options(self, values: object) -> tuple[tuple[Option, ...], tuple[Problem, ...]]:
        """The options that are sound, and what is wrong with the others."""
        found, problems = [], list[Problem]()
        for name, table in _table(values).items():
            wrong = list(self._option_problems(name, table))
            problems += wrong
            if not wrong:
                found.append(_option(name, table))
        return tuple(found), tuple(problems)

    def _option_problems(self, name: str, table: object) -> Iterator[Problem]:
        place = place_of(self.text, self.path, "options", name)
        if not name.isidentifier() or name.startswith("_"):
            hint = "letters, digits and _, a letter first"
            yield Problem("option", f"'{name}' cannot be the name of an option", place, hint)
        if not isinstance(table, dict):
            yield Problem("shape", f"'{name}' has to be a table", place, f"write [options.{name}]")
            return
        yield from self.check(table, _OPTION_KEYS, "options", name)
        kind = table.get("type", "text")
        if kind not in get_args(OptionType):
            hint = nearest(str(kind), get_args(OptionType)) or "text, number or flag"
            yield Problem("choice", f"an option cannot be of type {kind!r}", place, hint)
        elif "default" not in table:
            yield Problem("missing-key", f"the option '{name}' has no default", place, f"write default = {_SAID[kind]}")
        elif type(table["default"]) is not _TYPES[kind]:
            yield Problem("shape", f"the default of '{name}' has to be {_SAID[kind]}", place)
        elif (known := _list(table.get("choices"))) and table["default"] not in known:
            yield Problem("choice", f"the default of '{name}' is none of its choices", place)


def _option(name: str, table: Mapping[str, Any]) -> Option:
    kind = cast("OptionType", table.get("type", "text"))
    choices = tuple(map(str, table.get("choices", ())))
    return Option(name, kind, table["default"], _text(table.get("purpose")), choices, table.get("book", False))


def _is_a(kind: type | None, value: Any) -> bool:
    """Whether a value is of a kind; numbers are from 0, and a whole one may stand for one with a part."""
    if kind in (int, float):
        return type(value) in (int, kind) and value >= 0 and (type(value) is int or isfinite(value))
    return kind is object or type(value) is kind


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
