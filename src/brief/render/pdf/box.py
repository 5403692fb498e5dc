"""A box: blocks that belong together, on a tint, with a bar at their left, or with nothing but each other.

It stays on one page where it fits; where it does not, the filler takes it apart and each piece is drawn on its tint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.render.pdf.operators import box
from brief.render.pdf.part import Part, Slice

if TYPE_CHECKING:
    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.part import Block

BAR = 3.0
"""Width of the bar, in points."""


@dataclass(slots=True, eq=False)
class Box:
    """Blocks under each other, the first a title where it is `titled`. Colours are `#rrggbb`, or empty for none."""

    blocks: list[Block]
    kind: str = ""
    titled: bool = False
    tint: str = ""
    bar: str = ""
    air: float = 0  # above the first and below the last block
    inset: float = 0  # left and right of them
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    keep_next: bool = False
    ends_on: int = 0  # the page that it was last drawn on
    parts: list[Part] = field(default_factory=list)
    _slices: list[tuple[Slice, float]] = field(default_factory=list)  # of one part each, and the space above it
    _width: float = 0

    @property
    def lines(self) -> int:
        """The lines of what stands in it, once wrapped, without a title."""
        return sum(len(block.parts) for block in self.blocks[int(self.titled) :])

    def wrap(self, width: float, full: float) -> None:
        """See Block."""
        self._width = width - self.left - self.right
        self.parts, self._slices = [], []
        space = 0.0
        for block in self.blocks:
            block.wrap(self._width - 2 * self.inset, full)
            for number, part in enumerate(block.parts):
                above = 0.0
                if number == 0:
                    above = max(space, block.before) if self.parts else self.air
                self._slices.append((Slice(block, number, number + 1), above))
                self.parts.append(Part(part.height + above, part.notes, keep=True))
            space = block.after
        if self.parts:
            self.parts[-1].height += self.air
            self.parts[-1].keep = self.keep_next

    def again(self, _first: int) -> float:
        """See Block: nothing of a box is repeated."""
        return 0

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, first: int) -> None:
        """See Block."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int) -> None:
        """See Block."""
        self.ends_on = canvas.page_number
        x += self.left
        height = sum(part.height for part in self.parts[first:last])
        if self.tint:
            canvas.artifact(box(self.tint, x, top - height, self._width, height))
        if self.bar:
            canvas.artifact(box(self.bar, x, top - height, BAR, height))
        y = top
        whole: list[tuple[Slice, float]] = []  # parts of one block together, so that each is drawn as one
        for (piece, above), part in zip(self._slices[first:last], self.parts[first:last], strict=True):
            if whole and whole[-1][0].block is piece.block:
                whole[-1][0].last = piece.last
            else:
                whole.append((Slice(piece.block, piece.first, piece.last), y - above))
            y -= part.height
        for piece, start in whole:
            piece.block.draw(canvas, x + self.inset, start, piece.first, piece.last)
