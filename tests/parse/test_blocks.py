from __future__ import annotations

from brief.tree import (
    Break,
    Callout,
    Cell,
    Code,
    Column,
    Contents,
    Dot,
    Drawing,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    Link,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
)  # fmt: skip
from filling import blocks, read, words


def paragraph(*children: str) -> Paragraph:
    return Paragraph(tuple(Text(child) for child in children))


def test_a_heading_of_level_1_begins_a_section_and_lower_ones_are_plain() -> None:
    one, two, three = blocks("# A\n\n## B\n\n### C\n")
    assert one == Heading(1, (Text("A"),), kind="section")
    assert two == Heading(2, (Text("B"),), kind="plain")
    assert three == Heading(3, (Text("C"),), kind="plain")


def test_braces_at_the_end_of_a_heading_say_its_kind() -> None:
    assert blocks("# A {annex}\n") == (Heading(1, (Text("A"),), kind="annex"),)
    assert blocks("# A {plain}\n") == (Heading(1, (Text("A"),), kind="plain"),)


def test_braces_in_a_value_are_words() -> None:
    value = words("A {annex}")
    assert blocks("# «a»\n", a=value) == (Heading(1, (Text("A {annex}", (value.place,)),), kind="section"),)


def test_braces_behind_a_backslash_are_words() -> None:
    assert blocks("# A \\{annex}\n") == (Heading(1, (Text("A {annex}"),), kind="section"),)


def test_words_are_marked_strong_stressed_and_typed() -> None:
    (said,) = blocks("a **b *c*** `d*e*`\n")
    assert said == Paragraph(
        (Text("a "), Strong((Text("b "), Emphasis((Text("c"),)))), Text(" "), Code("d*e*")),
    )


def test_a_line_end_is_a_space_and_one_behind_a_backslash_a_break() -> None:
    (said,) = blocks("a\nb\\\nc\n")
    assert said == Paragraph((Text("a b"), Break(), Text("c")))


def test_spaces_that_nobody_sees_at_the_end_of_a_line_make_no_break() -> None:
    assert blocks("a   \nb\n") == (paragraph("a b"),)


def test_a_link_leads_to_an_address_or_a_place_in_the_brief() -> None:
    for target in ("https://x.org/a", "http://x.org", "mailto:a@b", "#s-a"):
        assert blocks(f"[a]({target})\n") == (Paragraph((Link(target, (Text("a"),)),)),)


def test_entities_and_autolinks_are_words_as_they_stand() -> None:
    assert blocks("a &amp; b https://x.org\n") == (paragraph("a &amp; b https://x.org"),)


def test_lists_hold_paragraphs_and_lists() -> None:
    assert blocks("- a\n- b\n  1. c\n") == (
        List("bullet", (Item((paragraph("a"),)), Item((paragraph("b"), List("number", (Item((paragraph("c"),)),)))))),
    )


def test_the_first_cell_of_a_row_names_it_and_columns_stand_by_their_dashes() -> None:
    (table,) = blocks("| A | B |\n|---|---:|\n| a | |\n")
    assert table == Table(
        (
            Row((Cell((Text("A"),)), Cell((Text("B"),))), head=True),
            Row((Cell((Text("a"),), header=True), Cell(()))),
        ),
        (Column(0, "left"), Column(0, "right")),
    )


def test_columns_with_different_dashes_share_the_width() -> None:
    (table,) = blocks("| A | B |\n|--|-----:|\n| a | b |\n")
    assert isinstance(table, Table)
    assert table.columns == (Column(2), Column(5, "right"))


def test_a_bar_behind_a_backslash_stands_in_its_cell() -> None:
    (table,) = blocks("| A |\n|---|\n| a \\| b |\n")
    assert isinstance(table, Table)
    assert table.children[1].children[0].children == (Text("a | b"),)


def test_a_box_around_a_table_is_its_caption() -> None:
    (table,) = blocks("::: table The *areas*\n| A |\n|---|\n| a |\n:::\n")
    assert isinstance(table, Table)
    assert table.caption == (Text("The "), Emphasis((Text("areas"),)))


def test_a_box_around_a_figure_of_the_data_is_its_caption() -> None:
    drawing = Drawing(9, 9, (Dot(1, 1, 1),))
    drawn = blocks("::: figure Two *steps*\n«f»\n:::\n", f=Figure(drawing, "a"))
    assert drawn == (Figure(drawing, "a", (Text("Two "), Emphasis((Text("steps"),)))),)


def test_a_table_stands_in_a_quotation_and_in_a_list() -> None:
    (quote,) = blocks("> | A | B |\n> |---|---|\n> | a | b |\n")
    assert isinstance(quote, Quote)
    assert isinstance(quote.children[0], Table)
    (listed,) = blocks("- | A | B |\n  |---|---|\n  | a | b |\n")
    assert isinstance(listed, List)
    assert isinstance(listed.children[0].children[0], Table)


def test_facts_are_a_name_a_colon_and_a_value() -> None:
    (facts,) = blocks("::: facts\n- Date: 11 July: *noon*\n- **Place**: Vilnius\n- To:\n:::\n")
    assert facts == Facts(
        "list",
        (
            Fact((Text("Date"),), (Text("11 July: "), Emphasis((Text("noon"),)))),
            Fact((Strong((Text("Place"),)),), (Text("Vilnius"),)),
            Fact((Text("To"),), ()),
        ),
    )


def test_the_header_block_holds_facts() -> None:
    assert blocks("::: header\n- Date: x\n:::\n") == (Facts("header", (Fact((Text("Date"),), (Text("x"),)),)),)


def test_boxes_have_a_title_and_hold_blocks() -> None:
    for kind in ("bottom-line", "key-points", "note", "warning"):
        (box,) = blocks(f"::: {kind} The *title*\na\n\n- b\n:::\n")
        assert isinstance(box, Callout)
        assert box.kind == kind
        assert box.title == (Text("The "), Emphasis((Text("title"),)))
        assert box.children == (paragraph("a"), List("bullet", (Item((paragraph("b"),)),)))


def test_boxes_stand_in_a_box_with_more_colons() -> None:
    (box,) = blocks(":::: note A\n::: warning B\nb\n:::\na\n::::\n")
    assert box == Callout("note", (Text("A"),), (Callout("warning", (Text("B"),), (paragraph("b"),)), paragraph("a")))


def test_small_print_is_of_paragraphs_in_lists_too() -> None:
    first, listed, after = blocks("::: small\na\n\n- b\n:::\n\nc\n")
    assert first == Paragraph((Text("a"),), "small")
    assert listed == List("bullet", (Item((Paragraph((Text("b"),), "small"),)),))
    assert after == paragraph("c")


def test_the_last_line_of_a_quotation_says_whose_it_is() -> None:
    said = Quote((paragraph("We meet."),), (Text("Jens "), Emphasis((Text("S."),))))
    assert blocks("> We meet.\n> — Jens *S.*\n") == (said,)
    assert blocks("> We meet.\n>\n> — Jens *S.*\n") == (said,)


def test_a_dash_in_a_value_attributes_nothing() -> None:
    value = words("— Jens")
    (quote,) = blocks("> We meet.\n> «a»\n", a=value)
    assert quote == Quote((Paragraph((Text("We meet. "), Text("— Jens", (value.place,)))),))


def test_a_free_note_is_kept_with_the_notes() -> None:
    document, problems = read("a^[b *c*] d^[e]\n")
    assert problems == ()
    assert document.children == (
        Paragraph((Text("a"), NoteRef("free-1"), Text(" d"), NoteRef("free-2"))),
    )  # fmt: skip
    assert [note.children for note in document.notes] == [(Text("b "), Emphasis((Text("c"),))), (Text("e"),)]


def test_blocks_of_the_data_alone_in_a_paragraph_replace_it() -> None:
    contents = Contents((Text("Contents"),))
    assert blocks("a\n\n«c»\n\n«b»\n«b»\n", b=PageBreak(), c=contents) == (
        paragraph("a"), contents, PageBreak(), PageBreak(),
    )  # fmt: skip


def test_a_document_has_its_fields() -> None:
    document, problems = read(
        "::: document\n- subtitle: A *b*\n- kicker: K\n- head: h * «v» *\n- foot: f\n- page: {page} of {pages}\n"
        "- author: A: B\n- subject: s\n- keywords: a, «v», , b c\n:::\n",
        v=words("x, **y**"),
    )
    assert problems == ()
    assert document.title == (Text("T"),)
    assert document.subtitle == (Text("A "), Emphasis((Text("b"),)))
    assert document.kicker == (Text("K"),)
    assert document.running.head == "h * x, **y** *"
    assert (document.running.foot, document.running.page) == ("f", "{page} of {pages}")
    assert (document.author, document.subject) == ("A: B", "s")
    assert document.keywords == ("a", "x, **y**", "b c")
    assert (document.language, document.date) == ("en-GB", "2023-07-14")
    assert document.children == ()
