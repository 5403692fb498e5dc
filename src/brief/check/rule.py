"""What a rule is: a code, how grave it is, and a function that looks at a brief's data and says what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING

from brief.archive import Archive
from brief.event import claims, standings
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brief.event import Claim, Day, Dossier, Event, Standing, Workspace
    from brief.place import Place
    from brief.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: what is wrong, where, and what to do."""

    message: str
    place: Place | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: an event that could be read, with the registers, ledger and archive it is read with.

    `day` is the as-of date of the brief where it is not the event's own.
    """

    event: Event
    dossier: Dossier
    day: Day | None = None
    archive: Archive = field(default_factory=Archive)

    @property
    def as_of(self) -> Day:
        """The date up to which the brief knows anything."""
        return self.day or self.event.as_of

    @property
    def claims(self) -> Iterator[Claim]:
        """Every claim of the event, then every one of the ledger."""
        return claims((self.event, self.dossier.ledger))

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every follow-up as it stood at the as-of date."""
        return standings(self.dossier.ledger, self.as_of)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code never changes its meaning; the first line of its function's docstring sums it up.

    Warnings and notes may be ignored in the data; an error may where the rule is `ignorable`. Where something of the
    parts that it `needs` could not be read (`Dossier.is_whole`), the rule says nothing: what it found might be of that.
    """

    code: str
    severity: Severity
    find: Callable[[Subject], Iterable[Finding]]
    ignorable: bool = False
    needs: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        """The rule, why it stands, and what to do, as `brief check --explain` prints it."""
        return cleandoc(self.find.__doc__ or "")

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """What the rule finds, under its code."""
        for found in self.find(subject) if subject.dossier.is_whole(*self.needs) else ():
            yield Problem(self.code, found.message, found.place, found.hint, self.severity)


@dataclass(frozen=True, slots=True)
class FolderRule:
    """A rule over a whole folder of briefs: its registers and all its events."""

    code: str
    severity: Severity
    find: Callable[[Workspace, tuple[Event, ...]], Iterable[Finding]]

    @property
    def explanation(self) -> str:
        """See Rule."""
        return cleandoc(self.find.__doc__ or "")

    def problems(self, workspace: Workspace, events: tuple[Event, ...]) -> Iterator[Problem]:
        """What the rule finds, under its code."""
        for found in self.find(workspace, events):
            yield Problem(self.code, found.message, found.place, found.hint, self.severity)
