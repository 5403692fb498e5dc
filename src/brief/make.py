"""The whole path on one screen: event and template in, documents out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from brief.archive import Archive
from brief.check import (
    LAYOUT_CODES,
    bottom_line_is_short,
    characters_have_a_face,
    check,
    check_folder,
    document_is_marked_as_high,
    markings_are_known,
    page_one_is_one_page,
    unused_ignores,
    without_ignored,
)
from brief.event import (
    Day,
    Dossier,
    EventId,
    Prose,
    at,
    dossier,
    folder_of_briefs,
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
    from brief.template import Template
    from brief.tree import Document

LANGUAGE = "en-GB"
HOUSE = "policy-brief"
"""The template whose look data are checked against where no other is named."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief that was made: its tree, the documents by format, and what is to be said about it.

    Of a draft `problems` hold errors as well; what the data ignore is never among them.
    """

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
    draft: bool = False,
) -> Brief:
    """Make the brief of one event in some formats; nothing is written.

    `as_of` replaces the event's own date: what was known on that day. `briefs` is the folder of the data; without it,
    one is looked for from the working directory upwards. A `draft` is made of what can be read, whatever is wrong with
    the data, and says on every page that it is one and how many problems it has: errors and warnings. A marking that is
    unknown or too low is mended first.

    Raises BriefError with all problems when anything stands in the way, for a draft where no event can be read or the
    template cannot be filled; ValueError where a format or a date is none.
    """
    wanted, day = _formats(formats), _day(as_of)
    folder = _folder(briefs)
    found = dossier(open_workspace(folder, partial=draft), event)
    chosen, of_template = find(template)
    style, of_style = read_style(*chosen.folders) if chosen else (None, ())
    names, of_names = _names(found, day, style)
    of_data = (*found.problems, *_doubts(found, style, day, Archive(folder)), *of_names)
    problems = [*of_template, *of_style, *without_ignored(of_data, [found])]
    if names is None or chosen is None or style is None:
        raise BriefError(errors([*problems, *(check_template(chosen, language=LANGUAGE) if chosen else ())]))
    document, of_filling = _document(found, chosen, names, style)
    problems += of_filling
    if document is None or (errors(problems) and not draft):
        raise BriefError(errors(problems))
    if draft:
        tried = render("pdf", document, style) if "pdf" in wanted else None
        document = _marked([*problems, *_of_layout(tried, found, chosen)], document)
    documents = {kind: render(kind, document, style) for kind in wanted}
    problems += (problem for one in documents.values() for problem in one.problems)
    problems += _of_layout(documents.get("pdf"), found, chosen)
    if errors(problems) and not draft:
        raise BriefError(errors(problems))
    return Brief(event, names.as_of, document, documents, in_order(problems))


def inspect(
    events: Iterable[str] = (), *, template: str | Path = HOUSE, briefs: Path | str | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The events of a folder (or those named) and every problem of their data, in order of place.

    Data are held against the faces and the markings of `template`, and against its limits as the PDF shows them. What
    the data ignore is left out.
    """
    workspace = open_workspace(_folder(briefs))
    archive = Archive(workspace.folder)
    chosen = tuple(dict.fromkeys(events)) or workspace.events
    look, of_template = find(template)
    style, of_style = read_style(*look.folders) if look else (None, ())
    found = [dossier(workspace, event) for event in chosen]
    problems = [*workspace.problems, *errors((*of_template, *of_style))]
    unasked = set[str]()
    for one in found:
        names, of_names = _names(one, None, style)
        of_one = (*one.problems, *_doubts(one, style, None, archive), *of_names)
        problems += of_one
        laid_out = None
        if look and style and names and not errors(without_ignored(of_one, [one])):
            document, _ = _document(one, look, names, style)
            laid_out = render("pdf", document, style) if document else None
            problems += _layout(laid_out, one, look)
        unasked.update(() if laid_out else LAYOUT_CODES)
    whole = set(chosen) >= set(workspace.events)
    problems += check_folder(workspace, found) if whole else ()
    judged = found if whole else [replace(one, ignores=()) for one in found]
    unused = unused_ignores(problems, judged, unasked)
    known = tuple(event for event in chosen if event in workspace.events)
    return known, in_order([*without_ignored(problems, found), *unused])


def names_of(event: str | None = None, *, briefs: Path | str | None = None) -> Names:
    """What a template may name of an event, or of the first one. Raises BriefError where it cannot be read."""
    workspace = open_workspace(_folder(briefs))
    found = dossier(workspace, event or next(iter(workspace.events), ""))
    house, _ = find(HOUSE)
    style, of_style = read_style(*house.folders) if house else (None, ())
    names, problems = _names(found, None, style)
    if names is None:
        of_data = _doubts(found, style, None, Archive(workspace.folder))
        raise BriefError(errors([*of_style, *found.problems, *of_data, *problems]))
    return names


def _doubts(found: Dossier, style: Style | None, day: Day | None, archive: Archive) -> tuple[Problem, ...]:
    """What is wrong with data that could be read, by themselves and in this style."""
    problems = check(found, archive, day=day)
    if found.event is None or style is None:
        return problems
    return (*problems, *markings_are_known(found, style.scheme), *characters_have_a_face(found, style))


def _document(
    found: Dossier, chosen: Template, names: Names, style: Style
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The tree of a brief, and what filling and reading the template tell; no tree beside an error of theirs."""
    registers = Registers(sources=found.sources, terms=found.terms)
    filled, problems = fill(chosen, names, registers, figures=_figures(names), language=LANGUAGE)
    if filled is None:
        return None, problems
    document, of_words = parse(filled, language=LANGUAGE, date=str(names.event.header.date), marking=str(names.marking))
    problems = (*problems, *of_words)
    if errors(problems):
        return None, problems
    contents_from, numbered = chosen.contents_from_words, style.numbered_paragraphs
    return polish(document, contents_from=contents_from, numbered_paragraphs=numbered), problems


def _layout(pdf: Rendered | None, found: Dossier, chosen: Template) -> tuple[Problem, ...]:
    """What the laid out document tells of the data."""
    if pdf is None or found.event is None:
        return ()
    lines, ends_on = (
        pdf.lines.get("bottom-line", 0),
        max(pdf.ends.get(kind, 0) for kind in ("bottom-line", "key-points")),
    )
    return (
        *bottom_line_is_short(found.event, lines, chosen.bottom_line_lines),
        *page_one_is_one_page(found.event, ends_on, chosen.front_pages),
    )


def _of_layout(pdf: Rendered | None, found: Dossier, chosen: Template) -> tuple[Problem, ...]:
    return without_ignored(_layout(pdf, found, chosen), [found])


def _marked(problems: Iterable[Problem], document: Document) -> Document:
    """The document, said to be a draft in the head of every page, with the number of its problems."""
    count = sum(problem.severity != "note" for problem in in_order(problems))
    words = f"DRAFT: {count} problem{'s'[: count != 1]}"
    return replace(document, running=replace(document.running, draft=words))


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
    previous = Previous(id=EventId(before.id), title=Prose(before.title), date=before.date) if before else None
    return Names(
        event=known,
        as_of=as_of,
        marking=marking,
        follow_ups=FollowUps.of(standings(ledger, as_of), known, previous),
        previous=previous,
    ), problems


def _figures(names: Names) -> Figures:
    """Who draws what the template asks for: of the follow-ups, those that a brief on the event tells of."""
    meeting, told = names.previous, names.follow_ups.told
    before = Step(meeting.date, meeting.title, meeting.title) if meeting and meeting.date else None
    return Figures(
        timeline=partial(timeline, names.event, told, names.as_of, before=before),
        status_bar=partial(status_bar, told),
    )


def _folder(briefs: Path | str | None) -> Path:
    return folder_of_briefs(Path(briefs) if briefs is not None else None)


def _formats(formats: Iterable[Format] | Format) -> tuple[Format, ...]:
    wanted = (formats,) if isinstance(formats, str) else tuple(dict.fromkeys(formats))
    for unknown in [kind for kind in wanted if kind not in FORMATS]:
        message = f"{unknown!r} is no format; there are {', '.join(FORMATS)}"
        raise ValueError(message)
    return wanted


def _day(as_of: Day | date | str | None) -> Day | None:
    return as_of if isinstance(as_of, Day | None) else Day.at(str(as_of))
