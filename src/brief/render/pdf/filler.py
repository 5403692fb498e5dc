"""The page filler: lays blocks on pages in one pass, and notes at the foot of the page that cites them first.

Blocks come in groups that no page may break. A group and the notes it is the first to cite go on this page or on the
next; a group too tall for an empty page is taken apart. Only the last note of a page may be cut: its rest goes on at
the foot of the next page, where it leaves the text some room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import rule
from brief.render.pdf.part import NewPage, Slice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brief.render.pdf.canvas import TaggedCanvas
    from brief.render.pdf.part import Block, FootNote

_SLACK = 0.01
_GAP = 14.0  # between text and notes, with the rule in it
_RULE = 85.0  # length of the rule above the notes: 30 mm
_CARRIED = 0.7  # the most of a page that notes of earlier pages may take, if they can end there at all
_LEAST = 2  # lines of a note on either side of a cut

Group = list[Slice]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on a page, in points from its lower left corner."""

    x: float
    bottom: float
    width: float
    top: float

    @property
    def height(self) -> float:
        """Room for lines."""
        return self.top - self.bottom


@dataclass(slots=True)
class Placed:
    """A slice on this page, where it begins, and the height of what is repeated above it."""

    piece: Slice
    top: float
    again: float


@dataclass(slots=True)
class Foot:
    """Lines of a note at the foot of this page, from `first` up to, not including, `last`."""

    note: FootNote
    first: int
    last: int

    @property
    def height(self) -> float:
        """Height of the lines."""
        return sum(part.height for part in self.note.text.parts[self.first : self.last])


class Filler:
    """Fills the pages of a canvas. `chrome` draws what stands on every page around the frame."""

    def __init__(
        self, canvas: TaggedCanvas, frame: Frame, chrome: Callable[[TaggedCanvas], None], hairline: str
    ) -> None:
        self.canvas, self.frame, self._chrome, self._hairline = canvas, frame, chrome, hairline
        self.placed: list[Placed] = []
        self.feet: list[Foot] = []
        self.foot = 0.0  # height of the notes
        self._carried: list[Foot] = []  # for the next page
        self._y = frame.top
        self._after = 0.0

    def fill(self, story: Iterable[Block | NewPage], notes: Iterable[FootNote] = ()) -> None:
        """Lay the story on pages, to the last line of the last note; `notes` that nothing cites stand at the end."""
        for group in groups(story, self.frame):
            if group is None:
                if self.placed:
                    self._finish()
            elif not self._add(group):
                self._add_apart(group)
        self._add_uncited(notes)
        while self.placed or self.feet or self._carried or not self.canvas.page_count:
            self._finish()

    # ---- a page ------------------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        canvas, frame = self.canvas, self.frame
        self._chrome(canvas)
        for placed in self.placed:
            piece = placed.piece
            if placed.again:
                piece.block.draw_again(canvas, frame.x, placed.top + placed.again, piece.first)
            piece.block.draw(canvas, frame.x, placed.top, piece.first, piece.last)
        if self.feet:
            y = frame.bottom + self.foot - _GAP
            canvas.artifact(rule(self._hairline, 0.5, frame.x, y + 5, _RULE))
            for foot in self.feet:
                foot.note.text.draw(canvas, frame.x, y, foot.first, foot.last)
                y -= foot.height
        canvas.showPage()
        self._start()

    def _start(self) -> None:
        self.placed, self.feet, self.foot = [], [], 0.0
        self._y, self._after = self.frame.top, 0.0
        carried, self._carried = self._carried, []
        rest = sum(foot.height for foot in carried)
        full = self.frame.height
        limit = full if rest > _CARRIED * full else _CARRIED * full
        for foot in carried:
            self._add_note(foot.note, foot.first, limit - self.foot)

    def _add_note(self, note: FootNote, first: int, room: float) -> None:
        """Put the note's lines from `first` on at the foot, as many as `room` takes; carry the rest."""
        count = len(note.text.parts)
        last = first  # earlier notes go first
        if not self._carried:
            last = first + self._lines_within(note, first, room - (0 if self.feet else _GAP))
            if last < count:
                last = min(last, count - _LEAST)
                last = last if last >= first + _LEAST else first
        if last > first:
            foot = Foot(note, first, last)
            self.foot += foot.height + (0 if self.feet else _GAP)
            self.feet.append(foot)
        if last < count:
            self._carried.append(Foot(note, last, count))

    @staticmethod
    def _lines_within(note: FootNote, first: int, room: float) -> int:
        number = 0
        for part in note.text.parts[first:]:
            room -= part.height
            if room < -_SLACK:
                break
            number += 1
        return number

    # ---- filling -----------------------------------------------------------------------------------------------------

    def _add(self, group: Group) -> bool:
        """Put the group on this page or the next. False where even an empty page cannot hold it together."""
        while True:
            if self._fits(group):
                self._put(group)
                return True
            if not self.placed and not self.feet:
                return False
            self._finish()

    def _add_apart(self, group: Group) -> None:
        for piece in group:
            for at in range(piece.first, piece.last):
                part = [Slice(piece.block, at, at + 1)]
                if not self._add(part):
                    self._put(part)  # a row taller than a page has nowhere else to go

    def _add_uncited(self, notes: Iterable[FootNote]) -> None:
        for note in notes:
            if not note.placed:
                note.text.wrap(self.frame.width, self.frame.height)
                note.placed = True
                self._add_note(note, 0, self._room)

    @property
    def _room(self) -> float:
        return self._y - self.frame.bottom - self.foot

    def _fits(self, group: Group) -> bool:
        notes = self._new_notes(group)
        room = self._room - self._height(group)
        if room < -_SLACK or (notes and self._carried):
            return False
        if not notes:
            return True
        full = self.frame.height
        room -= 0 if self.feet else _GAP
        room -= sum(note.height for note in notes[:-1])
        last = notes[-1]
        if room + _SLACK >= last.height:
            return True
        can_be_cut = room >= _LEAST * _leading(last) and len(last.text.parts) >= 2 * _LEAST
        if can_be_cut and (not self.placed or (last.height > full / 3 and room > full / 8)):
            return True
        if len(group) == 1 and group[0].last - group[0].first == 1:  # one line, its notes too much for a page
            room = self._room - self._height(group)
            return not self.placed or (sum(note.height for note in notes) > full and room > full / 8)
        return False

    def _new_notes(self, group: Group) -> list[FootNote]:
        found: list[FootNote] = []
        for piece in group:
            for part in piece.parts:
                for note in part.notes:
                    if not note.placed and note not in found:
                        note.text.wrap(self.frame.width, self.frame.height)
                        found.append(note)
        return found

    def _height(self, group: Group) -> float:
        height, after, first = 0.0, self._after, not self.placed
        for piece in group:
            height += self._space(piece, after, first=first) + piece.height
            after, first = piece.block.after, False
        return height

    @staticmethod
    def _space(piece: Slice, after: float, *, first: bool) -> float:
        """Room above a slice: what is repeated at the head of a page, or the larger of two blocks' spaces."""
        if first:
            return piece.block.again(piece.first)
        return max(after, piece.block.before) if piece.first == 0 else 0

    def _put(self, group: Group) -> None:
        notes = self._new_notes(group)
        for piece in group:
            again = 0 if self.placed else piece.block.again(piece.first)
            self._y -= self._space(piece, self._after, first=not self.placed)
            last = self.placed[-1] if self.placed else None
            if last and last.piece.block is piece.block and last.piece.last == piece.first:
                last.piece.last = piece.last
            else:
                self.placed.append(Placed(Slice(piece.block, piece.first, piece.last), self._y, again))
            self._y -= piece.height
            self._after = piece.block.after
        for note in notes:
            note.placed = True
            self._add_note(note, 0, self._room)


def _leading(note: FootNote) -> float:
    return note.text.parts[0].height


def groups(story: Iterable[Block | NewPage], frame: Frame) -> Iterator[Group | None]:
    """Slices with no break allowed between or inside them; None for a new page."""
    group: Group = []
    for block in story:
        if isinstance(block, NewPage):
            if group:
                yield group
            group = []
            yield None
            continue
        block.wrap(frame.width, frame.height)
        first = 0
        for last, part in enumerate(block.parts, 1):
            if not part.keep:
                group.append(Slice(block, first, last))
                yield group
                group, first = [], last
        if first < len(block.parts):
            group.append(Slice(block, first, len(block.parts)))
    if group:
        yield group
