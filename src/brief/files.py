"""Files that stay inside their folder, and appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PART = ".part"
"""How the name of a file ends that is still being written."""

LARGEST = 4 * 1024 * 1024
"""Bytes a data or template file may have."""


DEVICES = r"(?i:con|prn|aux|nul|com\d|lpt\d)"
"""Names that Windows keeps for itself, as a pattern: no file or folder can have one."""


class TooLargeError(ValueError):
    """A file is larger than `LARGEST`."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, a byte order mark dropped.

    Raises TooLargeError above `LARGEST` bytes, UnicodeDecodeError where it is not UTF-8, OSError if it is unreadable.
    """
    return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path) -> bytes:
    """The content of a file, `LARGEST` bytes at most.

    Raises TooLargeError beyond, OSError where it cannot be read or is no file at all: a pipe would be waited for.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "this is no file", str(path))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        message = f"{path.name} is larger than {LARGEST // 1024 // 1024} MiB"
        raise TooLargeError(message)
    return content


def inside(folder: Path, name: str) -> Path | None:
    """The file `name` of `folder`, or nothing where the name would leave the folder, by dots or by a link.

    Nothing as well for a name that no file can have, for links in a circle, and for names that begin at a root, a drive
    or another machine: on Windows, to look for such a one is to ask that machine for it.
    """
    if "\0" in name or PureWindowsPath(name).anchor or any(len(os.fsencode(part)) > 255 for part in Path(name).parts):
        return None
    try:
        root = folder.resolve()
        path = (root / name).resolve()
    except (OSError, RuntimeError):
        return None
    return path if path.is_relative_to(root) else None


def as_typed(path: Path) -> str:
    """A path as its user would type it: from the working directory where it lies inside it, else as it is given."""
    here, there = Path.cwd(), Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    return (there.relative_to(here) if there.is_relative_to(here) else path).as_posix()


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then renamed over what stood there.

    A reader sees an old file or a new one, never a part; what a killed run left beside it, a later one takes away.
    Raises OSError, and leaves or restores what stood there.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            staged[path] = _stage(path, content)
        _replace(staged)
        for path in staged:
            _tidy(path)
    finally:
        for part in staged.values():
            with contextlib.suppress(OSError):
                part.unlink()


def _tidy(path: Path) -> None:
    """Take away what runs left beside `path` that were killed over an hour ago; younger ones may still be at work."""
    long_ago = time.time() - 3600
    for part in path.parent.glob(f".{path.name}.*{PART}"):
        with contextlib.suppress(OSError):
            if part.stat().st_mtime < long_ago:
                part.unlink()


def _stage(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        with contextlib.suppress(OSError):  # a name too long for the machine is none to be taken away either
            part.unlink()
        _tell_of(path, error)
        raise
    return part


def _tell_of(path: Path, error: BaseException) -> None:
    """Name the file that was to be written in an error of the machine, not the one beside it."""
    if isinstance(error, OSError):
        error.filename, error.filename2 = str(path), None


def _replace(staged: Mapping[Path, Path]) -> None:
    before = {path: path.read_bytes() if path.is_file() else None for path in staged}
    replaced: list[Path] = []
    try:
        for path, part in staged.items():
            replaced.append(path)
            part.replace(path)
    except BaseException as error:
        _tell_of(replaced[-1], error)
        for path in replaced[:-1]:
            old = before[path]
            if old is None:
                path.unlink()
            else:
                _stage(path, old).replace(path)
        raise
