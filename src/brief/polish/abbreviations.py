"""The list of abbreviations holds those that the document uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import Facts, Figure, Label
from brief.walk import altered, blocks, inline_text, phrases, transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Block, Document, Fact


def keep_used(document: Document) -> Document:
    """Keep the abbreviations that occur as whole words outside their list, in figures too, sorted."""
    outside = altered(document, children=transform(document.children, _without_lists))
    said = "\n".join((*(inline_text(phrase) for phrase in phrases(outside)), *_drawn(outside)))

    def listed(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Facts) or block.kind != "abbreviations":
            return (block,)
        kept = tuple(sorted((fact for fact in block.children if occurs(_term(fact), said)), key=_order))
        return (block if kept == block.children else altered(block, children=kept),)

    return altered(document, children=transform(document.children, listed))


def occurs(term: str, said: str) -> bool:
    """Whether `term` stands in `said` as a word of its own, capitals and small letters told apart."""
    start = said.find(term) if term else -1
    while start >= 0:
        end = start + len(term)
        if not (_joins(said[start - 1 : start]) or _joins(said[end : end + 1])):
            return True
        start = said.find(term, start + 1)
    return False


def _drawn(document: Document) -> Iterator[str]:
    """What figures show: to those who hear it, and as it is drawn."""
    for block in blocks(document.children):
        if isinstance(block, Figure):
            yield block.alt
            yield from (shape.text for shape in block.drawing.children if isinstance(shape, Label))


def _joins(letter: str) -> bool:
    """Whether a character beside a word makes it another word; Hangul only adds its particles."""
    return letter.isalnum() and not "\uac00" <= letter <= "\ud7a3"


def _term(fact: Fact) -> str:
    return inline_text(fact.term).strip()


def _order(fact: Fact) -> tuple[str, str]:
    return _term(fact).casefold(), _term(fact)


def _without_lists(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, Facts) and block.kind == "abbreviations" else (block,)
