"""Small texts of PDF syntax: colours, strings, rectangles."""

from __future__ import annotations

from functools import lru_cache

_ESCAPED = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)", ord("\r"): "\\r"}


@lru_cache(maxsize=64)
def components(colour: str) -> str:
    """Red, green and blue of `#rrggbb`, each from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def box(colour: str, x: float, y: float, width: float, height: float) -> str:
    """A filled rectangle whose lower left corner is at x, y."""
    return f"q {components(colour)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f Q"


def rule(colour: str, thickness: float, x: float, y: float, width: float) -> str:
    """A line to the right of x, y."""
    return f"q {components(colour)} RG {thickness:.2f} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S Q"


def line(colour: str, thickness: float, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A straight line between two points."""
    (x1, y1), (x2, y2) = start, end
    return f"q {components(colour)} RG {thickness:.2f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S Q"


def frame(colour: str, thickness: float, x: float, y: float, width: float, height: float) -> str:
    """A rectangle's outline whose lower left corner is at x, y."""
    return f"q {components(colour)} RG {thickness:.2f} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S Q"


def leader(colour: str, x: float, y: float, end: float) -> str:
    """A dotted line from x to `end`; its dots are on one grid on every line."""
    first = x - x % -4
    if end - first < 8:
        return ""
    return f"q {components(colour)} RG 1 J 0.9 w [0 4] 0 d {first:.2f} {y:.2f} m {end:.2f} {y:.2f} l S Q"


def disc(colour: str, x: float, y: float, radius: float) -> str:
    """A filled circle around x, y, of four curves."""
    r, c = radius, radius * 0.5523
    curves = (
        f"{x + r:.2f} {y + c:.2f} {x + c:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c",
        f"{x - c:.2f} {y + r:.2f} {x - r:.2f} {y + c:.2f} {x - r:.2f} {y:.2f} c",
        f"{x - r:.2f} {y - c:.2f} {x - c:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c",
        f"{x + c:.2f} {y - r:.2f} {x + r:.2f} {y - c:.2f} {x + r:.2f} {y:.2f} c",
    )
    return f"q {components(colour)} rg {x + r:.2f} {y:.2f} m {' '.join(curves)} f Q"


def literal(text: str) -> str:
    """A text string object (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16."""
    if text.isascii():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
