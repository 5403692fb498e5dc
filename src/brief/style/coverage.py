"""Which characters a style can set: known before anything is rendered, and told alike by whoever finds one missing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from brief.problem import Problem

if TYPE_CHECKING:
    from uharfbuzz import Font

    from brief.place import Place
    from brief.style.model import Face, Style

_JAMO = ("\u1100", "\u11ff"), ("\ua960", "\ua97f"), ("\ud7b0", "\ud7ff")
_HINT = "write it otherwise, or add a face that has it to the fallbacks of the template's style"
_HINT_OF_PART = "write the composed letter, such as é or 한, or leave this part out"


class Coverage:
    """The characters that a style can set upright: those that each of its upright text faces has, or a fallback.

    Which face a text will be set in is the template's to say; what an italic lacks, the PDF finds. Control and format
    characters are covered, for they are dropped; so is any space, for the common space does; a part of a character
    (`is_part`) is not.
    """

    __slots__ = ("_covered", "_faces", "_fallbacks")

    def __init__(self, faces: tuple[Face, ...], fallbacks: tuple[Face, ...]) -> None:
        self._faces, self._fallbacks = tuple(map(_opened, faces)), tuple(map(_opened, fallbacks))
        self._covered: set[str] = set()

    @staticmethod
    def of(style: Style) -> Coverage:
        """The coverage of a style; the same one for every style of these faces."""
        families = (style.serif, style.sans)
        faces = tuple(face for family in families for face in (family.regular, family.bold))
        return _coverage(faces, style.fallbacks)

    def lacking(self, text: str) -> tuple[str, ...]:
        """The characters of a text that the style cannot set, each once, in order."""
        if self._covered.issuperset(text):
            return ()
        unknown = [character for character in dict.fromkeys(text) if character not in self._covered]
        self._covered.update(filter(self._find, unknown))
        return tuple(character for character in unknown if character not in self._covered)

    def _find(self, character: str) -> bool:
        if unicodedata.category(character) in ("Cc", "Cf"):
            return True
        if is_part(character):
            return False
        return all(_has(face, character) for face in self._faces) or any(
            _has(face, character) for face in self._fallbacks
        )


def is_part(character: str) -> bool:
    """Whether it is a combining mark, or a conjoining jamo: a part that only shaping could join to a character.

    See the Unicode Standard, 2.11 (combining characters) and 18.6 (Hangul).
    """
    return unicodedata.category(character)[0] == "M" or any(first <= character <= last for first, last in _JAMO)


def missing(character: str, place: Place | None) -> Problem:
    """The problem of a character that cannot be set, at the place of its text."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, 'a character without a name')}"
    if is_part(character):
        message = f"{name} is a part of a character, and would be printed apart from it"
        return Problem("glyph", message, place, _HINT_OF_PART)
    return Problem("glyph", f"a text face of the style lacks {name}, and no fallback has it", place, _HINT)


@lru_cache(maxsize=16)
def _coverage(faces: tuple[Face, ...], fallbacks: tuple[Face, ...]) -> Coverage:
    return Coverage(faces, fallbacks)


def _opened(face: Face) -> Font:
    import uharfbuzz  # noqa: PLC0415  it takes long to load, and not every command needs it

    return uharfbuzz.Font(uharfbuzz.Face(face.content))


def _has(font: Font, character: str) -> bool:
    return bool(font.get_nominal_glyph(ord(character)) or (character.isspace() and font.get_nominal_glyph(ord(" "))))
