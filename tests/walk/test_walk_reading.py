from __future__ import annotations

from brief.tree import Callout, Document, Drawing, Figure, Heading, Item, List, Paragraph, Table, Text
from brief.walk import ids

WORDS = (Text("words"),)


def test_the_ids_of_a_document_are_those_of_its_blocks_and_items_wherever_they_stand() -> None:
    inside = Callout("note", (), (Paragraph(WORDS, id="p"), Figure(Drawing(0, 0, ()), "", id="f")))
    sources = List("source", (Item((Paragraph(WORDS),), "source-a"), Item((Paragraph(WORDS),))))
    document = Document(WORDS, (Heading(1, WORDS, "h"), inside, Table((), (), id="t"), sources, Paragraph(WORDS)))
    assert tuple(ids(document)) == ("h", "p", "f", "t", "source-a")
