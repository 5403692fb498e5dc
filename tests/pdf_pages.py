"""Lays out a document and keeps what the page filler did, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.blocks import story
from brief.render.pdf.canvas import TaggedCanvas
from brief.render.pdf.filler import LONGEST
from brief.render.pdf.front import write_notes
from brief.render.pdf.inline import Setter
from brief.render.pdf.levels import without_jumps
from brief.render.pdf.pages import NOTE_GAP, Frame
from brief.render.pdf.paginate import paginate
from brief.render.pdf.part import FootNote
from brief.render.pdf.setting import Setting
from brief.render.pdf.typecase import Typecase
from brief.tree import Document
from styles import sample_style

if TYPE_CHECKING:
    from brief.render.pdf.pages import Foot, Page, Placed
    from brief.render.pdf.part import Block, NewPage, Slice
    from brief.tree import Block as Node
    from brief.tree import Note

FRAME = Frame(85, 80, 425, 760)


@dataclass
class PageRecord:
    """What stands on a page, and how far its text and notes overlap or leave the page: above 0 is wrong."""

    placed: list[Placed]
    feet: list[Foot]
    overlap: float
    filled: float  # of the frame, by text and notes

    @property
    def room(self) -> float:
        return -self.overlap


def record(page: Page, frame: Frame) -> PageRecord:
    """A page as planned, measured anew."""
    low = min((p.top - p.piece.height for p in page.placed), default=frame.top)
    foot = sum(f.height for f in page.feet) + (NOTE_GAP if page.feet else 0)
    overlap = max(page.bottom + foot - low, frame.bottom - LONGEST - page.bottom)
    return PageRecord(page.placed, page.feet, overlap, (frame.top - low + foot) / frame.height)


@dataclass
class Layout:
    """Pages, and the blocks and notes that had to go on them."""

    pages: list[PageRecord]
    blocks: list[Block | NewPage]
    notes: list[FootNote]

    def slices(self, block: object) -> list[tuple[int, Slice]]:
        """Where a block stands: page number from 0, and which of its parts."""
        return [(n, p.piece) for n, page in enumerate(self.pages) for p in page.placed if p.piece.block is block]


def lay_out(children: tuple[Node, ...], notes: tuple[Note, ...] = (), frame: Frame = FRAME) -> Layout:
    """The blocks on pages of `frame`, without running lines."""
    style = sample_style()
    typecase = Typecase(style)
    canvas = TaggedCanvas(style.page, "en-GB")
    feet = {note.id: FootNote(number) for number, note in enumerate(notes, 1)}
    setting = Setting(Setter(typecase, style, "en-GB", frozenset(), feet), canvas.root, style.texts.body)
    blocks = list(story(without_jumps(children), setting))
    write_notes(notes, feet.values(), setting)
    pages = paginate(blocks, feet.values(), frame)
    for page in pages:
        page.draw(canvas, frame.x, "#000000")
        canvas.showPage()
    return Layout([record(page, frame) for page in pages], blocks, list(feet.values()))


def document_of(*children: Node, notes: tuple[Note, ...] = ()) -> Document:
    """A document with these blocks and no title block."""
    return Document(title=(), children=children, notes=notes)
