from __future__ import annotations

from brief.polish import polish
from brief.polish.paragraphs import number_paragraphs
from brief.tree import Block, Callout, Document, Heading, Item, List, Paragraph, Quote, Text
from brief.walk import blocks, words

SECTION = Heading(1, (Text("Section"),), "s", "1", "section")
ANNEX = Heading(1, (Text("Annex"),), "a", "Annex A", "annex")
PLAIN = Heading(1, (Text("Plain"),), "p")
BELOW = Heading(2, (Text("Below"),), "b")
P = Paragraph((Text("words"),))


def numbers(*children: Block) -> list[str]:
    made = number_paragraphs(Document((), children)).children
    return [block.number for block in blocks(made) if isinstance(block, Paragraph)]


def test_paragraphs_of_sections_and_annexes_are_counted_through_the_document() -> None:
    assert numbers(P, SECTION, P, P, BELOW, P, ANNEX, P, PLAIN, P, BELOW, P, SECTION, P) == [
        *("", "1.", "2.", "3.", "4.", "", "", "5.")
    ]


def test_in_a_book_the_paragraphs_of_the_sections_of_its_parts_are_counted() -> None:
    part = Heading(1, (Text("Part"),), "t", "Part 1", "part")
    section = Heading(2, (Text("Section"),), "s", "1.1", "section")
    plain = Heading(2, (Text("Plain"),), "q")
    assert numbers(P, part, P, section, P, Heading(3, (), "r"), P, plain, P, part, P, section, P) == [
        *("", "", "1.", "2.", "", "", "3.")
    ]


def test_behind_the_parts_of_a_book_paragraphs_of_annexes_are_counted_and_those_of_plain_headings_are_not() -> None:
    part = Heading(1, (Text("Part"),), "t", "Part 1", "part")
    section = Heading(2, (Text("Section"),), "s", "1.1", "section")
    assert numbers(part, section, P, ANNEX, P, PLAIN, P) == ["1.", "2.", ""]


def test_neither_lists_boxes_and_quotations_nor_small_print_are_numbered() -> None:
    small = Paragraph((Text("small"),), "small")
    assert numbers(SECTION, List("bullet", (Item((P,)),)), Callout("note", (), (P,)), Quote((P,)), small, P) == [
        *("", "", "", "", "1.")
    ]


def test_a_number_that_stands_there_already_is_counted_anew() -> None:
    assert numbers(Paragraph((), number="7."), SECTION, Paragraph((), number="7.")) == ["", "1."]


def test_numbers_are_words_and_come_only_when_asked_for() -> None:
    document = Document((), (Heading(1, (Text("S"),), kind="section"), P))
    assert words(polish(document)) == ("1", "S", "words")
    numbered = polish(document, numbered_paragraphs=True)
    assert words(numbered) == ("1", "S", "1.", "words")
    assert polish(numbered, numbered_paragraphs=True) is numbered
