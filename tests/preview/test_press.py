from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from brief.event import Day
from brief.make import generate, inspect
from brief.preview import Choice
from brief.preview import press as press_room
from brief.preview.press import Press
from brief.problem import BriefError
from brief.render.html.escape import anchor
from previewing import EVENT
from workspaces import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.make import Brief
    from brief.preview.press import State

CHOICE = Choice(EVENT, "policy-brief")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def version(state: State) -> str:
    return state.page.version if state.page else ""


def codes(state: State) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in state.problems]


def test_an_error_leaves_the_last_good_page_with_its_time_and_is_told(workshop: Workshop) -> None:
    times = iter([1.0, 2.0])
    press = Press(workshop.folder, lambda: next(times))
    good = press.make(CHOICE, 0)
    page = press.page(CHOICE)
    assert good.fresh
    assert b"data-origins=" in page
    workshop.write("party: berg", "party: nobody")
    bad = press.make(CHOICE, 1)
    assert not bad.fresh
    assert (version(bad), press.page(CHOICE)) == (version(good), page)
    assert bad.page
    assert bad.page.since == 1.0
    assert codes(bad) == [("error", "reference")]


def test_a_page_that_says_the_same_is_of_the_same_version_and_time(workshop: Workshop) -> None:
    times = iter([1.0, 2.0, 3.0])
    press = Press(workshop.folder, lambda: next(times))
    first = press.make(CHOICE, 0)
    workshop.add("# a remark\n")
    assert press.make(CHOICE, 1).page == first.page
    workshop.write("No timetable is set.", "A timetable is set.")
    other = press.make(CHOICE, 2)
    assert version(other) not in ("", version(first))
    assert other.page
    assert other.page.since == 3.0


def test_all_problems_are_told_beside_an_error_and_not_only_errors(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    workshop.write("party: berg", "party: nobody")
    workshop.write("No timetable is set.", "No timetable is set. " * 40)
    state = press.look_over(CHOICE, 0)
    assert state.whole
    assert {("error", "reference"), ("warning", "long-bottom-line")} <= set(codes(state))


def test_all_is_told_that_brief_check_tells(workshop: Workshop) -> None:
    workshop.add("ignore:\n  - {code: long-bottom-line, at: bottom_line, reason: it was agreed so}\n")
    press = Press(workshop.folder)
    press.lay_out(CHOICE, 0)
    told = {problem.code for problem in press.look_over(CHOICE, 0).problems}
    assert told >= {code for code, _, _ in workshop.inspected()}
    assert told


def test_on_another_day_no_ignore_is_called_unused(workshop: Workshop) -> None:
    ignored = "ignore:\n  - {code: long-bottom-line, at: 'bottom_line[bottom-1]', reason: agreed}\n"
    workshop.add(ignored)
    press = Press(workshop.folder)
    own, other = CHOICE, replace(CHOICE, as_of=Day.at("2026-03-20"))
    assert ("warning", "unused-ignore") in codes(press.look_over(own, 0))
    assert ("warning", "unused-ignore") not in codes(press.look_over(other, 0))


def test_the_pages_of_the_pdf_are_told_for_every_block(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    state = press.lay_out(CHOICE, 0)
    assert state.page_count == 2
    assert set(state.pages.values()) == {1, 2}
    page = press.page(CHOICE)
    blocks = [name for name in state.pages if "/" not in name]
    assert len(blocks) > 20
    assert all(f'id="{anchor(name)}"'.encode() in page for name in blocks)
    assert len(state.pages) > len(blocks)


def test_what_only_the_pages_tell_is_told_here_too(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    workshop.write("No timetable is set.", "No timetable is set. " * 40)
    assert ("warning", "long-bottom-line") in codes(press.lay_out(CHOICE, 0))


def test_a_draft_is_made_beside_an_error_and_counts_what_is_wrong_with_the_data(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    workshop.write("party: berg", "party: nobody")
    workshop.write("No timetable is set.", "No timetable is set. " * 40)
    draft = replace(CHOICE, draft=True)
    state = press.make(draft, 0)
    assert state.fresh
    assert b"DRAFT: 1 problem<" in press.page(draft)
    assert version(press.lay_out(draft, 0)) == version(state)
    assert not press.make(CHOICE, 0).fresh


def test_an_option_that_will_not_do_is_told_and_one_that_does_changes_the_page(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    state = press.make(replace(CHOICE, settings=(("all_source_notes", "perhaps"),)), 0)
    assert codes(state) == [("error", "option")]
    one = Choice(EVENT, "one-page")
    assert version(press.make(replace(one, settings=(("follow_ups", "0"),)), 0)) != version(press.make(one, 0))


def test_a_save_is_made_and_looked_over_once_however_many_look(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    looked_over: list[object] = []

    def counting(*arguments: Any, **named: Any) -> Brief:
        made.append(named["formats"])
        return generate(*arguments, **named)

    def looking(*arguments: Any, **named: Any) -> object:
        looked_over.append(arguments)
        return inspect(*arguments, **named)

    monkeypatch.setattr(press_room, "generate", counting)
    monkeypatch.setattr(press_room, "inspect", looking)
    press = Press(workshop.folder)
    for _ in range(3):
        press.make(CHOICE, 0)
        press.lay_out(CHOICE, 0)
        press.look_over(CHOICE, 0)
    assert made == [("html",), ("html", "pdf")]
    assert len(looked_over) == 1
    workshop.write("party: berg", "party: nobody")
    for _ in range(3):
        press.make(CHOICE, 1)
        press.lay_out(CHOICE, 1)  # of what cannot be made there are no pages
    assert len(made) == 3


@pytest.mark.parametrize("name", ["generate", "inspect"])
def test_a_fault_of_the_program_is_told_and_the_page_stays(
    name: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_named: object) -> None:
        message = "a bug"
        raise RuntimeError(message)

    press = Press(workshop.folder)
    page = version(press.make(CHOICE, 0))
    monkeypatch.setattr(press_room, name, broken)
    state = press.look_over(CHOICE, 1)
    assert version(state) == page
    assert state.fresh == (name == "inspect")
    told = [problem.message for problem in state.problems if problem.code == "fault"]
    assert told == ["brief itself has a fault here: RuntimeError: a bug"]
    assert "in broken" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_by_its_name(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied", "briefs/people.yaml")

    monkeypatch.setattr(press_room, "generate", locked)
    (problem,) = Press(workshop.folder).make(CHOICE, 0).problems
    assert (problem.code, problem.message) == ("unreadable", "briefs/people.yaml: Permission denied")


def test_no_more_pages_are_kept_than_are_looked_at(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_room, "KEPT", 1)
    press = Press(workshop.folder)
    shutil.copytree(workshop.folder / EVENT, workshop.folder / "second-meeting")
    other = Choice("second-meeting", "policy-brief")
    press.make(CHOICE, 0)
    assert press.page(CHOICE)
    press.make(other, 0)
    assert press.page(other)
    assert press.page(CHOICE) == b""


def test_all_that_is_chosen_is_asked_for(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, dict[str, object]] = {}

    def refuse(name: str) -> Callable[..., None]:
        def refusing(*events: object, **named: object) -> None:
            asked[name] = {"events": events, **named}
            raise BriefError([])

        return refusing

    for name in ("generate", "inspect"):
        monkeypatch.setattr(press_room, name, refuse(name))
    settings = {"follow_ups": "2"}
    choice = Choice(EVENT, "one-page", "ko", Day(2026, 3, 10), tuple(settings.items()), draft=True)
    Press(workshop.folder).look_over(choice, 0)
    known = {"template": "one-page", "settings": settings, "language": "ko", "as_of": Day(2026, 3, 10)}
    known["briefs"] = workshop.folder
    made = {"events": (EVENT,), "formats": ("html",), "draft": True, "origins": True}
    assert asked == {"generate": known | made, "inspect": known | {"events": ((EVENT,),)}}


def test_what_was_looked_at_last_is_kept_longest(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def counting(*arguments: Any, **named: Any) -> Brief:
        made.append(named["as_of"])
        return generate(*arguments, **named)

    monkeypatch.setattr(press_room, "KEPT", 2)
    monkeypatch.setattr(press_room, "generate", counting)
    press = Press(workshop.folder)
    first, second, third = (replace(CHOICE, as_of=Day(2026, 3, day)) for day in (9, 10, 11))
    for choice, revision in ((first, 0), (second, 0), (first, 1), (third, 1)):
        press.make(choice, revision)
    assert [bool(press.page(choice)) for choice in (first, second, third)] == [True, False, True]
    assert len(made) == 4
    press.make(first, 1)
    press.make(third, 1)
    assert len(made) == 4
    press.make(second, 0)
    assert len(made) == 5


def test_lines_of_a_file_with_a_problem_are_shown_though_no_brief_was_ever_made(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    workshop.write("party: berg", "party: nobody")
    assert not press.make(CHOICE, 0).fresh
    assert press.lines((workshop.folder / EVENT / "event.yaml").as_posix(), 1)
    assert press.lines((workshop.folder / "people.yaml").as_posix(), 1) is None


def test_lines_of_a_template_are_shown_where_it_has_words_of_the_brief(workshop: Workshop, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "labels").mkdir(parents=True)
    (mine / "labels/en.toml").write_text('key = "Said"\n', encoding="utf-8")
    (mine / "unused.md.j2").write_text("nothing\n", encoding="utf-8")
    brief = "::: document\n- title: A title\n:::\n\n{{ label.key }}\n"
    (mine / "brief.md.j2").write_text(brief, encoding="utf-8")
    press = Press(workshop.folder)
    assert press.make(Choice(EVENT, str(mine)), 0).fresh
    assert press.lines(f"{mine}/brief.md.j2", 2) == list(enumerate(brief.split("\n"), 1))
    assert press.lines(f"{mine}/labels/en.toml", 1) == [(1, 'key = "Said"'), (2, "")]
    assert press.lines(f"{mine}/unused.md.j2", 1) is None
    assert press.lines(f"{mine}/labels/../unused.md.j2", 1) is None


def test_lines_are_of_files_of_the_brief_alone_and_as_they_are_now(workshop: Workshop) -> None:
    press = Press(workshop.folder)
    file = (workshop.folder / EVENT / "event.yaml").as_posix()
    assert press.lines(file, 1) is None
    press.make(CHOICE, 0)
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
