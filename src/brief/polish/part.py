"""A brief as a part of a book: under a title of its own, without the lists that the book has once for all parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from brief.place import Words, place_of
from brief.polish.contents import keep_long
from brief.polish.headings import number_headings
from brief.polish.sources import SOURCE
from brief.tree import Contents, Facts, Heading, Link, List, NoteRef, Paragraph
from brief.walk import altered, ids, rewrite, transform, transform_inlines, with_ids

if TYPE_CHECKING:
    from brief.tree import Block, Document, Inline


def as_part(document: Document, place: int, *, contents_from: int) -> Document:
    """The part of a book that an unpolished brief is: its blocks under its title, one level lower; `place` is from 1.

    Its contents go, and so do its lists of sources and of abbreviations with the headings above them. The page break
    before its contents stays, if the brief by itself had `contents_from` words and so a list of contents. Ids of blocks
    and notes, and links to them, are made the part's own, those of headings among them; the sources are those of all
    parts.
    """
    document = number_headings(keep_long(document, least=contents_from))
    title = Heading(1, document.title, kind="part")
    subtitle = (Paragraph(document.subtitle),) if document.subtitle else ()
    children = transform(_without_registers(document.children), _lowered)
    return _renamed(altered(document, children=(title, *subtitle, *children)), f"p{place}-")


def _lowered(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Contents):
        return ()
    if not isinstance(block, Heading):
        return (block,)
    level = cast("Literal[2, 3, 4]", min(block.level + 1, 4))
    return (altered(block, level=level, kind="section" if block.kind == "annex" else block.kind),)


def _without_registers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without lists of sources and abbreviations, and without heading and words that lead to each."""
    kept: list[Block] = []
    since: list[Block] = []  # the last heading and what stands under it
    for block in blocks:
        if isinstance(block, Heading):
            kept += since
            since = []
        since.append(block)
        if _is_register(block):
            since = []
    return (*kept, *since)


def _is_register(block: Block) -> bool:
    match block:
        case List(kind="source") | Facts(kind="abbreviations"):
            return True
        case _:
            return False


def _renamed(document: Document, prefix: str) -> Document:
    """The document with `prefix` before every id that is its own; links to others may lead into the book around it."""
    own = {f"#{one}" for one in ids(document)}

    def led(node: Inline) -> tuple[Inline, ...]:
        match node:
            case NoteRef():
                return (altered(node, note=prefix + node.note),)
            case Link() if node.target in own and not node.target.startswith(SOURCE):
                return (altered(node, target=_moved(node.target, prefix)),)
            case _:
                return (node,)

    notes = tuple(altered(note, id=prefix + note.id) for note in document.notes)
    children = with_ids(document.children, lambda name: prefix + name if name else "")
    renamed = altered(document, children=children, notes=notes)
    return rewrite(renamed, lambda phrase: transform_inlines(phrase, led))


def _moved(target: str, prefix: str) -> str:
    """The target of a link with `prefix` before its id, written where it was."""
    place, moved = place_of(target), f"#{prefix}{target[1:]}"
    return Words(moved, place) if place else moved
