"""Where templates are, and what each says of itself in `template.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brief.files import as_typed
from brief.problem import Problem, nearest
from brief.template.toml import place_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY = "brief.md.j2"
"""The file of a template that is filled; it includes the others."""

LIMITS = {"contents_from_words": 1800, "bottom_line_lines": 4, "front_pages": 1}
"""What holds where a template does not say: words from which a brief has a list of contents, lines that the bottom line
may take, and the page on which the part ends that stands alone; 0 for as many as it takes."""

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Template:
    """A folder with `brief.md.j2`. `key` is what `find` finds it by, `shown` the folder as its user would write it."""

    key: str
    folder: Path
    shown: str
    name: str = ""
    purpose: str = ""
    contents_from_words: int = LIMITS["contents_from_words"]
    bottom_line_lines: int = LIMITS["bottom_line_lines"]
    front_pages: int = LIMITS["front_pages"]

    def path(self, file: str) -> str:
        """A file of the template, as its user would write it."""
        return f"{self.shown}/{file}" if self.shown != "." else file


def find(name_or_folder: str | Path) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template of this name, or of this folder, and all that is wrong with its `template.toml`.

    There is no template where `name_or_folder` is neither; the one problem is then `unknown-template`.
    """
    wanted = str(name_or_folder)
    built_in = {folder.name: folder for folder in _built_in()}
    if wanted in built_in:
        return _read(wanted, built_in[wanted])
    folder = Path(wanted)
    if wanted and _holds_entry(folder):
        return _read(wanted, folder)
    if wanted and _is_folder(folder):
        message = f"the folder '{wanted}' is no template: it holds no {ENTRY}"
        return None, (Problem("unknown-template", message),)
    known = "there is " + ", ".join(built_in) if built_in else ""
    hint = nearest(wanted, built_in) or known
    return None, (Problem("unknown-template", f"there is no template '{wanted}'", hint=hint),)


def list_templates() -> tuple[Template, ...]:
    """The templates that come with brief, by name; one whose `template.toml` is broken says little."""
    return tuple(template for folder in _built_in() if (template := _read(folder.name, folder)[0]))


def _built_in() -> Iterator[Path]:
    """The folders beside the package in a wheel, two folders up in a checkout."""
    beside = _PACKAGE / "_templates"
    home = beside if beside.is_dir() else _PACKAGE.parent.parent / "templates"
    if home.is_dir():
        yield from sorted(folder for folder in home.iterdir() if _holds_entry(folder))


def _holds_entry(folder: Path) -> bool:
    return _is_folder(folder) and (folder / ENTRY).is_file()


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):  # a name too long for the machine, or with a NUL
        return False


def _read(key: str, folder: Path) -> tuple[Template, tuple[Problem, ...]]:
    shown = as_typed(folder)
    file = folder / "template.toml"
    if not file.exists():
        return Template(key, folder, shown, name=folder.name), ()
    path = f"{shown}/template.toml" if shown != "." else "template.toml"
    values, text, problem = read_toml(file, path)
    if problem:
        return Template(key, folder, shown, name=folder.name), (problem,)
    problems = [
        *_check(values, {"name": str, "purpose": str, "limits": dict}, text, path),
        *_check(values.get("limits"), dict.fromkeys(LIMITS, int), text, path, "limits"),
    ]
    given = values["limits"] if isinstance(values.get("limits"), dict) else {}
    limits = LIMITS | {key: given[key] for key in LIMITS if isinstance(given.get(key), int)}
    return Template(
        key,
        folder,
        shown,
        name=_text(values.get("name")) or folder.name,
        purpose=_text(values.get("purpose")),
        **limits,
    ), tuple(problems)


_NAMES = {str: "a text in quotation marks", int: "a whole number from 0", dict: "a table"}


def _check(values: Any, known: dict[str, type], text: str, path: str, *tables: str) -> Iterator[Problem]:
    """What is wrong with the keys of one table."""
    for key, value in values.items() if isinstance(values, dict) else ():
        place = place_of(text, path, *tables, key)
        kind = known.get(key)
        if kind is None:
            hint = nearest(key, known) or "known are " + ", ".join(known)
            yield Problem("unknown-key", f"template.toml knows no '{key}' here", place, hint)
        elif type(value) is not kind or (isinstance(value, int) and value < 0):
            yield Problem("shape", f"'{key}' has to be {_NAMES[kind]}", place)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
