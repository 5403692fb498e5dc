"""A figure: a caption, and a drawing that is one piece of content with its words told (ISO 14289-1, 7.3)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from brief.render.pdf.operators import box, components, disc, frame, line
from brief.render.pdf.part import Part
from brief.render.pdf.run import Run
from brief.render.pdf.structure import Element
from brief.tree import Box, Dot, Label, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.part import Block
    from brief.render.pdf.setting import Setting
    from brief.render.pdf.typecase import Typecase
    from brief.style import Style
    from brief.tree import Drawing, Figure, Shape

_STARTS = {"start": 0, "middle": 0.5, "end": 1}
_AFTER = 12.0


def figure_blocks(figure: Figure, setting: Setting) -> Iterator[Block]:
    """Caption and drawing, which stay together; both stand in a division of their own."""
    under = setting.under(Element("Div", setting.parent))
    places = (figure.id,) if figure.id else ()
    if figure.caption:
        caption = under.text("Caption", figure.caption, setting.style.texts.caption)
        caption.keep_next = True
        caption.places, places = places, ()
        yield caption
    element = Element("Figure", under.parent, alt=figure.alt or "-")
    yield Drawn(figure.drawing, element, setting.style, setting.setter.typecase, setting.left, setting.right, places)


@dataclass(slots=True, eq=False)
class Drawn:
    """A drawing as one part that no page breaks. What is too wide for its frame, or too high, is made smaller."""

    drawing: Drawing
    element: Element
    style: Style
    typecase: Typecase
    left: float = 0
    right: float = 0
    places: tuple[str, ...] = ()
    before: float = 0
    after: float = _AFTER
    parts: list[Part] = field(default_factory=list)

    def wrap(self, width: float, full: float) -> None:
        """See Block."""
        room = max(width - self.left - self.right, 1)
        if self.drawing.height > full:
            room = min(room, self.drawing.width * full / self.drawing.height)
        self.drawing = self.drawing.fitted(room)
        self.parts = [Part(self.drawing.height)]

    def again(self, _first: int) -> float:
        """See Block: nothing of a drawing is repeated."""
        return 0

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, first: int) -> None:
        """See Block."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _first: int, _last: int) -> None:
        """See Block."""
        x += self.left
        for place in self.places:
            canvas.place(place, x, top)
        corners = (x, top - self.drawing.height, x + self.drawing.width, top)
        said = " ".join(f"{edge:.2f}" for edge in corners)
        self.element.attributes = f"/O/Layout/Placement/Block/BBox[{said}]"
        code = [code for shape in self.drawing.children if (code := self._code(shape, x, top))]
        canvas.draw("\n".join((canvas.begin(self.element), *code, "EMC")))

    def _code(self, shape: Shape, x: float, top: float) -> str:
        tone = self.style.tone
        match shape:
            case Line():
                start, end = (x + shape.x1, top - shape.y1), (x + shape.x2, top - shape.y2)
                return line(tone(shape.stroke), shape.weight, start, end)
            case Box():
                corner, extent = (x + shape.x, top - shape.y - shape.height), (shape.width, shape.height)
                fill = box(tone(shape.fill), *corner, *extent) if shape.fill else ""
                edge = frame(tone(shape.stroke), shape.weight, *corner, *extent) if shape.stroke else ""
                return "\n".join(filter(None, (fill, edge)))
            case Dot():
                return disc(tone(shape.fill), x + shape.x, top - shape.y, shape.radius)
            case Label():
                return self._label(shape, x + shape.x, top - shape.y)
            case _:
                assert_never(shape)

    def _label(self, label: Label, x: float, base: float) -> str:
        """The words of a label from where they begin, `x` being where they are anchored."""
        style = replace(self.style.texts.table, family="sans", bold=label.bold, italic=False)
        font = self.typecase.font(style)
        said = self.typecase.spans(label.text, font, label.origins)
        runs = [Run(words, chosen, label.size, self.style.tone(label.tone)) for chosen, words in said]
        x -= sum(run.width(run.text) for run in runs) * _STARTS[label.anchor]
        code = [f"q BT {x:.2f} {base:.2f} Td {components(self.style.tone(label.tone))} rg"]
        code += [f"/{run.font.name} {run.size:g} Tf {run.shown(run.text)}" for run in runs]
        return " ".join((*code, "ET Q")) if runs else ""
