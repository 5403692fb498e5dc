from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.render.pdf.pages import Frame
from brief.render.pdf.part import NewPage
from brief.render.pdf.text import Text as TextBlock
from brief.tree import (
    Badge,
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    Inline,
    Item,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from pdf_pages import FRAME, Layout, lay_out

VOCABULARY = (
    "report", "a", "decision", "of", "the", "corridor", "cooperation", "in", "by", "subsidy", "interoperability",
)  # fmt: skip
SMALL = Frame(85, 300, 300, 700)


def prose(count: int, start: int = 0) -> str:
    return " ".join(VOCABULARY[(start + k * k) % len(VOCABULARY)] for k in range(count))


def paragraph(count: int, *marks: Inline) -> Paragraph:
    return Paragraph((Text(prose(count)), *marks, Text(" and so on.")))


class Story:
    """Draws blocks and the notes they cite, in order."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.notes: list[Note] = []

    def mark(self) -> tuple[Inline, ...]:
        if self.draw(st.booleans()):
            return ()
        if self.notes and self.draw(st.integers(0, 5)) == 0:
            number = self.draw(st.integers(1, len(self.notes)))
        else:
            length = self.draw(st.sampled_from((3, 8, 20, 40, 120, 400, 1500)))
            self.notes.append(Note(f"n{len(self.notes)}", (Text(prose(length)),)))
            number = len(self.notes)
        return (NoteRef(self.notes[number - 1].id, number),)

    def words(self) -> tuple[Inline, ...]:
        count = self.draw(st.sampled_from((1, 4, 12, 30, 60, 150)))
        return (Text(prose(count, count)), *self.mark(), Text(" " + prose(5)), *self.mark())

    def table(self) -> Block:
        head = Row((Cell((Text("No."),)), Cell((Text("What"),)), Cell((Text("Status"),))), head=True)
        rows, caption = [], self.words() if self.draw(st.booleans()) else ()
        for number in range(self.draw(st.integers(1, 14))):
            badge = Badge("open", (Text("open"),))
            rows.append(Row((Cell((Text(str(number)),)), Cell(self.words(), header=True), Cell((badge, *self.mark())))))
        return Table((head, *rows), (Column(),) * 3, caption)

    def block(self) -> Block:
        match self.draw(st.integers(0, 9)):
            case 0:
                return Heading(self.draw(st.sampled_from((1, 2, 3))), self.words())
            case 1:
                return List(
                    "number", tuple(Item((Paragraph(self.words()),)) for _ in range(self.draw(st.integers(1, 6))))
                )
            case 2 | 3:
                return self.table()
            case 4:
                return Callout("note", (Text("Note"),), (Paragraph(self.words()), Paragraph(self.words())))
            case 5:
                return Quote((Paragraph(self.words()),), (Text("Somebody"),))
            case 6 if self.draw(st.booleans()):
                return PageBreak()
            case _:
                return Paragraph(self.words())


@st.composite
def stories(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    story = Story(draw)
    blocks = tuple(story.block() for _ in range(draw(st.integers(1, 25))))
    return blocks, tuple(story.notes)


def check_promises(layout: Layout, frame: Frame) -> None:
    drawn: dict[int, int] = {}
    cited: dict[int, int] = {}
    begun: dict[int, int] = {}
    order = []
    for number, page in enumerate(layout.pages):
        for placed in page.placed:
            block = placed.piece.block
            assert drawn.get(id(block), 0) == placed.piece.first, "a part is lost or comes twice"
            drawn[id(block)] = placed.piece.last
            for part in placed.piece.parts:
                for note in part.notes:
                    cited.setdefault(note.number, number)
        for foot in page.feet:
            assert drawn.get(id(foot.note), 0) == foot.first, "lines of a note are lost or come twice"
            drawn[id(foot.note)] = foot.last
            if foot.first == 0:
                begun[foot.note.number] = number
                order.append(foot.note.number)
        taller = any(part.height > frame.height for placed in page.placed for part in placed.piece.parts)
        assert taller or page.overlap < 0.1, f"text and notes overlap on page {number + 1}"
    for whole in layout.blocks:
        if not isinstance(whole, NewPage):
            assert drawn[id(whole)] == len(whole.parts)
    for note in layout.notes:
        assert drawn[id(note)] == len(note.text.parts)
    assert order == list(cited) + [note.number for note in layout.notes if note.number not in cited]
    assert all(begun[number] >= page for number, page in cited.items()), "a note stands before its mark"
    late = [number for number, page in cited.items() if begun[number] != page]
    assert all(page_is_full_of_notes(layout, cited[number]) for number in late), f"notes {late} begin late"


def page_is_full_of_notes(layout: Layout, page: int) -> bool:
    """Whether a note could not begin on the page: another is cut there, or a single line cites more than fits."""
    feet = layout.pages[page].feet
    cut = bool(feet) and feet[-1].last < len(feet[-1].note.text.parts)
    return cut or layout.pages[page].room < 60


@settings(max_examples=120)
@given(stories())
def test_the_filler_keeps_its_promises_on_any_story(story: tuple[tuple[Block, ...], tuple[Note, ...]]) -> None:
    check_promises(lay_out(*story), FRAME)


@settings(max_examples=80)
@given(stories())
def test_the_filler_keeps_its_promises_on_small_pages(story: tuple[tuple[Block, ...], tuple[Note, ...]]) -> None:
    check_promises(lay_out(*story, SMALL), SMALL)


def test_a_note_stands_on_the_page_that_cites_it() -> None:
    notes = tuple(Note(f"n{k}", (Text(f"Note {k}."),)) for k in range(12))
    layout = lay_out(tuple(paragraph(120, NoteRef(f"n{k}", k + 1)) for k in range(12)), notes)
    assert len(layout.pages) > 2
    for page in layout.pages:
        cited = [note.number for p in page.placed for part in p.piece.parts for note in part.notes]
        assert [foot.note.number for foot in page.feet] == cited


def test_a_note_cited_twice_stands_once() -> None:
    notes = (Note("n", (Text("Once."),)),)
    layout = lay_out((paragraph(400, NoteRef("n", 1)), paragraph(400, NoteRef("n", 1))), notes)
    assert [foot.note.number for page in layout.pages for foot in page.feet] == [1]


def test_a_long_note_goes_on_at_the_foot_of_the_next_page_and_leaves_the_text_room() -> None:
    notes = (Note("n", (Text(prose(900)),)),)
    layout = lay_out((paragraph(500, NoteRef("n", 1)), *(paragraph(60) for _ in range(12))), notes)
    feet = [(number, foot) for number, page in enumerate(layout.pages) for foot in page.feet]
    assert len(feet) > 1
    assert feet[0][1].last == feet[1][1].first
    assert layout.pages[feet[1][0]].placed


def _cut_notes(layout: Layout) -> list[int]:
    """How many lines of a cut note stand on each of its pages, over all cut notes."""
    feet = [foot for page in layout.pages for foot in page.feet]
    return [foot.last - foot.first for foot in feet if foot.last - foot.first < len(foot.note.text.parts)]


def test_a_note_that_is_cut_leaves_two_lines_or_more_on_the_next_page() -> None:
    shortest = 99
    for words in range(440, 800, 8):
        story = (paragraph(300, NoteRef("n", 1)), paragraph(60), *(paragraph(20) for _ in range(12)))
        layout = lay_out(story, (Note("n", (Text(prose(words)),)),))
        shortest = min(shortest, *_cut_notes(layout), 99)
    assert shortest == 2


def test_a_note_that_is_cut_begins_with_two_lines_or_more() -> None:
    shortest = 99
    for words in range(500, 740, 6):
        layout = lay_out((paragraph(words),), (Note("n", (Text(prose(200)),)),))
        shortest = min(shortest, *_cut_notes(layout), 99)
    assert shortest == 2


def test_a_note_of_three_lines_is_never_cut() -> None:
    for words in range(500, 740, 6):
        layout = lay_out((paragraph(words),), (Note("n", (Text(prose(60)),)),))
        assert len(layout.notes[0].text.parts) == 3
        assert _cut_notes(layout) == []


def test_between_two_blocks_stands_the_larger_of_their_spaces_not_both() -> None:
    heading = Heading(1, (Text("Heading"),))
    (page,) = lay_out((paragraph(30), heading, paragraph(30), paragraph(30), heading, heading)).pages
    pairs = list(zip(page.placed, page.placed[1:], strict=False))
    spaces = [(above.piece.block.after, below.piece.block.before) for above, below in pairs]
    assert any(after and before and after < before for after, before in spaces)
    assert any(after > before for after, before in spaces)
    gaps = [above.top - above.piece.height - below.top for above, below in pairs]
    assert gaps == pytest.approx([max(space) for space in spaces])


def test_a_note_that_nothing_cites_is_printed_all_the_same() -> None:
    layout = lay_out((paragraph(5),), (Note("n", (Text("Alone."),)),))
    assert [foot.note.number for page in layout.pages for foot in page.feet] == [1]


def test_a_paragraph_leaves_no_single_line_at_the_foot_or_head_of_a_page() -> None:
    for extra in range(30):
        layout = lay_out((paragraph(330 + 6 * extra), paragraph(200), paragraph(200)))
        for block in layout.blocks:
            slices = layout.slices(block)
            if len(slices) > 1:
                assert all(piece.last - piece.first >= 2 for _, piece in slices)


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
