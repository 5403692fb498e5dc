"""Fill a template: check it whole, then let Jinja decide what is said, without ever seeing a value as text."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from brief.template.checking import checked, environment_for
from brief.template.chunks import Filled
from brief.template.faults import filling_problem
from brief.template.folder import ENTRY
from brief.template.labels import primary
from brief.template.settings import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.problem import Problem
    from brief.template.environment import Environment
    from brief.template.folder import Template
    from brief.template.fragment import Fragment
    from brief.template.names import Figures, Names, Registers
    from brief.template.parts import Parts


def fill_template(
    template: Template,
    names: Names,
    registers: Registers,
    language: str,
    figures: Figures | None = None,
    given: Mapping[str, str] | None = None,
) -> tuple[Filled | None, tuple[Problem, ...]]:
    """The filled template, or all that keeps it from being filled."""
    found = checked(template, language)
    settings, of_settings = settle(template, given or {})
    if found.problems or of_settings:
        return None, (*of_settings, *found.problems)
    environment = environment_for(
        found.labels, primary(language), registers, figures, settings=settings, shown=found.parts.shown
    )
    environment.globals.update({field.name: getattr(names, field.name) for field in fields(names)})
    environment.loader = found.parts
    return _filled(environment, found.parts)


def _filled(environment: Environment, parts: Parts) -> tuple[Filled | None, tuple[Problem, ...]]:
    try:
        fragment: Fragment = environment.get_template(ENTRY).render()  # type: ignore[assignment]  # see Environment.concat
    except Exception as error:  # noqa: BLE001 - whatever a template does is told as a problem
        files = {parts.shown(name) for name in parts.sources}
        return None, (filling_problem(error, files, parts.shown(ENTRY)),)
    return Filled(fragment.chunks), ()
