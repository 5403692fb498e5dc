"""A font file opened by HarfBuzz: which characters it has, how wide they are and how they kern."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Collection

    from brief.style import Face

# One glyph a character, in the order of the text: what is drawn can then be read back letter by letter.
_FEATURES = {
    "kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "rlig": False, "tnum": True, "lnum": True,
}  # fmt: skip
_FIGURES = frozenset("0123456789")
"""Where the face has such, they are all as wide and as high as capitals: numbers in columns line up."""
# A PDF reader takes characters and widths from the PDF; what a font file says of them would only make it larger.
_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "meta", "name", "post", "vhea", "vmtx")  # fmt: skip  # noqa: E501 - one list
_ITALIC, _SYMBOLIC = 64, 4
_REMEMBERED = 50_000  # words, whose kerning a face remembers from one document to the next

Kerns = tuple[tuple[int, float], ...]
"""Places in a word, and by how much the next letter moves left there, in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font descriptor tells, in thousandths of the size."""

    ascent: float
    descent: float
    cap_height: float
    slant: float
    stem: float
    bounds: tuple[float, float, float, float]

    @property
    def flags(self) -> int:
        """Flags of the descriptor (ISO 32000-1, table 123)."""
        return _SYMBOLIC | (_ITALIC if self.slant else 0)


class FaceFile:
    """An open face. Widths are in thousandths of the size."""

    def __init__(self, face: Face) -> None:
        self.name = face.name
        self.is_damaged = False
        self.is_cff = face.outlines == "cff"
        self._file = hb.Face(face.content)
        self._font = hb.Font(self._file)
        self._scale = 1000 / self._file.upem
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._words: dict[str, tuple[float, Kerns]] = {}
        self.metrics = self._read_metrics()

    def glyph(self, character: str) -> int:
        """The number of its glyph; of a space that the face lacks, the common space's; 0 for none."""
        try:
            return self._glyphs[character]
        except KeyError:
            found = self._font.get_nominal_glyph(ord(character)) or 0
            if found and character in _FIGURES:
                found = self._shaped(character).glyph_infos[0].codepoint
            if not found and character != " " and character.isspace():
                found = self.glyph(" ")
            self._glyphs[character] = found
            return found

    def advance(self, glyph: int) -> float:
        """How far the pen moves on after the glyph."""
        try:
            return self._advances[glyph]
        except KeyError:
            found = self._advances[glyph] = float(self._font.get_glyph_h_advance(glyph) * self._scale)
            return found

    def set(self, word: str) -> tuple[float, Kerns]:
        """The width of a word, kerned."""
        try:
            return self._words[word]
        except KeyError:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            made = self._words[word] = self._kern(word)
            return made

    def _kern(self, word: str) -> tuple[float, Kerns]:
        glyphs = [self.glyph(character) for character in word]
        advances = [self.advance(glyph) for glyph in glyphs]
        width = sum(advances)
        if len(glyphs) < 2:
            return width, ()
        buffer = self._shaped(word)
        if [info.codepoint for info in buffer.glyph_infos] != glyphs:
            return width, ()  # no plain row of glyphs (marks, another direction): it keeps its natural width
        kerned = [position.x_advance * self._scale for position in buffer.glyph_positions]
        kerns = [
            (at, own - moved) for at, (own, moved) in enumerate(zip(advances, kerned, strict=True)) if own != moved
        ]
        return sum(kerned), tuple(kerns)

    def _shaped(self, word: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        return buffer

    def subset(self, glyphs: Collection[int]) -> tuple[bytes, dict[int, int]]:
        """A font program of these glyphs alone, and the new number of each: a TrueType file, or a bare CFF table.

        Of a face that has no whole glyphs nothing can be made: it `is_damaged` then, and so is the document.
        """
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
        wanted.flags |= hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        try:
            plan = hb.SubsetPlan(self._file, wanted)
            numbers = plan.old_to_new_glyph_mapping
            file = plan.execute()
            program = file.reference_table("CFF ").data if self.is_cff else file.blob.data
            return bytes(program), {glyph: numbers[glyph] for glyph in glyphs}
        except (RuntimeError, KeyError):  # a font whose tables say what is not so
            self.is_damaged = True
            return b"", dict.fromkeys(glyphs, 0)

    def _read_metrics(self) -> Metrics:
        table = {tag: self._file.reference_table(tag).data for tag in ("head", "hhea", "OS/2", "post")}
        scale = self._scale
        ascent, descent = struct.unpack_from(">hh", table["hhea"], 4)
        bounds = struct.unpack_from(">hhhh", table["head"], 36)
        version, _, weight = struct.unpack_from(">HhH", table["OS/2"])
        capitals = struct.unpack_from(">h", table["OS/2"], 88)[0] if version >= 2 else ascent
        (slant,) = struct.unpack_from(">i", table["post"], 4)
        return Metrics(
            ascent=ascent * scale,
            descent=descent * scale,
            cap_height=capitals * scale,
            slant=slant / 65536,
            stem=50 + int((weight / 65) ** 2),
            bounds=(bounds[0] * scale, bounds[1] * scale, bounds[2] * scale, bounds[3] * scale),
        )


@lru_cache(maxsize=16)
def opened(face: Face) -> FaceFile:
    """The face, open; the same one for every document of a process."""
    return FaceFile(face)
