"""The text of a file of a template, or why it has none: read before Jinja is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.files import read_text
from brief.problem import Problem, unreadable

if TYPE_CHECKING:
    from pathlib import Path


def text_of(path: Path, shown: str) -> str | Problem:
    """The text of a file, or what keeps it from being read. `shown` is its path as a user writes it."""
    try:
        return read_text(path)
    except (OSError, ValueError) as error:
        return unreadable(error, shown)
