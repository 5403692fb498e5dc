"""Pictures of a letterhead that a brief takes over: by what they hold, not by what they are called."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_PIXELS: Final = 64_000_000
"""Of one picture: a page of A4 at 600 dots an inch has 35 million."""

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "png": ("image/png", "PNG"),
    "jpg": ("image/jpeg", "JPEG"),
    "jpeg": ("image/jpeg", "JPEG"),
    "gif": ("image/gif", "GIF"),
    "bmp": ("image/bmp", "BMP"),
    "tif": ("image/tiff", "TIFF"),
    "tiff": ("image/tiff", "TIFF"),
    "emf": ("image/x-emf", ""),
    "wmf": ("image/x-wmf", ""),
}
"""What a picture may be, by how the name of its part ends: its content type, and what Pillow calls it."""

_EMF, _WMF = (
    b" EMF",
    (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
)  # [MS-EMF] 2.3.4.2, [MS-WMF] 2.3.2


def picture_type(name: str, content: bytes) -> str:
    """The content type of a picture in a part of this name, or nothing where it is not what the name says it is.

    It is not unpacked: of pictures in pixels the head alone is read, of drawings their first mark.
    """
    ending = name.rpartition(".")[2].lower()
    content_type, kind = _KINDS.get(ending, ("", ""))
    match ending:
        case "emf":
            fits = content[40:44] == _EMF
        case "wmf":
            fits = content.startswith(_WMF)
        case _:
            fits = bool(kind) and _is(kind, content)
    return content_type if fits else ""


def _is(kind: str, content: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415 - it takes long to load, and few templates have a letterhead

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=(kind,)) as picture:
                return picture.width * picture.height <= MOST_PIXELS
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
