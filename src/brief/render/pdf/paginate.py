"""A story to pages, with no last page nearly empty and no other largely white, where that can be had.

The story is laid out between its page breaks. Where its last page of several is filled less than nearly half, or more
than a sixth of another stays white, the same groups are laid out again: first tighter, each page up to a line longer
and the space between blocks smaller; then looser, each page some lines shorter. The first layout without such a fault
is taken, or else the first with the least. Blocks are wrapped once, so that a further layout costs little.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from brief.render.pdf.filler import LONGEST, Filler, Fit, groups
from brief.render.pdf.part import NewPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.pdf.filler import Group
    from brief.render.pdf.pages import Frame, Page
    from brief.render.pdf.part import Block, FootNote

LEAST_FILLED = 1 / 3
"""The part of a last page below which it counts as nearly empty."""
WELL_FILLED = 0.45
"""The part of a last page from which it is well filled."""
MOST_WHITE = 1 / 6
"""The part of any other page above which its white counts as large."""
_TIGHTEST = 0.7
"""The part of the space between blocks that stays at least."""
_FITS = (
    Fit(),
    *(Fit(LONGEST / 2, 0.9), Fit(LONGEST, 0.8), Fit(LONGEST, _TIGHTEST)),
    *(Fit(-12.0), Fit(-24.0), Fit(-36.0), Fit(-48.0), Fit(-72.0), Fit(-96.0)),
)


def paginate(story: Iterable[Block | NewPage], notes: Iterable[FootNote], frame: Frame) -> list[Page]:
    """The pages, at least one, to the last line of the last note; `notes` that nothing cites stand at the end."""
    filler = Filler(frame)
    for blocks in _between_breaks(story):
        if filler.placed:
            filler.finish()
        filler = _fitted(filler, groups(blocks, frame))
    filler.add_uncited(notes)
    while filler.placed or filler.feet or filler.carried or not filler.pages:
        filler.finish()
    return filler.pages


def beyond(story: Iterable[Block | NewPage], notes: Iterable[FootNote], frame: Frame, limit: float) -> float:
    """Points of text by which a story is longer than `limit` pages hold; below 0 where it is shorter.

    What would stand on the last of them, were it endless, is set against what that page holds. A whole page is filled
    and squeezed as far as `paginate` goes, half of one is neither. Blocks are wrapped anew.
    """
    last = ceil(limit)
    whole = limit == last
    filler = Filler(frame).fork(Fit(LONGEST, _TIGHTEST, last) if whole else Fit(endless=last))
    for blocks in _between_breaks(story):
        if filler.placed and len(filler.pages) + 1 < last:
            filler.finish()
        filler.fill(groups(blocks, frame))
    filler.add_uncited(notes)
    while filler.carried:
        filler.finish()
    on_last = filler.filled if len(filler.pages) + 1 == last else 0
    return (on_last - (limit - last + 1)) * frame.height - (LONGEST if whole else 0)


def _between_breaks(story: Iterable[Block | NewPage]) -> Iterator[list[Block]]:
    blocks: list[Block] = []
    for block in story:
        if isinstance(block, NewPage):
            yield blocks
            blocks = []
        else:
            blocks.append(block)
    yield blocks


def _fitted(start: Filler, story: list[Group]) -> Filler:
    """The story laid out from `start` in the first way that has the least faults."""
    best, least, usual = start, 9.0, 0
    for fit in _FITS:
        filler = start.fork(fit)
        filler.fill(story)
        usual = usual or len(filler.pages)
        faults = _faults(filler, len(start.pages)) + len(filler.pages) - usual
        if faults < least:
            best, least = filler, faults
        if least <= 0:
            break
    return best


def _faults(filler: Filler, first: int) -> float:
    """From 0. An end weighs the more the emptier it is: more than white areas before it where it is nearly empty, and
    less where it is not. White areas weigh as much as a page.

    `first` is where the pages at hand begin.
    """
    whole = filler.pages[first:]
    white = any(1 - page.filled > MOST_WHITE for page in whole)
    if not whole or filler.carried:
        return float(white)
    if filler.filled < LEAST_FILLED:
        return 3 - filler.filled + white
    return max(WELL_FILLED - filler.filled, 0) + white
