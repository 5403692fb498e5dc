"""`brief template`: what there is, what a template may name, what holds in one and why, and a new one of one's own."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.cli.options import example
from brief.cli.report import already, counted, table, tell, write
from brief.problem import BriefError, errors

if TYPE_CHECKING:
    from brief.template import Template


@click.group()
def template() -> None:
    """Show, check and make templates."""


@template.command("list")
def list_() -> None:
    """Show every template, what it extends, what it is for."""
    from brief.template import list_templates  # noqa: PLC0415 - loaded when used

    rows = [(one.key, f"over {one.base.key}" if one.base else "", one.purpose) for one in list_templates()]
    table(rows)


from_option = click.option(
    "--from", "base", default="policy-brief", show_default=True, help="The template that it extends."
)


@template.command(epilog=example("brief template new mine --from policy-brief"))
@click.argument("name")
@from_option
def new(*, name: str, base: str) -> None:
    """Begin a template in the folder templates/NAME.

    It is the smallest that works, with comments on what can be changed.
    """
    write(_first(name, _extended(base)))
    _tell_what_is_next(name)


@template.command(
    "import", epilog=example("brief template import letterhead.docx", "brief template import house.dotx mine")
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("name", required=False)
@from_option
def import_(*, file: Path, name: str | None, base: str) -> None:
    """Make a template from a letterhead of Word.

    FILE is .docx or .dotx; the folder templates/NAME takes over its look, its logo, and itself as the base. Page,
    margins, faces, sizes, colours, words and logo go into its style.toml, where they differ from the template it
    extends. Without NAME the folder is named after the file.
    """
    from brief.files import as_typed  # noqa: PLC0415 - loaded when used
    from brief.letterhead import read_letterhead  # noqa: PLC0415
    from brief.style import read_style  # noqa: PLC0415

    name, extended = name or _name_of(file), _extended(base)
    files = _first(name, extended)
    style, of_style = read_style(*extended.folders)
    if style is None:
        raise BriefError(errors(of_style))
    reading, of_file = read_letterhead(file, as_typed(file), style, extended.extended_as)
    if reading is None:
        raise BriefError(of_file)
    tell(reading.problems)
    write(files | {_folder(name) / path: content for path, content in reading.files.items()})
    _tell_what_is_next(name)


def _extended(name: str) -> Template:
    """The template that a new one extends. Raises BriefError where there is none of this name."""
    from brief.template import find  # noqa: PLC0415 - loaded when used

    found, problems = find(name)
    if found is None:
        raise BriefError(problems)
    return found


def _first(name: str, base: Template) -> dict[Path, bytes]:
    """The first files of a new template. Raises where it cannot be called so, is there already, or extends in vain."""
    from brief.template import BadBaseError, BadNameError, first_files  # noqa: PLC0415 - loaded when used

    try:
        contents = first_files(name, base)
    except BadNameError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from None
    except BadBaseError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None
    if _folder(name).exists():
        raise BriefError([already(_folder(name))])
    return {_folder(name) / file: content.encode() for file, content in contents.items()}


def _folder(name: str) -> Path:
    return Path("templates") / name


def _name_of(file: Path) -> str:
    """The name of a file as that of a template: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or "letterhead"


def _tell_what_is_next(name: str) -> None:
    click.echo(f"\nNow: brief generate --event EVENT --template {name}")


@template.command()
@click.argument("name", default="policy-brief")
@click.option("--event", help="Fill it with this event.  [default: the first that can be read]")
@click.option("--briefs", type=click.Path(path_type=Path, file_okay=False), help="The folder of the data.")
def check(*, name: str, event: str | None, briefs: Path | None) -> int:
    """Print everything that is wrong with a template.

    It is checked in every language it speaks. Leaves with 1 for an error. Where a folder of briefs is at hand, it is
    filled with an event as well, so that what only its Markdown shows is told too.
    """
    from brief.make import inspect_template  # noqa: PLC0415 - loaded when used

    found = inspect_template(name, event=event, briefs=briefs)
    tell(found.problems)
    filled = f", filled with {found.event}" if found.event else f", not filled: {found.unfilled}"
    what = f"{name}, in {', '.join(found.languages)}{filled if found.event or found.unfilled else ''}"
    click.echo(f"{what}: {counted(len(found.problems), 'problem')}")
    return 1 if errors(found.problems) else 0


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
    if found.formats:
        click.secho("Formats", bold=True)
        table([("", ", ".join(found.formats))])
    if found.options:
        click.secho("Options", bold=True)
        table(("", f"{option.name}={option.usual}", option.purpose) for option in found.options)
    click.secho("Style", bold=True)
    house = "the house"
    table(("", one.key, one.value, f"{one.place.file}:{one.place.line}" if one.place else house) for one in values)


@template.command()
@click.option("--event", help="Take the examples from this event.  [default: the first that can be read]")
@click.option("--briefs", type=click.Path(path_type=Path, file_okay=False), help="The folder of the data.")
def fields(*, event: str | None, briefs: Path | None) -> None:
    """Print every name that a template may use.

    Beside each stand what it gives and an example from a real event.
    """
    from brief.make import names_of  # noqa: PLC0415 - loaded when used
    from brief.template import reference  # noqa: PLC0415

    for section in reference(names_of(event, briefs=briefs)):
        click.secho(section.title, bold=True)
        table(("", entry.name, entry.gives, entry.example) for entry in section.entries)
