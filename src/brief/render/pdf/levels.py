"""Heading levels without jumps, as PDF/UA asks (ISO 14289-1, 7.4.2): the first is 1, and none is two below the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import Heading
from brief.walk import altered, transform

if TYPE_CHECKING:
    from brief.tree import Block


def without_jumps(children: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, a heading that is too deep raised to the deepest level that may stand there."""
    last = 0

    def raised(block: Block) -> tuple[Block, ...]:
        nonlocal last
        if not isinstance(block, Heading):
            return (block,)
        last = min(block.level, last + 1)
        return (altered(block, level=last) if last != block.level else block,)

    return transform(children, raised)
