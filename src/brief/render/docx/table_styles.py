"""Word table styles: rules and room of tables and facts, kept in one place instead of in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.render.docx.paragraph import colour
from brief.render.docx.units import eighths, twips

if TYPE_CHECKING:
    from brief.style import Style

RULE = 0.9
HAIRLINE = 0.5
GUTTER = 12.0
"""Points between the words of a column and the next column."""


class _Edge(NamedTuple):
    side: str
    width: float
    colour: str

    def xml(self) -> str:
        width = eighths(self.width)
        return f'<w:{self.side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour(self.colour)}"/>'


_LAST = (
    '<w:tblStylePr w:type="lastCol"><w:tcPr><w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr></w:tblStylePr>'
)


def _borders(element: str, *edges: _Edge) -> str:
    return f"<w:{element}>{''.join(edge.xml() for edge in edges)}</w:{element}>"


def _style(name: str, borders: str, conditions: str = "") -> str:
    margins = (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{twips(GUTTER)}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}{margins}</w:tblPr>{conditions}{_LAST}</w:style>'
    )


def table_styles(style: Style) -> str:
    """The table of a brief, its header block, and its lists of facts, over Word's own plain table."""
    navy, hair = style.colours.structure, style.colours.hairline
    rows = (_Edge("bottom", HAIRLINE, hair), _Edge("insideH", HAIRLINE, hair))
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head_rules(style)}</w:tcPr></w:tblStylePr>'
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    table = _borders("tblBorders", _Edge("top", RULE, navy), *rows)
    header = _borders("tblBorders", _Edge("top", RULE, navy), *rows)
    facts = _borders("tblBorders", *rows)
    return plain + _style("Brief Table", table, head) + _style("Brief Header", header) + _style("Brief Facts", facts)


def head_rules(style: Style) -> str:
    """The rules above and below the row that names the columns."""
    navy = style.colours.structure
    return _borders("tcBorders", _Edge("top", RULE, navy), _Edge("bottom", RULE, navy))
