"""Rules over quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check.rule import Finding, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject

LONGEST = 25
"""Words a quotation may have."""


def quotations_are_short(subject: Subject) -> Iterator[Finding]:
    """A quotation has at most 25 words."""
    for claim in subject.claims:
        length = len(claim.quote.text.split()) if claim.quote else 0
        if claim.quote and length > LONGEST:
            message = f"this quotation has {length} words; {LONGEST} are allowed"
            yield Finding(message, place_of(claim.quote.text), "shorten it, or paraphrase")


def quotations_stand_on_their_claim(subject: Subject) -> Iterator[Finding]:
    """The source of a quotation is one of its claim's, so that the note names it."""
    for claim in subject.claims:
        if claim.quote and claim.quote.source not in [citation.source for citation in claim.sources]:
            message = f"the quotation is from {claim.quote.source.id}, which is no source of its claim"
            yield Finding(message, place_of(claim.quote.text), "add it to the claim's sources")
