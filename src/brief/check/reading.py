"""A brief's prose in the order in which it is read, as of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.event import at, standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Agreement, Day, Event, FollowUp, Reaction

_ROLES = ("reaction", "background", "context")


def in_reading_order(subject: Subject) -> Iterator[str]:
    """What a reader of the brief meets, first to last, titles and quotations left out.

    Page 1; the meeting, with the labels of its timeline; the summary by topic; what was agreed; the follow-ups; the
    source notes; the reactions. What comes after the as-of date is not in the brief, and so it is not here. The
    sentences of a timeline are heard by those who do not see it; they are no part of what is read.
    """
    event = subject.event
    known = at(event, subject.as_of)[0] or event
    yield from _page_one(known)
    yield from _meeting(known)
    for topic in known.topics:
        yield from (said.text for said in known.statements if said.topic == topic.id)
    yield from (outcome.text for outcome in known.outcomes)
    for agreement in known.agreements:
        yield from _agreement(agreement)
    yield from _follow_ups(subject.dossier.ledger, subject.as_of)
    for difference in known.discrepancies:
        if difference.print:
            yield from (account.text for account in difference.accounts)
            yield difference.text
    yield from _reactions(known)


def _page_one(event: Event) -> Iterator[str]:
    yield from (claim.text for claim in event.bottom_line)
    for point in event.key_points:
        if point.lead:
            yield point.lead
        yield point.text


def _meeting(event: Event) -> Iterator[str]:
    meeting = event.meeting
    yield meeting.when.text
    yield meeting.where.text
    yield from (present.text for present in meeting.participants)
    if meeting.previous:
        yield meeting.previous.text
    yield from (fact.text for fact in meeting.facts)
    yield from (milestone.label for milestone in event.milestones)


def _agreement(agreement: Agreement) -> Iterator[str]:
    yield agreement.text
    yield from (point.text for point in agreement.points)
    yield from (note.text for note in agreement.areas_notes)
    for area in agreement.areas:
        yield area.text
        if area.content:
            yield area.content.text


def _follow_ups(ledger: tuple[FollowUp, ...], as_of: Day) -> Iterator[str]:
    """Those that are open and those that are not, each with where it stands; then the steps before."""
    known = sorted(standings(ledger, as_of), key=lambda standing: not standing.is_open)
    for standing in known:
        yield standing.follow_up.what
        yield standing.latest.text
    for standing in known:
        yield from (update.text for update in standing.earlier)


def _reactions(event: Event) -> Iterator[str]:
    if event.reactions_finding:
        yield event.reactions_finding.text

    def place(reaction: Reaction) -> int:
        return _ROLES.index(reaction.role)

    for reaction in sorted(event.reactions, key=place):
        yield from (claim.text for claim in reaction.claims)
