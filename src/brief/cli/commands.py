"""The commands: each reads its arguments, asks the rooms below, and prints what came of it."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from brief import __version__
from brief.cli.report import counted, size, table, tell
from brief.cli.templates import template as template_group
from brief.problem import BriefError, Problem, errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.event import Day
    from brief.render import Format

SAMPLE = Path(__file__).parents[1] / "sample"
FORMATS = ("docx", "pdf", "html", "text")


class FormatList(click.ParamType[tuple[str, ...]]):
    """Formats, separated by commas."""

    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Split and check."""
        chosen = tuple(dict.fromkeys(part.strip() for part in str(value).split(",") if part.strip()))
        for unknown in [part for part in chosen if part not in FORMATS]:
            self.fail(f"{unknown!r} is not one of {', '.join(FORMATS)}", param, ctx)
        return chosen or self.fail("name at least one format", param, ctx)

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The formats that are not named yet, behind those that are."""
        named, _, begun = incomplete.rpartition(",")
        before = f"{named}," if named else ""
        left = [kind for kind in FORMATS if kind.startswith(begun) and kind not in named.split(",")]
        return [CompletionItem(before + kind) for kind in left]


class AsOf(click.ParamType["Day"]):
    """A day, or the word `today`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        """Read 2023-07-14, or ask the clock where the word is `today`."""
        from datetime import date  # noqa: PLC0415 - used here alone

        from brief.event import Day  # noqa: PLC0415 - `brief --help` reads no event

        text = date.today().isoformat() if value == "today" else str(value)  # noqa: DTZ011 - the officer's own day
        try:
            day = Day.at(text)
        except ValueError:
            day = None
        if day is None or not day.day:
            self.fail(f"{value!r} is not a day; write it as 2023-07-14, or 'today'", param, ctx)
        return day


def _events(context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.event import find_briefs, list_events  # noqa: PLC0415 - as above

    folder = context.params.get("briefs") or find_briefs(Path.cwd())
    known = list_events(folder) if folder else ()
    return [CompletionItem(event.id, help=event.title) for event in known if event.id.startswith(incomplete)]


def _templates(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.template import list_templates  # noqa: PLC0415 - as above

    return [CompletionItem(t.key, help=t.purpose) for t in list_templates() if t.key.startswith(incomplete)]


def _example(*lines: str) -> str:
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def _briefs_option(function: Callable[..., object]) -> Callable[..., object]:
    return click.option(
        "--briefs",
        type=click.Path(path_type=Path, file_okay=False),
        help="The folder of the data. Without it, `briefs` is looked for from here upwards.",
    )(function)


def _template_option(function: Callable[..., object]) -> Callable[..., object]:
    return click.option(
        "--template",
        default="policy-brief",
        show_default=True,
        shell_complete=_templates,
        help="A template's name, or its folder.",
    )(function)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_example("brief generate --event vilnius-2023", "brief init my-desk"),
)
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Turn structured event data into a policy brief: DOCX and PDF that say the same, every claim with its source."""


cli.add_command(template_group)


@cli.command(epilog=_example("brief generate --event vilnius-2023 --format docx,pdf --as-of 2023-07-14"))
@click.option(
    "--event", "events", required=True, multiple=True, shell_complete=_events, help="Which event. Repeatable."
)
@_template_option
@click.option("--format", "formats", type=FormatList(), default="docx,pdf", show_default=True, help=", ".join(FORMATS))
@click.option("--as-of", type=AsOf(), help="What was known on this day; or `today`.  [default: the event's]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="out", show_default=True)
@_briefs_option
def generate(
    *,
    events: tuple[str, ...],
    template: str,
    formats: tuple[Format, ...],
    as_of: Day | None,
    out: Path,
    briefs: Path | None,
) -> None:
    """Write the briefs of one or more events. Nothing is written unless all can be."""
    from brief.files import as_typed, write_whole  # noqa: PLC0415 - loaded when used
    from brief.make import generate as make  # noqa: PLC0415
    from brief.render import SUFFIX  # noqa: PLC0415

    briefs_made, problems = [], list[Problem]()
    for event in dict.fromkeys(events):
        try:
            briefs_made.append(make(event, formats=formats, template=template, as_of=as_of, briefs=briefs))
        except BriefError as error:
            problems += error.problems
    if problems:
        raise BriefError(problems)
    files = {out / f"{made.event}.{SUFFIX[kind]}": one for made in briefs_made for kind, one in made.documents.items()}
    write_whole({path: one.content for path, one in files.items()})
    for made in briefs_made:
        tell(made.problems)
    pages = {path: counted(one.page_count, "page") if one.page_count else "" for path, one in files.items()}
    table((as_typed(path), pages[path], size(len(one.content))) for path, one in files.items())


@cli.command("list", epilog=_example("brief list"))
@_briefs_option
def list_(*, briefs: Path | None) -> None:
    """Show the events and the templates."""
    from brief.event import find_briefs, list_events  # noqa: PLC0415 - loaded when used
    from brief.template import list_templates  # noqa: PLC0415

    if briefs and not briefs.is_dir():
        raise BriefError([Problem("no-briefs", f"there is no folder {briefs}")])
    folder = briefs or find_briefs(Path.cwd())
    click.secho("Events", bold=True)
    if folder is None:
        click.echo("  no folder `briefs` here or above; `brief init DIR` lays one out")
    else:
        unread = "(cannot be read: see `brief check`)"
        table(("", event.id, str(event.date or ""), event.title or unread) for event in list_events(folder))
    click.secho("Templates", bold=True)
    table(("", template.key, template.purpose) for template in list_templates())


@cli.command(epilog=_example("brief check", "brief check --event vilnius-2023"))
@click.option("--event", "events", multiple=True, shell_complete=_events, help="Only this event; repeatable.")
@_template_option
@_briefs_option
def check(*, events: tuple[str, ...], template: str, briefs: Path | None) -> int:
    """Print every problem of the data, held against a template's markings and faces. Leaves with 1 for an error."""
    from brief.make import inspect  # noqa: PLC0415 - loaded when used

    looked_at, problems = inspect(events, template=template, briefs=briefs)
    tell(problems)
    click.echo(f"{counted(len(looked_at), 'event')} checked: {counted(len(problems), 'problem')}")
    return 1 if errors(problems) else 0


@cli.command(epilog=_example("brief init my-desk", "cd my-desk && brief generate --event first-meeting"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(*, folder: Path) -> None:
    """Lay out a small workspace in DIR, with a sample event that builds at once."""
    from brief.files import as_typed, write_whole  # noqa: PLC0415 - loaded when used

    sample = {path.relative_to(SAMPLE): path.read_bytes() for path in sorted(SAMPLE.rglob("*.yaml"))}
    contents = {folder / "briefs" / name: content for name, content in sample.items()}
    there = [path for path in contents if path.exists()]
    if there:
        raise BriefError([Problem("exists", f"{as_typed(path)} is there already; it stays as it is") for path in there])
    write_whole(contents)
    for path in contents:
        click.echo(as_typed(path))
    click.echo(f"\nNow: cd {quote(as_typed(folder))} && brief generate --event first-meeting")


@cli.command(epilog=_example("brief completion bash >> ~/.bashrc"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Print the lines that let a shell complete commands, options and events."""
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(re.sub(r"^\n+", "", kind(cli, {}, "brief", "_BRIEF_COMPLETE").source()))
