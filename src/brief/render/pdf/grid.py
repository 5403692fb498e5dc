"""A grid: texts in rows and columns between rules. Tables are grids, and so are facts.

Rows are parts. A row taller than half a page is cut between its lines. The head is repeated, as an artifact, on every
page the grid goes on to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.render.pdf.columns import Measure, column_widths
from brief.render.pdf.operators import rule
from brief.render.pdf.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.part import FootNote
    from brief.render.pdf.text import Text

_LOW = 1 / 6
"""Two first or last rows that take less of a page than this are not parted: no low row stands alone on a page."""
_SHORT = 7.0  # leadings up to which a text is not broken where the columns have room for it


@dataclass(frozen=True, slots=True)
class Rule:
    """A line over the whole width."""

    colour: str
    thickness: float = 0.5


@dataclass(slots=True)
class GridRow:
    """A row of texts, the air above and below them, the rules at its upper and lower edge.

    `keep` holds it together with the next row.
    """

    cells: list[Text]
    above: float
    below: float
    upper: Rule | None = None
    lower: Rule | None = None
    keep: bool = False


@dataclass(slots=True)
class _Cut:
    """Which lines of which row a part is; `last` is None for the whole row."""

    row: int
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Lines of a cell on a page: of which row and column it is, and where they are drawn."""

    row: int
    column: int
    cell: Text
    left: float
    top: float
    first: int
    last: int


@dataclass(slots=True, eq=False)
class Grid:
    """Rows; the first `heads` of them name the columns.

    In a `paired` grid each row of names stands above a row of values, and is drawn with it, name by value.

    With `first_at_most`, a part of the width, the first column is as wide as it asks up to that, and the rest is the
    others'. A grid lower than `whole` is not parted.
    """

    rows: list[GridRow]
    shares: list[int]
    heads: int = 0
    gap: float = 12
    before: float = 4
    after: float = 10
    left: float = 0
    right: float = 0
    first_at_most: float = 0
    whole: float = 0
    paired: bool = False
    keep_next: bool = False
    places: tuple[str, ...] = ()
    parts: list[Part] = field(default_factory=list)
    _cuts: list[_Cut] = field(default_factory=list)
    _columns: list[float] = field(default_factory=list)
    _width: float = 0

    def wrap(self, width: float, full: float) -> None:
        """See Block."""
        self._width = width - self.left - self.right
        self._columns = self._column_widths(self._width - self.gap * (len(self.shares) - 1))
        self.parts, self._cuts = [], []
        for number, row in enumerate(self.rows):
            for cell, room in zip(row.cells, self._columns, strict=True):
                cell.wrap(room)
            self._cut(number, row, full / 2)
        if len(self.rows) >= self.heads + 2:
            for at in (self.heads, len(self.parts) - 2):
                if sum(part.height for part in self.parts[at : at + 2]) < _LOW * full:
                    self.parts[at].keep = True
        if sum(part.height for part in self.parts) < self.whole:
            for part in self.parts:
                part.keep = True
        self.parts[-1].keep = self.keep_next

    def _column_widths(self, room: float) -> list[float]:
        columns = list(zip(*(row.cells for row in self.rows), strict=True))
        measures = [
            _measure(column[: self.heads], column[self.heads :], share)
            for column, share in zip(columns, self.shares, strict=True)
        ]
        if not self.first_at_most:
            return column_widths(measures, room)
        first = min(measures[0].natural, room * self.first_at_most)
        return [first, *column_widths(measures[1:], room - first)]

    def _cut(self, number: int, row: GridRow, tall: float) -> None:
        height = max(cell.height for cell in row.cells) + row.above + row.below
        notes = _notes(row.cells, 0, None)
        for note in notes:
            note.text.wrap(self._width, 0)
        if number < self.heads or height + sum(note.height for note in notes) <= tall:
            self.parts.append(Part(height, notes, keep=number < self.heads or row.keep))
            self._cuts.append(_Cut(number, 0, None))
            return
        deepest = max(row.cells, key=lambda cell: cell.height)
        count = len(deepest.lines)
        for at in range(count):
            air = row.above * (at == 0) + row.below * (at == count - 1)
            keep = at in (0, count - 2)
            self.parts.append(Part(deepest.leading + air, _notes(row.cells, at, at + 1), keep=keep))
            self._cuts.append(_Cut(number, at, at + 1))

    @property
    def _head_height(self) -> float:
        return sum(part.height for part in self.parts[: self.heads])

    def again(self, first: int) -> float:
        """See Block: the head, and air where a row is cut."""
        if first < self.heads:
            return 0
        cut = self._cuts[first]
        return self._head_height + (self.rows[cut.row].above if cut.first else 0)

    def draw_again(self, canvas: TaggedCanvas, x: float, top: float, _first: int) -> None:
        """See Block."""
        y = top
        for number in range(self.heads):
            row = self.rows[number]
            for cell, at in zip(row.cells, self._starts(x), strict=True):
                cell.draw_artifact(canvas, at, y - row.above)
            y = self._draw_rules(canvas, x, y, row, self.parts[number].height)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, first: int, last: int) -> None:
        """See Block."""
        if first == 0:
            for place in self.places:
                canvas.place(place, x, top)
        at, y = first, top
        drawn: list[_Drawn] = []
        while at < last:  # all parts of one row on this page at once
            begin, height = self._cuts[at], 0.0
            end = begin.last
            while at < last and self._cuts[at].row == begin.row:
                height += self.parts[at].height
                end = self._cuts[at].last
                at += 1
            drawn += self._row(x, y, begin.row, begin.first, end)
            y = self._draw_rules(canvas, x, y, self.rows[begin.row], height)
        for each in sorted(drawn, key=_by_pairs) if self.paired else drawn:
            each.cell.draw(canvas, each.left, each.top, each.first, each.last)

    def _row(self, x: float, top: float, number: int, first: int, end: int | None) -> Iterator[_Drawn]:
        """Each cell that has lines there."""
        row = self.rows[number]
        for column, (cell, left) in enumerate(zip(row.cells, self._starts(x), strict=True)):
            last = len(cell.lines) if end is None else min(end, len(cell.lines))
            if first < last:
                yield _Drawn(number, column, cell, left, top - (0 if first else row.above), first, last)

    def _draw_rules(self, canvas: TaggedCanvas, x: float, top: float, row: GridRow, height: float) -> float:
        bottom = top - height
        edges = ((row.upper, top), (row.lower, bottom))
        lines = [rule(edge.colour, edge.thickness, x + self.left, y, self._width) for edge, y in edges if edge]
        canvas.artifact("\n".join(lines))
        return bottom

    def _starts(self, x: float) -> list[float]:
        starts, at = [], x + self.left
        for width in self._columns:
            starts.append(at)
            at += width + self.gap
        return starts


def _by_pairs(drawn: _Drawn) -> tuple[int, int, int]:
    """Where a cell is told in rows of names and values: name by value."""
    return drawn.row // 2, drawn.column, drawn.row


def _measure(heads: Sequence[Text], cells: Sequence[Text], share: int) -> Measure:
    """What a column asks for: a short text, a date or a name, in one line, and so its head."""
    told, named = ([(cell.natural, cell.leading) for cell in texts] for texts in (cells, heads))
    natural = max(width for width, _ in (*told, *named))
    narrowest = max(cell.narrowest for cell in (*heads, *cells))
    short, head = (
        max((width for width, leading in texts if width <= _SHORT * leading), default=0) for texts in (told, named)
    )
    return Measure(narrowest, natural, share, short, head)


def _notes(cells: list[Text], first: int, last: int | None) -> tuple[FootNote, ...]:
    return tuple(note for cell in cells for line in cell.lines[first:last] for note in line.notes)
