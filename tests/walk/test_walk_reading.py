from __future__ import annotations

from brief.place import Made, Place, Words
from brief.tree import (
    Callout,
    Code,
    Document,
    Dot,
    Drawing,
    Figure,
    Heading,
    Item,
    Label,
    List,
    Note,
    Paragraph,
    Strong,
    Table,
    Text,
)
from brief.walk import ids, origins

WORDS = (Text("words"),)


def test_the_ids_of_a_document_are_those_of_its_blocks_and_items_wherever_they_stand() -> None:
    inside = Callout("note", (), (Paragraph(WORDS, id="p"), Figure(Drawing(0, 0, ()), "", id="f")))
    sources = List("source", (Item((Paragraph(WORDS),), "source-a"), Item((Paragraph(WORDS),))))
    document = Document(WORDS, (Heading(1, WORDS, "h"), inside, Table((), (), id="t"), sources, Paragraph(WORDS)))
    assert tuple(ids(document)) == ("h", "p", "f", "t", "source-a")


def test_the_origins_of_a_document_are_those_of_its_words_its_notes_and_its_drawings() -> None:
    title, note, alt, drawn = (Place("a.yaml", line) for line in range(1, 5))
    shapes = Dot(0, 0, 1), Label(0, 0, "x", origins=(drawn,))
    figure = Figure(Drawing(9, 9, shapes), Made.of("what is drawn", Words("x", alt)))
    document = Document((Strong((Text("T", (title,)),)),), (figure,), (Note("n", (Code("c", (note,)),)),))
    assert set(origins(document)) == {title, note, alt, drawn}
