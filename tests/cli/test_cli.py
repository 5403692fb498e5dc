"""The command line as its user meets it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brief.cli import run
from briefs_made import ROOT

SAMPLE = ROOT / "src" / "brief" / "sample"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample workspace, and the working directory in it."""
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(desk: Path, old: str, new: str) -> None:
    path = desk / "briefs" / "first-meeting" / "event.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_generate_writes_both_formats_and_says_what_it_wrote(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "--event", "first-meeting"]) == 0
    docx, pdf = capsys.readouterr().out.splitlines()
    assert docx.startswith("out/first-meeting.docx")
    assert pdf.startswith("out/first-meeting.pdf")
    assert "pages" in pdf
    assert pdf.endswith("kB")
    assert sorted(p.name for p in (desk / "out").iterdir()) == ["first-meeting.docx", "first-meeting.pdf"]


def test_formats_folder_and_several_events_are_the_users_choice(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(desk / "briefs" / "first-meeting", desk / "briefs" / "second-meeting")
    events = ["--event", "first-meeting", "--event", "second-meeting"]
    assert run(["generate", *events, "--format", "html", "--format", "text, html", "--out", "there"]) == 0
    names = [f"{event}-meeting.{kind}" for event in ("first", "second") for kind in ("html", "txt")]
    assert sorted(p.name for p in (desk / "there").iterdir()) == names
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [f"there/{name}" for name in names]


def test_briefs_are_found_from_a_folder_below(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = desk / "briefs" / "first-meeting"
    monkeypatch.chdir(below)
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 0
    assert (below / "out" / "first-meeting.txt").is_file()


def test_briefs_are_found_where_the_option_says(
    desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    briefs = str(desk / "briefs")
    assert run(["generate", "--event", "first-meeting", "--format", "text", "--briefs", briefs]) == 0
    assert (elsewhere / "out" / "first-meeting.txt").is_file()


def test_a_problem_is_told_with_file_line_the_line_itself_and_a_hint(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(desk, "occasion: Southport", "occassion: Southport")
    assert run(["generate", "--event", "first-meeting"]) == 1
    told = capsys.readouterr().err
    assert "briefs/first-meeting/event.yaml:6:1: error[unknown-key]" in told
    assert "    6 | occassion: Southport, 5 March 2026\n      | ^\n  hint: did you mean 'occasion'?" in told
    assert told.rstrip().endswith("nothing was written")


def test_every_problem_is_told_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(desk, "party: berg", "party: bergg")
    spoil(desk, "as_of: 2026-03-09", "as_of: 2026-02-30")
    spoil(desk, "act: proposed", "act: suggested")
    assert run(["generate", "--event", "first-meeting"]) == 1
    told = capsys.readouterr().err
    for code in ("reference", "date", "choice"):
        assert f"error[{code}]" in told
    assert "3 problems; nothing was written" in told


def test_a_failed_run_leaves_the_earlier_output_untouched(desk: Path) -> None:
    assert run(["generate", "--event", "first-meeting"]) == 0
    before = {p: p.read_bytes() for p in (desk / "out").iterdir()}
    spoil(desk, "sources: [N1, N2]", "sources: [N3]")
    assert run(["generate", "--event", "first-meeting"]) == 1
    assert {p: p.read_bytes() for p in (desk / "out").iterdir()} == before


def test_one_bad_event_of_two_writes_neither(desk: Path) -> None:
    shutil.copytree(desk / "briefs" / "first-meeting", desk / "briefs" / "second-meeting")
    spoil(desk, "party: berg", "party: nobody")
    assert run(["generate", "--event", "second-meeting", "--event", "first-meeting", "--format", "text"]) == 1
    assert not (desk / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["generate", "--event", "secnd-meeting"], "unknown-event"),
        (["generate", "--event", "../first-meeting"], "unknown-event"),
        (["generate", "--event", "first-meeting", "--template", "policy-breif"], "unknown-template"),
        (["check", "--event", "secnd-meeting"], "unknown-event"),
    ],
)
def test_an_unknown_event_or_template_is_a_problem_of_the_input(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert run(arguments) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert not (desk / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate"], "Missing option '--event'"),
        (["generate", "x"], "write --event x"),
        (["generate", "--event", "x", "--lang", "jp"], "'jp' is no language: did you mean 'ja'?"),
        (["generate", "--event", "x", "--lang", "ko-KR"], "'ko-KR' is no language: did you mean 'ko'?"),
        (["generate", "--event", "x", "--format", "odt"], "'odt' is not one of docx, pdf, html, text"),
        (["generate", "--event", "x", "--format", ","], "name at least one format"),
        (["generate", "--event", "x", "--as-of", "14/07/2023"], "write it as 2023-07-14"),
        (["generate", "--event", "x", "--as-of", "2023-07"], "is not a day"),
        (["generat"], "No such command 'generat'"),
        (["init"], "Missing argument 'DIR'"),
    ],
)
def test_wrong_usage_is_told_and_leaves_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["generate", "check", "preview", "follow-ups"])
@pytest.mark.parametrize("named", ["first-meeting", "briefs/first-meeting", "briefs/first-meeting/event.yaml"])
def test_an_event_that_is_named_without_its_option_is_told_with_it(
    desk: Path, capsys: pytest.CaptureFixture[str], command: str, named: str
) -> None:
    assert (desk / "briefs").is_dir()
    assert run([command, named]) == 2
    assert "an event is named with --event: write --event first-meeting\n" in capsys.readouterr().err


def test_the_events_there_are_are_told_where_none_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "--lang", "ko"]) == 2
    assert "Missing option '--event': write --event first-meeting\n" in capsys.readouterr().err
    shutil.copytree(desk / "briefs" / "first-meeting", desk / "briefs" / "second-meeting")
    assert run(["generate"]) == 2
    assert "Missing option '--event': there is first-meeting, second-meeting\n" in capsys.readouterr().err
    shutil.rmtree(desk / "briefs")
    assert run(["generate"]) == 2
    assert "there is no folder `briefs` with an event here or above" in capsys.readouterr().err


def test_a_full_disk_leaves_with_3(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert list((desk / "out").iterdir()) == []


def test_an_output_folder_that_is_a_file_is_wrong_usage(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "out").write_text("a file")
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 2
    assert "Directory 'out' is a file" in capsys.readouterr().err


def test_a_file_open_in_another_program_leaves_with_3_and_says_so(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    (desk / "out").mkdir()
    (desk / "out" / "first-meeting.txt").write_text("open elsewhere")
    monkeypatch.setattr(Path, "replace", locked)
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 3
    assert "is the file open in another program?" in capsys.readouterr().err


def test_check_of_good_data_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    assert run(["check"]) == 0
    assert capsys.readouterr().out == "1 event checked: 0 problems\n"


def test_check_tells_every_problem_of_all_events(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(desk / "briefs" / "first-meeting", desk / "briefs" / "second-meeting")
    spoil(desk, "party: berg", "party: nobody")
    ledger = desk / "briefs" / "follow-ups.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("status: open", "status: opne"), encoding="utf-8")
    assert run(["check"]) == 1
    out, err = capsys.readouterr()
    assert err.count("error[choice]") == 2
    assert err.count("error[reference]") == 1
    assert out.startswith("2 events checked: ")


def test_list_shows_events_and_templates(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    assert run(["list"]) == 0
    told = capsys.readouterr().out
    assert "first-meeting  2026-03-05  Northland and Southland agree to reopen the coastal ferry" in told
    assert "policy-brief" in told


def test_list_without_briefs_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["list"]) == 0
    assert "brief init DIR" in capsys.readouterr().out


def test_list_of_a_folder_that_is_not_there_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--briefs", "/nowhere"]) == 1
    assert "there is no folder /nowhere\n  hint: mend the name, or " in capsys.readouterr().err


def test_list_says_which_event_cannot_be_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "briefs" / "first-meeting" / "event.yaml").write_text("- nothing", encoding="utf-8")
    assert run(["list"]) == 0
    assert "first-meeting    (cannot be read: see `brief check`)" in capsys.readouterr().out


def test_a_terminal_that_knows_no_hangul_shows_something(desk: Path) -> None:
    spoil(desk, "title: Northland and", "title: 대화 and")
    program = "import sys; from brief.cli import main; sys.argv = ['brief', 'list']; main()"
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, cwd=desk, capture_output=True, check=True)
    assert rb"\ub300\ud654 and Southland" in done.stdout


def test_init_lays_out_a_workspace_that_builds_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "my-desk"]) == 0
    told = capsys.readouterr().out
    assert "my-desk/briefs/first-meeting/event.yaml" in told
    assert "my-desk/logo.png" in told
    assert told.rstrip().endswith("cd my-desk && brief generate --event first-meeting")
    monkeypatch.chdir(tmp_path / "my-desk")
    assert run(["check"]) == 0
    assert run(["generate", "--event", "first-meeting"]) == 0


def test_init_touches_nothing_that_is_there(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = desk / "briefs" / "people.yaml"
    mine.write_text("mine", encoding="utf-8")
    (desk / "briefs" / "glossary.yaml").unlink()
    (desk / "logo.png").write_bytes(b"mine")
    assert run(["init", "."]) == 1
    told = capsys.readouterr().err
    assert "people.yaml is there already" in told
    assert "logo.png is there already" in told
    assert (desk / "logo.png").read_bytes() == b"mine"
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not (desk / "briefs" / "glossary.yaml").exists()


@pytest.mark.parametrize("command", [[], ["generate"], ["list"], ["check"], ["init"], ["completion"]])
def test_every_help_has_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    told = capsys.readouterr().out
    assert "Example:\n  " in told
    assert "  brief " in told.partition("Example:")[2]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "brief, version 0.1.0\n"


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete "), ("zsh", "compdef"), ("fish", "complete ")])
def test_completion_prints_a_script_for_each_shell(shell: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert word in told
    assert "_BRIEF_COMPLETE" in told


@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("--event fi", ["first-meeting"]),
        ("--template pol", ["policy-brief"]),
        ("--format pdf,d", ["pdf,docx"]),
        ("--format ", ["docx", "pdf", "html", "text"]),
        ("--lang ", ["en", "ko"]),
        ("--template report-ko --lang ", ["ko"]),
        ("--template one-page --set f", ["follow_ups="]),
        ("--template nowhere --set f", []),
        ("follow-ups --actor ber", ["berg"]),
    ],
)
def test_events_templates_formats_languages_options_and_parties_are_completed(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, begun: str, completed: list[str]
) -> None:
    assert desk
    words = f"brief {begun}" if begun.startswith("follow-ups") else f"brief generate {begun}"
    monkeypatch.setenv("_BRIEF_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    with pytest.raises(SystemExit):
        run([])
    assert capsys.readouterr().out.split() == [f"plain,{word}" for word in completed]


def test_as_of_today_asks_the_clock(desk: Path) -> None:
    assert run(["generate", "--event", "first-meeting", "--format", "text", "--as-of", "today"]) == 0
    from datetime import date

    today = date.today()  # noqa: DTZ011 - as the command does
    text = (desk / "out" / "first-meeting.txt").read_text(encoding="utf-8")
    assert f'"{today.day}\\u00a0' in text
