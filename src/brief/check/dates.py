"""Rules over the order of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject


def the_as_of_date_is_not_before_the_meeting(subject: Subject) -> Iterator[Finding]:
    """The as-of date is not before the meeting: nobody knew of it before it was held."""
    event = subject.event
    if event.meeting.date.later_than(event.as_of):
        message = f"the as-of date {event.as_of} is before the meeting of {event.meeting.date}"
        yield Finding(message, event.as_of.place, "take the date up to which the brief's facts were gathered")
