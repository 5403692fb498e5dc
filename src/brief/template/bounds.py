"""How much a template may do, so that none runs without end, whoever wrote it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.place import Place
    from brief.template.chunks import Value, Written

MOST_STEPS = 200_000
"""Turns of loops, branches, calls and chunks a filling may take, and items that go through a filter, a test or a
comparison: a long brief takes some 3,000."""

LARGEST_NUMBER = 10**12

LONGEST_LIST = 10_000
"""Items that a list may hold with all lists inside it: lists of lists of lists are small to write, and large to look
through."""

LONGEST_BRIEF = 4_000_000
"""Characters of a filled template: a long brief has some 60,000."""


def weight(*values: object) -> int:
    """How many items values hold with all that is inside them, texts counting by their length.

    Raises TemplateRuntimeError where they are more than `LONGEST_LIST`.
    """
    found, left = 0, list(values)
    while left:
        value = left.pop()
        found += 1
        match value:
            case tuple() | list():
                left += value
            case dict():
                left += value.values()
            case range():
                found += len(value)
            case str():
                found += len(value) // 1000
        if found + len(left) > LONGEST_LIST:
            message = f"this list holds more than {LONGEST_LIST:,} items, with those of the lists inside it"
            raise TemplateRuntimeError(message)
    return found


def overlong(chunks: Iterable[Written | Value]) -> Place | None:
    """Where the words of a filled template become more than `LONGEST_BRIEF`, if they do."""
    sizes: dict[int, int] = {}
    found = 0
    for chunk in chunks:
        said = getattr(chunk, "text", None) or getattr(chunk, "value", None)
        found += sizes.get(id(said)) or sizes.setdefault(id(said), _size(said))
        if found > LONGEST_BRIEF:
            return chunk.place
    return None


def _size(said: object) -> int:
    """How many characters a text has, or a node of the tree and all below it."""
    match said:
        case str():
            return len(said)
        case tuple():
            return sum(map(_size, said))
        case _ if is_dataclass(said):
            return 1 + sum(_size(getattr(said, field.name)) for field in fields(said))
        case _:
            return 1
