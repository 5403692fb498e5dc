from __future__ import annotations

from brief.polish.contents import fill_contents, keep_long
from brief.tree import (
    Badge,
    Break,
    Contents,
    Document,
    Emphasis,
    Entry,
    Heading,
    Link,
    NoteRef,
    PageBreak,
    Paragraph,
    Text,
)
from brief.walk import words


def test_the_headings_of_two_levels_are_listed_with_their_numbers() -> None:
    document = fill_contents(
        Document(
            (),
            (
                Contents((Text("Contents"),), (Entry(1, "gone", (Text("Gone"),)),)),
                Heading(1, (Text("A"), NoteRef("n"), Break(), Emphasis((Text("b"),))), "s-a", "1"),
                Heading(2, (Link("#x", (Text("B"),)), Badge("open", (Text("open"),))), "s-b"),
                Heading(3, (Text("C"),), "s-c"),
                Heading(1, (Text("D"),), "s-d", "Annex A"),
            ),
        ),
    )
    assert document.children[0] == Contents(
        (Text("Contents"),),
        (
            Entry(1, "s-a", (Text("1\u2003"), Text("A"), Text(" "), Emphasis((Text("b"),)))),
            Entry(2, "s-b", (Text("B"), Text("open"))),
            Entry(1, "s-d", (Text("Annex A\u2003"), Text("D"))),
        ),
    )


def test_the_page_break_before_the_contents_of_a_short_document_goes_with_them() -> None:
    contents, words_ = Contents((Text("C"),)), Paragraph((Text("b"),))
    document = Document((Text("T"),), (words_, PageBreak(), contents, PageBreak(), words_))
    assert keep_long(document, least=1) is document
    assert keep_long(document, least=9).children == (words_, PageBreak(), words_)


def test_the_contents_of_a_short_document_go() -> None:
    contents = Contents((Text("What is in it"),), (Entry(1, "s-a", (Text("A"),)),))
    document = Document((Text("T"),), (contents, Heading(1, (Text("A"),), "s-a", "1"), Paragraph((Text("b c"),))))
    without = Document(document.title, document.children[1:])
    assert len(words(without)) == 5
    assert keep_long(document, least=5) is document
    assert keep_long(document, least=6) == without
