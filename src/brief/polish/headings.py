"""Headings get their numbers, and the ids that the contents and links lead to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from brief.tree import Figure, Heading, List, Paragraph, Table
from brief.walk import altered, blocks, headings, inline_text, transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Block, Document

ANNEX = {"en": "Annex", "ko": "부록"}
"""What an annex is called where no word is given."""

OTHER = re.compile(r"[^a-z0-9]+")


def number_headings(document: Document, *, mark: str = "", annex: str = "") -> Document:
    """Number sections "1", "2", … and annexes "Annex A", "Annex B", …; give each heading an id of its own.

    Without a word, `annex` is that of the document's language, or else of English.

    An id that a heading has is kept. Others are made of the words ("s-the-meeting"), or, where these hold no Latin
    letter, of the heading's place among all ("s-3"). A `mark` stands before every section instead of its number; such a
    section is none that Word numbers, and is plain.
    """
    annex = annex or ANNEX.get(document.language.split("-")[0].lower(), ANNEX["en"])
    sections, annexes, places = count(1), count(), count(1)
    taken = set(_other_ids(document))
    given = {heading.id for heading in headings(document)}

    def numbered(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Heading):
            return (block,)
        place, number = next(places), ""
        kind = block.kind
        if block.level == 1 and kind == "section" and mark:
            number, kind = mark, "plain"
        elif block.level == 1 and kind == "section":
            number = str(next(sections))
        elif mark and kind == "plain" and block.number == mark:
            number = mark
        elif block.level == 1 and block.kind == "annex":
            number = f"{annex} {letters(next(annexes))}"
        own = block.id
        if not own or own in taken:
            own = _free(own or f"s-{slug(inline_text(block.children)) or place}", taken | given)
        taken.add(own)
        same = (number, own, kind) == (block.number, block.id, block.kind)
        return (block if same else replace(block, number=number, id=own, kind=kind),)

    return altered(document, children=transform(document.children, numbered))


def letters(place: int) -> str:
    """A, B, …, Z, AA, AB, …, from 0."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def slug(words: str) -> str:
    """The words in small ASCII letters, digits and hyphens; "" where they hold none."""
    plain = unicodedata.normalize("NFKD", words).lower()
    return OTHER.sub("-", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("-")


def _free(wanted: str, taken: set[str]) -> str:
    names = chain((wanted,), (f"{wanted}-{n}" for n in count(2)))
    return next(name for name in names if name not in taken)


def _other_ids(document: Document) -> Iterator[str]:
    """Every id of a block or item that is no heading."""
    for block in blocks(document.children):
        match block:
            case Paragraph() | Table() | Figure():
                yield block.id
            case List():
                yield from (item.id for item in block.children)
            case _:
                pass
