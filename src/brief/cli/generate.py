"""`brief generate`: the briefs of one or more events, written to files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from shlex import join
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
from brief.cli.report import counted, size, table, tally, tell
from brief.problem import BriefError, Problem, in_order
from brief.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.event import Day
    from brief.make import Brief
    from brief.render import Format


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


@click.command(
    cls=EventCommand, epilog=example("brief generate --event vilnius-2023 --format docx,pdf --as-of 2023-07-14")
)
@events_option("Which event. Repeatable.", required=True)
@template_option
@click.option(
    "--format", "formats", type=FormatList(), multiple=True, help=f"{', '.join(FORMATS)}.  [default: the template's]"
)
@as_of_option("What was known on this day; or `today`.  [default: the event's]")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default="out", show_default=True, help="Where to write."
)
@settings_option
@language_option
@click.option("--book", is_flag=True, help="Bind the briefs into one document: one contents, one list of sources.")
@click.option("--draft", is_flag=True, help="Make it of what can be read, and say so on every page.")
@briefs_option
def generate(
    *,
    events: tuple[str, ...],
    template: str,
    formats: tuple[tuple[Format, ...], ...],
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
                formats=[kind for each in formats for kind in each] or None,
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
    files = {out / f"{made.name}.{SUFFIX[kind]}": one for made in briefs_made for kind, one in made.documents.items()}
    write_whole({path: one.content for path, one in files.items()})
    tell(p for p in in_order(p for m in briefs_made for p in m.problems) if draft or not _is_of_data(p))
    pages = {path: counted(one.page_count, "page") if one.page_count else "" for path, one in files.items()}
    table((as_typed(path), pages[path], size(len(one.content))) for path, one in files.items())
    asked = {"--template": () if template == "policy-brief" else (template,), "--set": settings}
    asked |= {"--as-of": (str(as_of),) if as_of else (), "--lang": (language,) if language else ()}
    options = [word for option, values in asked.items() for value in values for word in (option, value)]
    for made in briefs_made:
        _tell_what_is_left(made, options, draft=draft)


def _tell_what_is_left(made: Brief, options: Sequence[str], *, draft: bool) -> None:
    """How many problems a draft has; of a brief, how many warnings `brief check` tells with the same options."""
    left = [p for p in made.problems if p.severity != "note" and (draft or _is_of_data(p))]
    if draft:
        click.echo(f"{made.name}: a draft with {tally(left)}", err=True)
    elif left:
        events = [word for event in made.events for word in ("--event", event)]
        click.echo(f"{tally(left)}; see brief check {join([*events, *options])}", err=True)


def _is_of_data(problem: Problem) -> bool:
    """Whether it is left to `brief check`: what is wrong with a template stands in no YAML, and a length is told."""
    return problem.place is not None and problem.place.file.endswith(".yaml") and problem.code != "long-brief"
