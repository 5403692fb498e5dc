"""The font table: what Word may take where a family of the style is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.escape import DECLARATION, W, escape

if TYPE_CHECKING:
    from brief.style import Style

_HANGUL = "Malgun Gothic"  # the face of Hangul that every Word since 2007 brings along


def fonts_xml(style: Style) -> str:
    """`fontTable.xml`. `w:altName` takes one name (ECMA-376 Part 1, 17.8.3.1): the first substitute."""
    latin = (
        _font(family.name, family.substitutes[0] if family.substitutes else "", family.generic, "00")
        for family in (style.serif, style.sans)
    )
    return f"{DECLARATION}<w:fonts {W}>{''.join(latin)}{_font(style.east_asian, _HANGUL, 'swiss', '81')}</w:fonts>"


def _font(name: str, substitute: str, generic: str, charset: str) -> str:
    other = f'<w:altName w:val="{escape(substitute)}"/>' if substitute and substitute != name else ""
    return (
        f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="{charset}"/><w:family w:val="{generic}"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
