from __future__ import annotations

import shutil
from pathlib import Path

import anyio
import pytest
from watchfiles import Change

from brief.preview.watch import Watch, _counts

DESK = frozenset({Path("/.desk/briefs"), Path("/.desk/mine")})
BOUND = 30
"""Seconds after which a save will not be seen: a bound, and no measure."""


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("/.desk/briefs/people.yaml", True),
        ("/.desk/mine/labels/en.toml", True),
        ("/.desk/briefs/.people.yaml.swp", False),
        ("/.desk/briefs/.git/index", False),
        ("/.desk/briefs/people.yaml~", False),
    ],
)
def test_what_editors_and_git_keep_beside_files_plays_no_part(file: str, counts: bool) -> None:  # noqa: FBT001
    assert _counts(DESK, Change.modified, file) == counts


async def seen(watch: Watch, file: Path) -> None:
    """Save until it is seen: a watch takes a moment to begin."""
    before = watch.revision
    with anyio.fail_after(BOUND):
        while not await watch.later_than(before, 0.3):
            await anyio.Path(file).write_text("x", encoding="utf-8")


def test_a_folder_that_joins_is_watched_as_well(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    folders = {one}

    async def scene() -> None:
        watch = Watch(lambda: frozenset(folders))
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watch.run)
            await seen(watch, one / "a")
            folders.add(other)
            await seen(watch, one / "b")
            await seen(watch, other / "c")
            tasks.cancel_scope.cancel()

    anyio.run(scene)


def test_a_folder_that_comes_without_any_save_is_watched_before_long(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()

    async def scene() -> None:
        watch = Watch(lambda: frozenset(folder for folder in (one, other) if folder.is_dir()))
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watch.run)
            await seen(watch, one / "a")
            other.mkdir()
            with anyio.fail_after(BOUND):
                assert await watch.later_than(watch.revision, BOUND)
            await seen(watch, other / "b")
            tasks.cancel_scope.cancel()

    anyio.run(scene)


def test_a_folder_that_goes_and_comes_back_is_watched_again(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()

    async def scene() -> None:
        watch = Watch(lambda: frozenset({folder} if folder.is_dir() else ()))
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watch.run)
            await seen(watch, folder / "a")
            shutil.rmtree(folder)
            with anyio.fail_after(BOUND):
                assert await watch.later_than(watch.revision, BOUND)
            folder.mkdir()
            await seen(watch, folder / "b")
            tasks.cancel_scope.cancel()

    anyio.run(scene)


def test_a_file_that_an_editor_moves_away_and_writes_anew_is_there_when_its_save_is_told(tmp_path: Path) -> None:
    file = tmp_path / "event.yaml"

    async def save() -> None:
        file.rename(tmp_path / "event.yaml~")
        await anyio.sleep(0.04)
        file.write_text("new", encoding="utf-8")

    async def scene() -> None:
        watch = Watch(lambda: frozenset({tmp_path}))
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watch.run)
            await seen(watch, file)
            before = watch.revision
            tasks.start_soon(save)
            with anyio.fail_after(BOUND):
                assert await watch.later_than(before, BOUND)
            assert file.read_text(encoding="utf-8") == "new"
            tasks.cancel_scope.cancel()

    anyio.run(scene)


def test_without_a_save_nothing_is_told() -> None:
    async def scene() -> bool:
        watch = Watch(frozenset)
        return await watch.later_than(0, 0) or not await watch.later_than(-1, 0)

    assert not anyio.run(scene)
