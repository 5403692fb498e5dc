"""How follow-ups are printed: a table for people, CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from brief.cli.columns import columns
from brief.cli.report import counted, hand_over, spreadsheet
from brief.event import days_since, is_overdue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.event import Day, Party, Standing, Update

WIDTH = 100
"""Columns of a table that does not go to a terminal."""

ROOM_FOR_WORDS = 140
"""Columns from which on the table has room for what happened last."""

HEADS = ("What", "Who \N{RIGHTWARDS ARROW} with whom", "Status", "Opened", "Last change", "Days", "Due")
WIDE_HEADS = ("What happened", "Id")


def print_table(chosen: Sequence[Standing], as_of: Day | None, *, reason: str = "") -> None:
    """A table as wide as the terminal, below a line that tells the date and why it holds."""
    width = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
    if as_of is None:
        click.echo("the ledger is empty")
        return
    still, late = sum(one.is_open for one in chosen), sum(is_overdue(one, as_of) for one in chosen)
    click.echo(f"As of {as_of}{reason}: {counted(len(chosen), 'follow-up')}, {still} open, {late} overdue")
    rows = [HEADS, *(_row(one, as_of) for one in chosen)]
    if width >= ROOM_FOR_WORDS:
        rows = [(*row, *more) for row, more in zip(rows, [WIDE_HEADS, *map(_more, chosen)], strict=True)]
    if chosen:
        click.echo()
        head, *lines = columns(rows, width)
        click.secho(head, bold=True)
        for line in lines:
            click.echo(line)


def _row(standing: Standing, as_of: Day) -> tuple[str, ...]:
    follow_up, opened, change = standing.follow_up, standing.opened, standing.change
    due = f"{follow_up.due}{' overdue' if is_overdue(standing, as_of) else ''}" if follow_up.due else ""
    return (
        follow_up.what,
        f"{_short(follow_up.actors)} \N{RIGHTWARDS ARROW} {_short(follow_up.counterparts)}",
        standing.latest.status,
        f"{opened.date} {opened.event or ''}".strip(),
        f"{change.date} {', '.join(_sources(change))}",
        str(days_since(standing, as_of)),
        due,
    )


def _more(standing: Standing) -> tuple[str, ...]:
    return standing.change.text, standing.follow_up.id


def print_csv(chosen: Iterable[Standing], as_of: Day | None) -> None:
    """A line a follow-up; lists are joined by `; `."""
    head = ("as_of", "id", "what", "kind", "actors", "counterparts", "status", "opened", "opened_event", "last_change",
            "last_change_event", "last_change_text", "sources", "days_since", "due", "overdue")  # fmt: skip
    spreadsheet(head, [_cells(one, as_of) for one in chosen] if as_of else ())


def _cells(standing: Standing, as_of: Day) -> tuple[str, ...]:
    follow_up, opened, change = standing.follow_up, standing.opened, standing.change
    return (
        str(as_of),
        follow_up.id,
        follow_up.what,
        follow_up.kind,
        "; ".join(party.short for party in follow_up.actors),
        "; ".join(party.short for party in follow_up.counterparts),
        standing.latest.status,
        str(opened.date),
        opened.event or "",
        str(change.date),
        change.event or "",
        change.text,
        "; ".join(_sources(change)),
        str(days_since(standing, as_of)),
        str(follow_up.due or ""),
        "true" if is_overdue(standing, as_of) else "false",
    )


def print_json(chosen: Iterable[Standing], as_of: Day | None) -> None:
    """One object: `as_of`, and the list `follow_ups`, whose fields `briefs/README.md` explains."""
    listed = [_object(one, as_of) for one in chosen] if as_of else []
    told = {"as_of": str(as_of) if as_of else None, "follow_ups": listed}
    hand_over(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _object(standing: Standing, as_of: Day) -> dict[str, Any]:
    follow_up = standing.follow_up
    return {
        "id": follow_up.id,
        "what": follow_up.what,
        "kind": follow_up.kind,
        "actors": _parties(follow_up.actors),
        "counterparts": _parties(follow_up.counterparts),
        "status": standing.latest.status,
        "is_open": standing.is_open,
        "opened": _update(standing.opened),
        "last_change": _update(standing.change),
        "last_update": _update(standing.latest),
        "days_since": days_since(standing, as_of),
        "due": str(follow_up.due) if follow_up.due else None,
        "overdue": is_overdue(standing, as_of),
    }


def _update(update: Update) -> dict[str, Any]:
    return {
        "id": update.id,
        "date": str(update.date),
        "event": update.event,
        "status": update.status,
        "text": update.text,
        "sources": [{"source": citation.source.id, "at": citation.at} for citation in update.sources],
    }


def _parties(parties: Iterable[Party]) -> list[dict[str, str]]:
    return [{"id": party.id, "name": party.name} for party in parties]


def _short(parties: Iterable[Party]) -> str:
    return ", ".join(party.short for party in parties)


def _sources(update: Update) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source.id for citation in update.sources))
