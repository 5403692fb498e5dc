"""What an expression of a template can be, as far as the types of the data tell, and what can be seen where."""

from __future__ import annotations

import types
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NewType, Union, assert_never, get_args, get_origin

from brief.event import Day
from brief.template.fields import fields_of, with_article
from brief.tree import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import nodes


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything: nothing is said against it."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value without fields. `choices` are the only texts it can be, where they are known."""

    name: Literal["text", "number", "yes or no", "date", "node"]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the data."""

    type: type


@dataclass(frozen=True, slots=True)
class Many:
    """A list of any length; each item has the fields `having`, because a filter took only such."""

    item: Kind
    having: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """A list of known length, each item of a kind of its own."""

    items: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value that may be empty."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Output:
    """What a macro, a block or a set-block gives."""


@dataclass(frozen=True, slots=True)
class Words:
    """The labels, a table of them, or the options: plain values by key. `noun` is what each is called.

    `file` is where they are written. `elsewhere` are labels that another language has, as `Labels.elsewhere` tells.
    """

    keys: tuple[tuple[str, Words | Plain], ...]
    file: str
    noun: str = "label"
    elsewhere: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """The name `loop` inside a loop over such items."""

    item: Kind


@dataclass(frozen=True, slots=True)
class Bag:
    """A namespace of the template."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the house."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro, and what it can see from where it stands."""

    node: nodes.Macro
    scope: Scope


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """An imported file: what it offers."""

    names: dict[str, Kind]
    file: str


@dataclass(slots=True)
class Scope:
    """The names a spot of `file` sees, and the paths (`claim.quote`) that are known there not to be empty."""

    file: str
    names: dict[str, Kind]
    present: frozenset[str] = frozenset()

    def inner(self, *, knowing: frozenset[str] = frozenset(), names: Mapping[str, Kind] | None = None) -> Scope:
        """A body whose own names do not leave it."""
        scope = Scope(self.file, dict(self.names), self.present | knowing)
        for name, kind in (names or {}).items():
            scope.bind(name, kind)
        return scope

    def bind(self, name: str, kind: Kind, having: frozenset[str] = frozenset()) -> None:
        """Give a name a new meaning; what was known of the old one is forgotten."""
        self.names[name] = kind
        old = {path for path in self.present if path == name or path.startswith((f"{name}.", f"{name}["))}
        self.present = (self.present - old) | {f"{name}.{path}" for path in having}


Kind = Unknown | Plain | Record | Many | Group | Maybe | Output | Words | Loop | Bag | Function | Macro | Module

UNKNOWN = Unknown()
TEXT, NUMBER, TRUTH, DATE, NODE = Plain("text"), Plain("number"), Plain("yes or no"), Plain("date"), Plain("node")

_PLAIN: dict[Any, Kind] = {str: TEXT, int: NUMBER, bool: TRUTH, Day: DATE, Document: NODE}

LOOP_FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER),
    **dict.fromkeys(("first", "last"), TRUTH),
    **dict.fromkeys(("cycle", "changed"), UNKNOWN),
}


def kind_of_type(hint: Any) -> Kind:
    """The kind of a field from its type."""
    if isinstance(hint, NewType):
        return kind_of_type(hint.__supertype__)
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return Plain("text", arguments) if all(isinstance(choice, str) for choice in arguments) else UNKNOWN
    if origin in (Union, types.UnionType):
        kind = merged(kind_of_type(one) for one in arguments if one is not type(None))
        return Maybe(kind) if type(None) in arguments else kind
    if origin in (tuple, list):
        return Many(kind_of_type(arguments[0]))
    return Record(hint) if isinstance(hint, type) and is_dataclass(hint) else UNKNOWN


@cache
def fields(kind: Record) -> dict[str, Kind]:
    """The fields and properties of a record."""
    return {name: kind_of_type(hint) for name, hint in fields_of(kind.type).items()}


def there(kind: Kind) -> Kind:
    """The kind of a value once it is known not to be empty."""
    return kind.kind if isinstance(kind, Maybe) else kind


def merged(kinds: Iterable[Kind]) -> Kind:
    """The kind of a value that is one of several kinds."""
    found = list(kinds)
    inner = list(dict.fromkeys(there(kind) for kind in found))
    texts = bool(inner) and all(_is_text(kind) for kind in inner)
    one = inner[0] if len(inner) == 1 else TEXT if texts else UNKNOWN
    return Maybe(one) if any(isinstance(kind, Maybe) for kind in found) else one


def _is_text(kind: Kind) -> bool:
    return isinstance(kind, Plain) and kind.name == "text"


def item_of(kind: Kind) -> Kind | None:
    """What a loop over a value gives; nothing where it is no list."""
    match kind:
        case Many():
            return kind.item
        case Group():
            return merged(kind.items) if kind.items else UNKNOWN
        case Unknown():
            return UNKNOWN
        case _:
            return None


def said(kind: Kind) -> tuple[str, str]:
    """A kind in plain words, and how it is printed instead."""
    match kind:
        case Plain(name="yes or no"):
            return "yes or no", "ask with {% if %}"
        case Plain():
            return f"a {kind.name}", "print it as it is"
        case Record():
            return with_article(kind.type.__name__), "name one of its fields"
        case Many() | Group():
            return "a list", "loop over it with {% for %}"
        case Maybe():
            return said(kind.kind)
        case Output():
            return "what a macro or a block gives", "print it by itself"
        case Words():
            return f"a table of {kind.noun}s", f"name one of its {kind.noun}s"
        case Loop():
            return "loop", "name one of its fields: " + ", ".join(LOOP_FIELDS)
        case Bag():
            return "a namespace", "name what was set in it"
        case Function():
            return f"the function {kind.name}", f"call it: {kind.name}(…)"
        case Macro():
            return f"the macro {kind.node.name}", f"call it: {kind.node.name}(…)"
        case Module():
            return f"the file {kind.file}", "name one of its macros"
        case Unknown():
            return "this", "name one of its fields"
        case _:
            assert_never(kind)
