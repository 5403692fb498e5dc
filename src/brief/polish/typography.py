"""The words of a document as a printer sets them, the same in every format (see `lettering`).

Code and addresses stay as they are, and in a quotation that is set apart only spaces change.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from brief.polish.lettering import lettered, signed, spaced
from brief.tree import Code, Figure, Label, Link, NoteRef, Quote, Table, Text
from brief.walk import HOLDERS, altered, blocks, inline_text, phrases_in, rewrite, transform

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.tree import Block, Document, Inline, Shape
    from brief.walk import Phrase

HIDDEN = "\0"
"""Stands for a character that is not to be set."""


def typeset(document: Document) -> Document:
    """The document with its words set; those of drawings and running lines, which no line breaks, with their spaces."""
    settings: dict[int, Callable[[str], str]] = {}  # of phrases that are not set as most are
    for block in blocks(document.children):
        if isinstance(block, Quote):
            settings |= dict.fromkeys(map(id, phrases_in(block.children)), spaced)
        elif isinstance(block, Table):
            settings |= dict.fromkeys(map(id, phrases_in((block,))), partial(lettered, narrow=True))
    words = rewrite(document, lambda phrase: _set_phrase(phrase, settings.get(id(phrase), lettered)))
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
    letters: list[str] = []
    _gather(phrase, letters)
    said = "".join(letters)
    made = setting(said)
    return phrase if made == said else _cut(phrase, made, 0)[0]


def _gather(phrase: Phrase, letters: list[str], *, hidden: bool = False) -> None:
    """Add the words of a phrase to `letters`; those that are not to be set are hidden, character by character."""
    for node in phrase:
        if isinstance(node, Text):
            letters.append(HIDDEN * len(node.text) if hidden else node.text)
        elif isinstance(node, HOLDERS):
            _gather(node.children, letters, hidden=hidden or (isinstance(node, Link) and _is_address(node)))
        elif not isinstance(node, NoteRef):
            letters.append(HIDDEN * len(node.text) if isinstance(node, Code) else "\n")


def _is_address(link: Link) -> bool:
    return not link.target.startswith("#") and inline_text(link.children) in link.target


def _cut(phrase: Phrase, made: str, at: int) -> tuple[Phrase, int]:
    """The phrase with the words that stand for it in `made` from `at` on, and where these end."""
    cut: list[Inline] = []
    for node in phrase:
        child = node
        if isinstance(child, Text):
            words = made[at : at + len(child.text)]
            at += len(words)
            if words != child.text and HIDDEN not in words:
                child = Text(words, child.origins, child.language)
        elif isinstance(child, HOLDERS):
            children, at = _cut(child.children, made, at)
            child = altered(child, children=children)
        elif not isinstance(child, NoteRef):
            at += len(child.text) if isinstance(child, Code) else 1
        cut.append(child)
    same = all(new is old for new, old in zip(cut, phrase, strict=True))
    return (phrase if same else tuple(cut)), at
