"""`brief source`: the register of sources and the archive of their texts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.cli.options import briefs_folder, briefs_option, example
from brief.cli.report import counted, hand_over, size, spreadsheet, table
from brief.problem import BriefError, errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.archive import Entry
    from brief.event import Workspace

FIELDS = {
    "title": "Its title; in square brackets where that is not known.",
    "publisher": "Who published it.",
    "author": "Who wrote it.",
    "date": "When it was published: 2023-07-11, 2023-07 or 2023.",
    "address": "Where it was read.",
    "language": "en, ko, ja or id.  [default: en]",
    "title_original": "Its title in that language.",
    "carried_by": "Who holds the copy that was read.",
    "text": "original, official translation, translation or machine translation.  [default: original]",
    "read_on": "When it was read.",
    "grade": "The Admiralty grade, such as B2.",
    "note": "What a reader should know of it.",
}
"""The fields of a record that `brief source add` takes, and the help of each."""

HEADS = ("id", "grade", "date", "publisher", "title", "language", "archived", "cited")
LONGEST_TITLE = 60
"""Characters of a title that the table shows; CSV and JSON have all."""

ARCHIVED = {"intact": "yes", "none": "no"}
"""How a state is told in a list, where its name does not say it."""


@click.group(
    epilog=example("brief source add article.html --id P02", "brief source list --format csv", "brief source verify")
)
def source() -> None:
    """Archive the texts of sources, list and verify them."""


def _field_options(function: Callable[..., object]) -> Callable[..., object]:
    for name, meaning in reversed(FIELDS.items()):
        function = click.option(f"--{name.replace('_', '-')}", name, default="", help=meaning)(function)
    return function


@source.command(
    epilog=example(
        "brief source add article.html --id P02 --read-on 2026-11-21",
        'brief source add remarks.txt --id P70 --title "Remarks" --publisher NATO --date 2023-07-11 --grade A1',
    )
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--id", "source_id", required=True, help="The source's id; a new one needs --title and --publisher.")
@_field_options
@click.option("--replace", is_flag=True, help="Take this text in place of another that is archived.")
@briefs_option
def add(*, file: Path, source_id: str, replace: bool, briefs: Path | None, **fields: str) -> None:
    """Archive the text of an article: FILE is .txt or .html.

    The text goes to briefs/sources/ID.txt and stays on this machine; its hash goes into sources.yaml. Of a source
    that is there already, nothing else is changed but --read-on.
    """
    from brief.archive import add as archive  # noqa: PLC0415 - loaded when used
    from brief.files import as_typed  # noqa: PLC0415

    folder = briefs_folder(briefs)
    added = archive(folder, file, source_id, fields, replace=replace)
    register = as_typed(folder / "sources.yaml")
    table([(as_typed(added.path), size(added.path.stat().st_size), f"sha256 {added.sha256}")])
    if added.is_new:
        click.echo(f"{source_id} is new in {register}")
    else:
        click.echo(
            f"the record of {source_id} in {register} " + ("has its hash" if added.has_changed else "is as it was")
        )


@source.command("list", epilog=example("brief source list", "brief source list --format csv > sources.csv"))
@click.option("--format", "kind", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@briefs_option
def list_(*, kind: str, briefs: Path | None) -> None:
    """Show every source, and how often it is cited.

    Beside each stand its grade, whether its text is archived here, and how many claims and accounts cite it.
    """
    from brief.archive import inventory  # noqa: PLC0415 - loaded when used

    entries, unread = inventory(_workspace(briefs))
    match kind:
        case "csv":
            spreadsheet(HEADS, map(_row, entries))
        case "json":
            rows = [dict(zip(HEADS, _row(entry), strict=True)) | {"cited": entry.cited} for entry in entries]
            hand_over(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        case _:
            _print_table(entries)
    for event in unread:
        click.echo(f"{event} cannot be read (see `brief check`): its claims are not counted", err=True)


@source.command(epilog=example("brief source verify"))
@briefs_option
def verify(*, briefs: Path | None) -> int:
    """Compare each archived text with its hash.

    Leaves with 1 where a text is altered or has no hash. A missing text is no error: another machine may have it.
    """
    from brief.archive import Archive  # noqa: PLC0415 - loaded when used

    workspace = _workspace(briefs)
    archive = Archive(workspace.folder)
    states = [(one.id, archive.of(one).state) for one in workspace.sources]
    rows = [(name, state) for name, state in states if state != "none"]
    rows += [(name, "unrecorded") for name in archive.strays(workspace.sources)]
    table(rows)
    count = Counter(state for _, state in rows)
    told = ", ".join(
        f"{count[state]} {state}" for state in ("intact", "altered", "unrecorded", "missing") if count[state]
    )
    click.echo(f"{counted(len(rows), 'text')}{': ' if told else ''}{told}")
    return 1 if count["altered"] or count["unrecorded"] else 0


def _workspace(briefs: Path | None) -> Workspace:
    """The registers; BriefError where that of the sources has a fault."""
    from brief.event import open_workspace  # noqa: PLC0415 - as above

    workspace = open_workspace(briefs_folder(briefs))
    faults = [each for each in errors(workspace.problems) if each.place and each.place.file.endswith("sources.yaml")]
    if faults:
        raise BriefError(faults)
    return workspace


def _row(entry: Entry) -> tuple[str, ...]:
    one, archived = entry.source, ARCHIVED.get(entry.state, entry.state)
    date = str(one.date or "")
    return one.id, one.grade or "", date, one.publisher, one.title, one.language, archived, str(entry.cited)


def _print_table(entries: Iterable[Entry]) -> None:
    """The titles last, and cut, so that a line stays one."""
    rows = [HEADS, *map(_row, entries)]
    table((*row[:4], *row[5:], _cut(row[4])) for row in rows)


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
