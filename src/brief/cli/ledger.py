"""`brief follow-ups`: the ledger at a date, over all events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click
from click.shell_completion import CompletionItem

from brief.cli.options import EventCommand, as_of_option, briefs_folder, briefs_option, complete_events, example
from brief.problem import BriefError, Problem, errors, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.event import Day, Party, Standing, Workspace


def _parties(context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.event import find_briefs, open_workspace  # noqa: PLC0415 - loaded when used

    folder = context.params.get("briefs") or find_briefs(Path.cwd())
    known = open_workspace(folder).parties if folder else ()
    return [CompletionItem(one.id, help=str(one.name)) for one in known if one.id.startswith(incomplete)]


@click.command(
    "follow-ups",
    cls=EventCommand,
    epilog=example("brief follow-ups --open", "brief follow-ups --as-of 2023-07-14 --actor ROK --format csv"),
)
@as_of_option("As it stood on this day; or `today`.  [default: all that is entered]")
@click.option("--open", "only_open", is_flag=True, help="Only those of which something remains to be done.")
@click.option(
    "--actor",
    metavar="ID_OR_NAME",
    shell_complete=_parties,
    help="Only those that this party, or whom it acts for, undertook or asked for.",
)
@click.option("--event", shell_complete=complete_events, help="Only those that came up at this event.")
@click.option("--format", "kind", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@briefs_option
def follow_ups(
    *, as_of: Day | None, only_open: bool, actor: str | None, event: str | None, kind: str, briefs: Path | None
) -> None:
    """Show the follow-ups of all events, and what is overdue.

    That is who undertook or asked for what, how it stands, and since when. Without --as-of, the date is the last one in
    the data: it is printed, and no clock is asked.
    """
    from brief.cli.standings import print_csv, print_json, print_table  # noqa: PLC0415 - loaded when used
    from brief.event import open_workspace, standings, unknown_event  # noqa: PLC0415

    workspace = open_workspace(briefs_folder(briefs))
    if problems := errors(workspace.problems):
        raise BriefError(problems)
    day = as_of or _latest(workspace)
    chosen = list(standings(workspace.ledger, day)) if day else []
    if only_open:
        chosen = [one for one in chosen if one.is_open]
    if actor is not None:
        wanted = _with_principals(_called(actor, workspace.parties), workspace.parties)
        chosen = [one for one in chosen if any(party.id in wanted for party in one.follow_up.actors)]
    if event is not None and event not in workspace.events:
        raise BriefError([unknown_event(workspace.folder, event)])
    if event is not None:
        chosen = [one for one in chosen if _came_up(one, event)]
    match kind:
        case "csv":
            print_csv(chosen, day)
        case "json":
            print_json(chosen, day)
        case _:
            print_table(chosen, day, reason="" if as_of else ", the last date in the data")


def _latest(workspace: Workspace) -> Day | None:
    """The last date that the data know: of the ledger, or of a brief."""
    from brief.event import last_date, list_events  # noqa: PLC0415 - as above

    return last_date(workspace.ledger, (listed.as_of for listed in list_events(workspace.folder)))


def _called(name: str, parties: Iterable[Party]) -> set[str]:
    """The ids of the parties that are called so, by id or by name, in whatever case. Raises BriefError for none."""
    name = normalize("NFC", name)
    names = {party.id: [str(n) for n in (party.id, party.name, party.short, party.korean) if n] for party in parties}
    found = {party for party, known in names.items() if name.casefold() in map(str.casefold, known)}
    if not found:
        hint = nearest(name, [known for each in names.values() for known in each])
        known = "known: " + ", ".join(names)
        raise BriefError([Problem("unknown-actor", f"nobody in people.yaml is called '{name}'", hint=hint or known)])
    return found


def _with_principals(wanted: set[str], parties: Iterable[Party]) -> set[str]:
    """These parties, and those that they act for: an `organisation` that is the name of a party, or ends with one."""
    acting = {party.organisation.casefold() for party in parties if party.id in wanted and party.organisation}
    names = {
        party.id: [name.casefold() for name in (party.name, party.short)] for party in parties if not party.organisation
    }
    found = {
        party
        for party, known in names.items()
        if any(body == name or body.endswith(f", {name}") for body in acting for name in known)
    }
    return wanted | found


def _came_up(standing: Standing, event: str) -> bool:
    return any(update.event == event for update in standing.history)
