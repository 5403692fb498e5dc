"""The passes, in their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from brief.polish.abbreviations import keep_used
from brief.polish.contents import clear_contents, fill_contents, keep_long
from brief.polish.empty import drop_empty
from brief.polish.headings import ANNEX, PART, number_headings
from brief.polish.languages import mark_languages
from brief.polish.notes import order_notes, share_notes
from brief.polish.paragraphs import number_paragraphs
from brief.polish.sources import keep_cited, label_citations
from brief.polish.tables import describe_tables
from brief.polish.typography import typeset
from brief.polish.upright import set_upright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.tree import Document

    Pass = Callable[[Document], Document]


def polish(
    document: Document,
    *,
    contents_from: int = 1800,
    numbered_paragraphs: bool = False,
    section_mark: str = "",
    annex: str = ANNEX,
    part: str = PART,
) -> Document:
    """The document as it is to be set: without what is empty or unused, with numbers, ids, notes and contents in order.

    A list of contents is kept where the document has at least `contents_from` words beside it; with
    `numbered_paragraphs`, paragraphs of sections have numbers; a `section_mark` stands before sections instead of
    theirs; `annex` and `part` are as for `number_headings`. A polished document stays as it is.
    """
    settling = (
        drop_empty,
        partial(number_headings, mark=section_mark, annex=annex, part=part),
        share_notes,
        order_notes,
        keep_cited,
        keep_used,
        partial(keep_long, least=contents_from),
    )
    finishing: tuple[Pass, ...] = (label_citations, describe_tables, set_upright, mark_languages, fill_contents)
    if numbered_paragraphs:
        finishing = (number_paragraphs, *finishing)
    return _through(_settled(typeset(clear_contents(document)), settling), finishing)


def _settled(document: Document, passes: Iterable[Pass]) -> Document:
    """Through the passes until nothing more is dropped: a section may be empty only once its list has gone."""
    passes = tuple(passes)
    while (after := _through(document, passes)) is not document and after != document:
        document = after
    return document


def _through(document: Document, passes: Iterable[Pass]) -> Document:
    for one in passes:
        document = one(document)
    return document
