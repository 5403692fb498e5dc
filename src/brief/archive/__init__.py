"""Archived texts of sources: what was read when a claim was written, kept so that its quotations can be checked.

`add` archives a text, `Archive` says how each stands to its hash, `find` looks for a quotation in one. Names are loaded
when they are first asked for: what reads web pages is loaded for none but who adds one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.archive.entry import Added, add
    from brief.archive.folder import Archive, Archived, State
    from brief.archive.listing import Entry, inventory
    from brief.archive.nearest import Change
    from brief.archive.search import Apart, Found, Nearest, Nowhere, Spot, find

_ROOMS = {
    "entry": ("Added", "add"),
    "search": ("Apart", "Found", "Nearest", "Nowhere", "Spot", "find"),
    "folder": ("Archive", "Archived", "State"),
    "listing": ("Entry", "inventory"),
    "nearest": ("Change",),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Added",
    "Apart",
    "Archive",
    "Archived",
    "Change",
    "Entry",
    "Found",
    "Nearest",
    "Nowhere",
    "Spot",
    "State",
    "add",
    "find",
    "inventory",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
