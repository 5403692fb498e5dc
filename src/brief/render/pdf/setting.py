"""Where blocks are being set: their parent in the structure tree, their indents, the style of their body text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from brief.render.pdf.structure import Element
from brief.render.pdf.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.render.pdf.inline import Setter
    from brief.render.pdf.run import Run
    from brief.style import Style, TextStyle
    from brief.tree import Inline


@dataclass(frozen=True, slots=True)
class Setting:
    """Lengths are in points from the frame's edges. `depth` counts the lists around."""

    setter: Setter
    parent: Element
    body: TextStyle
    left: float = 0
    right: float = 0
    depth: int = 0

    @property
    def style(self) -> Style:
        """The style of the document."""
        return self.setter.style

    def under(self, parent: Element, *, left: float = 0, right: float = 0, body: TextStyle | None = None) -> Setting:
        """The same inside `parent`, indented further."""
        return Setting(self.setter, parent, body or self.body, self.left + left, self.right + right, self.depth)

    def text(self, tag: str, children: Iterable[Inline], style: TextStyle) -> Text:
        """A block of words that is a `tag` under the parent."""
        element = Element(tag, self.parent)
        return self.lines(self.setter.runs(children, style, element), element, style)

    def lines(self, runs: list[Run], element: Element | None, style: TextStyle) -> Text:
        """A block of runs, indented as the setting is."""
        return Text(
            runs,
            element,
            style.leading,
            rise=self.setter.typecase.font(style).rise * style.size,
            before=style.before,
            after=style.after,
            left=self.left,
            right=self.right,
        )

    def cell(
        self,
        children: Iterable[Inline],
        style: TextStyle,
        element: Element | None,
        align: Literal["left", "right"] = "left",
    ) -> Text:
        """A block of words without indents or space around it; without an `element` it is no content."""
        text = self.lines(self.setter.runs(children, style, element), element, style)
        text.left = text.right = text.before = text.after = 0
        text.align = align
        return text
