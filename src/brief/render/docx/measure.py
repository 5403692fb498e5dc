"""How wide words are in a face of the style: enough to share out the columns of a table that Word then sets itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uharfbuzz import Font

    from brief.style import Face, Style, TextStyle

_WIDE = 0.95  # ems of a character that the face lacks, of Hangul say


def face_of(text: TextStyle, style: Style) -> Face:
    """The upright face of a kind of text."""
    family = style.serif if text.family == "serif" else style.sans
    return family.bold if text.bold else family.regular


@lru_cache(maxsize=4096)
def width_of(words: str, face: Face) -> float:
    """The width of `words` in ems."""
    return sum(_advance(character, face) for character in words)


@lru_cache(maxsize=4096)
def _advance(character: str, face: Face) -> float:
    font = _opened(face)
    glyph = font.get_nominal_glyph(ord(character))
    if glyph is None:
        return _WIDE if character >= "\u1100" else 0.5
    advance, em = font.get_glyph_h_advance(glyph), font.face.upem
    return float(advance / em)


@lru_cache(maxsize=16)
def _opened(face: Face) -> Font:
    import uharfbuzz  # noqa: PLC0415  it takes long to load, and not every document has tables

    return uharfbuzz.Font(uharfbuzz.Face(face.content))
