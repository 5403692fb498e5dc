from __future__ import annotations

from brief.polish.notes import order_notes
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
