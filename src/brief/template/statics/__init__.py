"""Look at a template before it is filled: every unknown name, field, filter and part, at once, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from brief.problem import in_order
from brief.template.fields import fields_of
from brief.template.labels import Labels
from brief.template.names import Names
from brief.template.statics.findings import Check
from brief.template.statics.kinds import NODE, TEXT, Function, Kind, Plain, Words, kind_of_type
from brief.template.statics.statements import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.problem import Problem
    from brief.template.environment import Environment
    from brief.template.parts import Parts

__all__ = ["check"]


def check(environment: Environment, parts: Parts, entry: str) -> tuple[Problem, ...]:
    """What is wrong in the template that begins with the file `entry`, in order of place; its globals are its names."""
    names: dict[str, Kind] = {}
    seen = fields_of(Names)
    for name, value in environment.globals.items():
        if name in seen:
            names[name] = kind_of_type(seen[name])
        elif isinstance(value, Labels):
            names[name] = _words(value)
        else:
            names[name] = Function(name) if callable(value) else NODE
    found = Check(
        trees=parts.trees,
        broken=parts.broken,
        outside=parts.outside,
        shown=parts.shown,
        filters=environment.filters,
        tests=cast("Mapping[str, Callable[..., object]]", environment.tests),
        functions=environment.globals,
    )
    Walk(found, names).template(entry)
    return in_order(found.problems.values())


def _words(labels: Labels) -> Words:
    keys: list[tuple[str, Words | Plain]] = [
        (key, _words(value) if isinstance(value, Labels) else TEXT) for key, value in labels.words.items()
    ]
    return Words(tuple(keys), labels.file)
