"""A Word document says what its tree says: words, outline, tables and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from brief.render.docx import render
from brief.tree import Cell, Code, Column, Document, Fact, Facts, Heading, Note, NoteRef, Paragraph, Row, Table, Text
from readers.docx_reader import part, read_docx
from readers.reading import reading_of
from styles import sample_style
from trees import documents, every_node, texts

STYLE = sample_style()


def words_of(*words: str) -> tuple[Text, ...]:
    return tuple(map(Text, words))


def test_a_document_of_every_node_reads_as_its_tree() -> None:
    assert read_docx(render(every_node(), STYLE).content) == reading_of(every_node())


def test_page_numbers_of_the_contents_are_no_words() -> None:
    content = render(every_node(), STYLE, pages={"s-areas": 2, "s-follow-ups": 3}).content
    assert read_docx(content) == reading_of(every_node())


@given(documents())
def test_any_document_reads_as_its_tree(document: Document) -> None:
    assert read_docx(render(document, STYLE).content) == reading_of(document)


@given(texts())
def test_any_text_stands_in_every_field_as_it_is(text: str) -> None:
    said = words_of(text)
    document = Document(
        title=said,
        kicker=said,
        subtitle=said,
        children=(
            Facts("header", (Fact(said, said),)),
            Heading(1, said, "s", "1", "section"),
            Paragraph((*said, Code(text), NoteRef("n", 1))),
            Table((Row((Cell(said),), head=True), Row((Cell(said),))), (Column(),), said, text, "t"),
        ),
        notes=(Note("n", said),),
        marking=text,
        author=text,
        subject=text,
        keywords=(text,),
    )
    assert read_docx(render(document, STYLE).content) == reading_of(document)


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_refuses_never_reaches_the_file(character: str) -> None:
    text = f"be{character}fore"
    content = render(
        Document(words_of(text), (Paragraph((Text(text), Code(text))),), author=text, marking=text), STYLE
    ).content
    assert read_docx(content).words == ("before", "beforebefore")


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "\x0b", "\x0c", "\x1f"])
def test_odd_white_space_is_a_space(character: str) -> None:
    document = Document(words_of("a"), (Paragraph(words_of(f"b{character}c")),))
    said = "".join(t.text or "" for t in part(render(document, STYLE).content, "word/document.xml").iter() if t.text)
    assert said == "ab c"


def test_a_title_alone_makes_a_document() -> None:
    document = Document(words_of("Alone"), ())
    assert read_docx(render(document, STYLE).content).words == ("Alone",)


def test_a_number_that_is_not_of_a_section_or_annex_is_written_out() -> None:
    document = Document(words_of("a"), (Heading(1, words_of("Old"), "s", "IV"),))
    assert read_docx(render(document, STYLE).content).outline == ((1, "IV Old"),)


def test_a_row_with_too_few_cells_is_filled() -> None:
    rows = (Row((Cell(words_of("a")), Cell(words_of("b"))), head=True), Row((Cell(words_of("c")),)))
    document = Document(words_of("t"), (Table(rows, (Column(),)),))
    assert read_docx(render(document, STYLE).content).tables == ((("a", "b"), ("c", "")),)


def test_the_contents_of_a_korean_brief_and_its_annexes_read_as_the_tree() -> None:
    annexes = (
        Heading(1, words_of("반응"), "a", "부록 A", "annex"),
        Heading(1, words_of("출처"), "b", "부록 B", "annex"),
    )
    document = replace(every_node(), language="ko", children=annexes)
    assert read_docx(render(document, STYLE).content).outline == ((1, "부록 A 반응"), (1, "부록 B 출처"))
