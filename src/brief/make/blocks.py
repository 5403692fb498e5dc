"""Names for all that stands on pages, so that the PDF tells on which page each begins, and the HTML where it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from brief.tree import Figure, Heading, List, Paragraph, Table
from brief.walk import altered, transform

if TYPE_CHECKING:
    from brief.tree import Block, Document


def with_ids(document: Document) -> Document:
    """The document with an id for every heading, paragraph, table, figure and item that has none.

    The underscore keeps them from the ids of templates, which begin with a letter.
    """
    numbers = count(1)

    def named(block: Block) -> tuple[Block, ...]:
        match block:
            case List():
                items = tuple(item if item.id else replace(item, id=fresh()) for item in block.children)
                return (altered(block, children=items),)
            case Heading() | Paragraph() | Table() | Figure() if not block.id:
                return (replace(block, id=fresh()),)
            case _:
                return (block,)

    def fresh() -> str:
        return f"_block-{next(numbers)}"

    return replace(document, children=transform(document.children, named))
