"""LibreOffice Writer, which lays Word documents out on pages: as a PDF, so that what stands where can be read.

It sees one font of the system, the face for Hangul; all others it has from the documents themselves. So it lays out
alike on every machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject

from styles import sample_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pypdf import PageObject

Entry: TypeAlias = Any  # pypdf's objects are of many types
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""


@dataclass(frozen=True)
class Line:
    """Words at one height: how far their baseline is below the upper edge of the page, in points."""

    base: float
    words: str

    def begins(self, words: str) -> bool:
        """Whether it begins with these words; spaces do not count, for kerned letters stand apart in a PDF."""
        return _bare(self.words).startswith(_bare(words))

    def says(self, words: str) -> bool:
        """Whether it says these words and no more."""
        return _bare(self.words) == _bare(words)


@dataclass(frozen=True)
class Leap:
    """A link inside the document: where its upper and lower edges are, the page it leads to, and how far down that."""

    upper: float
    lower: float
    page: int
    target: float


@dataclass(frozen=True)
class Pages:
    """A document on pages, which are counted from 1."""

    content: bytes

    @cached_property
    def pages(self) -> list[PageObject]:
        return list(PdfReader(BytesIO(self.content)).pages)

    @cached_property
    def lines(self) -> list[list[Line]]:
        """The lines of each page, from above."""
        return [_lines(page) for page in self.pages]

    def page_of(self, words: str) -> int:
        """The first page that has a line which begins with these words."""
        return next(n for n, lines in enumerate(self.lines, 1) if any(line.begins(words) for line in lines))

    def line(self, page: int, words: str) -> Line:
        """The first line of a page that begins with these words."""
        return next(line for line in self.lines[page - 1] if line.begins(words))

    def leaps(self, page: int) -> list[Leap]:
        """The links of a page that lead to a place of the document."""
        numbers = {each.indirect_reference: n for n, each in enumerate(self.pages, 1)}
        found = []
        annotations: Entry = self.pages[page - 1].get("/Annots", ())
        for annotation in (each.get_object() for each in annotations):
            target = annotation.get("/Dest")
            if isinstance(target, ArrayObject) and isinstance(target[0], IndirectObject):
                _, lower, _, upper = (_height(self.pages[0]) - float(edge) for edge in annotation["/Rect"])
                found.append(Leap(upper, lower, numbers[target[0]], _height(self.pages[0]) - float(target[3])))
        return found

    def faces(self) -> set[str]:
        """The PostScript names of the fonts in use, without the marks of subsets."""
        pages: list[Entry] = list(self.pages)
        tables = [page["/Resources"].get_object().get("/Font", {}) for page in pages]
        fonts = [font.get_object() for table in tables for font in table.get_object().values()]
        return {str(font["/BaseFont"]).partition("+")[2] for font in fonts}


def _bare(words: str) -> str:
    return "".join(words.split())


def _height(page: PageObject) -> float:
    return float(page.mediabox.height)


def _lines(page: PageObject) -> list[Line]:
    """The words of a page, those at one height together, as they follow from the left."""
    at: dict[float, list[tuple[float, str]]] = {}

    def keep(text: str, _cm: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            at.setdefault(round(_height(page) - matrix[5], 1), []).append((matrix[4], " ".join(text.split())))

    page.extract_text(visitor_text=keep)
    return [Line(base, " ".join(words for _, words in sorted(at[base]))) for base in sorted(at)]


def lacking() -> str:
    """What this machine lacks to lay out a Word document, in words; nothing when it can."""
    return "" if _command() else "LibreOffice Writer is not installed: apt-get install libreoffice-writer-nogui"


def _command() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def laid_out(files: Mapping[str, bytes]) -> dict[str, Pages]:
    """Word documents on pages. Those without faces of their own have to come first: faces stay known to the end."""
    command = _command()
    if command is None:
        raise RuntimeError(lacking())
    with TemporaryDirectory() as name:
        folder = Path(name)
        fonts = folder / "fonts"
        fonts.mkdir()
        (fonts / "hangul.otf").write_bytes(sample_style().fallbacks[0].content)
        (fonts / "fonts.conf").write_text(_FONTS.format(folder=fonts), encoding="utf-8")
        paths = [folder / f"{number}.docx" for number in range(len(files))]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        arguments = (f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf")
        environment = {**os.environ, "FONTCONFIG_FILE": str(fonts / "fonts.conf")}
        done = subprocess.run(
            [command, *arguments, "--outdir", folder, *paths], env=environment, capture_output=True, check=False
        )
        made = [path.with_suffix(".pdf") for path in paths]
        if not all(path.exists() for path in made):
            raise RuntimeError(done.stderr.decode(errors="replace"))
        return {name: Pages(path.read_bytes()) for name, path in zip(files, made, strict=True)}
