from __future__ import annotations

from brief.polish import as_part
from brief.tree import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Drawing,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    Link,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from brief.walk import headings

TITLE, SUBTITLE = (Text("Korea and NATO"),), (Text("Vilnius, 11 July 2023"),)
SOURCES = List("source", (Item((Paragraph((Text("NATO"),)),), "source-P01"),))
TERMS = Facts("abbreviations", (Fact((Text("ROK"),), (Text("Republic of Korea"),)),))


def head(words: str, level: int = 1, kind: str = "section", **fields: str) -> Heading:
    return Heading(level, (Text(words),), kind=kind, **fields)  # type: ignore[arg-type]


def said(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def part(*children: Block, notes: tuple[Note, ...] = (), place: int = 1, least: int = 0) -> Document:
    return as_part(Document(TITLE, children, notes, subtitle=SUBTITLE), place, contents_from=least)


def test_a_part_begins_with_the_title_and_the_subtitle_of_its_brief() -> None:
    first, second, third = part(said("Words.")).children
    assert first == Heading(1, TITLE, kind="part")
    assert (second, third) == (Paragraph(SUBTITLE), said("Words."))


def test_headings_of_a_part_are_one_level_lower_and_its_annexes_are_sections() -> None:
    made = part(head("A"), said("a"), head("B", 2), head("C", 3), said("c"), head("D", 1, "annex"), said("d"))
    found = [(heading.level, heading.kind) for heading in headings(made)]
    assert found == [(1, "part"), (2, "section"), (3, "section"), (4, "section"), (2, "section")]


def test_a_part_has_no_contents_and_keeps_the_page_break_before_them_only_where_they_would_be_printed() -> None:
    children = (said("Four words stand here."), PageBreak(), Contents((Text("Contents"),)), head("A"), said("a"))
    assert [type(block) for block in part(*children, least=1).children[2:]] == [
        Paragraph, PageBreak, Heading, Paragraph,
    ]  # fmt: skip
    assert not any(isinstance(block, PageBreak | Contents) for block in part(*children, least=100).children)


def test_lists_of_sources_and_abbreviations_go_with_their_headings_and_what_leads_to_them() -> None:
    kept = (head("A"), said("a"), head("B", 2), said("b"))
    registers = (head("Sources", 1, "annex"), said("Grades."), SOURCES, head("Abbreviations", 1, "plain"), TERMS)
    assert part(*kept, *registers) == part(*kept)
    assert part(*registers, *kept) == part(*kept)


def test_what_stands_behind_a_list_of_sources_stays() -> None:
    assert part(head("Sources"), SOURCES, said("Behind.")).children[2:] == (said("Behind."),)


def test_ids_of_two_parts_never_meet_and_links_lead_within_their_part() -> None:
    link = Link("#s-a", (Text("above"),))
    source, web = Link("#source-P01", (Text("[?]"),)), Link("https://nato.int", (Text("NATO"),))
    children = (head("A", id="s-a"), Paragraph((link, source, web, NoteRef("n-1")), id="p-1"))
    notes = (Note("n-1", (Text("NATO"), source)),)
    first, second = part(*children, notes=notes), part(*children, notes=notes, place=2)
    assert [block.id for block in second.children[2:] if isinstance(block, Heading | Paragraph)] == ["p2-s-a", "p2-p-1"]
    paragraph = first.children[3]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Link("#p1-s-a", link.children), source, web, NoteRef("p1-n-1"))
    assert [note.id for note in (*first.notes, *second.notes)] == ["p1-n-1", "p2-n-1"]


def test_every_block_and_item_with_an_id_has_one_of_its_part() -> None:
    table, figure = Table((Row((Cell((Text("a"),)),)),), (Column(),), id="t"), Figure(Drawing(1, 1, ()), "said", id="f")
    listed = List("bullet", (Item((Paragraph((Text("a"),), id="inner"),), "i"), Item((said("b"),))))
    *_, one, other, third = part(Callout("note", (), (table,)), figure, listed, place=3).children
    assert isinstance(one, Callout)
    assert isinstance(other, Figure)
    assert isinstance(third, List)
    held = third.children[0].children[0]
    assert [getattr(each, "id", None) for each in (one.children[0], other, held, *third.children)] == [
        *("p3-t", "p3-f", "p3-inner", "p3-i", "")
    ]
