"""Drawings as inline SVG (SVG 2), whose colours are classes that the style sheet knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, get_args

from brief.render.html.escape import attribute, text
from brief.render.html.inline import written
from brief.tree import Box, Dot, Label, Line, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.render.html.inline import Citations
    from brief.style import Style
    from brief.tree import Drawing, Shape


def svg(drawing: Drawing, alt: str, citations: Citations) -> Iterator[str]:
    """The drawing as one picture to those who hear it: they are told `alt`, and none of the words drawn.

    With origins, it is a group of words, each of which can be asked where it is written.
    """
    width, height = _points(drawing.width), _points(drawing.height)
    size = f'viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"'
    role = "group" if citations.origins else "img"
    yield f'<svg role="{role}" aria-label="{attribute(alt)}" {size}>'
    yield from (_shape(shape, citations) for shape in drawing.children)
    yield "</svg>"


def tones(style: Style) -> Iterator[str]:
    """The classes of every tone, as fill and as stroke."""
    yield ".fill-none { fill: none }"
    for tone in get_args(Tone):
        yield f".fill-{tone} {{ fill: {style.tone(tone)} }}"
        yield f".stroke-{tone} {{ stroke: {style.tone(tone)} }}"


def _shape(shape: Shape, citations: Citations) -> str:
    match shape:
        case Line():
            ends = zip(("x1", "y1", "x2", "y2"), (shape.x1, shape.y1, shape.x2, shape.y2), strict=True)
            at = " ".join(f'{name}="{_points(end)}"' for name, end in ends)
            return f'<line class="stroke-{shape.stroke}" {at} stroke-width="{_points(shape.weight)}"/>'
        case Box():
            look = f"fill-{shape.fill or 'none'} stroke-{shape.stroke or 'none'}"
            edge = f' stroke-width="{_points(shape.weight)}"' if shape.stroke else ""
            extent = f'width="{_points(shape.width)}" height="{_points(shape.height)}"'
            return f'<rect class="{look}" {_at(shape)} {extent}{edge}/>'
        case Dot():
            x, y, radius = _points(shape.x), _points(shape.y), _points(shape.radius)
            return f'<circle class="fill-{shape.fill}" cx="{x}" cy="{y}" r="{radius}"/>'
        case Label():
            weight = ' font-weight="600"' if shape.bold else ""
            look = f'font-size="{_points(shape.size)}" text-anchor="{shape.anchor}"{weight}'
            look += written(shape.text, shape.origins, citations)
            return f'<text class="fill-{shape.tone}" {_at(shape)} {look}>{text(shape.text)}</text>'
        case _:
            assert_never(shape)


def _at(shape: Box | Label) -> str:
    return f'x="{_points(shape.x)}" y="{_points(shape.y)}"'


def _points(length: float) -> str:
    return f"{length:.6g}"
