"""The page of a letterhead and what stands in its margins: paper, words at head and foot, the logo."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from brief.letterhead.codes import only_shows
from brief.letterhead.names import MC, WP, A, R, V, W, is_on, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.opc import Package

Align = Literal["left", "centre", "right"]
_Order = Literal["picture first", "words first"]

LONGEST = 160
"""Characters of a line that are kept."""

_SIDES: Mapping[str, Align] = {"center": "centre", "right": "right", "end": "right"}
_PAGE = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_SHORT = 24  # characters beside a page number that count as part of it: "Page  of "


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a margin: its part and bytes, its width in points where it has one, its position, what it shows."""

    part: str
    content: bytes = field(repr=False)
    width: float = 0
    position: Align = "left"
    alt: str = ""
    alone: bool = False  # words stand below it, not beside it


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer: its lines, how they are aligned, its first picture, why others could not be read, and whether
    its words are set beside the picture.
    """

    lines: tuple[str, ...] = ()
    align: Align = "left"
    picture: Picture | None = None
    lost: tuple[str, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """The page of a letterhead, in points where it says so, and what stands on its first page and on the later ones."""

    lengths: Mapping[str, float]
    head: Margin = Margin()
    foot: Margin = Margin()
    later_head: Margin = Margin()
    later_foot: Margin = Margin()


def section_of(package: Package) -> Any:
    """The properties of the first section, or None: later ones are what follows a letterhead."""
    return next(package.xml(package.main).iter(f"{W}sectPr"), None)


def margin_parts(package: Package, section: Any) -> dict[tuple[str, str], str]:
    """The parts of a section's headers and footers, by "header" or "footer" and "default" or "first"."""
    if section is None:
        return {}
    targets = {one.id: one.target for one in package.relationships(package.main) if not one.external}
    first = is_on(section.find(f"{W}titlePg"))
    found = {}
    for kind in ("header", "footer"):
        for reference in section.findall(f"{W}{kind}Reference"):
            where = value(reference, "type") or "default"
            part = targets.get(reference.get(f"{R}id") or "", "")
            if part and (where == "default" or (where == "first" and first)):
                found[kind, where] = part
    return found


def read_sides(package: Package) -> Sides:
    """Page, heads and feet of a letterhead; the first page has none of its own where it is said to and has no part."""
    section = section_of(package)
    parts = margin_parts(package, section)
    lengths = dict(_lengths(section))
    measure = lengths.get("width", 595) - lengths.get("left", 72) - lengths.get("right", 72)
    later = [_margin(package, parts.get((kind, "default"), ""), measure) for kind in ("header", "footer")]
    first = later
    if section is not None and is_on(section.find(f"{W}titlePg")):
        first = [_margin(package, parts.get((kind, "first"), ""), measure) for kind in ("header", "footer")]
    return Sides(lengths, *first, *later)


def _lengths(section: Any) -> Iterator[tuple[str, float]]:
    if section is None:
        return
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    named = ((size, "w", "width"), (size, "h", "height"))
    sides = ((margins, side, side) for side in ("left", "right", "top", "bottom", "header"))
    for element, name, key in (*named, *sides):
        if (twips := whole(value(element, name))) is not None:
            yield key, abs(twips) / 20  # a margin below 0 holds whatever the header asks for


def _margin(package: Package, part: str, measure: float) -> Margin:
    if not part:
        return Margin()
    root = package.xml(part)
    without_fallbacks(root)
    paragraphs = [(p, _words(p)) for p in root.iter(f"{W}p")]
    spoken = [(p, line) for p, words in paragraphs if not is_page_number(p) and only_shows(p) for line in words]
    align = _SIDES.get(value(spoken[0][0].find(f"{W}pPr/{W}jc")), "left") if spoken else "left"
    drawn, name, lost = _drawn(package, part, root)
    picture = None if drawn is None else _picture(package, name, drawn, measure)
    margin = Margin(tuple(line for _, line in spoken), align, picture, lost)
    return _parted(margin, picture, drawn, spoken[0][0]) if spoken and picture else margin


def _parted(margin: Margin, picture: Picture, drawn: Any, paragraph: Any) -> Margin:
    """The margin, its picture and words on either side, where a table or a tab sets both beside each other."""
    if picture.position != margin.align or next(drawn.iterancestors(f"{WP}anchor"), None) is not None:
        return margin
    order = _by_cells(drawn, paragraph) or _by_tab(drawn, paragraph)
    if not order:
        return margin
    position: Align = "left" if order == "picture first" else "right"
    align: Align = "right" if order == "picture first" else "left"
    return replace(margin, align=align, picture=replace(picture, position=position, alone=False), beside=True)


def _by_cells(drawn: Any, paragraph: Any) -> _Order | None:
    """Which comes first where picture and words stand in two cells of one row."""
    ours, theirs = (next(element.iterancestors(f"{W}tc"), None) for element in (drawn, paragraph))
    if ours is None or theirs is None or ours is theirs or ours.getparent() is not theirs.getparent():
        return None
    row = list(ours.getparent())
    return "picture first" if row.index(ours) < row.index(theirs) else "words first"


def _by_tab(drawn: Any, paragraph: Any) -> _Order | None:
    """Which comes first where a tab stands between the picture and words of one paragraph."""
    pieces = [element for element in paragraph.iter(drawn.tag, f"{W}tab", f"{W}t") if _counts(element)]
    kinds = "".join("p" if one is drawn else "t" if one.tag == f"{W}tab" else "w" for one in pieces)
    return "picture first" if "pt" in kinds else "words first" if "tp" in kinds and "w" in kinds else None


def _counts(element: Any) -> bool:
    """Whether it stands in the line: a stop of the paragraph does not, nor do words that are blank."""
    if element.tag == f"{W}tab":
        return bool(element.getparent().tag == f"{W}r")
    return element.tag != f"{W}t" or bool((element.text or "").strip())


def without_fallbacks(root: Any) -> None:
    """Take away what is there for older programs, and would be read twice."""
    for fallback in list(root.iter(f"{MC}Fallback")):
        fallback.getparent().remove(fallback)


def is_page_number(paragraph: Any) -> bool:
    """Whether a paragraph is there for the number of the page: a brief has its own."""
    codes = " ".join(field.text or "" for field in paragraph.iter(f"{W}instrText")).split()
    codes += [word for simple in paragraph.iter(f"{W}fldSimple") for word in value(simple, "instr").split()]
    said = "".join(words.text or "" for words in paragraph.iter(f"{W}t"))
    return any(code in _PAGE for code in codes) and len(said) <= _SHORT


def _words(paragraph: Any) -> list[str]:
    """The lines of a paragraph; a tab is wide white, and words of a text box are those of its own paragraphs."""
    pieces = []
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
        above = next(element.iterancestors(f"{W}p"), None)
        if above is not paragraph or element.getparent().tag != f"{W}r":
            continue
        match element.tag.removeprefix(W):
            case "t":
                pieces.append(element.text or "")
            case "tab":
                pieces.append("\t")
            case _:
                pieces.append("\n")
    lines = ("   ".join(" ".join(part.split()) for part in line.split("\t")) for line in "".join(pieces).split("\n"))
    shown = ("".join(letter for letter in line if letter.isprintable()).strip() for line in lines)
    return [line[:LONGEST] for line in shown if line]


def _drawn(package: Package, part: str, root: Any) -> tuple[Any, str, tuple[str, ...]]:
    """The first element that draws a picture of the file and the part of that, None where there is none; and why those
    before it are not taken.
    """
    targets = {one.id: one for one in package.relationships(part)}
    lost: list[str] = []
    for element in root.iter(f"{A}blip", f"{V}imagedata"):
        ids = (element.get(f"{R}{name}") for name in ("embed", "id", "link", "href"))
        target = targets.get(next(filter(None, ids), ""))
        if target and not target.external and posixpath.dirname(target.target) in ("word/media", "media"):
            return element, target.target, tuple(lost)
        lost.append("it is linked, not in the file" if target and target.external else "it is not in the file")
    return None, "", tuple(lost)


def _picture(package: Package, name: str, element: Any, measure: float) -> Picture:
    frame = next(element.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
    extent = None if frame is None else frame.find(f"{WP}extent")
    width = (whole(extent.get("cx") or "") or 0) / 12700 if extent is not None else 0
    shown = None if frame is None else frame.find(f"{WP}docPr")
    alt = "" if shown is None else " ".join((shown.get("descr") or "").split())[:LONGEST]
    alone = frame is not None and frame.tag == f"{WP}inline" and next(frame.iterancestors(f"{W}tbl"), None) is None
    return Picture(name, package.parts[name], width, _position(element, frame, width, measure), alt, alone)


def _position(element: Any, frame: Any, width: float, measure: float) -> Align:
    """Where a picture stands: by its own word, by where it begins, or as its paragraph is aligned."""
    across = None if frame is None else frame.find(f"{WP}positionH")
    if across is not None:
        aligned, offset = across.find(f"{WP}align"), across.find(f"{WP}posOffset")
        if aligned is not None:
            return _SIDES.get((aligned.text or "").strip(), "left")
        begins = (whole((offset.text or "").strip()) or 0) / 12700 if offset is not None else 0
        middle = (begins + width / 2) / measure if measure > 0 else 0
        return "left" if middle < 0.4 else "right" if middle > 0.6 else "centre"
    paragraph = next(element.iterancestors(f"{W}p"), None)
    return "left" if paragraph is None else _SIDES.get(value(paragraph.find(f"{W}pPr/{W}jc")), "left")
