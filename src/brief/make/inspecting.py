"""Every problem of a folder of briefs, and what a template may name in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief.check import LAYOUT_CODES, check_folder, unused_ignores, without_ignored
from brief.event import folder_of_briefs, open_workspace
from brief.make.desk import HOUSE, Desk, Look
from brief.make.layout import of_layout
from brief.problem import BriefError, errors, in_order
from brief.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.problem import Problem
    from brief.render import Rendered
    from brief.template import Names


def inspect(
    events: Iterable[str] = (), *, template: str | Path = HOUSE, briefs: Path | str | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The events of a folder (or those named) and every problem of their data, in order of place.

    Data are held against the faces and the markings of `template`, and against its limits as the PDF shows them. What
    the data ignore is left out. Of what cannot be read that alone is told; the rules go over the rest.
    """
    workspace = open_workspace(folder_of_briefs(Path(briefs) if briefs is not None else None), partial=True)
    chosen = tuple(dict.fromkeys(events)) or workspace.events
    look = Look.of(template)
    problems = [*workspace.problems, *errors(look.problems)]
    desks = [Desk.laid(workspace, event, look) for event in chosen]
    found = [desk.found for desk in desks]
    unasked = set[str]()
    for desk in desks:
        laid_out = _laid_out(desk)
        problems += (*desk.problems, *of_layout(laid_out, desk))
        unasked.update(() if laid_out else LAYOUT_CODES)
    whole = set(chosen) >= set(workspace.events)
    problems += check_folder(workspace, found) if whole else ()
    judged = [desk.found for desk in desks if not desk.found.lost]
    judged = judged if whole and judged == found else [replace(one, ignores=()) for one in judged]
    unused = unused_ignores(problems, judged, unasked)
    known = tuple(event for event in chosen if event in workspace.events)
    return known, in_order([*without_ignored(problems, found), *unused])


def _laid_out(desk: Desk) -> Rendered | None:
    """The PDF, where one can be made, if only of a draft."""
    style = desk.look.style
    if desk.look.template is None or style is None or desk.names is None:
        return None
    document, _ = desk.document()
    return render("pdf", document, style) if document else None


def names_of(event: str | None = None, *, briefs: Path | str | None = None) -> Names:
    """What a template may name of an event, or of the first one. Raises BriefError where it cannot be read."""
    workspace = open_workspace(folder_of_briefs(Path(briefs) if briefs is not None else None))
    look = Look.of(HOUSE)
    desk = Desk.laid(workspace, event or next(iter(workspace.events), ""), look)
    if desk.names is None:
        raise BriefError(errors([*look.problems, *desk.problems]))
    return desk.names
