"""Headers and footers of a house around the running lines of a brief: those of its Word document, or of its style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from brief.letterhead import Leaf, Tie
from brief.render.docx.escape import DECLARATION, DRAWING, R, W, escape
from brief.render.docx.onto import shift_lists
from brief.render.docx.package import add_part
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import words
from brief.render.docx.units import emus

if TYPE_CHECKING:
    from docx.document import Document as Package

    from brief.style import Letterhead, Logo

_FIRST_NUMBER: Final = 900_000  # of the drawings in headers and footers: those of the text count from 1
_SIDES: Final = {"left": "left", "centre": "center", "right": "right"}
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(slots=True)
class Leaves:
    """Adds headers and footers to a document; a picture that several have is there once."""

    package: Package
    pictures: dict[tuple[str, bytes], Part] = field(default_factory=dict)
    drawings: int = _FIRST_NUMBER

    def add(self, kind: str, number: int, leaf: Leaf | None, ours: str) -> str:
        """Add one: the house's own above the running lines at the head, below them at the foot. Gives its id."""
        xml = ours if leaf is None else self._joined(kind, leaf, ours)
        types = {
            "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
            "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
        }
        part, id_ = add_part(self.package, f"word/{kind}{number}.xml", *types[kind], xml)
        for tie in leaf.ties if leaf else ():
            if tie.content:
                part.load_rel(RELATIONSHIP_TYPE.IMAGE, self._picture(tie), tie.id)
            else:
                part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, tie.target, tie.id, is_external=True)
        return id_

    def _picture(self, tie: Tie) -> Part:
        key = (tie.target, tie.content)
        if key not in self.pictures:
            name = f"/word/media/head{len(self.pictures) + 1}.{tie.target.rpartition('.')[2].lower()}"
            self.pictures[key] = Part(PackURI(name), tie.content_type, tie.content, self.package.part.package)
        return self.pictures[key]

    def _joined(self, kind: str, leaf: Leaf, ours: str) -> str:
        root, lines = parse_xml(leaf.xml), list(parse_xml(ours.encode()))
        shift_lists(root)
        for element in root.iter("{*}docPr"):
            self.drawings += 1
            element.set("id", str(self.drawings))
        if kind == "header":
            root.extend(line for line in lines if line.xpath(".//w:t"))
        else:
            for place, line in enumerate(lines):
                root.insert(place, line)
        return DECLARATION + str(etree.tostring(root, encoding="unicode"))


def leaf_of(letterhead: Letterhead, kind: str) -> Leaf | None:
    """The header or footer that a style asks for, or nothing."""
    if kind == "footer":
        layout = Layout(style="FooterLine")
        lines = [_line(words(text), letterhead.foot_align, layout) for text in letterhead.foot]
        return _leaf("ftr", "".join(lines)) if lines else None
    if not letterhead.height:
        return None
    layout, logo = Layout(style="HeaderLine"), letterhead.logo
    lines = [_line(words(text), letterhead.align, layout) for text in letterhead.head]
    if logo is None:
        return _leaf("hdr", "".join(lines))
    if not letterhead.beside or not lines:
        lines.insert(0, _line(_drawing(logo, _inline()), logo.position, layout))
    else:
        room = max(letterhead.height - len(lines) * letterhead.leading, 0)
        last = Layout(style="HeaderLine", after=room)
        lines[0] = _line(_drawing(logo, _anchor(logo)) + words(letterhead.head[0]), letterhead.align, layout)
        if len(lines) > 1:
            lines[-1] = _line(words(letterhead.head[-1]), letterhead.align, last)
        else:
            lines.append(_line("", letterhead.align, last))
    name = "word/media/logo." + {"png": "png", "jpeg": "jpg"}[logo.kind]
    return _leaf("hdr", "".join(lines), (Tie("logo", name, logo.content, logo.media_type),))


def _leaf(element: str, content: str, ties: tuple[Tie, ...] = ()) -> Leaf:
    return Leaf(f"{DECLARATION}<w:{element} {W} {R} {DRAWING}>{content}</w:{element}>".encode(), ties)


def _line(content: str, align: str, layout: Layout) -> str:
    whole = paragraph(layout, content)
    if align == "left":
        return whole
    return whole.replace("</w:pPr>", f'<w:jc w:val="{_SIDES[align]}"/></w:pPr>', 1)


def _inline() -> tuple[str, str]:
    return ('<wp:inline distT="0" distB="0" distL="0" distR="0">', "</wp:inline>")


def _anchor(logo: Logo) -> tuple[str, str]:
    """In front of an empty half of the lines, at their upper edge."""
    begin = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        f'<wp:align>{_SIDES[logo.position]}</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
        "<wp:posOffset>0</wp:posOffset></wp:positionV>"
    )
    return begin, "</wp:anchor>"


def _drawing(logo: Logo, around: tuple[str, str]) -> str:
    wide, high, alt = emus(logo.width), emus(logo.height), escape(logo.alt)
    begin, end = around
    wrapping = "<wp:wrapNone/>" if "anchor" in end else ""
    return (
        f'<w:r><w:drawing>{begin}<wp:extent cx="{wide}" cy="{high}"/>{wrapping}<wp:docPr id="1" name="Logo" '
        f'descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="Logo" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic>{end}</w:drawing></w:r>"
    )
