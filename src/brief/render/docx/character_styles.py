"""Character styles: what an editor applies to words within a paragraph, and the marking's label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.lettering import faces
from brief.render.docx.paragraph import colour
from brief.render.docx.units import half_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.style import Label, Style


def character_styles(style: Style, label: Label | None) -> Iterator[str]:
    """The default, then each style as XML; `label` is how the marking of the document is shown."""
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
    yield _character("Strong", "Strong", "<w:b/><w:bCs/>")
    yield _character("Emphasis", "Emphasis", "<w:i/><w:iCs/>")
    yield _character("Verbatim", "Verbatim", f"{faces(style.sans, style)}<w:noProof/>")
    yield _character("Hyperlink", "Hyperlink", f'<w:color w:val="{colour(style.colours.link)}"/>')
    yield _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>')
    yield _character("Marking", "Marking", _marking(style, label))


def _marking(style: Style, label: Label | None) -> str:
    """The label's own colours; a marking that the style does not know stands in a box of the structure's colour."""
    size = half_points(label.size if label else 12)
    ink, back = (colour(label.text), colour(label.fill)) if label else (colour(style.colours.structure), "FFFFFF")
    box = "" if label else f'<w:bdr w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>'
    return (
        f'{faces(style.sans, style)}<w:b/><w:bCs/><w:noProof/><w:color w:val="{ink}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/>{box}<w:shd w:val="clear" w:color="auto" w:fill="{back}"/>'
    )


def _character(id_: str, name: str, inner: str) -> str:
    custom = ' w:customStyle="1"' if name in ("Verbatim", "Marking") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:rPr>{inner}</w:rPr></w:style>"
    )
