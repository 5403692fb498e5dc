"""What reading a file cannot see: whether the claims of an event agree with each other and with what a brief allows.

A rule is a function from a dossier to problems; `RULES` is the list of them.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from brief.event import Dossier, Term, claims
from brief.place import Words
from brief.problem import Problem, nearest
from brief.style import Coverage, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event import Event
    from brief.place import Place
    from brief.style import Style

LONGEST_QUOTATION = 25
"""Words a quotation may have."""

MOST_KEY_POINTS = 5
"""Key points that page 1 holds."""


MOST_MILESTONES = 8
LONGEST_LABEL = 40
"""Milestones that a timeline holds beside the meetings and the latest step, and letters of the label of each."""


def check(dossier: Dossier) -> tuple[Problem, ...]:
    """Every problem that the rules find; none where the event could not be read."""
    if dossier.event is None:
        return ()
    return tuple(problem for rule in RULES for problem in rule(dossier.event, dossier))


def check_marking(event: Event, style: Style) -> tuple[Problem, ...]:
    """Whether the marking of the event is one that the style knows, misspelt. Others are set in a plain box."""
    marking = event.header.marking
    hint = nearest(marking.upper(), style.labels)
    if marking in style.labels or not hint:
        return ()
    return (Problem("marking", f"the style knows no marking '{marking}'", _place(marking), hint),)


def characters_have_a_face(dossier: Dossier, style: Style) -> tuple[Problem, ...]:
    """Every character that the style cannot set, at each text of the event and the registers that has it.

    No format draws such a character as it is meant; only the PDF notices, and tells the same problem.
    """
    texts = tuple(_texts(dossier))
    coverage = Coverage.of(style)
    if not coverage.lacking("".join(texts)):
        return ()
    return tuple(missing(character, text.place) for text in texts for character in coverage.lacking(text))


def quotations_are_short(event: Event, dossier: Dossier) -> Iterator[Problem]:
    """A quotation has at most 25 words."""
    for claim in claims((event, dossier.ledger)):
        length = len(claim.quote.text.split()) if claim.quote else 0
        if claim.quote and length > LONGEST_QUOTATION:
            message = f"this quotation has {length} words; {LONGEST_QUOTATION} are allowed"
            yield Problem("long-quotation", message, _place(claim.quote.text), "shorten it, or paraphrase")


def quotations_stand_on_their_claim(event: Event, dossier: Dossier) -> Iterator[Problem]:
    """The source of a quotation is one of its claim's, so that the note names it."""
    for claim in claims((event, dossier.ledger)):
        if claim.quote and claim.quote.source not in [citation.source for citation in claim.sources]:
            message = f"the quotation is from {claim.quote.source.id}, which is no source of its claim"
            yield Problem("quotation-source", message, _place(claim.quote.text), "add it to the claim's sources")


def stated_counts_hold(event: Event, _: Dossier) -> Iterator[Problem]:
    """The number of areas that sources state is the number of areas listed, in order from 1."""
    for agreement in event.agreements:
        numbers = [area.number for area in agreement.areas]
        if agreement.areas_count is not None and agreement.areas_count != len(numbers):
            message = f"{agreement.areas_count} areas are stated, {len(numbers)} are listed"
            yield Problem("count", message, _place(agreement.areas_count), "list them all, or mend the number")
        for expected, area in enumerate(agreement.areas, 1):
            if area.number != expected:
                message = f"area {area.number} stands where area {expected} should"
                yield Problem("count", message, _place(area.number), "number the areas from 1, in order")


def a_page_holds_five_key_points(event: Event, _: Dossier) -> Iterator[Problem]:
    """Page 1 holds five key points."""
    for point in event.key_points[MOST_KEY_POINTS:]:
        message = f"there are {len(event.key_points)} key points; page 1 holds {MOST_KEY_POINTS}"
        yield Problem("key-points", message, _place(point.id), "join two, or move one to the summary")
        return


def a_timeline_holds_eight_short_labels(event: Event, _: Dossier) -> Iterator[Problem]:
    """The labels of a timeline stand beside one another in the width of a page."""
    for milestone in event.milestones[MOST_MILESTONES:]:
        message = f"there are {len(event.milestones)} milestones; a timeline holds {MOST_MILESTONES}"
        yield Problem("milestones", message, _place(milestone.id), "leave one out")
        break
    for milestone in event.milestones:
        if len(milestone.label) > LONGEST_LABEL:
            message = f"this label has {len(milestone.label)} characters; {LONGEST_LABEL} are allowed"
            yield Problem("long-label", message, _place(milestone.label), "the whole sentence goes into 'text'")


def the_as_of_date_is_not_before_the_meeting(event: Event, _: Dossier) -> Iterator[Problem]:
    """Nobody knew of the meeting before it was held."""
    if event.meeting.date.later_than(event.as_of):
        message = f"the as-of date {event.as_of} is before the meeting of {event.meeting.date}"
        yield Problem("as-of", message, event.as_of.place, "take the date up to which the brief's facts were gathered")


RULES = (
    quotations_are_short,
    quotations_stand_on_their_claim,
    stated_counts_hold,
    a_page_holds_five_key_points,
    a_timeline_holds_eight_short_labels,
    the_as_of_date_is_not_before_the_meeting,
)


def _texts(dossier: Dossier) -> Iterator[Words]:
    """What may be printed of the event and the registers, each record once."""
    known: set[int] = set()
    waiting: list[object] = [dossier.terms, dossier.parties, dossier.sources, dossier.ledger, dossier.event]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Words):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif is_dataclass(value) and id(value) not in known:
            known.add(id(value))
            waiting.extend(getattr(value, name) for name in _printed(value.__class__))


@cache
def _printed(kind: type) -> tuple[str, ...]:
    """The fields of a record that may be printed, last first: not the ids, but for a term's, the abbreviation."""
    ids = () if kind is Term else ("id", "topic")
    return tuple(field.name for field in reversed(fields(kind)) if field.name not in ids)


def _place(value: object) -> Place | None:
    return getattr(value, "place", None)
