"""What makes Word call a file corrupt, ask its reader a question, or fail who cannot see, and no validator finds."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings

from brief.render.docx import render
from brief.tree import Document, Link, Paragraph, Text
from readers.docx_numbers import value
from readers.docx_reader import W, part
from styles import sample_style
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

STYLE = sample_style()
OFFICE = "http://schemas.openxmlformats.org"
R = f"{{{OFFICE}/officeDocument/2006/relationships}}"
WP = f"{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}"
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
    return [*cells(content), *styles(content), *lists(content), *identities(content), *targets(content)]


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
    drawings = [d.get("id") for story in stories(content) for d in story.iter(f"{WP}docPr")]
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


def test_a_document_of_every_node_is_sound() -> None:
    assert soundness(render(every_node(), STYLE).content) == []


@settings(max_examples=60)
@given(documents())
def test_any_document_is_sound_and_opens_in_python_docx(document: Document) -> None:
    content = render(document, STYLE).content
    assert soundness(content) == []
    assert docx.Document(io.BytesIO(content)).paragraphs


def test_nothing_asks_the_reader_who_opens_it() -> None:
    content = render(every_node(), STYLE, pages={"s-areas": 2}).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    for prompt in (b"updateFields", b"w:dirty", b"attachedTemplate", b"w:ins ", b"w:del ", b"w:rsid"):
        assert prompt not in whole


def test_every_field_is_opened_divided_and_closed() -> None:
    content = render(every_node(), STYLE, pages={"s-areas": 2}).content
    for story in stories(content):
        kinds = Counter(f.get(f"{W}fldCharType") for f in story.iter(f"{W}fldChar"))
        assert kinds["begin"] == kinds["separate"] == kinds["end"]


def test_every_drawing_is_described_or_marked_as_decoration() -> None:
    drawings = list(part(render(every_node(), STYLE).content, "word/document.xml").iter(f"{WP}docPr"))
    assert len(drawings) == 4
    assert [bool(drawing.get("descr")) for drawing in drawings] == [True, False, False, False]
    for drawing in drawings:
        decorative = [e for e in drawing.iter() if e.tag.endswith("}decorative") and e.get("val") == "1"]
        assert drawing.get("descr") or decorative


def test_every_table_has_a_name_for_those_who_hear_it() -> None:
    tables = list(every(render(every_node(), STYLE).content, "tblPr"))
    assert len(tables) == 5
    assert all(value(table, "tblCaption") for table in tables)
    described = [value(table, "tblDescription") for table in tables]
    assert "Open follow-ups and their status" in described


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "file:///etc/passwd", "http://", "https://[", "http://a:b/", "mailto:", "#nowhere", "",
        "https:///path", "ftp://example.org", "data:text/html,x",
    ],
)  # fmt: skip
def test_a_target_that_is_no_address_leaves_words_without_a_link(target: str) -> None:
    document = Document((Text("t"),), (Paragraph((Link(target, (Text("word"),)),)),))
    content = render(document, STYLE).content
    assert not list(every(content, "hyperlink"))
    assert not [t for t in relationships(content, "document").values() if t and not t.endswith(".xml")]


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.org/a?b=c&d=<e>", "https://example.org/a?b=c&d=%3Ce%3E"),
        ("http://example.org/한국", "http://example.org/%ED%95%9C%EA%B5%AD"),
        ("http://한국.kr/a b", "http://xn--3e0b707e.kr/a%20b"),
        ("mailto:desk@example.org?subject=a b", "mailto:desk@example.org?subject=a%20b"),
        ("https://example.org/100%25", "https://example.org/100%25"),
    ],
)
def test_an_address_is_written_as_an_address_may_be(target: str, written: str) -> None:
    document = Document((Text("t"),), (Paragraph((Link(target, (Text("word"),)),)),))
    assert written in relationships(render(document, STYLE).content, "document").values()
