"""A Word document to what a template of one's own needs: values of its style, its logo, and itself as the base."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.letterhead.cascade import Cascade
from brief.letterhead.faces import faces_of
from brief.letterhead.foundation import foundation_of
from brief.letterhead.margin import read_sides
from brief.letterhead.sheet import style_toml
from brief.letterhead.theme import Theme
from brief.letterhead.values import POINT, Value, colour_values, page_values, text_values
from brief.letterhead.whole import foundation_bytes
from brief.opc import PackageError, read_package
from brief.problem import Problem
from brief.style import PictureError, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brief.letterhead.faces import Faces
    from brief.letterhead.margin import Picture, Sides
    from brief.style import Style

BASE = "base.docx"
"""What the Word document is called in the folder of a template."""

_MOST_LINES = 6
_WIDEST_HEAD = 60.0  # millimetres from the edge of the paper to the letterhead


@dataclass(frozen=True, slots=True)
class Reading:
    """The files of a template that a letterhead gives, by name, and what could not be taken over."""

    files: Mapping[str, bytes] = field(repr=False)
    problems: tuple[Problem, ...] = ()


def read_letterhead(path: Path, shown: str, base: Style, base_name: str) -> tuple[Reading | None, tuple[Problem, ...]]:
    """What a .docx or .dotx gives to a template over `base`; nothing, and a problem, where it cannot be used.

    `shown` is its path as its user types it. Same file, same bytes. Raises OSError where it cannot be read.
    """
    try:
        package = read_package(path)
        package.check()
        cascade = Cascade(package, Theme.of(package))
        faces, sides = faces_of(package, cascade), read_sides(package)
        document = foundation_bytes(foundation_of(package))
    except PackageError as error:
        return None, (Problem("letterhead", f"{shown} cannot be used: {error}", hint=error.hint),)
    logo, name, of_logo = _logo(sides.head.picture, shown)
    values = (
        *page_values(sides, base),
        *colour_values(cascade, base),
        *_docx_values(faces, base),
        *(_logo_values(sides, name, logo.picture, base) if logo else ()),
        *_banner_values(sides, has_logo=logo is not None),
        *text_values(cascade, faces, base),
    )
    files = {"style.toml": style_toml(values, path.name, base_name).encode(), BASE: document}
    if logo:
        files[name] = logo.picture.content
    return Reading(files, (*of_logo, *_of_faces(faces, base, shown))), ()


@dataclass(frozen=True, slots=True)
class _Logo:
    picture: Picture
    size: tuple[int, int]


def _logo(picture: Picture | None, shown: str) -> tuple[_Logo | None, str, tuple[Problem, ...]]:
    """The logo and the name of its file, or what is to be said of a picture that only Word can draw."""
    if picture is None:
        return None, "", ()
    try:
        kind, size = measured(picture.content)
    except PictureError as error:
        message = f"{shown}: the logo {picture.part} is for Word alone: {error}"
        hint = 'save it as PNG beside style.toml, and write [logo] file = "logo.png" there: the PDF shows it then'
        return None, "", (Problem("letterhead", message, None, hint, "warning"),)
    return _Logo(picture, size), "logo.png" if kind == "png" else "logo.jpg", ()


def _logo_values(sides: Sides, name: str, picture: Picture, base: Style) -> Iterator[Value]:
    source = "the header"
    yield Value(("logo", "file"), name, f"{source}: {picture.part}")
    lengths = {side: sides.lengths.get(side, getattr(base.page, side)) for side in ("width", "left", "right")}
    measure = (lengths["width"] - lengths["left"] - lengths["right"]) * POINT
    width = min(max((picture.width or 113.4) * POINT, 5), 200, measure - 0.1)
    yield Value(("logo", "width"), round(width, 1), source)
    yield Value(("logo", "position"), picture.position, source)
    alt = picture.alt or next(iter(sides.head.lines), "Logo")
    yield Value(("logo", "alt"), alt, "its description" if picture.alt else "it has no description: check these words")


def _banner_values(sides: Sides, *, has_logo: bool) -> Iterator[Value]:
    head, foot = sides.head, sides.foot
    if head.lines:
        yield Value(("banner", "head"), head.lines[:_MOST_LINES], "the header")
        beside = ": they stand beside the logo there, and at the other margin here" if head.beside else ""
        yield Value(("banner", "align"), head.align, f"the header{beside}")
        if has_logo and head.picture and head.picture.alone and head.align != head.picture.position:
            yield Value(("banner", "beside"), value=False, source="its words stand below the logo")
    if foot.lines:
        yield Value(("banner", "foot"), foot.lines[:_MOST_LINES], "the footer")
        yield Value(("banner", "foot_align"), foot.align, "the footer")
    if (head.lines or has_logo) and "header" in sides.lengths:
        edge = min(sides.lengths["header"] * POINT, _WIDEST_HEAD)
        yield Value(("banner", "edge"), round(edge, 1), "from the edge of the paper to the header")
    if (head.lines or has_logo) and sides.every:
        yield Value(("banner", "pages"), "every", "the first page has no header of its own")


def _docx_values(faces: Faces, base: Style) -> Iterator[Value]:
    yield Value(("docx", "base"), BASE, "the document itself, without its text")
    if base.embed_faces:
        yield Value(("docx", "embed_faces"), value=False, source="its faces are not at hand")
    for kind, face in faces.names.items():
        if face != getattr(base, kind).name:
            yield Value(("docx", kind), face, "its faces")


def _of_faces(faces: Faces, base: Style, shown: str) -> Iterator[Problem]:
    """Each family that the PDF sets in another face: a Word document names its faces and does not hold them."""
    for kind, face in faces.names.items():
        own = getattr(base, kind).name
        if face != own:
            hint = f"put its four files into the folder fonts and name them under [faces.{kind}] of style.toml"
            message = f"{shown}: {face} is not at hand, the PDF is set in {own}"
            yield Problem("letterhead", message, None, hint, "note")
