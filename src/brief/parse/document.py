"""From chunks to a document, on one screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.parse.blocks import read_blocks
from brief.parse.branch import branches
from brief.parse.dialect import dialect
from brief.parse.front import read_front
from brief.parse.manuscript import manuscript
from brief.parse.shape import look_at_shape
from brief.problem import in_order

if TYPE_CHECKING:
    from brief.problem import Problem
    from brief.template import Filled
    from brief.tree import Document


def parse(filled: Filled, *, language: str, date: str, marking: str = "") -> tuple[Document, tuple[Problem, ...]]:
    """The document that a filled template says, and all that is wrong with its Markdown.

    Only the author's words are Markdown. A value stands in the tree as a Text of its very characters (line ends and
    tabs become spaces), with its place in the data; or as the node it is. The document is not polished: nothing is
    numbered yet. Where there are problems it is the best guess at what was meant.

    `marking` is the document's, whatever the template says; it is also the last of its keywords.
    """
    script = manuscript(filled)
    outer = branches(dialect().parse(script.markdown))
    look_at_shape(script, outer)
    front = read_front(script, (branch for branch in outer if branch.name == "document"))
    children = read_blocks(script, (branch for branch in outer if branch.name != "document"))
    document = replace(
        front,
        children=children,
        notes=tuple(script.notes.values()),
        language=language,
        date=date,
        marking=marking,
        keywords=(*front.keywords, marking) if marking else front.keywords,
    )
    return document, in_order(script.problems)
