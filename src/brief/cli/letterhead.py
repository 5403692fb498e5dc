"""`brief template import`: a template of one's own from a letterhead of Word."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import click

from brief.cli.options import example
from brief.cli.report import tell
from brief.problem import BriefError, Problem, errors


@click.command(
    "import", epilog=example("brief template import letterhead.docx", "brief template import house.dotx mine")
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("name", required=False)
@click.option("--from", "base", default="policy-brief", show_default=True, help="The template that it extends.")
def import_(*, file: Path, name: str | None, base: str) -> None:
    """Make the folder templates/NAME from a letterhead, .docx or .dotx: its look, its logo, and itself as the base.

    Page, margins, faces, sizes, colours, words and logo go into its style.toml, where they differ from the template it
    extends. Without NAME the folder is named after the file.
    """
    from brief.files import as_typed, write_whole  # noqa: PLC0415 - loaded when used
    from brief.letterhead import read_letterhead  # noqa: PLC0415
    from brief.style import read_style  # noqa: PLC0415
    from brief.template import BadNameError, find, first_files  # noqa: PLC0415

    extended, problems = find(base)
    if extended is None:
        raise BriefError(problems)
    name = name or _name_of(file)
    try:
        contents = {path: text.encode() for path, text in first_files(name, extended).items()}
    except BadNameError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from None
    folder = Path("templates") / name
    if folder.exists():
        raise BriefError([Problem("exists", f"{as_typed(folder)} is there already; it stays as it is")])
    style, of_style = read_style(*extended.folders)
    if style is None:
        raise BriefError(errors([*problems, *of_style]))
    reading, of_file = read_letterhead(file, as_typed(file), style, extended.key)
    if reading is None:
        raise BriefError(of_file)
    files = {folder / path: content for path, content in (contents | dict(reading.files)).items()}
    write_whole(files)
    tell(reading.problems)
    for path in files:
        click.echo(as_typed(path))
    click.echo(f"\nNow: brief generate --event EVENT --template {name}")


def _name_of(file: Path) -> str:
    """The name of a file as that of a template: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or "letterhead"
