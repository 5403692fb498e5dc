"""A filled template before it is read: what its author wrote, and values, never joined into one string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.place import Place


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown, as the author of the template wrote it; `place` is where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Value:
    """What the data puts between: a text, a number or a node of the tree; `place` is the template's."""

    value: object
    place: Place


@dataclass(frozen=True, slots=True)
class Filled:
    """A template after filling."""

    chunks: tuple[Written | Value, ...]
