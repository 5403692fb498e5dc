"""The theme of a Word document: what its fonts and colours are that styles name by their role."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brief.letterhead.names import A, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.opc import Package

_ROLES = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "background1": "lt1",
    "text1": "dk1",
    "background2": "lt2",
    "text2": "dk2",
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
}
"""The colours of a theme by the names that styles give them (17.18.97), under Word's own mapping."""

_HEX = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Latin faces, "major" and "minor", and colours by their names in the theme, `RRGGBB`."""

    faces: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Theme:
        """The theme of a document; an empty one where it has none."""
        name = package.related("theme")
        if not name:
            return cls()
        root = package.xml(name)
        faces = {kind: root.find(f".//{A}{kind}Font/{A}latin") for kind in ("major", "minor")}
        scheme = root.find(f".//{A}clrScheme")
        slots = [slot for slot in (() if scheme is None else scheme) if isinstance(slot.tag, str) and len(slot)]
        colours = {slot.tag.rpartition("}")[2]: slot[0].get("lastClr") or slot[0].get("val") or "" for slot in slots}
        return cls(
            {kind: face.get("typeface") for kind, face in faces.items() if face is not None and face.get("typeface")},
            {name: colour.upper() for name, colour in colours.items() if _HEX.fullmatch(colour)},
        )

    def face(self, fonts: Any) -> str:
        """The Latin face that a `w:rFonts` names; the theme's role goes before a name (17.3.2.26)."""
        for slot in ("ascii", "hAnsi"):
            role = value(fonts, f"{slot}Theme")
            face = self.faces.get(role[:5]) if role else value(fonts, slot)
            if face:
                return face
        return ""

    def colour(self, element: Any, name: str = "val", prefix: str = "theme") -> str:
        """A colour as `#rrggbb`, or nothing where it is automatic; `prefix` is "themeFill" for what lies behind.

        A theme colour goes before the one written beside it, with its tint or shade (17.3.2.6, 17.18.40).
        """
        role = value(element, "themeColor" if prefix == "theme" else prefix)
        base = self.colours.get(_ROLES.get(role, role), "")
        if base:
            return _shifted(base, value(element, f"{prefix}Tint"), value(element, f"{prefix}Shade"))
        written = value(element, name)
        return f"#{written.lower()}" if _HEX.fullmatch(written) else ""


def _shifted(colour: str, tint: str, shade: str) -> str:
    """A colour made lighter or darker; both in 255ths, as hexadecimal digits."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if re.fullmatch("[0-9A-Fa-f]{1,2}", tint):
        part = int(tint, 16) / 255
        light = light * part + 1 - part
    elif re.fullmatch("[0-9A-Fa-f]{1,2}", shade):
        light *= int(shade, 16) / 255
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
