"""What the file says of itself: information dictionary and XMP packet, which must agree (ISO 19005-2, 6.6.3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import literal
from brief.walk import inline_text

if TYPE_CHECKING:
    from brief.style import Scheme
    from brief.tree import Document

CREATOR = "brief"
PRODUCER = "ReportLab"
UNDATED = (2000, 1, 1)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title and the rest, each as one line; empty where the document says nothing."""

    title: str
    author: str
    subject: str
    keywords: str
    rights: str
    language: str
    date: tuple[int, int, int]

    @property
    def information(self) -> str:
        """The information dictionary (ISO 32000-1, 14.3.3)."""
        entries = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords}
        texts = "".join(f"/{key}{literal(value)}" for key, value in entries.items() if value)
        when = "D:{:04}{:02}{:02}000000Z".format(*self.date)
        return f"<<{texts}/Creator({CREATOR})/Producer({PRODUCER})/CreationDate({when})/ModDate({when})>>"

    @property
    def packet(self) -> bytes:
        """The XMP packet, with the identifiers of PDF/A-2a and PDF/UA-1 and the schema that the latter needs."""
        when = "{:04}-{:02}-{:02}T00:00:00Z".format(*self.date)
        optional = (
            ("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", self.author),
            (_alternative("description"), self.subject),
            ("<pdf:Keywords>{}</pdf:Keywords>", self.keywords),
            (_alternative("rights"), self.rights),
        )
        said = "\n".join(pattern.format(_xml(value)) for pattern, value in optional if value)
        title = _alternative("title").format(_xml(self.title))
        names = {"language": _xml(self.language), "producer": PRODUCER, "creator": CREATOR}
        return _PACKET.format(title=title, said=said, when=when, **names).encode()


def metadata_of(document: Document, scheme: Scheme) -> Metadata:
    """What `document` says of itself. A title is required (ISO 14289-1, 7.1): without words it is named a brief."""
    return Metadata(
        title=_line(inline_text(document.title)) or "Brief",
        author=_line(document.author),
        subject=_line(document.subject),
        keywords=_line(", ".join(document.keywords)),
        rights=_line(scheme.statement(document.marking)),
        language=document.language,
        date=_date(document.date),
    )


def _line(text: str) -> str:
    return " ".join("".join(filter(_is_legal, text)).split())


def _is_legal(character: str) -> bool:
    """Whether XML may hold it (XML 1.0, production 2)."""
    if character < "\ud800":
        return character >= " " or character in "\t\n\r"
    return "\ue000" <= character <= "\ufffd" or character > "\uffff"


def _date(text: str) -> tuple[int, int, int]:
    """Year, month and day of an ISO date that may lack its last parts."""
    parts = [int(part) for part in text[:10].split("-") if part.isdecimal()]
    try:
        day = dt.date(*[*parts, 1, 1][:3]) if parts else dt.date(*UNDATED)
    except ValueError:
        return UNDATED
    return day.year, day.month, day.day


def _xml(text: str) -> str:
    return text.translate(_ENTITIES)


def _alternative(name: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{{}}</rdf:li></rdf:Alt></dc:{name}>'


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{title}
{said}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
