"""A face as one document uses it: each character it draws has a code of two bytes, in order of first use.

The code belongs to the character, not to the glyph: two characters that look alike are read back as themselves, and a
word shown in capitals is read back as it is written.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from brief.render.pdf.face import opened

if TYPE_CHECKING:
    from brief.render.pdf.face import FaceFile
    from brief.style import Face


class Words(dict[str, tuple[float, str]]):
    """Words to their width at size 1 and the elements of a TJ array that draw them; each is made when asked for."""

    def __init__(self, font: Font, *, capitals: bool) -> None:
        self._font, self._in_capitals = font, capitals
        self._letters: dict[str, tuple[int, str]] = {}  # glyph and code

    def __missing__(self, word: str) -> tuple[float, str]:
        letters = self._letters
        if not letters.keys() >= set(word):
            letters.update((letter, self._letter(letter)) for letter in word if letter not in letters)
        glyphs = [letters[letter][0] for letter in word]
        advances, kerns = self._font.face.set(_upper(word) if self._in_capitals else word, glyphs)
        codes = [letters[letter][1] for letter in word]
        for at, kern in kerns:
            codes[at] += f">{kern:g}<"
        made = self[word] = advances / 1000, f"<{''.join(codes)}>".removesuffix("<>") if word else ""
        return made

    def _letter(self, letter: str) -> tuple[int, str]:
        glyph = self._font.glyph(_upper(letter) if self._in_capitals else letter)
        return glyph, f"{self._font.code(letter, glyph):04X}"


class Font:
    """One face in one document. `name` is what page code calls it."""

    def __init__(self, face: Face, name: str) -> None:
        self.face: FaceFile = opened(face)
        self.name = name
        self.characters: list[str] = []  # read back, by code - 1
        self.glyphs: list[int] = []  # drawn, by code - 1
        self.words = Words(self, capitals=False)
        self.capitals = Words(self, capitals=True)
        self._codes: dict[tuple[str, int], int] = {}
        self._known: set[str] = set()

    def has(self, character: str) -> bool:
        """Whether it can draw the character, or at least its space."""
        return bool(self.glyph(character))

    def has_all(self, text: str) -> bool:
        """Whether it can draw every character of `text`, and all of them are to be seen."""
        if self._known.issuperset(text):
            return True
        self._known.update(c for c in set(text).difference(self._known) if self.has(c) and not is_unseen(c))
        return self._known.issuperset(text)

    def glyph(self, character: str) -> int:
        """The number of the glyph that draws the character; 0 for none."""
        return self.face.glyph(character) or (self.face.glyph(" ") if character.isspace() else 0)

    def code(self, character: str, glyph: int) -> int:
        """The code that draws `glyph` and is read back as `character`."""
        key = character, glyph
        try:
            return self._codes[key]
        except KeyError:
            self.characters.append(character)
            self.glyphs.append(glyph)
            code = self._codes[key] = len(self.glyphs)
            return code

    @cached_property
    def rise(self) -> float:
        """How far below the middle of a line its baseline is, at size 1."""
        metrics = self.face.metrics
        return (metrics.ascent + metrics.descent) / 2000


def _upper(text: str) -> str:
    """In capitals, letter by letter: a letter whose capital is two letters stays as it is."""
    return "".join(capital if len(capital := letter.upper()) == 1 else letter for letter in text)


def is_unseen(character: str) -> bool:
    """Whether it is a control or format character, the soft hyphen among them: nothing of it is drawn."""
    return unicodedata.category(character) in ("Cc", "Cf")
