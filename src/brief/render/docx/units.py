"""The units of WordprocessingML and DrawingML, from points."""

from __future__ import annotations


def twips(points: float) -> int:
    """Twentieths of a point: spaces, indents, widths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Sizes of letters."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Widths of rules."""
    return round(points * 8)


def emus(points: float) -> int:
    """English metric units: extents of drawings."""
    return round(points * 12700)
