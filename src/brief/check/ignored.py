"""What officers let stand: findings ignored one by one, with a reason, in the file in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from brief.check.rules import FOLDER_RULES, LAYOUT_CODES, RULES
from brief.place import Words, place_of
from brief.problem import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from brief.event import Dossier, Ignore

MAY_BE_IGNORED = (
    *(rule.code for rule in RULES if rule.severity != "error" or rule.ignorable),
    *(rule.code for rule in FOLDER_RULES),
    *LAYOUT_CODES,
)
"""Codes of which findings may be ignored: warnings and notes of rules, and the errors that say so of themselves."""


@dataclass(frozen=True, slots=True)
class _Spots:
    """What `at` may name in the files of a dossier: data paths, and ids of records with the path of each."""

    paths: frozenset[tuple[str, str]]
    ids: dict[tuple[str, str], str]

    def path(self, ignore: Ignore) -> str | None:
        """The data path that an ignore is about; nothing where its `at` names nothing in its file, or a whole list."""
        file = _file(ignore)
        if (file, ignore.at) in self.ids:
            return self.ids[file, ignore.at]
        if self.is_list(ignore):
            return None
        return ignore.at if any(f == file and _leads(ignore.at, path) for f, path in self.paths) else None

    def is_list(self, ignore: Ignore) -> bool:
        """Whether an ignore is about a whole list, of which each finding has to be looked at."""
        file = _file(ignore)
        return any(f == file and path.startswith(f"{ignore.at}[") for f, path in self.paths)


def without_ignored(problems: Iterable[Problem], dossiers: Iterable[Dossier]) -> tuple[Problem, ...]:
    """The problems that no ignore of these dossiers hides."""
    every = tuple(problems)
    hidden = {problem for _, found in _hidden(every, tuple(dossiers)) for problem in found or ()}
    return tuple(problem for problem in every if problem not in hidden)


def unused_ignores(
    problems: Iterable[Problem], dossiers: Iterable[Dossier], unasked: Collection[str] = ()
) -> Iterator[Problem]:
    """A warning for each ignore that hides none of the problems, but for those of codes that were not looked for.

    An ignore that names nothing is an error by itself, and is not told again.
    """
    for ignore, found in _hidden(tuple(problems), tuple(dossiers)):
        if found == () and ignore.code in MAY_BE_IGNORED and ignore.code not in unasked:
            message = f"there is no '{ignore.code}' to ignore at '{ignore.at}'"
            yield Problem("unused-ignore", message, place_of(ignore.code), "take the ignore out", "warning")


def mistaken_ignores(dossier: Dossier) -> Iterator[Problem]:
    """What is wrong with the ignores of an event and of the registers."""
    ignores = _ignores([dossier])
    spots = _spots([dossier]) if ignores else None
    for ignore in ignores:
        if ignore.code not in MAY_BE_IGNORED:
            yield _never(ignore)
        if spots and spots.is_list(ignore):
            message = f"'{ignore.at}' is a whole list; findings are ignored one by one"
            yield Problem("ignore", message, place_of(ignore.at), f"name one of them: its id, or '{ignore.at}[ID]'")
        elif spots and spots.path(ignore) is None and dossier.is_whole(_part(ignore)):
            known = [name for file, name in (*spots.ids, *spots.paths) if file == _file(ignore)]
            message = f"nothing in this file is called '{ignore.at}'"
            hint = nearest(ignore.at, known) or "the id of a claim or another record, or a data path"
            yield Problem("ignore", message, place_of(ignore.at), hint)


def _never(ignore: Ignore) -> Problem:
    """What is said of an ignore whose code may not be ignored, or is none."""
    from brief.check.of_asking import OF_ASKING  # noqa: PLC0415 - only for a mistake
    from brief.check.of_reading import OF_READING  # noqa: PLC0415
    from brief.check.of_templates import OF_TEMPLATES  # noqa: PLC0415

    known = {*(rule.code for rule in RULES), *(code for code, _, _ in (*OF_READING, *OF_ASKING, *OF_TEMPLATES))}
    if ignore.code in known:
        return Problem("ignore", f"'{ignore.code}' is never ignored", place_of(ignore.code), "mend what it tells of")
    hint = nearest(ignore.code, MAY_BE_IGNORED) or "warnings, notes and some errors may be: see --list"
    return Problem("ignore", f"no rule '{ignore.code}' may be ignored", place_of(ignore.code), hint)


def _hidden(
    problems: tuple[Problem, ...], dossiers: tuple[Dossier, ...]
) -> Iterator[tuple[Ignore, tuple[Problem, ...] | None]]:
    """Each ignore with what it hides; with None where its `at` names nothing."""
    ignores = _ignores(dossiers)
    spots = _spots(dossiers) if ignores else None
    for ignore in ignores if spots else ():
        path = spots.path(ignore) if spots else None
        of_code = [p for p in problems if p.code == ignore.code and p.code in MAY_BE_IGNORED]
        at = [p for p in of_code if p.place and p.place.file == _file(ignore)]
        yield ignore, None if path is None else tuple(p for p in at if p.place and _leads(path, p.place.path))


def _ignores(dossiers: Iterable[Dossier]) -> tuple[Ignore, ...]:
    """Those of the events and of the registers, each once."""
    found: dict[int, Ignore] = {}
    for dossier in dossiers:
        of_event = dossier.event.ignore if dossier.event else ()
        found |= {id(ignore): ignore for ignore in (*of_event, *dossier.ignores)}
    return tuple(found.values())


def _file(ignore: Ignore) -> str:
    place = place_of(ignore.code)
    return place.file if place else ""


def _part(ignore: Ignore) -> str:
    """The part of a dossier that holds an ignore."""
    return PurePath(_file(ignore)).stem


def _leads(path: str, to: str) -> bool:
    """Whether a data path is another, or one of those that lead to it."""
    return to.startswith(path) and to[len(path) : len(path) + 1] in ("", ".", "[")


def _spots(dossiers: Iterable[Dossier]) -> _Spots:
    paths: set[tuple[str, str]] = set()
    ids: dict[tuple[str, str], str] = {}
    known: set[int] = set()
    waiting: list[object] = [
        part for d in dossiers for part in (d.event, d.ledger, d.sources, d.parties, d.terms) if part
    ]
    while waiting:
        value = waiting.pop()
        place = place_of(value)
        if place:
            paths.add((place.file, place.path))
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif is_dataclass(value) and id(value) not in known:
            known.add(id(value))
            waiting.extend(getattr(value, field.name) for field in fields(value) if field.name != "ignore")
            name = getattr(value, "id", None)
            if isinstance(name, Words) and name.place.path.endswith(".id"):
                ids[name.place.file, str(name)] = name.place.path.removesuffix(".id")
    return _Spots(frozenset(paths), ids)
