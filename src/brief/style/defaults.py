"""The house's look: what holds where a template's style.toml and markings.toml say nothing. Lengths in points."""

from __future__ import annotations

from brief.style.model import Colours, Page, Texts, TextStyle
from brief.style.scheme import Label, Marking, Scheme

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""

INK, GREY, NAVY = "#1a1a1a", "#5b6670", "#1b365d"

PAGE = Page(210 * MILLIMETRE, 297 * MILLIMETRE, *(side * MILLIMETRE for side in (30, 30, 30, 28)))

COLOURS = Colours()

SERIF, SANS, FALLBACK = "Source Serif Pro", "Source Sans Pro", "Noto Sans KR"

TEXTS = Texts(
    body=TextStyle("serif", 10.5, 16, INK, after=7),
    paragraph_number=TextStyle("sans", 9, 16, GREY),
    small=TextStyle("sans", 8.5, 12, GREY, after=6),
    title=TextStyle("serif", 23, 29, INK, bold=True, after=4),
    subtitle=TextStyle("sans", 12, 17, GREY, after=12),
    kicker=TextStyle("sans", 9.5, 13, NAVY, bold=True, after=5, tracking=1, capitals=True),
    heading1=TextStyle("sans", 14, 19, NAVY, bold=True, before=20, after=7),
    heading2=TextStyle("sans", 11, 15, NAVY, bold=True, before=13, after=4),
    heading3=TextStyle("sans", 10, 14, INK, bold=True, before=10, after=3),
    heading4=TextStyle("sans", 10, 14, GREY, bold=True, before=8, after=3),
    part=TextStyle("serif", 18, 24, INK, bold=True, before=30, after=6),
    table=TextStyle("sans", 9.5, 13, INK, before=4.6, after=4.6),
    table_head=TextStyle("sans", 9.5, 13, INK, bold=True, before=4.6, after=4.6),
    caption=TextStyle("sans", 9.5, 13, NAVY, bold=True, before=8, after=5),
    note=TextStyle("sans", 8.3, 11, INK, after=1.5),
    running=TextStyle("sans", 8.5, 11, GREY),
    fact_term=TextStyle("sans", 9.5, 13, GREY, before=3, after=3),
    fact=TextStyle("sans", 9.5, 13, INK, before=3, after=3),
    header_term=TextStyle("sans", 8, 11, GREY, bold=True, before=4),
    header=TextStyle("sans", 9.5, 13, INK, after=5),
    callout_title=TextStyle("sans", 10.5, 15, NAVY, bold=True, after=3),
    contents=TextStyle("sans", 10, 15, INK),
    quote=TextStyle("serif", 10.5, 16, INK, after=4),
    attribution=TextStyle("sans", 9, 13, GREY, after=8),
)

SCHEME = Scheme(
    "Traffic Light Protocol 2.0",
    "https://www.first.org/tlp/",
    (
        Marking("TLP:CLEAR", "CLEAR", Label("#ffffff", "#000000")),
        Marking("TLP:GREEN", "GREEN", Label("#33ff00", "#000000")),
        Marking("TLP:AMBER", "AMBER", Label("#ffc000", "#000000")),
        Marking("TLP:AMBER+STRICT", "AMBER+STRICT", Label("#ffc000", "#000000")),
        Marking("TLP:RED", "RED", Label("#ff2b2b", "#000000")),
    ),
)
"""The Traffic Light Protocol 2.0 (first.org/tlp): its five labels, their colours on black, 12 points at least."""
