"""The TOML files of a template: read with plain words for what is wrong, and the line it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief import files
from brief.place import Place
from brief.problem import Problem, no_toml, unreadable

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path, shown: str) -> str | Problem:
    """The text of a file of a template, or what keeps it from being read. `shown` is its path as a user writes it."""
    try:
        return files.read_text(path)
    except (OSError, ValueError) as error:
        return unreadable(error, shown)


def read_toml(folder: Path, file: str, shown: str) -> tuple[dict[str, Any], str, Problem | None]:
    """The values of a TOML file of a template's folder and its text, both empty beside a problem."""
    path = files.inside(folder, file)
    if path is None:
        return {}, "", Problem("outside-folder", "this file lies outside the template's folder", Place(shown, 1))
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return {}, "", text
    try:
        return files.toml_of(text), text, None
    except (ValueError, RecursionError) as error:
        return {}, "", no_toml(error, text, shown)


def place_of(text: str, shown: str, *path: str) -> Place:
    """Where a key of a TOML file is written: `path` names its tables and then itself."""
    name = ".".join(path)
    return places_in(text, shown).get(name, Place(shown, 1, 1, name))


def places_in(text: str, shown: str) -> dict[str, Place]:
    """Where each table and each key of a TOML file is written, by the names of its tables and its own."""
    found: dict[str, Place] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = line.strip()
        if head.startswith("["):
            table = name = head.strip("[] \t")
        else:
            key = head.partition("=")[0].strip().strip("\"'")
            name = f"{table}.{key}" if table else key
        column = 1 if head.startswith("[") else len(line) - len(line.lstrip()) + 1
        found.setdefault(name, Place(shown, number, column, name))
    return found
