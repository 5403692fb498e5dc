"""Tells when a file has been saved that plays a part in a brief."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from watchfiles import Change, awatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STEP, AT_MOST = 10, 100
"""Milliseconds without a change that end a save, and milliseconds after which no end is waited for.

An editor that writes a file in two steps with a longer pause between them causes two saves; the second one stands.
"""

BACK = 80
"""Milliseconds within which a file that has gone may come back: some editors move it away before they write it."""

GLANCE = 1000
"""Milliseconds after which it is looked whether there is a folder more, or one less, that no change has told of."""


class Watch:
    """Counts the saves in some folders; `folders` is asked anew now and then, since a template may be new."""

    def __init__(self, folders: Callable[[], frozenset[Path]]) -> None:
        self.revision = 0
        self._folders = folders
        self._bell = anyio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            folders = self._folders()
            with suppress(FileNotFoundError):  # a folder that has just gone
                await self._until_others(folders)
            await anyio.sleep(STEP / 1000)

    async def _until_others(self, folders: frozenset[Path]) -> None:
        counts = partial(_counts, folders)
        async for changes in awatch(
            *folders, step=STEP, debounce=AT_MOST, rust_timeout=GLANCE, watch_filter=counts, yield_on_timeout=True
        ):
            if _some_gone(changes):
                await anyio.sleep(BACK / 1000)
            others = self._folders() != folders
            if changes or others:
                self._ring()
            if others:
                return

    async def later_than(self, revision: int, seconds: float) -> bool:
        """Whether there is a save after this revision; it is waited for so long at most."""
        with anyio.move_on_after(seconds):
            while self.revision <= revision:
                await self._bell.wait()
        return self.revision > revision

    def _ring(self) -> None:
        self.revision += 1
        self._bell.set()
        self._bell = anyio.Event()


def _some_gone(changes: Iterable[tuple[Change, str]]) -> bool:
    return any(change is Change.deleted and not Path(file).exists() for change, file in changes)


def _counts(folders: frozenset[Path], _change: Change, file: str) -> bool:
    """Whether a file may play a part: what editors keep beside a file begins with a dot or ends with a tilde."""
    path = Path(file)
    parts = next((path.relative_to(folder).parts for folder in folders if path.is_relative_to(folder)), path.parts)
    return not file.endswith("~") and not any(part.startswith(".") for part in parts)
