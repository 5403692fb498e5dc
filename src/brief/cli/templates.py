"""`brief template`: what there is, what a template may name, what holds in one and why, and a new one of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from brief.cli.letterhead import import_
from brief.cli.report import counted, table, tell
from brief.problem import BriefError, Problem, errors


@click.group()
def template() -> None:
    """Show, check and make templates."""


template.add_command(import_)


@template.command("list")
def list_() -> None:
    """Show every template that can be named, what it extends, and what it is for."""
    from brief.template import list_templates  # noqa: PLC0415 - loaded when used

    rows = [(one.key, f"over {one.base.key}" if one.base else "", one.purpose) for one in list_templates()]
    table(rows)


@template.command(epilog="\b\nExample:\n  brief template new mine --from policy-brief")
@click.argument("name")
@click.option("--from", "base", default="policy-brief", show_default=True, help="The template that it extends.")
def new(*, name: str, base: str) -> None:
    """Make the folder templates/NAME: the smallest template that works, with comments on what can be changed."""
    from brief.files import as_typed, write_whole  # noqa: PLC0415 - loaded when used
    from brief.template import BadNameError, find, first_files  # noqa: PLC0415

    extended, problems = find(base)
    if extended is None:
        raise BriefError(problems)
    try:
        contents = first_files(name, extended)
    except BadNameError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from None
    folder = Path("templates") / name
    if folder.exists():
        raise BriefError([Problem("exists", f"{as_typed(folder)} is there already; it stays as it is")])
    files = {folder / file: content.encode() for file, content in contents.items()}
    write_whole(files)
    for path in files:
        click.echo(as_typed(path))
    click.echo(f"\nNow: brief generate --event EVENT --template {name}")


@template.command()
@click.argument("name", default="policy-brief")
@click.option("--event", help="Fill it with this event.  [default: the first one]")
@click.option("--briefs", type=click.Path(path_type=Path, file_okay=False), help="The folder of the data.")
def check(*, name: str, event: str | None, briefs: Path | None) -> int:
    """Print everything that is wrong with a template, in every language it speaks. Leaves with 1 for an error.

    Where a folder of briefs is at hand, it is filled with an event as well, so that what only its Markdown shows is
    told too.
    """
    from brief.make import inspect_template  # noqa: PLC0415 - loaded when used

    filled, spoken, problems = inspect_template(name, event=event, briefs=briefs)
    tell(problems)
    with_event = f", filled with {filled}" if filled else ""
    click.echo(f"{name}, in {', '.join(spoken)}{with_event}: {counted(len(problems), 'problem')}")
    return 1 if errors(problems) else 0


@template.command()
@click.argument("name", default="policy-brief")
def show(*, name: str) -> None:
    """Print what holds in a template and where each value comes from."""
    from brief.style import explain_style  # noqa: PLC0415 - loaded when used
    from brief.template import find  # noqa: PLC0415

    found, problems = find(name)
    if found is None:
        raise BriefError(problems)
    values, of_style = explain_style(*found.folders)
    if problems or of_style:
        raise BriefError([*problems, *of_style])
    click.secho("Template", bold=True)
    table(("", one.key, one.shown, one.purpose) for one in found.chain)
    if found.options:
        click.secho("Options", bold=True)
        table(("", f"{option.name}={option.default}", option.purpose) for option in found.options)
    click.secho("Style", bold=True)
    house = "the house"
    table(("", one.key, one.value, f"{one.place.file}:{one.place.line}" if one.place else house) for one in values)


@template.command()
@click.option("--event", help="Take the examples from this event.  [default: the first one]")
@click.option("--briefs", type=click.Path(path_type=Path, file_okay=False), help="The folder of the data.")
def fields(*, event: str | None, briefs: Path | None) -> None:
    """Print every name that a template may use, what it gives, and an example from a real event."""
    from brief.make import names_of  # noqa: PLC0415 - loaded when used
    from brief.template import reference  # noqa: PLC0415

    for section in reference(names_of(event, briefs=briefs)):
        click.secho(section.title, bold=True)
        table(("", entry.name, entry.gives, entry.example) for entry in section.entries)
