from __future__ import annotations

import pytest

from brief.polish.headings import letters, number_headings, slug
from brief.tree import Block, Callout, Document, Heading, Item, List, NoteRef, Paragraph, Text
from brief.walk import headings


def h(words: str, level: int = 1, kind: str = "section", **fields: str) -> Heading:
    return Heading(level, (Text(words),), kind=kind, **fields)  # type: ignore[arg-type]


def numbered(*children: Block, **words: str) -> list[tuple[str, str]]:
    made = number_headings(Document((), children), **words)
    return [(heading.number, heading.id) for heading in headings(made)]


def test_sections_are_counted_and_annexes_lettered() -> None:
    said = (h("A"), h("B", 2, "plain"), h("C"), h("D", 1, "annex"), h("E", 1, "plain"), h("F", 1, "annex"), h("G"))
    assert [number for number, _ in numbered(*said)] == ["1", "", "2", "Annex A", "", "Annex B", "3"]


def test_a_mark_stands_before_sections_in_the_place_of_their_numbers() -> None:
    document = Document((), (h("A"), h("B", 2), h("C", 1, "annex"), h("D", 1, "plain"), h("E")))
    marked = number_headings(document, mark="□")
    assert [(heading.number, heading.kind) for heading in headings(marked)] == [
        ("□", "plain"), ("", "section"), ("Annex A", "annex"), ("", "plain"), ("□", "plain"),
    ]  # fmt: skip
    assert number_headings(marked, mark="□") == marked


def test_parts_are_counted_and_so_are_the_sections_of_each() -> None:
    said = (
        h("Before"), h("One", kind="part"), h("A", 2), h("B", 3), h("C", 2), h("D", 2, "plain"),
        h("Two", kind="part"), h("E", 2), h("Sources", kind="annex"),
    )  # fmt: skip
    assert [number for number, _ in numbered(*said)] == [
        "", "Part 1", "1.1", "", "1.2", "", "Part 2", "2.1", "Annex A",
    ]  # fmt: skip
    assert numbered(h("One", kind="part"), part="제{number}부")[0][0] == "제1부"


def test_parts_and_annexes_are_called_by_the_words_that_are_given() -> None:
    document = Document((), (h("One", kind="part"), h("A", 2), h("Two", kind="part"), h("Sources", kind="annex")))
    named = number_headings(document, part="Volume {number} of many", annex="Appendix")
    assert [heading.number for heading in headings(named)] == [
        *("Volume 1 of many", "1.1", "Volume 2 of many", "Appendix A")
    ]


def test_in_a_book_a_mark_stands_before_the_sections_of_its_parts() -> None:
    marked = number_headings(Document((), (h("One", kind="part"), h("A", 2), h("B", 3))), mark="□")
    assert [heading.number for heading in headings(marked)] == ["Part 1", "□", ""]
    assert number_headings(marked, mark="□") == marked


def test_headings_below_the_first_level_have_no_number() -> None:
    assert numbered(h("A", 2, "section"), h("B", 2, "annex")) == [("", "s-a"), ("", "s-b")]


def test_a_number_that_stands_there_already_is_counted_anew() -> None:
    assert numbered(h("A", number="7"), h("B", 1, "plain", number="8")) == [("1", "s-a"), ("", "s-b")]


@pytest.mark.parametrize(("word", "number"), [("부록", "부록 A"), ("Annexe", "Annexe A"), ("", "A")])
def test_an_annex_is_called_by_the_word_that_is_given(word: str, number: str) -> None:
    assert numbered(h("A", 1, "annex"), annex=word)[0][0] == number


def test_letters_go_on_behind_z() -> None:
    assert [letters(n) for n in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "A",
        "B",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_ids_are_made_of_the_words() -> None:
    assert numbered(Heading(1, (Text("The meeting, "), NoteRef("n"), Text("11 July"))))[0][1] == "s-the-meeting-11-july"
    assert slug("Korea\N{EN DASH}NATO: Çrème brûlée!") == "korea-nato-creme-brulee"


def test_a_heading_without_latin_letters_is_known_by_its_place() -> None:
    assert [i for _, i in numbered(h("A"), h("한국"), h("한국 ITPP"), h("?"))] == ["s-a", "s-2", "s-itpp", "s-4"]


def test_no_two_ids_are_the_same() -> None:
    ids = [i for _, i in numbered(h("A"), h("A"), h("2"), h("한국"), h("4"), Paragraph((), id="s-b"), h("B"))]
    assert ids == ["s-a", "s-a-2", "s-2", "s-4", "s-4-2", "s-b-2"]
    assert numbered(List("source", (Item((), "s-a"),)), h("A"))[0][1] == "s-a-2"


def test_ids_that_headings_have_are_kept_unless_they_stand_twice() -> None:
    assert [i for _, i in numbered(h("X"), h("B", id="s-x"), h("C", id="s-x"))] == ["s-x-2", "s-x", "s-x-3"]


def test_headings_in_boxes_are_counted_in_order() -> None:
    assert numbered(h("A"), Callout("note", (), (h("B"),)), h("C")) == [("1", "s-a"), ("2", "s-b"), ("3", "s-c")]
