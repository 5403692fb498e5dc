"""Every value of a look, and which file of which template says it."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from brief.style import defaults
from brief.style.defaults import MILLIMETRE
from brief.style.model import LIST_MARKS
from brief.style.read import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brief.place import Place
    from brief.problem import Problem
    from brief.style.sheet import Sheet


@dataclass(frozen=True, slots=True)
class StyleValue:
    """A key of style.toml, `text.body.size`, its value as it is written there, and where; no place is the house."""

    key: str
    value: str
    place: Place | None


def explain_style(*folders: Path) -> tuple[tuple[StyleValue, ...], tuple[Problem, ...]]:
    """Each value that holds in the look of a template, in the order of style.toml. `folders` are as in `read_style`."""
    sheet = style_sheet(*folders)
    if sheet.problems:
        return (), tuple(sheet.problems)
    return tuple(_value(sheet, path, default) for path, default in _known(sheet)), ()


def _value(sheet: Sheet, path: tuple[str, ...], default: object) -> StyleValue:
    said = sheet.value(*path)
    place = sheet.place(path) if said is not None else None
    return StyleValue(".".join(path), _toml(default if said is None else said), place)


def _known(sheet: Sheet) -> Iterator[tuple[tuple[str, ...], object]]:
    for field in fields(defaults.PAGE):
        yield ("page", field.name), round(getattr(defaults.PAGE, field.name) / MILLIMETRE, 2)
    for role, default in (("serif", defaults.SERIF), ("sans", defaults.SANS)):
        own = sheet.value("faces", role)
        for path in [("faces", role, key) for key in own] if isinstance(own, dict) else [("faces", role)]:
            yield path, default
    yield ("faces", "fallback"), defaults.FALLBACK
    yield ("faces", "east_asian"), defaults.FALLBACK
    for field in fields(defaults.COLOURS):
        yield ("colours", field.name), getattr(defaults.COLOURS, field.name)
    for table in ("docx", "logo", "banner"):
        for key in sheet.keys(table):
            yield (table, key), ""
    for kind in fields(defaults.TEXTS):
        text = getattr(defaults.TEXTS, kind.name)
        for field in fields(text):
            yield ("text", kind.name, field.name), getattr(text, field.name)
    yield ("numbering", "paragraphs"), False
    yield ("numbering", "sections"), ""
    yield ("lists", "marks"), list(LIST_MARKS)


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:g}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)  # a basic string of TOML may be written as one of JSON
