"""Rules over how much there is: stated counts, key points, milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject

MOST_KEY_POINTS = 5
"""Key points that page 1 holds."""

MOST_MILESTONES = 8
LONGEST_LABEL = 40
"""Milestones that a timeline holds beside the meetings and the latest step, and letters of the label of each."""


def stated_counts_hold(subject: Subject) -> Iterator[Finding]:
    """The number of areas that sources state is the number of areas listed, in order from 1."""
    for agreement in subject.event.agreements:
        numbers = [area.number for area in agreement.areas]
        if agreement.areas_count is not None and agreement.areas_count != len(numbers):
            message = f"{agreement.areas_count} areas are stated, {len(numbers)} are listed"
            yield Finding(message, place_of(agreement.areas_count), "list them all, or mend the number")
        for expected, area in enumerate(agreement.areas, 1):
            if area.number != expected:
                message = f"area {area.number} stands where area {expected} should"
                yield Finding(message, place_of(area.number), "number the areas from 1, in order")


def a_page_holds_five_key_points(subject: Subject) -> Iterator[Finding]:
    """Page 1 holds five key points."""
    points = subject.event.key_points
    for point in points[MOST_KEY_POINTS : MOST_KEY_POINTS + 1]:
        message = f"there are {len(points)} key points; page 1 holds {MOST_KEY_POINTS}"
        yield Finding(message, place_of(point.id), "join two, or move one to the summary")


def a_timeline_holds_eight_milestones(subject: Subject) -> Iterator[Finding]:
    """A timeline holds eight milestones beside the meetings and the latest step."""
    milestones = subject.event.milestones
    for milestone in milestones[MOST_MILESTONES : MOST_MILESTONES + 1]:
        message = f"there are {len(milestones)} milestones; a timeline holds {MOST_MILESTONES}"
        yield Finding(message, place_of(milestone.id), "leave one out")


def labels_of_a_timeline_are_short(subject: Subject) -> Iterator[Finding]:
    """The label of a milestone has at most 40 characters: labels stand beside one another in the width of a page."""
    for milestone in subject.event.milestones:
        if len(milestone.label) > LONGEST_LABEL:
            message = f"this label has {len(milestone.label)} characters; {LONGEST_LABEL} are allowed"
            yield Finding(message, place_of(milestone.label), "the whole sentence goes into 'text'")
