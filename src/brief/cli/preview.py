"""`brief preview`: the brief in the browser, made anew at every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.cli.options import (
    EventCommand,
    as_of_option,
    briefs_folder,
    briefs_option,
    complete_events,
    example,
    language_option,
    settings_of,
    settings_option,
    template_option,
)
from brief.problem import BriefError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Day


@click.command(cls=EventCommand, epilog=example("brief preview --event vilnius-2023"))
@click.option("--event", shell_complete=complete_events, help="Which event to begin with.  [default: the first one]")
@template_option
@as_of_option("What was known on this day; or `today`.  [default: the event's]")
@settings_option
@language_option
@click.option("--draft", is_flag=True, help="Show what can be made of the data while an error stands in them.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where to serve it.  [default: a free port]")
@click.option("--no-open", is_flag=True, help="Print the address, and open no browser.")
@briefs_option
def preview(
    *,
    event: str | None,
    template: str,
    as_of: Day | None,
    settings: tuple[str, ...],
    language: str | None,
    draft: bool,
    port: int,
    no_open: bool,
    briefs: Path | None,
) -> None:
    """Show the brief in the browser, anew at every save.

    A save of any file that plays a part counts. Beside it stand the problems; a click on words shows from which field
    of which file they come. It is served to this machine alone, and ends with Ctrl-C.
    """
    from brief.preview import Desk, lacking  # noqa: PLC0415 - loaded when used

    if missing := lacking():
        message = f"the preview needs packages that are not installed: {', '.join(missing)}"
        raise BriefError([Problem("missing-extra", message, hint="pip install '.[preview]' in the folder of brief")])
    import threading  # noqa: PLC0415 - as above
    import webbrowser  # noqa: PLC0415 - as above

    from brief.preview import serve  # noqa: PLC0415 - it imports the extra, which is there now

    desk = Desk.laid(
        briefs_folder(briefs),
        event,
        template,
        language=language,
        as_of=as_of,
        settings=settings_of(settings),
        draft=draft,
    )

    def ready(address: str) -> None:
        click.echo(f"{address}  (Ctrl-C ends it)")
        if not no_open:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    serve(desk, port, ready)
