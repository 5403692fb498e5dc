from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.pdf import render
from brief.render.pdf.text import Text as Line
from brief.style import NUMBER_HANG
from brief.tree import (
    Callout,
    Cell,
    Column,
    Contents,
    Entry,
    Heading,
    Item,
    Link,
    List,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from pdf_pages import document_of, lay_out
from readers.pdf_reader import Node, structure_of
from styles import sample_style
from trees import every_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.tree import Block


def printed(node: Node, depth: int = 0) -> Iterator[str]:
    """The tag tree as indented text."""
    facts = [f"{key}={value}" for key, value in sorted(node.attributes.items()) if key != "O"]
    facts += [f"Lang={node.language}"] if node.language else []
    facts += [f"ID={node.identity}"] if node.identity else []
    facts += [f"links={node.links}"] if node.links else []
    yield "  " * depth + " ".join([node.tag, *facts])
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from printed(kid, depth + 1)
        else:
            yield "  " * (depth + 1) + repr(kid)


def tree_of(*children: Block, notes: tuple[Note, ...] = ()) -> str:
    node = structure_of(render(document_of(*children, notes=notes), sample_style()).content)
    return "\n".join(printed(node)) + "\n"


def test_the_tag_tree_of_the_specimen(golden: Callable[[str, str], None]) -> None:
    node = structure_of(render(every_node(), sample_style()).content)
    golden("render/every-node.pdf.txt", "\n".join(printed(node)) + "\n")


def test_every_piece_of_content_is_in_the_tree_once() -> None:
    content = render(every_node(), sample_style()).content
    texts = [kid for node in _all(structure_of(content)) for kid in node.kids if isinstance(kid, str)]
    assert texts  # the reader takes each piece out of its page as it meets it, and fails at the second meeting
    assert all(texts)


def _all(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.nodes:
        yield from _all(kid)


def test_a_heading_holds_its_number_and_its_level() -> None:
    tree = tree_of(
        Heading(1, (Text("The meeting"),), "a", "1", "section"),
        Heading(2, (Text("Talks"),), "b"),
        Heading(3, (Text("Cyber"),), "c"),
    )
    assert tree == "Document\n  H1\n    '1 The meeting'\n  H2\n    'Talks'\n  H3\n    'Cyber'\n"


def test_the_number_of_a_paragraph_is_its_label() -> None:
    tree = tree_of(Paragraph((Text("Words"),), number="12."))
    assert tree == "Document\n  P\n    Lbl\n      '12.'\n    'Words'\n"


def test_the_number_of_a_paragraph_hangs_before_its_first_line() -> None:
    numbered, plain = (
        block
        for block in lay_out((Paragraph((Text("a"),), number="12."), Paragraph((Text("a"),)))).blocks
        if isinstance(block, Line)
    )
    assert (numbered.left, numbered.label_x) == (plain.left, plain.left - NUMBER_HANG)
    assert [run.text for run in numbered.label] == ["12."]
    assert sum(run.width(run.text) for run in numbered.label) < NUMBER_HANG - 6


def test_a_heading_that_is_too_deep_is_raised() -> None:
    tree = tree_of(
        Heading(2, (Text("A"),)), Heading(3, (Text("B"),)), Heading(3, (Text("C"),)), Heading(1, (Text("D"),))
    )
    assert [line.strip() for line in tree.splitlines() if line.startswith("  H")] == ["H1", "H2", "H2", "H1"]


def test_the_cells_of_a_table_say_what_they_are_head_of() -> None:
    head = Row((Cell((Text("No."),)), Cell((Text("Area"),))), head=True)
    row = Row((Cell((Text("1"),), header=True), Cell((Text("Cyber"),))))
    tree = tree_of(Table((head, row), (Column(), Column()), (Text("Areas"),), description="The areas"))
    assert tree == (
        "Document\n"
        "  Table Summary=The areas\n"
        "    Caption\n      'Areas'\n"
        "    TR\n      TH Scope=Column\n        'No.'\n      TH Scope=Column\n        'Area'\n"
        "    TR\n      TH Scope=Row\n        '1'\n      TD\n        'Cyber'\n"
    )


def test_a_list_holds_labels_and_bodies() -> None:
    tree = tree_of(List("source", (Item((Paragraph((Text("Yonhap"),)),), "source-P1"),)))
    assert tree == (
        "Document\n  L ListNumbering=Decimal\n    LI\n"
        "      Lbl\n        '[1]'\n      LBody\n        P\n          'Yonhap'\n"
    )


def test_a_note_is_led_to_from_its_mark_and_back() -> None:
    said = Paragraph((Text("Agreed."), NoteRef("n", 1)))
    tree = tree_of(said, notes=(Note("n", (Text("Yonhap."),)),))
    assert tree == (
        "Document\n"
        "  P\n    'Agreed.'\n    Reference\n      Link links=1\n        '1'\n"
        "  Note ID=note-1\n    Lbl\n      Link links=1\n        '1'\n    P\n      'Yonhap.'\n"
    )


def test_a_link_that_runs_over_lines_is_one_element_with_an_annotation_a_line() -> None:
    words = (Text("a linked title that runs over a line " * 4),)
    tree = tree_of(Paragraph((Link("https://example.org", words),)))
    assert tree.count("Link") == 1
    assert "links=2" in tree


def test_words_of_another_language_say_so() -> None:
    tree = tree_of(Paragraph((Text("In Korean: "), Text("협력", language="ko"))))
    assert tree == "Document\n  P\n    'In Korean: '\n    Span Lang=ko\n      '협력'\n"


def test_a_callout_is_a_section_and_a_quote_a_block_quote() -> None:
    said = Paragraph((Text("Said."),))
    tree = tree_of(Callout("bottom-line", (Text("Bottom line"),), (said,)), Quote((said,), (Text("Somebody"),)))
    assert tree == (
        "Document\n  Sect\n    P\n      'Bottom line'\n    P\n      'Said.'\n"
        "  BlockQuote\n    P\n      'Said.'\n    P\n      'Somebody'\n"
    )


def test_the_contents_lead_to_headings_and_hold_their_pages() -> None:
    tree = tree_of(
        Contents((Text("Contents"),), (Entry(1, "a", (Text("1 The meeting"),)),)),
        Heading(1, (Text("The meeting"),), "a", "1"),
    )
    assert tree.startswith(
        "Document\n  P\n    'Contents'\n  TOC\n    TOCI\n"
        "      Reference\n        Link links=1\n          '1 The meeting'\n"
        "      Reference\n        Link links=1\n          '1'\n"
    )
