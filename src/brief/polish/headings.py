"""Headings get their numbers, and the ids that the contents and links lead to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING, Literal

from brief.tree import Figure, Heading, List, Paragraph, Table
from brief.walk import altered, blocks, headings, inline_text, transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Block, Document

ANNEX, PART = "Annex", "Part {number}"
"""What an annex and a part are called in English."""

OTHER = re.compile(r"[^a-z0-9]+")


def number_headings(document: Document, *, mark: str = "", annex: str = ANNEX, part: str = PART) -> Document:
    """Number sections "1", "2", … and annexes "Annex A", "Annex B", …; give each heading an id of its own.

    In a book, parts are numbered "Part 1", "Part 2", …, and the sections of each "1.1", "1.2", …; a section outside of
    all parts has no number there.

    `annex` is the word before the letter of an annex, `part` what a part is called, its `{number}` in braces.

    An id that a heading has is kept. Others are made of the words ("s-the-meeting"), or, where these hold no Latin
    letter, of the heading's place among all ("s-3"). A `mark` stands before every section instead of its number; such a
    section is none that Word numbers, and is plain.
    """
    numbers = _Numbers(document, mark, annex, part)
    places = count(1)
    taken = set(_other_ids(document))
    given = {heading.id for heading in headings(document)}

    def numbered(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Heading):
            return (block,)
        place, number = next(places), numbers.next(block)
        marked = bool(mark) and number == mark
        kind = "plain" if marked else block.kind
        own = block.id
        if not own or own in taken:
            own = _free(own or f"s-{slug(inline_text(block.children)) or place}", taken | given)
        taken.add(own)
        same = (number, own, kind) == (block.number, block.id, block.kind)
        return (block if same else replace(block, number=number, id=own, kind=kind),)

    return altered(document, children=transform(document.children, numbered))


def section_level(document: Document) -> Literal[1, 2]:
    """The level of sections: in a document of parts, as a book is, these are above them."""
    return 2 if any(heading.kind == "part" for heading in headings(document)) else 1


class _Numbers:
    """The numbers of headings, as they are met one after another."""

    def __init__(self, document: Document, mark: str, annex: str, part: str) -> None:
        self.mark, self.annex, self.part = mark, annex, part
        self.level = section_level(document)
        self.parts, self.sections, self.annexes = 0, 0, 0

    def next(self, heading: Heading) -> str:
        """The number of the next heading; "" where it has none."""
        match heading.kind:
            case "part":
                self.parts, self.sections = self.parts + 1, 0
                return self.part.replace("{number}", str(self.parts))
            case "annex" if heading.level == 1:
                self.annexes += 1
                return f"{self.annex} {letters(self.annexes - 1)}".strip()
            case "section" if heading.level == self.level:
                return self.mark or self._section()
            case "plain" if self.mark and heading.number == self.mark:
                return self.mark
            case _:
                return ""

    def _section(self) -> str:
        self.sections += 1
        return f"{self.parts}.{self.sections}" if self.parts else str(self.sections)


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
