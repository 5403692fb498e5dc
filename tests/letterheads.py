"""Letterheads as houses have them: made with python-docx, or in WordprocessingML as other Words write it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
R = f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
A = f'xmlns:a="{OFFICE}/drawingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "styles": f"{MAIN}.styles+xml",
    "header1": f"{MAIN}.header+xml",
    "footer1": f"{MAIN}.footer+xml",
    "numbering": f"{MAIN}.numbering+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 120), mode: str = "RGBA") -> bytes:
    """A sign: a disc beside a bar, clear around them where the mode can."""
    image = Image.new(mode, size, 0 if mode == "RGBA" else "white")
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.ellipse((4, 4, height - 4, height - 4), fill="#8a1538")
    draw.rectangle((height + 10, height // 3, width - 4, 2 * height // 3), fill="#14375e")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def _saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def ministry() -> bytes:
    """A4, a logo and an address in the header of page 1, a footer on all pages, its own colours and faces."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(25)
    section.top_margin, section.bottom_margin, section.header_distance = Mm(30), Mm(25), Mm(12)
    section.different_first_page_header_footer = True
    head = section.first_page_header
    head.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), width=Mm(50))
    head.paragraphs[0]._p.find(f".//{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}docPr").set(
        "descr", "Ministry of Foreign Affairs"
    )
    for words in ("Ministry of Foreign Affairs", "60 Sajik-ro 8-gil, Jongno-gu, Seoul"):
        line = head.add_paragraph(words)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for foot in (section.first_page_footer, section.footer):
        foot.paragraphs[0].text = "www.mofa.example · +82 2 2100 2114"
        foot.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles = document.styles
    for name, face, size, colour in (
        ("Normal", "Georgia", 11, "222222"),
        ("Title", "Georgia", 24, "8A1538"),
        ("Heading 1", "Verdana", 15, "8A1538"),
        ("Heading 2", "Verdana", 12, "14375E"),
    ):
        font = styles[name].font
        font.name, font.size, font.color.rgb = face, Pt(size), RGBColor.from_string(colour)
        fonts = styles[name].element.rPr.rFonts
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
    styles["Normal"].paragraph_format.space_after = Pt(8)
    document.add_paragraph("Dear Sir or Madam,")
    return _saved(document)


def continued() -> bytes:
    """A first page with a header and a footer of its own; the later ones say something else."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for part, words in (
        (section.first_page_header, "Office of Harbours"),
        (section.first_page_footer, "First foot"),
        (section.header, "Continuation"),
        (section.footer, "Page footer"),
    ):
        part.paragraphs[0].text = words
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _saved(document)


def side_by_side(by: str, *, logo_first: bool) -> bytes:
    """A logo and a name in the header: in two cells of a "table", on either side of a "tab", or on two "lines"."""
    document = docx.Document()
    head = document.sections[0].header
    if by == "table":
        cells = head.add_table(1, 2, Mm(150)).rows[0].cells
        places = [cell.paragraphs[0] for cell in cells]
    else:
        places = [head.paragraphs[0], head.add_paragraph() if by == "lines" else head.paragraphs[0]]
    for number, paragraph in enumerate(places):
        if (number == 0) is logo_first:
            paragraph.add_run().add_picture(io.BytesIO(picture()), width=Mm(40))
        else:
            paragraph.add_run("Ministry of Foreign Affairs")
        if by == "tab" and number == 0:
            paragraph.add_run("\t")
    return _saved(document)


def landscape() -> bytes:
    """A landscape page whose header, words alone, stands on every page; a page number in its footer."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(40), Mm(30)
    section.top_margin, section.bottom_margin = Mm(12), Mm(15)
    section.header.paragraphs[0].text = "Office of Strategy\tInternal paper"
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("Page ")
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()._r
        element = run.makeelement(qn("w:fldChar" if kind else "w:instrText"), {})
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run.append(element)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x0B, 0x5D, 0x3B)
    return _saved(document)


def template_file() -> bytes:
    """The ministry's letterhead as .dotx."""
    source = zipfile.ZipFile(io.BytesIO(ministry()))
    parts = {name: source.read(name) for name in source.namelist()}
    types = parts["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
    return zipped({**parts, "[Content_Types].xml": types})


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


THEME = (
    f'<a:theme {A} name="Haus"><a:themeElements><a:clrScheme name="Haus">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2>'
    '<a:accent3><a:srgbClr val="9BBB59"/></a:accent3><a:accent4><a:srgbClr val="8064A2"/></a:accent4>'
    '<a:accent5><a:srgbClr val="4BACC6"/></a:accent5><a:accent6><a:srgbClr val="F79646"/></a:accent6>'
    '<a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme>'
    '<a:fontScheme name="Haus"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>'
    '</a:fontScheme><a:fmtScheme name="Haus"><a:fillStyleLst>'
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)


def _style(kind: str, id_: str, name: str, inner: str, based_on: str = "") -> str:
    default = ' w:default="1"' if not based_on else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def _letters(inner: str, spacing: str = "") -> str:
    return f"<w:pPr>{spacing}</w:pPr><w:rPr>{inner}</w:rPr>" if spacing else f"<w:rPr>{inner}</w:rPr>"


def german() -> bytes:
    """Styles with the ids of a German Word, colours and faces of the theme; headings numbered by a list of its own."""
    heading = _letters(
        '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/>'
        '<w:color w:val="365F91" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="32"/>',
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="480" w:after="120"/><w:outlineLvl w:val="0"/>',
    )
    styles = (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
        'w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _style("paragraph", "Standard", "Normal", "<w:qFormat/>")
        + _style("paragraph", "berschrift1", "heading 1", f"<w:qFormat/>{heading}", "Standard")
        + _style(
            "paragraph",
            "berschrift2",
            "heading 2",
            _letters('<w:color w:themeColor="text2" w:themeTint="E6" w:val="1F497D"/><w:sz w:val="26"/>'),
            "berschrift1",
        )
        + _style("paragraph", "Kopfzeile", "header", '<w:rPr><w:sz w:val="18"/></w:rPr>', "Standard")
        + _style("character", "Absatz-Standardschriftart", "Default Paragraph Font", "")
        + "</w:styles>"
    )
    header = (
        f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r><w:t>Auswärtiges Amt</w:t></w:r></w:p>'
        "</w:hdr>"
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    return raw({"styles": styles, "theme": THEME, "header1": header, "numbering": numbering})


def korean() -> bytes:
    """Styles with Korean ids; no theme, no defaults, a footer; a table style of the house."""
    styles = (
        f"<w:styles {W}>"
        + _style(
            "paragraph", "a", "Normal", _letters('<w:rFonts w:ascii="Batang" w:hAnsi="Batang"/><w:sz w:val="21"/>')
        )
        + _style(
            "paragraph",
            "제목1",
            "heading 1",
            _letters('<w:rFonts w:ascii="Malgun Gothic" w:hAnsi="Malgun Gothic"/><w:color w:val="7A0019"/>'),
            "a",
        )
        + _style("paragraph", "바닥글", "footer", "", "a")
        + _style("table", "표1", "House Table", _TABLE)
        .replace("<w:style ", '<w:style w:customStyle="1" ')
        .replace(' w:default="1"', "")
        + "</w:styles>"
    )
    footer = (
        f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="바닥글"/><w:jc w:val="right"/></w:pPr>'
        "<w:r><w:t>외교부</w:t></w:r></w:p></w:ftr>"
    )
    return raw({"styles": styles, "footer1": footer})


def localised() -> bytes:
    """Styles whose names are Korean, as programs other than Word write them; one is known by its level alone."""
    level = '<w:outlineLvl w:val="{}"/>'
    styles = (
        f"<w:styles {W}>"
        + _style("paragraph", "s0", "바탕글", _letters('<w:rFonts w:ascii="Batang" w:hAnsi="Batang"/>'))
        + _style("paragraph", "s1", "제목 1", _letters('<w:color w:val="7A0019"/><w:sz w:val="32"/>'), "s0")
        + _style("paragraph", "s2", "큰 항목", _letters('<w:color w:val="14375E"/>', level.format(1)), "s0")
        + "</w:styles>"
    )
    return raw({"styles": styles})


_TABLE = (
    '<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C8B6BA"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="7A0019"/></w:rPr></w:tblStylePr>'
)

_SIZE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1418" w:left="1417" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)


def raw(parts: Mapping[str, str], *, kind: str = "document", more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word file of these parts; a header and a footer stand on every page."""
    entries = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{PARTS[name]}"/>' for name in parts)
    ties = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/officeDocument/2006/relationships/{name.rstrip("1")}" '
        f'Target="{name}.xml"/>'
        for name in parts
    )
    margins = "".join(
        f'<w:{name[:-1]}Reference w:type="default" r:id="r{name}"/>' for name in parts if name.endswith("1")
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{MAIN}.{kind}.main+xml"/>{entries}</Types>'
    )
    outer = (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    rels = f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{ties}</Relationships>'
    body = f"<w:document {W} {R}><w:body><w:p/><w:sectPr>{margins}{_SIZE}</w:sectPr></w:body></w:document>"
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": outer,
            "word/document.xml": body,
            "word/_rels/document.xml.rels": rels,
            **{f"word/{name}.xml": text for name, text in parts.items()},
            **(more or {}),
        }
    )


LETTERHEADS = {
    "ministry.docx": ministry,
    "continued.docx": continued,
    "landscape.docx": landscape,
    "german.docx": german,
    "korean.docx": korean,
    "localised.docx": localised,
    "template.dotx": template_file,
}
