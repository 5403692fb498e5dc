"""The file of a new event: every field explained, what recurs proposed, and a blank wherever an officer has to write.

What stands in it reads without a fault but for the blanks, and there is one problem for each of them.
"""

from __future__ import annotations

import json
import re
from textwrap import wrap
from typing import TYPE_CHECKING

from brief.event.folders import list_events
from brief.event.kinds import Choice, Record, Row, fields_of
from brief.event.model import Event
from brief.event.nodes import BLANK
from brief.event.notes import NOTES
from brief.event.registers import Party, Source
from brief.event.schema import schema_line
from brief.event.standing import standings
from brief.event.wall import last_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from brief.event.day import Day
    from brief.event.kinds import Field
    from brief.event.model import FollowUp
    from brief.event.standing import Standing
    from brief.event.workspace import Workspace

    Free = Callable[[str], str]
    Value = str | list[str] | list[dict[str, "Value"]] | dict[str, "Value"]

WIDTH = 118
UPDATE_AT = "      "
"""How far an update is indented in follow-ups.yaml."""


def scaffold_of(workspace: Workspace, event_id: str, before: Event | None = None) -> str:
    """The text of `event.yaml` for a new event of a folder of briefs, the next after `before` where there was one."""
    taken = set(workspace.claims)

    def free(name: str) -> str:
        return name if name not in taken else f"{event_id}-{name}"

    values = _recurring(before, free) if before else _first(free)
    lines = [schema_line("event", "../"), *_preface(event_id, before)]
    explained: set[tuple[type, str]] = set()
    for name, field in fields_of(Event).items():
        if name != "id":
            lines += ["", *_about(Event, name, field, "", explained, given=name in values)]
            lines += _field(Event, name, values, "", explained)
    if before:
        as_of = last_date(workspace.ledger, (before.as_of, *(one.as_of for one in list_events(workspace.folder))))
        lines += _threads(workspace.ledger, as_of or before.as_of, event_id, taken)
    return "\n".join(lines) + "\n"


def _preface(event_id: str, before: Event | None) -> Iterator[str]:
    proposed = f" What is filled in already is proposed from {before.id}: change what does not hold." if before else ""
    yield from _comment(
        f"Write what you know wherever {BLANK} stands; 'brief check --event {event_id}' names each place that is left."
        f"{proposed} Names of fields in brackets may be left out. New sources go into sources.yaml, new people into "
        f"people.yaml, abbreviations into glossary.yaml, and what remains to be done into follow-ups.yaml."
    )


# ---- what stands in it -----------------------------------------------------------------------------------------------


def _claim(name: str, **more: Value) -> dict[str, Value]:
    return {"id": name, **more, "text": BLANK, "sources": BLANK}


def _first(free: Free) -> dict[str, Value]:
    """The values of an event without one before it."""
    topics: list[dict[str, Value]] = [{"id": "topic-1", "title": BLANK}]
    return {
        "title": BLANK,
        "subtitle": BLANK,
        "occasion": BLANK,
        "as_of": BLANK,
        "header": {
            "reference": BLANK,
            "version": '"1.0"',
            "date": BLANK,
            "marking": BLANK,
            "to": BLANK,
            "sender": BLANK,
            "drafter": BLANK,
        },
        "meeting": {
            "date": BLANK,
            "when": _claim(free("when")),
            "where": _claim(free("where")),
            "participants": [_claim(free("present-1"), party=BLANK)],
        },
        "bottom_line": [_claim(free("bottom-1"))],
        "key_points": [_claim(free("key-1"))],
        "topics": topics,
        "statements": [_claim(free("S1"), topic="topic-1", speakers=BLANK, addressees=BLANK, act=BLANK)],
    }


def _recurring(before: Event, free: Free) -> dict[str, Value]:
    """The same after an event: what is likely to recur is proposed, though not the sources it would stand on."""
    values = _first(free)
    head, meeting = before.header, before.meeting
    header: dict[str, str] = {"to": head.to, "sender": head.sender, "drafter": head.drafter}
    if head.marking:
        header["marking"] = head.marking
    sources = [c.source.id for claim in (meeting.when, meeting.where) for c in claim.sources]
    previous: dict[str, Value] = {
        "id": free("previous"),
        "text": plain(before.occasion),
        "sources": [_listed(name) for name in dict.fromkeys(sources)],
    }
    participants: list[dict[str, Value]] = [
        {"id": free(f"present-{n}"), "party": plain(one.party.id), "text": plain(one.text), "sources": BLANK}
        for n, one in enumerate(meeting.participants, 1)
    ]
    topics: list[dict[str, Value]] = [{"id": plain(topic.id), "title": plain(topic.title)} for topic in before.topics]
    statements: list[dict[str, Value]] = [_claim(free("S1"), topic=BLANK, speakers=BLANK, addressees=BLANK, act=BLANK)]
    return {
        **values,
        "header": {**_fields(values["header"]), **{name: plain(text) for name, text in header.items()}},
        "meeting": {
            **_fields(values["meeting"]),
            "previous": previous,
            **({"participants": participants} if participants else {}),
        },
        **({"topics": topics, "statements": statements} if topics else {}),
        "previous": plain(before.id),
    }


def _fields(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def plain(text: str) -> str:
    """A text as YAML writes it: in quotation marks where the reader, or an editor, would take it for something else."""
    is_word = re.fullmatch(r"[\w(].*", text) and not re.search(r": |:$| #|\s$|^[0-9.]+$", text)
    return text if is_word and text.lower() not in ("null", "true", "false", BLANK.lower()) else quoted(text)


def quoted(text: str) -> str:
    """A text in quotation marks: YAML reads what JSON writes."""
    return json.dumps(text, ensure_ascii=False)


def _listed(name: str) -> str:
    """An id as it stands between brackets."""
    return plain(name) if re.fullmatch(r"[\w.-]+", name) else quoted(name)


# ---- how it is written -----------------------------------------------------------------------------------------------


def _field(
    record: type, name: str, values: Mapping[str, Value], indent: str, explained: set[tuple[type, str]]
) -> Iterator[str]:
    """A field with its value, each field below it explained the first time it is met."""
    if name not in values:
        return
    value, field = values[name], fields_of(record)[name]
    if isinstance(value, str):
        yield f"{indent}{name}: {value}"
    elif isinstance(value, dict):
        yield f"{indent}{name}:"
        yield from _record(_type(field), value, f"{indent}  ", explained)
    elif all(isinstance(each, str) for each in value):
        yield f"{indent}{name}: [{', '.join(map(str, value))}]"
    else:
        yield f"{indent}{name}:"
        for each in value:
            item = list(_record(_type(field), _fields(each), f"{indent}    ", set(_ALL)))
            yield f"{indent}  - {item[0].lstrip()}"
            yield from item[1:]


def _record(record: type, values: Mapping[str, Value], indent: str, explained: set[tuple[type, str]]) -> Iterator[str]:
    for name, field in fields_of(record).items():
        if name in values or not field.required:
            yield from _about(record, name, field, indent, explained, given=name in values)
            yield from _field(record, name, values, indent, explained)


def _about(
    record: type, name: str, field: Field, indent: str, explained: set[tuple[type, str]], *, given: bool
) -> Iterator[str]:
    """What a field means, and the fields of the records in it, unless it has been said before."""
    if (key := _key(record, name)) in explained:
        return
    explained.add(key)
    said = _said(field)
    yield from _comment(f"{said[0].upper()}{said[1:]}." if given else f"({name}) {said}.", indent)
    is_list = isinstance(field.kind, Row)
    if (inner := _inner(field)) and (is_list or not given):
        below = list(_outline(inner, f"{indent}#   ", explained))
        yield from [f"{indent}# {'Each has' if is_list else 'It has'}:", *below] if below else ()


def _outline(record: type, lead: str, explained: set[tuple[type, str]]) -> Iterator[str]:
    """The fields of a record in comments, and of those in it, as far as they have not been explained."""
    for name, field in fields_of(record).items():
        if (key := _key(record, name)) in explained:
            continue
        explained.add(key)
        shown = name if field.required else f"({name})"
        yield from wrap(f"{shown}: {_said(field)}", WIDTH, initial_indent=lead, subsequent_indent=f"{lead}    ")
        if inner := _inner(field):
            yield from _outline(inner, f"{lead}  ", explained)


def _said(field: Field) -> str:
    kind = field.inner
    return f"{field.note}; one of: {', '.join(kind.allowed)}" if isinstance(kind, Choice) else field.note


def _comment(text: str, indent: str = "", more: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# {more}")


def _key(record: type, name: str) -> tuple[type, str]:
    """The record that explains a field."""
    return next(((kind, name) for kind in record.__mro__ if name in NOTES.get(kind, ())), (record, name))


def _type(field: Field) -> type:
    return field.inner.type if isinstance(field.inner, Record) else object


def _inner(field: Field) -> type | None:
    """The record whose fields stand in a field; those of registers are named by their ids."""
    found = _type(field)
    return None if found in (object, Party, Source) else found


_ALL = frozenset((record, name) for record, notes in NOTES.items() for name in notes)


# ---- what is open ---------------------------------------------------------------------------------------------------


def _threads(ledger: Iterable[FollowUp], as_of: Day, event_id: str, taken: set[str]) -> Iterator[str]:
    """The follow-ups that are open at the last date in the data, and an update for each, in comments."""
    whole = {each.id: each for each in ledger}
    still = [one for one in standings(whole.values(), as_of) if one.is_open]
    yield ""
    yield f"# ---- follow-ups open as of {as_of}, the last date in the data: {len(still)} ----"
    if still:
        yield from _comment(
            "For each on which this meeting brought a step, copy its update to its place among its 'updates' in "
            "follow-ups.yaml, the oldest first, without the '# ' before it, and fill it in. Leave the others alone."
        )
    for one in still:
        yield "#"
        yield from _thread(one, whole[one.follow_up.id], event_id, taken)


def _thread(one: Standing, whole: FollowUp, event_id: str, taken: set[str]) -> Iterator[str]:
    who, whom = (", ".join(party.id for party in each) for each in (whole.actors, whole.counterparts))
    since = one.latest
    yield from _comment(
        f"{whole.id}: {whole.what} ({whole.kind}; {who} -> {whom}); {since.status}, {since.date}", more="  "
    )
    number = len(whole.updates) + 1
    while f"{whole.id}-{number}" in taken:
        number += 1
    yield f"# {UPDATE_AT}- id: {plain(f'{whole.id}-{number}')}"
    for name, value in (("date", BLANK), ("status", BLANK), ("event", event_id), ("text", BLANK), ("sources", BLANK)):
        yield f"# {UPDATE_AT}  {name}: {value}"
