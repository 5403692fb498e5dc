"""What lies on the desk before a brief is made: an event, a template and its look, and what is wrong with each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from brief.archive import Archive
from brief.check import characters_have_a_face, check, document_is_marked_as_high, markings_are_known, without_ignored
from brief.event import LANGUAGES, EventId, Prose, at, dossier, ledger_at, marked, markings, standings
from brief.figures import FIGURE_WIDTH, Step, status_bar, timeline
from brief.make.links import dead_links
from brief.make.translated import translations_missing
from brief.parse import parse
from brief.polish import polish
from brief.problem import errors
from brief.style import SERIF, read_style
from brief.template import (
    Figures,
    FollowUps,
    Names,
    Previous,
    Registers,
    check_template,
    fill,
    fill_sound,
    find,
    languages,
    read_labels,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brief.event import Day, Dossier, Workspace
    from brief.problem import Problem
    from brief.style import Style
    from brief.template import Filled, Template
    from brief.tree import Document

HOUSE = "policy-brief"
"""The template that is taken where no other is named."""

OF_WHOLE = ("document", "heading-level")
"""Codes of problems that a part of a document may have and the whole has not."""


@dataclass(frozen=True, slots=True)
class Look:
    """A template and its style, each missing where it cannot be read, and what is wrong with them."""

    template: Template | None
    style: Style | None
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, name: str | Path) -> Look:
        """The look of the template of this name, or of this folder."""
        template, of_template = find(name)
        style, of_style = read_style(*template.folders) if template else (None, ())
        return cls(template, style, (*of_template, *of_style))

    @property
    def language(self) -> str:
        """The language of a brief where none is asked for: that of the template, if it has words in that one alone."""
        known = languages(self.template) if self.template else ()
        return known[0] if len(known) == 1 and known[0] in LANGUAGES else "en"

    def marks(self, language: str) -> tuple[str, ...]:
        """What tells a brief from that of the house template in its own language: template and language."""
        name = self.template.folder.resolve().name if self.template else HOUSE
        return (*((name,) if name != HOUSE else ()), *((language,) if language != self.language else ()))

    def said_in(self, language: str) -> Look:
        """The look of a brief in a language."""
        if language != "ko" or self.style is None:
            return self
        return replace(self, style=self.style.for_hangul(SERIF))

    def faults(self, language: str) -> tuple[Problem, ...]:
        """What is wrong with the words of the template, which nothing has been filled into."""
        return check_template(self.template, language=language) if self.template else ()


@dataclass(frozen=True, slots=True)
class Desk:
    """An event beside a look: what a brief is made from. `names` are missing where they cannot be known.

    `problems` are those of the data, ignored ones among them.
    """

    found: Dossier
    look: Look
    language: str
    names: Names | None
    problems: tuple[Problem, ...]

    @classmethod
    def laid(cls, workspace: Workspace, event: str, look: Look, day: Day | None = None) -> Desk:
        """The desk with an event of a folder, at its own as-of date or at another day."""
        found, look = dossier(workspace, event), look.said_in(workspace.language)
        names, of_names = _names(found, day, look.style)
        doubts = _doubts(found, look.style, day, Archive(workspace.folder), workspace.language)
        return cls(found, look, workspace.language, names, (*found.problems, *doubts, *of_names))

    @property
    def standing(self) -> tuple[Problem, ...]:
        """The problems of the data that are not ignored."""
        return without_ignored(self.problems, [self.found])

    def word(self, key: str) -> str:
        """A label that every brief has, in its language: `language` is the tag of the document, as BCP 47 has it."""
        return read_labels(self.look.template, self.language)[0].word(key) if self.look.template else ""

    def document(
        self, settings: Mapping[str, str | int | bool] | None = None
    ) -> tuple[Document | None, tuple[Problem, ...]]:
        """The tree of the brief, and what filling and reading the template tell; no tree beside an error of theirs.

        A text that is printed and has no words in the language of the brief is told as well, and stands in English; and
        so is a link that leads nowhere.

        Raises ValueError where template, style or names are missing.
        """
        document, filled, problems = self.read_brief(settings)
        template = self.look.template
        if document is None or filled is None or template is None:
            return None, problems
        read, document = document, self.polished(document, contents_from=template.contents_from_words)
        untranslated = translations_missing(document, filled, self.found, self.language)
        return document, (*problems, *untranslated, *dead_links(read, document))

    def polished(self, document: Document, *, contents_from: int) -> Document:
        """A read document as it is to be set in this look and language, with contents from so many words."""
        style = self.look.style
        return polish(
            document,
            contents_from=contents_from,
            numbered_paragraphs=bool(style and style.numbered_paragraphs),
            section_mark=style.section_mark if style else "",
            annex=self.word("annex"),
            part=self.word("part_number"),
        )

    def read_brief(
        self, settings: Mapping[str, str | int | bool] | None = None
    ) -> tuple[Document | None, Filled | None, tuple[Problem, ...]]:
        """The tree before it is polished, what it was read from, and what is wrong; neither beside an error.

        Raises ValueError where template, style or names are missing.
        """
        template, style, names = self.look.template, self.look.style, self.names
        if template is None or style is None or names is None:
            message = "there is nothing to make a brief from"
            raise ValueError(message)
        registers = Registers(sources=self.found.sources, terms=self.found.terms)
        language, date, marking = self.language, str(names.event.header.date), str(names.marking)
        drawn = _figures(names, style)
        filled, problems = fill(template, names, registers, figures=drawn, language=language, settings=settings)
        if filled is None:
            return None, None, problems
        document, of_words = parse(filled, language=self.word("language"), date=date, marking=marking)
        problems = (*problems, *of_words)
        return (None, None, problems) if errors(problems) else (document, filled, problems)

    def read(self) -> tuple[Problem, ...]:
        """What is wrong with the template once it is filled; of one with errors, with the files that have none.

        A file by itself is no document: what it lacks of one is not told.
        """
        template, style, names = self.look.template, self.look.style, self.names
        if template is None or style is None or names is None:
            return ()
        tag, date = self.word("language"), str(names.event.header.date)
        if not errors(check_template(template, language=self.language)):
            return self.document()[1]
        registers = Registers(sources=self.found.sources, terms=self.found.terms)
        pieces = fill_sound(template, names, registers, figures=_figures(names, style), language=self.language)
        read = (problem for piece in pieces for problem in parse(piece, language=tag, date=date)[1])
        return tuple(problem for problem in read if problem.code not in OF_WHOLE)


def _doubts(
    found: Dossier, style: Style | None, day: Day | None, archive: Archive, language: str
) -> tuple[Problem, ...]:
    """What is wrong with data that could be read, by themselves and in this style."""
    problems = check(found, archive, day=day, language=language)
    if found.event is None or style is None:
        return problems
    return (*problems, *markings_are_known(found, style.scheme), *characters_have_a_face(found, style))


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
        written_as_of=found.event.as_of if as_of.later_than(found.event.as_of) else None,
    ), problems


def _figures(names: Names, style: Style) -> Figures:
    """Who draws what the template asks for, as wide as the text: of the follow-ups, those a brief on the event tells.

    On a narrower page, a figure is drawn as it is on others, and made smaller.
    """
    meeting, told = names.previous, names.follow_ups.told
    before = Step(meeting.date, meeting.title, meeting.title) if meeting and meeting.date else None
    width = max(style.page.measure, FIGURE_WIDTH)
    return Figures(
        timeline=partial(timeline, names.event, told, names.as_of, before=before, width=width),
        status_bar=partial(status_bar, told, width=width),
    )
