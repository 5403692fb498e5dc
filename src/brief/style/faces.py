"""Fonts, found and read: those that come as packages, and a template's own.

A packaged font is located without importing its package. All faces are read whole: the nine of the house are 6 MB and
take a few milliseconds, once a process.
"""

from __future__ import annotations

import struct
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from brief.files import inside
from brief.problem import nearest
from brief.style.model import Face, Family
from brief.style.soundness import lacking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LARGEST = 32 * 1024 * 1024
"""Bytes a template's own font may have."""

STYLES = ("regular", "italic", "bold", "bold_italic")
"""The four faces of a family, as their keys in style.toml."""


class FontError(ValueError):
    """A font cannot be used; the message says why, beginning with its file."""


class _Packaged(NamedTuple):
    """A family that comes as a package: `files` are its four faces, the semibold serving as bold."""

    package: str
    files: tuple[str, str, str, str]
    substitutes: tuple[str, ...]
    generic: Literal["roman", "swiss"]


_FAMILIES = {
    "Source Serif Pro": _Packaged(
        "font_source_serif_pro",
        (
            "files/SourceSerifPro-Regular.ttf",
            "files/SourceSerifPro-It.ttf",
            "files/SourceSerifPro-Semibold.ttf",
            "files/SourceSerifPro-SemiboldIt.ttf",
        ),
        ("Source Serif 4", "Cambria", "Georgia"),
        "roman",
    ),
    "Source Sans Pro": _Packaged(
        "font_source_sans_pro",
        (
            "files/SourceSansPro-Regular.ttf",
            "files/SourceSansPro-It.ttf",
            "files/SourceSansPro-Semibold.ttf",
            "files/SourceSansPro-SemiboldIt.ttf",
        ),
        ("Source Sans 3", "Calibri", "Arial"),
        "swiss",
    ),
}
_FALLBACKS = {
    "Noto Sans KR": ("pylopdf_fonts_ko", "NotoSansKR-Regular.otf"),
    "Noto Serif KR": ("pylopdf_fonts_ko", "NotoSerifKR-Regular.otf"),
}

FAMILIES = tuple(_FAMILIES)
"""Names of the families that come as packages."""

FALLBACKS = tuple(_FALLBACKS)
"""Names of the faces that come as packages, for characters the families lack."""


@cache
def packaged_family(name: str) -> Family:
    """One of `FAMILIES`. Raises FontError where its package is not installed."""
    found = _FAMILIES[name]
    regular, italic, bold, bold_italic = (_packaged_face(found.package, file) for file in found.files)
    return Family(name, regular, italic, bold, bold_italic, found.substitutes, found.generic)


@cache
def packaged_fallback(name: str) -> Face:
    """One of `FALLBACKS`. Raises FontError where its package is not installed."""
    return _packaged_face(*_FALLBACKS[name])


def _packaged_face(package: str, file: str) -> Face:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"the font package {package} is not installed"
        raise FontError(message)
    return _face(Path(spec.submodule_search_locations[0]) / file)


def own_face(folders: Sequence[Path], file: str) -> Face:
    """The font `file` of the folder `fonts` of a template, or of one that it extends: the first that has it.

    Raises FontError where it is none, or lies elsewhere.
    """
    path = None
    for folder in folders:
        path = inside(folder / "fonts", file)
        if path is None or not path.is_relative_to(folder.resolve()):
            message = f"{file} lies outside the template's folder"
            raise FontError(message)
        if path.exists():
            break
    else:
        raise FontError(_missing(folders, file))
    if path is None or path.suffix.lower() not in (".ttf", ".otf"):
        message = f"{file} is no .ttf or .otf file"
        raise FontError(message)
    face = _face(path)
    if missing := lacking(face.content):
        message = f"{path.name} is no whole font: it lacks the table {missing}"
        raise FontError(message)
    return face


def _missing(folders: Sequence[Path], file: str) -> str:
    """What is said of a font that no template of a chain has."""
    there = [path.name for folder in folders for path in (folder / "fonts").glob("*")]
    hint = nearest(file, there)
    return f"{file} cannot be read: there is none in the folder 'fonts'{f'; {hint}' if hint else ''}"


def own_family(
    folders: Sequence[Path],
    name: str,
    files: Mapping[str, str],
    *,
    substitutes: tuple[str, ...],
    generic: Literal["roman", "swiss"],
) -> Family:
    """A family whose four faces `own_face` finds; `files` has a file for each of `STYLES`."""
    regular, italic, bold, bold_italic = (own_face(folders, files[style]) for style in STYLES)
    return Family(name, regular, italic, bold, bold_italic, substitutes, generic)


def _face(path: Path) -> Face:
    try:
        if path.exists() and not path.is_file():
            message = f"{path.name} is no file"
            raise FontError(message)
        if path.stat().st_size > LARGEST:
            message = f"{path.name} is larger than {LARGEST // 1024 // 1024} MiB"
            raise FontError(message)
        content = path.read_bytes()
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}"
        raise FontError(message) from error
    if content[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        message = f"{path.name} is no TrueType or OpenType font"
        raise FontError(message)
    try:
        name = _postscript_name(content) or _name_of(path.stem) or "Font"
    except struct.error as error:
        message = f"{path.name} is no whole font"
        raise FontError(message) from error
    return Face(name, content, "cff" if content[:4] == b"OTTO" else "truetype")


def _postscript_name(font: bytes) -> str:
    """The PostScript name (OpenType 1.9, table `name`, id 6) as a Windows or Macintosh record has it."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for place in range(12, 12 + 16 * tables, 16):
        tag, _, start, _ = struct.unpack_from(">4sLLL", font, place)
        if tag == b"name":
            _, records, strings = struct.unpack_from(">HHH", font, start)
            for record in range(start + 6, start + 6 + 12 * records, 12):
                platform, _, _, kind, length, offset = struct.unpack_from(">6H", font, record)
                if kind == 6 and platform in (1, 3):
                    begin = start + strings + offset
                    name = font[begin : begin + length].decode("utf-16-be" if platform == 3 else "latin-1", "ignore")
                    return _name_of(name)
    return ""


def _name_of(words: str) -> str:
    """What of some words may stand in the name of a font: a PDF writes it down as it is (ISO 32000-1, 7.3.5)."""
    return "".join(letter for letter in words if letter.isascii() and (letter.isalnum() or letter in "+-._"))[:63]
