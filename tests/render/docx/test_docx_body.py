"""The body as XML: the golden of every node, and what of it is a matter of style."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from brief.render.docx import render
from brief.render.docx.table_styles import GUTTER
from brief.tree import (
    Badge,
    Block,
    Break,
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Dot,
    Drawing,
    Entry,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from readers.docx_numbers import value
from readers.docx_reader import W, part
from styles import sample_style
from trees import every_node

if TYPE_CHECKING:
    from collections.abc import Callable

STYLE = sample_style()
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PREFIXES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def body(*blocks: Block) -> ET.Element:
    return part(render(Document((Text("Title"),), blocks), STYLE).content, "word/document.xml")[0]


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def table(*columns: Column) -> Table:
    rows = tuple(Row(tuple(Cell((Text("word"),)) for _ in columns), head=not n) for n in range(4))
    return Table(rows, columns)


def styles_of(element: ET.Element) -> list[str | None]:
    return [value(p, "pPr/pStyle") for p in element if p.tag == f"{W}p"]


def test_figures_are_of_one_width_wherever_they_stand() -> None:
    styles = part(render(every_node(), STYLE).content, "word/styles.xml")
    letters = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert letters is not None
    figures = [(each.tag, each.get(f"{W14}val")) for each in letters if each.tag.startswith(W14)]
    assert figures == [(f"{W14}numForm", "lining"), (f"{W14}numSpacing", "tabular")]


def test_the_body_of_every_node_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    for prefix, namespace in PREFIXES.items():
        ET.register_namespace(prefix, namespace)
    root = part(render(every_node(), STYLE, pages={"s-areas": 2, "s-follow-ups": 3}).content, "word/document.xml")
    ET.indent(root)
    golden("render/every-node.docx.xml", ET.tostring(root, encoding="unicode") + "\n")


def test_a_page_break_is_a_property_of_what_follows() -> None:
    pieces = body(said("a"), PageBreak(), PageBreak(), said("b"), PageBreak())
    assert [value(p, "pPr/pageBreakBefore") for p in pieces.iter(f"{W}p")] == [None, None, "1"]
    assert not list(pieces.iter(f"{W}br"))


def test_a_page_break_before_a_table_stands_in_the_low_line_above_it() -> None:
    pieces = body(PageBreak(), table(Column()), said("b"))
    assert styles_of(pieces) == ["Title", "Gap", "Gap", "BodyText"]
    assert value(pieces[1], "pPr/pageBreakBefore") == "1"


def test_contents_at_the_head_of_a_page_begin_it_themselves() -> None:
    contents = Contents((Text("Contents"),), (Entry(1, "s", (Text("First"),)),))
    pieces = body(said("a"), PageBreak(), contents, Heading(1, (Text("First"),), "s"))
    assert styles_of(pieces) == ["Title", "BodyText", "Heading1Plain"]
    title, *_ = pieces.iterfind(f"{W}sdt/{W}sdtContent/{W}p")
    assert value(title, "pPr/pageBreakBefore") == "1"
    assert [s.get(f"{W}before") for s in title.iter(f"{W}spacing")] == ["0"]


def test_tables_never_touch_and_no_line_stands_before_a_heading() -> None:
    pieces = body(table(Column()), table(Column()), Heading(1, (Text("h"),)), table(Column()))
    kinds = [p.tag.removeprefix(W) + f" {value(p, 'pPr/pStyle') or ''}".rstrip() for p in pieces]
    assert kinds == ["p Title", "tbl", "p Gap", "tbl", "p Heading1Plain", "tbl", "p Gap", "sectPr"]


def test_the_head_of_a_table_is_repeated_and_no_row_is_split() -> None:
    rows = list(body(table(Column(), Column())).iter(f"{W}tr"))
    assert [value(row, "trPr/tblHeader") for row in rows] == ["1", None, None, None]
    assert [value(row, "trPr/cantSplit") for row in rows] == ["1"] * 4


@pytest.mark.parametrize(("heads", "rows", "kept"), [(0, 1, []), (1, 1, []), (0, 2, [0]), (1, 2, [1]), (1, 3, [2])])
def test_of_the_rows_below_the_head_the_last_does_not_stand_alone(heads: int, rows: int, kept: list[int]) -> None:
    lines = tuple(Row((Cell((Text("word"),)),), head=n < heads) for n in range(heads + rows))
    found = list(body(Table(lines, (Column(),))).iter(f"{W}tr"))
    assert [number for number, row in enumerate(found) if list(row.iter(f"{W}keepNext"))] == kept


def test_a_table_of_heads_alone_repeats_none() -> None:
    lines = tuple(Row((Cell((Text("word"),)),), head=True) for _ in range(2))
    assert not list(body(Table(lines, (Column(),))).iter(f"{W}tblHeader"))


def test_shares_of_columns_are_kept_to() -> None:
    first, last = (int(c.get(f"{W}w", "0")) for c in body(table(Column(1), Column(3))).iter(f"{W}gridCol"))
    assert abs(last - 3 * (first - GUTTER * 20)) <= 2
    assert first + last == round(STYLE.page.measure * 20)


def test_columns_without_shares_follow_their_content() -> None:
    rows = (
        Row((Cell((Text("No."),)), Cell((Text("What is known of its content"),)), Cell((Text("n"),))), head=True),
        Row(
            (Cell((Text("1"),)), Cell((Text("Talks on emerging technology, cyber and hybrid threats " * 3),)), Cell(()))
        ),
    )
    narrow, wide, least = (int(c.get(f"{W}w", "0")) for c in body(Table(rows, (Column(),) * 3)).iter(f"{W}gridCol"))
    assert wide > 3 * narrow > 3 * least
    assert narrow + wide + least == round(STYLE.page.measure * 20)


def test_right_columns_are_right_by_their_style() -> None:
    found = [value(p, "pPr/pStyle") for p in body(table(Column(), Column(align="right"))).iter(f"{W}p")][1:5]
    assert found == ["TableHead", "TableHeadRight", "TableText", "TableTextRight"]


def test_contents_without_pages_show_none_and_word_may_put_in_its_own() -> None:
    blocks = (
        Contents((Text("Contents"),), (Entry(1, "s", (Text("1 First"),)),)),
        Heading(1, (Text("First"),), "s", "1", "section"),
    )
    document = Document((Text("Title"),), blocks)
    found = {}
    for name, pages in (("without", None), ("with", {"s": 4})):
        root = part(render(document, STYLE, pages=pages).content, "word/document.xml")
        found[name] = [i.text for i in root.iter(f"{W}instrText")]
    assert found == {
        "without": [' TOC \\o "1-1" \\h \\z \\u '],
        "with": [' TOC \\o "1-1" \\h \\z \\u ', " PAGEREF s \\h "],
    }


def test_texts_that_stand_together_are_one_run() -> None:
    split = Paragraph((Text("one "), Text("and "), Text("둘", language="ko"), Text(" three")))
    runs = ["".join(t.text or "" for t in run) for run in body(split).iter(f"{W}r")]
    assert runs == ["Title", "one and ", "둘", " three"]


def test_the_dot_of_a_status_is_a_symbol_that_a_no_break_symbol_holds_to_its_word() -> None:
    badge = Badge("closed", (Text("closed"),))
    _, _, dot, word = body(Paragraph((Text("Said: "), badge))).iter(f"{W}r")
    assert [symbol.get(f"{W}char") for symbol in dot.iter(f"{W}sym")] == ["25CF", "00A0"]
    assert value(dot, "rPr/color") == STYLE.colours.closed.removeprefix("#").upper()
    assert [text.text for text in word.iter(f"{W}t")] == ["closed"]


@pytest.mark.parametrize(("count", "kept"), [(1, 0), (4, 3), (6, 5), (7, 2)])
def test_a_few_facts_stay_on_one_page_and_of_many_neither_end_stands_alone(count: int, kept: int) -> None:
    some = Facts("list", tuple(Fact((Text(f"{n}"),), (Text("what"),)) for n in range(count)))
    held = [row for row in body(some).iter(f"{W}tr") if list(row.iter(f"{W}keepNext"))]
    assert len(held) == kept


def test_one_fact_of_many_lines_is_not_held_to_what_follows() -> None:
    long = Fact((Text("who"),), tuple(piece for _ in range(8) for piece in (Text("a"), Break())))
    assert not list(body(Facts("list", (long,)), said("b")).iter(f"{W}keepNext"))


def test_facts_of_many_lines_are_not_few() -> None:
    long = Fact((Text("who"),), (Text("a"), Break(), Text("b"), Break(), Text("c"), Break(), Text("d")))
    some = Facts("list", (*(Fact((Text(f"{n}"),), (Text("what"),)) for n in range(3)), long))
    held = [number for number, row in enumerate(body(some).iter(f"{W}tr")) if list(row.iter(f"{W}keepNext"))]
    assert held == [0, 2]


def test_two_boxes_do_not_run_into_one() -> None:
    box = Callout("note", (Text("Note"),), (said("a"), said("b")))
    styles = ["NoteTitle", "NoteText", "NoteText"]
    assert styles_of(body(box, box)) == ["Title", *styles, "Gap", *styles]


def test_a_box_is_kept_on_one_page_and_lets_go_of_what_follows() -> None:
    box = Callout("bottom-line", (Text("Bottom line"),), (said("a"), said("b")))
    assert [value(p, "pPr/keepNext") for p in body(box, said("c")).iter(f"{W}p")] == [None, "1", "1", None, None]


def test_key_points_may_go_on_to_the_next_page_but_not_their_title_alone() -> None:
    points = List("bullet", tuple(Item((said(word),)) for word in "abc"))
    (_, *found) = body(Callout("key-points", (Text("Points"),), (points,))).iter(f"{W}p")
    assert [value(p, "pPr/keepNext") for p in found] == [None] * 4
    (title,) = (
        s
        for s in part(render(every_node(), STYLE).content, "word/styles.xml")
        if s.get(f"{W}styleId") == "KeyPointsTitle"
    )
    assert value(title, "pPr/keepNext") == "1"


def test_words_below_a_list_or_a_box_stand_off_as_below_a_paragraph() -> None:
    list_ = List("bullet", (Item((said("a"),)), Item((said("b"),))))
    box = Callout("note", (Text("Note"),), (said("c"), said("d")))
    heading = Heading(1, (Text("e"),))
    for blocks, below in (((list_, said("f")), "140"), ((list_, heading), None), ((box, said("f")), "280")):
        _, first, second, *_ = (p for p in body(*blocks) if value(p, "pPr/pStyle") not in ("NoteTitle", "Gap"))
        set_ = [[s.get(f"{W}after") for s in p.iter(f"{W}spacing")] for p in (first, second)]
        assert set_ == [[], [below] if below else []]


def test_a_figure_in_a_box_stands_on_its_tint() -> None:
    figure = Figure(Drawing(900, 20, (Dot(5, 5, 2),)), "dots", (Text("caption"),))
    pieces = body(Callout("note", (Text("Note"),), (said("a"), figure, said("b"))))
    assert styles_of(pieces) == ["Title", "NoteTitle", "NoteText", "NoteTitle", "NoteText", "NoteText"]
    (extent,) = (e for e in pieces.iter() if e.tag.endswith("}extent"))
    assert int(extent.get("cx", "0")) == round((STYLE.page.measure - 24) * 12700)


def test_a_paragraph_that_announces_stays_with_what_it_announces() -> None:
    assert [value(p, "pPr/keepNext") for p in body(said("These:"), said("this")).iter(f"{W}p")] == [None, "1", None]


def test_the_second_head_row_of_a_table_is_repeated_and_ruled_too() -> None:
    rows = (*(Row((Cell((Text(t),)),), head=True) for t in "ab"), *(Row((Cell((Text(t),)),)) for t in "cd"))
    found = list(body(Table(rows, (Column(),))).iter(f"{W}tr"))
    assert [value(row, "trPr/tblHeader") for row in found] == ["1", "1", None, None]
    assert [row.find(f"{W}tc/{W}tcPr/{W}tcBorders") is not None for row in found] == [False, True, False, False]
