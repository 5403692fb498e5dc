"""What a reader of a document reads, whatever its format: the same five values from a file and from its tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.tree import Table
from brief.walk import blocks, figures, inline_text, outline, words

if TYPE_CHECKING:
    from brief.tree import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a document, and what they are.

    `words` follow `brief.walk.words`: `^3` is the mark of note 3, and each note stands at the end behind its mark.
    `outline` holds level and words of every heading, its number before them ("1 The meeting"). `tables` holds the rows
    of every table (facts are none), each cell as one line without marks of notes. `notes` holds the words of each note,
    `figures` what each figure shows, as those are told who do not see it. White space is one space everywhere.
    """

    words: tuple[str, ...]
    outline: tuple[tuple[int, str], ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    notes: tuple[str, ...]
    figures: tuple[str, ...]


def one_line(text: str) -> str:
    """The words of `text`, one space between them."""
    return " ".join(text.split())


def reading_of(document: Document) -> Reading:
    """What every format of `document` has to read as."""
    return Reading(
        words=words(document),
        outline=outline(document),
        tables=tuple(
            tuple(tuple(one_line(inline_text(cell.children)) for cell in row.children) for row in table.children)
            for table in blocks(document.children)
            if isinstance(table, Table)
        ),
        notes=tuple(one_line(inline_text(note.children)) for note in document.notes),
        figures=tuple(map(one_line, figures(document))),
    )
