"""The whole path on one screen: event and template in, documents out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from brief.check import characters_have_a_face, check, document_is_marked_as_high, markings_are_known
from brief.event import (
    Day,
    Dossier,
    EventId,
    Prose,
    at,
    dossier,
    find_briefs,
    ledger_at,
    marked,
    markings,
    open_workspace,
    standings,
)
from brief.figures import Step, status_bar, timeline
from brief.parse import parse
from brief.polish import polish
from brief.problem import BriefError, Problem, errors, in_order
from brief.render import FORMATS, render
from brief.style import read_style
from brief.template import Figures, FollowUps, Names, Previous, Registers, check_template, fill, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from brief.render import Format, Rendered
    from brief.style import Style
    from brief.tree import Document

LANGUAGE = "en-GB"
HOUSE = "policy-brief"
"""The template whose look data are checked against where no other is named."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief that was made: its tree, the documents by format, and warnings and notes about it."""

    event: str
    as_of: Day
    document: Document
    documents: Mapping[Format, Rendered]
    problems: tuple[Problem, ...]


def generate(
    event: str,
    *,
    formats: Iterable[Format] | Format = ("docx", "pdf"),
    template: str | Path = HOUSE,
    as_of: Day | date | str | None = None,
    briefs: Path | str | None = None,
) -> Brief:
    """Make the brief of one event in some formats; nothing is written.

    `as_of` replaces the event's own date: what was known on that day. `briefs` is the folder of the data; without it,
    one is looked for from the working directory upwards. Raises BriefError with all problems when anything stands in
    the way, ValueError where a format or a date is none.
    """
    wanted, day = _formats(formats), _day(as_of)
    found = dossier(open_workspace(_folder(briefs)), event)
    chosen, of_template = find(template)
    style, of_style = read_style(*chosen.folders) if chosen else (None, ())
    problems = [*found.problems, *of_template, *of_style, *_doubts(found, style)]
    names, of_names = _names(found, day, style)
    problems += of_names
    if names is None or chosen is None or style is None:
        raise BriefError(errors([*problems, *(check_template(chosen, language=LANGUAGE) if chosen else ())]))
    registers = Registers(sources=found.sources, terms=found.terms)
    filled, of_filling = fill(chosen, names, registers, figures=_figures(names), language=LANGUAGE)
    problems += of_filling
    if filled is None or errors(problems):
        raise BriefError(errors(problems))
    document, of_words = parse(filled, language=LANGUAGE, date=str(names.event.header.date), marking=str(names.marking))
    if errors(of_words):
        raise BriefError(errors(of_words))
    document = polish(document, contents_from=chosen.contents_from_words)
    documents = {kind: render(kind, document, style) for kind in wanted}
    problems += [*of_words, *(problem for one in documents.values() for problem in one.problems)]
    if errors(problems):
        raise BriefError(errors(problems))
    return Brief(event, names.as_of, document, documents, in_order(problems))


def inspect(
    events: Iterable[str] = (), *, template: str | Path = HOUSE, briefs: Path | str | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The events of a folder (or those named) and every problem of their data, in order of place.

    Data are held against the faces and the markings of `template`, where its look can be read.
    """
    workspace = open_workspace(_folder(briefs))
    chosen = tuple(dict.fromkeys(events)) or workspace.events
    look, of_template = find(template)
    style, of_style = read_style(*look.folders) if look else (None, ())
    found = [dossier(workspace, event) for event in chosen]
    told = [(*one.problems, *_doubts(one, style), *_names(one, None, style)[1]) for one in found]
    problems = [*errors((*of_template, *of_style)), *(problem for one in told for problem in one)]
    return tuple(event for event in chosen if event in workspace.events), in_order([*workspace.problems, *problems])


def names_of(event: str | None = None, *, briefs: Path | str | None = None) -> Names:
    """What a template may name of an event, or of the first one. Raises BriefError where it cannot be read."""
    workspace = open_workspace(_folder(briefs))
    found = dossier(workspace, event or next(iter(workspace.events), ""))
    house, _ = find(HOUSE)
    style, of_style = read_style(*house.folders) if house else (None, ())
    names, problems = _names(found, None, style)
    if names is None:
        raise BriefError(errors([*of_style, *found.problems, *_doubts(found, style), *problems]))
    return names


def _doubts(found: Dossier, style: Style | None) -> tuple[Problem, ...]:
    """What is wrong with data that could be read, by themselves and in this style."""
    if found.event is None or style is None:
        return check(found)
    return (*check(found), *markings_are_known(found, style.scheme), *characters_have_a_face(found, style))


def _names(found: Dossier, day: Day | None, style: Style | None) -> tuple[Names | None, tuple[Problem, ...]]:
    """What the template may name, as it was known on a day, or else on the event's own; its portions marked.

    There is nothing to name where it was not known, where the style is missing, or a marking is unknown or too low.
    """
    if found.event is None:
        return None, ()
    as_of = day or found.event.as_of
    known, problems = at(found.event, as_of)
    if known is None or style is None:
        return None, problems
    scheme, ledger = style.scheme, ledger_at(found.ledger, as_of)
    of_marks = document_is_marked_as_high(known, ledger, scheme)
    if of_marks or markings_are_known(found, scheme):
        return None, of_marks
    marking = known.header.marking or scheme.highest(markings((known, *ledger)))
    known, ledger = marked((known, ledger), scheme.portions, known.header.marking or scheme.marks[0])
    before = found.previous
    return Names(
        event=known,
        as_of=as_of,
        marking=marking,
        follow_ups=FollowUps.of(standings(ledger, as_of), known),
        previous=Previous(id=EventId(before.id), title=Prose(before.title), date=before.date) if before else None,
    ), problems


def _figures(names: Names) -> Figures:
    """Who draws what the template asks for: of the follow-ups, those that a brief on the event tells of."""
    ledger = names.follow_ups
    meeting = names.previous
    before = Step(meeting.date, meeting.title, meeting.title) if meeting and meeting.date else None
    told = (*ledger.open, *ledger.closed, *ledger.closed_since)
    return Figures(
        timeline=partial(timeline, names.event, told, names.as_of, before=before),
        status_bar=partial(status_bar, told),
    )


def _folder(briefs: Path | str | None) -> Path:
    folder = Path(briefs) if briefs is not None else find_briefs(Path.cwd())
    if folder is None:
        hint = "go to a folder that has one, name it with --briefs, or make one with 'brief init DIR'"
        raise BriefError([Problem("no-briefs", "no folder 'briefs' with a sources.yaml here or above", hint=hint)])
    return folder


def _formats(formats: Iterable[Format] | Format) -> tuple[Format, ...]:
    wanted = (formats,) if isinstance(formats, str) else tuple(dict.fromkeys(formats))
    for unknown in [kind for kind in wanted if kind not in FORMATS]:
        message = f"{unknown!r} is no format; there are {', '.join(FORMATS)}"
        raise ValueError(message)
    return wanted


def _day(as_of: Day | date | str | None) -> Day | None:
    return as_of if isinstance(as_of, Day | None) else Day.at(str(as_of))
