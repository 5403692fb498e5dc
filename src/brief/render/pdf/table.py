"""A table: caption, rules, head that is repeated, cells (ISO 14289-1, 7.5: header cells say what they are head of)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.pdf.grid import Grid, GridRow, Rule
from brief.render.pdf.operators import literal
from brief.render.pdf.structure import Element
from brief.tree import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.render.pdf.part import Block
    from brief.render.pdf.setting import Setting
    from brief.render.pdf.text import Text
    from brief.tree import Cell, Row, Table


def table_blocks(table: Table, setting: Setting) -> Iterator[Block]:
    """Caption and grid; the caption stays with the head, the head with the first row."""
    summary = f"/O/Table/Summary{literal(table.description)}" if table.description else ""
    element = Element("Table", setting.parent, summary)
    under = setting.under(element)
    places = (table.id,) if table.id else ()
    if table.caption:
        caption = under.text("Caption", table.caption, setting.style.texts.caption)
        caption.keep_next = True
        caption.places = places
        yield caption
    if table.children:
        grid = _grid(table, under)
        grid.places = () if table.caption else places
        yield grid


def row_places(table: Table) -> tuple[str, ...]:
    """What the rows of a table are called where it is asked on which page each begins; nothing if it has no id."""
    return tuple(f"{table.id}/{number}" for number in range(len(table.children))) if table.id else ()


def _grid(table: Table, setting: Setting) -> Grid:
    count = max(len(table.columns), *(len(row.children) for row in table.children))
    columns = [*table.columns, *(Column() for _ in range(count - len(table.columns)))]
    rows = [_row(row, columns, setting) for row in table.children]
    for name, made in zip(row_places(table), rows, strict=False):
        made.cells[0].places = (name,)
    heads = next((number for number, row in enumerate(table.children) if not row.head), len(rows))
    colours = setting.style.colours
    strong = Rule(colours.structure, 0.9)
    for row, made in zip(table.children, rows, strict=True):
        made.lower = strong if row.head else Rule(colours.hairline)
    rows[0].upper = strong
    return Grid(
        rows,
        [column.share for column in columns],
        heads=heads if heads < len(rows) else 0,
        left=setting.left,
        right=setting.right,
    )


def _row(row: Row, columns: list[Column], setting: Setting) -> GridRow:
    element = Element("TR", setting.parent)
    cells = [_cell(cell, column, row, element, setting) for cell, column in zip(row.children, columns, strict=False)]
    cells += [setting.cell((), setting.style.texts.table, Element("TD", element)) for _ in columns[len(cells) :]]
    style = setting.style.texts.table_head if row.head else setting.style.texts.table
    return GridRow(cells, style.before, style.after)


def _cell(cell: Cell, column: Column, row: Row, parent: Element, setting: Setting) -> Text:
    texts = setting.style.texts
    if row.head:
        element = Element("TH", parent, "/O/Table/Scope/Column")
    elif cell.header:
        element = Element("TH", parent, "/O/Table/Scope/Row")
    else:
        element = Element("TD", parent)
    return setting.cell(cell.children, texts.table_head if row.head else texts.table, element, column.align)
