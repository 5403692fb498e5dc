"""What a template may ask of a value: the same table serves the check before filling and the filling itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

from brief.event import Day

LOOP = (
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth", "depth0",
    "cycle", "changed",
)  # fmt: skip
"""What `loop` offers inside a loop."""


@cache
def fields_of(kind: type) -> dict[str, Any]:
    """The types of a record's fields and properties, by name, in the order in which they are written."""
    hints = get_type_hints(kind)
    found = {field.name: hints[field.name] for field in fields(kind) if not field.name.startswith("_")}
    for owner in reversed(kind.__mro__):
        for name, value in vars(owner).items():
            if isinstance(value, property) and not name.startswith("_"):
                found[name] = get_type_hints(value.fget).get("return", Any)
    return found


def with_article(name: str) -> str:
    """`an Event`, `a Claim`."""
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"


def described(value: object) -> tuple[str, str]:
    """What a value is in plain words, and how it is printed instead."""
    match value:
        case str():
            return "a text", "print it as it is"
        case bool():
            return "yes or no", "ask with {% if %}"
        case int():
            return "a number", "print it as it is"
        case float():
            return "a number with a point", "write it as a text, in quotation marks"
        case dict():
            return "what stands in { }", "name one of its values"
        case Day():
            return "a date", "print it, or give it a style with |date"
        case tuple() | list() | range():
            return "a list", "loop over it with {% for %}"
        case None:
            return "an empty value", "ask with {% if %}"
        case _ if is_dataclass(value) and not isinstance(value, type):
            return with_article(type(value).__name__), "name one of its fields"
        case _ if callable(value):
            return "a function", "call it with (…)"
        case _:
            return "this", "name one of its fields"
