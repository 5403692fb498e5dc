"""Look at a template before it is filled: every unknown name, field, filter and part, at once, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from brief.problem import in_order
from brief.template.fields import fields_of
from brief.template.folder import MANIFEST
from brief.template.labels import Labels
from brief.template.settings import Settings
from brief.template.statics.findings import Check
from brief.template.statics.kinds import (
    NODE,
    NUMBER,
    TEXT,
    TRUTH,
    UNKNOWN,
    Function,
    Kind,
    Plain,
    Words,
    kind_of_type,
)
from brief.template.statics.statements import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.problem import Problem
    from brief.template.environment import Environment
    from brief.template.parts import Parts

__all__ = ["check"]

_SETTING = {str: TEXT, int: NUMBER, bool: TRUTH}


def check(environment: Environment, parts: Parts, offered: type, entry: str) -> tuple[Problem, ...]:
    """What is wrong in the template that begins with the file `entry`, in order of place.

    It may use the globals of the environment and, known by their types alone, the names of the data: the fields of the
    record `offered`.
    """
    names: dict[str, Kind] = {name: _global(name, value) for name, value in environment.globals.items()}
    names |= {name: kind_of_type(hint) for name, hint in fields_of(offered).items()}
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
    return in_order(found.all())


def _global(name: str, value: object) -> Kind:
    if isinstance(value, Labels):
        return UNKNOWN if value.unread else _words(value)
    if isinstance(value, Settings):
        return Words(tuple((name, _SETTING[type(said)]) for name, said in value.values.items()), MANIFEST, "option")
    return Function(name) if callable(value) else NODE


def _words(labels: Labels) -> Words:
    keys: list[tuple[str, Words | Plain]] = [
        (key, _words(value) if isinstance(value, Labels) else TEXT) for key, value in labels.words.items()
    ]
    return Words(tuple(keys), labels.file, elsewhere=tuple(labels.elsewhere.items()))
