"""How problems and results are told at a terminal."""

from __future__ import annotations

import csv
import io
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.files import as_typed, read_bytes, write_whole
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.place import Place

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
           "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""What a cell begins with that spreadsheets take for a formula (OWASP, CSV Injection)."""

COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def tell(problems: Iterable[Problem]) -> None:
    """Print each problem to stderr: place, message, the line itself with a mark under the column, and the hint."""
    for problem in problems:
        where = click.style(f"{problem.place}: ", bold=True) if problem.place else ""
        what = click.style(f"{problem.severity}[{problem.code}]", fg=COLOURS[problem.severity], bold=True)
        click.echo(f"{where}{what}: {problem.message}", err=True)
        if problem.place:
            _show_line(problem.place)
        if problem.hint:
            click.echo(f"  hint: {problem.hint}", err=True)


def _show_line(place: Place) -> None:
    lines = _lines(Path(place.file).absolute())
    if not 1 <= place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", " ")
    start = max(0, place.column - 60)
    shown = "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in line[start : start + 110])
    before = width(shown[: place.column - 1 - start])
    gutter = f"{place.line:5} | "
    click.echo(f"{gutter}{shown}", err=True)
    click.echo(f"{' ' * (len(gutter) - 2)}| {' ' * before}^", err=True)


@cache
def _lines(file: Path) -> list[str]:
    try:
        text = read_bytes(file).decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: `1 error, 2 warnings`."""
    severities = [problem.severity for problem in problems]
    counts = [counted(severities.count(each), each) for each in COLOURS if each in severities]
    return ", ".join(counts) or "0 problems"


def size(count: int) -> str:
    """Bytes as people read them, in thousands: `143 kB`."""
    return f"{count} bytes" if count < 1000 else f"{round(count / 1000)} kB"


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows in columns as wide as their widest cell; the last column is not padded."""
    every = list(rows)
    widths = [max(width(cell) for cell in column) for column in zip(*every, strict=True)]
    for row in every:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row[:-1], widths[:-1], strict=True)]
        click.echo("  ".join([*cells, row[-1]]))


def width(text: str) -> int:
    """How many cells of a terminal a text takes: Hangul and Chinese characters take two each."""
    if text.isascii():
        return len(text)
    import wcwidth  # noqa: PLC0415 - it takes a third of the time of a short run, and few lines need it

    return max(wcwidth.width(text), 0)


def spreadsheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as CSV below a line of names; what spreadsheets would take for a formula begins with an apostrophe.

    In a file it begins with a byte order mark, without which Excel does not take it for UTF-8.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    hand_over(out.getvalue(), mark="\N{BYTE ORDER MARK}")


def hand_over(text: str, *, mark: str = "") -> None:
    """Print a text for programs: in UTF-8 (RFC 8259, 8.1) behind `mark`, but at a terminal as that can show it."""
    click.echo(text if sys.stdout.isatty() else f"{mark}{text}".encode(), nl=False)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def write(files: Mapping[Path, bytes]) -> None:
    """Write files, all or none, and print the name of each."""
    write_whole(files)
    for path in files:
        click.echo(as_typed(path))


def already(path: Path) -> Problem:
    """What is told of a file or folder that nothing is written over."""
    return Problem("exists", f"{as_typed(path)} is there already; it stays as it is")
