"""What the parts of a document agree upon while they are written: numbers of notes and lists, bookmarks, links.

A story, in the words of WordprocessingML, is a region of text of its own: the main document, the footnotes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.render.docx.bookmarks import Bookmarks
from brief.render.docx.numbering import Lists
from brief.tree import NoteRef
from brief.walk import inlines, phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.style import Style
    from brief.tree import Document


@dataclass(slots=True)
class Manuscript:
    """What is unique in the whole file."""

    style: Style
    bookmarks: Bookmarks
    numbers: dict[str, int]  # of notes, by id
    repeated: frozenset[str]  # notes cited more than once
    lists: Lists = field(default_factory=Lists)
    cited: set[str] = field(default_factory=set)
    drawings: int = 0
    contents: int = 0

    def next_drawing(self) -> int:
        """A number for a drawing, none before it had."""
        self.drawings += 1
        return self.drawings

    def next_contents(self) -> int:
        """A number for a list of contents."""
        self.contents += 1
        return self.contents


@dataclass(frozen=True, slots=True)
class Story:
    """One part of the file: `relate` gives the relationship of an address there, `cites` tells whether notes begin."""

    manuscript: Manuscript
    relate: Callable[[str], str]
    cites: bool = True


def manuscript_of(document: Document, style: Style) -> Manuscript:
    """What has to be known of a document before its first word is written."""
    citations = Counter(c.note for phrase in phrases(document) for c in inlines(phrase) if isinstance(c, NoteRef))
    return Manuscript(
        style,
        Bookmarks(document),
        {note.id: number for number, note in enumerate(document.notes, 1)},
        frozenset(note for note, times in citations.items() if times > 1),
    )
