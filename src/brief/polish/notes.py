"""Notes stand in the order in which they are first cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import NoteRef
from brief.walk import altered, inlines, phrases, rewrite, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Document, Inline, Note
    from brief.walk import Phrase


def order_notes(document: Document) -> Document:
    """Order and number the notes by their first mark, the body's first.

    Notes without a mark and marks without a note are dropped.
    """
    notes = {note.id: note for note in document.notes}
    outside = altered(document, notes=())
    cited = dict.fromkeys(mark for phrase in phrases(outside) for mark in _marks(phrase) if mark in notes)
    order = list(cited)
    for note in order:  # a note cited in notes alone comes last
        order += [m for m in dict.fromkeys(_marks(notes[note].children)) if m in notes and m not in order]
    numbers = {note: number for number, note in enumerate(order, 1)}

    def numbered(node: Inline) -> Phrase:
        if not isinstance(node, NoteRef):
            return (node,)
        return (altered(node, number=numbers[node.note]),) if node.note in numbers else ()

    ordered: tuple[Note, ...] = tuple(notes[note] for note in order)
    kept = altered(document, notes=document.notes if ordered == document.notes else ordered)
    return rewrite(kept, lambda phrase: transform_inlines(phrase, numbered))


def _marks(phrase: Phrase) -> Iterator[str]:
    return (node.note for node in inlines(phrase) if isinstance(node, NoteRef))
