"""Tables of WordprocessingML: the element, its rows and cells; who looks for rules finds them in the table styles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.render.docx.escape import escape
from brief.render.docx.units import twips

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Square:
    """A cell: paragraphs (one at least, or Word calls the file corrupt), columns it spans, rules of its own."""

    paragraphs: str
    span: int = 1
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row; a `repeated` one stands again on top of every page the table goes on."""

    squares: tuple[Square, ...]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of fixed widths, in points. `name` and `description` are what those hear who do not see it."""

    style: str
    widths: Sequence[float]
    lines: tuple[Line, ...]
    name: str
    description: str = ""
    indent: float = 0
    head: bool = False
    row_names: bool = False

    def xml(self) -> str:
        """`w:tbl` (ECMA-376 Part 1, 17.4.37)."""
        ends = [0, *(twips(sum(self.widths[: n + 1])) for n in range(len(self.widths)))]
        columns = [after - before for before, after in pairwise(ends)]
        grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
        rows = "".join(_row(line, columns) for line in self.lines)
        return f"<w:tbl>{self._properties(ends[-1])}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _properties(self, width: int) -> str:
        look = 0x0700 | 0x0020 * self.head | 0x0080 * self.row_names
        indent = f'<w:tblInd w:w="{twips(self.indent)}" w:type="dxa"/>' if self.indent else ""
        description = f'<w:tblDescription w:val="{escape(self.description)}"/>' if self.description else ""
        return (
            f'<w:tblPr><w:tblStyle w:val="{self.style}"/><w:tblW w:w="{width}" w:type="dxa"/>{indent}'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="{int(self.head)}" w:lastRow="0" '
            f'w:firstColumn="{int(self.row_names)}" w:lastColumn="1" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(self.name)}"/>{description}</w:tblPr>'
        )


def _row(line: Line, columns: Sequence[int]) -> str:
    repeated = "<w:tblHeader/>" if line.repeated else ""
    cells, column = [], 0
    for square in line.squares:
        width = sum(columns[column : column + square.span])
        column += square.span
        span = f'<w:gridSpan w:val="{square.span}"/>' if square.span > 1 else ""
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{square.rules}</w:tcPr>'
        cells.append(f"<w:tc>{properties}{square.paragraphs}</w:tc>")
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"
