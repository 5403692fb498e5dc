"""Make a brief: from what lies on the desk to the documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from brief.check import without_ignored
from brief.event import Day, folder_of_briefs, open_workspace
from brief.make.book import bound
from brief.make.desk import HOUSE, Desk, Look
from brief.make.layout import of_layout
from brief.problem import BriefError, Problem, errors, in_order
from brief.render import FORMATS, render
from brief.walk import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from brief.render import Format, Rendered
    from brief.style import Style
    from brief.tree import Document


USUAL: tuple[Format, ...] = ("docx", "pdf")
"""The formats of a template that names none."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief that was made: its tree, its look, the documents by format, and what is to be said about it.

    `events` are one, or those of a book in their order. `name` is what its files are called: the events, then the
    template where it is another than the policy brief, and the language where it is another than the template's,
    "vilnius-2023_one-page_ko"; a book of one event says that it is one. Of a draft `problems` hold errors as well; what
    the data ignore is never among them.
    """

    events: tuple[str, ...]
    name: str
    as_of: Day
    document: Document
    style: Style
    documents: Mapping[Format, Rendered]
    problems: tuple[Problem, ...]


def generate(
    event: str,
    *,
    formats: Iterable[Format] | Format | None = None,
    template: str | Path = HOUSE,
    settings: Mapping[str, str | int | bool] | None = None,
    as_of: Day | date | str | None = None,
    language: str | None = None,
    briefs: Path | str | None = None,
    draft: bool = False,
    origins: bool = False,
) -> Brief:
    """Make the brief of one event in some formats, or in those of its template; nothing is written.

    `as_of` replaces the event's own date: what was known on that day. `language` is one that the template has labels in
    (`en`, `ko`), or else that of the template; a text that is printed and has none in it is an error. `settings` are
    options of the template: the words that `--set` takes, or True, False or a whole number. `briefs` is the folder of
    the data; without it, one is looked for from the working directory upwards. A `draft` is made of what can be read,
    whatever is wrong with the data, and says on every page that it is one and how many problems they have: errors and
    warnings. A marking that is unknown or too low is mended first. With `origins`, the HTML says of words where the
    data hold them, and every block has an id, whose page `Rendered.pages` of the PDF tells.

    Raises BriefError with all problems when anything stands in the way, for a draft where no event can be read or the
    template cannot be filled; ValueError where a format or a date is none.
    """
    look, day = Look.of(template), _day(as_of)
    wanted = _formats(formats, look)
    desks = _desks((event,), look, day, language, briefs, draft=draft)
    document, of_filling = desks[0].document(settings)
    return _printed(desks, document, of_filling, wanted, draft=draft, origins=origins)


def generate_book(
    events: Iterable[str],
    *,
    formats: Iterable[Format] | Format | None = None,
    template: str | Path = HOUSE,
    settings: Mapping[str, str | int | bool] | None = None,
    as_of: Day | date | str | None = None,
    language: str | None = None,
    briefs: Path | str | None = None,
    draft: bool = False,
) -> Brief:
    """Make one document of the briefs of several events, in this order; nothing is written.

    Each brief is what `generate` makes of its event, and a part of the book; what stands around the parts is
    `book.md.j2` of the template. The day of what is returned is the latest of theirs. The limits of a template are for
    single briefs: none is held against a book. All else is as for `generate`; ValueError is also raised where no event
    is named.
    """
    chosen = tuple(dict.fromkeys(events))
    if not chosen:
        message = "a book is made of one event at least"
        raise ValueError(message)
    look, day = Look.of(template), _day(as_of)
    wanted = _formats(formats, look)
    desks = _desks(chosen, look, day, language, briefs, draft=draft)
    document, of_binding = bound(desks, settings)
    return _printed(desks, document, of_binding, wanted, draft=draft, book=True)


def _desks(
    events: tuple[str, ...],
    look: Look,
    day: Day | None,
    language: str | None,
    briefs: Path | str | None,
    *,
    draft: bool,
) -> tuple[Desk, ...]:
    """A desk for each event, complete. Raises BriefError with all problems where one is not."""
    folder = folder_of_briefs(Path(briefs) if briefs is not None else None)
    workspace = open_workspace(folder, language=language or look.language, partial=True)
    desks = tuple(Desk.laid(workspace, event, look, day) for event in events)
    if look.template and look.style and all(desk.names for desk in desks):
        return desks
    problems = [*look.problems, *_standing(desks), *look.faults(workspace.language)]
    for event, desk in zip(events, desks, strict=True):
        if draft and not desk.names and event in workspace.events:
            problems += _undrafted(desk, event)
    raise BriefError(errors(problems))


def _standing(desks: Iterable[Desk]) -> list[Problem]:
    return [problem for desk in desks for problem in desk.standing]


def _printed(
    desks: tuple[Desk, ...],
    document: Document | None,
    of_document: Iterable[Problem],
    wanted: tuple[Format, ...],
    *,
    draft: bool,
    origins: bool = False,
    book: bool = False,
) -> Brief:
    """The documents of a brief, or of a book. Raises BriefError where an error stands in the way."""
    look, names = desks[0].look, [desk.names for desk in desks if desk.names]
    problems = [*look.problems, *_standing(desks), *of_document]
    if document is None or look.style is None or (errors(problems) and not draft):
        raise BriefError(errors(problems))
    document = _named(document) if origins else document
    if draft:
        document = _marked(problems, document, desks[0])
    limit = 0 if book or look.template is None else look.template.pages
    documents = {kind: render(kind, document, look.style, origins=origins, limit=limit) for kind in wanted}
    problems += (problem for one in documents.values() for problem in one.problems)
    problems += () if book else _of_layout(documents.get("pdf"), desks[0])
    if errors(problems) and not draft:
        raise BriefError(errors(problems))
    events = tuple(each.event.id for each in names)
    alone = ("book",) if book and len(names) == 1 else ()
    name = "_".join(("+".join(events), *alone, *look.marks(desks[0].language)))
    return Brief(events, name, max(each.as_of for each in names), document, look.style, documents, in_order(problems))


def _named(document: Document) -> Document:
    """The document with an id for all that can have one, so that the PDF tells on which page it begins.

    The underscore keeps them from the ids of templates, which begin with a letter.
    """
    numbers = count(1)
    children = with_ids(document.children, lambda name: name or f"_block-{next(numbers)}")
    return replace(document, children=children)


def _undrafted(desk: Desk, event: str) -> tuple[Problem, ...]:
    """Why no draft can be made of an event that there is, where that is for its data."""
    if desk.look.template is None or desk.look.style is None:
        return ()
    if desk.found.event is None:
        why = "its title, a date, the header, the meeting or a list that every brief has cannot be read"
    elif any(problem.code in ("marking", "low-marking") for problem in desk.problems):
        why = "a marking is unknown, or lower than what it covers"
    else:
        why = "what every brief has was not known at its as-of date"
    hint = "mend this first; a draft can be made beside all other problems"
    return (Problem("no-draft", f"no draft of '{event}' can be made: {why}", hint=hint),)


def _of_layout(pdf: Rendered | None, desk: Desk) -> tuple[Problem, ...]:
    """What the pages tell of a single brief; limits of pages and lines are none of a book, not even of one brief."""
    return without_ignored(of_layout(pdf, desk), [desk.found])


def _marked(problems: Iterable[Problem], document: Document, desk: Desk) -> Document:
    """The document, said to be a draft in the head of every page, with the number of its problems."""
    count = sum(problem.severity != "note" for problem in in_order(problems))
    words = desk.word("draft" if count == 1 else "drafts").replace("{count}", str(count))
    return replace(document, running=replace(document.running, draft=words))


def _formats(formats: Iterable[Format] | Format | None, look: Look) -> tuple[Format, ...]:
    """The formats that are asked for, or else those of the template."""
    if formats is None:
        own = look.template.formats if look.template else ()
        return tuple(kind for kind in FORMATS if kind in own) or USUAL
    wanted = (formats,) if isinstance(formats, str) else tuple(dict.fromkeys(formats))
    for unknown in [kind for kind in wanted if kind not in FORMATS]:
        message = f"{unknown!r} is no format; there are {', '.join(FORMATS)}"
        raise ValueError(message)
    if not wanted:
        message = f"no format is named; there are {', '.join(FORMATS)}"
        raise ValueError(message)
    return wanted


def _day(as_of: Day | date | str | None) -> Day | None:
    return as_of if isinstance(as_of, Day | None) else Day.at(str(as_of))
