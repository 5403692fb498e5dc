from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from brief import preview
from brief.cli import run
from brief.event import Day
from brief.preview import Choice
from workspaces import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXTRA = {"starlette", "uvicorn", "watchfiles", "anyio", "asyncio"}
BRIEFS = ["--briefs", str(SAMPLE)]


@pytest.mark.parametrize("absent", [["uvicorn"], ["starlette", "uvicorn", "watchfiles"]])
def test_without_the_extra_it_says_how_to_install_it(absent: list[str], tmp_path: Path) -> None:
    program = f"""
import sys
sys.modules.update(dict.fromkeys({absent!r}))  # as if it were not installed
from brief.cli import run
sys.exit(run({["preview", *BRIEFS]!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert f"the preview needs packages that are not installed: {', '.join(absent)}" in done.stderr
    assert "pip install '.[preview]'" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["preview", "--help"], ["generate", "--event", "first-meeting", "--format", "html"], ["check"]]
)
def test_nothing_of_the_extra_is_loaded_by_other_commands(arguments: list[str], tmp_path: str) -> None:
    asked = [*arguments, *(BRIEFS if "--help" not in arguments else [])]
    program = f"import sys; from brief.cli import run; run({asked!r}); print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not EXTRA & set(done.stdout.split())


def test_an_unknown_event_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", "--event", "third-meeting", *BRIEFS]) == 1
    assert "there is no event 'third-meeting'" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert run(["preview", "--no-open", "--port", port, *BRIEFS]) == 3
    told = capsys.readouterr().err
    assert f"port {port} cannot be had: " in told
    assert "in use" in told
    assert "without --port, a free one is taken" in told


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--set", "all_source_note=yes"], 1, "has no option 'all_source_note'"),
        (["--set", "all_source_notes"], 2, "write NAME=VALUE"),
        (["--template", "report-ko", "--lang", "en"], 1, "has no words in 'en'"),
    ],
)
def test_what_cannot_be_chosen_is_told_at_once(
    arguments: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["preview", "--no-open", *arguments, *BRIEFS]) == code
    assert told in capsys.readouterr().err


def test_it_begins_with_what_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Choice] = []
    monkeypatch.setattr(preview, "serve", lambda desk, _port, _ready: seen.append(desk.first), raising=False)
    chosen = ["--template", "one-page", "--set", "follow_ups=2", "--lang", "en", "--as-of", "2026-03-09", "--draft"]
    assert run(["preview", *chosen, *BRIEFS]) == 0
    day = Day.at("2026-03-09")
    assert seen == [Choice("first-meeting", "one-page", "en", day, (("follow_ups", "2"),), draft=True)]


@pytest.mark.parametrize(("flags", "opened"), [([], ["http://127.0.0.1:7/"]), (["--no-open"], [])])
def test_the_browser_opens_unless_it_is_not_to(
    flags: list[str], opened: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def served(_desk: object, _port: int, ready: Callable[[str], None]) -> None:
        ready("http://127.0.0.1:7/")

    class Thread:
        def __init__(self, *, target: Callable[[str], object], args: tuple[str], daemon: bool) -> None:
            assert daemon
            target(*args)

        def start(self) -> None:
            pass

    seen: list[str] = []
    monkeypatch.setattr(preview, "serve", served, raising=False)
    monkeypatch.setattr("webbrowser.open", seen.append)
    monkeypatch.setattr("threading.Thread", Thread)
    assert run(["preview", *flags, *BRIEFS]) == 0
    assert capsys.readouterr().out == "http://127.0.0.1:7/  (Ctrl-C ends it)\n"
    assert seen == opened
