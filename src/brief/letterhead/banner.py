"""What a letterhead prints at the head and foot of its pages, as [logo] and [banner] of a style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.letterhead.margin import Margin
from brief.letterhead.values import POINT, Value
from brief.problem import Problem
from brief.style import PictureError, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.letterhead.margin import Picture, Sides
    from brief.style import Style

_MOST_LINES = 6
_TALLEST = 0.25  # of the page
_WIDEST_HEAD = 60.0  # millimetres from the edge of the paper to the letterhead
_AS_LOGO = 'save it as PNG beside style.toml, and write [logo] file = "logo.png" there: the PDF shows it then'


@dataclass(frozen=True, slots=True)
class HouseLogo:
    """The logo of a house, the name of its file, its height in parts of its width."""

    picture: Picture
    name: str
    proportion: float


def logo_of(picture: Picture | None, shown: str) -> tuple[HouseLogo | None, tuple[Problem, ...]]:
    """The logo, or what is to be said of a picture that only Word can draw."""
    if picture is None:
        return None, ()
    try:
        kind, (width, height) = measured(picture.content)
    except PictureError as error:
        return None, (_warning(shown, f"the logo {picture.part} is for Word alone: {error}", _AS_LOGO),)
    return HouseLogo(picture, "logo.png" if kind == "png" else "logo.jpg", height / width), ()


def other_pictures(sides: Sides, shown: str) -> Iterator[Problem]:
    """Each picture of a header or footer that neither Word nor the PDF gets, or Word alone."""
    kinds = ((sides.head, "header"), (sides.later_head, "header"), (sides.foot, "footer"), (sides.later_foot, "footer"))
    lost = ((kind, why) for margin, kind in kinds for why in margin.lost)
    for kind, why in dict.fromkeys(lost):
        yield _warning(
            shown, f"a picture of the {kind} is not taken over: {why}", f"put it into the file; or {_AS_LOGO}"
        )
    logo = sides.head.picture
    found = ((margin.picture, kind) for margin, kind in kinds if margin.picture)
    others = {(picture.part, kind) for picture, kind in found if logo is None or picture.content != logo.content}
    for part, kind in sorted(others):
        message = f"the picture {part} of the {kind} is for Word alone: the PDF shows that of the first header"
        yield _warning(shown, message, "take that one for both, or do without it")


def _warning(shown: str, message: str, hint: str) -> Problem:
    return Problem("letterhead", f"{shown}: {message}", None, hint, "warning")


def logo_values(sides: Sides, logo: HouseLogo, base: Style) -> Iterator[Value]:
    """File, width, position and description of the logo."""
    source, picture = "the header", logo.picture
    yield Value(("logo", "file"), logo.name, f"{source}: {picture.part}")
    names = ("width", "height", "left", "right")
    page = {name: sides.lengths.get(name, getattr(base.page, name)) * POINT for name in names}
    widest = min(200, page["width"] - page["left"] - page["right"] - 0.1)
    tallest = page["height"] * _TALLEST / logo.proportion
    width = min(max((picture.width or 113.4) * POINT, 5), widest)
    smaller = f"made smaller: it is {width:.1f} mm wide in {source}"
    yield Value(("logo", "width"), round(min(width, tallest), 1), smaller if tallest < width else source)
    yield Value(("logo", "position"), picture.position, source)
    alt = picture.alt or next(iter(sides.head.lines), "Logo")
    yield Value(("logo", "alt"), alt, "its description" if picture.alt else "it has no description: check these words")


def banner_values(sides: Sides, *, has_logo: bool) -> Iterator[Value]:
    """The words at head and foot, on the first page and on the others."""
    head, foot, later = sides.head, sides.foot, sides.later_head
    if head.lines:
        yield Value(("banner", "head"), head.lines[:_MOST_LINES], "the header")
        beside = ": they stand beside the logo there, and at the other margin here" if head.beside else ""
        yield Value(("banner", "align"), head.align, f"the header{beside}")
        if has_logo and head.picture and head.picture.alone and head.align != head.picture.position:
            yield Value(("banner", "beside"), value=False, source="its words stand below the logo")
    if foot.lines:
        yield Value(("banner", "foot"), foot.lines[:_MOST_LINES], "the footer")
        yield Value(("banner", "foot_align"), foot.align, "the footer")
    if (head.lines or later.lines or has_logo) and "header" in sides.lengths:
        edge = min(sides.lengths["header"] * POINT, _WIDEST_HEAD)
        yield Value(("banner", "edge"), round(edge, 1), "from the edge of the paper to the header")
    again = _again(head, later, has_logo=has_logo)
    if again:
        yield Value(("banner", "pages"), "every", "the header of its later pages has them too")
    yield from _later("head", "the header of its later pages", later, head if again else Margin())
    yield from _later("foot", "the footer of its later pages", sides.later_foot, foot)


def _again(head: Margin, later: Margin, *, has_logo: bool) -> bool:
    """Whether what stands at the head of the first page stands on the later ones: its logo, or else its words."""
    if has_logo:
        return bool(head.picture and later.picture and head.picture.content == later.picture.content)
    return bool(head.lines) and (head.lines, head.align) == (later.lines, later.align)


def _later(side: str, source: str, later: Margin, usual: Margin) -> Iterator[Value]:
    """The words of later pages, where they are others than those that would stand there."""
    if later.lines != usual.lines or (later.lines and later.align != usual.align):
        yield Value(("banner", f"later_{side}"), later.lines[:_MOST_LINES], source)
        if later.lines:
            yield Value(("banner", f"later_{'' if side == 'head' else 'foot_'}align"), later.align, source)
