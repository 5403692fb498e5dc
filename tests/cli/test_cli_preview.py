from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from brief import preview
from brief.cli import run
from workspaces import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable

EXTRA = {"starlette", "uvicorn", "watchfiles", "anyio", "asyncio"}
BRIEFS = ["--briefs", str(SAMPLE)]


def test_without_the_extra_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "find_spec", lambda name: None if name == "uvicorn" else name)
    assert run(["preview", *BRIEFS]) == 1
    told = capsys.readouterr().err
    assert "the preview needs packages that are not installed: uvicorn" in told
    assert "pip install 'policybrief[preview]'" in told


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
    assert "in use" in capsys.readouterr().err


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
