"""Notes stand in the order in which they are first cited, and a table or list does not repeat one at every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import Code, Link, NoteRef, Text
from brief.walk import altered, inlines, phrases, rewrite, rewrite_blocks, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Block, Document, Inline, Note
    from brief.walk import Phrase


def share_notes(document: Document) -> Document:
    """Within one block of the body (a table, a list, a paragraph), let notes that say the same be one.

    Eleven rows on the same three sources take one note, cited eleven times; elsewhere each claim has its note at hand.
    """
    said = {note.id: _said(note.children) for note in document.notes}

    def shared(block: Block) -> Block:
        first: dict[tuple[str, ...], str] = {}

        def marked(node: Inline) -> Phrase:
            if not isinstance(node, NoteRef) or node.note not in said:
                return (node,)
            return (altered(node, note=first.setdefault(said[node.note], node.note)),)

        (changed,) = rewrite_blocks((block,), lambda phrase: transform_inlines(phrase, marked))
        return changed

    children = tuple(map(shared, document.children))
    same = all(new is old for new, old in zip(children, document.children, strict=True))
    return document if same else altered(document, children=children)


def _said(phrase: Phrase) -> tuple[str, ...]:
    """What a note says, wherever its words come from: texts, and targets of links."""
    return tuple(
        node.target if isinstance(node, Link) else node.text
        for node in inlines(phrase)
        if isinstance(node, Link | Text | Code)
    )


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
