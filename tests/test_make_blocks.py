from __future__ import annotations

from brief.make import generate
from brief.make.blocks import with_ids
from brief.tree import Cell, Column, Document, Drawing, Figure, Heading, Item, List, Paragraph, Row, Table, Text
from brief.walk import blocks
from workspaces import SAMPLE

EVENT = "first-meeting"


def test_with_origins_the_pdf_tells_the_page_of_every_block_and_row_and_lays_them_out_alike() -> None:
    plain = generate(EVENT, formats="pdf", briefs=SAMPLE).documents["pdf"]
    named = generate(EVENT, formats="pdf", briefs=SAMPLE, origins=True).documents["pdf"]
    assert plain.content == named.content
    assert plain.pages.items() < named.pages.items()
    assert any("/" in name for name in named.pages)


def test_without_origins_no_block_is_given_an_id() -> None:
    page = generate(EVENT, formats="html", briefs=SAMPLE).documents["html"].content
    assert b'"~_block-' not in page
    assert b'"~_block-' in generate(EVENT, formats="html", briefs=SAMPLE, origins=True).documents["html"].content


def test_every_block_and_item_has_an_id_of_its_own_and_keeps_the_one_it_has() -> None:
    text = (Text("a"),)
    row = Row((Cell(text),))
    bare = (
        Heading(1, text),
        Paragraph(text),
        Table((row,), (Column(),)),
        Figure(Drawing(9, 9, ()), "a"),
        List("bullet", (Item((Paragraph(text),)), Item((Paragraph(text),), id="mine"))),
        Paragraph(text, id="own"),
    )
    found = with_ids(Document(text, bare)).children
    ids = [block.id for block in blocks(found) if isinstance(block, Heading | Paragraph | Table | Figure)]
    ids += [item.id for block in found if isinstance(block, List) for item in block.children]
    assert len(ids) == len(set(ids)) == 9
    assert all(name.startswith("_block-") for name in set(ids) - {"mine", "own"})
    assert {"mine", "own"} <= set(ids)
