"""A letterhead in the three formats that have pages or pictures: the same sign of the house in each."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdf
import pytest

from brief.render import render
from brief.style import Letterhead, Logo
from letterheads import picture
from styles import sample_style
from trees import every_node

if TYPE_CHECKING:
    from brief.style import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def logo(kind: str = "PNG", mode: str = "RGBA") -> Logo:
    return Logo(picture(kind, mode=mode), "png" if kind == "PNG" else "jpeg", (300, 120), 100, alt="Ministry & more")


def with_letterhead(letterhead: Letterhead) -> Style:
    return replace(sample_style(), letterhead=letterhead)


HOUSE = Letterhead(logo(), ("Ministry <of> Things", "Seoul"), ("www.example.org",), align="right")


def pdf_of(letterhead: Letterhead) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render("pdf", every_node(), with_letterhead(letterhead)).content))


def docx_of(letterhead: Letterhead) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(render("docx", every_node(), with_letterhead(letterhead)).content))


# ---- PDF


def test_the_logo_stands_on_the_first_page_alone_or_on_every() -> None:
    first = [len(page.images) for page in pdf_of(HOUSE).pages]
    every = [len(page.images) for page in pdf_of(replace(HOUSE, every=True)).pages]
    assert first == [1, *[0] * (len(first) - 1)]
    assert every == [1] * len(every)
    assert len(every) > 1


def test_a_picture_is_flattened_onto_white_and_has_no_mask() -> None:
    (image,) = pdf_of(HOUSE).pages[0].images
    assert image.image is not None
    assert (image.image.mode, image.image.size) == ("RGB", (300, 120))
    assert image.image.getpixel((299, 0)) == (255, 255, 255)
    assert image.image.getpixel((60, 60)) == (0x8A, 0x15, 0x38)
    assert b"/SMask" not in render("pdf", every_node(), with_letterhead(HOUSE)).content


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_jpeg_goes_in_as_it_is(mode: str) -> None:
    own = logo("JPEG", mode)
    content = render("pdf", every_node(), with_letterhead(Letterhead(own))).content
    assert own.content in content


def test_a_jpeg_for_print_becomes_rgb() -> None:
    (image,) = pdf_of(Letterhead(logo("JPEG", "CMYK"))).pages[0].images
    assert image.image is not None
    assert image.image.mode == "RGB"


def test_words_of_the_letterhead_are_artifacts() -> None:
    reader = pdf_of(HOUSE)
    text = reader.pages[0].extract_text()
    assert "Ministry <of> Things" in text
    assert all("www.example.org" in page.extract_text() for page in reader.pages)
    code = reader.pages[0].get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    before = code[: code.index("/Logo Do")]
    assert before.rindex("/Artifact <</Type/Pagination/Subtype/Header>> BDC") > before.rfind("EMC")


def test_the_text_of_page_1_begins_below_a_tall_letterhead() -> None:
    tall = replace(HOUSE, logo=replace(logo(), width=300))
    plain, moved = (_first_text(letterhead) for letterhead in (Letterhead(), tall))
    assert moved == pytest.approx(plain - (tall.top - sample_style().page.top), abs=0.1)


def _first_text(letterhead: Letterhead) -> float:
    code = pdf_of(letterhead).pages[0].get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    found = re.search(r"q BT\n[\d.]+ ([\d.]+) Td", code)
    assert found
    return float(found[1])


LATER = replace(HOUSE, later_head=("Continuation",), later_foot=("Page footer",))


def test_words_of_later_pages_stand_there_alone_and_those_of_the_first_on_it() -> None:
    first, *others = (page.extract_text() for page in pdf_of(LATER).pages)
    assert ("Ministry <of> Things" in first, "www.example.org" in first) == (True, True)
    assert ("Continuation" in first, "Page footer" in first) == (False, False)
    for text in others:
        assert ("Ministry <of> Things" in text, "www.example.org" in text) == (False, False)
        assert ("Continuation" in text, "Page footer" in text) == (True, True)


def test_without_a_letterhead_nothing_changes() -> None:
    for kind in ("pdf", "docx", "html"):
        same = render(kind, every_node(), with_letterhead(Letterhead())).content
        assert same == render(kind, every_node(), sample_style()).content


# ---- HTML


def test_the_page_on_screen_holds_the_logo_and_fetches_nothing() -> None:
    page = render("html", every_node(), with_letterhead(HOUSE)).content.decode()
    assert f'src="data:image/png;base64,{b64encode(logo().content).decode()}" alt="Ministry &amp; more"' in page
    assert "img-src data:" in page
    assert "<p>Ministry &lt;of&gt; Things</p>" in page
    assert "img-src" not in render("html", every_node(), sample_style()).content.decode()


# ---- DOCX


def test_a_word_document_without_a_base_has_logo_and_words_in_its_first_header() -> None:
    package = docx_of(HOUSE)
    first = package.read("word/header2.xml").decode()
    assert 'descr="Ministry &amp; more"' in first
    assert "Ministry &lt;of&gt; Things" in first
    assert "w:drawing" not in package.read("word/header1.xml").decode()
    assert package.read("word/media/head1.png") == logo().content
    assert all("www.example.org" in package.read(f"word/footer{n}.xml").decode() for n in (1, 2))


def test_a_word_document_has_the_words_of_later_pages_in_its_other_header_and_footer() -> None:
    package = docx_of(LATER)
    names = ("header1", "header2", "footer1", "footer2")
    later_head, first_head, later_foot, first_foot = (package.read(f"word/{name}.xml").decode() for name in names)
    assert ("Continuation" in later_head, "Ministry" in later_head) == (True, False)
    assert ("Continuation" in first_head, "Ministry" in first_head) == (False, True)
    assert ("Page footer" in later_foot, "www.example" in later_foot) == (True, False)
    assert ("Page footer" in first_foot, "www.example" in first_foot) == (False, True)


def test_a_picture_on_every_page_is_in_the_file_once() -> None:
    package = docx_of(replace(HOUSE, every=True))
    assert [name for name in package.namelist() if "media" in name] == ["word/media/head1.png"]
    for number in (1, 2):
        assert "head1.png" in package.read(f"word/_rels/header{number}.xml.rels").decode()


@pytest.mark.parametrize("position", ["left", "centre", "right"])
def test_a_logo_with_words_below_it_stands_on_its_own_line(position: str) -> None:
    below = replace(HOUSE, logo=replace(logo(), position=position), may_stand_beside=False)  # type: ignore[arg-type]
    header = ET.fromstring(docx_of(below).read("word/header2.xml"))
    lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in header.iter(f"{W}p")]
    assert lines[:3] == ["", "Ministry <of> Things", "Seoul"]
