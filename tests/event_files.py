"""A small folder of briefs, whole and without a fault, for tests to spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief import event
from brief.event import load
from brief.event.compose import compose
from brief.event.read import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Dossier
    from brief.problem import Problem

SOURCES = """\
sources:
  - id: P01
    title: Opening remarks
    publisher: NATO
    date: 2023-01-30
  - id: P02
    title: Press release
    publisher: Yonhap
    date: 2023-07-11
    language: ko
  - id: P03
    title: Look back
    publisher: The Korea Herald
    date: 2023-12-01
  - id: P04
    title: Undated page
    publisher: NATO
"""

PEOPLE = """\
people:
  - id: yoon
    name: Yoon Suk Yeol
    short: President Yoon
organisations:
  - id: nato
    name: North Atlantic Treaty Organization
    short: NATO
"""

GLOSSARY = """\
terms:
  - id: ITPP
    full: Individually Tailored Partnership Programme
"""

LEDGER = """\
follow_ups:
  - id: F01
    what: A cyber training centre
    kind: plan
    actors: [yoon]
    counterparts: [nato]
    updates:
      - id: F01-1
        date: 2023-01-30
        status: open
        text: It was raised.
        event: first
        sources: [P01]
      - id: F01-2
        date: 2023-12-01
        status: closed
        text: It was opened.
        sources: [P03]
"""

EVENT = """\
title: A meeting
subtitle: Two people meet
occasion: Seoul, 30 January 2023
as_of: 2023-07-14
header:
  reference: SAMPLE/2023/001
  version: "1.0"
  date: 2023-07-14
  marking: TLP:CLEAR
  to: Director
  sender: Desk
  drafter: Officer
meeting:
  date: 2023-01-30
  when: {id: M1, text: 30 January 2023, sources: [P01]}
  where: {id: M2, text: Seoul, sources: [P01]}
  participants:
    - {id: M3, text: President, party: yoon, sources: [P01]}
bottom_line:
  - {id: B1, text: They met., sources: [P01]}
key_points:
  - {id: K1, lead: Met., text: They met., sources: [P01]}
topics:
  - id: talks
    title: Talks
statements:
  - id: S1
    topic: talks
    speakers: [yoon]
    addressees: [nato]
    act: asked
    text: President Yoon asked.
    sources:
      - P01
      - source: P02
        at: paragraph 3
"""


def briefs(folder: Path, event: str = EVENT, **registers: str) -> Path:
    """Write a folder of briefs with one event, `first`; registers by name, the rest as they stand above."""
    texts = {"sources": SOURCES, "people": PEOPLE, "glossary": GLOSSARY, "follow_ups": LEDGER} | registers
    (folder / "first").mkdir(parents=True)
    (folder / "first" / "event.yaml").write_text(event, encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


def line_of(text: str, piece: str) -> int:
    """The line on which a piece of a text stands, from 1."""
    return text[: text.index(piece)].count("\n") + 1


def spots(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """What each problem is and where: code, line and column."""
    return [(p.code, p.place.line, p.place.column) for p in problems if p.place]


def loaded(here: Path, event: str = EVENT, **registers: str) -> Dossier:
    """The event of a folder of briefs, read."""
    return load(briefs(here / "briefs", event, **registers), "first")


def spoilt(here: Path, old: str, new: str) -> tuple[Problem, ...]:
    """The problems after one piece of the event was replaced."""
    assert EVENT.count(old) == 1, old
    return loaded(here, EVENT.replace(old, new)).problems


def read(kind: type, text: str, **options: Any) -> tuple[Any, list[Problem]]:
    """A record out of a text of its own, and what is wrong with it."""
    reader = Reader("f.yaml", **options)
    node, problems = compose(text, "f.yaml")
    assert node is not None
    return reader.read(kind, node), [*problems, *reader.problems]


def class_of(name: str) -> type:
    """A record of the model, by name."""
    found = getattr(event, name)
    assert isinstance(found, type)
    return found
