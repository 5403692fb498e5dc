"""How a brief looks: read once, frozen, complete, so that a renderer opens no file and decides nothing."""

from __future__ import annotations

from brief.style.banner import PictureError, measured
from brief.style.contrast import is_legible
from brief.style.coverage import Coverage, is_part, missing
from brief.style.defaults import SERIF
from brief.style.explain import StyleValue, explain_style
from brief.style.letterhead import FOOT, Letterhead, Logo
from brief.style.model import (
    LIST_MARKS,
    NUMBER_HANG,
    Colours,
    Face,
    Family,
    Page,
    Style,
    Texts,
    TextStyle,
)
from brief.style.read import LENGTHS, MARGINS, NARROWEST, read_style
from brief.style.scheme import Colour, Label, Marking, Scheme

__all__ = [
    "FOOT",
    "LENGTHS",
    "LIST_MARKS",
    "MARGINS",
    "NARROWEST",
    "NUMBER_HANG",
    "SERIF",
    "Colour",
    "Colours",
    "Coverage",
    "Face",
    "Family",
    "Label",
    "Letterhead",
    "Logo",
    "Marking",
    "Page",
    "PictureError",
    "Scheme",
    "Style",
    "StyleValue",
    "TextStyle",
    "Texts",
    "explain_style",
    "is_legible",
    "is_part",
    "measured",
    "missing",
    "read_style",
]
