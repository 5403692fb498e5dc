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
        self._face, self._in_capitals = font.face, capitals
        self._code_of = _Codes(font, capitals=capitals).__getitem__

    def __missing__(self, word: str) -> tuple[float, str]:
        advances, kerns = self._face.set(_upper(word) if self._in_capitals else word)
        if not kerns:
            made = self[word] = advances / 1000, f"<{''.join(map(self._code_of, word))}>" if word else ""
            return made
        codes = list(map(self._code_of, word))
        for at, kern in kerns:
            codes[at] += f">{kern:g}<"
        made = self[word] = advances / 1000, f"<{''.join(codes)}>".removesuffix("<>")
        return made


class _Codes(dict[str, str]):
    """Letters to the codes that draw them, as hexadecimal digits; a letter has its code when it is first asked for."""

    def __init__(self, font: Font, *, capitals: bool) -> None:
        self._font, self._in_capitals = font, capitals

    def __missing__(self, letter: str) -> str:
        glyph = self._font.face.glyph(_upper(letter) if self._in_capitals else letter)
        code = self[letter] = f"{self._font.code(letter, glyph):04X}"
        return code


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
        return bool(self.face.glyph(character))

    def has_all(self, text: str) -> bool:
        """Whether it can draw every character of `text`, and all of them are to be seen."""
        if self._known.issuperset(text):
            return True
        self._known.update(c for c in set(text).difference(self._known) if self.has(c) and not is_unseen(c))
        return self._known.issuperset(text)

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
