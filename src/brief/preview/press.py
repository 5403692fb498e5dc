"""Makes what is looked at, and keeps the last page that could be made.

The page comes first: it is made in a fraction of a second. The PDF, whose pages are counted, follows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from brief.files import read_text
from brief.make import generate
from brief.problem import BriefError, Problem, errors
from brief.tree import Code, Text
from brief.walk import inlines, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.make import Brief
    from brief.preview.choice import Choice
    from brief.tree import Document

Download = Literal["docx", "pdf"]

KEPT = 16
"""Choices whose last good page is kept."""

AROUND = 4
"""Lines that are shown before a line, and behind it."""


@dataclass(frozen=True, slots=True)
class State:
    """How a brief stands: what is wrong with it now, and the version of the last page that could be made, if any.

    `pages` maps ids of headings to page numbers, and `page_count` counts the pages, once they are known.
    """

    version: str
    problems: tuple[Problem, ...]
    pages: Mapping[str, int] = field(default_factory=dict)
    page_count: int | None = None

    @property
    def fresh(self) -> bool:
        """Whether a brief can be made of the files as they are, and the page is of it."""
        return bool(self.version) and not errors(self.problems)

    def told(self) -> dict[str, object]:
        """The state as JSON can hold it."""
        return {
            "version": self.version,
            "fresh": self.fresh,
            "problems": [_told(problem) for problem in self.problems],
            "pages": dict(self.pages),
            "count": self.page_count,
        }


class Press:
    """Makes one brief at a time. `page` and `lines` are asked for between."""

    def __init__(self, briefs: Path) -> None:
        self._briefs = briefs
        self._good: dict[Choice, bytes] = {}
        self._files: set[str] = set()

    def make(self, choice: Choice) -> State:
        """Make the page of a choice anew."""
        brief, problems = self._made(choice, "html")
        if brief:
            self._keep(choice, brief.documents["html"].content)
            self._files.update(_files(brief.document))
        self._files.update(problem.place.file for problem in problems if problem.place)
        return State(_version(self.page(choice)), problems)

    def lay_out(self, choice: Choice, state: State) -> State:
        """The state with what only the pages of the PDF tell."""
        brief, problems = self._made(choice, "pdf")
        self._files.update(problem.place.file for problem in problems if problem.place)
        if brief is None:
            return replace(state, problems=problems)
        pdf = brief.documents["pdf"]
        return replace(state, problems=problems, pages=pdf.pages, page_count=pdf.page_count)

    def page(self, choice: Choice) -> bytes:
        """The last page of a choice that could be made; nothing where there was none."""
        return self._good.get(choice, b"")

    def document(self, choice: Choice, kind: Download) -> bytes:
        """The file that `brief generate` would write. Raises BriefError where it would write none."""
        made = generate(
            choice.event,
            formats=kind,
            template=choice.template,
            language=choice.language,
            as_of=choice.as_of,
            briefs=self._briefs,
        )
        return made.documents[kind].content

    def lines(self, file: str, line: int) -> list[tuple[int, str]] | None:
        """A line of a file and those around it, numbered, as the file is now.

        None of a file in which no word of a brief and no problem has been found; nothing where it cannot be read.
        """
        if file not in self._files:
            return None
        try:
            every = read_text(Path(file)).split("\n")
        except (OSError, ValueError):
            return []
        first = max(1, line - AROUND)
        return list(enumerate(every[first - 1 : line + AROUND], first))

    def _made(self, choice: Choice, kind: Literal["html", "pdf"]) -> tuple[Brief | None, tuple[Problem, ...]]:
        try:
            brief = generate(
                choice.event,
                formats=kind,
                template=choice.template,
                language=choice.language,
                as_of=choice.as_of,
                briefs=self._briefs,
                origins=True,
            )
        except BriefError as error:
            return None, error.problems
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            return None, (Problem("unreadable", f"{where}{error.strerror or error}"),)
        return brief, brief.problems

    def _keep(self, choice: Choice, page: bytes) -> None:
        self._good.pop(choice, None)
        self._good[choice] = page
        while len(self._good) > KEPT:
            del self._good[next(iter(self._good))]


def _files(document: Document) -> Iterator[str]:
    """The files in which words of a document stand."""
    every = (inline for phrase in phrases(document) for inline in inlines(phrase))
    yield from (one.origin.file for one in every if isinstance(one, Text | Code) and one.origin)


def _version(page: bytes) -> str:
    return hashlib.sha256(page).hexdigest()[:16] if page else ""


def _told(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": place.file if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "field": place.path if place else "",
    }
