"""Every table is named to those who hear it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.tree import Heading, Table
from brief.walk import altered, inline_text, transform

if TYPE_CHECKING:
    from brief.tree import Block, Document


def describe_tables(document: Document) -> Document:
    """Describe tables that are not described: by their caption, else by the heading above."""
    above = ""

    def described(block: Block) -> tuple[Block, ...]:
        nonlocal above
        match block:
            case Heading():
                above = _words(inline_text(block.children))
            case Table(description=""):
                words = _words(inline_text(block.caption)) or above
                return (replace(block, description=words) if words else block,)
            case _:
                pass
        return (block,)

    return altered(document, children=transform(document.children, described))


def _words(said: str) -> str:
    return " ".join(said.split())
