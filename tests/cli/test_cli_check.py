"""`brief check` as people and programs meet it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from brief.check import explanations
from brief.cli import run
from brief.cli.formats import as_github, as_json
from brief.place import Place
from brief.problem import Problem
from briefs_made import ROOT
from workspaces import EVENT, LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.chdir(tmp_path)
    return Workshop(tmp_path / "briefs")


def spoil(shop: Workshop) -> None:
    """A warning and an error."""
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")


def line_of(shop: Workshop, file: str, piece: str) -> int:
    """The line on which a piece of a file stands."""
    lines = (shop.folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def test_the_list_shows_every_code_its_severity_and_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--list"]) == 0
    rows = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    assert rows == [[each.code, each.severity, each.summary] for each in explanations()]


def test_the_list_and_an_explanation_are_printed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--list", "--output-format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["code"], row["severity"], row["summary"], row["text"], row["ignorable"]) for row in rows] == [
        (each.code, each.severity, each.summary, each.text, each.ignorable) for each in explanations()
    ]
    assert run(["check", "--explain", "overdue", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [row for row in rows if row["code"] == "overdue"]
    assert run(["check", "--explain", "overdu", "--output-format", "json"]) == 2


@pytest.mark.parametrize(("code", "may"), [("overdue", "It may be ignored"), ("no-source", "It is never ignored")])
def test_a_code_is_explained(code: str, may: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--explain", code]) == 0
    told = capsys.readouterr().out
    text = next(each.text for each in explanations() if each.code == code)
    assert told.startswith(f"{code} (")
    assert text in told
    assert may in told


@pytest.mark.parametrize(("code", "hint"), [("overdu", "did you mean 'overdue'?"), ("xyzzy", "brief check --list")])
def test_an_unknown_code_is_wrong_usage(code: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--explain", code]) == 2
    assert hint in capsys.readouterr().err


def test_problems_are_counted_by_severity_and_an_error_is_felt(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert run(["check"]) == 0
    assert capsys.readouterr().out == "1 event checked: 1 warning\n"
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    shop.write("    date: 2026-03-06\n", "", SOURCES)
    assert run(["check"]) == 1
    assert capsys.readouterr().out == "1 event checked: 1 error, 1 warning, 1 note\n"


@pytest.mark.usefixtures("shop")
def test_a_brief_of_another_day_and_with_options_is_checked_as_it_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--set", "all_source_notes=yes", "--as-of", "2026-11-01"]
    assert run(["check", *options]) == 0
    assert "overdue" in capsys.readouterr().err
    assert run(["generate", "--event", "first-meeting", "--format", "text", *options]) == 0
    assert capsys.readouterr().err.endswith(f"1 warning; see brief check --event first-meeting {' '.join(options)}\n")
    assert run(["check", "--set", "nothing=1"]) == 1
    assert "has no option 'nothing'" in capsys.readouterr().err


def test_programs_read_problems_as_json(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(shop)
    assert run(["check", "--output-format", "json"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    first, second = json.loads(out)
    assert first == {
        "file": "briefs/first-meeting/event.yaml",
        "line": line_of(shop, EVENT, "text: 6 March 2026"),
        "column": 11,
        "code": "meeting-date",
        "severity": "error",
        "message": "these words date the meeting 6 March 2026, 'meeting.date' 2026-03-05",
        "hint": "mend the one that is wrong",
    }
    assert (second["file"], second["code"], second["severity"]) == ("briefs/follow-ups.yaml", "overdue", "warning")


def test_good_data_are_an_empty_array_and_no_line(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    assert shop
    assert run(["check", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(["check", "--output-format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_a_folder_without_briefs_is_told_to_programs_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check", "--output-format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["file"], problem["line"], problem["column"]) == ("no-briefs", None, None, None)


def test_github_shows_problems_beside_their_lines(shop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(shop)
    assert run(["check", "--output-format", "github"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    line = line_of(shop, EVENT, "text: 6 March 2026")
    assert first.startswith(
        f"::error file=briefs/first-meeting/event.yaml,line={line},col=11,title=meeting-date::these words"
    )
    assert second.startswith(
        f"::warning file=briefs/follow-ups.yaml,line={line_of(shop, LEDGER, 'due: 2026-03-08')},col=10,title=overdue::"
    )


def test_what_would_end_or_begin_a_command_of_github_is_escaped() -> None:
    problem = Problem("code", "100%\r\n::error::a, b: c", Place("a,b:c%.yaml", 1), "x\ny", "note")
    assert as_github([problem, problem]).splitlines() == [
        "::notice file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=code::100%25%0D%0A::error::a, b: c (x%0Ay)"
    ] * 2  # fmt: skip
    assert as_github([Problem("code", "message")]) == "::error title=code::message\n"


def test_json_keeps_every_character() -> None:
    (row,) = json.loads(as_json([Problem("code", 'a "한"\n\x1b', Place("한.yaml", 1))]))
    assert (row["message"], row["file"]) == ('a "한"\n\x1b', "한.yaml")


def test_a_problem_of_the_ledger_is_told_once_for_all_events(shop: Workshop) -> None:
    text = (shop.folder / "first-meeting" / "event.yaml").read_text(encoding="utf-8")
    (shop.folder / "second").mkdir()
    (shop.folder / "second" / "event.yaml").write_text(text.replace("as_of: 2026-03-09", "as_of: 2026-04-01").replace(
        "date: 2026-03-09", "date: 2026-04-01"), encoding="utf-8")  # fmt: skip
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.write("actors: [berg]", "actors: []", LEDGER)
    shop.write("    date: 2026-03-06\n", "", SOURCES)
    assert sorted(code for code, _, _ in shop.inspected()) == ["no-actor", "overdue", "undated-source"]


def test_the_projects_own_briefs_and_the_sample_have_neither_errors_nor_warnings_and_ignore_nothing(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    for briefs in (ROOT / "briefs", shop.folder):
        assert run(["check", "--briefs", str(briefs), "--output-format", "json"]) == 0
        problems = json.loads(capsys.readouterr().out)
        assert [problem for problem in problems if problem["severity"] != "note"] == []
        for path in briefs.rglob("*.yaml"):
            assert "ignore" not in yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_hook_for_pre_commit_runs_the_check() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == ("brief-check", "brief check", "python")
    assert (hook["files"], hook["pass_filenames"]) == (r"^briefs/.*\.yaml$", False)
