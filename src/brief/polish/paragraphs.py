"""Paragraphs get numbers, by which readers can point at them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from brief.polish.headings import section_level
from brief.tree import Block, Document, Heading, Paragraph
from brief.walk import altered, label


def number_paragraphs(document: Document) -> Document:
    """Number the paragraphs of sections and annexes "1.", "2.", … through the whole document.

    A paragraph is numbered where it is body text that stands by itself under a numbered heading of level 1 (in a book,
    of level 2), or under what is below that: not in a list, box or quotation, not before the first section, not as
    small print.
    """
    numbers = count(1)
    outermost = section_level(document)
    within = False

    def numbered(block: Block) -> Block:
        nonlocal within
        match block:
            case Heading() if block.level <= outermost:
                within = bool(block.number) and block.kind != "part"
            case Paragraph():
                body = within and block.role == "body"
                number = label("number", next(numbers)) if body else ""
                return block if number == block.number else replace(block, number=number)
            case _:
                pass
        return block

    children = tuple(map(numbered, document.children))
    same = all(new is old for new, old in zip(children, document.children, strict=True))
    return document if same else altered(document, children=children)
