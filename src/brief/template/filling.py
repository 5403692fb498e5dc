"""Fill a template: check it whole, then let Jinja decide what is said, without ever seeing a value as text."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING

from brief.problem import Problem
from brief.template.bounds import LONGEST_BRIEF, overlong
from brief.template.checking import checked, environment_for
from brief.template.chunks import Filled
from brief.template.faults import filling_problem
from brief.template.folder import BOOK, ENTRY
from brief.template.names import BookNames
from brief.template.settings import settle
from brief.tree import primary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.template.checking import Checked
    from brief.template.environment import Environment
    from brief.template.folder import Template
    from brief.template.fragment import Fragment
    from brief.template.names import Figures, Names, Registers
    from brief.template.parts import Parts
    from brief.template.settings import Settings


def fill_template(
    template: Template,
    names: Names | BookNames,
    registers: Registers,
    language: str,
    figures: Figures | None = None,
    given: Mapping[str, str | int | bool] | None = None,
) -> tuple[Filled | None, tuple[Problem, ...]]:
    """The filled template, or all that keeps it from being filled; for a book, its frame."""
    entry = BOOK if isinstance(names, BookNames) else ENTRY
    found = checked(template, language, entry)
    if entry not in found.parts.paths and not template.cut:
        return None, (_no_file(template, entry),)
    settings, of_settings = settle(template, given or {})
    if found.problems or of_settings:
        return None, (*of_settings, *found.problems)
    return _filled(_environment(found, settings, names, registers, language, figures), found.parts, entry)


def fill_sound(
    template: Template, names: Names, registers: Registers, language: str, figures: Figures | None = None
) -> tuple[Filled, ...]:
    """What each file of a template gives by itself, of those in which nothing is wrong and which need no other file
    in which something is.
    """
    found = checked(template, language)
    environment = _environment(found, settle(template, {})[0], names, registers, language, figures)
    wrong = {problem.place.file for problem in found.problems if problem.place}
    sound = [name for name in found.parts.trees if found.parts.shown(name) not in wrong]
    filled = []
    for name in dict.fromkeys(found.parts.aliases.get(each, each) for each in sound):
        with suppress(Exception):  # it needs another file, or names that another gives it
            fragment: Fragment = environment.get_template(name).render()  # type: ignore[assignment]  # as below
            filled.append(Filled(fragment.chunks))
    return tuple(filled)


def _environment(
    found: Checked,
    settings: Settings,
    names: Names | BookNames,
    registers: Registers,
    language: str,
    figures: Figures | None,
) -> Environment:
    environment = environment_for(
        found.labels, primary(language), registers, figures, settings=settings, shown=found.parts.shown
    )
    environment.globals.update({field.name: getattr(names, field.name) for field in fields(names)})
    environment.loader = found.parts
    return environment


def _no_file(template: Template, entry: str) -> Problem:
    message = f"the template '{template.key}' has no {entry}, so no book can be made with it"
    return Problem("missing-part", message, hint='write one, or extends = "policy-brief" in its template.toml')


def _filled(environment: Environment, parts: Parts, entry: str = ENTRY) -> tuple[Filled | None, tuple[Problem, ...]]:
    try:
        fragment: Fragment = environment.get_template(entry).render()  # type: ignore[assignment]  # see Environment.concat
    except Exception as error:  # noqa: BLE001 - whatever a template does is told as a problem
        files = {parts.shown(name) for name in parts.sources}
        return None, (filling_problem(error, files, parts.shown(entry)),)
    if place := overlong(fragment.chunks):
        message = f"here the words of this template become more than {LONGEST_BRIEF:,} characters"
        return None, (Problem("template", message, place, "a loop or a macro prints too often"),)
    return Filled(fragment.chunks), ()
