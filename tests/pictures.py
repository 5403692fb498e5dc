"""Make the pictures of pages that the README shows, from the briefs as they are now.

python tests/pictures.py
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2

import brief

ROOT = Path(__file__).parents[1]
PICTURES = {
    "vilnius-front": ("vilnius-2023", 1),
    "vilnius-timeline": ("vilnius-2023", 2),
    "vilnius-areas": ("vilnius-2023", 6),
}
SCALE = 1.4


def main() -> None:
    """Write each picture to .github/images."""
    for name, (event, number) in PICTURES.items():
        content = brief.generate(event, formats=("pdf",), briefs=ROOT / "briefs").documents["pdf"].content
        page = pypdfium2.PdfDocument(content)[number - 1]
        page.render(scale=SCALE).to_pil().convert("P", colors=64).save(
            ROOT / ".github" / "images" / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
