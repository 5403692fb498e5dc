"""What is still to be filled in is told as that, once a blank, with what belongs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.event import list_events
from brief.event.model import Event, Header, Statement
from brief.event.notes import NOTES
from event_files import EVENT, LEDGER, loaded, spoilt, spots

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "line", "name", "hint"),
    [
        ("title: A meeting", "title: TODO", 1, "title", NOTES[Event]["title"]),
        ("as_of: 2023-07-14", "as_of: TODO", 4, "as_of", NOTES[Event]["as_of"]),
        ("  to: Director", "  to: TODO", 10, "to", NOTES[Header]["to"]),
        ("    act: asked", "    act: TODO", 31, "act", NOTES[Statement]["act"]),
        ("speakers: [yoon]", "speakers: TODO", 29, "speakers", NOTES[Statement]["speakers"]),
    ],
)
def test_a_blank_is_one_problem_at_its_line_with_what_belongs_there(
    here: Path, old: str, new: str, line: int, name: str, hint: str
) -> None:
    (problem,) = spoilt(here, old, new)
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.severity) == ("blank", line, "error")
    assert problem.message == f"'{name}' is still to be filled in"
    assert problem.hint == hint


def test_a_whole_record_or_an_item_of_a_list_may_be_blank(here: Path) -> None:
    text = EVENT.replace("speakers: [yoon]", "speakers: [TODO]").replace(
        "  where: {id: M2, text: Seoul, sources: [P01]}", "  where: TODO"
    )
    assert [code for code, *_ in spots(loaded(here, text).problems)] == ["blank", "blank"]


def test_blank_ids_are_no_duplicates(here: Path) -> None:
    text = EVENT.replace("id: B1", "id: TODO").replace("id: K1", "id: TODO")
    assert [code for code, *_ in spots(loaded(here, text).problems)] == ["blank", "blank"]


def test_the_word_in_quotation_marks_is_a_text(here: Path) -> None:
    found = loaded(here, EVENT.replace("title: A meeting", "title: 'TODO'"))
    assert found.problems == ()
    assert found.event is not None
    assert found.event.title == "TODO"


def test_a_text_that_only_begins_so_is_no_blank(here: Path) -> None:
    assert spoilt(here, "title: A meeting", "title: TODO list of ministers") == ()


def test_a_blank_in_the_ledger_is_told_as_well(here: Path) -> None:
    found = loaded(here, follow_ups=LEDGER.replace("status: closed", "status: TODO"))
    assert [code for code, *_ in spots(found.problems)] == ["blank"]


def test_a_blank_title_is_not_listed(here: Path) -> None:
    loaded(here, EVENT.replace("title: A meeting", "title: TODO"))
    assert [event.title for event in list_events(here / "briefs")] == [""]
