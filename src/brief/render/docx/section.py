"""The one section of a brief: paper, margins, and which running lines stand on its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.render.docx.units import twips

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.style import Page

_HEAD = 44.5  # points from where the running head begins to the text
_EDGE = 0.5  # of a margin: where its running line begins at the latest


class Running(NamedTuple):
    """The relationships of the running lines."""

    header: str
    first_header: str
    footer: str
    first_footer: str


def section_xml(page: Page, running: Running, edges: Mapping[str, float]) -> str:
    """`w:sectPr` (ECMA-376 Part 1, 17.6.17); the first page has running lines of its own.

    `edges` are the points of "header" and "footer" from the edges of the paper, where something says them.
    """
    portrait = "" if page.width <= page.height else ' w:orient="landscape"'
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": min(max(page.top - _HEAD, 0), page.top * _EDGE),
        "footer": page.bottom * _EDGE,
        "gutter": 0,
        **edges,
    }
    sides = "".join(f' w:{side}="{twips(points)}"' for side, points in margins.items())
    references = (
        ("header", "default", running.header),
        ("header", "first", running.first_header),
        ("footer", "default", running.footer),
        ("footer", "first", running.first_footer),
    )
    return (
        "<w:sectPr>"
        + "".join(f'<w:{kind}Reference w:type="{where}" r:id="{id_}"/>' for kind, where, id_ in references)
        + f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{portrait}/>'
        + f"<w:pgMar{sides}/>"
        + '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
