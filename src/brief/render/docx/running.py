"""Running lines: marking and running head above, running foot and page number below.

Page 1 bears the marking alone, and of a draft that it is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.render.docx.escape import DECLARATION, W
from brief.render.docx.field import field
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Document

_TAB = "<w:r><w:tab/></w:r>"
_PLACE = re.compile(r"(\{pages?\})")
ROOM = "\N{FIGURE SPACE}"
"""The room on either side of a marking, inside its label. LibreOffice shades each no-break space apart, with a hairline
of white between."""
_BESIDE = "\N{EM SPACE}\N{EN SPACE}"
"""The space between a page number and the marking, which one tab sets at the margin together: however wide the letters
that a reader has, no line is broken there."""


def header_xml(document: Document) -> str:
    """The head of every page but the first."""
    content = words(document.running.full_head) + (_TAB + _label(document) if document.marking else "")
    return _part("hdr", paragraph(Layout(style="Header" if content else "HeaderFirst"), content))


def first_header_xml(document: Document) -> str:
    """The head of the first page."""
    label = _label(document) if document.marking else ""
    if not document.running.draft:
        return _part("hdr", paragraph(Layout(style="HeaderFirst"), label))
    return _part("hdr", paragraph(Layout(style="Header"), words(document.running.draft) + (label and _TAB + label)))


def footer_xml(document: Document, page_count: int) -> str:
    """The foot of every page."""
    page = "".join(_page(document.running.page, page_count))
    label = _label(document) if document.marking else ""
    content = words(document.running.foot) + _TAB + page + (words(_BESIDE) if page and label else "") + label
    return _part("ftr", paragraph(Layout(style="Footer"), content))


def _page(pattern: str, page_count: int) -> Iterator[str]:
    for piece in _PLACE.split(pattern):
        match piece:
            case "{page}":
                yield field("PAGE", "1")
            case "{pages}":
                yield field("NUMPAGES", str(page_count))
            case _:
                yield words(piece)


def _label(document: Document) -> str:
    text = words(f"{ROOM}{document.marking}{ROOM}")
    return text.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Marking"/></w:rPr>', 1)


def _part(element: str, content: str) -> str:
    return f"{DECLARATION}<w:{element} {W}>{content}</w:{element}>"
