"""What the rules over words read: the texts of the data in the brief's own words, and where a word of them stands."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief.event import KeyPoint, Milestone
from brief.files import TooLargeError, read_text
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.event import Claim, Event
    from brief.place import Place

_QUOTED = re.compile('\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019(?!\\w)|"[^"]*"')
_KOREAN = re.compile("[\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z]")
_OPENING = re.compile(r"[|>][-+1-9]*[^\n]*\n\s*|[\"']?")
_SENTENCE = re.compile(
    r"(?<![ .][A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bNo)[.!?]+[\u201d\u2019)]*\s+(?=[\u201c\u2018(]?[A-Z0-9])"
)


def own_words(subject: Subject) -> Iterator[str]:
    """Every text that the brief says in its own words: claims with their leads and labels, and what is followed up.

    Not quotations, nor titles (`headings`), nor what an account reports of a source.
    """
    for claim in subject.claims:
        yield from said(claim)
    for follow_up in subject.dossier.ledger:
        yield follow_up.what


def said(claim: Claim) -> Iterator[str]:
    """What a claim says in the words of the brief: its text, and its lead or label."""
    yield claim.text
    match claim:
        case KeyPoint(lead=str(lead)):
            yield lead
        case Milestone():
            yield claim.label


def headings(event: Event) -> Iterator[str]:
    """The titles that the officer words: of the event and its topics, and the names of what was agreed."""
    yield from (event.title, event.subtitle, event.occasion)
    yield from (topic.title for topic in event.topics)
    yield from (agreement.name for agreement in event.agreements)


def accounts(subject: Subject) -> Iterator[str]:
    """What sources say where they differ, in the words of the brief or in theirs."""
    for difference in subject.event.discrepancies:
        yield from (account.text for account in difference.accounts)


def is_english(text: str) -> bool:
    """Whether a text is mostly in Latin letters, two to a Korean syllable: the rules are those of English."""
    return not _KOREAN.search(text) or len(_LATIN.findall(text)) > 2 * len(_KOREAN.findall(text))


def unquoted(text: str) -> str:
    """A text with blanks for what it has in quotation marks, each word where it was."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    start = 0
    for found in _SENTENCE.finditer(text):
        yield start, text[start : found.end()]
        start = found.end()
    yield start, text[start:]


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word stands first in its sentence, so that its capital says nothing."""
    before = text[:start].rstrip(" \u201c\u2018(")
    return not before or before[-1] in ".!?:"


def titles(subject: Subject) -> tuple[str, ...]:
    """Titles of sources and names of publishers, of several words: what stands in them is theirs."""
    found = {
        str(name)
        for source in subject.dossier.sources
        for name in (source.title, source.publisher, source.carried_by, source.author)
        if name and " " in name
    }
    return tuple(sorted(found))


def within(text: str, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether a piece of a text is part of one of these names, longer than itself."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            if at <= start and end <= at + len(name) > at + end - start:
                return True
            at = text.find(name, at + 1)
    return False


def spot(text: str, start: int) -> Place | None:
    """Where the character `start` of a text stands in its file.

    The reader keeps where a text begins, while the file may spread it over lines. So the file is read beside it; where
    the two differ in more than white space, as by an escape, the place is that of the whole text.
    """
    place = place_of(text)
    if place is None:
        return None
    try:
        lines = read_text(Path(place.file)).split("\n")
    except (OSError, UnicodeDecodeError, TooLargeError):
        return place
    here_on = lines[place.line - 1 :][: len(text)]
    written = "\n".join(here_on)[place.column - 1 :]
    here = _reached(written, text[: start + 1])
    if here is None:
        return place
    line = written.count("\n", 0, here)
    column = here - written.rfind("\n", 0, here) if line else place.column + here
    return replace(place, line=place.line + line, column=column)


def _reached(written: str, text: str) -> int | None:
    """Where the last character of `text` stands in what a file has from the text's beginning on."""
    opening = _OPENING.match(written)
    pieces = (r"\s+" if piece == " " else re.escape(piece) for piece in re.split("( )", text) if piece)
    found = re.compile("".join(pieces)).match(written, opening.end() if opening else 0)
    return found.end() - 1 if found else None
