"""The sources of a folder of briefs as they stand: how each is archived, and how often it is cited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.archive.folder import Archive
from brief.event import Discrepancy, claims, dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.archive.folder import State
    from brief.event import Citation, Claim, Event, Source, Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, how its text stands to its hash, and how many claims and accounts of all events cite it."""

    source: Source
    state: State
    cited: int


def inventory(workspace: Workspace) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Every source, in the order of the register; and the events that cannot be read, whose claims are not counted."""
    archive = Archive(workspace.folder)
    read = {event: dossier(workspace, event).event for event in workspace.events}
    cited = Counter(citation.source.id for citation in _citations(read.values(), workspace))
    entries = (Entry(one, archive.of(one).state, cited[one.id]) for one in workspace.sources)
    return tuple(entries), tuple(name for name, event in read.items() if event is None)


def _citations(events: Iterable[Event | None], workspace: Workspace) -> Iterator[Citation]:
    for claim in claims((*events, workspace.ledger)):
        yield from claim.sources
        yield from _of_accounts(claim)


def _of_accounts(claim: Claim) -> Iterator[Citation]:
    if isinstance(claim, Discrepancy):
        for account in claim.accounts:
            yield from account.sources
