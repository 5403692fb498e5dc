"""The project's own events with one thing spoilt at random: the right rule tells it, at the right line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from brief.check import check
from brief.event import Day, load
from briefs_made import BRIEFS, EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

LEDGER = "follow-ups.yaml"
FILES = (*(f"{event}/event.yaml" for event in EVENTS), LEDGER)
NUMBERS = ("two", "seven", "ten", "twelve", "10", "12")


class Spot(NamedTuple):
    """A value of a file: the names that lead to it, its first line, and where its words begin and end in the text."""

    path: tuple[str, ...]
    line: int
    start: int
    end: int
    text: str


def spots(node: yaml.Node, path: tuple[str, ...] = ()) -> Iterator[Spot]:
    """Every scalar and every list of a file."""
    text = node.value if isinstance(node, yaml.ScalarNode) else ""
    yield Spot(path, node.start_mark.line + 1, node.start_mark.index, node.end_mark.index, text)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from spots(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from spots(value, (*path, str(number)))


TEXTS = {name: (BRIEFS / name).read_text(encoding="utf-8") for name in FILES}
SPOTS = {name: tuple(spots(yaml.compose(text))) for name, text in TEXTS.items()}  # type: ignore[arg-type]


def found(file: str, *ends: str, without: str = "discrepancies") -> list[tuple[str, Spot]]:
    """The spots of a file, or of files whose name ends so, that a last name leads to."""
    spots_ = ((name, spot) for name in FILES if name.endswith(file) for spot in SPOTS[name])
    return [(name, spot) for name, spot in spots_ if spot.path and spot.path[-1] in ends and without not in spot.path]


SOURCES = found(".yaml", "sources", without="accounts")
COUNTED = [(name, s) for name, s in found(".yaml", "text", "title", "en", "areas_count")
           if re.search(r"\beleven\s+areas", s.text) or s.path[-1] == "areas_count"]  # fmt: skip
MILESTONES = {name: [s for _, s in found(name, "date") if s.path[0] == "milestones"] for name in FILES}
UPDATES = [s for _, s in found(LEDGER, "date")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(BRIEFS, tmp_path_factory.mktemp("mutations") / "briefs"))


def told(folder: Path, file: str, text: str) -> set[tuple[str, str, int]]:
    """Code, file and line of all that is told of the events that a file concerns, with this text in it."""
    (folder / file).write_text(text, encoding="utf-8", newline="\n")
    events = [event for event in EVENTS if file in (LEDGER, f"{event}/event.yaml")]
    try:
        dossiers = [load(folder, event) for event in events]
        everything = [problem for one in dossiers for problem in (*one.problems, *check(one))]
    finally:
        (folder / file).write_text(TEXTS[file], encoding="utf-8", newline="\n")
    problems = [problem for problem in everything if problem.severity != "note"]
    assert all(problem.place for problem in problems)
    return {(p.code, p.place.file.removeprefix(f"{folder.as_posix()}/"), p.place.line) for p in problems if p.place}


def replaced(text: str, *changes: tuple[Spot, str]) -> str:
    """The text with the words of these spots exchanged; the spaces behind a list stay."""
    for spot, words in sorted(changes, key=lambda change: -change[0].start):
        old = text[spot.start : spot.end]
        text = text[: spot.start] + words + old[len(old.rstrip()) :] + text[spot.end :]
    return text


def test_nothing_is_told_of_the_events_as_they_are(folder: Path) -> None:
    assert told(folder, LEDGER, TEXTS[LEDGER]) == set()
    assert len(SOURCES) > 200
    assert len(COUNTED) >= 4


@settings(max_examples=20)
@given(where=st.sampled_from(SOURCES))
def test_a_claim_stripped_of_its_sources(folder: Path, where: tuple[str, Spot]) -> None:
    file, spot = where
    assert ("no-source", file, spot.line) in told(folder, file, replaced(TEXTS[file], (spot, "[]")))


@settings(max_examples=10)
@given(where=st.sampled_from(SOURCES), name=st.sampled_from(("P1", "P99", "p16", "yoon")))
def test_a_source_that_does_not_exist(folder: Path, where: tuple[str, Spot], name: str) -> None:
    file, spot = where
    problems = told(folder, file, replaced(TEXTS[file], (spot, f"[{name}]")))
    assert problems == {("reference", file, spot.line)}


@settings(max_examples=10)
@given(where=st.sampled_from(COUNTED), number=st.sampled_from(NUMBERS))
def test_a_count_that_is_changed(folder: Path, where: tuple[str, Spot], number: str) -> None:
    file, spot = where
    words = TEXTS[file][spot.start : spot.end]
    if spot.path[-1] == "areas_count":
        assume(number.isdigit())
        words = number
    changed = re.sub(r"\beleven(?=\s+areas)", number, words)
    of_this_event = file != LEDGER or "event: vilnius-2023" in TEXTS[file][spot.start - 200 : spot.start]
    expected = {("count", file, spot.line)} if of_this_event else set()
    assert told(folder, file, replaced(TEXTS[file], (spot, changed.rstrip()))) == expected


@settings(max_examples=10)
@given(data=st.data())
def test_two_milestones_with_their_dates_swapped(folder: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from([name for name, steps in MILESTONES.items() if steps]))
    steps = MILESTONES[file]
    first, second = sorted(data.draw(st.lists(st.sampled_from(range(len(steps))), min_size=2, max_size=2, unique=True)))
    a, b = steps[first], steps[second]
    assume(Day.at(b.text).later_than(Day.at(a.text)))
    problems = told(folder, file, replaced(TEXTS[file], (a, b.text), (b, a.text)))
    lines = {line for code, name, line in problems if (code, name) == ("milestone-order", file)}
    assert {steps[first + 1].line, b.line} & lines
    assert {code for code, _, _ in problems} == {"milestone-order"}


@settings(max_examples=12)
@given(at=st.integers(0, len(UPDATES) - 2))
def test_two_updates_with_their_dates_swapped(folder: Path, at: int) -> None:
    a, b = UPDATES[at], UPDATES[at + 1]
    assume(a.path[:2] == b.path[:2])
    assume(Day.at(b.text).later_than(Day.at(a.text)))
    assert ("order", LEDGER, b.line) in told(folder, LEDGER, replaced(TEXTS[LEDGER], (a, b.text), (b, a.text)))


@settings(max_examples=10)
@given(event=st.sampled_from(EVENTS), days=st.integers(1, 28), month=st.integers(1, 12))
def test_a_meeting_on_another_day(folder: Path, event: str, days: int, month: int) -> None:
    file = f"{event}/event.yaml"
    spot = next(s for s in SPOTS[file] if s.path == ("meeting", "date"))
    day = f"2023-{month:02}-{days:02}"
    assume(day != spot.text)
    when = next(s for s in SPOTS[file] if s.path == ("meeting", "when", "text"))
    assert ("meeting-date", file, when.line) in told(folder, file, replaced(TEXTS[file], (spot, day)))


@settings(max_examples=10)
@given(event=st.sampled_from(EVENTS), year=st.integers(2000, 2022))
def test_an_as_of_date_before_the_meeting(folder: Path, event: str, year: int) -> None:
    file = f"{event}/event.yaml"
    spot = next(s for s in SPOTS[file] if s.path == ("as_of",))
    assert ("as-of", file, spot.line) in told(folder, file, replaced(TEXTS[file], (spot, f"{year}-12-31")))


@settings(max_examples=10)
@given(where=st.sampled_from(UPDATES), year=st.integers(2000, 2022))
def test_an_update_before_the_meeting_that_it_names(folder: Path, where: Spot, year: int) -> None:
    behind = TEXTS[LEDGER][where.start :].partition("- id:")[0]
    assume("event: " in behind)
    assert ("update-date", LEDGER, where.line) in told(
        folder, LEDGER, replaced(TEXTS[LEDGER], (where, f"{year}-05-05"))
    )


@settings(max_examples=10)
@given(event=st.sampled_from(EVENTS), number=st.integers(0, 4))
def test_a_key_point_on_a_source_of_the_next_year(folder: Path, event: str, number: int) -> None:
    file = f"{event}/event.yaml"
    spot = next(s for s in SPOTS[file] if s.path == ("key_points", str(number), "sources"))
    id_ = next(s for s in SPOTS[file] if s.path == ("key_points", str(number), "id"))
    problems = told(folder, file, replaced(TEXTS[file], (spot, "[P45]")))
    assert ("after-as-of", file, id_.line) in problems
    assert {code for code, _, _ in problems} <= {"after-as-of", "first-use"}  # what it spelt out is not in the brief
