"""Files that stay inside their folder, and appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

LARGEST = 4 * 1024 * 1024
"""Bytes a data or template file may have."""


class TooLargeError(ValueError):
    """A file is larger than `LARGEST`."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, a byte order mark dropped.

    Raises TooLargeError above `LARGEST` bytes, UnicodeDecodeError where it is not UTF-8, OSError where it is unreadable.
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


def write_whole(path: Path, content: bytes) -> None:
    """Write beside `path`, then rename over it: a reader sees the old file or the new one, never a part.

    Raises OSError, and leaves what stood there before.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
