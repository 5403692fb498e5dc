from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from brief.render.pdf import render
from brief.render.pdf.icc import srgb
from brief.render.pdf.metadata import metadata_of
from brief.tree import (
    Document,
    Heading,
    Item,
    Link,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Running,
    Table,
    Text,
)
from brief.walk import blocks, outline
from pdf_pages import document_of
from readers.pdf_reader import drawn
from styles import sample_style
from trees import every_node

TESTS = Path(__file__).parents[2]
HASH = (
    "from hashlib import sha256; from trees import every_node; from styles import sample_style;"
    "from brief.render.pdf import render; print(sha256(render(every_node(), sample_style()).content).hexdigest())"
)


def reader_of(document: Document) -> PdfReader:
    return PdfReader(BytesIO(render(document, sample_style()).content))


def root(document: Document) -> Any:
    return reader_of(document).trailer["/Root"]


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4711", "Asia/Seoul")])
def test_the_bytes_are_the_same_in_any_process(seed: str, zone: str) -> None:
    path = os.pathsep.join((str(TESTS), str(TESTS.parent / "src")))
    said = subprocess.run(
        [sys.executable, "-c", HASH],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == hashlib.sha256(render(every_node(), sample_style()).content).hexdigest()


def test_the_platypus_of_reportlab_is_not_loaded() -> None:
    code = (
        "import sys, brief.render.pdf; print([m for m in sys.modules if 'platypus' in m or m.startswith('fontTools')])"
    )
    path = str(TESTS.parent / "src")
    said = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def test_the_outline_is_that_of_the_tree_and_leads_to_its_headings() -> None:
    document = every_node()
    rendered = render(document, sample_style())
    reader = PdfReader(BytesIO(rendered.content))
    pages = {block.id: rendered.pages[block.id] for block in blocks(document.children) if isinstance(block, Heading)}
    found: list[tuple[int, str, int]] = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                page = reader.get_destination_page_number(entry)
                assert page is not None
                found.append((level, str(entry.title), page + 1))

    walk(reader.outline, 1)
    assert [(level, title) for level, title, _ in found] == list(outline(document))
    assert [page for *_, page in found] == list(pages.values())


def test_headings_tables_and_sources_have_their_pages() -> None:
    items = tuple(Item((Paragraph((Text(f"Source {k}"),)),), f"source-{k}") for k in range(3))
    document = document_of(
        Heading(1, (Text("A"),), "a"),
        PageBreak(),
        Table((), (), (Text("T"),), id="t"),
        PageBreak(),
        List("source", items),
    )
    rendered = render(document, sample_style())
    assert rendered.pages == {"a": 1, "t": 2, "source-0": 3, "source-1": 3, "source-2": 3}
    assert rendered.page_count == 3


def links_of(document: Document) -> list[Any]:
    reader = reader_of(document)
    return [(number, note.get_object()) for number, page in enumerate(reader.pages) for note in page.get("/Annots", [])]


def test_links_lead_where_the_tree_says_and_say_where() -> None:
    document = document_of(
        Paragraph((Link("https://example.org/a?b=(c)\\d", (Text("An address"),)), Link("#h", (Text(" a heading"),)))),
        PageBreak(),
        Heading(1, (Text("Heading"),), "h"),
    )
    reader = reader_of(document)
    outer, inner = (note.get_object() for note in reader.pages[0]["/Annots"])  # type: ignore[attr-defined]
    assert outer["/A"]["/URI"] == "https://example.org/a?b=(c)\\d"
    assert outer["/Contents"] == "An address"
    assert inner["/Dest"][0].get_object() == reader.pages[1]
    assert inner["/Contents"] == "a heading"


def test_an_address_in_other_letters_is_escaped() -> None:
    ((_, link),) = links_of(document_of(Paragraph((Link("https://example.org/한 국", (Text("x"),)),))))
    assert link["/A"]["/URI"] == "https://example.org/%ED%95%9C%20%EA%B5%AD"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", "", "//example.org"])
def test_a_link_to_anything_else_is_plain_words(target: str) -> None:
    assert links_of(document_of(Paragraph((Link(target, (Text("x"),)),)))) == []


def test_a_mark_leads_to_its_note_and_the_note_back_to_its_first_mark() -> None:
    said = Paragraph((Text("A"), NoteRef("n", 1)))
    document = document_of(said, PageBreak(), said, notes=(Note("n", (Text("Note."),)),))
    links = links_of(document)
    assert [number for number, _ in links] == [0, 0, 1]
    first, back, second = (link["/Dest"] for _, link in links)
    assert first[0] == second[0] == back[0]
    assert first[3] == second[3]
    assert back[3] > first[3]  # the mark stands above the note


def test_the_document_says_its_language_and_shows_its_title() -> None:
    catalogue = root(replace(every_node(), language="ko"))
    assert catalogue["/Lang"] == "ko"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/PageLabels"]["/Nums"][1]["/S"] == "/D"


def test_information_and_xmp_say_the_same() -> None:
    reader = reader_of(replace(every_node(), author="A & B <c>", subject="한국", date="2023-07-14"))
    info: Any = reader.metadata
    xmp: Any = reader.xmp_metadata
    assert info.title == xmp.dc_title["x-default"] == "Korea and NATO adopt a partnership programme in eleven areas"
    assert info.author == xmp.dc_creator[0] == "A & B <c>"
    assert info.subject == xmp.dc_description["x-default"] == "한국"
    assert info["/Keywords"] == xmp.pdf_keywords == "Korea, NATO, ITPP"
    assert xmp.dc_rights["x-default"] == "TLP:CLEAR (Traffic Light Protocol 2.0, https://www.first.org/tlp/)"
    assert info.producer == xmp.pdf_producer
    assert info.creator == xmp.xmp_creator_tool
    assert info.creation_date == xmp.xmp_create_date.replace(tzinfo=info.creation_date.tzinfo)
    assert str(info["/CreationDate"]) == "D:20230714000000Z"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-07-14", (2023, 7, 14)),
        ("2023-07", (2023, 7, 1)),
        ("2023", (2023, 1, 1)),
        ("", (2000, 1, 1)),
        ("soon", (2000, 1, 1)),
    ],
)
def test_the_date_of_the_file_is_the_documents_and_never_the_clocks(date: str, expected: tuple[int, int, int]) -> None:
    assert metadata_of(replace(every_node(), date=date), sample_style().scheme).date == expected


def test_characters_that_xml_may_not_hold_are_left_out_of_what_the_file_says() -> None:
    author = "a\x00b\x0bc\x1fd\ufffee\uffff f\tg\U0010ffff\ud7ff\ue000\ufffd"
    scheme = sample_style().scheme
    assert metadata_of(replace(every_node(), author=author), scheme).author == "abcde f g\U0010ffff\ud7ff\ue000\ufffd"
    assert metadata_of(replace(every_node(), author="a\ud800b\udfffc"), scheme).author == "abc"


def test_what_the_document_does_not_say_is_left_out() -> None:
    info = reader_of(document_of()).metadata
    assert info
    assert set(info) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_an_empty_document_has_one_page() -> None:
    assert len(reader_of(document_of()).pages) == 1


def test_running_lines_stand_on_every_page_and_are_no_content() -> None:
    document = replace(
        document_of(Paragraph((Text("One"),)), PageBreak(), Paragraph((Text("Two"),))),
        marking="TLP:CLEAR",
        running=Running("Occasion", "Reference", "Page {page} of {pages}"),
    )
    first, second = drawn(render(document, sample_style()).content)
    assert first == ("One", "TLP:CLEARReferencePage 1 of 2TLP:CLEAR")
    assert second == ("Two", "TLP:CLEAROccasionReferencePage 2 of 2TLP:CLEAR")


def test_a_running_line_that_is_too_long_is_cut() -> None:
    document = replace(document_of(), running=Running(foot="Reference " * 40, page="Page {page}"))
    ((_, said),) = drawn(render(document, sample_style()).content)
    assert said.endswith("…Page 1")
    assert len(said) < 150


def test_the_profile_is_srgb() -> None:
    profile = srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[8:24] == b"\x02\x10\0\0mntrRGB XYZ "
    assert profile[36:40] == b"acsp"
