"""A text: a paragraph, heading, list item, cell or note, as lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brief.render.pdf.line import lines_of, natural, widest, words_of
from brief.render.pdf.operators import leader
from brief.render.pdf.part import Part
from brief.render.pdf.pen import Pen

if TYPE_CHECKING:
    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.line import Line, Word
    from brief.render.pdf.run import Run
    from brief.render.pdf.structure import Element

WIDOWS = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


@dataclass(slots=True)
class Tail:
    """What ends a line of the contents: dots, and the number of the page where `place` is, written as `run`."""

    run: Run
    place: str
    dots: str
    room: float = 36


@dataclass(slots=True, eq=False)
class Text:
    """Runs set in lines `leading` apart. `rise` is how far the baseline lies below the middle of a line.

    `below` is air that belongs to the last line, `left` and `right` are indents. `label` hangs in the left indent,
    `label_x` from the frame's edge. `places` name the spot where it begins; `title` and `level` are its line of the
    outline.
    """

    runs: list[Run]
    element: Element | None
    leading: float
    rise: float = 3
    before: float = 0
    after: float = 0
    below: float = 0
    left: float = 0
    right: float = 0
    align: Literal["left", "right"] = "left"
    keep_next: bool = False
    label: list[Run] = field(default_factory=list)
    label_element: Element | None = None
    label_x: float = 0
    places: tuple[str, ...] = ()
    title: str = ""
    level: int = 0
    tail: Tail | None = None
    parts: list[Part] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    _words: list[Word] | None = None
    _width: float = -1

    @property
    def words(self) -> list[Word]:
        """Its words, kept until they are in lines."""
        if self._words is None:
            self._words = words_of(self.runs)
        return self._words

    @property
    def narrowest(self) -> float:
        """The width below which a word would be cut."""
        return widest(self.words)

    @property
    def natural(self) -> float:
        """The width at which it needs no more lines than it asks for."""
        return natural(self.words)

    @property
    def height(self) -> float:
        """Height of all its lines."""
        return self.leading * len(self.lines) + self.below

    def wrap(self, width: float, _full: float = 0) -> None:
        """See Block. No page ends within a word."""
        if width == self._width:
            return
        self._width = width
        room = width - self.left - self.right - (self.tail.room if self.tail else 0)
        self.lines = lines_of(self.words, max(room, 1))
        self._words = None  # few texts are wrapped again
        last = len(self.lines) - 1
        self.parts = [
            Part(self.leading, line.notes, keep=number < WIDOWS - 1 or last - WIDOWS < number < last or line.cuts)
            for number, line in enumerate(self.lines)
        ]
        self.parts[-1].keep = self.keep_next
        self.parts[-1].height += self.below

    def again(self, _first: int) -> float:
        """See Block: nothing of a text is repeated."""
        return 0

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, first: int) -> None:
        """See Block."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int) -> None:
        """See Block."""
        self._draw(canvas, x, top, first, last, self.element)

    def draw_artifact(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it whole, as an artifact."""
        self._draw(canvas, x, top, 0, len(self.lines), None)

    def _draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int, element: Element | None) -> None:
        base = top - self.leading / 2 - self.rise
        if element and first == 0:
            self._begin(canvas, x, top)
        if self.label and first == 0 and element:
            pen = Pen(canvas, self.label_element)
            pen.move(x + self.label_x, base)
            pen.write([(run, run.text) for run in self.label])
            pen.end()
        pen = Pen(canvas, element)
        for number, line in enumerate(self.lines[first:last]):
            shift = self._width - self.left - self.right - line.width if self.align == "right" else 0
            pen.move(x + self.left + shift, base - number * self.leading)
            pen.write(line.segments)
        if self.tail and last == len(self.lines):
            self._end(canvas, pen, x, base - (last - 1 - first) * self.leading, self.tail)
        pen.end()

    def _begin(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for place in self.places:
            canvas.place(place, x, top)
        if self.title:
            canvas.bookmark(self.title, self.level, x, top)

    def _end(self, canvas: TaggedCanvas, pen: Pen, x: float, base: float, tail: Tail) -> None:
        right = x + self._width - self.right
        start = x + self.left + self.lines[-1].width + 6
        pen.page_number(tail.run, tail.place, right)
        canvas.artifact(leader(tail.dots, start, base, right - 20))
