from __future__ import annotations

from brief.polish.empty import drop_empty
from brief.tree import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Dot,
    Drawing,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)  # fmt: skip

P = Paragraph((Text("p"),))
BREAK = PageBreak()
HEAD = Row((Cell((Text("A"),)),), head=True)


def h(level: int, words: str = "h") -> Heading:
    return Heading(level, (Text(words),))  # type: ignore[arg-type]


def kept(*children: Block) -> tuple[Block, ...]:
    return drop_empty(Document((), children)).children


def test_a_heading_before_another_of_its_level_goes() -> None:
    assert kept(h(1, "a"), h(1, "b"), P) == (h(1, "b"), P)
    assert kept(h(2, "a"), h(1, "b"), P) == (h(1, "b"), P)


def test_a_heading_at_the_end_goes() -> None:
    assert kept(P, h(1), h(2)) == (P,)


def test_a_heading_with_a_section_below_stays() -> None:
    assert kept(h(1), h(2), P) == (h(1), h(2), P)
    assert kept(h(1), h(2), h(3), P) == (h(1), h(2), h(3), P)


def test_a_heading_over_empty_sections_alone_goes_with_them() -> None:
    assert kept(h(1), h(2), h(3), h(2), h(1, "b"), P) == (h(1, "b"), P)
    assert kept(h(1), P, h(2), h(3), h(2, "b"), P) == (h(1), P, h(2, "b"), P)


def test_blocks_without_words_go() -> None:
    nothing: tuple[Block, ...] = (
        Paragraph(()),
        Paragraph((Text(""), Text(" "))),
        List("bullet", ()),
        List("bullet", (Item(()), Item((Paragraph(()),)))),
        Facts("list", ()),
        Table((HEAD,), (Column(),)),
        Callout("note", (Text("t"),), ()),
        Callout("note", (Text("t"),), (h(1), List("bullet", ()))),
        Quote((), (Text("me"),)),
    )
    assert kept(*nothing) == ()
    assert kept(h(1), *nothing, h(1, "b"), P) == (h(1, "b"), P)


def test_blocks_with_words_stay() -> None:
    something: tuple[Block, ...] = (
        Paragraph((NoteRef("n"),)),
        List("bullet", (Item((P,)),)),
        Facts("list", (Fact((Text("To"),), ()),)),
        Table((HEAD, Row((Cell(()),))), (Column(),)),
        Callout("note", (), (P,)),
        Quote((P,)),
        Contents(()),
    )
    assert kept(*something) == something


def test_items_without_words_go() -> None:
    assert kept(List("bullet", (Item(()), Item((P,))))) == (List("bullet", (Item((P,)),)),)


def test_sections_in_boxes_are_looked_at_too() -> None:
    assert kept(Callout("note", (), (P, h(2)))) == (Callout("note", (), (P,)),)


def test_a_page_break_is_no_section_and_none_stands_at_the_end_or_before_another() -> None:
    assert kept(P, h(1), BREAK, h(1, "b"), BREAK, BREAK, P, BREAK) == (P, BREAK, h(1, "b"), BREAK, P)
    assert kept(BREAK, P) == (BREAK, P)


def test_a_figure_without_a_shape_goes_and_its_caption_with_it() -> None:
    caption = (Text("c"),)
    drawn = Figure(Drawing(9, 9, (Dot(1, 1, 1),)), "a", caption)
    assert kept(h(1), Figure(Drawing(9, 9, ()), "a", caption), P, drawn) == (h(1), P, drawn)
    assert kept(h(1), Figure(Drawing(9, 9, ()), "a", caption)) == ()
