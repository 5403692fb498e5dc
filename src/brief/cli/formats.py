"""Problems as other programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from brief.check import explanations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brief.problem import Problem

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_json(problems: Iterable[Problem]) -> str:
    """An array of objects with `file`, `line`, `column`, `code`, `severity`, `message` and `hint`, in order of place.

    Lines and columns count from 1. Of a problem that stands nowhere, `file`, `line` and `column` are null.
    """
    rows = [
        {
            "file": problem.place.file if problem.place else None,
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def codes_as_json(codes: Collection[str]) -> str:
    """An array of objects with `code`, `severity`, `summary`, `text` and `ignorable`, one for each of these codes."""
    rows = [
        {
            "code": each.code,
            "severity": each.severity,
            "summary": each.summary,
            "text": each.text,
            "ignorable": each.ignorable,
        }
        for each in explanations()
        if each.code in codes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """A line a problem, which GitHub Actions shows beside the line of the file it is about (workflow commands)."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.place
    where = {"file": place.file, "line": str(place.line), "col": str(place.column)} if place else {}
    properties = ",".join(f"{name}={_property(value)}" for name, value in (where | {"title": problem.code}).items())
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"::{_COMMANDS[problem.severity]} {properties}::{_words(problem.message + hint)}"


def _words(text: str) -> str:
    """What ends or begins a command is written as its number, as the toolkit of GitHub Actions does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _words(text).replace(":", "%3A").replace(",", "%2C")
