from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from brief.render.pdf import render
from readers.pdf_reader import read_pdf
from readers.reading import reading_of
from styles import sample_style
from trees import documents, every_node

if TYPE_CHECKING:
    from brief.tree import Document


def test_the_specimen_reads_as_its_tree_does() -> None:
    document = every_node()
    assert read_pdf(render(document, sample_style()).content) == reading_of(document)


@settings(max_examples=60)
@given(documents())
def test_any_document_reads_as_its_tree_does(document: Document) -> None:
    rendered = render(document, sample_style())
    assert rendered.problems == ()
    assert read_pdf(rendered.content) == reading_of(document)
