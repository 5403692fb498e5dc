from __future__ import annotations

from brief.polish.tables import describe_tables
from brief.tree import Cell, Column, Document, Emphasis, Heading, Inline, NoteRef, Row, Table, Text


def table(*caption: Inline, description: str = "") -> Table:
    return Table((Row((Cell(()),)),), (Column(),), caption, description)


def test_a_table_is_described_by_its_caption() -> None:
    document = describe_tables(
        Document((), (Heading(1, (Text("H"),)), table(Text("The "), Emphasis((Text("areas"),)), NoteRef("n"))))
    )
    assert document.children[1].description == "The areas"  # type: ignore[union-attr]


def test_a_table_without_a_caption_is_described_by_the_heading_above() -> None:
    children = (
        table(),
        Heading(1, (Text("A"),)),
        table(),
        Heading(3, (Text(" B\u00a0 c"),)),
        table(),
        Heading(1, (Text("D"),)),
    )
    described = [b.description for b in describe_tables(Document((), children)).children if isinstance(b, Table)]
    assert described == ["", "A", "B c"]


def test_a_description_that_stands_there_is_kept() -> None:
    assert describe_tables(Document((), (table(Text("a"), description="b"),))).children == (
        table(Text("a"), description="b"),
    )
