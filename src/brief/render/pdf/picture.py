"""A logo as a PDF object: an image without transparency, in grey or RGB (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.render.pdf.writer import Objects
    from brief.style import Logo

_ENTRIES = "/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace/{}"


def picture(objects: Objects, logo: Logo) -> str:
    """Add the picture to the objects; gives the reference to it. What is transparent becomes white.

    A JPEG in grey or RGB goes in as it is; anything else is unpacked.
    """
    from PIL import Image  # noqa: PLC0415 - it takes long to load, and few templates have a logo

    with Image.open(io.BytesIO(logo.content), formats=("PNG", "JPEG")) as image:
        space = {"L": "DeviceGray", "RGB": "DeviceRGB"}.get(image.mode, "")
        entries = _ENTRIES.format(*image.size, space or "DeviceRGB")
        if logo.kind == "jpeg" and space:
            return objects.stream(logo.content, f"{entries}/Filter/DCTDecode", deflate=False)
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(clear)
        entries = _ENTRIES.format(*image.size, "DeviceRGB")
        return objects.stream(ground.convert("RGB").tobytes(), entries)
