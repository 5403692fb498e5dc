"""JSON Schemas (2020-12) of the data files, from the same types that the reader goes by: for editors.

An editor reads YAML 1.2, core schema, before it checks: there `2023` and `1.0` are numbers and `true` is no text, while
the reader of briefs takes a scalar as text until its field says otherwise. So where a text may stand, a number or a
truth value may as well, and a year may be a number. What only the reader can know is not here: whether an id names
something, whether ids are unique, whether February had 29 days, and how a number was written.
"""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, assert_never

from brief.event.day import Day
from brief.event.forms import Form
from brief.event.kinds import Choice, Field, Mention, Plain, Record, Row, Translated, fields_of, spoken
from brief.event.languages import LANGUAGES
from brief.event.model import Event
from brief.event.read import IGNORE
from brief.event.registers import Party, Source
from brief.event.scalars import NEVER_EMPTY
from brief.event.workspace import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.event.kinds import Kind

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = ".schema"
"""Where the schemas lie, in a folder of briefs."""

GIVEN = ("id",)
"""Fields of an event that its file does not hold: its folder's name is its id."""

_SIMPLE: dict[str, Schema] = {
    "text": {"type": ["string", "number", "boolean"], "pattern": "\\S"},
    "words": {
        "anyOf": [
            {"$ref": "#/$defs/text"},
            {
                "type": "object",
                "properties": {language: {"$ref": "#/$defs/text"} for language in ("en", "ko")},
                "patternProperties": {f"^({'|'.join(LANGUAGES)})$": {"$ref": "#/$defs/text"}},
                "required": ["en"],
                "additionalProperties": False,
            },
        ]
    },
    "date": {
        "description": "A day, a month or a year: 2023-07-11, 2023-07 or 2023.",
        "type": ["string", "integer"],
        "pattern": "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])"
        "|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|-(0[469]|11)-(0[1-9]|[12][0-9]|30)|-02-(0[1-9]|[12][0-9]))?$",
        "minimum": 1000,
        "maximum": 9999,
    },
    "number": {
        "type": ["integer", "string"],
        "pattern": "^-?[0-9]{1,9}$",
        "minimum": -999_999_999,
        "maximum": 999_999_999,
    },
    "truth": {"enum": [True, False, "true", "false"]},
    "event": {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]*$"},
    "nothing": {"type": ["string", "null"], "pattern": "^\\s*$"},
}
"""What is no record, and what an editor knows it by."""

_PLAIN = {str: "text", int: "number", Day: "date", bool: "truth"}


def schemas() -> dict[str, bytes]:
    """The schema of each kind of data file, by its name: `event.json`, `sources.json` and so on."""
    found = {"event": _Definitions({Party, Source}).event()}
    for name, (kind, lists) in REGISTERS.items():
        named = {Party, Source} - {kind}  # a register holds records in full, and names those of others by id
        found[name] = _Definitions(named).register(kind, lists)
    return {f"{name}.json": _written(schema) for name, schema in found.items()}


def schema_line(name: str, folder: str) -> str:
    """The comment by which a file names its schema to an editor; `folder` leads from it to the folder of briefs."""
    return f"# yaml-language-server: $schema={folder}{SCHEMAS}/{name}.json"


def _written(schema: Schema) -> bytes:
    return (json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n").encode()


class _Definitions:
    """The definitions of one schema; records of the `named` types are given by their ids."""

    def __init__(self, named: set[type]) -> None:
        self.named = named
        self.made: dict[str, Schema] = {}

    def event(self) -> Schema:
        """The file of an event."""
        fields = {name: field for name, field in fields_of(Event).items() if name not in GIVEN}
        return {"title": "event", **_about(Event), **self.object(fields), "$defs": self.sorted()}

    def register(self, kind: type, lists: tuple[str, ...]) -> Schema:
        """The file of a register."""
        fields = {name: Field(Row(Record(kind)), required=True) for name in lists} | {"ignore": IGNORE}
        return {"title": lists[0], **_about(kind), **self.object(fields), "$defs": self.sorted()}

    def sorted(self) -> dict[str, Schema]:
        """The definitions by name."""
        return dict(sorted(self.made.items()))

    def object(self, fields: Mapping[str, Field]) -> Schema:
        """Fields, of which no other may be given."""
        return {
            "type": "object",
            "properties": {name: self.field(name, field) for name, field in fields.items()},
            "required": [name for name, field in fields.items() if field.required],
            "additionalProperties": False,
        }

    def field(self, name: str, field: Field) -> Schema:
        """The value of a field; one that may be left out may be left empty."""
        schema = self.value(field.kind)
        if name in NEVER_EMPTY:
            schema["minItems"] = 1
        elif not field.required and not (isinstance(field.kind, Form) and field.kind.never_empty):
            schema = {"anyOf": [schema, self.simple("nothing")]}
        return {**({"description": _sentence(field.note)} if field.note else {}), **schema}

    def value(self, kind: Kind) -> Schema:
        """The value of a field of this kind."""
        match kind:
            case Plain():
                return self.simple(_PLAIN[kind.type])
            case Choice():
                return {"enum": list(kind.allowed)}
            case Form():
                return {"type": "string", "pattern": f"^{kind.pattern}$"}
            case Translated():
                self.simple("text")
                return self.simple("words")
            case Mention():
                return self.simple("text" if kind.of else "event")
            case Record():
                return self.record(kind.type)
            case Row():
                return {"type": "array", "items": self.value(kind.item)}
            case _:
                assert_never(kind)

    def simple(self, name: str) -> Schema:
        """What is no record."""
        self.made[name] = _SIMPLE[name]
        return _reference(name)

    def record(self, kind: type) -> Schema:
        """A record: its id, where it stands in another file, or its fields."""
        if kind in self.named:
            return self.simple("text")
        name = kind.__name__
        if name not in self.made:
            self.made[name] = {"title": spoken(kind)[1], **_about(kind), **self.object(fields_of(kind))}
        full = _reference(name)
        return {"anyOf": [self.simple("text"), full]} if hasattr(kind, "shorthand") else full


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _about(kind: type) -> Schema:
    return {"description": cleandoc(kind.__doc__ or "").replace("`", "'")}


def _sentence(note: str) -> str:
    return f"{note[0].upper()}{note[1:]}."
