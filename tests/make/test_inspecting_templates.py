"""A template is filled to be checked: its brief and its book, with an event, and whatever its style is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.cli import run
from brief.make import inspect_template, names_of
from brief.problem import BriefError
from workspaces import template_beside_briefs

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "::: document\n- title: T\n:::\n\n"
PARTS = "{% for each in briefs %}{{ each.brief }}{% endfor %}\n\n"
BOX = "::: keypoints X\nb\n:::\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return template_beside_briefs(tmp_path)


def told(mine: Path) -> list[tuple[str, str]]:
    problems = inspect_template(mine, briefs=mine.parent / "briefs")[2]
    return [(problem.code, problem.place.file.rpartition("/")[2]) for problem in problems if problem.place]


def test_what_is_wrong_with_a_book_once_it_is_filled_is_told_and_that_once(mine: Path) -> None:
    assert told(mine) == []
    (mine / "book.md.j2").write_text(FRONT + PARTS + BOX, encoding="utf-8")
    assert told(mine) == [("box", "book.md.j2")]


def test_the_words_of_a_template_are_read_though_its_style_cannot_be(mine: Path) -> None:
    (mine / "style.toml").write_text("[colours]\nlnk = 3\n", encoding="utf-8")
    (mine / "brief.md.j2").write_text(FRONT + BOX, encoding="utf-8")
    assert {file for _, file in told(mine)} == {"style.toml", "brief.md.j2"}


def test_a_file_that_nothing_reads_is_told(mine: Path) -> None:
    (mine / "label").mkdir()
    assert told(mine) == [("stray-file", "label")]


def test_a_template_is_filled_with_the_event_that_is_named_or_the_first(mine: Path) -> None:
    briefs = mine.parent / "briefs"
    assert inspect_template(mine, briefs=briefs)[0] == "first-meeting"
    assert inspect_template(mine, event="second-meeting", briefs=briefs)[0] == "second-meeting"
    with pytest.raises(BriefError, match="there is no event 'third-meeting'"):
        inspect_template(mine, event="third-meeting", briefs=briefs)


def unfinish(mine: Path, event: str) -> None:
    path = mine.parent / "briefs" / event / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("as_of: 2026", "as_of: TODO 2026"), encoding="utf-8")


def test_an_unfinished_event_is_passed_by_for_the_next_that_can_be_read(mine: Path) -> None:
    unfinish(mine, "first-meeting")
    (mine / "brief.md.j2").write_text(FRONT + BOX, encoding="utf-8")
    found = inspect_template(mine, briefs=mine.parent / "briefs")
    assert (found.event, [problem.code for problem in found.problems]) == ("second-meeting", ["box"])
    assert names_of(briefs=mine.parent / "briefs").event.id == "second-meeting"


def test_a_template_that_cannot_be_filled_for_its_data_says_so(
    mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(mine.parent)
    unfinish(mine, "first-meeting")
    unfinish(mine, "second-meeting")
    assert run(["template", "check", "mine"]) == 0
    assert capsys.readouterr().out == "mine, in en, ko, not filled: no event of briefs can be read: 0 problems\n"
    assert run(["template", "check", "mine", "--event", "first-meeting"]) == 0
    assert ", not filled: 'first-meeting' cannot be read: 0 problems\n" in capsys.readouterr().out
    with pytest.raises(BriefError, match="is no date"):
        names_of(briefs=mine.parent / "briefs")
