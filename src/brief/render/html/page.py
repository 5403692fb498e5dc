"""The page around the blocks: head, banner, front, notes, foot.

What is no word of the brief (the link that skips the banner, markings, running lines) stands in elements of class
`running`. Labels of lists and notes are markers, arrows back come from CSS: neither is text.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from brief.render.html.block import sections
from brief.render.html.css import css
from brief.render.html.escape import attribute, text
from brief.render.html.inline import Citations, inlines, note_id
from brief.render.html.interface import interface
from brief.render.rendered import Rendered
from brief.walk import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.style import Letterhead, Style
    from brief.tree import Document

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content Security Policy: whatever the words hold, nothing runs and nothing is fetched."""


def render(document: Document, style: Style, *, origins: bool = False) -> Rendered:
    """`document` as one HTML file in UTF-8, its look that of `style`.

    The families of the style are named, not embedded: where they are absent, their substitutes show. With `origins`,
    words stand in elements whose attribute `data-origins` says where they are written.
    """
    lines = (*_head(document, style), *_body(document, style, Citations(origins=origins)))
    return Rendered("".join(f"{line}\n" for line in lines).encode(errors="replace"))


def _head(document: Document, style: Style) -> Iterator[str]:
    pictures = "; img-src data:" if style.letterhead.logo else ""
    yield "<!DOCTYPE html>"
    yield f'<html lang="{attribute(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}{pictures}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{text(inline_text(document.title))}</title>"
    properties = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "dcterms.date": document.date,
        "dcterms.rights": style.scheme.statement(document.marking),
    }
    for name, words in properties.items():
        if words:
            yield f'<meta name="{name}" content="{attribute(words)}">'
    yield f"<style>\n{css(document, style)}</style>"
    yield "</head>"


def _body(document: Document, style: Style, citations: Citations) -> Iterator[str]:
    words = interface(document.language)
    yield "<body>"
    yield f'<a class="running skip" href="#_text" lang="{words.language}">{words.skip}</a>'
    yield from _letterhead(style.letterhead)
    if document.marking or document.running.draft:
        yield f'<header class="running">{_draft(document)}{_marking(document)}</header>'
    yield '<main id="_text">'
    yield from _front(document, citations)
    yield from sections(document.children, citations)
    yield from _notes(document, citations)
    yield "</main>"
    lines = "".join(f'<p class="letterhead">{text(line)}</p>' for line in style.letterhead.foot)
    if document.marking or document.running.foot or lines:
        foot = f"<p>{text(document.running.foot)}</p>"
        yield f'<footer class="running">{foot}{_draft(document)}{_marking(document)}{lines}</footer>'
    yield "</body>"
    yield "</html>"


def _letterhead(letterhead: Letterhead) -> Iterator[str]:
    """Logo and words at the head. The logo says what it shows: on screen there is no other sign of the house."""
    if not letterhead.height:
        return
    yield f'<header class="running letterhead {letterhead.align}">'
    if logo := letterhead.logo:
        source = f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}"
        size = f'width="{logo.width * 4 / 3:.0f}" height="{logo.height * 4 / 3:.0f}"'
        yield f'<p class="{logo.position}"><img src="{source}" alt="{attribute(logo.alt)}" {size}></p>'
    for line in letterhead.head:
        yield f"<p>{text(line)}</p>"
    yield "</header>"


def _marking(document: Document) -> str:
    return f'<p><strong class="marking">{text(document.marking)}</strong></p>' if document.marking else ""


def _draft(document: Document) -> str:
    return f"<p>{text(document.running.draft)}</p>" if document.running.draft else ""


def _front(document: Document, citations: Citations) -> Iterator[str]:
    yield '<header class="front">'
    if document.kicker:
        yield f'<p class="kicker">{inlines(document.kicker, citations)}</p>'
    yield f"<h1>{inlines(document.title, citations)}</h1>"
    if document.subtitle:
        yield f'<p class="subtitle">{inlines(document.subtitle, citations)}</p>'
    yield "</header>"


def _notes(document: Document, citations: Citations) -> Iterator[str]:
    """The notes, with links back to every mark (roles doc-endnotes and doc-backlink, DPUB-ARIA 1.1)."""
    if not document.notes:
        return
    words = interface(document.language)
    yield f'<section class="notes" role="doc-endnotes" aria-label="{words.notes}">'
    yield "<ol>"
    for number, note in enumerate(document.notes, 1):
        said = inlines(note.children, citations)
        marks = enumerate(citations.of(number), 1)
        back = "".join(_back(words.back, number, time, mark) for time, mark in marks)
        yield f'<li id="{note_id(number)}"><p>{said}{back}</p></li>'
    yield "</ol>"
    yield "</section>"


def _back(words: str, number: int, time: int, mark: str) -> str:
    name = f"{words} ({number})" if time == 1 else f"{words} ({number}, {time})"
    return f'<a role="doc-backlink" href="#{mark}" aria-label="{name}"></a>'
