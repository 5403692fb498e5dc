"""Whether a font may travel inside a Word document: its licence bits, and the outlines that Word takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.style.model import Face

_USAGE, _EDITABLE, _BITMAPS = 0x000F, 0x0008, 0x0200  # of fsType (OpenType 1.9, table OS/2)


def hindrance(face: Face) -> str:
    """Why a face cannot be embedded in a document that its reader may change; nothing where it can.

    Word loads embedded fonts of TrueType outlines only. A font that may be embedded for viewing and printing alone is
    none for a Word document, and one that may be embedded as bitmaps alone is none for any.
    """
    if face.outlines == "cff":
        return "it has PostScript outlines, which Word does not load from a document"
    usage = _fs_type(face.content)
    if usage & _BITMAPS or (usage & _USAGE and not usage & _EDITABLE):
        return f"its licence forbids it (fsType {usage:#06x})"
    return ""


def _fs_type(font: bytes) -> int:
    """The licence bits; 0, installable, where the font has no table OS/2."""
    import uharfbuzz  # noqa: PLC0415  it takes long to load, and few styles embed

    table = bytes(uharfbuzz.Face(font).reference_table("OS/2").data)
    return int.from_bytes(table[8:10], "big")
