"""Drawings: shapes of a closed set on a canvas of points, drawn alike in every format.

x runs to the right and y down from the upper left corner, as in SVG. There are no colours: each shape has a tone, and
the style says what colour that is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

if TYPE_CHECKING:
    from brief.place import Place

Tone = Literal["structure", "tint", "hairline", "secondary", "text", "open", "moving", "closed"]
"""What a colour is for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, `weight` points wide."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Tone = "structure"
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle whose upper left corner is at x, y: filled, or outlined by a line `weight` points wide, or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Tone | None = None
    stroke: Tone | None = None
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle around x, y."""

    x: float
    y: float
    radius: float
    fill: Tone = "structure"


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line, in the sans family: their baseline is at y, and they start, centre or end at x.

    `origins` are where they are written, or what they are a part of.
    """

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    size: float = 8
    tone: Tone = "text"
    origins: tuple[Place, ...] = ()


Shape = Line | Box | Dot | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a canvas, the first lowest. Lengths are in points."""

    width: float
    height: float
    children: tuple[Shape, ...]

    def fitted(self, width: float) -> Drawing:
        """The drawing made smaller, letters and all, where it is wider than `width`."""
        if self.width <= width:
            return self
        by = width / self.width
        return Drawing(width, self.height * by, tuple(_scaled(shape, by) for shape in self.children))


def _scaled(shape: Shape, by: float) -> Shape:
    match shape:
        case Line():
            start, end = (shape.x1 * by, shape.y1 * by), (shape.x2 * by, shape.y2 * by)
            return Line(*start, *end, shape.stroke, shape.weight * by)
        case Box():
            corner, extent = (shape.x * by, shape.y * by), (shape.width * by, shape.height * by)
            return Box(*corner, *extent, shape.fill, shape.stroke, shape.weight * by)
        case Dot():
            return Dot(shape.x * by, shape.y * by, shape.radius * by, shape.fill)
        case Label():
            return replace(shape, x=shape.x * by, y=shape.y * by, size=shape.size * by)
        case _:
            assert_never(shape)
