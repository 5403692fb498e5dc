"""Every claim of an event or of the ledger, wherever it stands in it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from brief.event.model import Claim, Party, Source

if TYPE_CHECKING:
    from collections.abc import Iterator


def claims(record: object) -> Iterator[Claim]:
    """The claims that a record, or a list of records, is or holds, in the order of the model's fields."""
    if isinstance(record, Claim):
        yield record
    if isinstance(record, tuple):
        for each in record:
            yield from claims(each)
    elif is_dataclass(record) and not isinstance(record, type | Party | Source):
        for field in fields(record):
            yield from claims(getattr(record, field.name))
