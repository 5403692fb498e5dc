"""Tables of the tree: rows under one head, columns as wide as their content asks."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from brief.render.docx.columns import Need, need, shared
from brief.render.docx.flow import Block, Para
from brief.render.docx.grid import Grid, Line, Square
from brief.render.docx.measure import face_of
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import runs
from brief.render.docx.table_styles import GUTTER, head_rules
from brief.tree import Badge, Cell, Column, NoteRef
from brief.walk import inline_text, inlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.render.docx.flow import Piece
    from brief.render.docx.story import Story
    from brief.tree import Row, Table


def table(block: Table, story: Story, indent: float) -> Iterator[Piece]:
    """A caption above, where there is one, and the table; without a cell there is no table."""
    bookmarks = story.manuscript.bookmarks
    if block.caption:
        yield Para(Layout(style="Caption"), bookmarks.around(block.id, runs(block.caption, story)))
    rows = [row for row in block.children if row.children]
    if not rows:
        return
    heads = len(list(takewhile(lambda row: row.head, rows)))
    columns = _columns(block, rows)
    lines = []
    for number, row in enumerate(rows):
        kept = len(rows) - heads > 1 and number == len(rows) - 2  # no last row alone on a page
        words = [runs(cell.children, story) for cell in _filled(row, columns)]
        if not number:
            words[0] = bookmarks.around(block.id, words[0])
        squares = [
            paragraph(_layout(row, column, keep=kept), said) for column, said in zip(columns, words, strict=True)
        ]
        rules = head_rules(story.manuscript.style) if row.head and number else ""
        lines.append(
            Line(tuple(Square(square, rules=rules) for square in squares), repeated=number < heads < len(rows))
        )
    yield Block(
        "table",
        Grid(
            "BriefTable",
            _widths(rows, columns, story, indent),
            tuple(lines),
            inline_text(block.caption) or block.description or _named(rows[0]),
            block.description,
            indent,
            head=heads > 0,
            row_names=any(row.children[0].header for row in rows),
        ).xml(),
    )


def _columns(block: Table, rows: Sequence[Row]) -> list[Column]:
    """As many columns as the widest row has cells."""
    missing = max(len(row.children) for row in rows) - len(block.columns)
    return [*block.columns, *(Column() for _ in range(missing))]


def _filled(row: Row, columns: Sequence[Column]) -> list[Cell]:
    return [*row.children, *(Cell(()) for _ in range(len(columns) - len(row.children)))]


def _layout(row: Row, column: Column, *, keep: bool) -> Layout:
    name = "TableHead" if row.head else "TableText"
    return Layout(style=f"{name}Right" if column.align == "right" else name, keep_next=keep or None)


def _named(row: Row) -> str:
    return ", ".join(inline_text(cell.children) for cell in row.children)


def _widths(rows: Sequence[Row], columns: Sequence[Column], story: Story, indent: float) -> list[float]:
    style = story.manuscript.style
    table, head = style.texts.table, style.texts.table_head
    needs = []
    for cells in zip(*(_filled(row, columns) for row in rows), strict=True):
        texts = [inline_text(cell.children) for cell in cells]
        named = [text for text, row in zip(texts, rows, strict=True) if row.head]
        told = [text for text, row in zip(texts, rows, strict=True) if not row.head]
        heads = need(named, face_of(head, style), head.size)
        words = need(told, face_of(table, style), table.size)
        marks = table.size * max(map(_marks, cells))
        least, best, short, _, wide = (asked and asked + marks for asked in words)
        named_wide = max(heads.wide, wide)
        needs.append(Need(max(heads.least, least), max(heads.best, best), short, heads.short, named_wide))
    return shared(needs, [column.share for column in columns], style.page.measure - indent, GUTTER)


def _marks(cell: Cell) -> float:
    """Ems taken by dots and by marks of notes."""
    kinds = [type(child) for child in inlines(cell.children)]
    return 0.95 * (Badge in kinds) + 0.45 * kinds.count(NoteRef)
