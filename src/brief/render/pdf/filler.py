"""The page filler: lays blocks on pages, and notes at the foot of the page that cites them first.

Blocks come in groups that no page may break. A group and the notes it is the first to cite go on this page or on the
next; a group too tall for an empty page is taken apart. Only the last note of a page may be cut: its rest goes on at
the foot of the next page, where it leaves the text some room.

A page may run up to a line long where the next group would else leave much of it white. How far pages are filled, and
how much of the space between blocks is given up, is the `Fit`; see `paginate` for who chooses it.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from brief.render.pdf.pages import NOTE_GAP, Foot, Page, Placed
from brief.render.pdf.part import Slice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.render.pdf.pages import Frame
    from brief.render.pdf.part import Block, FootNote

LONGEST = 12.0
"""The most that a page may run below its frame: about a line, and half the way to the rule at the foot."""
_WHITE = 0.08  # of a page: what may stay empty before the page runs long instead
_SLACK = 0.01
_CARRIED = 0.7  # the most of a page that notes of earlier pages may take, if they can end there at all
_LEAST = 2  # lines of a note on either side of a cut


@dataclass(frozen=True, slots=True)
class Group:
    """Slices with no break allowed between or inside them, the height of each, and the notes they cite, each once."""

    slices: list[Slice]
    heights: list[float]
    notes: tuple[FootNote, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How pages are filled: points below the frame that every page may use (above it where less than 0), and the part
    of the space between blocks that stays.

    The page of the number `endless` takes all that is left, however long it becomes; 0: each ends.
    """

    below: float = 0
    space: float = 1
    endless: int = 0


class Filler:
    """Pages in the making. Groups are put on the page at hand; `finish` ends it."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.fit = frame, Fit()
        self.pages: list[Page] = []
        self.placed: list[Placed] = []
        self.feet: list[Foot] = []
        self.foot = 0.0  # height of the notes
        self.carried: list[Foot] = []  # for the next page
        self._taken: set[FootNote] = set()  # notes that stand on a page, or are carried to one
        self._limit = self._y = 0.0
        self._after = 0.0
        self._begin()

    def fork(self, fit: Fit) -> Filler:
        """The same pages, to be filled on by `fit`. The page at hand must not hold text yet."""
        other = copy(self)
        other.branch(fit)
        return other

    def branch(self, fit: Fit) -> None:
        """Let go of what another filler holds too, and fill on by `fit`."""
        self.pages, self.carried, self._taken = self.pages.copy(), self.carried.copy(), self._taken.copy()
        self.placed, self.feet = [], self.feet.copy()
        self.fit = fit
        self._limit = self._lowest

    @property
    def _lowest(self) -> float:
        """How far down the page at hand may be filled."""
        return -inf if len(self.pages) + 1 == self.fit.endless else self.frame.bottom - self.fit.below

    @property
    def filled(self) -> float:
        """The part of the page at hand that text and notes take."""
        return (self.frame.top - self._y + self.foot) / self.frame.height

    def fill(self, groups: Iterable[Group]) -> None:
        """Lay groups on the page at hand and on as many more as they need."""
        for group in groups:
            if not self._add(group):
                self._add_apart(group)

    def add_uncited(self, notes: Iterable[FootNote]) -> None:
        """Notes that nothing cites stand at the foot of the last page."""
        for note in notes:
            if note not in self._taken:
                note.text.wrap(self.frame.width, self.frame.height)
                self._taken.add(note)
                self._add_note(note, 0, self._room)

    # ---- a page ------------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """End the page at hand. What is carried stands on the next already."""
        usual = self.frame.bottom
        bottom = min(usual, max(self._y - self.foot, usual - LONGEST))
        self.pages.append(Page(self.placed, self.feet, bottom, self.filled))
        self._begin()

    def _begin(self) -> None:
        self.placed, self.feet, self.foot = [], [], 0.0
        self._y, self._after, self._limit = self.frame.top, 0.0, self._lowest
        carried, self.carried = self.carried, []
        rest = sum(foot.height for foot in carried)
        full = self.frame.height
        limit = full if rest > _CARRIED * full else _CARRIED * full
        limit = inf if self._limit == -inf else limit
        for foot in carried:
            self._add_note(foot.note, foot.first, limit - self.foot)

    def _add_note(self, note: FootNote, first: int, room: float) -> None:
        """Put the note's lines from `first` on at the foot, as many as `room` takes; carry the rest."""
        count = len(note.text.parts)
        last = first  # earlier notes go first
        if not self.carried:
            last = first + self._lines_within(note, first, room - (0 if self.feet else NOTE_GAP))
            if last < count:
                last = min(last, count - _LEAST)
                last = last if last >= first + _LEAST else first
        if last > first:
            foot = Foot(note, first, last)
            self.foot += foot.height + (0 if self.feet else NOTE_GAP)
            self.feet.append(foot)
        if last < count:
            self.carried.append(Foot(note, last, count))

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
            if self._fits(group) or self._fits_long(group):
                self._put(group)
                return True
            if not self.placed and not self.feet:
                return False
            self.finish()

    def _fits_long(self, group: Group) -> bool:
        """Whether the group fits where the page runs long, and is worth it."""
        if not self.placed or self._room < _WHITE * self.frame.height:
            return False
        usual, self._limit = self._limit, self.frame.bottom - LONGEST
        if self._fits(group):
            return True
        self._limit = usual
        return False

    def _add_apart(self, group: Group) -> None:
        for piece in group.slices:
            for at in range(piece.first, piece.last):
                part = _group([Slice(piece.block, at, at + 1)], self.frame)
                if not self._add(part):
                    self._put(part)  # a row taller than a page has nowhere else to go

    @property
    def _room(self) -> float:
        return self._y - self._limit - self.foot

    def _fits(self, group: Group) -> bool:
        notes = self._new_notes(group)
        room = self._room - self._height(group)
        if room < -_SLACK or (notes and self.carried):
            return False
        if not notes:
            return True
        full = self.frame.height
        room -= 0 if self.feet else NOTE_GAP
        room -= sum(note.height for note in notes[:-1])
        last = notes[-1]
        if room + _SLACK >= last.height:
            return True
        can_be_cut = room >= _LEAST * _leading(last) and len(last.text.parts) >= 2 * _LEAST
        if can_be_cut and (not self.placed or (last.height > full / 3 and room > full / 8)):
            return True
        first = group.slices[0]
        if len(group.slices) == 1 and first.last - first.first == 1:  # one line, its notes too much for a page
            room = self._room - self._height(group)
            return not self.placed or (sum(note.height for note in notes) > full and room > full / 8)
        return False

    def _new_notes(self, group: Group) -> list[FootNote]:
        return [note for note in group.notes if note not in self._taken] if group.notes else []

    def _height(self, group: Group) -> float:
        height, after, first = 0.0, self._after, not self.placed
        for piece, own in zip(group.slices, group.heights, strict=True):
            height += self._space(piece, after, first=first) + own
            after, first = piece.block.after, False
        return height

    def _space(self, piece: Slice, after: float, *, first: bool) -> float:
        """Room above a slice: what is repeated at the head of a page, or the larger of two blocks' spaces."""
        if first:
            return piece.block.again(piece.first)
        return max(after, piece.block.before) * self.fit.space if piece.first == 0 else 0

    def _put(self, group: Group) -> None:
        notes = self._new_notes(group)
        for piece, own in zip(group.slices, group.heights, strict=True):
            again = 0 if self.placed else piece.block.again(piece.first)
            self._y -= self._space(piece, self._after, first=not self.placed)
            last = self.placed[-1] if self.placed else None
            if last and last.piece.block is piece.block and last.piece.last == piece.first:
                last.piece.last = piece.last
            else:
                self.placed.append(Placed(Slice(piece.block, piece.first, piece.last), self._y, again))
            self._y -= own
            self._after = piece.block.after
        for note in notes:
            self._taken.add(note)
            self._add_note(note, 0, self._room)


def _leading(note: FootNote) -> float:
    return note.text.parts[0].height


def groups(story: Iterable[Block], frame: Frame) -> list[Group]:
    """The groups of a story, measured for pages of this frame, and the notes they cite too."""
    found: list[Group] = []
    slices: list[Slice] = []
    for block in story:
        block.wrap(frame.width, frame.height)
        first = 0
        for last, part in enumerate(block.parts, 1):
            if not part.keep:
                slices.append(Slice(block, first, last))
                found.append(_group(slices, frame))
                slices, first = [], last
        if first < len(block.parts):
            slices.append(Slice(block, first, len(block.parts)))
    if slices:
        found.append(_group(slices, frame))
    return found


def _group(slices: list[Slice], frame: Frame) -> Group:
    parts = [piece.parts for piece in slices]
    notes = tuple(dict.fromkeys([note for pieces in parts for part in pieces for note in part.notes]))
    for note in notes:
        note.text.wrap(frame.width, frame.height)
    return Group(slices, [sum([part.height for part in pieces]) for pieces in parts], notes)
