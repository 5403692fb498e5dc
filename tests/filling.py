"""Filled templates to read: the author's words, with `«name»` where a value stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from brief.parse import parse
from brief.place import Place, Words
from brief.template import Filled, Value, Written
from brief.tree import Code, Text
from brief.walk import rewrite, transform_inlines

if TYPE_CHECKING:
    from brief.problem import Problem
    from brief.tree import Block, Document, Inline
    from brief.walk import Phrase

FILE = "brief.md.j2"
NASTY = "**5 < 6 | [x](javascript:y) {{ 7*7 }}"
TITLE = Written("::: document\n- title: T\n:::\n\n", Place("title.md.j2", 1))


def words(text: str, name: str = "value") -> Words:
    """A text of the data."""
    return Words(text, Place("event.yaml", 7, 3, name))


def filled(markdown: str, **values: object) -> Filled:
    """The chunks of a template of one file."""
    chunks: list[Written | Value] = []
    line = 1
    for n, piece in enumerate(re.split("«(.*?)»", markdown)):
        if n % 2:
            chunks.append(Value(values[piece], Place(FILE, line)))
        elif piece:
            chunks.append(Written(piece, Place(FILE, line)))
            line += piece.count("\n")
    return Filled(tuple(chunks))


def read(markdown: str, **values: object) -> tuple[Document, tuple[Problem, ...]]:
    """What a template with a title says, without where its author wrote his words."""
    chunks = (TITLE, *filled(markdown, **values).chunks)
    document, problems = parse(Filled(chunks), language="en-GB", date="2023-07-14")
    return rewrite(document, lambda phrase: transform_inlines(phrase, of_the_data)), problems


def of_the_data(node: Inline) -> Phrase:
    """A node that knows where it is written in the data alone."""
    if not isinstance(node, Text | Code):
        return (node,)
    return (replace(node, origins=tuple(place for place in node.origins if not place.file.endswith(".j2"))),)


def blocks(markdown: str, **values: object) -> tuple[Block, ...]:
    """The blocks of a template in which nothing is wrong."""
    document, problems = read(markdown, **values)
    assert problems == ()
    return document.children


def said(markdown: str, **values: object) -> list[tuple[int, str, str]]:
    """Line, code and message of each problem of a template."""
    return [(p.place.line if p.place else 0, p.code, p.message) for p in read(markdown, **values)[1]]
