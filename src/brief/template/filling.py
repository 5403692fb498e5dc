"""Fill a template: check it whole, then let Jinja decide what is said, without ever seeing a value as text."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from brief.template.chunks import Filled
from brief.template.environment import Environment
from brief.template.faults import filling_problem
from brief.template.filters import filters, tests
from brief.template.folder import ENTRY
from brief.template.functions import functions
from brief.template.labels import primary, read_labels
from brief.template.parts import Parts, read_parts
from brief.template.statics import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.problem import Problem
    from brief.template.folder import Template
    from brief.template.fragment import Fragment
    from brief.template.labels import Labels
    from brief.template.names import Names, Registers


MOST_READY = 8
_READY: dict[tuple[object, ...], Parts] = {}
"""Templates found good in this process, by all that they were judged by, so that they are not judged again."""


def fill_template(
    template: Template, names: Names, registers: Registers, language: str
) -> tuple[Filled | None, tuple[Problem, ...]]:
    """The filled template, or all that keeps it from being filled."""
    labels, problems = read_labels(template, language)
    environment = environment_for(names, registers, labels, primary(language), template.path)
    parts = read_parts(template)
    judged_by = (template.shown, labels.key, *parts.sources.items())
    if not parts.problems and not problems and judged_by in _READY:
        environment.loader = _READY[judged_by]
        return _filled(environment, _READY[judged_by])
    parts.parse(environment)
    environment.loader = parts
    problems += parts.problems + check(environment, parts, ENTRY)
    problems = problems or parts.compile_problems(environment)
    if problems:
        return None, problems
    if len(_READY) >= MOST_READY:
        _READY.clear()
    _READY[judged_by] = parts
    return _filled(environment, parts)


def environment_for(
    names: Names, registers: Registers, labels: Labels, language: str, shown: Callable[[str], str] = str
) -> Environment:
    """Jinja with everything a template may use, and nothing else."""
    environment = Environment(language=language, shown=shown)
    environment.filters.update(filters(labels, language))
    environment.tests.update(tests())
    environment.globals.update(functions(labels, language, registers))
    environment.globals.update({field.name: getattr(names, field.name) for field in fields(names)})
    environment.globals["label"] = labels
    return environment


def _filled(environment: Environment, parts: Parts) -> tuple[Filled | None, tuple[Problem, ...]]:
    try:
        fragment: Fragment = environment.get_template(ENTRY).render()  # type: ignore[assignment]  # see Environment.concat
    except Exception as error:  # noqa: BLE001 - whatever a template does is told as a problem
        files = {parts.shown(name) for name in parts.sources}
        return None, (filling_problem(error, files, parts.shown(ENTRY)),)
    return Filled(fragment.chunks), ()
