"""Every claim of an event or of the ledger, wherever it stands in it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from brief.event.model import Claim, Party, Source

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
    kind: type = type(record)
    for name in _names(kind):
        value = getattr(record, name)
        if value and not isinstance(value, str):
            _take(value, found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a record, but of one of a register, which holds no claim."""
    is_record = is_dataclass(kind) and not issubclass(kind, Party | Source)
    return tuple(field.name for field in fields(kind)) if is_record else ()
