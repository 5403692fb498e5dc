"""Facts: names and values, as lists whose labels are the names; the header block of page 1 stands four to a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brief.render.pdf.grid import Grid, GridRow, Rule
from brief.render.pdf.structure import Element

if TYPE_CHECKING:
    from brief.render.pdf.setting import Setting
    from brief.render.pdf.text import Text
    from brief.style import TextStyle
    from brief.tree import Fact, Facts

_ACROSS = 4
_FIRST_AT_MOST = 0.3
_WHOLE = 100.0  # points: six lines or so, which stay on one page


def facts_grid(facts: Facts, setting: Setting) -> Grid:
    """The facts as a grid."""
    element = Element("L", setting.parent, "/O/List/ListNumbering/None")
    under = setting.under(element)
    texts = setting.style.texts
    match facts.kind:
        case "header":
            pairs = [_pair(fact, under, texts.header_term, texts.header) for fact in facts.children]
            return _header(pairs, setting)
        case "list" | "abbreviations":
            pairs = [_pair(fact, under, texts.fact_term, texts.fact) for fact in facts.children]
            return _list(pairs, setting)
        case _:
            assert_never(facts.kind)


def _pair(fact: Fact, setting: Setting, term: TextStyle, value: TextStyle) -> tuple[Text, Text]:
    item = Element("LI", setting.parent)
    name = setting.cell(fact.term, term, Element("Lbl", item))
    return name, setting.cell(fact.children, value, Element("LBody", item))


def _header(pairs: list[tuple[Text, Text]], setting: Setting) -> Grid:
    """Names above values under a strong rule, a hairline below each row of them."""
    colours, texts = setting.style.colours, setting.style.texts
    across = min(_ACROSS, len(pairs))
    rows = []
    for at in range(0, len(pairs), across):
        row = pairs[at : at + across]
        missing = across - len(row)
        names = [name for name, _ in row] + [setting.cell((), texts.header_term, None) for _ in range(missing)]
        values = [value for _, value in row] + [setting.cell((), texts.header, None) for _ in range(missing)]
        rows.append(GridRow(names, texts.header_term.before, texts.header_term.after, keep=True))
        rows.append(GridRow(values, texts.header.before, texts.header.after, lower=Rule(colours.hairline), keep=True))
    rows[0].upper = Rule(colours.structure, 0.9)
    rows[-1].keep = False
    return Grid(rows, [0] * across, before=8, after=14, left=setting.left, right=setting.right, paired=True)


def _list(pairs: list[tuple[Text, Text]], setting: Setting) -> Grid:
    """Names left of values, a hairline below each."""
    hairline = Rule(setting.style.colours.hairline)
    style = setting.style.texts.fact
    rows = [GridRow([name, value], style.before, style.after, lower=hairline) for name, value in pairs]
    grid = Grid(rows, [0, 0], before=2, after=10, left=setting.left, right=setting.right, first_at_most=_FIRST_AT_MOST)
    grid.whole = _WHOLE
    return grid
