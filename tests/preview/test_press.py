from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.preview import Choice
from brief.preview import press as press_room
from brief.preview.press import Press
from brief.problem import BriefError
from previewing import EVENT
from workspaces import Workshop

if TYPE_CHECKING:
    from pathlib import Path

CHOICE = Choice(EVENT, "policy-brief")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def test_an_error_leaves_the_last_good_page_and_is_told(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    good = press.make(CHOICE)
    page = press.page(CHOICE)
    assert good.fresh
    assert b"data-field=" in page
    workshop.write("party: berg", "party: nobody")
    bad = press.make(CHOICE)
    assert not bad.fresh
    assert (bad.version, press.page(CHOICE)) == (good.version, page)
    assert [problem.code for problem in bad.problems] == ["reference"]


def test_a_page_that_says_the_same_is_of_the_same_version(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    first = press.make(CHOICE).version
    workshop.add("# a remark\n")
    assert press.make(CHOICE).version == first
    workshop.write("No timetable is set.", "A timetable is set.")
    assert press.make(CHOICE).version not in ("", first)


def test_the_pages_of_the_pdf_are_told_with_the_places_of_headings(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    state = press.lay_out(CHOICE, press.make(CHOICE))
    assert state.page_count == 2
    assert set(state.pages.values()) <= {1, 2}
    assert all(f'id="{name}"'.encode() in press.page(CHOICE) for name in state.pages)


def test_what_only_the_pages_tell_is_told_here_too(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    workshop.write("No timetable is set.", "No timetable is set. " * 40)
    state = press.lay_out(CHOICE, press.make(CHOICE))
    assert "long-bottom-line" in {problem.code for problem in state.problems}


def test_no_more_pages_are_kept_than_are_looked_at(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_room, "KEPT", 1)
    press = Press(workshop.folder)
    shutil.copytree(workshop.folder / EVENT, workshop.folder / "second-meeting")
    other = Choice("second-meeting", "policy-brief")
    press.make(CHOICE)
    assert press.page(CHOICE)
    press.make(other)
    assert press.page(other)
    assert press.page(CHOICE) == b""


def test_lines_are_of_files_of_the_brief_alone_and_as_they_are_now(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    file = (workshop.folder / EVENT / "event.yaml").as_posix()
    assert press.lines(file, 1) is None
    press.make(CHOICE)
    workshop.write("title: Northland", "title: Northernland")
    shown = press.lines(file, 4)
    assert shown is not None
    assert [number for number, _ in shown] == list(range(1, 9))
    assert shown[3] == (4, "title: Northernland and Southland agree to reopen the coastal ferry")
    (workshop.folder / EVENT / "event.yaml").unlink()
    assert press.lines(file, 4) == []


def test_a_document_is_refused_with_all_its_problems(workshop: Workshop) -> None:
    workshop.write("party: berg", "party: nobody")
    with pytest.raises(BriefError, match="nobody"):
        Press(workshop.folder).document(CHOICE, "pdf")
