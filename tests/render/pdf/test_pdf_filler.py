from __future__ import annotations

import pytest

from brief.render.pdf.text import Text as TextBlock
from brief.tree import (
    Callout,
    Cell,
    Column,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from pdf_pages import FRAME, lay_out
from pdf_stories import paragraph, prose


def test_between_two_blocks_stands_the_larger_of_their_spaces_not_both() -> None:
    heading = Heading(1, (Text("Heading"),))
    (page,) = lay_out((paragraph(30), heading, paragraph(30), paragraph(30), heading, heading)).pages
    pairs = list(zip(page.placed, page.placed[1:], strict=False))
    spaces = [(above.piece.block.after, below.piece.block.before) for above, below in pairs]
    assert any(after and before and after < before for after, before in spaces)
    assert any(after > before for after, before in spaces)
    gaps = [above.top - above.piece.height - below.top for above, below in pairs]
    assert gaps == pytest.approx([max(space) for space in spaces])


def test_a_paragraph_leaves_no_single_line_at_the_foot_or_head_of_a_page() -> None:
    for extra in range(30):
        layout = lay_out((paragraph(330 + 6 * extra), paragraph(200), paragraph(200)))
        for block in layout.blocks:
            slices = layout.slices(block)
            if len(slices) > 1:
                assert all(piece.last - piece.first >= 2 for _, piece in slices)


def test_no_page_ends_within_a_word() -> None:
    found = []
    for extra in range(30):
        layout = lay_out((paragraph(200 + 6 * extra), Paragraph((Text("a counter-terrorism " * 160),))))
        block = layout.blocks[1]
        assert isinstance(block, TextBlock)
        assert any(line.segments[-1][1].endswith("-") for line in block.lines)
        found += [block.lines[piece.last - 1].segments[-1][1][-1] for _, piece in layout.slices(block)[:-1]]
    assert set(found) == {" "}


def test_a_heading_stands_on_the_page_of_what_follows() -> None:
    for extra in range(40):
        layout = lay_out((paragraph(300 + 9 * extra), Heading(1, (Text("Heading"),)), paragraph(90)))
        _, heading, following = layout.blocks
        assert layout.slices(heading)[0][0] == layout.slices(following)[0][0]


def _rows(count: int, words: int = 4) -> Table:
    head = Row((Cell((Text("Head"),)), Cell((Text("What"),))), head=True)
    body = (Row((Cell((Text(str(k)),)), Cell((Text(prose(words)),)))) for k in range(count))
    return Table((head, *body), (Column(), Column()), (Text("Caption"),))


def test_a_caption_stands_on_the_page_of_the_head_and_the_first_row() -> None:
    for extra in range(40):
        layout = lay_out((paragraph(300 + 9 * extra), _rows(3)))
        _, caption, grid = layout.blocks
        page, piece = layout.slices(grid)[0]
        assert layout.slices(caption)[0][0] == page
        assert piece.last >= 2


def test_the_head_of_a_table_is_repeated_on_every_page_it_goes_on_to() -> None:
    layout = lay_out((_rows(90),))
    grid = layout.blocks[1]
    assert len(layout.slices(grid)) > 2
    again = [placed.again for page in layout.pages for placed in page.placed if placed.piece.block is grid]
    assert again[0] == 0
    assert all(height > 20 for height in again[1:])


def test_a_row_is_cut_only_when_it_is_taller_than_half_a_page() -> None:
    short = lay_out((paragraph(300), _rows(6, words=120)))
    assert len(short.blocks[2].parts) == 7
    tall = lay_out((_rows(1, words=1800),))
    assert len(tall.blocks[1].parts) > 20
    assert len(tall.pages) > 1


def test_a_box_stays_on_one_page_where_it_fits() -> None:
    box = Callout("bottom-line", (Text("Bottom line"),), (paragraph(60), paragraph(60)))
    for extra in range(20):
        layout = lay_out((paragraph(330 + 12 * extra), box))
        assert len(layout.slices(layout.blocks[1])) == 1


def test_key_points_without_a_title_stand_as_close_to_the_heading_above_as_any_list() -> None:
    points = List("bullet", (Item((paragraph(8),)),))
    heading = Heading(1, (Text("Points to make"),))
    found = []
    for block in (points, Callout("key-points", (), (points,))):
        above, below = lay_out((heading, block)).pages[0].placed
        found.append(above.top - above.piece.height - below.top)
    assert found[0] == pytest.approx(found[1])


def test_a_box_taller_than_a_page_is_taken_apart() -> None:
    layout = lay_out((Callout("note", (Text("Note"),), tuple(paragraph(150) for _ in range(8))),))
    assert len(layout.slices(layout.blocks[0])) > 1


def test_a_page_break_begins_a_page() -> None:
    layout = lay_out((paragraph(5), PageBreak(), paragraph(5)))
    assert len(layout.pages) == 2


def test_a_paragraph_that_announces_a_list_stays_with_it() -> None:
    said = Paragraph((Text("They agreed:"),))
    for extra in range(40):
        layout = lay_out((paragraph(300 + 9 * extra), said, List("bullet", (Item((paragraph(3),)),))))
        assert layout.slices(layout.blocks[1])[0][0] == layout.slices(layout.blocks[2])[0][0]


def test_every_page_begins_at_its_top() -> None:
    layout = lay_out(tuple(Heading(1, (Text(prose(4)),)) if k % 3 == 0 else paragraph(90) for k in range(40)))
    for page in layout.pages:
        first = page.placed[0]
        assert first.top + first.again == FRAME.top
        assert isinstance(first.piece.block, TextBlock)
