from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.event import Listing, dossier, load, open_workspace
from brief.files import LARGEST
from event_files import EVENT, LEDGER, PEOPLE, briefs, spots

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_unknown_event_is_told_with_the_nearest_and_all_that_are_known(here: Path) -> None:
    found = load(briefs(here / "briefs"), "frist")
    assert found.event is None
    (problem,) = found.problems
    assert problem.code == "unknown-event"
    assert problem.message == "there is no event 'frist' in briefs"
    assert problem.hint == "did you mean 'first'? known: first"


@pytest.mark.parametrize("name", ["../first", "/etc", ".."])
def test_an_id_that_would_leave_the_folder_is_unknown(here: Path, name: str) -> None:
    (problem,) = load(briefs(here / "briefs"), name).problems
    assert problem.code == "unknown-event"


def test_a_folder_that_is_not_there_is_one_problem(here: Path) -> None:
    found = load(here / "briefs", "first")
    assert found.event is None
    assert [(p.code, p.hint.split(",")[0]) for p in found.problems] == [("missing-file", "mend the name")]


@pytest.mark.parametrize("name", ["sources", "people", "glossary", "follow-ups"])
def test_a_missing_register_is_told_and_the_rest_is_read(here: Path, name: str) -> None:
    folder = briefs(here / "briefs")
    (folder / f"{name}.yaml").unlink()
    found = load(folder, "first")
    assert [(p.code, p.place and p.place.file) for p in found.problems] == [("missing-file", f"briefs/{name}.yaml")]


def test_a_file_that_is_not_utf8_is_told_with_the_line_and_column_of_its_byte(here: Path) -> None:
    folder = briefs(here / "briefs")
    (folder / "glossary.yaml").write_bytes(b"terms:\n  - id: \xe9\n")
    (problem,) = load(folder, "first").problems
    assert spots((problem,)) == [("encoding", 2, 9)]
    assert problem.message == "this file is not UTF-8: byte 0xe9"


def test_a_file_over_the_limit_is_refused(here: Path) -> None:
    folder = briefs(here / "briefs")
    (folder / "glossary.yaml").write_bytes(b"#" * (LARGEST + 1))
    (problem,) = load(folder, "first").problems
    assert (problem.code, problem.message) == ("too-large", "glossary.yaml is larger than 4 MiB")


def test_a_folder_where_a_file_should_be_is_told(here: Path) -> None:
    folder = briefs(here / "briefs")
    (folder / "glossary.yaml").unlink()
    (folder / "glossary.yaml").mkdir()
    (problem,) = load(folder, "first").problems
    assert problem.code == "unreadable"


def test_a_register_of_another_shape_is_told(here: Path) -> None:
    (problem,) = load(briefs(here / "briefs", glossary="- id: A\n"), "first").problems
    assert (problem.code, problem.message) == ("shape", "the fields of a register belong here")


def test_an_id_is_unique_among_people_and_organisations(here: Path) -> None:
    problems = load(briefs(here / "briefs", people=PEOPLE.replace("id: nato", "id: yoon")), "first").problems
    assert ("duplicate", 6, 9) in spots(problems)
    assert {p.code for p in problems} == {"duplicate", "reference"}


def test_a_claim_of_the_ledger_has_another_id_than_those_of_the_event(here: Path) -> None:
    (problem,) = load(briefs(here / "briefs", EVENT.replace("id: S1", "id: F01-1")), "first").problems
    assert spots((problem,)) == [("duplicate", 27, 9)]
    assert problem.message == "the id 'F01-1' is given in briefs/follow-ups.yaml:8:13 already"


def test_updates_out_of_order_are_told(here: Path) -> None:
    ledger = LEDGER.replace("date: 2023-12-01", "date: 2022-12")
    (problem,) = load(briefs(here / "briefs", follow_ups=ledger), "first").problems
    assert spots((problem,)) == [("order", 15, 15)]
    assert problem.message == "the update of 2022-12 stands behind that of 2023-01-30"


def test_an_update_of_the_same_month_is_in_order(here: Path) -> None:
    ledger = LEDGER.replace("date: 2023-12-01", "date: 2023-01")
    assert load(briefs(here / "briefs", follow_ups=ledger), "first").problems == ()


def test_the_meeting_before_is_given_by_title_and_date(here: Path) -> None:
    folder = briefs(here / "briefs", EVENT + "previous: before\n")
    (folder / "before").mkdir()
    (folder / "before" / "event.yaml").write_text("title: Before\n", encoding="utf-8")
    found = load(folder, "first")
    assert found.problems == ()
    assert found.previous == Listing("before", "Before")


def test_a_folder_that_no_event_may_be_named_after_is_doubted(here: Path) -> None:
    folder = briefs(here / "briefs")
    (folder / "first").rename(folder / "First Event")
    (problem,) = open_workspace(folder).problems[:1]
    assert (problem.code, problem.severity) == ("event-name", "warning")


def told(folder: Path) -> list[tuple[str, str, str]]:
    """Code, file and hint of what is told of a folder of briefs."""
    problems = open_workspace(folder).problems
    assert all(problem.place for problem in problems)
    return [(p.code, p.place.file.removeprefix("briefs/"), p.hint) for p in problems if p.place]


@pytest.mark.parametrize("name", ["event.yaml.txt", "event.yml", "Event.YAML.txt", "event.txt"])
def test_a_file_beside_an_event_that_only_its_editor_takes_for_it_is_told(here: Path, name: str) -> None:
    folder = briefs(here / "briefs")
    (folder / "first" / name).write_text(EVENT, encoding="utf-8")
    hint = "event.yaml is read; put into it what belongs there, and this file elsewhere"
    assert told(folder) == [("stray-file", f"first/{name}", hint)]


def test_a_file_beside_a_register_that_only_its_editor_takes_for_it_is_told(here: Path) -> None:
    folder = briefs(here / "briefs")
    (folder / "people.yaml.txt").write_text(PEOPLE, encoding="utf-8")
    assert [row[:2] for row in told(folder)] == [("stray-file", "people.yaml.txt")]


def test_other_files_may_lie_beside_an_event_and_the_registers(here: Path) -> None:
    folder = briefs(here / "briefs")
    for name in ("notes.txt", "first/event-old.yaml", "first/event.docx", "people.xlsx", "first/people.yaml"):
        (folder / name).write_text("", encoding="utf-8")
    assert told(folder) == []


@pytest.mark.parametrize("name", ["people.yaml.txt", "people.yml", "People.yaml", "peple.yaml"])
def test_a_missing_register_is_told_with_the_file_that_may_be_it(here: Path, name: str) -> None:
    folder = briefs(here / "briefs")
    (folder / "people.yaml").rename(folder / name)
    if not (folder / "people.yaml").exists():  # as on a disk that does not tell small letters from capitals
        assert told(folder) == [("missing-file", "people.yaml", f"if '{name}' is it, rename it")]


@pytest.mark.parametrize("name", ["event.yaml.txt", "event.yml", "event.txt"])
def test_an_event_that_is_asked_for_is_told_with_the_file_that_may_be_it(here: Path, name: str) -> None:
    folder = briefs(here / "briefs")
    (folder / "first" / "event.yaml").rename(folder / "first" / name)
    hint = f"if {name} is the event, rename it event.yaml; else keep it elsewhere"
    assert ("no-event", f"first/{name}", hint) in told(folder)
    (problem,) = [problem for problem in load(folder, "first").problems if problem.code == "unknown-event"]
    assert problem.hint == hint


def test_an_unknown_language_is_told_once(here: Path) -> None:
    (problem,) = load(briefs(here / "briefs"), "first", language="xx").problems
    assert (problem.code, problem.hint) == ("language", "write its two letters, as ISO 639-1 has them")


def test_one_reading_of_the_registers_serves_all_events(here: Path) -> None:
    folder = briefs(here / "briefs")
    workspace = open_workspace(folder)
    assert dossier(workspace, "first").sources is dossier(workspace, "first").sources
    assert dossier(workspace, "first").event == load(folder, "first").event


def test_the_same_files_give_the_same_problems_in_the_same_order(here: Path) -> None:
    folder = briefs(here / "briefs", EVENT.replace("yoon", "x").replace("P01", "y"), glossary="a: *b\nc: !d e\n")
    assert load(folder, "first").problems == load(folder, "first").problems
    places = [p.place for p in load(folder, "first").problems if p.place]
    assert places == sorted(places, key=lambda place: (place.file, place.line, place.column))
    assert len(places) > 5
