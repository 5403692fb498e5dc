"""The commands: each reads its arguments, asks the rooms below, and prints what came of it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from brief import __version__
from brief.cli.ledger import follow_ups
from brief.cli.options import (
    AsOf,
    briefs_folder,
    briefs_option,
    complete_events,
    example,
    language_option,
    settings_of,
    template_option,
)
from brief.cli.report import already, counted, size, table, tally, tell, write
from brief.cli.scaffold import new, schema
from brief.cli.templates import template as template_group
from brief.problem import BriefError, Problem, errors, in_order, nearest
from brief.render import FORMATS

if TYPE_CHECKING:
    from brief.event import Day
    from brief.make import Brief
    from brief.render import Format

SAMPLE = Path(__file__).parents[1] / "sample"
LOGO = "logo.png"


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


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("brief generate --event vilnius-2023", "brief init my-desk"),
)
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Turn structured event data into a policy brief: DOCX and PDF that say the same, every claim with its source."""


cli.add_command(follow_ups)
cli.add_command(new)
cli.add_command(schema)
cli.add_command(template_group)


@cli.command(epilog=example("brief generate --event vilnius-2023 --format docx,pdf --as-of 2023-07-14"))
@click.option(
    "--event", "events", required=True, multiple=True, shell_complete=complete_events, help="Which event. Repeatable."
)
@template_option
@click.option("--format", "formats", type=FormatList(), help=f"{', '.join(FORMATS)}.  [default: the template's]")
@click.option("--as-of", type=AsOf(), help="What was known on this day; or `today`.  [default: the event's]")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default="out", show_default=True, help="Where to write."
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the template; repeatable. `brief template show` lists them.",
)
@language_option
@click.option("--book", is_flag=True, help="Bind the briefs into one document: one contents, one list of sources.")
@click.option("--draft", is_flag=True, help="Make it of what can be read, and say so on every page.")
@briefs_option
def generate(
    *,
    events: tuple[str, ...],
    template: str,
    formats: tuple[Format, ...] | None,
    as_of: Day | None,
    out: Path,
    settings: tuple[str, ...],
    language: str | None,
    book: bool,
    draft: bool,
    briefs: Path | None,
) -> None:
    """Write the briefs of one or more events. Nothing is written unless all can be.

    With --book they are the parts of one document, in the order in which they are named: seoul-2023+vilnius-2023.

    An error in the data stops it; warnings are counted. A draft is made of what can be read: a claim with an error that
    keeps it from being read, such as one without a source, is left out of it.
    """
    from brief.files import as_typed, write_whole  # noqa: PLC0415 - loaded when used
    from brief.make import generate as make  # noqa: PLC0415
    from brief.make import generate_book  # noqa: PLC0415
    from brief.render import SUFFIX  # noqa: PLC0415

    briefs_made, problems, chosen = [], list[Problem](), settings_of(settings)
    named_events = tuple(dict.fromkeys(events))
    wanted = [partial(generate_book, named_events)] if book else [partial(make, event) for event in named_events]
    for made_of_them in wanted:
        try:
            made = made_of_them(
                formats=formats,
                template=template,
                settings=chosen,
                as_of=as_of,
                language=language,
                briefs=briefs,
                draft=draft,
            )
            briefs_made.append(made)
        except BriefError as error:
            problems += error.problems
    if problems:
        raise BriefError(problems)
    files = {out / f"{made.event}.{SUFFIX[kind]}": one for made in briefs_made for kind, one in made.documents.items()}
    write_whole({path: one.content for path, one in files.items()})
    tell(p for p in in_order(p for m in briefs_made for p in m.problems) if draft or not _is_of_data(p))
    pages = {path: counted(one.page_count, "page") if one.page_count else "" for path, one in files.items()}
    table((as_typed(path), pages[path], size(len(one.content))) for path, one in files.items())
    for made in briefs_made:
        _tell_what_is_left(made, template, language, draft=draft)


def _tell_what_is_left(made: Brief, template: str, language: str | None, *, draft: bool) -> None:
    """How many problems a draft has; of a brief, how many warnings `brief check` tells."""
    left = [p for p in made.problems if p.severity != "note" and (draft or _is_of_data(p))]
    if draft:
        click.echo(f"{made.event}: a draft with {tally(left)}", err=True)
    elif left:
        named = "" if template == "policy-brief" else f" --template {quote(template)}"
        named += f" --lang {language}" if language else ""
        events = " ".join(f"--event {event}" for event in made.event.split("+"))
        click.echo(f"{tally(left)}; see brief check {events}{named}", err=True)


def _is_of_data(problem: Problem) -> bool:
    """Whether it is left to `brief check`: what is wrong with a template stands in no YAML, and a length is told."""
    return problem.place is not None and problem.place.file.endswith(".yaml") and problem.code != "long-brief"


@cli.command("list", epilog=example("brief list"))
@briefs_option
def list_(*, briefs: Path | None) -> None:
    """Show the events and the templates."""
    from brief.event import find_briefs, list_events  # noqa: PLC0415 - loaded when used
    from brief.template import list_templates  # noqa: PLC0415

    folder = briefs_folder(briefs) if briefs else find_briefs(Path.cwd())
    click.secho("Events", bold=True)
    if folder is None:
        click.echo("  no folder `briefs` here or above; `brief init DIR` lays one out")
    else:
        unread = "(cannot be read: see `brief check`)"
        table(("", event.id, str(event.date or ""), event.title or unread) for event in list_events(folder))
    click.secho("Templates", bold=True)
    table(("", template.key, template.purpose) for template in list_templates())


def _codes(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.check import explanations  # noqa: PLC0415 - as above

    return [CompletionItem(each.code, help=each.summary) for each in explanations() if each.code.startswith(incomplete)]


@cli.command(
    epilog=example("brief check", "brief check --event vilnius-2023", "brief check --explain overdue"),
)
@click.option("--event", "events", multiple=True, shell_complete=complete_events, help="Only this event; repeatable.")
@click.option(
    "--output-format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Words for people, or lines for programs.",
)
@click.option("--list", "listed", is_flag=True, help="Show every code, its severity and what it asks for.")
@click.option("--explain", metavar="CODE", shell_complete=_codes, help="Say what a code means and what to do.")
@template_option
@language_option
@briefs_option
def check(
    *,
    events: tuple[str, ...],
    output: str,
    listed: bool,
    explain: str | None,
    template: str,
    language: str | None,
    briefs: Path | None,
) -> int:
    """Print every problem of the data. Leaves with 1 for an error.

    The data are held against a template's markings and faces. Errors stop a brief, warnings and notes do not.
    briefs/README.md says how a finding is ignored.
    """
    if listed or explain is not None:
        _explain(explain, as_json=output == "json")
        return 0
    from brief.make import inspect  # noqa: PLC0415 - loaded when used

    try:
        looked_at, problems = inspect(events, template=template, language=language, briefs=briefs)
    except BriefError as error:
        looked_at, problems = (), error.problems
    if output == "text":
        tell(problems)
        click.echo(f"{counted(len(looked_at), 'event')} checked: {tally(problems)}")
    else:
        from brief.cli.formats import as_github, as_json  # noqa: PLC0415 - as above

        click.echo(
            as_json(problems) if output == "json" else as_github(problems), nl=output == "json" or bool(problems)
        )
    return 1 if errors(problems) else 0


def _explain(code: str | None, *, as_json: bool) -> None:
    """Print what a code means, or without one the list of all."""
    from brief.check import explanations  # noqa: PLC0415 - loaded when used

    known = {each.code: each for each in explanations()}
    if as_json and (code is None or code in known):
        from brief.cli.formats import codes_as_json  # noqa: PLC0415 - as above

        click.echo(codes_as_json([code] if code else [*known]))
    elif code is None:
        table((each.code, each.severity, each.summary) for each in known.values())
    elif code in known:
        found = known[code]
        click.secho(f"{found.code} ({found.severity})", bold=True)
        may = "It may be ignored in the data, with a reason." if found.ignorable else "It is never ignored."
        click.echo(f"\n{found.text}\n\n{may}")
    else:
        hint = nearest(code, known) or "brief check --list shows every code"
        message = f"there is no code '{code}'; {hint}"
        raise click.UsageError(message)


@cli.command(epilog=example("brief init my-desk", "cd my-desk && brief generate --event first-meeting"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(*, folder: Path) -> None:
    """Lay out a small workspace in DIR, with a sample event.

    It builds at once; a logo to try a template with lies beside it.
    """
    from brief.event import SCHEMAS, schemas  # noqa: PLC0415 - loaded when used
    from brief.files import as_typed  # noqa: PLC0415

    sample = {path.relative_to(SAMPLE): path.read_bytes() for path in sorted(SAMPLE.rglob("*.yaml"))}
    sample |= {Path(SCHEMAS, name): content for name, content in schemas().items()}
    contents = {folder / "briefs" / name: content for name, content in sample.items()}
    contents[folder / LOGO] = (SAMPLE / LOGO).read_bytes()
    if there := [path for path in contents if path.exists()]:
        raise BriefError(map(already, there))
    write(contents)
    click.echo(f"\nNow: cd {quote(as_typed(folder))} && brief generate --event first-meeting")


@cli.command(epilog=example("brief completion bash >> ~/.bashrc"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Print what a shell needs to complete commands and events."""
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(re.sub(r"^\n+", "", kind(cli, {}, "brief", "_BRIEF_COMPLETE").source()))
