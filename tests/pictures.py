"""Make the pictures of pages that the guides show, from the briefs as they are now, and the logo of the sample.

python tests/pictures.py
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import font_source_sans_pro
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

import brief
from brief.files import write_whole

ROOT = Path(__file__).parents[1]
EVENT = "vilnius-2023"
PAGES = {"vilnius-front": 1, "vilnius-timeline": 2, "vilnius-areas": 6}
"""The pages of the policy brief that the README shows."""

SCALE = 1.4
PREVIEW_WIDTH = 600
"""Pixels of the picture of a template's first page."""

LOGO = ROOT / "src" / "brief" / "sample" / "logo.png"


def main() -> None:
    """Write each picture to its place: .github/images, the folder of its template, the sample."""
    files = {ROOT / ".github" / "images" / f"{name}.png": page(number) for name, number in PAGES.items()}
    files |= {folder / "preview.png": preview(folder) for folder in templates()}
    files |= {LOGO: logo()}
    write_whole(files)
    for path, content in files.items():
        print(f"{path.relative_to(ROOT)}: {len(content) / 1000:.0f} kB")


def templates() -> list[Path]:
    """The folders of the templates that come with brief."""
    return sorted(path.parent for path in (ROOT / "templates").glob("*/template.toml"))


def page(number: int) -> bytes:
    """A page of the policy brief."""
    return png(pypdfium2.PdfDocument(pdf(ROOT / "templates" / "policy-brief"))[number - 1], SCALE, 64)


def preview(folder: Path) -> bytes:
    """The first page that a template makes."""
    first = pypdfium2.PdfDocument(pdf(folder))[0]
    return png(first, PREVIEW_WIDTH / first.get_width(), 32)


@cache
def pdf(folder: Path) -> bytes:
    """The brief that a template makes of the event."""
    made = brief.generate(EVENT, formats=("pdf",), template=folder, briefs=ROOT / "briefs")
    return made.documents["pdf"].content


def png(shown: pypdfium2.PdfPage, scale: float, colours: int) -> bytes:
    """A page as a picture of few colours, the rare ones among them."""
    return saved(shown.render(scale=scale).to_pil().convert("RGB").quantize(colours, Image.Quantize.MAXCOVERAGE))


def logo() -> bytes:
    """A coat of arms for the sample's country, three waves on a shield, and the name of its ministry beside it."""
    green, four = "#1f4f4a", 4  # drawn four times as large, so that edges are smooth
    picture = Image.new("RGB", (560 * four, 150 * four), "white")
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, 118 * four, 90 * four), 8 * four, fill=green)
    draw.polygon([(x * four, y * four) for x, y in ((0, 80), (118, 80), (118, 96), (59, 149), (0, 96))], fill=green)
    for y in (34, 60, 86):
        for x in range(14, 104, 30):
            draw.arc([n * four for n in (x, y - 12, x + 30, y + 12)], 0, 180, fill="white", width=6 * four)
    for words, y, size, face in (("NORTHLAND", 14, 50, "SourceSansProSemibold"),
                                 ("Ministry of Foreign Affairs", 80, 33, "SourceSansPro")):  # fmt: skip
        font = ImageFont.truetype(font_source_sans_pro.font_files_ttf[face], size * four)
        draw.text((146 * four, y * four), words, fill=green, font=font)
    small = picture.resize((560, 150), Image.Resampling.LANCZOS)
    return saved(small.convert("P", palette=Image.Palette.ADAPTIVE, colors=16))


def saved(picture: Image.Image) -> bytes:
    """The picture as PNG, as small as it goes."""
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


if __name__ == "__main__":
    main()
