"""[logo], [banner] and the base of Word documents in style.toml: pictures and files of the template's own folder."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Literal

from brief.files import TooLargeError, inside, read_bytes
from brief.problem import nearest
from brief.style.defaults import MILLIMETRE
from brief.style.letterhead import EDGE, Align, Letterhead, Logo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brief.style.model import Page
    from brief.style.sheet import Sheet

MOST_PIXELS = 16_000_000
MOST_LINES = 6
LONGEST_LINE = 160
"""Pixels of a logo; lines at head or foot, and characters of each."""

_WIDTH = 40.0  # millimetres of a logo whose width is not said
_BANNER = (
    *("head", "align", "beside", "foot", "foot_align", "edge", "pages"),
    *("later_head", "later_align", "later_foot", "later_foot_align"),
)
_SIDES: tuple[Align, ...] = ("left", "centre", "right")
_PAGES: tuple[Literal["first", "every"], ...] = ("first", "every")


def read_letterhead(sheet: Sheet, folders: Sequence[Path], page: Page, leading: float) -> Letterhead:
    """What a style.toml says of logo and banner; `leading` is that of the running lines. Faults go to the sheet."""
    sheet.expect(("file", "width", "position", "alt"), "logo")
    sheet.expect(_BANNER, "banner")
    align, foot_align = (sheet.word(("banner", key), "left", _SIDES) for key in ("align", "foot_align"))
    letterhead = Letterhead(
        logo=_logo(sheet, folders, page),
        head=_lines(sheet, "head") or (),
        foot=_lines(sheet, "foot") or (),
        align=align,
        foot_align=foot_align,
        later_head=_lines(sheet, "later_head"),
        later_foot=_lines(sheet, "later_foot"),
        later_align=sheet.word(("banner", "later_align"), align, _SIDES),
        later_foot_align=sheet.word(("banner", "later_foot_align"), foot_align, _SIDES),
        leading=leading,
        edge=sheet.number(("banner", "edge"), round(EDGE / MILLIMETRE, 2), least=0, most=60) * MILLIMETRE,
        every=sheet.word(("banner", "pages"), "first", _PAGES) == "every",
        may_stand_beside=sheet.flag(("banner", "beside"), default=True),
        base=_base(sheet, folders),
    )
    top = max(letterhead.top, letterhead.later.top, page.top)
    bottom = max(letterhead.bottom, letterhead.later.bottom, page.bottom)
    if top + bottom > page.height * 2 / 3:
        at = ("logo", "width") if letterhead.logo else ("banner", "head")
        hint = "make the logo narrower" if letterhead.logo else "take lines out, or set them closer"
        sheet.report("range", at, "the letterhead leaves too little of the page", hint)
        return Letterhead()
    return letterhead


def _logo(sheet: Sheet, folders: Sequence[Path], page: Page) -> Logo | None:
    at = ("logo", "file")
    if sheet.value("logo") is None:
        return None
    path = _file(sheet, folders, at, sheet.required(at))
    width = sheet.number(("logo", "width"), _WIDTH, least=5, most=200) * MILLIMETRE
    if width > page.measure:
        said = f"at most {page.measure / MILLIMETRE:.0f}, the width of the text"
        sheet.report("range", ("logo", "width"), "the logo is wider than the text", said)
    position, alt = sheet.word(("logo", "position"), "left", _SIDES), sheet.line_of_text(("logo", "alt"), "Logo")
    if path is None:
        return None
    try:
        content = read_bytes(path)
        kind, size = measured(content)
    except (OSError, TooLargeError, PictureError) as error:
        said = str(error) if isinstance(error, TooLargeError) else f"{path.name} cannot be used: {_why(error)}"
        sheet.report("logo", at, said, "a PNG or JPEG picture, 4 MiB and 16 million pixels at most")
        return None
    return Logo(content, kind, size, width, position, alt)


def _why(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


class PictureError(ValueError):
    """A picture cannot be used; the message says why."""


def measured(content: bytes) -> tuple[Literal["png", "jpeg"], tuple[int, int]]:
    """The kind of a picture, and its width and height in pixels. Raises PictureError where it is no PNG or JPEG."""
    from PIL import Image  # noqa: PLC0415 - it takes long to load, and few templates have a logo

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    message = f"it has {picture.width} by {picture.height} pixels"
                    raise PictureError(message)
                kind, size = picture.format, picture.size
                picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, PictureError):
            raise
        message = "it is no whole PNG or JPEG picture"
        raise PictureError(message) from error
    return ("png" if kind == "PNG" else "jpeg"), size


def _lines(sheet: Sheet, key: str) -> tuple[str, ...] | None:
    at = ("banner", key)
    found = sheet.value(*at)
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(line, str) and line.isprintable() for line in found):
        sheet.report("type", at, f"'{key}' is no list of lines", 'such as ["Ministry of Foreign Affairs", "Seoul"]')
        return ()
    if len(found) > MOST_LINES or any(len(line) > LONGEST_LINE for line in found):
        said = f"at most {MOST_LINES} lines of {LONGEST_LINE} characters"
        sheet.report("range", at, f"'{key}' is too long", said)
        return ()
    return tuple(found)


def _base(sheet: Sheet, folders: Sequence[Path]) -> bytes | None:
    at = ("docx", "base")
    path = _file(sheet, folders, at, sheet.line_of_text(at, ""))
    if path is None:
        return None
    from brief.opc import PackageError, read_package  # noqa: PLC0415 - few templates stand on a letterhead

    try:
        read_package(path).check()
        return path.read_bytes()
    except PackageError as error:
        sheet.report("base", at, f"{path.name} cannot be used: {error}", error.hint)
    except OSError as error:
        sheet.report("base", at, f"{path.name} cannot be read: {error.strerror or error}")
    return None


def _file(sheet: Sheet, folders: Sequence[Path], at: tuple[str, ...], name: str) -> Path | None:
    """The file of the first folder that has it; a problem where it lies outside, or nowhere."""
    if not name:
        return None
    for folder in folders:
        path = inside(folder, name)
        if path is None:
            sheet.report("outside-folder", at, f"{name} lies outside the template's folder", "put it beside this file")
            return None
        if path.exists():
            return path
    beside = [path.name for folder in folders for path in folder.glob("*")]
    hint = nearest(name, beside) or "put it beside this file"
    sheet.report("no-file", at, f"there is no file {name}", hint)
    return None
