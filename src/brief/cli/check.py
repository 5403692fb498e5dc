"""`brief check`: every problem of the data, and what each code means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from brief.cli.options import (
    EventCommand,
    as_of_option,
    briefs_option,
    events_option,
    example,
    language_option,
    settings_of,
    settings_option,
    template_option,
)
from brief.cli.report import counted, hand_over, table, tally, tell
from brief.problem import BriefError, errors, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Day


def _codes(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.check import explanations  # noqa: PLC0415 - as above

    return [CompletionItem(each.code, help=each.summary) for each in explanations() if each.code.startswith(incomplete)]


@click.command(
    cls=EventCommand, epilog=example("brief check", "brief check --event vilnius-2023", "brief check --explain overdue")
)
@events_option("Only this event; repeatable.")
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
@as_of_option("As for a brief of what was known on this day; or `today`.  [default: the event's]")
@settings_option
@language_option
@briefs_option
def check(
    *,
    events: tuple[str, ...],
    output: str,
    listed: bool,
    explain: str | None,
    template: str,
    as_of: Day | None,
    settings: tuple[str, ...],
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

    chosen = settings_of(settings)
    try:
        looked_at, problems = inspect(
            events, template=template, settings=chosen, as_of=as_of, language=language, briefs=briefs
        )
    except BriefError as error:
        looked_at, problems = (), error.problems
    if output == "text":
        tell(problems)
        click.echo(f"{counted(len(looked_at), 'event')} checked: {tally(problems)}")
    else:
        from brief.cli.formats import as_github, as_json  # noqa: PLC0415 - as above

        hand_over(as_json(problems) if output == "json" else as_github(problems))
    return 1 if errors(problems) else 0


def _explain(code: str | None, *, as_json: bool) -> None:
    """Print what a code means, or without one the list of all."""
    from brief.check import explanations  # noqa: PLC0415 - loaded when used

    known = {each.code: each for each in explanations()}
    if as_json and (code is None or code in known):
        from brief.cli.formats import codes_as_json  # noqa: PLC0415 - as above

        hand_over(codes_as_json([code] if code else [*known]))
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
