"""What makes Word call a file corrupt, ask its reader a question, or fail who cannot see, and no validator finds."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

import docx
import pytest
from hypothesis import given, settings

from brief.render.docx import render
from brief.tree import Document, Link, Paragraph, Text
from briefs_made import EVENTS, made
from readers.docx_numbers import value
from readers.docx_reader import WP, W, part
from readers.docx_soundness import every, relationships, soundness, stories
from styles import sample_style
from trees import documents, every_node

STYLE = sample_style()


def test_a_document_of_every_node_is_sound() -> None:
    assert soundness(render(every_node(), STYLE).content) == []


@pytest.mark.parametrize("event", EVENTS)
def test_the_briefs_are_sound(event: str) -> None:
    assert soundness(made(event).documents["docx"].content) == []


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


def test_what_stays_with_what_follows_says_so_in_its_style() -> None:
    kept = {
        style.get(f"{W}styleId")
        for style in part(render(every_node(), STYLE).content, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    headings = {"Heading1", "Heading2", "Heading3", "TOCHeading"}  # the other headings are based on these
    titles = {"Kicker", "Title", "Subtitle", "Caption", "TableHead", "KeyPointsTitle", "BottomLineTitle", "NoteTitle"}
    assert headings | titles <= kept


def test_no_line_is_left_alone_by_default_and_nothing_undoes_that() -> None:
    content = render(every_node(), STYLE).content
    styles_, *told = part(content, "word/styles.xml"), *stories(content)
    (default,) = styles_.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl")
    assert default.get(f"{W}val") is None
    assert [w for element in (styles_, *told) for w in element.iter(f"{W}widowControl")] == [default]


def test_every_style_that_names_a_face_names_one_for_hangul_too() -> None:
    fonts = list(part(render(every_node(), STYLE).content, "word/styles.xml").iter(f"{W}rFonts"))
    assert len(fonts) > 20
    assert {font.get(f"{W}eastAsia") for font in fonts} == {"Noto Sans KR"}


def test_headings_and_lists_are_laid_out_by_their_styles_alone() -> None:
    named = ("Heading", "AnnexHeading", "ListBullet", "ListNumber", "SourceList")
    direct = {
        (style, child.tag.removeprefix(W))
        for p in every(render(every_node(), STYLE).content, "p")
        if (style := value(p, "pPr/pStyle") or "").startswith(named)
        for child in p[0]
    }
    # what a document says of itself: a list that begins anew, a new page, what stays together, words below a list
    assert {kind for _, kind in direct} <= {"pStyle", "numPr", "pageBreakBefore", "keepNext", "spacing"}
    assert {kind for style, kind in direct if "Heading" in style} <= {"pStyle", "pageBreakBefore", "spacing"}


def test_nothing_stands_between_hangul_and_figures_that_nobody_wrote() -> None:
    default = part(render(every_node(), STYLE).content, "word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    assert default is not None
    assert [(child.tag.removeprefix(W), child.get(f"{W}val")) for child in default] == [
        ("widowControl", None),
        ("autoSpaceDE", "0"),
        ("autoSpaceDN", "0"),
    ]


def test_every_field_is_opened_divided_and_closed() -> None:
    content = render(every_node(), STYLE, pages={"s-areas": 2}).content
    for story in stories(content):
        kinds = Counter(f.get(f"{W}fldCharType") for f in story.iter(f"{W}fldChar"))
        assert kinds["begin"] == kinds["separate"] == kinds["end"]


def test_every_drawing_is_described() -> None:
    drawings = list(part(render(every_node(), STYLE).content, "word/document.xml").iter(f"{WP}docPr"))
    assert drawings
    assert all(drawing.get("descr") for drawing in drawings)


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
