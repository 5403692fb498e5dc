"""All commands, and those that lay out a workspace, list what is there and complete what is typed."""

from __future__ import annotations

import re
from pathlib import Path
from shlex import quote

import click
from click.shell_completion import get_completion_class

from brief import __version__
from brief.cli.check import check
from brief.cli.generate import generate
from brief.cli.ledger import follow_ups
from brief.cli.options import briefs_folder, briefs_option, example
from brief.cli.preview import preview
from brief.cli.report import already, table, write
from brief.cli.scaffold import new, schema
from brief.cli.sources import source
from brief.cli.templates import template
from brief.problem import BriefError

SAMPLE = Path(__file__).parents[1] / "sample"
LOGO = "logo.png"


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("brief generate --event vilnius-2023", "brief init my-desk"),
)
@click.version_option(__version__, prog_name="brief")
def cli() -> None:
    """Turn structured event data into a policy brief: DOCX and PDF that say the same, every claim with its source."""


for _command in (check, follow_ups, generate, new, preview, schema, source, template):
    cli.add_command(_command)


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
    table(("", one.key, one.purpose) for one in list_templates())


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
