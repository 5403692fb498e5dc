"""Pages as the filler plans them: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import rule

if TYPE_CHECKING:
    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.part import FootNote, Slice

NOTE_GAP = 14.0
"""Between text and notes, with the rule in it."""
_RULE = 85.0  # length of the rule above the notes: 30 mm


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on a page, in points from its lower left corner."""

    x: float
    bottom: float
    width: float
    top: float

    @property
    def height(self) -> float:
        """Room for lines."""
        return self.top - self.bottom


@dataclass(slots=True)
class Placed:
    """A slice on a page, where it begins, and the height of what is repeated above it."""

    piece: Slice
    top: float
    again: float


@dataclass(slots=True)
class Foot:
    """Lines of a note at the foot of a page, from `first` up to, not including, `last`."""

    note: FootNote
    first: int
    last: int

    @property
    def height(self) -> float:
        """Height of the lines."""
        return sum(part.height for part in self.note.text.parts[self.first : self.last])


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page. The notes end at `bottom`, which is the frame's unless the page runs long.

    `filled` is the part of the frame that text and notes take, more than 1 where the page runs long.
    """

    placed: list[Placed]
    feet: list[Foot]
    bottom: float
    filled: float

    def draw(self, canvas: TaggedCanvas, x: float, hairline: str) -> None:
        """Draw it at `x`, the rule above the notes in the colour `hairline`.

        Notes stand as the lines of the page cite them, and are drawn by number, as they are told: the lines of a row
        that is cut may cite a later note first.
        """
        for placed in self.placed:
            piece = placed.piece
            if placed.again:
                piece.block.draw_again(canvas, x, placed.top + placed.again, piece.first)
            piece.block.draw(canvas, x, placed.top, piece.first, piece.last)
        if self.feet:
            y = self.bottom + sum(foot.height for foot in self.feet)
            canvas.artifact(rule(hairline, 0.5, x, y + 5, _RULE))
            tops: list[tuple[Foot, float]] = []
            for foot in self.feet:
                tops.append((foot, y))
                y -= foot.height
            for foot, top in sorted(tops, key=lambda each: each[0].note.number):
                foot.note.text.draw(canvas, x, top, foot.first, foot.last)
