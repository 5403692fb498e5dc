"""A brief on a house's own Word document: its styles, theme and lists stay; what a brief needs beside them is added.

A style of the house is found by its name (ids are in the language of its Word) and keeps its look; what carries the
structure of a brief goes into it: numbers of sections, levels of the outline, stops of the contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from brief.render.docx.escape import W, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOOKS: Final = ("normal", "body text", "title", "subtitle", "quote", "caption", "heading 1", "heading 2", "heading 3")
"""Styles whose spaces and lines are the house's; those of others make the lists and lines of a brief."""

_OWN: Final = {"header": "Brief Header", "footer": "Brief Footer"}
"""Running lines have stops of their own, and stand beside those of the house."""

_CARRIED: Final = tuple(qn(f"w:{name}") for name in ("keepNext", "keepLines", "numPr", "outlineLvl"))
_ORDER: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The children of `w:pPr` in the order of the schema (ECMA-376 Part 1, 17.3.1.26)."""

_PLACES: Final = {qn(f"w:{name}"): place for place, name in enumerate(_ORDER)}
_UNNUMBERED: Final = f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>'
_REFERENCE: Final = re.compile(r'<w:(pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/>')
_DIGITS: Final = 10  # fewer have the numbers of lists
_SHIFT: Final = 100_000  # of the numbers of the house's lists, so that none meets one of a brief


@dataclass(frozen=True, slots=True)
class Onto:
    """The house's styles with those of a brief among them; `ids` are those of the house by those of a brief."""

    styles: str
    ids: Mapping[str, str]

    def translated(self, xml: str) -> str:
        """Some XML of a brief, its styles under the house's ids."""
        return _REFERENCE.sub(lambda found: f'<w:{found[1]} w:val="{self._id(found[2])}"/>', xml)

    def _id(self, ours: str) -> str:
        """The house's id, as an attribute holds it: a house may call its styles whatever it likes."""
        return escape(self.ids[ours]) if ours in self.ids else ours


def onto(house: bytes, ours: str) -> Onto:
    """The styles of a brief, `ours`, put into those of a house."""
    if not house:
        return Onto(ours, {})
    theirs, brief = parse_xml(house), parse_xml(ours.encode())
    _set_defaults(theirs, brief)
    known = {(_kind(style), _name(style).lower()): style for style in theirs.findall(qn("w:style"))}
    defaults = {_kind(style): style for style in known.values() if style.get(qn("w:default")) in ("1", "true", "on")}
    taken = {_id(style) for style in known.values()}
    ids: dict[str, str] = {}
    added = []
    for style in brief.findall(qn("w:style")):
        if own := _OWN.get(_name(style)):
            _rename(style, own)
        twin = known.get((_kind(style), _name(style).lower()))
        if style.get(qn("w:default")) == "1":
            twin = defaults.get(_kind(style), twin)
        if twin is None:
            ids[_id(style)] = _free(_name(style) if own else _id(style), taken)
            added.append((style, own))
        else:
            ids[_id(style)] = _id(twin)
            if _kind(style) == "paragraph":
                _carry(style, twin)
    _shift_lists(theirs, set(ids.values()))
    for style, _ in added:
        style.set(qn("w:styleId"), ids[_id(style)])
        for name in ("basedOn", "next", "link"):
            if (reference := style.find(qn(f"w:{name}"))) is not None:
                reference.set(qn("w:val"), ids.get(reference.get(qn("w:val")), reference.get(qn("w:val"))))
        theirs.append(style)
    return Onto(_text(theirs), ids)


def lists_onto(house: bytes, ours: str, ids: Mapping[str, str]) -> str:
    """The lists of a house after those of a brief, their numbers shifted; none begins a style of a brief any more."""
    if not house:
        return ours
    brief, theirs, styled = parse_xml(ours.encode()), parse_xml(house), set(ids.values())
    first = brief.find(qn("w:num"))
    for abstract in theirs.findall(qn("w:abstractNum")):
        _shift(abstract, "abstractNumId")
        for level in abstract.findall(qn("w:lvl")):
            for name in ("pStyle", "lvlPicBulletId"):
                element = level.find(qn(f"w:{name}"))
                if element is not None and (name != "pStyle" or element.get(qn("w:val")) in styled):
                    level.remove(element)
        first.addprevious(abstract)
    for number in theirs.findall(qn("w:num")):
        _shift(number, "numId")
        _shift(number.find(qn("w:abstractNumId")), "val")
        brief.append(number)
    return _text(brief)


def shift_lists(root: Any) -> None:
    """Lead the paragraphs of a header to the lists of the house under their shifted numbers."""
    for number in root.iter(qn("w:numId")):
        if number.get(qn("w:val")) != "0":
            _shift(number, "val")


def _shift(element: Any, name: str) -> None:
    number = element.get(qn(f"w:{name}"), "") if element is not None else ""
    if number.isdecimal() and len(number) < _DIGITS:
        element.set(qn(f"w:{name}"), str(int(number) + _SHIFT))


def _shift_lists(theirs: Any, styled: set[str]) -> None:
    """The same for the styles that a brief leaves alone; those it uses have its own lists, or none."""
    for style in theirs.findall(qn("w:style")):
        if _id(style) not in styled:
            shift_lists(style)


def _set_defaults(theirs: Any, brief: Any) -> None:
    """The language of the brief, where a house has another; its defaults, where a house has none."""
    ours = brief.find(qn("w:docDefaults"))
    for letters in ours.iter(qn("w:rPr")):
        for child in [child for child in letters if not child.tag.startswith(qn("w:"))]:
            letters.remove(child)
    for style in theirs.iter(qn("w:lang")):
        style.getparent().remove(style)
    defaults = theirs.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        language = ours.find(f".//{qn('w:lang')}")
        after = [qn(f"w:{name}") for name in ("eastAsianLayout", "specVanish", "oMath")]
        behind = next((child for child in defaults if child.tag in after), None)
        if behind is None:
            defaults.append(language)
        else:
            behind.addprevious(language)
        return
    if (old := theirs.find(qn("w:docDefaults"))) is not None:
        theirs.remove(old)
    theirs.insert(0, ours)


def _carry(ours: Any, theirs: Any) -> None:
    """Put what carries the structure of a brief into a style of the house."""
    given, properties = (style.find(qn("w:pPr")) for style in (ours, theirs))
    given = theirs.makeelement(qn("w:pPr")) if given is None else given
    if properties is not None:
        theirs.remove(properties)
    if properties is None or _name(ours).lower() not in _LOOKS:
        carried, properties = [], given
    else:
        carried = [child for child in given if child.tag in _CARRIED]
        dropped = {qn("w:numPr"), *(child.tag for child in carried)}
        if any(style.find(qn("w:numPr")) is not None for style in (given, properties)):
            dropped |= {qn("w:ind"), qn("w:tabs")}
        for child in [child for child in properties if child.tag in dropped]:
            properties.remove(child)
        properties.extend(carried)
    if properties.find(qn("w:numPr")) is None and theirs.get(qn("w:default")) != "1":
        properties.append(parse_xml(_UNNUMBERED))  # what it is based on may have a number
    properties[:] = sorted(properties, key=lambda child: _PLACES.get(child.tag, 0))
    letters = theirs.find(qn("w:rPr"))
    if letters is None:
        theirs.append(properties)
    else:
        letters.addprevious(properties)


def _rename(style: Any, name: str) -> None:
    style.find(qn("w:name")).set(qn("w:val"), name)
    style.set(qn("w:customStyle"), "1")


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no style has."""
    id_ = wanted.replace(" ", "")
    while id_ in taken:
        id_ = f"Brief{id_}"
    taken.add(id_)
    return id_


def _text(root: Any) -> str:
    return str(etree.tostring(root, encoding="unicode"))


def _kind(style: Any) -> str:
    return str(style.get(qn("w:type")) or "paragraph")


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")) or "")


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")) or "")
