"""A run: words set alike, and what they are in the structure tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import literal

if TYPE_CHECKING:
    from brief.render.pdf.font import Font, Words
    from brief.render.pdf.part import FootNote
    from brief.render.pdf.structure import Element, Target

NEW_LINE = "\n"
"""The text of a run that ends its line."""


@dataclass(slots=True, eq=False)
class Run:
    """Words in one font, size and colour. Lengths are in points.

    `element` is None where the words are their block's own. `note` is the note whose mark the run is, `anchor` a name
    for the spot where it stands, `stroke` the line that thickens letters of a face without a bold. A run with a `dot`
    has no words: it is a disc of that colour before the word that follows.
    """

    text: str
    font: Font
    size: float
    colour: str
    rise: float = 0
    tracking: float = 0
    stroke: float = 0
    capitals: bool = False
    element: Element | None = None
    link: Target | None = None
    note: FootNote | None = None
    anchor: str = ""
    dot: str = ""

    @property
    def words(self) -> Words:
        """The words of its font, as it shows them."""
        return self.font.capitals if self.capitals else self.font.words

    def width(self, text: str) -> float:
        """The width of `text` set as this run is."""
        if self.dot:
            return self.size * 0.85
        words = self.words
        if " " not in text:
            return words[text][0] * self.size + len(text) * self.tracking
        width = sum([words[word][0] for word in text.split(" ")]) + text.count(" ") * words[" "][0]
        return width * self.size + len(text) * self.tracking

    def shown(self, text: str) -> str:
        """The operators that draw `text` word by word, as it was measured.

        Where letters stand apart, what they say is given beside them: a reader that goes by gaps would part them.
        """
        words = self.words
        if " " not in text:
            drawn = f"[{words[text][1]}]TJ"
        else:
            drawn = f"[{words[' '][1].join([words[word][1] for word in text.split(' ')])}]TJ"
        if not self.tracking or text.isspace():
            return drawn
        return f"/Span <</ActualText{literal(text)}>> BDC {drawn} EMC"


Segment = tuple[Run, str]
"""What a run has on one line."""
