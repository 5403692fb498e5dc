"""Names and values: the header block of a brief, lists of facts, abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.columns import Need, need, shared
from brief.render.docx.flow import Block
from brief.render.docx.grid import Grid, Line, Square
from brief.render.docx.measure import face_of
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import runs
from brief.render.docx.table_styles import GUTTER
from brief.tree import Break
from brief.walk import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.docx.flow import Piece
    from brief.render.docx.story import Story
    from brief.style import Style, TextStyle
    from brief.tree import Fact, Facts, Inline

_ACROSS = 4
_WIDEST_TERM = 0.3  # of the measure
_WHOLE = 6  # lines of facts that stay on one page


def facts(block: Facts, story: Story, indent: float) -> Iterator[Piece]:
    """The header block goes four across, each term above its value; the others go line by line."""
    if block.children:
        grid = _header(block, story, indent) if block.kind == "header" else _list(block, story, indent)
        yield Block("table", grid.xml())


def _header(block: Facts, story: Story, indent: float) -> Grid:
    across = min(_ACROSS, len(block.children))
    style = story.manuscript.style
    needs = []
    for start in range(across):
        column = block.children[start::across]
        terms = _need((f.term for f in column), style.texts.header_term, style)
        values = _need((f.children for f in column), style.texts.header, style)
        needs.append(Need(*map(max, zip(terms, values, strict=True))))
    widths = shared(needs, [0] * across, style.page.measure - indent, GUTTER)
    lines = []
    for start in range(0, len(block.children), across):
        row = block.children[start : start + across]
        spans = (*(1 for _ in row[1:]), across - len(row) + 1)  # the last takes what is left of the row
        lines.append(Line(tuple(Square(_above(f, story), span) for f, span in zip(row, spans, strict=True))))
    return Grid("BriefHeader", widths, tuple(lines), _named(block), indent=indent)


def _above(fact: Fact, story: Story) -> str:
    term = paragraph(Layout(style="HeaderTerm", keep_next=True), runs(fact.term, story))
    return term + paragraph(Layout(style="HeaderValue"), runs(fact.children, story))


def _list(block: Facts, story: Story, indent: float) -> Grid:
    style = story.manuscript.style
    measure = style.page.measure - indent
    asked = _need((fact.term for fact in block.children), style.texts.fact_term, style)
    term = min(measure * _WIDEST_TERM, max(asked.best, asked.wide) + GUTTER)
    last = len(block.children) - 1
    whole = sum(map(_lines, block.children)) <= _WHOLE
    lines = tuple(
        # neither the first line nor the last stands alone on a page
        _line(fact, story, keep=number < last if whole else last > 1 and number in (0, last - 1))
        for number, fact in enumerate(block.children)
    )
    return Grid("BriefFacts", (term, measure - term), lines, _named(block), indent=indent, row_names=True)


def _lines(fact: Fact) -> int:
    """The lines that its author gave it."""
    return 1 + sum(isinstance(child, Break) for child in fact.children)


def _need(words: Iterable[Iterable[Inline]], text: TextStyle, style: Style) -> Need:
    return need((inline_text(said) for said in words), face_of(text, style), text.size)


def _line(fact: Fact, story: Story, *, keep: bool) -> Line:
    held = keep or None
    return Line(
        (
            Square(paragraph(Layout(style="FactTerm", keep_next=held), runs(fact.term, story))),
            Square(paragraph(Layout(style="FactValue", keep_next=held), runs(fact.children, story))),
        )
    )


def _named(block: Facts) -> str:
    return ", ".join(inline_text(fact.term) for fact in block.children)
