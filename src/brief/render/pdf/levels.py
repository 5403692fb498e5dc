"""Heading levels without jumps, as PDF/UA asks (ISO 14289-1, 7.4.2): the first is 1, and none is two below the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import Heading
from brief.walk import altered, transform

if TYPE_CHECKING:
    from brief.tree import Block


def without_jumps(children: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each heading one level below the heading it stands under."""
    above: list[int] = []  # levels, as they are given, of the headings that the next may stand under

    def raised(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Heading):
            return (block,)
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        return (altered(block, level=len(above)),)

    return transform(children, raised)
