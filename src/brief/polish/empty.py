"""What says nothing is not printed: blocks without words, headings without a section, page breaks before nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brief.tree import Callout, Contents, Facts, Figure, Heading, List, NoteRef, PageBreak, Paragraph, Quote, Table
from brief.walk import altered, inline_text, inlines, transform

if TYPE_CHECKING:
    from brief.tree import Block, Document
    from brief.walk import Phrase


def drop_empty(document: Document) -> Document:
    """Drop empty blocks, then headings with nothing before the next of their own or a higher level, or the end."""
    return altered(document, children=_full_sections(transform(document.children, _full)))


def _full(block: Block) -> tuple[Block, ...]:
    """The block, its empty items and sections gone; or nothing."""
    match block:
        case Callout() | Quote():
            block = altered(block, children=_full_sections(block.children))
        case List():
            items = (altered(item, children=_full_sections(item.children)) for item in block.children)
            kept = tuple(item for item in items if item.children)
            block = altered(block, children=kept) if len(kept) < len(block.children) else block
        case _:
            pass
    return (block,) if _says_something(block) else ()


def _says_something(block: Block) -> bool:
    match block:
        case Heading() | Contents() | PageBreak():
            return True
        case Paragraph():
            return _is_read(block.children)
        case Table():
            return not all(row.head for row in block.children)
        case Figure():
            return bool(block.drawing.children)
        case List() | Facts() | Quote() | Callout():
            return bool(block.children)
        case _:
            assert_never(block)


def _is_read(phrase: Phrase) -> bool:
    return bool(inline_text(phrase).strip()) or any(isinstance(node, NoteRef) for node in inlines(phrase))


def _full_sections(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without empty sections, and without page breaks that nothing, or only another break, follows."""
    kept: list[Block] = []
    level: int | None = 0  # of the heading that follows; None where words do; 0 at the end, above all levels
    for block in reversed(blocks):
        match block:
            case Heading():
                if level is not None and level <= block.level:
                    continue
                level = block.level
            case PageBreak():
                if not kept or isinstance(kept[-1], PageBreak):
                    continue
            case _:
                level = None
        kept.append(block)
    return tuple(reversed(kept)) if len(kept) < len(blocks) else blocks
