"""What the page filler deals in: blocks, their parts, and the notes that parts cite.

A block is measured once and cut into parts, each a line or a row. Everything the filler decides, it decides by parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from brief.render.pdf.canvas import TaggedCanvas


class Block(Protocol):
    """Something that stands on pages. Lengths are in points; `before` and `after` are the space it asks for."""

    before: float
    after: float
    parts: list[Part]

    def wrap(self, width: float, full: float) -> None:
        """Cut it into `parts` for a frame of this width on pages of `full` height."""

    def again(self, first: int) -> float:
        """Height of what is repeated above part `first` when that begins a page."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int) -> None:
        """Draw the parts from `first` up to, not including, `last`."""

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, first: int) -> None:
        """Draw, as an artifact, what is repeated above part `first`."""


@dataclass(slots=True, eq=False)
class FootNote:
    """A note and its text, set after the blocks that cite it are."""

    number: int
    text: Block = field(init=False)

    @property
    def height(self) -> float:
        """Height of all its lines."""
        return sum(part.height for part in self.text.parts)


@dataclass(slots=True)
class Part:
    """A line or a row: its height, the notes it cites, and whether no page may end after it."""

    height: float
    notes: tuple[FootNote, ...] = ()
    keep: bool = False


@dataclass(slots=True)
class Slice:
    """The parts of a block from `first` up to, not including, `last`."""

    block: Block
    first: int
    last: int

    @property
    def parts(self) -> list[Part]:
        """The parts themselves."""
        return self.block.parts[self.first : self.last]

    @property
    def height(self) -> float:
        """Their height."""
        return sum(part.height for part in self.parts)


@dataclass(slots=True)
class NewPage:
    """What follows begins a new page."""

    parts: tuple[()] = field(default=())
