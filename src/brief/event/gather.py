"""Every claim of an event or of the ledger, wherever it stands in it."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from brief.event.kinds import Record, fields_of
from brief.event.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator


def claims(record: object) -> Iterator[Claim]:
    """The claims that a record, or a list of records, is or holds, in the order of the model's fields."""
    found: list[Claim] = []
    _take(record, found)
    return iter(found)


def _take(record: object, found: list[Claim]) -> None:
    if isinstance(record, tuple):
        for each in record:
            _take(each, found)
        return
    if isinstance(record, Claim):
        found.append(record)
    if is_dataclass(record):
        kind: type = type(record)
        for name in _holders(kind):
            _take(getattr(record, name), found)


@cache
def _holders(kind: type) -> tuple[str, ...]:
    """The fields of a record in which claims may stand, so that no other is looked into."""
    found = []
    for name, asked in fields_of(kind).items():
        if isinstance(inner := asked.inner, Record) and (_holders(inner.type) or issubclass(inner.type, Claim)):
            found.append(name)
    return tuple(found)
