"""How a brief looks: frozen and complete, so that a renderer opens no file and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Literal

from brief.style.letterhead import Letterhead

if TYPE_CHECKING:
    from brief.style.scheme import Colour, Scheme
    from brief.tree import Tone

NUMBER_HANG = 28.0
"""Points by which the number of a paragraph hangs in the left margin."""

LIST_MARKS = ("•", "\u2013")
"""What stands before the items of lists that are not numbered, by depth; the last for all that is deeper."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `content` is TrueType or OpenType (CFF); `name` is its PostScript name."""

    name: str
    content: bytes = field(repr=False)
    outlines: Literal["truetype", "cff"] = "truetype"


@dataclass(frozen=True, slots=True)
class Family:
    """The faces of a family. `name` is its name in a DOCX, `substitutes` what Word may take where it is absent."""

    name: str
    regular: Face
    italic: Face
    bold: Face
    bold_italic: Face
    substitutes: tuple[str, ...] = ()
    generic: Literal["roman", "swiss"] = "roman"

    @property
    def faces(self) -> tuple[Face, Face, Face, Face]:
        """Its four faces."""
        return self.regular, self.italic, self.bold, self.bold_italic


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins, in points."""

    width: float = 595.28
    height: float = 841.89
    left: float = 85
    right: float = 85
    top: float = 85
    bottom: float = 79.4

    @property
    def measure(self) -> float:
        """Width of the text, in points."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of paragraph is set. Sizes and spaces in points; `leading` is the distance of its lines."""

    family: Literal["serif", "sans"]
    size: float
    leading: float
    colour: Colour = "#1a1a1a"
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    tracking: float = 0  # added between letters
    capitals: bool = False  # shown in capitals; the words stay as they are


@dataclass(frozen=True, slots=True)
class Colours:
    """The palette beside the colours of the text styles."""

    structure: Colour = "#1b365d"  # rules above and below heads, bars
    tint: Colour = "#eef2f7"  # behind the bottom line
    hairline: Colour = "#c3ccd6"
    link: Colour = "#1b365d"
    open: Colour = "#b7791f"  # dots of status
    moving: Colour = "#2b6cb0"
    closed: Colour = "#4a7c59"


@dataclass(frozen=True, slots=True)
class Texts:
    """One style for each kind of text the tree knows."""

    body: TextStyle
    paragraph_number: TextStyle
    small: TextStyle
    title: TextStyle
    subtitle: TextStyle
    kicker: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    heading4: TextStyle
    part: TextStyle
    table: TextStyle
    table_head: TextStyle
    caption: TextStyle
    note: TextStyle
    running: TextStyle
    fact_term: TextStyle
    fact: TextStyle
    header_term: TextStyle
    header: TextStyle
    callout_title: TextStyle
    contents: TextStyle
    quote: TextStyle
    attribution: TextStyle


@dataclass(frozen=True, slots=True)
class Style:
    """A house's look, whole. `fallbacks` are faces for characters the two families lack, in order."""

    page: Page
    serif: Family
    sans: Family
    fallbacks: tuple[Face, ...]
    texts: Texts
    colours: Colours
    scheme: Scheme
    east_asian: str = "Noto Sans KR"  # the family a DOCX names for Hangul
    embed_faces: bool = False  # whether a DOCX holds the faces of the two families
    numbered_paragraphs: bool = False
    section_mark: str = ""  # before the title of every section, instead of its number
    list_marks: tuple[str, ...] = LIST_MARKS  # before the items of bullet lists, by depth; the last for all below
    letterhead: Letterhead = field(default_factory=Letterhead)

    def for_hangul(self, serif: str) -> Style:
        """The look of a document in Korean: text in the house's `serif`, which has no Hangul, is set in the sans.

        The face that stands in for Hangul has no serifs, and letters and figures beside it have none either. Where the
        family of a template takes the place of the house's, the look stays.
        """
        if self.serif.name != serif:
            return self
        changed = {
            each.name: replace(text, family="sans")
            for each in fields(self.texts)
            if (text := getattr(self.texts, each.name)).family == "serif"
        }
        return replace(self, texts=replace(self.texts, **changed))

    def list_mark(self, depth: int) -> str:
        """What stands before an item of a bullet list on this depth, from 0."""
        return self.list_marks[min(depth, len(self.list_marks) - 1)]

    def tone(self, tone: Tone) -> Colour:
        """The colour of a tone of a drawing."""
        match tone:
            case "text":
                return self.texts.body.colour
            case "secondary":
                return self.texts.small.colour
            case _:
                found: Colour = getattr(self.colours, tone)
                return found
