"""What a house prints on its paper: a logo, words at the head and foot, and the Word file they come from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Align = Literal["left", "centre", "right"]

EDGE = 28.35
"""Points from the upper edge of the paper to the letterhead where nothing else is said: 10 mm."""

ROOM = 52.0
"""Points from a letterhead to the text: they hold the marking and the running head."""

FOOT = 44.0
"""Points from the text to the words at the foot: they hold the rule and the running foot."""

_BETWEEN = 4.0  # points between a logo and words below it
_LAST = 14.0  # points below the last line at the foot


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the head of the page. `width` and `height` are points, `size` pixels; `alt` says what it shows."""

    content: bytes = field(repr=False)
    kind: Literal["png", "jpeg"]
    size: tuple[int, int]
    width: float
    position: Align = "left"
    alt: str = ""

    @property
    def height(self) -> float:
        """Its height, in points, in the proportions of the picture."""
        return self.width * self.size[1] / self.size[0]

    @property
    def media_type(self) -> str:
        """Its type by RFC 2046."""
        return f"image/{self.kind}"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Logo and lines of words; `leading` is the distance of the lines, `edge` that of the head to the paper's edge.

    With `every` page they stand on each, otherwise the logo and `head` on the first alone; `foot` stands on every page.
    Where there are words of the `later` pages, even none, they stand there in the place of those. `base` is a Word
    document, on which the DOCX is written.
    """

    logo: Logo | None = None
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    align: Align = "left"
    foot_align: Align = "left"
    later_head: tuple[str, ...] | None = None
    later_foot: tuple[str, ...] | None = None
    later_align: Align = "left"
    later_foot_align: Align = "left"
    leading: float = 11
    edge: float = EDGE
    every: bool = False
    may_stand_beside: bool = True
    base: bytes | None = field(default=None, repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """All its lines of words."""
        return (*self.head, *self.foot, *(self.later_head or ()), *(self.later_foot or ()))

    @property
    def later(self) -> Letterhead:
        """What stands on the pages after the first."""
        found = self if self.every else replace(self, logo=None, head=())
        if self.later_head is not None:
            found = replace(found, head=self.later_head, align=self.later_align)
        if self.later_foot is not None:
            found = replace(found, foot=self.later_foot, foot_align=self.later_foot_align)
        return replace(found, later_head=None, later_foot=None)

    @property
    def beside(self) -> bool:
        """Whether the words at the head stand beside the logo, not below it."""
        return self.may_stand_beside and self.logo is not None and self.align != self.logo.position

    @property
    def words_from(self) -> float:
        """Points from the upper edge of the letterhead to its first line of words."""
        return self.logo.height + _BETWEEN if self.logo and not self.beside else 0

    @property
    def height(self) -> float:
        """Points that the logo and the words at the head take; 0 where there are none."""
        words = self.words_from + len(self.head) * self.leading if self.head else 0
        return max(self.logo.height if self.logo else 0, words)

    @property
    def top(self) -> float:
        """The least upper margin of a page that bears logo and head; 0 where there are none."""
        return self.edge + self.height + ROOM if self.height else 0

    @property
    def bottom(self) -> float:
        """The least lower margin; 0 where no words stand at the foot."""
        return FOOT + len(self.foot) * self.leading + _LAST if self.foot else 0
