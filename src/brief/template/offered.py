"""What a template may name, to look things up in: every field of every record, with an example of the data."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING

from brief.event import Day
from brief.template.examples import SECTIONS
from brief.template.fields import fields_of, with_article
from brief.template.folder import BOOK
from brief.template.names import BookNames, Bound, Names
from brief.template.statics.kinds import Group, Kind, Many, Maybe, Plain, Record, kind_of_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.template.examples import Example

LONGEST = 60
"""Characters of an example."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, what it gives in plain words, and an example: a value of the data, or what a function is for."""

    name: str
    gives: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The names of one record, or of all filters; `title` says of which."""

    title: str
    entries: tuple[Entry, ...]


def sections(names: Names) -> tuple[Section, ...]:
    """Every name that a template may use, the records in the order in which they are met; examples are from `names`."""
    found = [_record("names that stand alone", Names, [names])]
    examples = _found(names)
    found += [_record(kind.__name__, kind, examples.get(kind, [])) for kind in met(Names)]
    book = Section(f"names that stand alone in {BOOK}", _record("", BookNames, []).entries)
    bound = _record(Bound.__name__, Bound, [])
    return (*found, book, bound, *tools())


def tools() -> tuple[Section, ...]:
    """What a template may call, print, and put behind `|` and `is`: a sentence on each, an example and its result."""
    return tuple(
        Section(title, tuple(_entry(form.format(name), example) for name, example in table.items()))
        for title, form, table in SECTIONS
    )


def _entry(name: str, example: Example) -> Entry:
    return Entry(name, example.says, f"{example.template} → {example.result}")


def _record(title: str, kind: type, examples: list[object]) -> Section:
    entries = []
    for name, hint in fields_of(kind).items():
        values = (getattr(one, name) for one in examples)
        example = next((shown for value in values if (shown := _shown(value))), "")
        entries.append(Entry(name, _words(kind_of_type(hint)), example))
    return Section(title, tuple(entries))


def met(kind: type) -> tuple[type, ...]:
    """The records that are reached from one, each once."""
    met: dict[type, None] = {}
    waiting = [kind]
    while waiting:
        for hint in fields_of(waiting.pop(0)).values():
            inner = _inner(kind_of_type(hint))
            if isinstance(inner, Record) and inner.type not in met:
                met[inner.type] = None
                waiting.append(inner.type)
    return tuple(met)


def _inner(kind: Kind) -> Kind:
    while isinstance(kind, Maybe | Many):
        kind = kind.kind if isinstance(kind, Maybe) else kind.item
    return kind


def _found(names: Names) -> Mapping[type, list[object]]:
    """The records of the data by their type."""
    found: dict[type, list[object]] = {}
    for record in _walk(names, set()):
        found.setdefault(type(record), []).append(record)
    return found


def _walk(value: object, seen: set[int]) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _walk(each, seen)
    elif is_dataclass(value) and not isinstance(value, type | Day) and id(value) not in seen:
        seen.add(id(value))
        yield value
        for name in fields_of(type(value)):
            yield from _walk(getattr(value, name), seen)


def _words(kind: Kind) -> str:
    """A kind as the officer reads it."""
    match kind:
        case Maybe():
            return f"{_words(kind.kind)}, or empty"
        case Many():
            return f"list: {_words(kind.item)}"
        case Record():
            return with_article(kind.type.__name__)
        case Plain(choices=(_, *_)):
            return f"one of {', '.join(kind.choices)}"
        case Plain():
            return kind.name
        case Group() | _:
            return "anything"


def _shown(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | int() | Day():
            text = str(value)
            return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
        case _:
            return ""
