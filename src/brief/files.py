"""Files that stay inside their folder, and appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 4 * 1024 * 1024
"""Bytes a data or template file may have."""


class TooLargeError(ValueError):
    """A file is larger than `LARGEST`."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, a byte order mark dropped.

    Raises TooLargeError above `LARGEST` bytes, UnicodeDecodeError where it is not UTF-8, OSError if it is unreadable.
    """
    if path.stat().st_size > LARGEST:
        message = f"{path.name} is larger than {LARGEST // 1024 // 1024} MiB"
        raise TooLargeError(message)
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def inside(folder: Path, name: str) -> Path | None:
    """The file `name` of `folder`, or nothing where the name would leave the folder, by dots or by a link."""
    root = folder.resolve()
    path = (root / name).resolve()
    return path if path.is_relative_to(root) else None


def as_typed(path: Path) -> str:
    """A path as its user would type it: from the working directory where it lies inside it, else as it is given."""
    here, there = Path.cwd(), Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    return (there.relative_to(here) if there.is_relative_to(here) else path).as_posix()


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then renamed over what stood there.

    A reader sees an old file or a new one, never a part. Raises OSError, and leaves or restores what stood there.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            staged[path] = _stage(path, content)
        _replace(staged)
    finally:
        for part in staged.values():
            with contextlib.suppress(OSError):
                part.unlink()


def _stage(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    return part


def _replace(staged: Mapping[Path, Path]) -> None:
    before = {path: path.read_bytes() if path.is_file() else None for path in staged}
    replaced: list[Path] = []
    try:
        for path, part in staged.items():
            part.replace(path)
            replaced.append(path)
    except OSError:
        for path in replaced:
            old = before[path]
            if old is None:
                path.unlink()
            else:
                _stage(path, old).replace(path)
        raise
