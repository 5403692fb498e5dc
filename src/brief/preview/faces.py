"""The faces of a style, handed to the browser, so that a brief looks as its PDF whatever fonts a machine has.

A brief as HTML names its families and loads nothing. The page around it brings the fonts.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.style import Face, Style

MEDIA_TYPES = {"truetype": "font/ttf", "cff": "font/otf"}
"""Of a face, by its outlines (RFC 8081, 4.4)."""


class Cut(NamedTuple):
    """A face as CSS asks for it: family, slant, the weights it serves (CSS Fonts 4, 4.1), and the key of its file."""

    family: str
    slant: Literal["normal", "italic"]
    weight: str
    key: str


class Faces:
    """The faces of the styles that have been seen, by key."""

    def __init__(self) -> None:
        self._known: dict[str, Face] = {}

    def get(self, key: str) -> Face | None:
        """The face of a key that `cuts` has given."""
        return self._known.get(key)

    def cuts(self, style: Style) -> tuple[Cut, ...]:
        """The faces of a style, and of what stands in for Hangul."""
        return tuple(Cut(family, slant, weight, self._keep(face)) for family, slant, weight, face in _asked(style))

    def _keep(self, face: Face) -> str:
        key = _key(face.content)
        self._known[key] = face
        return key


def _asked(style: Style) -> Iterator[tuple[str, Literal["normal", "italic"], str, Face]]:
    for family in (style.serif, style.sans):
        yield family.name, "normal", "400", family.regular
        yield family.name, "italic", "400", family.italic
        yield family.name, "normal", "600 900", family.bold
        yield family.name, "italic", "600 900", family.bold_italic
    for face in style.fallbacks[:1]:
        yield style.east_asian, "normal", "400", face


@cache
def _key(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
