"""Rules over the register of sources, and over what claims make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding
from brief.event import Discrepancy, claims
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Event, Source, Workspace


def sources_are_read_after_they_are_published(subject: Subject) -> Iterator[Finding]:
    """A source was not read before it was published.

    One of the two dates is wrong, and by the date of its sources it is judged what a brief may hold.
    Mend `date` or `read_on`.
    """
    for source in subject.dossier.sources:
        if source.date and source.read_on and source.date.later_than(source.read_on):
            message = f"{source.id} is dated {source.date} and was read on {source.read_on}"
            yield Finding(message, place_of(source.read_on), "mend one of the two dates")


def page_one_does_not_stand_on_a_source_nobody_can_judge(subject: Subject) -> Iterator[Finding]:
    """A key point or the bottom line does not stand alone on sources graded F or 6.

    Whoever reads page 1 alone takes it as established. F says that the reliability of the source cannot be judged, 6
    that the credibility of the item cannot (NATO AJP-2.1).
    Cite a second source, grade the source anew, or move the point into the summary.
    """
    for claim in (*subject.event.bottom_line, *subject.event.key_points):
        graded = [citation.source.grade or "" for citation in claim.sources]
        if all("F" in grade or "6" in grade for grade in graded):
            names = ", ".join(dict.fromkeys(citation.source.id for citation in claim.sources))
            message = f"'{claim.id}' stands on {names} alone, graded {', '.join(dict.fromkeys(graded))}"
            yield Finding(message, place_of(claim.id), "cite a second source, or move the point to the summary")


def sources_have_a_date(subject: Subject) -> Iterator[Finding]:
    """A source that is cited has a date.

    Without one it is never later than the as-of date: the brief of any day may hold what stands on it.
    Enter the closest date the publication shows, if only the year.
    """
    for source in dict.fromkeys(cited((subject.event, subject.dossier.ledger))):
        if source.date is None:
            yield Finding(f"{source.id} has no date", place_of(source.id), "enter the closest date it shows")


def every_source_is_used(workspace: Workspace, events: tuple[Event, ...]) -> Iterator[Finding]:
    """A source of the register is cited by an event or a follow-up.

    A source that nothing cites makes the register longer and was perhaps meant for a claim that lacks it.
    Cite it, or take it out of sources.yaml. This is looked at where all events are checked, and all could be read.
    """
    used = {source.id for source in cited((events, workspace.ledger))}
    for source in workspace.sources:
        if source.id not in used:
            yield Finding(f"nothing cites {source.id}", place_of(source.id), "cite it, or take it out")


def cited(record: object) -> Iterator[Source]:
    """Every source that the claims of a record, their quotations and their accounts name, as often as they do."""
    for claim in claims(record):
        yield from (citation.source for citation in claim.sources)
        if claim.quote:
            yield claim.quote.source
        if isinstance(claim, Discrepancy):
            yield from (citation.source for account in claim.accounts for citation in account.sources)
