"""The font table: what Word may take where a family of the style is absent, and the faces that the file brings along.

An embedded font is obfuscated (ECMA-376 Part 1, 17.8.1): it serves this document and nothing else.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from brief.render.docx.escape import DECLARATION, R, W, escape

if TYPE_CHECKING:
    from brief.style import Face, Family, Style

_HANGUL = "Malgun Gothic"  # the face of Hangul that every Word since 2007 brings along
_SLOTS: Final = ("Regular", "Bold", "Italic", "BoldItalic")  # in the order of the schema (17.8.3.10)
_HIDDEN: Final = 32  # bytes of a font that are obfuscated


class Embedded(NamedTuple):
    """A face in the file: the relationship of the font table that leads to it, its part, its key, its bytes there."""

    relationship: str
    part: str
    key: str
    content: bytes


def embedded(style: Style) -> dict[Face, Embedded]:
    """The faces that the file brings along, each once; none where the style does not ask for it."""
    families = (style.serif, style.sans) if style.embed_faces else ()
    faces = dict.fromkeys(face for family in families for face in _in_order(family))
    return {
        face: Embedded(f"rId{number}", f"word/fonts/font{number}.odttf", _braced(_key(face)), obfuscated(face))
        for number, face in enumerate(faces, 1)
    }


@lru_cache(maxsize=16)
def obfuscated(face: Face) -> bytes:
    """The font with its first 32 bytes hidden: each is joined by XOR with a byte of the key, from the last back."""
    key = _key(face).bytes[::-1]
    head = bytes(byte ^ key[place % len(key)] for place, byte in enumerate(face.content[:_HIDDEN]))
    return head + face.content[_HIDDEN:]


@lru_cache(maxsize=16)
def _key(face: Face) -> UUID:
    """A key of the font's own, so that the same font is hidden alike in every file."""
    return UUID(bytes=hashlib.sha256(face.content).digest()[:16], version=5)


def _braced(key: UUID) -> str:
    return f"{{{key!s}}}".upper()


def _in_order(family: Family) -> tuple[Face, ...]:
    return family.regular, family.bold, family.italic, family.bold_italic


def fonts_xml(style: Style) -> str:
    """`fontTable.xml`. `w:altName` lists the substitutes, to be tried in turn (ECMA-376 Part 1, 17.8.3.1)."""
    files = embedded(style)
    latin = "".join(
        _font(
            family.name,
            ",".join(name for name in family.substitutes if name != family.name),
            family.generic,
            "00",
            "".join(_embed(slot, files[face]) for slot, face in zip(_SLOTS, _in_order(family), strict=True))
            if files
            else "",
        )
        for family in (style.serif, style.sans)
    )
    return f"{DECLARATION}<w:fonts {W} {R}>{latin}{_font(style.east_asian, _HANGUL, 'swiss', '81')}</w:fonts>"


def _font(name: str, substitute: str, generic: str, charset: str, files: str = "") -> str:
    other = f'<w:altName w:val="{escape(substitute)}"/>' if substitute and substitute != name else ""
    return (
        f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="{charset}"/><w:family w:val="{generic}"/>'
        f'<w:pitch w:val="variable"/>{files}</w:font>'
    )


def _embed(slot: str, file: Embedded) -> str:
    return f'<w:embed{slot} r:id="{file.relationship}" w:fontKey="{file.key}"/>'
