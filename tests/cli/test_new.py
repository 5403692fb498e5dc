from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from brief.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A fresh workspace, and the working directory in it."""
    assert run(["init", str(tmp_path)]) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new_writes_an_event_and_says_what_to_do(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "second-meeting", "--after", "first-meeting"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("briefs/second-meeting/event.yaml\n")
    assert "brief check --event second-meeting" in said
    text = (desk / "briefs" / "second-meeting" / "event.yaml").read_text(encoding="utf-8")
    assert "\nprevious: first-meeting\n" in text
    assert "# ferry: Reopen the coastal ferry" in text


def test_check_tells_the_blanks_of_a_new_event_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "second-meeting", "--after", "first-meeting"]) == 0
    text = (desk / "briefs" / "second-meeting" / "event.yaml").read_text(encoding="utf-8")
    count = sum(line.endswith(": TODO") and "#" not in line for line in text.splitlines())
    capsys.readouterr()
    assert run(["check", "--event", "second-meeting"]) == 1
    out, err = capsys.readouterr()
    assert out == f"1 event checked: {count} errors\n"
    assert err.count("error[blank]") == count
    assert run(["check", "--event", "first-meeting"]) == 0


def test_a_first_event_has_none_before_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "other"]) == 0
    text = (desk / "briefs" / "other" / "event.yaml").read_text(encoding="utf-8")
    assert "\nprevious:" not in text
    assert "follow-ups open" not in text
    capsys.readouterr()
    assert run(["check", "--event", "other"]) == 1
    assert "error[blank]" in (err := capsys.readouterr().err)
    assert err.count("error[") == err.count("error[blank]")


def test_schemas_are_written_where_there_are_none(desk: Path) -> None:
    schema = desk / "briefs" / ".schema" / "event.json"
    schema.write_text("mine", encoding="utf-8")
    assert run(["new", "a"]) == 0
    assert schema.read_text(encoding="utf-8") == "mine"
    schema.unlink()
    assert run(["new", "b"]) == 0
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "event"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("first-meeting", "exists"),
        ("taken", "exists"),
        ("gone", "exists"),
        ("Prague", "event-name"),
        ("../out", "event-name"),
        ("a b", "event-name"),
        ("-a", "event-name"),
        ("con", "event-name"),
        ("lpt1", "event-name"),
        ("sources", "event-name"),
    ],
)
def test_what_is_there_and_what_cannot_be_a_name_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    (desk / "briefs" / "taken").write_text("a file", encoding="utf-8")
    (desk / "briefs" / "gone").symlink_to(desk / "nowhere")
    before = sorted(desk.rglob("*"))
    assert run(["new", "--", name]) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert sorted(desk.rglob("*")) == before


def test_an_unknown_event_before_is_told_with_the_nearest(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "second", "--after", "frst-meeting"]) == 1
    assert "did you mean 'first-meeting'?" in capsys.readouterr().err
    assert not (desk / "briefs" / "second").exists()


def test_an_event_before_that_has_errors_is_mended_first(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = desk / "briefs" / "first-meeting" / "event.yaml"
    event.write_text(event.read_text(encoding="utf-8").replace("party: berg", "party: nobody"), encoding="utf-8")
    assert run(["new", "second", "--after", "first-meeting"]) == 1
    assert "error[reference]" in capsys.readouterr().err
    assert not (desk / "briefs" / "second").exists()


def test_a_full_disk_leaves_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert run(["new", "second"]) == 3
    assert not (desk / "briefs" / "second" / "event.yaml").exists()


def test_schema_writes_beside_the_data_or_where_it_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["event.json", "sources.json", "people.json", "glossary.json", "follow-ups.json"]
    (desk / "briefs" / ".schema" / "event.json").write_text("old", encoding="utf-8")
    assert run(["schema"]) == 0
    assert capsys.readouterr().out.split() == [f"briefs/.schema/{name}" for name in names]
    assert (desk / "briefs" / ".schema" / "event.json").read_text(encoding="utf-8") != "old"
    assert run(["schema", "--out", "there"]) == 0
    assert sorted(path.name for path in (desk / "there").iterdir()) == sorted(names)


@pytest.mark.parametrize("command", ["new", "schema", "follow-ups"])
def test_every_help_of_these_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert "  brief " in capsys.readouterr().out.partition("Example:")[2]
