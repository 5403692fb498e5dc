"""The styles of a Word document, each resolved: defaults, what it is based on, theme (ECMA-376 Part 1, 17.7.2).

A style is found by its English name in small letters: ids are in the language of the Word that made them, names are
not, and where another program has made them so, they are put into English first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from brief.letterhead.builtin import name_in_english
from brief.letterhead.names import W, is_on, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.letterhead.theme import Theme
    from brief.opc import Package

_NATURAL = 1.2  # sizes of a line that is set single: fonts differ by some hundredths


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks. Lengths are points, empty is what the document leaves to Word; `said` names its own keys."""

    face: str = "Times New Roman"
    size: float = 10
    colour: str = ""
    fill: str = ""
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    tracking: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1  # of single lines, where `line` is 0
    line: float = 0
    edges: Mapping[str, str] = field(default_factory=dict)  # colours of the borders of a table
    said: frozenset[str] = frozenset()

    @property
    def leading(self) -> float:
        """The distance of the lines."""
        return max(self.line or self.lines * self.size * _NATURAL, self.size)


class Cascade:
    """The styles of one document."""

    def __init__(self, package: Package, theme: Theme) -> None:
        self.theme = theme
        self._by_id: dict[str, Any] = {}
        self._by_name: dict[str, Any] = {}
        self._defaults = Look()
        name = package.related("styles")
        if not name:
            return
        root = package.xml(name)
        name_in_english(root)
        for path in ("rPrDefault", "pPrDefault"):
            self._defaults = self._over(self._defaults, root.find(f"{W}docDefaults/{W}{path}"))
        for style in root.findall(f"{W}style"):
            self._by_id.setdefault(value(style, "styleId"), style)
            self._by_name.setdefault(value(style.find(f"{W}name")).lower(), style)

    def look(self, *names: str) -> tuple[str, Look] | None:
        """The first of some styles that there is: its name in the document, and its look."""
        for name in names:
            if (style := self._by_name.get(name)) is not None:
                return value(style.find(f"{W}name")), self._resolved(style)
        return None

    @property
    def plain(self) -> Look:
        """The look of the default paragraph."""
        chosen = (s for s in self._by_id.values() if value(s, "type") == "paragraph" and value(s, "default") == "1")
        style = next(chosen, None)
        return self._defaults if style is None else self._resolved(style)

    def table(self) -> tuple[str, Look, Look | None] | None:
        """The first table style that the house made itself: its name, its look, and that of its first row."""
        tables = [style for style in self._by_id.values() if value(style, "type") == "table"]
        for style in [table for table in tables if value(table, "customStyle") == "1"][:1]:
            rows = (row for one in self._chain(style) for row in one.findall(f"{W}tblStylePr"))
            heads = [row for row in rows if value(row, "type") == "firstRow"]
            look = self._resolved(style)
            first = replace(look, said=frozenset()) if heads else None
            for head in heads:
                first = self._over(first or look, head)
            return value(style.find(f"{W}name")), look, first
        return None

    def _resolved(self, style: Any) -> Look:
        look = replace(self._defaults, said=frozenset())
        for one in self._chain(style):
            look = self._over(look, one)
        return look

    def _chain(self, style: Any) -> Iterator[Any]:
        """A style after all that it is based on; one that leads back to itself ends there."""
        chain: list[Any] = []
        while style is not None and style not in chain:
            chain.append(style)
            style = self._by_id.get(value(style.find(f"{W}basedOn")))
        yield from reversed(chain)

    def _over(self, look: Look, element: Any) -> Look:
        """What an element says, over a look."""
        if element is None:
            return look
        said = {
            **self._letters(element.find(f"{W}rPr")),
            **_paragraph(element.find(f"{W}pPr")),
            **self._ground(element),
        }
        return replace(look, **said, said=look.said | said.keys())

    def _letters(self, rpr: Any) -> dict[str, Any]:
        if rpr is None:
            return {}
        said: dict[str, Any] = {}
        if face := self.theme.face(rpr.find(f"{W}rFonts")):
            said["face"] = face
        if half := whole(value(rpr.find(f"{W}sz"))):
            said["size"] = half / 2
        if (colour := rpr.find(f"{W}color")) is not None:
            said["colour"] = self.theme.colour(colour)
        for tag, key in (("b", "bold"), ("i", "italic"), ("caps", "capitals")):
            if (toggle := rpr.find(f"{W}{tag}")) is not None:
                said[key] = is_on(toggle)
        if (tracking := whole(value(rpr.find(f"{W}spacing")))) is not None:
            said["tracking"] = tracking / 20
        return said

    def _ground(self, element: Any) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for path in (f"{W}tcPr/{W}shd", f"{W}pPr/{W}shd"):
            if fill := self.theme.colour(element.find(path), "fill", "themeFill"):
                said["fill"] = fill
        borders = element.find(f"{W}tblPr/{W}tblBorders")
        if borders is not None:
            drawn = [edge for edge in borders if value(edge) not in ("", "nil", "none")]
            said["edges"] = {edge.tag.rpartition("}")[2]: self.theme.colour(edge, "color") for edge in drawn}
        return said


def _paragraph(ppr: Any) -> dict[str, Any]:
    spacing = None if ppr is None else ppr.find(f"{W}spacing")
    said: dict[str, Any] = {}
    for side in ("before", "after"):
        if (twips := whole(value(spacing, side))) is not None:
            said[side] = twips / 20
    line, rule = whole(value(spacing, "line")), value(spacing, "lineRule")
    if line and rule in ("exact", "atLeast"):
        said["line"] = line / 20
    elif line:
        said |= {"lines": line / 240, "line": 0.0}
    return said
