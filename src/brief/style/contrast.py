"""Whether text can be told from what lies behind it (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.style.scheme import Colour
    from brief.style.sheet import Key, Sheet

LEAST = 4.5
"""The ratio that text of any size has to have."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_legible(text: Colour) -> bool:
    """Whether text of this colour can be told from white."""
    return contrast(text, "#ffffff") >= LEAST


def judge(sheet: Sheet, path: Sequence[Key], text: Colour, ground: Colour, where: str) -> None:
    """Report a text whose contrast is too low, at the key of its colour; `where` names what lies behind it."""
    ratio = contrast(text, ground)
    if ratio < LEAST:
        message = f"{text} on {where} has a contrast of {ratio:.2f} : 1"
        sheet.report("contrast", path, message, f"text asks for {LEAST} : 1 at least", "warning")


def _luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definitions)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
