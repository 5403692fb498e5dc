"""A preview as its user begins it: the command in a process of its own, in a workspace that a test may change."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import FrameLocator, Page

SOURCE = Path(__file__).parents[1] / "src"
EVENT = "first-meeting"
PATIENCE = 30_000
"""Milliseconds after which what is waited for in a browser will not come: a bound, and no measure."""

PROGRAM = "import sys; from brief.cli import run; sys.exit(run(sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that answers at `address`; its workspace, and the process."""

    address: str
    workspace: Path
    process: subprocess.Popen[str]

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> tuple[HTTPResponse, bytes]:
        """The answer to a request, with whatever headers it is to have."""
        parts = urlsplit(self.address)
        connection = HTTPConnection(str(parts.hostname), parts.port or 0, timeout=60)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def write(self, file: str, old: str, new: str) -> None:
        """Save a file of the workspace with a change."""
        path = self.workspace / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def generate(self, *arguments: str) -> Path:
        """The folder into which `brief generate` has written the brief."""
        command("generate", "--event", EVENT, *arguments, cwd=self.workspace)
        return self.workspace / "out"

    def interrupt(self) -> int:
        """What the command leaves with when it is interrupted."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


def lay_out(folder: Path) -> Path:
    """A workspace of the sample, with a second event and a template of its own."""
    briefs = folder / "briefs"
    shutil.copytree(SOURCE / "brief" / "sample", briefs)
    shutil.copytree(briefs / EVENT, briefs / "second-meeting")
    command("template", "new", "mine", cwd=folder)
    return folder


def command(*arguments: str, cwd: Path) -> None:
    """Run a command of brief."""
    subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=cwd, env=environment(), check=True)


def environment() -> dict[str, str]:
    """Where the command finds the program that is tested."""
    return os.environ | {"PYTHONPATH": str(SOURCE)}


@contextmanager
def preview_of(workspace: Path, *arguments: str) -> Iterator[Running]:
    """A preview of the sample event, ended at the end."""
    begin = [sys.executable, "-c", PROGRAM, "preview", "--event", EVENT, "--no-open", *arguments]
    with subprocess.Popen(
        begin, cwd=workspace, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[0]
            yield Running(address, workspace, process)
        finally:
            process.kill()


def says(page: Page | FrameLocator, selector: str, words: str) -> None:
    """Wait until the first element that the selector finds says these words."""
    from playwright.sync_api import expect

    expect(page.locator(selector).first).to_contain_text(words, timeout=PATIENCE)


def brief(page: Page) -> FrameLocator:
    """The brief in a preview."""
    return page.frame_locator("main iframe:not(.coming)")


def shown(page: Page, selector: str) -> list[str]:
    """What the elements say that the selector finds."""
    return page.locator(selector).all_inner_texts()


def place(page: Page) -> dict[str, str]:
    """What the panel says of where words come from."""
    return dict(zip(shown(page, "#panel-place dt"), shown(page, "#panel-place dd"), strict=True))
