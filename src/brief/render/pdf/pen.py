"""The pen: writes segments of runs as text operators, each inside the mark of its element, and lays links over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.pdf.operators import components, disc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.font import Font
    from brief.render.pdf.run import Run, Segment
    from brief.render.pdf.structure import Element

_DEPTH, _HEIGHT = 0.25, 0.8  # of a link below and above the baseline, in sizes


class Pen:
    """A text object in the making. Without an `element`, what it writes is one artifact."""

    def __init__(self, canvas: TaggedCanvas, element: Element | None) -> None:
        self._canvas, self._element = canvas, element
        self._code = ["q BT"]
        self._discs: list[str] = []
        self._x = self._y = 0.0  # where the last move led
        self._font: Font | None = None
        self._size = 0.0
        self._colour = ""
        self._rise = self._tracking = self._stroke = 0.0
        self._run: Run | None = None
        self._open: Element | None = None

    def move(self, x: float, y: float) -> None:
        """Begin to write at x on the baseline y."""
        self._code.append(f"{x - self._x:.2f} {y - self._y:.2f} Td")
        self._x, self._y = x, y

    def write(self, segments: Sequence[Segment]) -> None:
        """Write segments, one behind the other, from where the pen was moved to."""
        code, element = self._code, self._element
        x, first = self._x, 0  # where segment `first` begins: worked out only for those that need to know
        for at, (run, text) in enumerate(segments):
            leads = element and (run.link or run.anchor)
            if leads or run.dot:
                for passed, said in segments[first:at]:
                    x += passed.width(said)
                first = at
            if run.dot:
                self._dot(run, x)
                x, first = self._x, at + 1
                continue
            if run is not self._run:
                self._turn_to(run)
            code.append(run.shown(text))
            if leads:
                self._lead(run, text, x)

    def _lead(self, run: Run, text: str, x: float) -> None:
        """Make words that begin at x the place of their name, and lay their link over them."""
        base, size = self._y + run.rise, run.size
        if run.anchor:
            self._canvas.place(run.anchor, x, base + size)
        if run.link:
            right = x + run.width(text.rstrip(" "))
            if right > x:
                self._canvas.link(run.link, x, base - _DEPTH * size, right, base + _HEIGHT * size)

    def page_number(self, run: Run, place: str, right: float) -> None:
        """Write, when it is known, the number of the page where `place` is, so that it ends at `right`."""
        canvas, start, base = self._canvas, self._x, self._y
        self._turn_to(run)

        def make() -> str:
            text = str(canvas.where(place)[0])
            x = right - run.width(text)
            return f"{x - start:.2f} 0 Td {run.shown(text)} {start - x:.2f} 0 Td"

        self._code.append(canvas.late(make))
        if self._element and run.link:
            canvas.link(run.link, right - 2 * run.size, base - _DEPTH * run.size, right, base + _HEIGHT * run.size)

    def end(self) -> None:
        """Put what was written on the page."""
        if self._open is not None:
            self._code.append("EMC")
        self._code.append("ET Q")
        code = "\n".join(self._code)
        self._canvas.artifact("\n".join(self._discs))
        if self._element:
            self._canvas.draw(code)
        else:
            self._canvas.artifact(code)

    def _turn_to(self, run: Run) -> None:
        """Open the mark of the run's element, and write as it is set."""
        self._run = run
        element = self._element and (run.element or self._element)
        if element is not self._open:
            if self._open is not None:
                self._code.append("EMC")
            self._open = element
            if element is not None:
                self._code.append(self._canvas.begin(element))
        self._set_state(run)

    def _dot(self, run: Run, x: float) -> None:
        radius = run.size * 0.26
        self._discs.append(disc(run.dot, x + radius, self._y + run.size * 0.25, radius))
        self.move(x + run.width(""), self._y)

    def _set_state(self, run: Run) -> None:
        code = self._code
        if run.font is not self._font or run.size != self._size:
            self._font, self._size = run.font, run.size
            code.append(f"/{run.font.name} {run.size:g} Tf")
        if run.colour != self._colour:
            self._colour = run.colour
            colour = components(run.colour)
            code.append(f"{colour} rg {colour} RG")
        if run.rise != self._rise:
            self._rise = run.rise
            code.append(f"{run.rise:.2f} Ts")
        if run.tracking != self._tracking:
            self._tracking = run.tracking
            code.append(f"{run.tracking:g} Tc")
        if run.stroke != self._stroke:
            self._stroke = run.stroke
            code.append(f"2 Tr {run.stroke:.3f} w" if run.stroke else "0 Tr")
