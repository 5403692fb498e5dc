"""Random stories for the page filler, and what it promises of any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from brief.render.pdf.part import NewPage
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

if TYPE_CHECKING:
    from brief.render.pdf.pages import Frame
    from pdf_pages import Layout

VOCABULARY = (
    "report", "a", "decision", "of", "the", "corridor", "cooperation", "in", "by", "subsidy", "interoperability",
)  # fmt: skip


def prose(count: int, start: int = 0) -> str:
    return " ".join(VOCABULARY[(start + k * k) % len(VOCABULARY)] for k in range(count))


def paragraph(count: int, *marks: Inline) -> Paragraph:
    return Paragraph((Text(prose(count)), *marks, Text(" and so on.")))


class Story:
    """Draws blocks and the notes they cite, in order."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.notes: list[Note] = []

    def marks(self) -> tuple[Inline, ...]:
        """No mark, one, or many behind each other."""
        return tuple(self.mark() for _ in range(self.draw(st.sampled_from((0, 0, 0, 1, 1, 5)))))

    def mark(self) -> Inline:
        if self.notes and self.draw(st.integers(0, 5)) == 0:
            number = self.draw(st.integers(1, len(self.notes)))
        else:
            length = self.draw(st.sampled_from((3, 8, 20, 40, 120, 400, 1500)))
            self.notes.append(Note(f"n{len(self.notes)}", (Text(prose(length)),)))
            number = len(self.notes)
        return NoteRef(self.notes[number - 1].id, number)

    def words(self) -> tuple[Inline, ...]:
        count = self.draw(st.sampled_from((1, 4, 12, 30, 60, 150)))
        return (Text(prose(count, count)), *self.marks(), Text(" " + prose(5)), *self.marks())

    def table(self) -> Block:
        head = Row((Cell((Text("No."),)), Cell((Text("What"),)), Cell((Text("Status"),))), head=True)
        rows, caption = [], self.words() if self.draw(st.booleans()) else ()
        for number in range(self.draw(st.integers(1, 14))):
            badge = Badge("open", (Text("open"),))
            rows.append(
                Row((Cell((Text(str(number)),)), Cell(self.words(), header=True), Cell((badge, *self.marks()))))
            )
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
