"""What each field of the model asks of a file, worked out once from its type."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, NewType, get_args, get_origin, get_type_hints

from brief.event.forms import Form
from brief.event.notes import note
from brief.event.registers import EventId, Prose


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A scalar: a text, a whole number, a day, or true or false."""

    type: type


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A scalar out of a closed set."""

    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Translated:
    """A text, or one text a language."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """The id of something, kept as an id: of an event where `of` is nothing, else of a record of this file."""

    of: type | None


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """The fields of a record, or its id where it stands in a register."""

    type: type


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A list of things of one kind."""

    item: Kind


Kind = Plain | Choice | Form | Translated | Mention | Record | Row


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field of a record; without a value it may be left out, or left empty, where it is not `required`.

    `note` says what it means.
    """

    kind: Kind
    required: bool
    note: str = ""

    @property
    def inner(self) -> Kind:
        """What it holds one of, or of a list each item."""
        return self.kind.item if isinstance(self.kind, Row) else self.kind

    def is_needed(self, path: str) -> bool:
        """Whether the record at a data path says something else without a value that was refused: it may be an
        assessment, or marked.
        """
        return self.required or bool(path and not isinstance(self.kind, Row | Record))


@cache
def fields_of(record: type) -> dict[str, Field]:
    """The fields of a record, in order."""
    hints = get_type_hints(record, include_extras=True)
    missing = dataclasses.MISSING
    return {
        f.name: Field(_kind(hints[f.name]), required=f.default is missing, note=note(record, f.name))
        for f in dataclasses.fields(record)
    }


@cache
def _kind(hint: Any) -> Kind:
    arguments = get_args(hint)
    match get_origin(hint):
        case None:
            return _bare(hint)
        case origin if origin is Annotated:
            return arguments[1] if isinstance(arguments[1], Form) else Mention(arguments[1])
        case origin if origin is Literal:
            return Choice(arguments)
        case origin if origin is tuple:
            return Row(_kind(arguments[0]))
        case _:  # a type or nothing
            return _kind(next(a for a in arguments if a is not type(None)))


def _bare(hint: Any) -> Kind:
    if hint is Prose:
        return Translated()
    if isinstance(hint, NewType):
        return Mention(None) if hint is EventId else _kind(hint.__supertype__)
    return Record(hint) if isinstance(hint, type) and dataclasses.is_dataclass(hint) else Plain(hint)


@cache
def family(record: type) -> type:
    """The record a record is a kind of: ids are unique in it. All claims are of one family."""
    return record.__mro__[-2]


@cache
def spoken(record: type) -> tuple[str, str]:
    """What a record is called in a message, and its article: ("a", "key point")."""
    name = re.sub(r"(?<!^)(?=[A-Z])", " ", record.__name__).lower()
    return "an" if name[0] in "aeiou" else "a", name
