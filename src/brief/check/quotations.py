"""Rules over quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding
from brief.place import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject

LONGEST = 25
"""Words a quotation may have."""


def quotations_are_short(subject: Subject) -> Iterator[Finding]:
    """A quotation has at most 25 words.

    Articles belong to their publishers, and a brief that quotes at length leaves the reading to its reader.
    Shorten it to the words that matter, or say it in your own.
    """
    for claim in subject.claims:
        length = len(claim.quote.text.split()) if claim.quote else 0
        if claim.quote and length > LONGEST:
            message = f"this quotation has {length} words; {LONGEST} are allowed"
            yield Finding(message, place_of(claim.quote.text), "shorten it, or paraphrase")


def quotations_stand_on_their_claim(subject: Subject) -> Iterator[Finding]:
    """The source of a quotation is one of its claim's.

    The note under a claim names the claim's sources, and the reader has to find the quoted words in one of them.
    Add the source of the quotation to `sources` of the claim.
    """
    for claim in subject.claims:
        if claim.quote and claim.quote.source not in [citation.source for citation in claim.sources]:
            message = f"the quotation is from {claim.quote.source.id}, which is no source of its claim"
            yield Finding(message, place_of(claim.quote.text), "add it to the claim's sources")
