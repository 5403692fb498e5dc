"""Rules over follow-ups: who acts, when, and what shows that a matter is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.check.rule import Finding
from brief.event import is_overdue, last_date, standings
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Day, Event, Source, Standing, Workspace


def somebody_acts(subject: Subject) -> Iterator[Finding]:
    """A follow-up has an actor: somebody who undertook it or asked for it.

    What nobody undertook or asked for cannot be followed up. Name a person or an organisation of people.yaml in
    `actors`, and to whom or with whom it was in `counterparts`.
    """
    for thread in subject.dossier.ledger:
        if not thread.actors:
            yield Finding(
                f"the follow-up '{thread.id}' has no actor",
                place_of(thread.id),
                "say who undertook it or asked for it: actors: […]",
            )


def updates_are_not_before_the_meeting_they_name(subject: Subject) -> Iterator[Finding]:
    """An update is not dated before the meeting that it names in `event`.

    What was raised, moved or closed at a meeting cannot have been so before it.
    Mend the date, or leave `event` out where it did not happen at the meeting.
    """
    event = subject.event
    for thread in subject.dossier.ledger:
        for update in thread.updates:
            if update.event == event.id and event.meeting.date.later_than(update.date):
                message = f"this update of {update.date} names the meeting of {event.meeting.date}, which was later"
                yield Finding(message, place_of(update.date), "mend the date, or leave 'event' out")


def follow_ups_fall_due_after_they_are_opened(subject: Subject) -> Iterator[Finding]:
    """A follow-up falls due on the day of its first update or later.

    It cannot have been due before it was raised. Mend `due`, or the date of the first update.
    """
    for thread in subject.dossier.ledger:
        opened = thread.updates[0].date if thread.updates else None
        if thread.due and opened and opened.later_than(thread.due):
            message = f"this follow-up was due {thread.due}, before it was opened on {opened}"
            yield Finding(message, place_of(thread.due), "mend one of the two dates")


def what_is_closed_is_shown_to_be(subject: Subject) -> Iterator[Finding]:
    """A follow-up is closed on evidence: a source that is not older than the day it was closed.

    A plan does not show that it was carried out, and an earlier report cannot. One source of the closing update is of
    that day or later; where a source has no date, the day it was read counts.
    Cite what reports that the matter is done, mend the date, or keep the follow-up `moving`.
    """
    for thread in subject.dossier.ledger:
        for update in thread.updates:
            if update.status == "closed" and not any(
                _may_know(citation.source, update.date) for citation in update.sources
            ):
                message = f"'{thread.id}' is closed on {update.date}, and every source cited for it is older"
                yield Finding(message, place_of(update.id), "cite what reports that it is done, or keep it moving")


def what_moves_is_shown_to(subject: Subject) -> Iterator[Finding]:
    """An update that opens or moves a follow-up is not dated after every source that it cites.

    A report cannot tell what happened after it. Often the date is mistyped, or it is that of a later look, which is a
    review. Of a source without a date, the day it was read counts; where neither is known, nothing is said. What is
    closed is held against its evidence by `no-evidence`; that a matter has lapsed may show in nothing but silence.
    Mend the date, cite what reports the step, or set `review: true`.
    """
    for thread in subject.dossier.ledger:
        for update in thread.updates:
            if update.review or update.status not in ("open", "moving"):
                continue
            seen = [citation.source.date or citation.source.read_on for citation in update.sources]
            if seen and all(day is not None and update.date.later_than(day) for day in seen):
                message = f"this update of '{thread.id}' is dated {update.date}, and every source cited for it is older"
                yield Finding(
                    message, place_of(update.date), "mend the date, cite what reports it, or say review: true"
                )


def _may_know(source: Source, day: Day) -> bool:
    seen = source.date or source.read_on
    return seen is not None and not day.later_than(seen)


def nothing_is_overdue(subject: Subject) -> Iterator[Finding]:
    """A follow-up that was due before the as-of date is closed.

    Whoever reads the brief will ask what became of it. Add an update that says so, or move `due` where a new date was
    agreed. A month or a year is over with its last day. What fell due after the as-of dates of all events is told by
    `past-due`.
    """
    for standing in subject.standings:
        if is_overdue(standing, subject.as_of):
            yield _overdue(standing)


def nothing_is_past_due(workspace: Workspace, events: tuple[Event, ...]) -> Iterator[Finding]:
    """A follow-up that was due before the last date in the data is closed.

    That date is the last of the ledger and of the as-of dates, as `brief follow-ups` takes it, and as it shows the
    matter: overdue. What was so at the as-of date of an event is told by `overdue`.
    Add an update that says what became of it, or move `due` where a new date was agreed. This is looked at where all
    events are checked, and all could be read.
    """
    days = [event.as_of for event in events]
    last = last_date(workspace.ledger, days)
    told = {one.follow_up.id for day in days for one in standings(workspace.ledger, day) if is_overdue(one, day)}
    if last is None:
        return
    for standing in standings(workspace.ledger, last):
        if standing.follow_up.id not in told and is_overdue(standing, last):
            found = _overdue(standing)
            yield replace(found, message=f"as of {last}, the last date in the data, {found.message}")


def _overdue(standing: Standing) -> Finding:
    due = standing.follow_up.due
    message = f"'{standing.follow_up.id}' was due {due} and is not closed"
    return Finding(message, place_of(due), "add an update, or move the date where a new one was agreed")
