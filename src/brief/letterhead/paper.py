"""The paper and margins of a letterhead, as far as a brief can be set on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.letterhead.values import POINT, Value
from brief.problem import Problem
from brief.style import LENGTHS, MARGINS, NARROWEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.style import Style

_PAPER = ("width", "height")
_DIRECTIONS = (("width", "left", "right"), ("height", "top", "bottom"))
_LEAST_TOP, _LEAST_BOTTOM = 57.0, 60.0  # points that the running lines and the marking need
_LEAST_SIDE = 43.0  # points that the number of a paragraph needs in the left margin


def sound_lengths(
    lengths: Mapping[str, float], base: Style, shown: str
) -> tuple[dict[str, float], tuple[Problem, ...]]:
    """The lengths of a page that a style may have, in points, and what is said of those that are left out.

    Margins that leave too little to the text are left out, and the paper where it is too small for those of the base.
    """
    least = _least(base)
    kept = {name: points for name, points in lengths.items() if _is_allowed(name, points)}
    for paper, *margins in _DIRECTIONS:
        for names in (margins, (paper,)):
            used = {name: kept.get(name, getattr(base.page, name)) for name in (paper, *margins)}
            beside = sum(max(used[name], least.get(name, 0)) for name in margins)
            if (used[paper] - beside) * POINT < NARROWEST:
                kept = {name: points for name, points in kept.items() if name not in names}
    return kept, tuple(_left_out(name, lengths[name], shown) for name in lengths if name not in kept)


def _least(base: Style) -> dict[str, float]:
    """The points that margins need."""
    return {"top": _LEAST_TOP, "bottom": _LEAST_BOTTOM, "left": _LEAST_SIDE if base.numbered_paragraphs else 0}


def _is_allowed(name: str, points: float) -> bool:
    least, most = LENGTHS if name in _PAPER else MARGINS
    return least <= points * POINT <= most


def _left_out(name: str, points: float, shown: str) -> Problem:
    what = f"the {name} of its page" if name in _PAPER else f"its {name} margin"
    message = f"{shown}: {what}, {points * POINT:.0f} mm, is not taken over: it leaves no page for a brief"
    hint = "set the page in Word and import it anew, or write [page] in style.toml"
    return Problem("letterhead", message, None, hint, "warning")


def page_values(lengths: Mapping[str, float], base: Style) -> Iterator[Value]:
    """Paper and margins, in millimetres."""
    least = _least(base)
    for name in (name for direction in _DIRECTIONS for name in direction if name in lengths):
        points = lengths[name]
        kept = max(points, least.get(name, 0))
        source = "the page" if name in _PAPER else "its margins"
        if kept > points:
            source = f"its margin is {points * POINT:.1f} mm; the lines of a brief need more"
        if abs(kept - getattr(base.page, name)) > 0.5:
            yield Value(("page", name), round(kept * POINT, 1), source)
