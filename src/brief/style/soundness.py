"""Whether a font file holds what a document needs of it, before anything is set in it."""

from __future__ import annotations

_LEAST = {"cmap": 4, "head": 54, "hhea": 36, "hmtx": 4, "maxp": 6, "OS/2": 78, "post": 32}
"""Tables of a font, and the bytes that the first version of each has (OpenType 1.9, chapter 5)."""

_OUTLINES = (("CFF ",), ("glyf", "loca"))
_LATER, _CAPITALS = 2, 96  # the version of OS/2 that has the height of capitals, and its bytes


def lacking(font: bytes) -> str:
    """The first table that a font has not, or not whole; nothing where all are there."""
    import uharfbuzz  # noqa: PLC0415  it takes long to load, and few templates have a font of their own

    face = uharfbuzz.Face(font)

    def table(tag: str) -> bytes:
        return bytes(face.reference_table(tag).data)

    for tag, least in _LEAST.items():
        if len(table(tag)) < least:
            return tag
    if int.from_bytes(table("OS/2")[:2], "big") >= _LATER and len(table("OS/2")) < _CAPITALS:
        return "OS/2"
    return "" if any(all(map(table, tags)) for tags in _OUTLINES) else "glyf"
