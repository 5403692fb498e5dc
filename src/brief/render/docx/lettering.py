"""How letters look: the children of `w:rPr` of a style, in the order that the schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.escape import escape
from brief.render.docx.paragraph import colour
from brief.render.docx.units import half_points, twips

if TYPE_CHECKING:
    from brief.style import Family, Style, TextStyle


def faces(family: Family, style: Style) -> str:
    """The family of Latin letters, and the one of Hangul."""
    name, east_asian = escape(family.name), escape(style.east_asian)
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{east_asian}" w:hAnsi="{name}" w:cs="{name}"/>'


def letters(text: TextStyle, style: Style) -> str:
    """Family, weight, colour and size of a kind of text (ECMA-376 Part 1, 17.3.2.28)."""
    tracking = f'<w:spacing w:val="{twips(text.tracking)}"/>' if text.tracking else ""
    return (
        faces(getattr(style, text.family), style)
        + _toggle("b", on=text.bold)
        + _toggle("bCs", on=text.bold)
        + _toggle("i", on=text.italic)
        + _toggle("iCs", on=text.italic)
        + _toggle("caps", on=text.capitals)
        + f'<w:color w:val="{colour(text.colour)}"/>{tracking}'
        + f'<w:sz w:val="{half_points(text.size)}"/><w:szCs w:val="{half_points(text.size)}"/>'
    )


def _toggle(name: str, *, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'
