"""A folder of briefs, read: the registers that all events share, and one event with all that its brief needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from brief.event.compose import compose
from brief.event.folders import (
    event_file,
    event_ids,
    glance,
    lost_event,
    misnamed,
    missing_register,
    unknown_event,
    unread,
    without_event,
)
from brief.event.ids import BAD, Register
from brief.event.languages import LANGUAGES, language_meant
from brief.event.model import Claim, Event, FollowUp, Ignore
from brief.event.nodes import Items
from brief.event.nodes import field as field_of
from brief.event.read import Reader
from brief.event.registers import Party, Source, Term
from brief.files import as_typed, read_text
from brief.place import Place, Words, places_of
from brief.problem import Problem, in_order, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from brief.event.folders import Listing
    from brief.event.nodes import Node

Kept = TypeVar("Kept")

REGISTERS: Mapping[str, tuple[type, tuple[str, ...]]] = {
    "sources": (Source, ("sources",)),
    "people": (Party, ("people", "organisations")),
    "glossary": (Term, ("terms",)),
    "follow-ups": (FollowUp, ("follow_ups",)),
}
"""The registers by the names of their files: what each holds, and in which lists."""

FILES = tuple(f"{name}.yaml" for name in REGISTERS)

LOSSLESS = ("character", "tag")
"""Errors of a file's YAML beside which all that stands in it is read."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder of briefs: its registers, the ids of its events, and what is wrong with the registers.

    `untranslated` are the places of the texts that stand in English for want of the language that was asked for.
    """

    folder: Path
    language: str
    events: tuple[str, ...]
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    terms: tuple[Term, ...]
    ledger: tuple[FollowUp, ...]
    problems: tuple[Problem, ...]
    registers: Mapping[type, Register] = field(repr=False)
    claims: Mapping[str, Place] = field(repr=False)  # of the ledger, by id
    ignores: tuple[Ignore, ...] = ()
    partial: bool = False
    untranslated: frozenset[Place] = frozenset()
    lost: frozenset[str] = frozenset()  # as of a dossier


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the brief of one event is made from, before the wall; `event` is missing where it could not be read.

    `problems` are those of the event and of every register, in order of place. `previous` is the meeting before.
    `ignores` are those of the registers; the event has its own. `untranslated` is as in `Workspace`. `lost` names what
    could not be read whole: registers as their files are named, fields of the event as `event.statements`, or `event`.
    """

    event: Event | None
    ledger: tuple[FollowUp, ...]
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    terms: tuple[Term, ...]
    previous: Listing | None
    problems: tuple[Problem, ...]
    ignores: tuple[Ignore, ...] = ()
    untranslated: frozenset[Place] = frozenset()
    lost: frozenset[str] = frozenset()

    def is_whole(self, *parts: str) -> bool:
        """Whether nothing of these parts was lost: "event" means all of it, "event.agreements" one of its fields."""
        return not any(
            lost == part or lost.startswith(f"{part}.") or part.startswith(f"{lost}.")
            for lost in self.lost
            for part in parts
        )


def load(folder: Path, event_id: str, *, language: str = "en") -> Dossier:
    """Read the registers of a folder of briefs and one of its events. What is wrong is told in `problems`."""
    return dossier(open_workspace(folder, language=language), event_id)


def open_workspace(folder: Path, *, language: str = "en", partial: bool = False) -> Workspace:
    """Read the registers of a folder of briefs, once for all its events.

    `partial` asks for what can be read where something cannot: a list then lacks the records that have a fault.
    """
    problems, ignores, untranslated = list(_doubts(folder, language)), list[Ignore](), set[Place]()
    language = language if language in LANGUAGES else "en"
    events = event_ids(folder)
    if not folder.is_dir():
        return Workspace(folder, language, events, (), (), (), (), tuple(problems), {}, {})

    def reader(name: str, registers: Mapping[type, Register] | None = None) -> Reader:
        file = as_typed(folder / f"{name}.yaml")
        return Reader(file, language, registers or {}, events, problems, partial=partial, untranslated=untranslated)

    sources, parties, terms = (
        _register(reader(name), folder, ignores, name) for name in ("sources", "people", "glossary")
    )
    registers = {Source: sources, Party: parties}
    of_ledger = reader("follow-ups", registers)
    follow_ups = _register(of_ledger, folder, ignores, "follow-ups")
    ledger = _records(follow_ups, FollowUp)
    read = {"sources": sources, "people": parties, "glossary": terms, "follow-ups": follow_ups}
    return Workspace(
        folder,
        language,
        events,
        _records(sources, Source),
        _records(parties, Party),
        _records(terms, Term),
        ledger,
        in_order([*problems, *_disorder(ledger)]),
        registers,
        of_ledger.ids.places.get(Claim, {}),
        tuple(ignores),
        partial,
        frozenset(untranslated),
        frozenset(name for name, register in read.items() if register.lost),
    )


def dossier(workspace: Workspace, event_id: str) -> Dossier:
    """Read one event of a folder of briefs."""
    event: Event | None = None
    problems, untranslated, lost = list(workspace.problems), set(workspace.untranslated), {"event"}
    path = event_file(workspace.folder, event_id)
    if path is not None:
        file = as_typed(path)
        known, events = workspace.registers, workspace.events
        language, partial = workspace.language, workspace.partial
        reader = Reader(file, language, known, events, problems, partial=partial, untranslated=untranslated)
        node = _nodes(path, reader)
        if node is not None:
            value = reader.read(Event, node, id=Words(event_id, Place(file, 1, 1, "id")))
            event = None if value is BAD else value
        if event is not None:
            lost = {f"event.{name}" if name else "event" for name in reader.ids.lost}
        problems += _shared(reader.ids.places.get(Claim, {}), workspace.claims)
    elif workspace.folder.is_dir():
        problems.append(unknown_event(workspace.folder, event_id))
    before = glance(workspace.folder, event.previous, language=workspace.language) if event and event.previous else None
    if before and before.untranslated:
        untranslated |= set(places_of(before.title))
    return Dossier(
        event,
        workspace.ledger,
        workspace.sources,
        workspace.parties,
        workspace.terms,
        before,
        in_order(problems),
        workspace.ignores,
        frozenset(untranslated),
        workspace.lost | lost,
    )


def read_sources(text: str, file: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The records of a register of sources, and what is wrong with it: of a text that may not be written yet."""
    node, problems = compose(text, file)
    reader = Reader(file, problems=problems)
    if node is not None:
        reader.read_lists({"sources": Source}, node)
    known = reader.ids.of(Source).values()
    return tuple(record for record in known if isinstance(record, Source)), in_order(problems)


# ---- files -----------------------------------------------------------------------------------------------------------


def _register(reader: Reader, folder: Path, ignores: list[Ignore], register: str) -> Register:
    """Read a register: a file of lists of records of one kind; what it ignores joins `ignores`."""
    name, (kind, lists) = f"{register}.yaml", REGISTERS[register]
    node = _nodes(folder / name, reader)
    if node is not None:
        ignores += reader.read_lists(dict.fromkeys(lists, kind), node)
    whole = all(isinstance(field_of(node, each), Items) for each in lists)
    return Register(name, reader.ids.of(kind), whole, bool(reader.ids.lost) or not whole)


def _records(register: Register, kind: type[Kept]) -> tuple[Kept, ...]:
    return tuple(record for record in register.records.values() if isinstance(record, kind))


def _nodes(path: Path, reader: Reader) -> Node | None:
    """The nodes of a reader's file; what is wrong with it joins the problems."""
    file, problems = reader.file, reader.problems
    try:
        text = read_text(path)
    except FileNotFoundError:
        problems.append(missing_register(path, FILES))
    except (OSError, ValueError) as error:
        problems.append(unreadable(error, file))
    else:
        node, found = compose(text, file)
        problems += found
        if any(problem.severity == "error" and problem.code not in LOSSLESS for problem in found):
            reader.ids.lose("")
        return node
    reader.ids.lose("")
    return None


# ---- what no single file can know ------------------------------------------------------------------------------------


def _doubts(folder: Path, language: str) -> Iterator[Problem]:
    if language not in LANGUAGES:
        hint = language_meant(language) or "write its two letters, as ISO 639-1 has them"
        yield Problem("language", f"'{language}' is no language of briefs", hint=hint)
    if not folder.is_dir():
        yield Problem(
            "missing-file",
            f"there is no folder {folder}",
            hint="mend the name, or make a workspace with 'brief init DIR'",
        )
    for name in misnamed(folder):
        place = Place(as_typed(folder / name / "event.yaml"), 1)
        hint = "rename it: lower-case letters, digits and hyphens"
        yield Problem("event-name", f"the folder '{name}' cannot be the name of an event", place, hint, "warning")
    for name, file in without_event(folder):
        yield lost_event(folder, name, file)
    yield from unread(folder, FILES)


def _disorder(ledger: Iterable[FollowUp]) -> Iterator[Problem]:
    """A follow-up stands as its last update says, so updates stand in order of time."""
    for follow_up in ledger:
        for before, after in pairwise(follow_up.updates):
            if before.date.later_than(after.date):
                message = f"the update of {after.date} stands behind that of {before.date}"
                yield Problem("order", message, after.date.place, "put the updates in order, the oldest first")


def _shared(of_event: Mapping[str, Place], of_ledger: Mapping[str, Place]) -> Iterator[Problem]:
    """One brief holds the claims of both, and each has its own note."""
    for name, place in of_event.items():
        if name in of_ledger:
            message = f"the id '{name}' is given in {of_ledger[name]} already"
            yield Problem("duplicate", message, place, "give each claim its own")
