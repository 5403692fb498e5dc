from __future__ import annotations

from itertools import count

from brief.tree import Cell, Column, Drawing, Figure, Heading, Item, List, Paragraph, Quote, Row, Table, Text
from brief.walk import blocks, with_ids


def test_every_block_and_item_that_can_have_an_id_is_given_one() -> None:
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
    numbers = count(1)
    found = with_ids(bare, lambda name: name or f"new-{next(numbers)}")
    ids = [block.id for block in blocks(found) if isinstance(block, Heading | Paragraph | Table | Figure)]
    ids += [item.id for block in found if isinstance(block, List) for item in block.children]
    assert len(ids) == len(set(ids)) == 9
    assert all(name.startswith("new-") for name in set(ids) - {"mine", "own"})
    assert {"mine", "own"} <= set(ids)


def test_blocks_that_keep_their_ids_stay_the_same_objects() -> None:
    children = (Paragraph((Text("a"),), id="p"), Quote((Paragraph((Text("b"),), id="q"),)))
    assert with_ids(children, lambda name: name) is children
    assert [block.id for block in blocks(with_ids(children, str.upper)) if isinstance(block, Paragraph)] == ["P", "Q"]
