"""Every field of the data is explained, in one place, and only what there is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from brief.event import Event, FollowUp, Party, Source, Term
from brief.event.kinds import Record, Row, fields_of
from brief.event.notes import NOTES, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event.kinds import Kind


def records(kind: type, seen: set[type] | None = None) -> Iterator[type]:
    """A record, and every record that stands in it."""
    seen = set() if seen is None else seen
    if kind not in seen:
        seen.add(kind)
        yield kind
        for field in fields_of(kind).values():
            if (inner := held(field.kind)) is not None:
                yield from records(inner, seen)


def held(kind: Kind) -> type | None:
    match kind:
        case Row():
            return held(kind.item)
        case Record():
            return kind.type
        case _:
            return None


ALL = sorted(
    {each for root in (Event, FollowUp, Party, Source, Term) for each in records(root)}, key=lambda k: k.__name__
)


@pytest.mark.parametrize("record", ALL)
def test_every_field_has_a_note(record: type) -> None:
    for name in fields_of(record):
        assert note(record, name), f"brief/event/notes.py says nothing of '{name}' of {record.__name__}"


def test_notes_explain_only_fields_that_there_are() -> None:
    for record, notes in NOTES.items():
        assert notes.keys() <= {field.name for field in dataclasses.fields(record)}, record


def test_a_note_begins_small_and_ends_open_so_that_it_fits_every_use() -> None:
    for record, notes in NOTES.items():
        for name, said in notes.items():
            assert said == said.strip().rstrip(".!?"), (record, name)
            assert len(said) <= 160, (record, name)


def test_a_record_may_say_more_closely_what_a_field_means() -> None:
    statement, claim = (next(r for r in ALL if r.__name__ == name) for name in ("Statement", "Claim"))
    assert note(statement, "text") != note(claim, "text")
    assert note(statement, "sources") == note(claim, "sources")
