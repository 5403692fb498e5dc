"""A Word document says what its tree says: words, outline, tables and notes."""

from __future__ import annotations

from hypothesis import given

from brief.render.docx import render
from brief.tree import Document
from readers.docx_reader import read_docx
from readers.reading import reading_of
from styles import sample_style
from trees import documents, every_node

STYLE = sample_style()


def test_a_document_of_every_node_reads_as_its_tree() -> None:
    assert read_docx(render(every_node(), STYLE).content) == reading_of(every_node())


def test_page_numbers_of_the_contents_are_no_words() -> None:
    content = render(every_node(), STYLE, pages={"s-areas": 2, "s-follow-ups": 3}).content
    assert read_docx(content) == reading_of(every_node())


@given(documents())
def test_any_document_reads_as_its_tree(document: Document) -> None:
    assert read_docx(render(document, STYLE).content) == reading_of(document)
