"""What stands on every page around the text: running lines, rules, the marking. All of it is an artifact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.letterhead import foot, head, room
from brief.render.pdf.operators import box, components, rule
from brief.render.pdf.run import Run
from brief.style import Label

if TYPE_CHECKING:
    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.typecase import Typecase
    from brief.style import Style, TextStyle
    from brief.tree import Document

_ABOVE, _BELOW = 25.0, 23.0  # from the text to the rules at head and foot
_HEAD_LINE, _FOOT_LINE = 6.5, 14.0  # from a rule to the baseline above or below it
_BESIDE = 14.0  # between marking and page number
_INSET, _DEPTH, _HEIGHT = 5.0, 3.2, 1.25  # of the marking's box: beside, below, and in sizes above the words
_ELLIPSIS = "…"
_KIND = "/Type/Pagination/Subtype/{}"


@dataclass(frozen=True, slots=True)
class Chrome:
    """Draws the running lines of one document."""

    document: Document
    style: Style
    typecase: Typecase

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw those of the page at hand."""
        self._draw_head(canvas)
        self._draw_foot(canvas)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        page, hairline = self.style.page, self.style.colours.hairline
        first = canvas.page_number == 1
        edge = page.height - page.top + _ABOVE - (room(self.style) if first else 0)
        base = edge + _HEAD_LINE
        code, right = self._marking(page.width - page.right, base)
        running = self.document.running
        if not first:
            code += "\n" + rule(hairline, 0.5, page.left, edge, page.measure)
            code += "\n" + self._line(running.full_head, page.left, base, right - _BESIDE)
        elif running.draft:
            code += "\n" + self._line(running.draft, page.left, base, right - _BESIDE)
        code += "\n" + head(self.style, canvas, self._show, self._width)
        canvas.artifact(code.strip(), _KIND.format("Header"))

    def _draw_foot(self, canvas: TaggedCanvas) -> None:
        page, running = self.style.page, self.document.running
        edge = page.bottom - _BELOW
        base = edge - _FOOT_LINE
        marking, right = self._marking(page.width - page.right, base)
        if self.document.marking:
            right -= _BESIDE
        number = canvas.page_number

        def numbered() -> str:
            """The page of pages, flush right; both numbers are known at the end."""
            text = running.page.replace("{pages}", str(canvas.page_count)).replace("{page}", str(number))
            return self._line(text, right - self._width(text), base, right)

        room = right - self._width(running.page) - _BESIDE
        code = (
            rule(self.style.colours.hairline, 0.5, page.left, edge, page.measure),
            self._line(running.foot, page.left, base, room),
            canvas.late(numbered) if running.page else "",
            marking,
            *foot(self.style, canvas, self._show, self._width),
        )
        canvas.artifact("\n".join(part for part in code if part), _KIND.format("Footer"))

    def _show(self, text: str, x: float, base: float) -> str:
        """A line of the letterhead, cut at the right margin."""
        return self._line(text, x, base, self.style.page.width - self.style.page.right)

    def _width(self, text: str) -> float:
        return sum(run.width(run.text) for run in self._runs(text, self.style.texts.running))

    def _runs(self, text: str, style: TextStyle) -> list[Run]:
        font = self.typecase.font(style)
        return [Run(words, chosen, style.size, style.colour) for chosen, words in self.typecase.spans(text, font)]

    def _line(self, text: str, x: float, base: float, right: float) -> str:
        """Words from x on, cut where they would go beyond `right`."""
        if x + self._width(text) > right + 0.5:
            while text and x + self._width(text + _ELLIPSIS) > right:
                text = text[:-1]
            text = text.rstrip() + _ELLIPSIS
        return _show(self._runs(text, self.style.texts.running), x, base) if text else ""

    def _marking(self, right: float, base: float) -> tuple[str, float]:
        """The marking in its box, and where the box begins. One that the style does not know is boxed, not filled."""
        marking, colours = self.document.marking, self.style.colours
        if not marking:
            return "", right
        label = self.style.scheme.label(marking) or Label(text=colours.structure, fill="")
        face = self.style.texts.running
        font = self.typecase.font(face, bold=True)
        runs = [Run(words, chosen, label.size, label.text) for chosen, words in self.typecase.spans(marking, font)]
        width = sum(run.width(run.text) for run in runs) + 2 * _INSET
        left, height = right - width, label.size * _HEIGHT
        if label.fill:
            frame = box(label.fill, left, base - _DEPTH, width, height)
        else:
            frame = (
                f"q {components(label.text)} RG 0.9 w {left:.2f} {base - _DEPTH:.2f} {width:.2f} {height:.2f} re S Q"
            )
        return f"{frame}\n{_show(runs, left + _INSET, base + 0.6)}", left


def _show(runs: list[Run], x: float, base: float) -> str:
    code = [f"q BT {x:.2f} {base:.2f} Td"]
    code += [f"/{run.font.name} {run.size:g} Tf {components(run.colour)} rg {run.shown(run.text)}" for run in runs]
    return " ".join([*code, "ET Q"])
