"""The fonts of one document: which face sets which character, and a problem for a character that none can set."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from brief.problem import Problem
from brief.render.pdf.font import Font, is_unseen
from brief.style import is_part, missing

if TYPE_CHECKING:
    from brief.place import Place
    from brief.style import Face, Style, TextStyle

REPLACEMENT = "?"


class _Composed(Font):
    """A font that draws whole characters alone: nothing here joins the parts of one."""

    def has(self, character: str) -> bool:
        """See Font."""
        return not is_part(character) and super().has(character)


class Typecase:
    """Faces of a style, each a font of the document from the moment something is set in it."""

    def __init__(self, style: Style) -> None:
        self._families = {"serif": style.serif, "sans": style.sans}
        self._fallbacks = style.fallbacks
        self._fonts: dict[Face, Font] = {}
        self._missing: dict[tuple[str, Place | None], Problem] = {}

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Every font in which something is set, in order of first use."""
        return tuple(font for font in self._fonts.values() if font.glyphs)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One for each place of each character that cannot be drawn, and for each font that cannot be embedded."""
        damaged = [font.face.name for font in self.fonts if font.face.is_damaged]
        hint = "name another in [faces] of style.toml"
        broken = [
            Problem("font", f"the font {name} is damaged: its glyphs are not whole", None, hint) for name in damaged
        ]
        return (*self._missing.values(), *broken)

    def font(self, style: TextStyle, *, bold: bool = False, italic: bool = False) -> Font:
        """The font of a text style; `bold` and `italic` are added to its own."""
        family = self._families[style.family]
        if bold or style.bold:
            return self._font(family.bold_italic if italic or style.italic else family.bold)
        return self._font(family.italic if italic or style.italic else family.regular)

    def spans(self, text: str, font: Font, origins: tuple[Place, ...] = ()) -> list[tuple[Font, str]]:
        """`text` in pieces of one font each: `font`, or the first fallback that has the characters it lacks."""
        if font.has_all(text):
            return [(font, text)]
        place = origins[0] if origins else None
        chosen = [pair for character in text if (pair := self._choose(character, font, place))]
        pieces = groupby(chosen, key=lambda pair: pair[0])
        return [(piece, "".join(character for _, character in pairs)) for piece, pairs in pieces]

    def _font(self, face: Face) -> Font:
        try:
            return self._fonts[face]
        except KeyError:
            font = self._fonts[face] = _Composed(face, f"F{len(self._fonts) + 1}")
            return font

    def _choose(self, character: str, font: Font, place: Place | None) -> tuple[Font, str] | None:
        if is_unseen(character):
            return None
        if font.has(character):
            return font, character
        for face in self._fallbacks:
            fallback = self._font(face)
            if fallback.has(character):
                return fallback, character
        self._missing[character, place] = missing(character, place)
        return font, REPLACEMENT
