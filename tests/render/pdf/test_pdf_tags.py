"""Tags that mean what they say; and each check is seen to complain of a specimen that was broken by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from brief.render.pdf import render
from brief.tree import Cell, Column, Fact, Facts, Note, NoteRef, Row, Table, Text
from brief.walk import inlines, phrases
from briefs_made import EVENTS, made
from pdf_pages import document_of
from readers.pdf_faults import FAULTS, faults
from readers.pdf_reader import drawn as drawn_texts
from readers.pdf_reader import structure_of
from styles import sample_style
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.tree import Document
    from readers.pdf_reader import Node

Entry = Any


@pytest.mark.parametrize("event", EVENTS)
def test_the_tags_of_a_brief_are_sound(event: str) -> None:
    assert faults(made(event).documents["pdf"].content) == []


@pytest.mark.parametrize("language", ["en-GB", "ko"])
def test_the_tags_of_the_specimen_are_sound(language: str) -> None:
    assert faults(render(replace(every_node(), language=language), sample_style()).content) == []


@settings(max_examples=25)
@given(documents())
def test_the_tags_of_any_document_are_sound(document: Document) -> None:
    assert faults(render(document, sample_style()).content) == []


def test_notes_that_the_lines_of_a_row_cite_in_another_order_are_told_by_number() -> None:
    head = Row((Cell((Text("One"),)), Cell((Text("Other"),))), head=True)
    row = Row((Cell((Text("word " * 300), NoteRef("n1", 1))), Cell((Text("b"), NoteRef("n2", 2)))))
    table = Table((head, row), (Column(1), Column(1)))
    for words in (1, 1200):  # the first stands whole on the page of its mark, or is cut
        notes = (Note("n1", (Text("word " * words),)), Note("n2", (Text("Second."),)))
        assert faults(render(document_of(table, notes=notes), sample_style()).content) == []


@pytest.mark.parametrize(("count", "words"), [(3, 400), (12, 90)])
def test_facts_of_a_header_that_is_longer_than_a_page_are_told_by_pairs(count: int, words: int) -> None:
    facts = Facts("header", tuple(Fact((Text(f"Name {n}"),), (Text("word " * words),)) for n in range(count)))
    assert faults(render(document_of(facts), sample_style()).content) == []


@pytest.mark.parametrize("event", EVENTS)
def test_every_run_in_another_language_says_which(event: str) -> None:
    brief = made(event)
    told = [
        (text.language, " ".join(text.text.split()))
        for phrase in phrases(brief.document)
        for text in inlines(phrase)
        if isinstance(text, Text) and text.language not in (None, "", brief.document.language)
    ]
    assert told or event != "vilnius-2023"
    spans = structure_of(brief.documents["pdf"].content).find("Span")
    assert Counter(told) == Counter((span.language, " ".join(said(span).split())) for span in spans)


def said(node: Node) -> str:
    return "".join(kid if isinstance(kid, str) else said(kid) for kid in node.kids)


def test_a_table_head_is_content_once_and_an_artifact_on_every_further_page() -> None:
    head = Row((Cell((Text("Heading"),)),), head=True)
    rows = tuple(Row((Cell((Text(f"row {number}"),)),)) for number in range(80))
    pages = drawn_texts(render(document_of(Table((head, *rows), (Column(),))), sample_style()).content)
    assert len(pages) > 2
    assert ["Heading" in content for content, _ in pages] == [True] + [False] * (len(pages) - 1)
    assert ["Heading" in artifact for _, artifact in pages] == [False] + [True] * (len(pages) - 1)


# ---- each check complains --------------------------------------------------------------------------------------------


class Broken:
    """The specimen, to be broken."""

    def __init__(self) -> None:
        self.writer = PdfWriter(clone_from=BytesIO(specimen()))

    def every(self, key: str, value: str = "") -> list[DictionaryObject]:
        found = (each for each in self.writer._objects if isinstance(each, DictionaryObject))
        return [each for each in found if key in each and value in ("", each[key])]

    def tag(self, name: str, holding: str = "") -> Entry:
        """The first element of a name, or the first that holds another first."""
        for tag in self.every("/S", f"/{name}"):
            if not holding or holding in [kid.get("/S", "")[1:] for kid in kids_of(tag)]:
                return tag
        raise LookupError(name)

    def content(self) -> bytes:
        written = BytesIO()
        self.writer.write(written)
        return written.getvalue()


@cache
def specimen() -> bytes:
    document = replace(every_node(), keywords=("Korea",))
    return render(document, sample_style()).content


def kids_of(tag: Entry) -> list[Entry]:
    held = [kid.get_object() for kid in tag["/K"]]
    return [kid for kid in held if isinstance(kid, DictionaryObject)]


def named(tag: str, to: str) -> Callable[[Broken], None]:
    """The first element of a name under another."""
    return lambda broken: broken.tag(tag).update({NameObject("/S"): NameObject(f"/{to}")})


def turned(tag: str, holding: str = "") -> Callable[[Broken], None]:
    """The kids of the first element of a name, last first."""

    def turn(broken: Broken) -> None:
        entry = broken.tag(tag, holding)
        entry[NameObject("/K")] = ArrayObject(reversed(entry["/K"]))

    return turn


def without(tag: str, key: str) -> Callable[[Broken], None]:
    return lambda broken: cast("None", broken.tag(tag).pop(f"/{key}"))


def without_attribute(tag: str, key: str) -> Callable[[Broken], None]:
    return lambda broken: cast("None", broken.tag(tag)["/A"].pop(f"/{key}"))


def catalogue_without(key: str) -> Callable[[Broken], None]:
    return lambda broken: cast("None", broken.writer.root_object.pop(f"/{key}"))


def of_annotation(key: str) -> Callable[[Broken], None]:
    return lambda broken: cast("None", broken.every("/Subtype", "/Link")[0].pop(f"/{key}"))


def without_a_cell(broken: Broken) -> None:
    row = broken.tag("TR", "TD")
    row[NameObject("/K")] = ArrayObject(row["/K"][:-1])


def with_heads_as_cells(broken: Broken) -> None:
    for head in broken.every("/S", "/TH"):
        head[NameObject("/S")] = NameObject("/TD")


def with_the_identity_of_another(broken: Broken) -> None:
    first, second, *_ = broken.every("/S", "/Note")
    second[NameObject("/ID")] = first["/ID"]


def with_a_note_before_all(broken: Broken) -> None:
    root = broken.tag("Document")
    root[NameObject("/K")] = ArrayObject([root["/K"][-1], *root["/K"][:-1]])


def with_a_mark_that_leads_to_no_note(broken: Broken) -> None:
    for link in broken.every("/Subtype", "/Link"):
        if str(link["/Contents"]) == "Note 2":
            link[NameObject("/Contents")] = TextStringObject("Elsewhere")


def with_a_rectangle_of_another(broken: Broken) -> None:
    first, second, *_ = broken.every("/Subtype", "/Link")
    first[NameObject("/StructParent")] = NumberObject(second["/StructParent"])


def with_a_link_outside_the_tree(broken: Broken) -> None:
    page: Entry = broken.writer.pages[0]
    page["/Annots"].append(page["/Annots"][0])


def with_an_empty_alternative(broken: Broken) -> None:
    broken.tag("Figure")[NameObject("/Alt")] = TextStringObject(" ")


def with_words_right_in_a_row(broken: Broken) -> None:
    row = broken.tag("TR", "TD")
    row[NameObject("/K")] = ArrayObject([*row["/K"], NumberObject(0)])
    row[NameObject("/Pg")] = broken.writer.pages[0].indirect_reference


def with_paragraphs_in_another_order(broken: Broken) -> None:
    root = broken.tag("Document")
    first, second, *rest = root["/K"]
    root[NameObject("/K")] = ArrayObject([second, first, *rest])


def drawn(change: Callable[[bytes], bytes]) -> Callable[[Broken], None]:
    """The content of the first page as `change` makes it."""

    def draw(broken: Broken) -> None:
        page = broken.writer.pages[0]
        stream = ContentStream(page.get_contents(), broken.writer)
        stream.set_data(change(stream.get_data()))
        page[NameObject("/Contents")] = broken.writer._add_object(stream)

    return draw


def with_an_outline_that_leads_elsewhere(broken: Broken) -> None:
    last = broken.writer.pages[-1].indirect_reference
    for entry in broken.every("/Title"):
        if "/Dest" in entry and str(entry["/Title"]).startswith("1 "):
            entry[NameObject("/Dest")] = ArrayObject([last, NameObject("/Fit")])


def with_another(key: str) -> Callable[[Broken], None]:
    """An entry of the information dictionary that says something else than the XMP."""
    return lambda broken: broken.writer.add_metadata({f"/{key}": "Something else"})


BREAKS: dict[str, tuple[Callable[[Broken], None], str]] = {
    "a paragraph in a list": (named("LI", "P"), "nesting"),
    "words right in a row": (with_words_right_in_a_row, "nesting"),
    "a level skipped": (named("H2", "H3"), "heading"),
    "a body before its label": (turned("LI"), "list"),
    "a list that says not how it is numbered": (without_attribute("L", "ListNumbering"), "list"),
    "a head of nothing": (without_attribute("TH", "Scope"), "table"),
    "a row without a cell": (without_a_cell, "table"),
    "tables without a head": (with_heads_as_cells, "table"),
    "a note without identity": (without("Note", "ID"), "note"),
    "two notes with one identity": (with_the_identity_of_another, "note"),
    "a note that begins with its words": (turned("Note"), "note"),
    "a note before the text": (with_a_note_before_all, "note"),
    "a mark that leads to no note": (with_a_mark_that_leads_to_no_note, "note"),
    "a link that is none": (named("Link", "Span"), "link"),
    "a link that says nothing": (of_annotation("Contents"), "link"),
    "a link that leads nowhere": (of_annotation("Dest"), "link"),
    "a rectangle of another link": (with_a_rectangle_of_another, "link"),
    "a link outside the tree": (with_a_link_outside_the_tree, "link"),
    "a figure without words": (with_an_empty_alternative, "figure"),
    "a figure without a box": (without_attribute("Figure", "BBox"), "figure"),
    "an entry of the contents without a reference": (
        lambda broken: broken.tag("TOCI").update({NameObject("/K"): ArrayObject()}),
        "contents",
    ),
    "a caption behind its figure": (turned("Div", "Figure"), "caption"),
    "paragraphs in another order": (with_paragraphs_in_another_order, "order"),
    "something drawn without a mark": (drawn(lambda code: code + b"\n0 0 9 9 re f"), "unmarked"),
    "a foot that is no artifact": (drawn(lambda code: code.replace(b"/Subtype/Footer", b"")), "artifact"),
    "an outline that leads elsewhere": (with_an_outline_that_leads_elsewhere, "outline"),
    "an outline that is missing": (catalogue_without("Outlines"), "outline"),
    "pages without labels": (catalogue_without("PageLabels"), "labels"),
    "no language": (catalogue_without("Lang"), "language"),
    "no title in the window": (catalogue_without("ViewerPreferences"), "window"),
    "no XMP": (catalogue_without("Metadata"), "metadata"),
    **{f"another {key} in XMP": (with_another(key), "metadata") for key in ("Title", "Author", "Subject", "Keywords")},
    "another Creator in XMP": (with_another("Creator"), "metadata"),
    "another Producer in XMP": (with_another("Producer"), "metadata"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_seen(name: str) -> None:
    broken = Broken()
    BREAKS[name][0](broken)
    found = faults(broken.content())
    assert BREAKS[name][1] in {fault.partition(":")[0] for fault in found}, found


def test_the_specimen_written_anew_has_no_fault() -> None:
    assert faults(Broken().content()) == []


def test_every_check_is_seen_to_complain() -> None:
    assert {word for _, word in BREAKS.values()} == set(FAULTS)
