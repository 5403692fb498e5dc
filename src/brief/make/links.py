"""Links of a template within the brief: each leads to something that is there, or is told, at its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.place import place_of
from brief.problem import Problem, nearest
from brief.tree import Link, List
from brief.walk import blocks, ids, inlines, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Document

SOURCE = "#source-"
PART = re.compile(r"^p[0-9]+-")


def dead_links(read: Document, polished: Document) -> tuple[Problem, ...]:
    """A problem for every link that a template writes to a place which the document has not.

    Headings have their ids once it is `polished`, and the list of sources has all of them as it is `read`. Where there
    is no such list, links to sources are plain words, so that a part serves documents with and without one.
    """
    known = tuple(dict.fromkeys(f"#{one}" for one in (*ids(polished), *ids(read))))
    lists_sources = any(isinstance(block, List) and block.kind == "source" for block in blocks(read.children))
    return tuple(
        Problem("link", f"'{link.target}' leads nowhere in this document", place_of(link.target), _hint(link, polished))
        for link in _own(read)
        if link.target not in known and (lists_sources or not link.target.startswith(SOURCE))
    )


def _own(document: Document) -> Iterator[Link]:
    """The links within the document that its template writes: their addresses know where."""
    for phrase in phrases(document):
        for node in inlines(phrase):
            if isinstance(node, Link) and node.target.startswith("#") and place_of(node.target):
                yield node


def _hint(link: Link, polished: Document) -> str:
    """The id that may be meant, as the template of a part would write it; else how those of headings look."""
    meant = nearest(link.target, (f"#{PART.sub('', one)}" for one in ids(polished)))
    return meant or "a heading is led to by its words: #s-the-meeting leads to 'The meeting'"
