"""Inlines as runs: words, weight, links, marks of notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from brief.render.docx.address import address
from brief.render.docx.escape import escape
from brief.render.docx.field import field
from brief.render.docx.language import full_tag, is_east_asian
from brief.render.docx.paragraph import colour
from brief.render.docx.units import half_points
from brief.tree import Badge, Break, Code, Emphasis, Link, NoteRef, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.docx.story import Story
    from brief.tree import Inline

_DOT = '<w:sym w:font="Arial" w:char="25CF"/><w:sym w:font="Arial" w:char="00A0"/>'
_DOT_SIZE = 7.0
MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@dataclass(frozen=True, slots=True)
class Look:
    """What the inlines around some words make of them."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False
    language: str | None = None


PLAIN = Look()


@lru_cache(maxsize=256)
def _properties(look: Look) -> str:
    """`w:rPr`: one character style, and what it does not say (a run can have one only)."""
    said = (("Hyperlink", look.link), ("Verbatim", look.code), ("Strong", look.strong), ("Emphasis", look.emphasis))
    style = next((name for name, on in said if on), "")
    east_asian = bool(look.language and is_east_asian(look.language))
    children = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        '<w:rFonts w:hint="eastAsia"/>' if east_asian else "",
        "<w:b/><w:bCs/>" if look.strong and style != "Strong" else "",
        "<w:i/><w:iCs/>" if look.emphasis and style != "Emphasis" else "",
        "<w:noProof/>" if look.code and style != "Verbatim" else "",
        _language(look.language, east_asian=east_asian),
    )
    inner = "".join(children)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _language(language: str | None, *, east_asian: bool) -> str:
    slot = "eastAsia" if east_asian else "val"
    return f'<w:lang w:{slot}="{escape(full_tag(language))}"/>' if language else ""


def runs(children: Iterable[Inline], story: Story, look: Look = PLAIN) -> str:
    """The runs of some inlines. Texts that stand together are one run, so that Word finds what it searches for."""
    return "".join(_run(child, story, look) for child in _joined(children))


def _joined(children: Iterable[Inline]) -> Iterator[Inline]:
    held: Text | None = None
    for child in children:
        if held and isinstance(child, Text) and child.language == held.language:
            held = Text(held.text + child.text, language=held.language)
            continue
        if held:
            yield held
        held = child if isinstance(child, Text) else None
        if held is None:
            yield child
    if held:
        yield held


def words(text: str, look: Look = PLAIN) -> str:
    """One run of words."""
    return f'<w:r>{_properties(look)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _run(child: Inline, story: Story, look: Look) -> str:
    match child:
        case Text():
            said = words(child.text, replace(look, language=child.language) if child.language else look)
        case Code():
            said = words(child.text, replace(look, code=True))
        case Strong():
            said = runs(child.children, story, replace(look, strong=True))
        case Emphasis():
            said = runs(child.children, story, replace(look, emphasis=True))
        case Link():
            said = _link(child, story, look)
        case NoteRef():
            said = _mark(child, story)
        case Badge():
            said = _badge(child, story, look)
        case Break():
            said = "<w:r><w:br/></w:r>"
        case _:
            assert_never(child)
    return said


def _link(link: Link, story: Story, look: Look) -> str:
    """A hyperlink; words alone where it leads nowhere, or stands in another."""
    where = "" if look.link else _target(link.target, story)
    if not where:
        return runs(link.children, story, look)
    return f'<w:hyperlink {where} w:history="1">{runs(link.children, story, replace(look, link=True))}</w:hyperlink>'


def _target(target: str, story: Story) -> str:
    if target.startswith("#"):
        name = story.manuscript.bookmarks.name(target[1:])
        return f'w:anchor="{name}"' if name else ""
    outside = address(target)
    return f'r:id="{story.relate(outside)}"' if outside else ""


def _mark(mark: NoteRef, story: Story) -> str:
    """The first mark of a note is a true footnote; a later one is a field that repeats its number."""
    whole = story.manuscript
    number = whole.numbers.get(mark.note, mark.number)
    bookmark = f"_Note{number}"
    if not story.cites or mark.note in whole.cited:
        return field(f"NOTEREF {bookmark} \\f \\h", str(number), MARK)
    whole.cited.add(mark.note)
    reference = f'<w:r>{MARK}<w:footnoteReference w:id="{number}"/></w:r>'
    return whole.bookmarks.named(bookmark, reference) if mark.note in whole.repeated else reference


def _badge(badge: Badge, story: Story, look: Look) -> str:
    """A dot, and the words it is held to.

    The dot is a symbol, which is no text: a drawing could end a line, and its words begin the next. So is the no-break
    space behind it.
    """
    colours = story.manuscript.style.colours
    fill = {"open": colours.open, "moving": colours.moving, "closed": colours.closed}[badge.kind]
    size = half_points(_DOT_SIZE)
    properties = f'<w:rPr><w:color w:val="{colour(fill)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    dot = f"<w:r>{properties}{_DOT}</w:r>"
    return dot + runs(badge.children, story, look)
