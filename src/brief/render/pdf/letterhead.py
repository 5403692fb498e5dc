"""The letterhead: logo and words at the head, words at the foot. All of it is an artifact, as running lines are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.render.pdf.part import Part
from brief.style import FOOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.render.pdf.canvas import TaggedCanvas
    from brief.style import Letterhead, Style

_FIRST = 0.78  # of a line, from its top to the baseline
_PARTS = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""Which part of the free width stands before what is set."""


@dataclass(slots=True)
class Room:
    """White at the head of the first page, where the letterhead needs more than the upper margin."""

    height: float
    before: float = 0
    after: float = 0
    parts: list[Part] = field(default_factory=list)

    def wrap(self, _width: float, _full: float) -> None:
        """One part, as high as the room."""
        self.parts = [Part(self.height)]

    def again(self, _first: int) -> float:
        """Nothing is repeated."""
        return 0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int) -> None:
        """Nothing is drawn."""

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, first: int) -> None:
        """Nothing is drawn."""


def room(style: Style) -> float:
    """Points by which the text of the first page begins below the upper margin."""
    return max(style.letterhead.top - style.page.top, 0)


def _on(style: Style, canvas: TaggedCanvas) -> Letterhead:
    return style.letterhead if canvas.page_number == 1 else style.letterhead.later


def head(
    style: Style, canvas: TaggedCanvas, show: Callable[[str, float, float], str], width: Callable[[str], float]
) -> str:
    """The code of logo and words at the head of the page at hand; `show` sets a line, `width` measures it."""
    letterhead, page = _on(style, canvas), style.page
    if not letterhead.height:
        return ""
    top = page.height - letterhead.edge
    code = []
    if logo := letterhead.logo:
        x = page.left + (page.measure - logo.width) * _PARTS[logo.position]
        matrix = f"{logo.width:.2f} 0 0 {logo.height:.2f} {x:.2f} {top - logo.height:.2f}"
        code.append(f"q {matrix} cm /{canvas.use(logo)} Do Q")
    first = top - letterhead.words_from - letterhead.leading * _FIRST
    for number, words in enumerate(letterhead.head):
        x = page.left + max(page.measure - width(words), 0) * _PARTS[letterhead.align]
        code.append(show(words, x, first - number * letterhead.leading))
    return "\n".join(code)


def foot(
    style: Style, canvas: TaggedCanvas, show: Callable[[str, float, float], str], width: Callable[[str], float]
) -> Iterator[str]:
    """The code of each line of words at the foot of the page at hand."""
    letterhead, page = _on(style, canvas), style.page
    first = page.bottom - FOOT - letterhead.leading * _FIRST
    for number, words in enumerate(letterhead.foot):
        x = page.left + max(page.measure - width(words), 0) * _PARTS[letterhead.foot_align]
        yield show(words, x, first - number * letterhead.leading)
