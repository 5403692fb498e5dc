"""Check a template whole: its labels, its parts, and what they ask of the data, for which no data is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.template.environment import Environment
from brief.template.filters import filters, tests
from brief.template.folder import BOOK, ENTRY
from brief.template.functions import functions
from brief.template.labels import HOUSE, Labels, compared, read_labels
from brief.template.names import BookNames, Names, Registers
from brief.template.parts import Parts, read_parts
from brief.template.settings import Settings, settle
from brief.template.statics import check
from brief.tree import primary

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.problem import Problem
    from brief.template.folder import Template
    from brief.template.names import Figures


@dataclass(frozen=True, slots=True)
class Checked:
    """A template in one language: its labels, its parsed files, and all that keeps it from being filled."""

    labels: Labels
    parts: Parts
    problems: tuple[Problem, ...]


MOST_CHECKED = 8
_CHECKED: dict[tuple[object, ...], Checked] = {}
"""The templates of this process by all that they are judged by, so that none is judged twice."""


OFFERED = {ENTRY: Names, BOOK: BookNames}
"""The names that each file may use that is filled."""


def checked(template: Template, language: str, entry: str = ENTRY) -> Checked:
    """The template as its files stand now, and what is wrong with it where it is filled from the file `entry`.

    Where a template that it extends is not there, that alone: what it has of it would be told to be missing.
    """
    if template.cut:
        return Checked(Labels(HOUSE["en"], unread=True), Parts(), template.cut)
    labels, problems = read_labels(template, language)
    parts = read_parts(template)
    judged_by = (template.shown, entry, labels.file, labels.key, problems, parts.key, template.options)
    if judged_by not in _CHECKED:
        settings, _ = settle(template, {})
        if len(_CHECKED) >= MOST_CHECKED:
            _CHECKED.clear()
        environment = environment_for(labels, primary(language), settings=settings, shown=parts.shown)
        judged = _judged(parts, environment, entry)
        unknown = any(problem.code == "unknown-label" for problem in judged)
        if unknown and (more := compared(labels, template, language)).elsewhere:
            environment.globals.update(label=more)
            judged = parts.problems + check(environment, parts, OFFERED[entry], entry)
        _CHECKED[judged_by] = Checked(labels, parts, problems + judged)
    return _CHECKED[judged_by]


def book_checked(template: Template, language: str) -> tuple[Problem, ...]:
    """What is wrong with the template where it makes a book; nothing where it has no file for one."""
    return checked(template, language, BOOK).problems if template.has(BOOK) else ()


def _judged(parts: Parts, environment: Environment, entry: str) -> tuple[Problem, ...]:
    parts.parse(environment)
    environment.loader = parts
    problems = parts.problems + check(environment, parts, OFFERED[entry], entry)
    return problems or parts.compile_problems(environment)


def environment_for(
    labels: Labels,
    language: str,
    registers: Registers | None = None,
    figures: Figures | None = None,
    *,
    settings: Settings | None = None,
    shown: Callable[[str], str] = str,
) -> Environment:
    """Jinja with all that the house offers to every template; the names of the data are not among it."""
    environment = Environment(dates=labels.dates, shown=shown)
    environment.filters.update({name: environment.charged(each) for name, each in filters(labels).items()})
    environment.tests.update({name: environment.charged(each) for name, each in tests().items()})
    environment.globals.update(functions(labels, language, registers or Registers(), figures))
    environment.globals.update(label=labels, option=settings or Settings({}))
    return environment
