"""What is wrong with a Word document, and no validator finds: what makes Word call it corrupt, or leads nowhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readers.docx_numbers import value
from readers.docx_reader import WP, W, part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

OFFICE = "http://schemas.openxmlformats.org"
R = f"{{{OFFICE}/officeDocument/2006/relationships}}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
STORIES = ("document", "footnotes", "header1", "header2", "footer1", "footer2")


def stories(content: bytes) -> list[ET.Element]:
    return [part(content, f"word/{name}.xml") for name in STORIES]


def every(content: bytes, tag: str) -> Iterator[ET.Element]:
    for story in stories(content):
        yield from story.iter(f"{W}{tag}")


def relationships(content: bytes, name: str) -> dict[str | None, str | None]:
    try:
        root = part(content, f"word/_rels/{name}.xml.rels")
    except KeyError:
        return {}
    return {rel.get("Id"): rel.get("Target") for rel in root}


def soundness(content: bytes) -> list[str]:
    """Everything that is wrong with a file."""
    checks = (cells, styles, lists, identities, targets, descriptions)
    return [complaint for check in checks for complaint in check(content)]


def cells(content: bytes) -> Iterator[str]:
    for cell in every(content, "tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in every(content, "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iter(f"{W}tr"):
            if sum(int(value(cell, "tcPr/gridSpan") or 1) for cell in row.iter(f"{W}tc")) != columns:
                yield "a row does not fill the grid"
    body = part(content, "word/document.xml")[0]
    for before, after in zip(body, list(body)[1:], strict=False):
        if before.tag == f"{W}tbl" and after.tag != f"{W}p":
            yield f"a table touches {after.tag}"


def styles(content: bytes) -> Iterator[str]:
    defined = {s.get(f"{W}styleId"): s.get(f"{W}type") for s in part(content, "word/styles.xml").iter(f"{W}style")}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        named = [*every(content, tag), *part(content, "word/numbering.xml").iter(f"{W}{tag}")]
        yield from (f"no style {s}" for s in {e.get(f"{W}val") for e in named} if defined.get(s) != kind)
    for tag in ("basedOn", "next"):
        named = list(part(content, "word/styles.xml").iter(f"{W}{tag}"))
        yield from (f"no style {s}" for s in {e.get(f"{W}val") for e in named} if s not in defined)


def lists(content: bytes) -> Iterator[str]:
    numbering = part(content, "word/numbering.xml")
    abstract = {a.get(f"{W}abstractNumId") for a in numbering.iter(f"{W}abstractNum")}
    nums = {n.get(f"{W}numId"): value(n, "abstractNumId") for n in numbering.iter(f"{W}num")}
    used = [*every(content, "numId"), *part(content, "word/styles.xml").iter(f"{W}numId")]
    yield from (f"no list {n}" for n in {e.get(f"{W}val") for e in used} if n not in nums and n != "0")
    yield from (f"no abstract list {a}" for a in nums.values() if a not in abstract)
    order = [child.tag for child in numbering]
    if order != sorted(order):
        yield "an abstract list stands behind a list"


def identities(content: bytes) -> Iterator[str]:
    drawn = (f"{WP}docPr", f"{WPS}cNvPr")
    drawings = [d.get("id") for story in stories(content) for tag in drawn for d in story.iter(tag)]
    marks = [b.get(f"{W}id") for b in every(content, "bookmarkStart")]
    names = [(b.get(f"{W}name") or "").lower() for b in every(content, "bookmarkStart")]
    controls = [value(p, "id") for p in every(content, "sdtPr")]
    for what, ids in (("drawing", drawings), ("bookmark", marks), ("bookmark", names), ("control", controls)):
        yield from (f"{what} {id_} twice" for id_, times in Counter(ids).items() if times > 1)
    if Counter(marks) != Counter(b.get(f"{W}id") for b in every(content, "bookmarkEnd")):
        yield "a bookmark has no end"
    yield from (f"bad bookmark {name}" for name in names if len(name) > 40 or not name.replace("_", "a").isalnum())


def targets(content: bytes) -> Iterator[str]:
    names = {b.get(f"{W}name") for b in every(content, "bookmarkStart")}
    anchors = {h.get(f"{W}anchor") for h in every(content, "hyperlink")} - {None}
    for instruction in every(content, "instrText"):
        kind, *rest = (instruction.text or "").split()
        anchors |= {rest[0]} if kind in ("PAGEREF", "NOTEREF") else set()
    yield from (f"no bookmark {name}" for name in anchors - names)
    for name in STORIES:
        known = relationships(content, name)
        asked = [e.get(f"{R}id") for e in part(content, f"word/{name}.xml").iter() if e.get(f"{R}id")]
        yield from (f"no relationship {id_} of {name}" for id_ in asked if id_ not in known)


def descriptions(content: bytes) -> Iterator[str]:
    for drawing in (drawing for story in stories(content) for drawing in story.iter(f"{WP}docPr")):
        decorative = [e for e in drawing.iter() if e.tag.endswith("}decorative") and e.get("val") == "1"]
        if not drawing.get("descr") and not decorative:
            yield f"nothing says what drawing {drawing.get('id')} shows"
    yield from ("a table has no name" for table in every(content, "tblPr") if not value(table, "tblCaption"))
