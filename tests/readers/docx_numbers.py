"""Automatic numbers of a Word document, reckoned from its styles and its numbering as Word reckons them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HANGUL = "가나다라마바사아자차카타파하"


def value(parent: ET.Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` (names without prefix, `/` between), or nothing."""
    found = None if parent is None else parent.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val", "1")


class Numbers:
    """Labels of numbered paragraphs.

    Lists of one abstract list share its counters; a list that starts anew does so at its first paragraph.
    """

    def __init__(self, styles: ET.Element, numbering: ET.Element) -> None:
        self.styles = {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
        self.abstracts = {a.get(f"{W}abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
        self.lists = {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
        self.counts: dict[str | None, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def chain(self, style: str | None) -> Iterator[ET.Element]:
        """A style, and those it is based on."""
        while style:
            yield self.styles[style]
            style = value(self.styles[style], "basedOn")

    def outline_level(self, style: str | None) -> int | None:
        """The level of the outline that paragraphs of a style have, from 1."""
        for kind in self.chain(style):
            level = value(kind, "pPr/outlineLvl")
            if level is not None:
                return int(level) + 1
        return None

    def label(self, paragraph: ET.Element) -> str:
        """The label of the next paragraph of the document; bullets are none."""
        style = value(paragraph, "pPr/pStyle")
        for properties in (paragraph, *self.chain(style)):
            list_ = value(properties, "pPr/numPr/numId")
            if list_ is not None:
                return "" if list_ == "0" else self._next(list_, int(value(properties, "pPr/numPr/ilvl") or 0))
        return ""

    def _next(self, list_: str, level: int) -> str:
        num = self.lists[list_]
        abstract = value(num, "abstractNumId")
        levels = {int(lvl.get(f"{W}ilvl", "0")): lvl for lvl in self.abstracts[abstract].iter(f"{W}lvl")}
        counts = self.counts.setdefault(abstract, {})
        start = int(value(levels[level], "start") or 1)
        anew = {o.get(f"{W}ilvl"): value(o, "startOverride") for o in num.iter(f"{W}lvlOverride")}.get(str(level))
        if anew is not None and (list_, level) not in self.begun:
            counts[level] = int(anew)
        else:
            counts[level] = counts.get(level, start - 1) + 1
        self.begun.add((list_, level))
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return self._text(levels, counts, level)

    def _text(self, levels: dict[int, ET.Element], counts: dict[int, int], level: int) -> str:
        shape, text = value(levels[level], "numFmt"), value(levels[level], "lvlText") or ""
        if shape == "bullet":
            return ""
        for n in range(level + 1):
            text = text.replace(f"%{n + 1}", _shown(counts.get(n, 1), value(levels[n], "numFmt")))
        return text


def _shown(count: int, shape: str | None) -> str:
    match shape:
        case "decimal":
            return str(count)
        case "upperLetter":
            return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "ganada":
            return HANGUL[(count - 1) % 14]
        case _:
            raise AssertionError(shape)
