"""Rules over how much there is: stated counts, key points, milestones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.check.prose import headings, said
from brief.check.rule import Finding
from brief.event import Discrepancy, claims
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject

MOST_KEY_POINTS = 5
"""Key points that page 1 holds."""

MOST_MILESTONES = 8
LONGEST_LABEL = 40
"""Milestones that a timeline holds beside the meetings and the latest step, and letters of the label of each."""

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER = (
    rf"[0-9]{{1,3}}|(?:{'|'.join(_TENS)})(?:[-\u2010\u2011 ](?:{'|'.join(_NUMBERS[1:10])}))?|{'|'.join(_NUMBERS[1:])}"
)
_NO_ADJECTIVE = r"areas?|of|in|on|at|by|to|for|from|with|as|and|or|the|its|their|these|those|hundred|\w*[^su\W]s"
_ADJECTIVES = rf"(?:\s+(?!(?:{_NO_ADJECTIVE})\b)(?-i:[a-z][a-z-]*|[A-Z]{{2,}})){{0,2}}"
_KOREAN = r"(?<![0-9.])([0-9]{1,3})개\s?(?:협력\s?)?분야"
_COUNT = re.compile(rf"(?<![\w-])({_NUMBER}){_ADJECTIVES}\s+areas?\b|{_KOREAN}", re.IGNORECASE)
"""A number of areas, with an adjective or two between; a plural noun is none, as in "two sides named areas"."""

_WHOLE = re.compile(r"\b(?:in|[Aa]ll|[Aa]ll (?:of )?(?:the|its)|across|cover(?:s|ed|ing)?|compris(?:es|ed|ing))\s+$")
"""What stands before a number that is all there are; "In two areas" at the head of a sentence is some of them."""


def stated_counts_hold(subject: Subject) -> Iterator[Finding]:
    """The number of areas that is stated, in `areas_count` or in words, is the number of areas listed, in order from 1.

    A reader counts, and doubts the rest of the brief where the count is wrong. The texts that are looked at are the
    titles of the event and its topics, the names of agreements, the claims of the event with their leads and labels but
    for its discrepancies, and the updates of follow-ups that name it: "11 areas", "eleven areas of cooperation",
    "twenty-one new areas", "11개 분야". A smaller number may be a part, as in "two areas were new"; it is told where it
    states the whole: "in seven areas", "all seven areas", and where nothing else is said.
    List the areas all, or mend the number.
    """
    for agreement in subject.event.agreements:
        numbers = [area.number for area in agreement.areas]
        if agreement.areas_count is not None and agreement.areas_count != len(numbers):
            message = f"{_stated(agreement.areas_count)}, {len(numbers)} {_are(len(numbers))} listed"
            yield Finding(message, place_of(agreement.areas_count), "list them all, or mend the number")
        for expected, area in enumerate(agreement.areas, 1):
            if area.number != expected:
                message = f"area {area.number} stands where area {expected} should"
                yield Finding(message, place_of(area.number), "number the areas from 1, in order")
    listed = {len(agreement.areas) for agreement in subject.event.agreements if agreement.areas}
    for text in _texts(subject) if listed else ():
        for found in _COUNT.finditer(text):
            number = _value((found[1] or found[2]).lower())
            if number not in listed and (number > max(listed) or found[2] or _states_the_whole(text, found)):
                many = " or ".join(map(str, sorted(listed)))
                message = f"these words state {number} {_areas(number)}, {many} {_are(max(listed))} listed"
                yield Finding(message, place_of(text), "mend the words, or the list")


def _value(number: str) -> int:
    """The number that these figures or words are."""
    if number.isdigit():
        return int(number)
    if number in _NUMBERS:
        return _NUMBERS.index(number)
    tens, *ones = re.split(r"[-\u2010\u2011 ]", number)
    return 10 * (_TENS.index(tens) + 2) + sum(map(_NUMBERS.index, ones))


def _states_the_whole(text: str, found: re.Match[str]) -> bool:
    """Whether a number is said of all areas that there are, or nothing else is said."""
    rest = text[: found.start()] + text[found.end() :]
    return bool(_WHOLE.search(text[: found.start()])) or not re.search(r"\w", rest)


def _stated(number: int) -> str:
    return f"{number} {_areas(number)} {_are(number)} stated"


def _areas(number: int) -> str:
    return "area" if number == 1 else "areas"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _texts(subject: Subject) -> Iterator[str]:
    event = subject.event
    yield from headings(event)
    for claim in claims(event):
        if not isinstance(claim, Discrepancy):
            yield from said(claim)
    updates = (update for thread in subject.dossier.ledger for update in thread.updates)
    yield from (update.text for update in updates if update.event == event.id)


def a_page_holds_five_key_points(subject: Subject) -> Iterator[Finding]:
    """Page 1 holds at most five key points.

    It stands alone and is read in a minute. Join two points, or move one to the summary.
    """
    points = subject.event.key_points
    for point in points[MOST_KEY_POINTS : MOST_KEY_POINTS + 1]:
        message = f"there are {len(points)} key points; page 1 holds at most {MOST_KEY_POINTS}"
        yield Finding(message, place_of(point.id), "join two, or move one to the summary")


def a_timeline_holds_eight_milestones(subject: Subject) -> Iterator[Finding]:
    """A timeline holds at most eight milestones beside the meetings and the latest step.

    More cannot be told apart in the width of a page. Leave out the one that matters least.
    """
    milestones = subject.event.milestones
    for milestone in milestones[MOST_MILESTONES : MOST_MILESTONES + 1]:
        message = f"there are {len(milestones)} milestones; a timeline holds at most {MOST_MILESTONES}"
        yield Finding(message, place_of(milestone.id), "leave one out")


def labels_of_a_timeline_are_short(subject: Subject) -> Iterator[Finding]:
    """The label of a milestone has at most 40 characters.

    Labels stand beside one another in the width of a page. Shorten it: the whole sentence goes into `text`.
    """
    for milestone in subject.event.milestones:
        if len(milestone.label) > LONGEST_LABEL:
            message = f"this label has {len(milestone.label)} characters; {LONGEST_LABEL} are allowed"
            yield Finding(message, place_of(milestone.label), "the whole sentence goes into 'text'")
