from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from brief import cli
from brief.cli import commands, report, run
from brief.cli.report import counted, size, table, tell
from brief.place import Place
from brief.problem import Problem
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_read_before() -> None:
    report._lines.cache_clear()


def shown(capsys: pytest.CaptureFixture[str], path: Path, line: int, column: int, **more: str) -> list[str]:
    """What is told of a problem at this place of a file, line by line."""
    tell([Problem("code", "message", Place(str(path), line, column), **more)])  # type: ignore[arg-type]
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "event.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# ---- problems --------------------------------------------------------------------------------------------------------


def test_a_problem_is_told_with_its_line_a_mark_under_the_column_and_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "one\nkey: word\nthree\n")
    assert shown(capsys, path, 2, 6, hint="mend it", severity="warning") == [
        f"{path}:2:6: warning[code]: message",
        "    2 | key: word",
        "      |      ^",
        "  hint: mend it",
    ]


def test_a_problem_without_a_place_is_told_without_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell([Problem("code", "message")])
    assert capsys.readouterr().err == "error[code]: message\n"


def test_control_characters_of_a_line_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "a\x1b[31mred\x07 b\x08\x7f \u202eevil\u200b \x9b2J\ud55c\n".encode())
    (_, line, mark) = shown(capsys, path, 1, 3)
    assert line == "    1 | a�[31mred� b�� �evil� �2J한"
    assert mark == "      |   ^"
    assert line.isprintable()


def test_a_tab_is_as_wide_as_the_mark_takes_it_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (_, line, mark) = shown(capsys, written(tmp_path, "\tkey:\tword"), 1, 7)
    assert line == "    1 |  key: word"
    assert line[mark.index("^")] == "w"


@pytest.mark.parametrize("end", ["\u2028", "\u0085", "\f", "\v"])
def test_a_line_ends_where_its_file_ends_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], end: str) -> None:
    path = written(tmp_path, f"# one{end}two\r\nkey: word\r\n")
    assert shown(capsys, path, 2, 6)[1:] == ["    2 | key: word", "      |      ^"]


def test_a_mark_stands_under_a_letter_behind_hangul(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (_, line, mark) = shown(capsys, written(tmp_path, "이름: X"), 1, 5)
    assert line == "    1 | 이름: X"
    assert mark == "      |       ^"


def test_a_long_line_is_shown_around_the_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a" * 500 + "X" + "b" * 500)
    (_, line, mark) = shown(capsys, path, 1, 501)
    assert line[mark.index("^")] == "X"
    assert len(line) < 120


@pytest.mark.parametrize("line", [0, 3, 99])
def test_a_line_that_the_file_does_not_have_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: int
) -> None:
    path = written(tmp_path, "one\ntwo\n")
    assert shown(capsys, path, line, 1) == [f"{path}:{line}:1: error[code]: message"]


def test_a_file_that_is_gone_or_no_text_is_no_second_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(shown(capsys, tmp_path / "gone.yaml", 1, 1)) == 1
    assert len(shown(capsys, tmp_path, 1, 1)) == 1
    assert shown(capsys, written(tmp_path, b"caf\xe9"), 1, 1)[1] == "    1 | caf�"


# ---- results ---------------------------------------------------------------------------------------------------------


def test_numbers_are_told_with_their_noun() -> None:
    assert [counted(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


def test_sizes_are_told_in_thousands() -> None:
    assert [size(n) for n in (999, 1000, 143_400)] == ["999 bytes", "1 kB", "143 kB"]


def test_a_table_is_as_wide_as_its_widest_cells(capsys: pytest.CaptureFixture[str]) -> None:
    table([("a", "bbb", "cc"), ("aaa", "b", "c")])
    assert capsys.readouterr().out == "a    bbb  cc\naaa  b    c\n"
    table([("한국", "a"), ("aaa", "b")])
    assert capsys.readouterr().out == "한국  a\naaa   b\n"


@pytest.mark.parametrize("code_page", ["cp949", "cp1252", "ascii"])
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_what_is_for_programs_is_utf_8_whatever_the_code_page(tmp_path: Path, kind: str, code_page: str) -> None:
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    register = tmp_path / "briefs/sources.yaml"
    register.write_text(
        register.read_text(encoding="utf-8").replace("Ministers", "Café 한국 Ministers"), encoding="utf-8"
    )
    command = [sys.executable, "-c", "from brief.cli import main; main()", "source", "list", "--format", kind]
    place = {"PYTHONPATH": str(SAMPLE.parents[1]), "PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"}
    told = subprocess.run(command, cwd=tmp_path, env=os.environ | place, capture_output=True, check=True).stdout
    assert "Café 한국 Ministers" in told.decode()
    assert kind == "csv" or json.loads(told)


# ---- how a run ends --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (click.Abort(), cli.INTERRUPTED, "interrupted"),
        (KeyboardInterrupt(), cli.INTERRUPTED, "interrupted"),
        (MemoryError(), cli.MACHINE, "brief: the machine has not enough memory for this"),
        (OSError(28, "No space left on device", "out/a.pdf"), cli.MACHINE, "brief: out/a.pdf: No space left on device"),
    ],
)
def test_a_run_that_is_cut_short_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    said: str,
) -> None:
    def cut_short(**_: object) -> None:
        raise error

    monkeypatch.setattr(commands.cli.commands["list"], "callback", cut_short)
    assert run(["list"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip() == said
