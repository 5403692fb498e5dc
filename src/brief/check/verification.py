"""Rules over quotations and the archived texts of their sources."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, assert_never

from brief.archive import Apart, Found, Nearest, Nowhere, find
from brief.check.rule import Finding
from brief.event import Quotation, one_line
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.archive import Change, Spot, State
    from brief.check.rule import Subject
    from brief.event import Source

MOST_CHANGES = 4
LONGEST_PASSAGE = 240
"""Differences that are told of one quotation, and characters of the passage that is shown."""


def quotations_are_in_their_source(subject: Subject) -> Iterator[Finding]:
    """A quotation stands word for word in the archived text of its source.

    White space, quotation marks, apostrophes, dashes and ellipses may be set otherwise; case and spelling may not. An
    ellipsis may leave out up to 500 characters; square brackets hold words that the source does not have, or has others
    for. Where the text is not archived, nothing is said here: the quotation is unverified.
    """
    for quotation in _quotations(subject):
        source = quotation.source
        text = subject.archive.of(source).text
        match find(text, quotation.text) if text is not None else None:
            case None | Found():
                continue
            case Nowhere(words):
                message = f"the text of {source.id} has nothing like {_cited(words)}"
                hint = "quote from the text, or name the source that has these words"
            case Apart(words, spot):
                message = f"in {source.id}, {_cited(words)} does not follow what is quoted before it"
                hint = f"it stands in {_where(subject, source, spot)}; quote the two apart"
            case Nearest(words, spot, changes):
                message = f"{_cited(words)} is not in {source.id}: {_difference(changes)}"
                hint = f"nearest, in {_where(subject, source, spot)}: {_cited(spot.passage)}"
            case other:
                assert_never(other)
        yield Finding(message, place_of(quotation.text), hint)


def quotations_are_verified(subject: Subject) -> Iterator[Finding]:
    """The text of a quotation's source is archived and intact, so that the quotation can be checked against it.

    Until it is, its quotations are unverified: one note a source and file, at the first of them. `brief source add`
    archives a text; it stays on the machine, and its hash goes into the register.
    """
    unverified = defaultdict[tuple[str, str], list[Quotation]](list)
    for quotation in _quotations(subject):
        if subject.archive.of(quotation.source).text is None:
            place = place_of(quotation.text)
            unverified[quotation.source.id, place.file if place else ""].append(quotation)
    for (source_id, _), quotations in unverified.items():
        places = [place for each in quotations if (place := place_of(each.text))]
        lines = ", ".join(str(place.line) for place in places)
        many = f"{len(quotations)} quotations from {source_id} are unverified (lines {lines})"
        one = f"the quotation from {source_id} is unverified"
        why, hint = _unverified(source_id, subject.archive.of(quotations[0].source).state)
        message = f"{one if len(quotations) == 1 else many}: {why}"
        yield Finding(message, place_of(quotations[0].text), hint)


def _unverified(source_id: str, state: State) -> tuple[str, str]:
    """Why a source verifies nothing, and what to do."""
    match state:
        case "altered":
            return "its archived text is not intact", "see altered-text"
        case "unrecorded":
            return "its archived text has no hash in the register", "see altered-text"
        case "missing" | "none" | "intact":
            return "its text is not archived here", f"brief source add FILE --id {source_id}"
        case other:
            assert_never(other)


def archived_texts_are_intact(subject: Subject) -> Iterator[Finding]:
    """An archived text is what its hash in the register says.

    Another verifies nothing: whoever changed it may have changed the words that are quoted. Take back the text that was
    archived, or archive the new one with `--replace`, and look at the quotations again.
    """
    for source in subject.dossier.sources:
        match subject.archive.of(source).state:
            case "altered":
                message = f"the archived text of {source.id} is not the one its hash was taken of"
                hint = f"take back the text, or archive it again: brief source add FILE --id {source.id} --replace"
                yield Finding(message, place_of(source.sha256) or place_of(source.id), hint)
            case "unrecorded":
                message = f"the archived text of {source.id} has no hash in the register"
                hint = f"archive it by: brief source add FILE --id {source.id}"
                yield Finding(message, place_of(source.id), hint)
            case _:
                continue


def _quotations(subject: Subject) -> Iterator[Quotation]:
    return (claim.quote for claim in subject.claims if claim.quote)


def _difference(changes: tuple[Change, ...]) -> str:
    told = "; ".join(_printable(str(change)) for change in changes[:MOST_CHANGES])
    more = len(changes) - MOST_CHANGES
    return f"{told}; and {more} more" if more > 0 else told


def _where(subject: Subject, source: Source, spot: Spot) -> str:
    path = subject.archive.path(source.id)
    return f"line {spot.line} of {path.name if path else source.id}"


def _cited(passage: str) -> str:
    text = _printable(passage)
    return f"“{text}”" if len(text) <= LONGEST_PASSAGE else f"“{text[: LONGEST_PASSAGE - 1]}…”"


def _printable(text: str) -> str:
    """A piece of an archived text on one line, without what a terminal would obey."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in one_line(text))
