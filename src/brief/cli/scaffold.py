"""`brief new` and `brief schema`: the file of a new event, and the schemas by which editors know the files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.cli.options import briefs_folder, briefs_option, complete_events, example
from brief.cli.report import already, write
from brief.problem import BriefError, Problem, errors

if TYPE_CHECKING:
    from brief.event import Event, Workspace

KEPT = ("sources",)
"""Names of folders that are kept for other things than events."""


@click.command(epilog=example("brief new prague-2024 --after vilnius-2023", "brief new first-visit"))
@click.argument("event", metavar="EVENT")
@click.option("--after", metavar="EVENT", shell_complete=complete_events, help="The event before this one.")
@briefs_option
def new(*, event: str, after: str | None, briefs: Path | None) -> None:
    """Begin the event EVENT: write its file.

    Every field is explained, and a blank stands wherever you have to write. With --after, what is likely to recur is
    proposed from the event before, and what is open in the ledger is listed.
    """
    from brief.event import SCHEMAS, open_workspace, scaffold_of, schemas  # noqa: PLC0415 - loaded when used

    folder = briefs_folder(briefs)
    path = _new_file(folder, event)
    workspace = open_workspace(folder)
    before = _event(workspace, after) if after is not None else None
    files = {path: scaffold_of(workspace, event, before).encode()}
    if not (folder / SCHEMAS / "event.json").exists():
        files |= {folder / SCHEMAS / name: content for name, content in schemas().items()}
    write(files)
    click.echo(f"\nNow: fill in what says TODO; 'brief check --event {event}' tells what is left")


def _new_file(folder: Path, event: str) -> Path:
    """Where the file of a new event goes. Raises BriefError where there is something, or the name is none."""
    from brief.event import is_event_id  # noqa: PLC0415 - as above

    if not is_event_id(event) or event in KEPT:
        said = f"'{event}' is kept for other things" if event in KEPT else f"'{event}' cannot be the name of an event"
        raise BriefError([Problem("event-name", said, hint="use small letters, digits and hyphens: prague-2024")])
    if os.path.lexists(folder / event):
        raise BriefError([already(folder / event)])
    return folder / event / "event.yaml"


def _event(workspace: Workspace, name: str) -> Event:
    """An event that is entered. Raises BriefError where it, or a register, has an error."""
    from brief.event import dossier  # noqa: PLC0415 - as above

    found = dossier(workspace, name)
    if found.event is None or errors(found.problems):
        raise BriefError(errors(found.problems))
    return found.event


@click.command(epilog=example("brief schema", "brief schema --out my-schemas"))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write them.  [default: .schema in the folder of the data]",
)
@briefs_option
def schema(*, out: Path | None, briefs: Path | None) -> None:
    """Write the JSON Schemas by which editors check the data.

    There is one for each data file; editors complete and check by it while you type.
    """
    from brief.event import SCHEMAS, schemas  # noqa: PLC0415 - loaded when used

    folder = out or briefs_folder(briefs) / SCHEMAS
    files = {folder / name: content for name, content in schemas().items()}
    write(files)
