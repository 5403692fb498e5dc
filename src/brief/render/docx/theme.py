"""The theme: the house's colours and families in Word's own palettes, for what an editor adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.escape import DECLARATION, A, escape
from brief.render.docx.paragraph import colour

if TYPE_CHECKING:
    from brief.style import Family, Style

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (  # three of each are the least that a theme may have (ECMA-376 Part 1, 20.1.4.1.14)
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    "<a:lnStyleLst>"
    + "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)


def theme_xml(style: Style) -> str:
    """`theme1.xml`: headings in the sans family, text in the serif."""
    colours = style.colours
    palette = {
        "dk1": style.texts.body.colour,
        "lt1": "#ffffff",
        "dk2": colours.structure,
        "lt2": colours.tint,
        "accent1": colours.structure,
        "accent2": colours.moving,
        "accent3": colours.open,
        "accent4": colours.closed,
        "accent5": style.texts.subtitle.colour,
        "accent6": colours.hairline,
        "hlink": colours.link,
        "folHlink": colours.link,
    }
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colour(value)}"/></a:{slot}>' for slot, value in palette.items())
    return (
        f'{DECLARATION}<a:theme {A} name="Brief"><a:themeElements><a:clrScheme name="Brief">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Brief">{_fonts("major", style.sans, style)}{_fonts("minor", style.serif, style)}'
        f'</a:fontScheme><a:fmtScheme name="Brief">{_FORMATS}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _fonts(kind: str, family: Family, style: Style) -> str:
    hangul = escape(style.east_asian)
    return (
        f'<a:{kind}Font><a:latin typeface="{escape(family.name)}"/><a:ea typeface="{hangul}"/><a:cs typeface=""/>'
        f'<a:font script="Hang" typeface="{hangul}"/></a:{kind}Font>'
    )
