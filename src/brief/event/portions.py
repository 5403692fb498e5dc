"""Portion marks: what bears a marking of its own says so before its words, whatever template prints them.

The marks become words of the data before a template sees them, so that none can leave them out. That goes by type, over
all fields of all records, so that a text added to the model is marked as well. What bears none counts as the document:
its mark is silent, and is printed only behind words that bear another.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from brief.event.kinds import Plain, Record, Translated, fields_of
from brief.event.model import Citation, Claim, FollowUp, Reaction
from brief.event.registers import Party, Source
from brief.place import Passage, Place, Words, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARKED = (Claim, FollowUp, Reaction)
"""The records that may bear a marking; what they hold bears it too, unless it has one of its own."""

_UNMARKED = (Citation, Party, Source)
"""What several portions share, and what stands in notes."""

_NOT_PRINTED = ("id", "marking")
_NOWHERE = Place("", 0)

Known = TypeVar("Known")


class Portion(Words):
    """A text behind the mark of its portion, or without it where the mark is silent.

    `bare` is the text alone, `whole` with its mark; `owner` is the id of the record that is marked. Of a text of more
    paragraphs than one each bears the mark.
    """

    __slots__ = ("bare", "mark", "owner", "paragraphs")
    bare: str
    mark: str
    owner: str
    paragraphs: tuple[Portion, ...]

    @classmethod
    def of(cls, text: str, mark: str, owner: str, *, silent: bool = False) -> Self:
        """`text` behind `mark`, at its own place."""
        portion = cls(text if silent else f"{mark} {text}", place_of(text) or _NOWHERE)
        portion.bare, portion.mark, portion.owner = str(text), mark, owner
        parts = text.paragraphs if isinstance(text, Passage) else ()
        portion.paragraphs = tuple(cls.of(part, mark, owner, silent=silent) for part in parts)
        return portion

    @property
    def is_silent(self) -> bool:
        """Whether the text stands without its mark."""
        return str(self) == self.bare

    @property
    def whole(self) -> str:
        """The text behind its mark, be it silent or not."""
        return f"{self.mark} {self.bare}"


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands before the texts of a record, and the id of the record that says so."""

    words: str
    owner: str
    silent: bool


def markings(record: object) -> Iterator[str]:
    """Every marking of a portion that stands in a record, or in a list of records."""
    if isinstance(record, tuple):
        for each in record:
            yield from markings(each)
    elif is_dataclass(record) and not isinstance(record, type | Party | Source):
        if isinstance(record, _MARKED) and record.marking:
            yield record.marking
        for field in fields(record):
            yield from markings(getattr(record, field.name))


def marked(record: Known, portions: Mapping[str, str], own: str) -> Known:
    """The record or the list of records, every text of a marked portion behind what `portions` has for its marking.

    `own` is the marking that portions without one count as. Where there is none but those, nothing is marked.
    """
    if next(markings(record), None) is None:
        return record
    return cast("Known", _marked(record, portions, _Mark(portions[own], "", silent=True)))


def _marked(record: Any, portions: Mapping[str, str], outer: _Mark) -> Any:
    if isinstance(record, tuple):
        known = tuple(_marked(each, portions, outer) for each in record)
        return known if any(a is not b for a, b in zip(known, record, strict=True)) else record
    mark = _mark(record, portions, outer) if isinstance(record, _MARKED) else outer
    kind: type = type(record)
    texts, records = _parts(kind)
    changes: dict[str, object] = {}
    for name in texts if mark.owner else ():
        if text := getattr(record, name):
            changes[name] = Portion.of(text, mark.words, mark.owner, silent=mark.silent)
    for name in records:
        value = getattr(record, name)
        if value is not None and (inner := _marked(value, portions, mark)) is not value:
            changes[name] = inner
    return replace(record, **changes) if changes else record


def _mark(record: Claim | FollowUp | Reaction, portions: Mapping[str, str], outer: _Mark) -> _Mark:
    if record.marking:
        return _Mark(portions[record.marking], record.id, silent=False)
    return _Mark(outer.words, record.id, outer.silent)


@cache
def _parts(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a record that hold texts to be printed, and those that hold records."""
    texts: list[str] = []
    records: list[str] = []
    for name, asked in fields_of(kind).items():
        inner = asked.inner
        match inner:
            case Record() if not issubclass(inner.type, _UNMARKED):
                records.append(name)
            case Translated():
                texts.append(name)
            case Plain() if inner.type is str and name not in _NOT_PRINTED:
                texts.append(name)
            case _:
                pass
    return tuple(texts), tuple(records)
