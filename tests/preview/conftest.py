"""A preview in headless Chromium, driven by Playwright. Without either, the tests that ask for it are skipped."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from previewing import EVENT, PATIENCE, lay_out, preview_of, says

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from previewing import Running

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ended with each module: while Playwright runs, the thread can run no other loop."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None or find_spec("playwright") is None:
        reason = "no Chromium, or no Playwright (pip install '.[browser]')"
        if "CI" in os.environ:
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def running(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    assert browser
    with preview_of(lay_out(tmp_path_factory.mktemp("desk")), "--template", "mine") as preview:
        yield preview


@pytest.fixture
def original(running: Running) -> Iterator[Path]:
    """The event's file, which is as before when the test is over."""
    file = running.workspace / f"briefs/{EVENT}/event.yaml"
    content = file.read_bytes()
    yield file
    file.write_bytes(content)


@pytest.fixture
def mine(running: Running, tmp_path: Path) -> Iterator[Path]:
    """The folder of the template, which is as before when the test is over."""
    folder, before = running.workspace / "templates/mine", tmp_path / "before"
    shutil.copytree(folder, before)
    yield folder
    for path in sorted(folder.rglob("*"), reverse=True):
        kept = before / path.relative_to(folder)
        if not kept.exists():
            path.rmdir() if path.is_dir() else path.unlink()
    shutil.copytree(before, folder, dirs_exist_ok=True)


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    """The preview, once it is up to date; nothing in it may fail."""
    opened = browser.new_page(viewport={"width": 1300, "height": 700})
    opened.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.goto(running.address)
    says(opened, "#status", "Up to date")
    yield opened
    opened.close()
    assert wrong == []
