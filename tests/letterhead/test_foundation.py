"""What of a Word document a brief is written on: fields, links, edges and page numbers of its headers and footers."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from brief.letterhead.codes import only_shows
from brief.letterhead.foundation import Foundation, foundation_of
from brief.letterhead.whole import foundation_bytes
from brief.opc import open_package
from letterhead_attacks import SPACES, field, headed
from letterheads import landscape, zipped


def of(content: bytes) -> Foundation:
    return foundation_of(open_package(content))


def margin(text: str) -> bytes:
    """A letterhead whose header stands this far from the edge of the paper."""
    with zipfile.ZipFile(io.BytesIO(headed(""))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts["word/document.xml"]
    parts["word/document.xml"] = before.replace(b'w:header="709"', f'w:header="{text}"'.encode())
    assert parts["word/document.xml"] != before
    return zipped(parts)


CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("paragraph", "shows"),
    [
        (field(" PAGE "), True),
        (field(" page "), True),
        (field(" PA", "GE "), True),
        (field(' DDEAUTO "c" "x" ', " PAGE "), False),
        (f"<w:p>{CHAR.format('end')}</w:p>", False),
        (f"<w:p>{CHAR.format('begin')}</w:p>", False),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", False),
        ("<w:p><w:r><w:t>PAGE</w:t></w:r></w:p>", True),
    ],
)
def test_a_field_shows_by_the_name_of_its_whole_code(paragraph: str, *, shows: bool) -> None:
    (element,) = etree.fromstring(f"<w:hdr {SPACES}>{paragraph}</w:hdr>")
    assert only_shows(element) is shows


def test_a_link_that_may_lead_nowhere_leaves_its_words() -> None:
    inner = '<w:p><w:hyperlink r:id="a"><w:r><w:t>our files</w:t></w:r></w:hyperlink></w:p>'
    leaf = of(headed(inner, ("a", "hyperlink", "file:///etc/passwd"))).leaf("header", "default")
    assert leaf is not None
    assert leaf.ties == ()
    assert b"our files" in leaf.xml
    assert b"r:id" not in leaf.xml


def test_a_page_number_of_the_letterhead_is_not_printed_beside_that_of_a_brief() -> None:
    leaf = of(landscape()).leaf("footer", "default")
    assert leaf is not None
    assert b"PAGE" not in leaf.xml
    assert b"Page" not in leaf.xml


def test_no_header_stands_outside_the_paper() -> None:
    assert of(margin("-709")).edges["header"] == 0
    assert of(margin("700")).edges["header"] == 35


@pytest.mark.parametrize("text", ["1&quot;/&gt;&lt;w:altChunk r:id=&quot;x", "1 2", "٣", "", "1&amp;"])
def test_a_length_that_is_no_plain_word_is_left_out_and_never_becomes_markup(text: str) -> None:
    foundation = of(margin(text))
    assert "header" not in foundation.margins
    assert foundation.margins["footer"] == "709"
    with zipfile.ZipFile(io.BytesIO(foundation_bytes(foundation))) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    assert {etree.QName(element).localname for element in document.iter()} >= {"pgSz", "pgMar", "sectPr"}
    assert not list(document.iter("{*}altChunk"))
