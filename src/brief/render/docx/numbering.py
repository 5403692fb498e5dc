"""Automatic numbers of sections, annexes, paragraphs and lists: an editor in Word moves a paragraph and they follow.

A list of the tree is a `w:num`. Lists of one kind share a `w:abstractNum`; every ordered list after the first of its
kind has its own `w:num` that starts again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from brief.render.docx.escape import DECLARATION, W, escape
from brief.render.docx.lettering import letters
from brief.render.docx.paragraph import Numbering, colour
from brief.render.docx.units import twips
from brief.style import NUMBER_HANG
from brief.walk import headings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.style import Style
    from brief.tree import Document

Kind = Literal["bullet", "number", "source"]

SECTIONS: Final = 1
ANNEXES: Final = 2
_PLAIN: Final[dict[Kind, int]] = {"bullet": 3, "number": 4, "source": 5}
_BOXED: Final[dict[Kind, int]] = {"bullet": 6, "number": 7, "source": 8}
PARAGRAPHS: Final = 9
_FIRST_FREE: Final = 10

LEVELS: Final = 9  # ECMA-376 Part 1, 17.9.3: a list has nine levels
STEP: Final = 17.0  # points by which a level stands further in
INSET: Final = 12.0  # points between the edge of a box and its words
QUOTE: Final = 16.0  # points by which a quotation stands in
_HANGING: Final[dict[Kind, float]] = {"bullet": 9.0, "number": 17.0, "source": 20.0}
_FORMATS: Final = {"bullet": ("bullet", ""), "number": ("decimal", "%{}."), "source": ("decimal", "[%{}]")}
_STYLES: Final[dict[Kind, tuple[str, ...]]] = {
    "bullet": ("ListBullet", "ListBullet2", "ListBullet3"),
    "number": ("ListNumber", "ListNumber2", "ListNumber3"),
    "source": ("SourceList",),
}
_SIZE: Final = 10.5  # points of letters for which the room of labels and the steps are
_WIDE_MARK: Final = 15.0
_WIDE_SIGNS: Final = "\u2460"  # from enclosed figures and geometric shapes on
_DIGIT: Final = 0.53  # ems of a bold digit
_BEHIND_NUMBER: Final = 0.4  # ems between the number of a section and its title
_WIDE: Final = "\u2002"  # an en space: it parts a number from its title where no tab does


class Start(NamedTuple):
    """A list that begins anew: its `w:numId`, what it is a list of, and the level it stands on."""

    list: int
    abstract: int
    level: int


@dataclass(slots=True)
class Lists:
    """Hands out the numbers of lists; `starts` are those that begin a count anew."""

    starts: list[Start] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)

    def begin(self, kind: Kind, depth: int, *, boxed: bool) -> Numbering:
        """The numbering of a new list on this depth, from 0."""
        abstract = (_BOXED if boxed else _PLAIN)[kind]
        level = min(depth, LEVELS - 1)
        if kind == "bullet" or abstract not in self.begun:
            self.begun.add(abstract)
            return Numbering(abstract, level)
        start = Start(_FIRST_FREE + len(self.starts), abstract, level)
        self.starts.append(start)
        return Numbering(start.list, level)


def base(kind: Kind) -> int:
    """The list that the style of this kind belongs to."""
    return _PLAIN[kind]


def is_styled(kind: Kind, numbering: Numbering) -> bool:
    """Whether the style of a list already says this numbering."""
    return numbering.list == _PLAIN[kind] and numbering.level < len(_STYLES[kind])


def text_indent(kind: Kind, level: int, style: Style, *, boxed: bool) -> float:
    """Where the words of an item stand, in points from the left margin."""
    return _hanging(kind, style) + STEP * _scale(style) * level + (INSET if boxed else 0)


def _hanging(kind: Kind, style: Style) -> float:
    """The room of a label: signs such as ○ are as wide as a letter of Hangul."""
    wide = kind == "bullet" and any(mark >= _WIDE_SIGNS for mark in style.list_marks)
    return (_WIDE_MARK if wide else _HANGING[kind]) * _scale(style)


def _scale(style: Style) -> float:
    """Labels and steps are for letters of the size of the house's body text, and grow with them."""
    return style.texts.body.size / _SIZE


def annex_label(document: Document) -> str:
    """The number of the first annex as it is printed: "Annex A"."""
    return next((h.number for h in headings(document) if h.kind == "annex" and h.number), "Annex A")


def section_digits(document: Document) -> int:
    """How many digits the longest number of a section has."""
    return max((len(h.number) for h in headings(document) if h.kind == "section" and h.level == 1), default=1)


def part_label(document: Document) -> str:
    """The number of the first part as it is printed, "Part 1"; "" where the document has no parts."""
    return next((h.number for h in headings(document) if h.kind == "part" and h.number), "")


def numbering_xml(style: Style, document: Document, starts: Iterable[Start]) -> str:
    """`numbering.xml`: every abstract list before the first list, as the schema asks for."""
    sections = _sections(section_digits(document), part_label(document), style)
    abstracts = [sections, _annexes(annex_label(document)), _paragraphs(style)]
    for boxed, ids in ((False, _PLAIN), (True, _BOXED)):
        abstracts += [_abstract(number, _list_levels(kind, style, boxed=boxed)) for kind, number in ids.items()]
    lists = [f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, _FIRST_FREE)]
    return f"{DECLARATION}<w:numbering {W}>{''.join((*abstracts, *lists, *map(_start, starts)))}</w:numbering>"


def _start(start: Start) -> str:
    anew = f'<w:lvlOverride w:ilvl="{start.level}"><w:startOverride w:val="1"/></w:lvlOverride>'
    return f'<w:num w:numId="{start.list}"><w:abstractNumId w:val="{start.abstract}"/>{anew}</w:num>'


def _abstract(number: int, levels: Iterable[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


class _Level(NamedTuple):
    level: int
    shape: str
    text: str
    left: float = 0
    hanging: float = 0
    style: str = ""
    letters: str = ""
    spaced: bool = False  # a space follows the number, not a tab
    spare: float = 0  # a stop for numbers that go beyond the indent

    def xml(self) -> str:
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        behind = '<w:suff w:val="space"/>' if self.spaced else ""
        letters = f"<w:rPr>{self.letters}</w:rPr>" if self.letters else ""
        return (
            f'<w:lvl w:ilvl="{self.level}"><w:start w:val="1"/><w:numFmt w:val="{self.shape}"/>{style}{behind}'
            f'<w:lvlText w:val="{escape(self.text)}"/><w:lvlJc w:val="left"/>'
            f"{'' if self.spaced else self._indent()}{letters}</w:lvl>"
        )

    def _indent(self) -> str:
        spare = f'<w:tab w:val="left" w:pos="{twips(self.spare)}"/>' if self.spare else ""
        return (
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{twips(self.left)}"/>{spare}</w:tabs>'
            f'<w:ind w:left="{twips(self.left)}" w:hanging="{twips(self.hanging)}"/></w:pPr>'
        )


def _sections(digits: int, part: str, style: Style) -> str:
    """Only the numbers of level 1 stand before a tab: they are short, and Word takes the tab over into its contents.

    The titles stand where a number of so many digits ends; one digit more has a stop of its own. Where the document has
    parts, they are of level 1, and their numbers have words.
    """
    size = style.texts.heading1.size
    gap, spare = ((_DIGIT * count + _BEHIND_NUMBER) * size for count in (digits, digits + 1))
    first = _Level(0, "decimal", "%1", gap, gap, "Heading1", spare=spare)
    if part:
        first = _Level(0, "decimal", part.replace("1", "%1", 1) + _WIDE, style="Heading1", spaced=True)
    second = _Level(1, "decimal", f"%1.%2{_WIDE}", style="Heading2Numbered", spaced=True)
    third = _Level(2, "decimal", f"%1.%2.%3{_WIDE}", style="Heading3Numbered", spaced=True)
    fourth = _Level(3, "decimal", f"%1.%2.%3.%4{_WIDE}", style="Heading4Numbered", spaced=True)
    return _abstract(SECTIONS, (level.xml() for level in (first, second, third, fourth)))


def _annexes(label: str) -> str:
    """The word of an annex is the document's; its letter or number becomes automatic."""
    word, _, counter = label.rpartition(" ")
    shape = "decimal" if counter.isdecimal() else "ganada" if counter == "가" else "upperLetter"
    text = f"{word} %1".strip() + _WIDE
    return _abstract(ANNEXES, (_Level(0, shape, text, style="AnnexHeading", spaced=True).xml(),))


def _paragraphs(style: Style) -> str:
    """The numbers of paragraphs hang in the margin."""
    look = letters(style.texts.paragraph_number, style)
    return _abstract(PARAGRAPHS, (_Level(0, "decimal", "%1.", 0, NUMBER_HANG, "NumberedParagraph", look).xml(),))


def _list_levels(kind: Kind, style: Style, *, boxed: bool) -> list[str]:
    shape, text = _FORMATS[kind]
    names = _STYLES[kind]
    look = ""
    if kind == "bullet":
        face = escape(style.sans.name)
        look = (
            f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
            f'<w:color w:val="{colour(style.colours.structure)}"/>'
        )
    return [
        _Level(
            level,
            shape,
            style.list_mark(level) if kind == "bullet" else text.format(level + 1),
            text_indent(kind, level, style, boxed=boxed),
            _hanging(kind, style),
            names[level] if level < len(names) and not boxed else "",
            look,
        ).xml()
        for level in range(LEVELS)
    ]
