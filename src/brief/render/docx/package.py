"""The package: python-docx's base document without what a brief does not need, our parts in it, and the same bytes
every time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from brief.render.docx.escape import DECLARATION, clean, escape
from brief.render.docx.language import full_tag
from brief.walk import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Package

    from brief.render.docx.fonts import Embedded
    from brief.render.docx.links import Links
    from brief.tree import Document

_DAWN: Final = datetime(2000, 1, 1, tzinfo=UTC)  # of documents without a date
_ENTRY: Final = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold
_LONGEST: Final = 255  # characters of a property, to python-docx
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_OBFUSCATED: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_APPLICATION: Final = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>brief</Application></Properties>"
)
_CUSTOM: Final = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Marking"><vt:lpwstr>{}</vt:lpwstr>'
    "</property></Properties>"
)
"""The property `Marking`, by which systems that keep documents sort them (ECMA-376, part 1, 22.3)."""


def new_package(styles: str, fonts: str, theme: str, faces: Iterable[Embedded] = ()) -> Package:
    """A document without words, of these styles and fonts and this theme; `faces` are the fonts it brings along."""
    return docx.Document(io.BytesIO(_base(styles, fonts, theme, tuple(faces))))


@lru_cache(maxsize=8)
def _base(styles: str, fonts: str, theme: str, faces: tuple[Embedded, ...]) -> bytes:
    """The default document with none but our parts, as a file: to open it is far faster than to strip anew."""
    package = docx.Document()
    main, outer = package.part, package.part.package
    main.rels.clear()
    for rel in [r for r in outer.rels.values() if r.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
        del outer.rels[rel.rId]
    body = package.element.body
    body.clear()
    add_part(package, "word/styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles)
    table, _ = add_part(package, "word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts)
    for face in faces:
        font = Part(PackURI(f"/{face.part}"), _OBFUSCATED, face.content, package.part.package)
        table.load_rel(RELATIONSHIP_TYPE.FONT, font, face.relationship)
    add_part(package, "word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme)
    app = _part(package, "docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APPLICATION)
    outer.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    stream = io.BytesIO()
    package.save(stream)
    return stream.getvalue()


def _part(package: Package, name: str, content_type: str, xml: str) -> Part:
    return Part(PackURI(f"/{name}"), content_type, xml.encode(), package.part.package)


def add_part(package: Package, name: str, content_type: str, relationship: str, xml: str) -> tuple[Part, str]:
    """Put a part beside the main document; the part, and the id of the relationship that leads to it."""
    part = _part(package, name, content_type, xml)
    return part, package.part.relate_to(part, relationship)


def relate(part: Part, links: Links) -> None:
    """Write down where a part leads to."""
    for address, id_ in links.ids.items():
        part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, id_, is_external=True)


def set_body(package: Package, body: str) -> None:
    """Put the body in its place, read once: what is no XML ends here."""
    package.element.replace(package.element.body, parse_xml(body))


def set_properties(package: Package, document: Document) -> None:
    """Title, author, language, marking and dates, all of them the document's own."""
    core = package.core_properties
    author = _property(document.author)
    core.title = _property(inline_text(document.title))
    core.subject = _property(document.subject)
    core.author = core.last_modified_by = author
    core.keywords = _property(", ".join(document.keywords))
    core.category = _property(document.marking)
    core.language = _property(full_tag(document.language))
    core.comments = ""
    core.revision = 1
    core.created = core.modified = _day(document.date)
    if document.marking:
        custom = _CUSTOM.format(escape(_property(document.marking)))
        part = _part(package, "docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, custom)
        package.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _property(words: str) -> str:
    return " ".join(clean(words).split())[:_LONGEST]


def _day(date: str) -> datetime:
    """The day of an ISO date that may lack its day or month."""
    year, month, day, *_ = (*date[:10].split("-"), "01", "01")
    try:
        return datetime(int(year), int(month), int(day), tzinfo=UTC)
    except ValueError:
        return _DAWN


def package_bytes(package: Package) -> bytes:
    """The file. python-docx stamps the hour on the entries of a zip: here they are dated, ordered and marked alike."""
    saved, out = io.BytesIO(), io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _ENTRY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name), compresslevel=6)
    return out.getvalue()
