"""A font as PDF objects: a composite font with a subset of its face (ISO 32000-1, 9.7), read back exactly.

TrueType outlines go in as they are, with a table from codes to glyphs. PostScript outlines (CFF) go in as they are too:
their codes lead to glyphs through a character map of the font's own.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.render.pdf.font import Font
    from brief.render.pdf.writer import Objects

_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_LETTERS = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")


def embed(objects: Objects, font: Font) -> str:
    """Add the font to the objects; gives the reference to it."""
    face = font.face
    program, numbers = face.subset(sorted(set(font.glyphs)))
    tag = hashlib.md5(program, usedforsecurity=False).hexdigest()[:6].translate(_LETTERS)
    name = f"/{tag}+{face.name}"
    glyphs = [0, *(numbers[glyph] for glyph in font.glyphs)]
    if face.is_cff:
        file = f"/FontFile3 {objects.stream(program, '/Subtype/CIDFontType0C')}"
        kind, mapping = "/CIDFontType0", ""
        encoding = objects.stream(_codes_to_glyphs(name, glyphs), f"/Type/CMap/CMapName{name}/CIDSystemInfo{_SYSTEM}")
        widths = _widths(dict(zip(glyphs[1:], _advances(font), strict=True)))
    else:
        file = f"/FontFile2 {objects.stream(program, f'/Length1 {len(program)}')}"
        table = b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
        kind, mapping = "/CIDFontType2", f"/CIDToGIDMap {objects.stream(table)}"
        encoding = "/Identity-H"
        widths = _widths(dict(enumerate(_advances(font), 1)))
    descendant = objects.add(
        f"<</Type/Font/Subtype{kind}/BaseFont{name}/CIDSystemInfo{_SYSTEM}/DW 0/W[{widths}]{mapping}"
        f"/FontDescriptor {_descriptor(objects, font, name, file)}>>"
    )
    unicode = objects.stream(_codes_to_characters(font.characters))
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding{_after(encoding)}"
        f"/DescendantFonts[{descendant}]/ToUnicode {unicode}>>"
    )


def _after(value: str) -> str:
    return value if value.startswith("/") else f" {value}"


def _advances(font: Font) -> list[float]:
    return [font.face.advance(glyph) for glyph in font.glyphs]


def _widths(by_glyph: dict[int, float]) -> str:
    return " ".join(f"{number}[{by_glyph[number]:g}]" for number in sorted(by_glyph))


def _descriptor(objects: Objects, font: Font, name: str, file: str) -> str:
    metrics = font.face.metrics
    bounds = " ".join(f"{edge:g}" for edge in metrics.bounds)
    return objects.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {metrics.flags}/FontBBox[{bounds}]"
        f"/ItalicAngle {metrics.slant:g}/Ascent {metrics.ascent:g}/Descent {metrics.descent:g}"
        f"/CapHeight {metrics.cap_height:g}/StemV {metrics.stem:g}{file}>>"
    )


def _character_map(head: str, kind: str, pairs: Iterable[str]) -> bytes:
    """A CMap; no section of it may hold more than a hundred entries (Adobe Technical Note 5014)."""
    entries = tuple(pairs)
    sections = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = [f"{len(part)} begin{kind}\n" + "\n".join(part) + f"\nend{kind}" for part in sections]
    lines = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        head,
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *body,
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    )
    return "\n".join(lines).encode("ascii")


def _codes_to_glyphs(name: str, glyphs: list[int]) -> bytes:
    head = (
        "/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def\n"
        f"/CMapName {name} def /CMapType 1 def /WMode 0 def"
    )
    return _character_map(head, "cidchar", (f"<{code:04X}> {glyph}" for code, glyph in enumerate(glyphs) if code))


def _codes_to_characters(characters: list[str]) -> bytes:
    head = (
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    )
    pairs = (f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(characters, 1))
    return _character_map(head, "bfchar", pairs)
