"""Several events at the command line: what the file of a book is called, and what is said of it and of them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from brief.cli import run
from brief.make import inspect
from briefs_made import BRIEFS, EVENTS
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FIRST, SECOND = "first-meeting", "second-meeting"


def test_the_command_tells_how_many_warnings_are_left_and_which_events_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "briefs"
    shutil.copytree(SAMPLE, folder)
    shutil.copytree(folder / FIRST, folder / SECOND)
    ledger = folder / "follow-ups.yaml"
    text = ledger.read_text(encoding="utf-8")
    assert text.count("due: 2026-09") == 1
    ledger.write_text(text.replace("due: 2026-09", "due: 2026-03-08"), encoding="utf-8")
    made = ["generate", "--event", SECOND, "--event", FIRST, "--event", SECOND, "--book", "--format", "text"]
    mine = tmp_path / "my house"
    mine.mkdir()
    (mine / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    for template, named, mark in (("policy-brief", "", ""), ("./my house", " --template './my house'", "_my house")):
        assert run([*made, "--template", template]) == 0
        told = capsys.readouterr()
        assert f"see brief check --event {SECOND} --event {FIRST}{named}\n" in told.err
        assert f"out/{SECOND}+{FIRST}{mark}.txt" in told.out


def test_the_command_binds_one_event_alone_as_well_in_the_language_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    made = ["generate", "--event", EVENTS[0], "--book", "--format", "text", "--briefs", str(BRIEFS), "--lang", "ko"]
    assert run(made) == 0
    assert "제1부" in (tmp_path / "out" / f"{EVENTS[0]}_book_ko.txt").read_text(encoding="utf-8")


def test_an_event_that_is_named_twice_is_made_and_told_of_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    ledger = tmp_path / "briefs" / "follow-ups.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("2026-09", "2026-03-08"), encoding="utf-8")
    assert run(["generate", "--event", FIRST, "--event", FIRST, "--format", "text"]) == 0
    told = capsys.readouterr()
    assert told.err.count(f"1 warning; see brief check --event {FIRST}\n") == 1
    assert told.out.count(f"{FIRST}.txt") == 1


def test_notes_alone_are_not_left_to_be_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert {problem.severity for problem in inspect([EVENTS[0]], briefs=BRIEFS)[1]} == {"note"}
    assert run(["generate", "--event", EVENTS[0], "--format", "text", "--briefs", str(BRIEFS)]) == 0
    assert "see brief check" not in capsys.readouterr().err
