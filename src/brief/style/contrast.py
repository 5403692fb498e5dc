"""Whether text and what is drawn can be told from what lies behind them (WCAG 2.2, success criteria 1.4.3, 1.4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.style.scheme import Colour
    from brief.style.sheet import Sheet
    from brief.toml import Key

LEAST = 4.5
"""The ratio that text of any size has to have."""

LEAST_DRAWN = 3.0
"""The ratio that has to have what is drawn and means something."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_legible(text: Colour) -> bool:
    """Whether text of this colour can be told from white."""
    return contrast(text, "#ffffff") >= LEAST


def judge(
    sheet: Sheet, path: Sequence[Key], colour: Colour, ground: Colour, where: str, *, drawn: bool = False
) -> bool:
    """Report what stands out too little, at the key of its colour, and say whether it stands out.

    `where` names what lies behind it; it is text, or else `drawn`.
    """
    ratio, least = contrast(colour, ground), LEAST_DRAWN if drawn else LEAST
    if ratio >= least:
        return True
    message = f"{colour} on {where} has a contrast of {ratio:.2f} : 1"
    hint = f"{'dots of status' if drawn else 'letters and bullets'} ask for {least:g} : 1 at least"
    sheet.report("contrast", path, message, hint, "warning")
    return False


def _luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definitions)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
