"""Makes what is looked at, and keeps the last page that could be made.

The page comes first: it is made in a fraction of a second. The PDF, whose pages are counted, follows, and then all that
`brief check` tells. Each is made once for a choice and a save, however many look at it.
"""

from __future__ import annotations

import hashlib
import time
import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from brief.files import read_text
from brief.make import generate, inspect
from brief.preview.faces import Faces
from brief.problem import BriefError, Problem, in_order
from brief.walk import origins

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brief.make import Brief
    from brief.preview.choice import Choice
    from brief.preview.faces import Cut
    from brief.render import Format

Download = Literal["docx", "pdf"]

KEPT = 16
"""Choices whose last good page is kept."""

AROUND = 4
"""Lines that are shown before a line, and behind it."""


@dataclass(frozen=True, slots=True)
class Page:
    """The last page of a choice that could be made: its bytes, when it was made, in seconds of the epoch, its faces."""

    content: bytes
    since: float
    faces: tuple[Cut, ...] = ()

    @property
    def version(self) -> str:
        """Says whether two pages are the same."""
        return hashlib.sha256(b"".join((self.content, *(f"\0{cut}".encode() for cut in self.faces)))).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class State:
    """How a brief stands: what is wrong with it now, and the last page that could be made, if any.

    It is `fresh` where the page is of the files as they are. `problems` are all there are once it is `whole`. `pages`
    maps ids of blocks to page numbers, and `page_count` counts the pages, once they are known.
    """

    page: Page | None
    fresh: bool
    problems: tuple[Problem, ...]
    pages: Mapping[str, int] = field(default_factory=dict)
    page_count: int | None = None
    whole: bool = False

    def told(self) -> dict[str, object]:
        """The state as JSON can hold it."""
        return {
            "version": self.page.version if self.page else "",
            "since": self.page.since if self.page else 0,
            "faces": [cut._asdict() for cut in self.page.faces] if self.page else [],
            "fresh": self.fresh,
            "whole": self.whole,
            "problems": [_told(problem) for problem in self.problems],
            "pages": dict(self.pages),
            "count": self.page_count,
        }


class Press:
    """Makes one brief at a time. `page` and `lines` are asked for between. A `revision` numbers the saves."""

    def __init__(self, briefs: Path, now: Callable[[], float] = time.time) -> None:
        self._briefs, self._now = briefs, now
        self._good: dict[Choice, Page] = {}
        self._states: dict[Choice, tuple[int, State]] = {}
        self._files: set[str] = set()
        self.faces = Faces()

    def make(self, choice: Choice, revision: int) -> State:
        """The state with the page made anew, unless this save has been seen."""
        made_at, state = self._states.get(choice, (-1, None))
        if state and made_at >= revision:
            return state
        brief, problems = self._made(choice, ("html",))
        return self._state(choice, revision, brief, problems)

    def lay_out(self, choice: Choice, revision: int) -> State:
        """The state with what only the pages of the PDF tell."""
        state = self.make(choice, revision)
        if not state.fresh or state.page_count:
            return state
        brief, problems = self._made(choice, ("html", "pdf"))
        return self._state(choice, revision, brief, problems)

    def look_over(self, choice: Choice, revision: int) -> State:
        """The state with every problem that `brief check` tells besides."""
        state = self.make(choice, revision)
        if state.whole:
            return state
        state = replace(state, problems=in_order((*state.problems, *self._inspected(choice))), whole=True)
        return self._keep(choice, revision, state)

    def page(self, choice: Choice) -> bytes:
        """The last page of a choice that could be made; nothing where there was none."""
        page = self._good.get(choice)
        return page.content if page else b""

    def document(self, choice: Choice, kind: Download) -> tuple[str, bytes]:
        """The file that `brief generate` would write, with its name. Raises BriefError where it would write none."""
        brief = self._generated(choice, (kind,))
        return f"{brief.name}.{kind}", brief.documents[kind].content

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

    def _state(self, choice: Choice, revision: int, brief: Brief | None, problems: tuple[Problem, ...]) -> State:
        if brief is None:
            return self._keep(choice, revision, State(self._good.get(choice), fresh=False, problems=problems))
        page = Page(brief.documents["html"].content, self._now(), self.faces.cuts(brief.style))
        before = self._good.get(choice, page)
        page = before if before.version == page.version else page
        self._good = {each: kept for each, kept in self._good.items() if each != choice} | {choice: page}
        self._files.update(place.file for place in origins(brief.document))
        pdf = brief.documents.get("pdf")
        state = State(self._good[choice], fresh=True, problems=problems)
        state = replace(state, pages=pdf.pages, page_count=pdf.page_count) if pdf else state
        return self._keep(choice, revision, state)

    def _keep(self, choice: Choice, revision: int, state: State) -> State:
        self._files.update(problem.place.file for problem in state.problems if problem.place)
        self._states.pop(choice, None)
        self._states[choice] = (revision, state)
        for kept in (self._good, self._states):
            while len(kept) > KEPT:
                del kept[next(iter(kept))]
        return state

    def _made(self, choice: Choice, formats: tuple[Format, ...]) -> tuple[Brief | None, tuple[Problem, ...]]:
        try:
            brief = self._generated(choice, formats, origins=True)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is told in the page, and the preview goes on
            return None, _went_wrong(error)
        return brief, brief.problems

    def _generated(self, choice: Choice, formats: tuple[Format, ...], *, origins: bool = False) -> Brief:
        return generate(
            choice.event,
            formats=formats,
            template=choice.template,
            settings=dict(choice.settings),
            language=choice.language,
            as_of=choice.as_of,
            briefs=self._briefs,
            draft=choice.draft,
            origins=origins,
        )

    def _inspected(self, choice: Choice) -> tuple[Problem, ...]:
        try:
            return inspect(
                (choice.event,),
                template=choice.template,
                settings=dict(choice.settings),
                language=choice.language,
                as_of=choice.as_of,
                briefs=self._briefs,
            )[1]
        except Exception as error:  # noqa: BLE001 - as above
            return _went_wrong(error)


def _went_wrong(error: Exception) -> tuple[Problem, ...]:
    """What is wrong; a fault of the program itself goes to the terminal as well, with where it is."""
    match error:
        case BriefError():
            return error.problems
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return (Problem("unreadable", f"{where}{error.strerror or error}"),)
        case _:
            traceback.print_exception(error)
            message = f"brief itself has a fault here: {type(error).__name__}: {error}"
            return (Problem("fault", message, hint="take back the last change; the terminal tells more"),)


def fault(error: Exception) -> str:
    """What is wrong, in words, where something could not be handed out."""
    return "\n".join(map(str, _went_wrong(error)))


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
