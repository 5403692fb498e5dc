from __future__ import annotations

from brief.polish.sources import keep_cited, label_citations
from brief.tree import Block, Document, Emphasis, Inline, Item, Link, List, Note, NoteRef, Paragraph, Text


def source(name: str, *said: Inline) -> Item:
    return Item((Paragraph(said or (Text(name),)),), f"source-{name}")


def cite(name: str, words: str = "[?]") -> Link:
    return Link(f"#source-{name}", (Text(words),))


def listed(document: Document) -> list[str]:
    return [item.id for block in document.children if isinstance(block, List) for item in block.children]


def test_sources_stand_in_the_order_in_which_a_reader_meets_them() -> None:
    register = List("source", tuple(map(source, "abcdef")))
    body: tuple[Block, ...] = (
        Paragraph((NoteRef("n2"), cite("b"), NoteRef("n1"))),
        Paragraph((cite("a"), NoteRef("n2"))),
    )
    notes = (Note("n1", (cite("c"), cite("d"))), Note("n2", (Emphasis((cite("e"),)), cite("d"))))
    expected = ["source-e", "source-d", "source-b", "source-c", "source-a"]
    assert listed(keep_cited(Document((), (*body, register), notes))) == expected
    assert listed(keep_cited(Document((), (register, *body), notes))) == expected


def test_a_source_that_only_a_cited_source_names_follows() -> None:
    register = List("source", (source("a"), source("b", cite("c")), source("c", cite("a")), source("d", cite("d"))))
    document = keep_cited(Document((), (register, Paragraph((cite("b"),)))))
    assert listed(document) == ["source-b", "source-c", "source-a"]


def test_links_bear_the_number_of_their_source() -> None:
    register = List("source", (source("b"), source("a")))
    document = Document((), (Paragraph((cite("a"), cite("b", "Yonhap"))), register), (Note("n", (cite("b"),)),))
    labelled = label_citations(document)
    assert labelled.children[0] == Paragraph((cite("a", "[2]"), cite("b", "Yonhap")))
    assert labelled.notes == (Note("n", (cite("b", "[1]"),)),)


def test_a_link_to_a_source_that_is_not_listed_is_plain_words() -> None:
    document = keep_cited(Document((), (Paragraph((cite("z", "Yonhap"), Link("#s-a", (Text("a"),)))),)))
    assert document.children == (Paragraph((Text("Yonhap"), Link("#s-a", (Text("a"),)))),)
    assert label_citations(document) == document


def test_the_number_of_a_source_that_is_not_listed_is_left_out_with_the_space_before_it() -> None:
    said = (Text("Yonhap, 2023 "), cite("z"), Text(", paragraph 3"))
    body = (Paragraph((Text("So"), NoteRef("n"), NoteRef("m"))),)
    document = keep_cited(Document((), body, (Note("n", said), Note("m", (cite("z"),)))))
    assert [note.children for note in document.notes] == [(Text("Yonhap, 2023"), Text(", paragraph 3")), ()]


def test_lists_of_another_kind_are_let_be() -> None:
    bullets = List("bullet", (Item((Paragraph((Text("a"),)),), "source-a"),))
    assert keep_cited(Document((), (bullets,))).children == (bullets,)
