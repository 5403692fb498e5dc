"""The report of a Korean ministry, of both events: the order, the marks, the dates and the close that are its own."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from shutil import copytree
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from brief.make import Brief, generate
from brief.problem import BriefError
from brief.tree import Callout, Heading, Link, List, NoteRef, Paragraph, Text
from brief.walk import blocks, inline_text, inlines, outline, phrases_in
from briefs_made import BRIEFS, EVENTS
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf, structure_of
from readers.reading import Reading, reading_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

READERS: dict[str, Callable[[bytes], Reading]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}
LATER = "2026-11-21"


@cache
def reported(event: str, as_of: str | None = None) -> Brief:
    """The Korean report of an event in every format."""
    kinds = ("docx", "pdf", "html")
    return generate(event, template="report-ko", formats=kinds, as_of=as_of, briefs=BRIEFS)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("event", EVENTS)
def test_every_format_of_the_report_says_what_its_tree_says(event: str, kind: str) -> None:
    made = reported(event)
    reading, expected = READERS[kind](made.documents[kind].content), reading_of(made.document)  # type: ignore[index]
    assert reading.words == expected.words
    assert reading.outline == expected.outline
    assert reading.tables == expected.tables
    assert reading.notes == expected.notes


@pytest.mark.parametrize("event", EVENTS)
def test_the_report_has_no_problem_at_any_date(event: str) -> None:
    for as_of in (None, LATER):
        assert [problem for problem in reported(event, as_of).problems if problem.severity != "note"] == []


@pytest.mark.parametrize("event", EVENTS)
def test_a_summary_in_a_box_is_followed_by_sections_in_the_order_of_a_ministry(event: str) -> None:
    document = reported(event).document
    first = document.children[0]
    assert isinstance(first, Callout)
    assert inline_text(first.title) == "요약"
    sections = [title for level, title in outline(document) if level == 1]
    assert sections[:5] == ["□ 개요", "□ 주요 내용", "□ 회담 결과", "□ 향후 계획", "□ 종결된 사항"] or sections[:4] == [
        "□ 개요", "□ 주요 내용", "□ 회담 결과", "□ 향후 계획",
    ]  # fmt: skip
    assert all(title.startswith("□ ") for title in sections[:-1])


@pytest.mark.parametrize("event", EVENTS)
def test_the_report_closes_with_the_word_that_closes_it(event: str) -> None:
    body = [block for block in reported(event).document.children if isinstance(block, Paragraph | Heading)]
    last = next(at for at, block in enumerate(body) if isinstance(block, Heading) and "출처 목록" in
                inline_text(block.children))  # fmt: skip
    assert inline_text(body[last - 1].children).endswith("끝.")


@pytest.mark.parametrize("event", EVENTS)
def test_dates_stand_as_a_korean_official_document_has_them(event: str) -> None:
    said = " ".join(reading_of(reported(event).document).words)
    assert re.search(r"2023\. \d{1,2}\. \d{1,2}\.", said)
    assert not re.search(r"\d{4}-\d{2}-\d{2}", " ".join(own_words(event)))
    assert not re.search(r"January|February|July", " ".join(own_words(event)))


def own_words(event: str) -> list[str]:
    """The words of the report that are no quotation and stand in no list of sources."""
    texts = [
        text.text
        for block in reported(event).document.children
        if not (isinstance(block, List) and block.kind == "source")
        for phrase in phrases_in((block,))
        for text in inlines(phrase)
        if isinstance(text, Text) and text.language != "en"
    ]
    assert texts
    return texts


@pytest.mark.parametrize("event", EVENTS)
def test_items_end_in_a_noun_and_not_in_a_sentence(event: str) -> None:
    document = reported(event).document
    items = [
        inline_text(item.children[0].children)
        for lists in blocks(document.children)
        if isinstance(lists, List) and lists.kind == "bullet"
        for item in lists.children
        if isinstance(item.children[0], Paragraph)
    ]
    assert len(items) > 40
    assert not [item for item in items if re.search(r"(다|요)\.?$|[다요]\. ", item)]


def test_the_marks_of_the_levels_are_labels_in_every_format() -> None:
    made = reported("vilnius-2023")
    html = made.documents["html"].content.decode()
    assert r'ul > li { list-style-type: "\25cb  " }' in html  # CSS takes the first space as the end of the number
    assert r'ul ul > li { list-style-type: "\2d  " }' in html
    with ZipFile(BytesIO(made.documents["docx"].content)) as package:
        numbering = package.read("word/numbering.xml").decode()
    assert numbering.count('w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="○"/>') == 1
    assert numbering.count('w:val="bullet"/><w:pStyle w:val="ListBullet2"/><w:lvlText w:val="-"/>') == 1
    items = structure_of(made.documents["pdf"].content).find("LI")
    labels = {
        "".join(kid for kid in mark.kids if isinstance(kid, str)).strip()
        for item in items
        for mark in item.nodes
        if mark.tag == "Lbl"
    }
    assert {mark for mark in labels if not mark.startswith("[")} == {"○", "-"}
    assert "○" not in " ".join(reading_of(made.document).words)


@pytest.mark.parametrize("event", EVENTS)
def test_every_item_of_the_talks_has_its_note_and_every_note_its_source(event: str) -> None:
    document = reported(event).document
    cited = {node.note for block in document.children for phrase in phrases_in((block,)) for node in inlines(phrase)
             if isinstance(node, NoteRef)}  # fmt: skip
    assert cited == {note.id for note in document.notes}
    assert all(any(isinstance(node, Link) for node in inlines(note.children)) for note in document.notes)


def test_the_areas_are_as_many_as_the_title_says() -> None:
    made = reported("vilnius-2023")
    (table,) = reading_of(made.document).tables
    assert [row[0] for row in table[1:]] == [str(number) for number in range(1, 12)]
    assert f"{len(table) - 1}개 분야" in inline_text(made.document.title)
    assert [row[1] for row in table[1:3]] == [
        "대화와 협의 Dialogue and consultation",
        "대테러 협력 Counterterrorism cooperation",
    ]


def test_the_exact_words_of_a_speaker_stay_in_their_language_and_are_marked_as_such() -> None:
    english = [
        text.text
        for block in reported("vilnius-2023").document.children
        for phrase in phrases_in((block,))
        for text in inlines(phrase)
        if isinstance(text, Text) and text.language == "en"
    ]
    assert "Korea is very highly valued partner of\u00a0NATO." in english


def test_a_count_of_areas_in_korean_words_is_checked(tmp_path: Path) -> None:
    briefs = tmp_path / "briefs"
    copytree(BRIEFS, briefs)
    path = briefs / "vilnius-2023" / "event.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ko: 한·나토, 11개 분야", "ko: 한·나토, 12개 분야"), encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        generate("vilnius-2023", template="report-ko", formats="pdf", briefs=briefs)
    assert [problem.code for problem in caught.value.problems] == ["count"]
