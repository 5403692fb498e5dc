from __future__ import annotations

from brief.place import Place
from brief.polish.notes import order_notes, share_notes
from brief.tree import (
    Cell,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Link,
    List,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
)  # fmt: skip
from brief.walk import inlines, phrases


def note(name: str) -> Note:
    return Note(name, (Text(name),))


def test_notes_stand_in_the_order_of_their_first_marks() -> None:
    document = order_notes(
        Document(
            (NoteRef("b"),),
            (
                Quote((Paragraph((NoteRef("d"),)),), (NoteRef("c"),)),
                Table((Row((Cell((Strong((NoteRef("f"),)),)),)),), (Column(),), (NoteRef("e"),)),
                List("bullet", (Item((Paragraph((NoteRef("g"), NoteRef("d"))),)),)),
                Facts("list", (Fact((NoteRef("h"),), (Link("#x", (NoteRef("a"),)),)),)),
            ),
            tuple(map(note, "abcdefgh")),
        ),
    )
    assert [n.id for n in document.notes] == ["b", "d", "c", "e", "f", "g", "h", "a"]
    assert document.title == (NoteRef("b", 1),)
    assert document.children == (
        Quote((Paragraph((NoteRef("d", 2),)),), (NoteRef("c", 3),)),
        Table((Row((Cell((Strong((NoteRef("f", 5),)),)),)),), (Column(),), (NoteRef("e", 4),)),
        List("bullet", (Item((Paragraph((NoteRef("g", 6), NoteRef("d", 2))),)),)),
        Facts("list", (Fact((NoteRef("h", 7),), (Link("#x", (NoteRef("a", 8),)),)),)),
    )


def test_notes_that_nobody_cites_go() -> None:
    document = order_notes(Document((), (Paragraph((NoteRef("b"),)),), (note("a"), note("b"))))
    assert document.notes == (note("b"),)
    assert document.children == (Paragraph((NoteRef("b", 1),)),)


def test_a_mark_without_its_note_goes() -> None:
    document = order_notes(Document((), (Heading(1, (Text("x"), NoteRef("z"))), Contents(()))))
    assert document.children == (Heading(1, (Text("x"),)), Contents(()))


def test_a_note_cited_in_notes_alone_comes_last() -> None:
    a = Note("a", (NoteRef("c"), NoteRef("a"), NoteRef("z")))
    document = order_notes(Document((), (Paragraph((NoteRef("a"), NoteRef("b"))),), (note("c"), a, note("b"))))
    assert document.notes == (Note("a", (NoteRef("c", 3), NoteRef("a", 1))), note("b"), note("c"))


def test_notes_are_followed_from_note_to_note() -> None:
    notes = (note("c"), Note("b", (NoteRef("c"),)), Note("a", (NoteRef("b"),)))
    document = order_notes(Document((), (Paragraph((NoteRef("a"),)),), notes))
    assert [n.id for n in document.notes] == ["a", "b", "c"]


def marks(document: Document) -> list[str]:
    return [node.note for phrase in phrases(document) for node in inlines(phrase) if isinstance(node, NoteRef)]


def row(*notes: str) -> Row:
    return Row(tuple(Cell((NoteRef(name),)) for name in notes))


def test_rows_of_a_table_share_a_note_that_says_the_same_wherever_its_words_come_from() -> None:
    twice = (Note("a", (Text("NATO", (Place("x", 1),)),)), Note("b", (Text("NATO", (Place("x", 9),)),)), note("c"))
    table = Table((row("a", "c"), row("b", "c")), (Column(), Column()))
    assert marks(share_notes(Document((), (table,), twice))) == ["a", "c", "a", "c"]


def test_notes_that_cite_other_sources_in_the_same_words_stay_apart() -> None:
    notes = tuple(Note(name, (Link(f"#source-{name}", (Text("[?]"),)),)) for name in "ab")
    table = Table((row("a"), row("b")), (Column(),))
    assert marks(share_notes(Document((), (table,), notes))) == ["a", "b"]


def test_blocks_far_from_each_other_keep_a_note_each() -> None:
    same = (Note("a", (Text("NATO"),)), Note("b", (Text("NATO"),)))
    document = Document((), (Paragraph((NoteRef("a"),)), Paragraph((NoteRef("b"),))), same)
    assert share_notes(document) is document
