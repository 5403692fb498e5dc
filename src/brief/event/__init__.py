"""An event and its registers: typed, read with places, seen at a date.

`find_briefs` finds the folder, `list_events` lists it, `load` reads one event as a `Dossier`; `at` and `standings` show
it at a date. Names are loaded when they are first asked for, so that listing events does not load what reading takes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.event.changes import Changes, changes_since
    from brief.event.characters import UNPRINTABLE, one_line
    from brief.event.day import Day
    from brief.event.folders import (
        Listing,
        event_ids,
        find_briefs,
        folder_of_briefs,
        is_event_id,
        list_events,
        unknown_event,
    )
    from brief.event.gather import claims
    from brief.event.languages import LANGUAGES, language_meant, paragraphs
    from brief.event.model import (
        Account,
        Act,
        Agreement,
        Area,
        Citation,
        Claim,
        Discrepancy,
        Event,
        FollowUp,
        Header,
        Ignore,
        KeyPoint,
        Line,
        Meeting,
        Milestone,
        Participation,
        Quotation,
        Reaction,
        Statement,
        Status,
        Topic,
        Update,
    )
    from brief.event.portions import Portion, marked, markings
    from brief.event.registers import EventId, Party, Prose, Source, Term
    from brief.event.scaffold import scaffold_of
    from brief.event.schema import SCHEMAS, schema_line, schemas
    from brief.event.standing import Standing, closed_at, days_since, is_overdue, standings
    from brief.event.wall import at, last_date, latest_in, ledger_at
    from brief.event.workspace import Dossier, Workspace, dossier, load, open_workspace, read_sources

_ROOMS = {
    "changes": ("Changes", "changes_since"),
    "characters": ("UNPRINTABLE", "one_line"),
    "gather": ("claims",),
    "day": ("Day",),
    "folders": (
        "Listing",
        "event_ids",
        "find_briefs",
        "folder_of_briefs",
        "is_event_id",
        "list_events",
        "unknown_event",
    ),
    "portions": ("Portion", "marked", "markings"),
    "registers": ("EventId", "Party", "Prose", "Source", "Term"),
    "languages": ("LANGUAGES", "language_meant", "paragraphs"),
    "scaffold": ("scaffold_of",),
    "schema": ("SCHEMAS", "schema_line", "schemas"),
    "standing": ("Standing", "closed_at", "days_since", "is_overdue", "standings"),
    "wall": ("at", "last_date", "latest_in", "ledger_at"),
    "workspace": ("Dossier", "Workspace", "dossier", "load", "open_workspace", "read_sources"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "LANGUAGES",
    "SCHEMAS",
    "UNPRINTABLE",
    "Account",
    "Act",
    "Agreement",
    "Area",
    "Changes",
    "Citation",
    "Claim",
    "Day",
    "Discrepancy",
    "Dossier",
    "Event",
    "EventId",
    "FollowUp",
    "Header",
    "Ignore",
    "KeyPoint",
    "Line",
    "Listing",
    "Meeting",
    "Milestone",
    "Participation",
    "Party",
    "Portion",
    "Prose",
    "Quotation",
    "Reaction",
    "Source",
    "Standing",
    "Statement",
    "Status",
    "Term",
    "Topic",
    "Update",
    "Workspace",
    "at",
    "changes_since",
    "claims",
    "closed_at",
    "days_since",
    "dossier",
    "event_ids",
    "find_briefs",
    "folder_of_briefs",
    "is_event_id",
    "is_overdue",
    "language_meant",
    "last_date",
    "latest_in",
    "ledger_at",
    "list_events",
    "load",
    "marked",
    "markings",
    "one_line",
    "open_workspace",
    "paragraphs",
    "read_sources",
    "scaffold_of",
    "schema_line",
    "schemas",
    "standings",
    "unknown_event",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value
