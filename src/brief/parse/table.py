"""Tables: a head, a line of dashes that says how the columns stand, and rows as long as the head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.parse.inline import read_inlines
from brief.tree import Cell, Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.parse.branch import Branch
    from brief.parse.manuscript import Manuscript
    from brief.walk import Phrase

BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
DASHES = re.compile(r"[>\s]*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")


def read_table(script: Manuscript, branch: Branch, caption: Phrase = ()) -> Table:
    """The table. Its cells are counted in the manuscript's lines: the reader of Markdown drops those too many."""
    parts = {part.kind: part.children for part in branch.children}
    (head,) = parts["thead"]
    columns = _columns(script, branch)
    body = [_row(script, row, len(columns)) for row in parts.get("tbody", ())]
    names = Row(tuple(_cells(script, head, header=False)), head=True)
    return Table((names, *body), columns, caption)


def _columns(script: Manuscript, branch: Branch) -> tuple[Column, ...]:
    line = branch.line + 1
    runs = [run.strip() for run in _split(script.lines[line])]
    if any(run.startswith(":") and run.endswith(":") for run in runs):
        script.report(line, "table", "a column stands left (---) or right (---:), not in the middle")
    shares = [run.count("-") for run in runs]
    if len(set(shares)) == 1:
        shares = [0] * len(runs)
    return tuple(Column(share, "right" if r.endswith(":") else "left") for share, r in zip(shares, runs, strict=True))


def _row(script: Manuscript, row: Branch, width: int) -> Row:
    said = len(_split(script.lines[row.line]))
    if said != width:
        message = f"this row has {said} cell{'s'[: said != 1]}, the head of its table has {width}"
        script.report(row.line, "table", message, "a '|' stands between cells; '\\|' prints one")
    return Row(tuple(_cells(script, row, header=True)))


def _cells(script: Manuscript, row: Branch, *, header: bool) -> Iterator[Cell]:
    for n, cell in enumerate(row.children):
        yield Cell(read_inlines(script, cell.words, row.line), header=header and n == 0)


def _split(line: str) -> list[str]:
    """The cells of a line of a table, inside quotations too."""
    cells = BETWEEN_CELLS.split(line.lstrip("> \t").strip())
    first, last = int(cells[0] == ""), len(cells) - (cells[-1] == "" and len(cells) > 1)
    return cells[first:last]


def look_for_rows(script: Manuscript, words: str, line: int) -> None:
    """Report rows of a table that were read as a paragraph, because no head and no line of dashes fit them."""
    lines = words.split("\n")
    rows = [n for n, said in enumerate(lines) if said.startswith("|")]
    if not rows:
        return
    first = rows[0]
    if DASHES.fullmatch(lines[first]):
        message, hint = "a table has no head", "the line above its dashes names the columns: | What | Who |"
    elif first + 1 < len(lines) and DASHES.fullmatch(lines[first + 1]):
        head, dashes = len(_split(lines[first])), len(_split(lines[first + 1]))
        message = f"the head of a table has {head} cells, the line of dashes below it {dashes}"
        hint = "each column has a name and its dashes"
    else:
        message = "rows stand here without the head of a table"
        hint = "a head and a line of dashes (|---|---|) come first, and no blank line within"
    script.report(line + first, "table", message, hint)
