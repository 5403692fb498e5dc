"""Bind a book: several briefs in one document, with one list of contents and one list of sources."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from brief.make.links import dead_links
from brief.make.translated import translations_missing
from brief.parse import parse
from brief.polish import as_part
from brief.problem import errors
from brief.template import BookNames, Bound, Names, Registers, fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.make.desk import Desk
    from brief.problem import Problem
    from brief.tree import Document


def bound(
    desks: Sequence[Desk], settings: Mapping[str, str | int | bool] | None = None
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The tree of a book of the briefs of these desks, all of one folder and with one look; and what that tells.

    There is one desk at least. Raises ValueError where one lacks its template, style or names.
    """
    read = [desk.read_brief(settings) for desk in desks]
    problems = tuple(problem for _, _, told in read for problem in told)
    first = desks[0]
    template, style = first.look.template, first.look.style
    if errors(problems) or template is None or style is None:
        return None, problems
    parts = [
        _part(desk.names, document, place, template.contents_from_words)
        for place, (desk, (document, _, _)) in enumerate(zip(desks, read, strict=True), 1)
        if desk.names and document
    ]
    names = BookNames(briefs=tuple(parts), marking=style.scheme.highest(part.marking for part in parts))
    registers = Registers(sources=first.found.sources, terms=first.found.terms)
    date = max(str(part.event.header.date) for part in parts)
    filled, of_frame = fill(template, names, registers, language=first.language, settings=settings)
    if filled is None:
        return None, (*problems, *of_frame)
    book, of_words = parse(filled, language=first.word("language"), date=date, marking=str(names.marking))
    problems = (*problems, *of_frame, *of_words)
    if errors(problems):
        return None, problems
    frame, book = book, first.polished(book, contents_from=0)
    untranslated = (
        problem
        for desk, (_, printed, _) in zip(desks, read, strict=True)
        if printed
        for problem in translations_missing(book, printed, desk.found, desk.language)
    )
    return book, (*problems, *untranslated, *dead_links(frame, book))


def _part(names: Names, document: Document, place: int, contents_from: int) -> Bound:
    brief = as_part(document, place, contents_from=contents_from)
    return Bound(**{field.name: getattr(names, field.name) for field in fields(names)}, brief=brief)
