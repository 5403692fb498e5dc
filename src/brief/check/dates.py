"""Rules over dates, and over the order of events."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.check.rule import Finding
from brief.event import Agreement, Day, Discrepancy, Milestone, claims
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Claim

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH, _TO = "|".join(_MONTHS), r"\s*(?:[-\u2013]|to|and)\s*"
_DATE = re.compile(
    rf"\b(?:(?:(?P<first>\d{{1,2}})(?:\s(?P<begun>{_MONTH}))?{_TO})?(?P<last>\d{{1,2}})\s(?P<month>{_MONTH})"
    rf"|(?P<month_>{_MONTH})\s(?:(?P<first_>\d{{1,2}}){_TO})?(?P<last_>\d{{1,2}}))\b(?:,?\s(?P<year>\d{{4}})\b)?"
)
"""A day in words, or the first and last of several, with a year or without: `11 July 2023`, `11 and 12 July`,
`30 June to 1 July 2023`, `July 11-12, 2023`."""


def the_as_of_date_is_not_before_the_meeting(subject: Subject) -> Iterator[Finding]:
    """The as-of date is not before the meeting.

    The brief says what was known on that day, and nobody knew of the meeting before it was held.
    Take the date up to which the facts were gathered, or mend the date of the meeting.
    """
    event = subject.event
    if event.meeting.date.later_than(event.as_of):
        message = f"the as-of date {event.as_of} is before the meeting of {event.meeting.date}"
        yield Finding(message, event.as_of.place, "take the date up to which the brief's facts were gathered")


def the_brief_is_not_dated_before_what_it_knows(subject: Subject) -> Iterator[Finding]:
    """The date of the brief, in its header, is not before its as-of date.

    A paper cannot hold what became known after it was written. Date the brief on its as-of date or later.
    """
    header, as_of = subject.event.header, subject.event.as_of
    if as_of.later_than(header.date):
        message = f"the brief is dated {header.date}, before its as-of date {as_of}"
        yield Finding(message, header.date.place, "date it on the as-of date or later")


def the_date_of_the_meeting_is_the_one_in_words(subject: Subject) -> Iterator[Finding]:
    """The date of the meeting is the one that `when`, the subtitle and the occasion give in words.

    One is reckoned with, the others are printed: a reader would meet two dates for one meeting. A day is compared, such
    as 11 July 2023, July 11, 2023 or 11 July without a year; several days, such as 11 and 12 July 2023, hold the date.
    Mend the one that is wrong.
    """
    event = subject.event
    for text in (event.subtitle, event.occasion, event.meeting.when.text):
        for found in _DATE.finditer(text):
            begins, ends = _days(found, event.meeting.date.year)
            if begins.later_than(event.meeting.date) or event.meeting.date.later_than(ends):
                message = f"these words date the meeting {found[0]}, 'meeting.date' {event.meeting.date}"
                yield Finding(message, place_of(text), "mend the one that is wrong")


def _days(found: re.Match[str], year: int) -> tuple[Day, Day]:
    """The first and the last day of a date in words; `year` is that of a date without one."""
    year = int(found["year"] or year)
    month = _MONTHS.index(found["month"] or found["month_"]) + 1
    begun = _MONTHS.index(found["begun"]) + 1 if found["begun"] else month
    last = int(found["last"] or found["last_"])
    first = int(found["first"] or found["first_"] or last)
    return Day(year - (begun > month), begun, first), Day(year, month, last)


def agreements_are_of_the_meeting(subject: Subject) -> Iterator[Finding]:
    """An agreement of an event is not dated before the meeting.

    `agreements` holds what was agreed at the meeting; an earlier date is often that of another document, or a year
    mistyped. Mend the date. An earlier document belongs to the milestones; where it was indeed signed on the eve, let
    the finding stand.
    """
    meeting = subject.event.meeting.date
    for agreement in subject.event.agreements:
        if meeting.later_than(agreement.date):
            message = f"'{agreement.id}' is dated {agreement.date}, before the meeting of {meeting}"
            yield Finding(message, place_of(agreement.date), "mend the date, or make it a milestone")


def the_event_before_was_earlier(subject: Subject) -> Iterator[Finding]:
    """The event that `previous` names is an earlier one.

    The brief tells what has changed since that meeting, so it cannot be this one or a later one.
    Name the meeting before this one, or leave `previous` out.
    """
    event, before = subject.event, subject.dossier.previous
    if event.previous == event.id:
        yield Finding("this event names itself as the one before it", place_of(event.previous), "name another")
    elif before and before.date and before.date.later_than(event.meeting.date):
        message = f"'{before.id}' was held on {before.date}, after this meeting of {event.meeting.date}"
        yield Finding(message, place_of(event.previous), "name the meeting before this one")


def milestones_lead_to_the_meeting(subject: Subject) -> Iterator[Finding]:
    """Milestones stand in order of time and end with the meeting.

    They are what led to it: one dated later belongs to the follow-ups. Out of order, two dates have often been swapped.
    Mend the date, put the milestones in order, the oldest first, or take out the one that came later.
    """
    event = subject.event
    for milestone in event.milestones:
        if milestone.date.later_than(event.meeting.date):
            message = f"this milestone of {milestone.date} is later than the meeting of {event.meeting.date}"
            yield Finding(message, place_of(milestone.date), "what came later belongs to the follow-ups")
    for before, after in pairwise(event.milestones):
        if before.date.later_than(after.date):
            message = f"the milestone of {after.date} stands behind that of {before.date}"
            yield Finding(message, place_of(after.date), "put the milestones in order, the oldest first")


def nothing_of_the_event_is_later_than_its_date(subject: Subject) -> Iterator[Finding]:
    """Nothing of the event is dated after its as-of date, or stands on a source that is.

    Such a claim is left out of the brief in silence, so an officer who entered it would look for it in vain. It holds
    for all claims, agreements, milestones and reactions of the event. The ledger may go on: its later updates simply
    stay out. So may the discrepancies, for which a later study is often the reason.
    Take a later as-of date, cite a source of that date or earlier, or enter it as an update of a follow-up.
    """
    event = subject.event
    if event.meeting.date.later_than(event.as_of):
        return  # which is told by itself, and mended by one word
    hint = "take a later as-of date, cite an earlier source, or enter it as an update of a follow-up"
    for claim in claims(event):
        if not isinstance(claim, Discrepancy):
            yield from _late(claim, event.as_of, hint)
    for reaction in event.reactions:
        if reaction.date.later_than(event.as_of):
            message = f"this reaction is dated {reaction.date}, after the as-of date {event.as_of}"
            yield Finding(message, place_of(reaction.date), hint)


def _late(claim: Claim, as_of: Day, hint: str) -> Iterator[Finding]:
    if isinstance(claim, Agreement | Milestone) and claim.date.later_than(as_of):
        message = f"'{claim.id}' is dated {claim.date}, after the as-of date {as_of}"
        yield Finding(message, place_of(claim.date), hint)
    cited = [citation.source for citation in claim.sources] + ([claim.quote.source] if claim.quote else [])
    for source in dict.fromkeys(cited):
        if source.date and source.date.later_than(as_of):
            message = f"'{claim.id}' cites {source.id}, dated {source.date}, after the as-of date {as_of}"
            yield Finding(message, place_of(claim.id), hint)


def reactions_come_after_what_they_react_to(subject: Subject) -> Iterator[Finding]:
    """What has the role of a reaction is not dated before the meeting.

    An earlier text cannot answer the meeting; printed as a reaction it would mislead.
    Mend the date, or give it the role `background` or `context`.
    """
    event = subject.event
    for reaction in event.reactions:
        if reaction.role == "reaction" and event.meeting.date.later_than(reaction.date):
            message = f"this reaction of {reaction.date} is earlier than the meeting of {event.meeting.date}"
            yield Finding(message, place_of(reaction.date), "mend the date, or make it background or context")
