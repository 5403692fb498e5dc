"""The list of abbreviations holds those that the document uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.tree import Facts
from brief.walk import altered, inline_text, phrases, transform

if TYPE_CHECKING:
    from brief.tree import Block, Document, Fact

LETTER = r"[^\W\uac00-\ud7a3]"
"""A letter or digit that would make a word another one; Hangul only adds its particles."""


def keep_used(document: Document) -> Document:
    """Keep the abbreviations that occur as whole words outside their list, sorted."""
    outside = altered(document, children=transform(document.children, _without_lists))
    said = "\n".join(inline_text(phrase) for phrase in phrases(outside))

    def listed(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Facts) or block.kind != "abbreviations":
            return (block,)
        kept = tuple(sorted((fact for fact in block.children if occurs(_term(fact), said)), key=_order))
        return (block if kept == block.children else altered(block, children=kept),)

    return altered(document, children=transform(document.children, listed))


def occurs(term: str, said: str) -> bool:
    """Whether `term` stands in `said` as a word of its own, capitals and small letters told apart."""
    if not term or term not in said:
        return False
    return re.search(rf"(?<!{LETTER}){re.escape(term)}(?!{LETTER})", said) is not None


def _term(fact: Fact) -> str:
    return inline_text(fact.term).strip()


def _order(fact: Fact) -> tuple[str, str]:
    return _term(fact).casefold(), _term(fact)


def _without_lists(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, Facts) and block.kind == "abbreviations" else (block,)
