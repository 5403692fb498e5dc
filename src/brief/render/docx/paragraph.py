"""A paragraph and how it is laid out: the children of `w:pPr` in the order that the schema asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from brief.render.docx.units import eighths, twips

if TYPE_CHECKING:
    from brief.style import TextStyle

Side = Literal["top", "left", "bottom", "right"]


class Rule(NamedTuple):
    """A rule beside a paragraph; `width` and `space` (between rule and words) are points."""

    side: Side
    width: float
    colour: str
    space: float = 0


class Tab(NamedTuple):
    """A stop at `position` points."""

    position: float
    kind: Literal["left", "right"] = "left"
    leader: Literal["none", "dot"] = "none"


class Numbering(NamedTuple):
    """The list a paragraph belongs to (`w:numId`; 0 takes it out of its style's list), and its level there, from 0."""

    list: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Properties of a paragraph or of its style. Lengths are points; None is as in the style it is based on.

    Lines are `line` apart at least, or `exact`ly so, whatever their letters ask for.
    """

    style: str = ""
    keep_next: bool | None = None
    keep_lines: bool = False
    page_break: bool = False
    numbering: Numbering | None = None
    rules: tuple[Rule, ...] = ()
    shade: str = ""
    tabs: tuple[Tab, ...] = ()
    before: float | None = None
    after: float | None = None
    line: float | None = None
    exact: bool = False
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Literal["", "left", "right"] = ""
    outline: int | None = None

    def xml(self) -> str:
        """`w:pPr`, or nothing where nothing is set (ECMA-376 Part 1, 17.3.1.26)."""
        children = (
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}[self.keep_next],
            "<w:keepLines/>" if self.keep_lines else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            _numbering(self.numbering),
            f"<w:pBdr>{''.join(map(_rule, self.rules))}</w:pBdr>" if self.rules else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(self.shade)}"/>' if self.shade else "",
            f"<w:tabs>{''.join(map(_tab, self.tabs))}</w:tabs>" if self.tabs else "",
            self._spacing(),
            self._indent(),
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
        )
        inner = "".join(children)
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def _spacing(self) -> str:
        set_ = ("" if self.before is None else f' w:before="{twips(self.before)}"') + (
            "" if self.after is None else f' w:after="{twips(self.after)}"'
        )
        rule = "exact" if self.exact else "atLeast"
        line = "" if self.line is None else f' w:line="{twips(self.line)}" w:lineRule="{rule}"'
        return f"<w:spacing{set_}{line}/>" if set_ or line else ""

    def _indent(self) -> str:
        lengths = (("left", self.left), ("right", self.right), ("hanging", self.hanging))
        attributes = "".join(f' w:{name}="{twips(length)}"' for name, length in lengths if length is not None)
        return f"<w:ind{attributes}/>" if attributes else ""


def spaced(text: TextStyle) -> Layout:
    """The spaces and the lines of a kind of text."""
    return Layout(before=text.before, after=text.after, line=text.leading)


def colour(value: str) -> str:
    """`#1b365d` as WordprocessingML writes it."""
    return value.removeprefix("#").upper()


def _numbering(numbering: Numbering | None) -> str:
    if numbering is None:
        return ""
    level = f'<w:ilvl w:val="{numbering.level}"/>' if numbering.list else ""
    return f'<w:numPr>{level}<w:numId w:val="{numbering.list}"/></w:numPr>'


def _rule(rule: Rule) -> str:
    width, space = max(2, eighths(rule.width)), round(rule.space)
    return f'<w:{rule.side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour(rule.colour)}"/>'


def _tab(tab: Tab) -> str:
    leader = f' w:leader="{tab.leader}"' if tab.leader != "none" else ""
    return f'<w:tab w:val="{tab.kind}"{leader} w:pos="{twips(tab.position)}"/>'


def paragraph(layout: Layout, content: str) -> str:
    """`w:p`: runs under a layout."""
    return f"<w:p>{layout.xml()}{content}</w:p>"
