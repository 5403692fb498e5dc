"""Every problem of a folder of briefs, and what a template may name in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brief.check import ENGLISH_CODES, LAYOUT_CODES, check_folder, unused_ignores, without_ignored
from brief.event import find_briefs, folder_of_briefs, open_workspace, unknown_event
from brief.files import as_typed
from brief.make.book import bound
from brief.make.desk import HOUSE, Desk, Look
from brief.make.layout import of_layout
from brief.problem import BriefError, errors, in_order
from brief.render import render
from brief.template import BOOK, check_book, check_template, languages, stray_files, unused_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.event import Day, Workspace
    from brief.problem import Problem
    from brief.render import Rendered
    from brief.template import Names

OF_ASKING = ("translation", "option")
"""Codes of what is wrong with a brief in the language and with the options that are asked for."""


def inspect(
    events: Iterable[str] = (),
    *,
    template: str | Path = HOUSE,
    settings: Mapping[str, str | int | bool] | None = None,
    as_of: Day | None = None,
    language: str | None = None,
    briefs: Path | str | None = None,
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The events of a folder (or those named) and every problem of their data, in order of place.

    Data are held against the faces and the markings of `template`, and against its limits as the PDF shows them, in a
    `language` or in that of the template. What the data ignore is left out. Of what cannot be read that alone is told;
    the rules go over the rest. `settings` and `as_of` are as for a brief; on a day that is asked for, an event may lack
    what it ignores, so that no ignore is then called unused.
    """
    look = Look.of(template)
    folder = folder_of_briefs(Path(briefs) if briefs is not None else None)
    workspace = open_workspace(folder, language=language or look.language, partial=True)
    chosen = tuple(dict.fromkeys(events)) or workspace.events
    problems: list[Problem] = [*workspace.problems, *errors(look.problems)]
    desks = [Desk.laid(workspace, event, look, as_of) for event in chosen]
    found = [desk.found for desk in desks]
    unasked = set[str]()
    for desk in desks:
        laid_out, of_asking = _laid_out(desk, settings)
        problems += (*desk.problems, *of_asking, *of_layout(laid_out, desk))
        unasked.update(() if laid_out else LAYOUT_CODES, () if workspace.language == "en" else ENGLISH_CODES)
    whole = set(chosen) >= set(workspace.events)
    problems += check_folder(workspace, found) if whole else ()
    judged = [desk.found for desk in desks if not desk.found.lost]
    judged = judged if whole and judged == found else [replace(one, ignores=()) for one in judged]
    unused = unused_ignores(problems, judged, unasked) if as_of is None else ()
    known = tuple(event for event in chosen if event in workspace.events)
    return known, in_order([*without_ignored(problems, found), *unused])


class OfTemplate(NamedTuple):
    """What a template was filled with to be looked at, the languages it speaks, and all that is wrong with it.

    Where there are data and none that it can be filled with, `unfilled` says so.
    """

    event: str | None
    languages: tuple[str, ...]
    problems: tuple[Problem, ...]
    unfilled: str = ""


def inspect_template(name: str | Path, *, event: str | None = None, briefs: Path | str | None = None) -> OfTemplate:
    """All that is wrong with a template.

    It is filled with `event`, or else the first that can be read of the folder `briefs` or the next from here upwards;
    with none, where there is no such folder or no such event. Raises BriefError where there is no such template, or no
    `event` of this name.
    """
    look = Look.of(name)
    template = look.template
    if template is None:
        raise BriefError(look.problems)
    spoken = languages(template)
    of_words = [
        problem
        for language in spoken
        for problem in (*check_template(template, language=language), *check_book(template, language=language))
    ]
    problems = [*look.problems, *of_words, *stray_files(template), *unused_labels(template)]
    folder = folder_of_briefs(Path(briefs)) if briefs is not None else find_briefs(Path.cwd())
    workspace = open_workspace(folder, language=look.language) if folder is not None else None
    if workspace is None or not (event or workspace.events):
        return OfTemplate(None, spoken, in_order(problems))
    style = look.style or Look.of(HOUSE).style  # of what is looked at here nothing depends on the style
    desk = _readable(workspace, event, replace(look, style=style))
    if desk is None or desk.names is None:
        which = f"'{event}'" if event else f"no event of {as_typed(workspace.folder)}"
        return OfTemplate(None, spoken, in_order(problems), f"{which} can{'not' if event else ''} be read")
    of_book = bound((desk,))[1] if template.has(BOOK) and not errors(of_words) else ()
    of_filling = [problem for problem in (*desk.read(), *of_book) if problem.code not in OF_ASKING]
    return OfTemplate(desk.names.event.id, spoken, in_order(dict.fromkeys([*problems, *of_filling])))


def _readable(workspace: Workspace, event: str | None, look: Look) -> Desk | None:
    """The desk with the event that is named, or else with the first that can be read.

    Raises BriefError where there is none of this name.
    """
    if event and event not in workspace.events:
        raise BriefError([unknown_event(workspace.folder, event)])
    desks = (Desk.laid(workspace, each, look) for each in ((event,) if event else workspace.events))
    return next((desk for desk in desks if desk.names), None)


def _laid_out(
    desk: Desk, settings: Mapping[str, str | int | bool] | None
) -> tuple[Rendered | None, tuple[Problem, ...]]:
    """The PDF, where one can be made, if only of a draft; the translations that it lacks, and options that are none."""
    style = desk.look.style
    if desk.look.template is None or style is None or desk.names is None:
        return None, ()
    document, problems = desk.document(settings)
    of_asking = tuple(problem for problem in problems if problem.code in OF_ASKING)
    if document is None or of_asking:
        return None, of_asking
    return render("pdf", document, style, limit=desk.look.template.pages), ()


def names_of(event: str | None = None, *, briefs: Path | str | None = None) -> Names:
    """What a template may name of an event, or of the first that can be read. Raises BriefError where there is none."""
    workspace = open_workspace(folder_of_briefs(Path(briefs) if briefs is not None else None))
    look = Look.of(HOUSE)
    desk = _readable(workspace, event, look) or Desk.laid(workspace, event or next(iter(workspace.events), ""), look)
    if desk.names is None:
        raise BriefError(errors([*look.problems, *desk.problems]))
    return desk.names
