"""The list of contents: in a long document, one line a section; in a short one, none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from brief.tree import Badge, Break, Contents, Entry, Link, NoteRef, PageBreak, Text
from brief.walk import altered, blocks, headings, transform, transform_inlines, words

if TYPE_CHECKING:
    from brief.tree import Block, Document, Heading, Inline
    from brief.walk import Phrase

EM_SPACE = "\N{EM SPACE}"


def clear_contents(document: Document) -> Document:
    """Take the lines out of every list of contents: they repeat headings, and cite and use nothing themselves."""

    def cleared(block: Block) -> tuple[Block, ...]:
        return (replace(block, children=()) if isinstance(block, Contents) and block.children else block,)

    return altered(document, children=transform(document.children, cleared))


def keep_long(document: Document, *, least: int) -> Document:
    """Drop the list of contents, and the page break before it, unless the document has `least` words beside it."""
    if not any(isinstance(block, Contents) for block in blocks(document.children)):
        return document
    following = (*document.children[1:], None)
    kept = tuple(
        block
        for block, after in zip(document.children, following, strict=True)
        if not (isinstance(block, PageBreak) and isinstance(after, Contents))
    )
    without = altered(document, children=transform(kept, _without_contents))
    return document if len(words(without)) >= least else without


def fill_contents(document: Document) -> Document:
    """List the headings in every list of contents, down to its level."""
    listed = tuple(headings(document))

    def filled(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Contents):
            return (block,)
        entries = tuple(entry(heading) for heading in listed if heading.level <= block.level)
        return (altered(block, children=entries),)

    return altered(document, children=transform(document.children, filled))


def entry(heading: Heading) -> Entry:
    """The line of a heading: its number, a wide space, its words without notes and links."""
    number = (Text(heading.number + EM_SPACE),) if heading.number else ()
    level = cast("Literal[1, 2, 3]", min(heading.level, 3))
    return Entry(level, heading.id, (*number, *transform_inlines(heading.children, _plain)))


def _plain(node: Inline) -> Phrase:
    match node:
        case NoteRef():
            return ()
        case Link() | Badge():
            return node.children
        case Break():
            return (Text(" "),)
        case _:
            return (node,)


def _without_contents(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, Contents) else (block,)
