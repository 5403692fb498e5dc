"""The whole path from tree and style to a Word document, on one screen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from brief.letterhead import Foundation, foundation_of
from brief.opc import open_package
from brief.render.docx.body import body_xml
from brief.render.docx.escape import DRAWING, R, W
from brief.render.docx.fonts import embedded, fonts_xml
from brief.render.docx.footnotes import footnotes_xml
from brief.render.docx.leaves import Leaves, leaf_of
from brief.render.docx.links import Links
from brief.render.docx.numbering import numbering_xml
from brief.render.docx.onto import Onto, lists_onto, onto
from brief.render.docx.package import add_part, new_package, package_bytes, relate, set_body, set_properties
from brief.render.docx.running import first_header_xml, footer_xml, header_xml
from brief.render.docx.section import Running, section_xml
from brief.render.docx.settings import settings_xml
from brief.render.docx.story import Story, manuscript_of
from brief.render.docx.styles import styles_xml
from brief.render.docx.theme import theme_xml
from brief.render.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document as Package

    from brief.letterhead import Leaf
    from brief.style import Style
    from brief.tree import Document


def render(document: Document, style: Style, *, pages: Mapping[str, int] | None = None) -> Rendered:
    """`document` as a Word document (ECMA-376, transitional), which opens without a question.

    `pages` maps ids of headings to page numbers of a real layout: the contents show them until Word reckons its own;
    without it they show none. The file's `page_count` is for Word to say, so there is none.
    """
    pages = pages or {}
    base = _foundation(style.letterhead.base) if style.letterhead.base else Foundation()
    house = onto(base.styles, styles_xml(style, document.language, document.marking))
    theme = base.theme.decode() or theme_xml(style)
    package = new_package(house.styles, fonts_xml(style), theme, embedded(style).values())
    manuscript = manuscript_of(document, style)
    links, note_links = Links(), Links()
    body = house.translated(body_xml(document, Story(manuscript, links.relate), pages))
    notes = house.translated(footnotes_xml(document, Story(manuscript, note_links.relate, cites=False)))
    part, _ = add_part(package, "word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, notes)
    relate(part, note_links)
    relate(package.part, links)
    own = house.translated(numbering_xml(style, document, manuscript.lists.starts))
    numbering = lists_onto(base.numbering, own, house.ids)
    add_part(package, "word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
    settings = settings_xml(document.language, embeds=style.embed_faces)
    add_part(package, "word/settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)
    foot = footer_xml(document, max(pages.values(), default=1))
    has_head = style.letterhead.height or style.letterhead.later.height
    edges = base.edges or ({"header": style.letterhead.edge} if has_head else {})
    section = section_xml(style.page, _running(package, document, house, _leaf(base, style), foot), edges)
    set_body(package, f"<w:body {W} {R} {DRAWING}>{body}{section}</w:body>")
    set_properties(package, document)
    return Rendered(package_bytes(package))


@lru_cache(maxsize=4)
def _foundation(base: bytes) -> Foundation:
    return foundation_of(open_package(base))


def _leaf(base: Foundation, style: Style) -> Callable[[str, str], Leaf | None]:
    """What a house has in a header or footer, on the first page or the others."""
    letterhead = style.letterhead
    if letterhead.base:
        return base.leaf
    return lambda kind, where: leaf_of(letterhead if where == "first" else letterhead.later, kind)


def _running(
    package: Package, document: Document, house: Onto, leaf: Callable[[str, str], Leaf | None], foot: str
) -> Running:
    """Add the running lines, what the house has around them; their relationships."""
    leaves = Leaves(package)
    lines = (
        ("header", "default", 1, header_xml(document)),
        ("header", "first", 2, first_header_xml(document)),
        ("footer", "default", 1, foot),
        ("footer", "first", 2, foot),
    )
    ids = [leaves.add(kind, number, leaf(kind, where), house.translated(xml)) for kind, where, number, xml in lines]
    return Running(*ids)
