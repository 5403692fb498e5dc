"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

import click
from click.shell_completion import CompletionItem

from brief.problem import BriefError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.event import Day
    from brief.template import Template

    Decorator = Callable[[Callable[..., object]], Callable[..., object]]


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


class EventCommand(click.Command):
    """A command with an option --event: whoever names the event without it, or none at all, is told what to write."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises UsageError."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            told = self._told(error, ctx, given)
            if told:
                raise click.UsageError(told, ctx) from None
            raise

    def _told(self, error: click.UsageError, ctx: click.Context, given: list[str]) -> str:
        """What is said of a missing event, or of words that belong to no option; nothing of other mistakes."""
        if not isinstance(error, click.MissingParameter) and type(error) is not click.UsageError:
            return ""
        known = _known_events(ctx)
        if bare := self.make_parser(ctx).parse_args(given)[1]:
            named = (next((part for part in PurePath(word).parts if part in known), word) for word in bare)
            return f"an event is named with --event: write {' '.join(f'--event {event}' for event in named)}"
        return f"Missing option '--event': {_among(known)}"


def _known_events(context: click.Context) -> tuple[str, ...]:
    from brief.event import event_ids, find_briefs  # noqa: PLC0415 - `brief --help` reads no event

    folder = context.params.get("briefs") or find_briefs(Path.cwd())
    return event_ids(folder) if folder else ()


def _among(events: tuple[str, ...]) -> str:
    if not events:
        return "there is no folder `briefs` with an event here or above; `brief init DIR` lays one out"
    return f"write --event {events[0]}" if len(events) == 1 else f"there is {', '.join(events)}"


def complete_events(context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The events whose ids begin so."""
    from brief.event import find_briefs, list_events  # noqa: PLC0415 - as above

    folder = context.params.get("briefs") or find_briefs(Path.cwd())
    known = list_events(folder) if folder else ()
    return [CompletionItem(event.id, help=event.title) for event in known if event.id.startswith(incomplete)]


def events_option(
    help_text: str, *, required: bool = False
) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """The option that names events, repeatable."""
    return click.option(
        "--event", "events", required=required, multiple=True, shell_complete=complete_events, help=help_text
    )


def as_of_option(help_text: str) -> Decorator:
    """The option that names a day."""
    return click.option("--as-of", type=AsOf(), help=help_text)


def example(*lines: str) -> str:
    """The examples at the end of a help text."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def template_option(function: Callable[..., object]) -> Callable[..., object]:
    """The option that names a template."""
    return click.option(
        "--template",
        default="policy-brief",
        show_default=True,
        shell_complete=_templates,
        help="A template's name, or its folder.",
    )(function)


def _templates(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.template import list_templates  # noqa: PLC0415 - as above

    return [CompletionItem(t.key, help=t.purpose) for t in list_templates() if t.key.startswith(incomplete)]


def briefs_option(function: Callable[..., object]) -> Callable[..., object]:
    """The option that names the folder of the data."""
    return click.option(
        "--briefs",
        type=click.Path(path_type=Path, file_okay=False),
        help="The folder of the data. Without it, `briefs` is looked for from here upwards.",
    )(function)


def settings_option(function: Callable[..., object]) -> Callable[..., object]:
    """The option that sets options of a template."""
    return click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="NAME=VALUE",
        shell_complete=_settings,
        help="An option of the template; repeatable. `brief template show` lists them.",
    )(function)


def _settings(context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    chosen = _chosen(context)
    options = chosen.options if chosen else ()
    return [CompletionItem(f"{o.name}=", help=o.purpose) for o in options if o.name.startswith(incomplete)]


def _chosen(context: click.Context) -> Template | None:
    """The template that is named on the line as far as it has been typed."""
    from brief.template import find  # noqa: PLC0415 - as above

    return find(context.params.get("template") or "policy-brief")[0]


def language_option(function: Callable[..., object]) -> Callable[..., object]:
    """The option that names the language of a brief."""
    return click.option(
        "--lang",
        "language",
        callback=_language,
        metavar="CODE",
        shell_complete=_languages,
        help="The language of the brief: en, ko, or another of the template's labels.  [default: the template's]",
    )(function)


def _language(_context: click.Context, _param: click.Parameter, code: str | None) -> str | None:
    from brief.event import LANGUAGES, language_meant  # noqa: PLC0415 - as above

    if code is not None and code not in LANGUAGES:
        message = f"'{code}' is no language: {language_meant(code) or 'write two letters, such as en or ko'}"
        raise click.BadParameter(message)
    return code


def _languages(context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from brief.template import languages  # noqa: PLC0415 - as above

    chosen = _chosen(context)
    spoken = languages(chosen) if chosen else ()
    return [CompletionItem(code) for code in spoken if code.startswith(incomplete)]


def briefs_folder(named: Path | None) -> Path:
    """The folder of the data: the one named, or the next from here upwards. Raises BriefError where there is none."""
    from brief.event import folder_of_briefs  # noqa: PLC0415 - as above

    folder = folder_of_briefs(named)
    if not folder.is_dir():
        hint = "mend the name, or make a workspace with 'brief init DIR'"
        raise BriefError([Problem("no-briefs", f"there is no folder {folder}", hint=hint)])
    return folder


def settings_of(given: tuple[str, ...]) -> dict[str, str]:
    """What `--set NAME=VALUE` sets, by name. Raises UsageError where there is no `=`."""
    for text in given:
        if "=" not in text:
            message = f"--set {text}: write NAME=VALUE"
            raise click.UsageError(message)
    return {name.strip(): value for name, _, value in (normalize("NFC", text).partition("=") for text in given)}
