"""The whole path from tree and style to a Word document, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from brief.render.docx.body import body_xml
from brief.render.docx.escape import DRAWING, R, W
from brief.render.docx.fonts import embedded, fonts_xml
from brief.render.docx.footnotes import footnotes_xml
from brief.render.docx.links import Links
from brief.render.docx.numbering import numbering_xml
from brief.render.docx.package import add_part, new_package, package_bytes, relate, set_body, set_properties
from brief.render.docx.running import first_header_xml, footer_xml, header_xml
from brief.render.docx.section import Running, section_xml
from brief.render.docx.settings import settings_xml
from brief.render.docx.story import Story, manuscript_of
from brief.render.docx.styles import styles_xml
from brief.render.docx.theme import theme_xml
from brief.render.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as Package

    from brief.style import Style
    from brief.tree import Document


def render(document: Document, style: Style, *, pages: Mapping[str, int] | None = None) -> Rendered:
    """`document` as a Word document (ECMA-376, transitional), which opens without a question.

    `pages` maps ids of headings to page numbers of a real layout: the contents show them until Word reckons its own;
    without it they show none. The file's `page_count` is for Word to say, so there is none.
    """
    pages = pages or {}
    styles = styles_xml(style, document.language, document.marking)
    package = new_package(styles, fonts_xml(style), theme_xml(style), embedded(style).values())
    manuscript = manuscript_of(document, style)
    links, note_links = Links(), Links()
    body = body_xml(document, Story(manuscript, links.relate), pages)
    notes = footnotes_xml(document, Story(manuscript, note_links.relate, cites=False))
    part, _ = add_part(package, "word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, notes)
    relate(part, note_links)
    relate(package.part, links)
    numbering = numbering_xml(style, document, manuscript.lists.starts)
    add_part(package, "word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
    settings = settings_xml(document.language, embeds=style.embed_faces)
    add_part(package, "word/settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)
    section = section_xml(style.page, _running(package, document, max(pages.values(), default=1)))
    set_body(package, f"<w:body {W} {R} {DRAWING}>{body}{section}</w:body>")
    set_properties(package, document)
    return Rendered(package_bytes(package))


def _running(package: Package, document: Document, page_count: int) -> Running:
    """Add the running lines; their relationships."""
    header = (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
    footer = (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
    foot = footer_xml(document, page_count)
    return Running(
        add_part(package, "word/header1.xml", *header, header_xml(document))[1],
        add_part(package, "word/header2.xml", *header, first_header_xml(document))[1],
        add_part(package, "word/footer1.xml", *footer, foot)[1],
        add_part(package, "word/footer2.xml", *footer, foot)[1],
    )
