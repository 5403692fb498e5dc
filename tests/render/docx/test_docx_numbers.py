"""Automatic numbers and marks: lists start again, headings and notes are numbered by Word itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.render.docx import render
from brief.tree import Block, Callout, Document, Heading, Item, List, Note, NoteRef, Paragraph, Text
from readers.docx_numbers import value
from readers.docx_reader import W, part, read_docx
from readers.reading import reading_of
from styles import sample_style
from trees import every_node

STYLE = sample_style()


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def item(text: str, *more: Block) -> Item:
    return Item((said(text), *more))


def document_of(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    return Document((Text("Title"),), blocks, notes)


def spoken(document: Document) -> str:
    return " ".join(read_docx(render(document, STYLE).content).words)


def test_a_second_ordered_list_starts_again() -> None:
    document = document_of(
        List("number", (item("a"), item("b"))), said("between"), List("number", (item("c"), item("d")))
    )
    assert spoken(document) == "Title 1. a 2. b between 1. c 2. d"


def test_a_list_goes_on_after_the_lists_inside_it() -> None:
    inner = List("number", (item("x"), item("y")))
    document = document_of(List("number", (item("a", inner), item("b", inner, said("more")), item("c"))))
    assert spoken(document) == "Title 1. a 1. x 2. y 2. b 1. x 2. y more 3. c"


def test_a_list_goes_on_after_a_box_with_a_list_in_one_of_its_items() -> None:
    for kind in ("key-points", "note"):
        box = Callout(kind, (Text("Box"),), (List("number", (item("x"), item("y"))),))
        document = document_of(List("number", (item("a", box), item("b"))))
        assert spoken(document) == "Title 1. a Box 1. x 2. y 2. b"


def test_lists_deeper_than_the_styles_of_word_keep_their_numbers() -> None:
    inner = List("number", (item("deep"), item("deeper")))
    for _ in range(5):
        inner = List("number", (item("in", inner), item("after")))
    document = document_of(inner)
    assert read_docx(render(document, STYLE).content) == reading_of(document)


def test_an_item_that_does_not_begin_with_a_paragraph_keeps_its_label() -> None:
    document = document_of(List("number", (Item((List("bullet", (item("x"),)),)), Item(()), item("b"))))
    assert spoken(document) == "Title 1. x 2. 3. b"


def test_numbers_of_headings_and_labels_of_lists_are_not_typed() -> None:
    content = render(
        document_of(
            Heading(1, (Text("First"),), "a", "1", "section"),
            Heading(1, (Text("More"),), "b", "Annex A", "annex"),
            List("source", (item("s"),)),
        ),
        STYLE,
    ).content
    assert [t.text for t in part(content, "word/document.xml").iter(f"{W}t")] == ["Title", "First", "More", "s"]


def test_headings_and_plain_lists_are_numbered_by_their_style_alone() -> None:
    for paragraph in part(render(every_node(), STYLE).content, "word/document.xml").iter(f"{W}p"):
        if (value(paragraph, "pPr/pStyle") or "").startswith(("Heading", "AnnexHeading", "ListBullet", "SourceList")):
            assert paragraph.find(f"{W}pPr/{W}numPr") is None


def test_subsections_with_numbers_are_numbered_below_their_section() -> None:
    document = document_of(
        Heading(1, (Text("a"),), "a", "1", "section"),
        Heading(2, (Text("b"),), "b", "1.1", "section"),
        Heading(2, (Text("c"),), "c", "1.2", "section"),
        Heading(1, (Text("d"),), "d", "2", "section"),
        Heading(2, (Text("e"),), "e", "2.1", "section"),
        Heading(3, (Text("f"),), "f", "2.1.1", "section"),
    )
    assert read_docx(render(document, STYLE).content) == reading_of(document)


@pytest.mark.parametrize("label", ["Part {}", "제{}부", "{}"])
def test_parts_are_numbered_by_word_and_all_levels_below_them_by_theirs(label: str) -> None:
    document = document_of(
        Heading(1, (Text("foreword"),), "w", "", "part"),
        Heading(1, (Text("a"),), "a", label.format(1), "part"),
        Heading(2, (Text("b"),), "b", "1.1", "section"),
        Heading(3, (Text("c"),), "c", "1.1.1", "section"),
        Heading(4, (Text("d"),), "d", "1.1.1.1", "section"),
        Heading(4, (Text("e"),), "e", "1.1.1.2", "section"),
        Heading(1, (Text("f"),), "f", label.format(2), "part"),
        Heading(2, (Text("g"),), "g", "2.1", "section"),
    )
    content = render(document, STYLE).content
    assert read_docx(content) == reading_of(document)
    paragraphs = list(part(content, "word/document.xml").iter(f"{W}p"))
    styles = [value(paragraph, "pPr/pStyle") for paragraph in paragraphs]
    numbered = ["Heading2Numbered", "Heading3Numbered", "Heading4Numbered", "Heading4Numbered"]
    assert styles == ["Title", "Heading1Plain", "PartHeading", *numbered, "PartHeading", "Heading2Numbered"]
    assert [paragraph.find(f"{W}pPr/{W}numPr") for paragraph in paragraphs] == [None] * 9
    typed = [text.text for text in part(content, "word/document.xml").iter(f"{W}t")]
    assert typed == ["Title", "foreword", *"abcdefg"]


def test_no_list_goes_deeper_than_word_numbers() -> None:
    inner = List("bullet", (item("deep"),))
    for _ in range(11):
        inner = List("bullet", (item("in", inner),))
    levels = part(render(document_of(inner), STYLE).content, "word/document.xml").iter(f"{W}ilvl")
    assert [level.get(f"{W}val") for level in levels] == [*"345678888"]


def test_wide_marks_of_bullets_leave_ordered_lists_as_they_are() -> None:
    wide = replace(STYLE, list_marks=("○",))
    hanging = {}
    for name, style in (("narrow", STYLE), ("wide", wide)):
        levels = part(render(every_node(), style).content, "word/numbering.xml").iter(f"{W}lvl")
        first = [level for level in levels if level.get(f"{W}ilvl") == "0" and level.find(f"{W}pPr/{W}ind") is not None]
        hanging[name] = {
            kind: [int(ind.get(f"{W}hanging", "0")) for lvl in first if value(lvl, "numFmt") == kind
                   for ind in lvl.iter(f"{W}ind")]
            for kind in ("bullet", "decimal")
        }  # fmt: skip
    assert hanging["wide"]["decimal"] == hanging["narrow"]["decimal"] != []
    assert hanging["wide"]["bullet"] > hanging["narrow"]["bullet"] != []


def test_paragraphs_are_numbered_by_their_style_in_the_margin() -> None:
    document = document_of(
        Paragraph((Text("a"),), number="1."),
        Heading(1, (Text("b"),), "b", "1", "section"),
        said("c"),
        Paragraph((Text("d"),), number="2."),
    )
    content = render(document, STYLE).content
    assert read_docx(content) == reading_of(document)
    paragraphs = list(part(content, "word/document.xml").iter(f"{W}p"))
    styles = [value(paragraph, "pPr/pStyle") for paragraph in paragraphs]
    assert styles == ["Title", "NumberedParagraph", "Heading1", "BodyText", "NumberedParagraph"]
    assert [paragraph.find(f"{W}pPr/{W}numPr") for paragraph in paragraphs] == [None] * 5
    (level,) = (
        lvl
        for lvl in part(content, "word/numbering.xml").iter(f"{W}lvl")
        if value(lvl, "pStyle") == "NumberedParagraph"
    )
    indent = level.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert (indent.get(f"{W}left"), indent.get(f"{W}hanging")) == ("0", "560")


def test_the_number_of_a_paragraph_that_is_not_of_the_body_text_is_written_out() -> None:
    numbered = Paragraph((Text("a"),), number="7.")
    box, items = Callout("note", (Text("Box"),), (numbered,)), List("bullet", (Item((numbered, numbered)),))
    assert spoken(document_of(box, items)) == "Title Box 7. a 7. a 7. a"


def test_annexes_are_numbered_by_letters_numbers_or_syllables_behind_the_documents_own_word() -> None:
    for labels in (("Annex A", "Annex B"), ("Anlage 1", "Anlage 2"), ("부록 가", "부록 나"), ("A", "B")):
        document = document_of(*(Heading(1, (Text("t"),), "", label, "annex") for label in labels))
        assert read_docx(render(document, STYLE).content).outline == tuple((1, f"{label} t") for label in labels)


def test_a_note_is_a_true_footnote_and_its_second_mark_a_field_that_leads_to_the_first() -> None:
    notes = (Note("a", (Text("first"),)), Note("b", (Text("second"),)))
    marks = (NoteRef("a", 1), NoteRef("b", 2), NoteRef("b", 2), NoteRef("b", 2))
    content = render(document_of(Paragraph((Text("x"), *marks)), notes=notes), STYLE).content
    body = part(content, "word/document.xml")
    assert [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")] == ["1", "2"]
    assert [i.text for i in body.iter(f"{W}instrText")] == [" NOTEREF _Note2 \\f \\h "] * 2
    inside = {
        start.get(f"{W}name"): body_after.find(f"{W}footnoteReference")
        for paragraph in body.iter(f"{W}p")
        for start, body_after in zip(paragraph, list(paragraph)[1:], strict=False)
        if start.tag == f"{W}bookmarkStart"
    }
    mark = inside["_Note2"]
    assert list(inside) == ["_Note2"]
    assert mark is not None
    assert mark.get(f"{W}id") == "2"


def test_the_notes_part_begins_with_the_separators_that_the_settings_name() -> None:
    content = render(every_node(), STYLE).content
    notes = [(n.get(f"{W}id"), n.get(f"{W}type")) for n in part(content, "word/footnotes.xml")]
    named = [n.get(f"{W}id") for n in part(content, "word/settings.xml").iter(f"{W}footnote")]
    assert notes[:2] == [("-1", "separator"), ("0", "continuationSeparator")]
    assert named == ["-1", "0"]
    assert [id_ for id_, kind in notes if not kind] == [str(n) for n in range(1, 9)]
