"""The words of a document as a printer sets them, the same in every format (see `lettering`).

Code and addresses stay as they are, and in a quotation that is set apart only spaces change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.polish.lettering import lettered, signed, spaced
from brief.tree import Badge, Break, Code, Emphasis, Figure, Label, Link, NoteRef, Quote, Strong, Text
from brief.walk import altered, blocks, inline_text, phrases_in, rewrite, transform, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.tree import Block, Document, Inline, Shape
    from brief.walk import Phrase

HIDDEN = "\0"
"""Stands for a character that is not to be set."""


def typeset(document: Document) -> Document:
    """The document with its words set; those of drawings and running lines, which no line breaks, with their spaces."""
    quoted = {
        id(phrase)
        for block in blocks(document.children)
        if isinstance(block, Quote)
        for phrase in phrases_in(block.children)
    }
    words = rewrite(document, lambda phrase: _set_phrase(phrase, spaced if id(phrase) in quoted else lettered))
    running = document.running
    head, foot = signed(running.head), signed(running.foot)
    same = (head, foot) == (running.head, running.foot)
    return altered(
        words,
        children=transform(words.children, _set_drawing),
        running=running if same else replace(running, head=head, foot=foot),
    )


def _set_drawing(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Figure):
        return (block,)
    shapes = tuple(map(_set_shape, block.drawing.children))
    same = shapes == block.drawing.children
    return (block if same else replace(block, drawing=replace(block.drawing, children=shapes)),)


def _set_shape(shape: Shape) -> Shape:
    return replace(shape, text=signed(shape.text)) if isinstance(shape, Label) else shape


# ---- a run of inlines is set as one text, and cut where it was cut before: every character stands for one ------------


def _set_phrase(phrase: Phrase, setting: Callable[[str], str]) -> Phrase:
    said = "".join(_letters(phrase))
    made = setting(said)
    if made == said:
        return phrase
    at = 0

    def cut(node: Inline) -> Phrase:
        nonlocal at
        match node:
            case Text():
                start, at = at, at + len(node.text)
                words = made[start:at]
                return (node if words == node.text or HIDDEN in words else Text(words, node.origin, node.language),)
            case Code():
                at += len(node.text)
            case Break():
                at += 1
            case _:
                pass
        return (node,)

    return transform_inlines(phrase, cut)


def _letters(phrase: Phrase, *, hidden: bool = False) -> Iterator[str]:
    """The words of a phrase; those that are not to be set are hidden, character by character."""
    for node in phrase:
        match node:
            case Text():
                yield HIDDEN * len(node.text) if hidden else node.text
            case Code():
                yield HIDDEN * len(node.text)
            case Break():
                yield "\n"
            case Link():
                yield from _letters(node.children, hidden=hidden or inline_text(node.children) in node.target)
            case Strong() | Emphasis() | Badge():
                yield from _letters(node.children, hidden=hidden)
            case NoteRef():
                pass
