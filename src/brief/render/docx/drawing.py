"""The dot of a status: a drawing, for a character would be a word more."""

from __future__ import annotations

from brief.render.docx.paragraph import colour
from brief.render.docx.units import emus

_SIZE = 5.5
_ROOM = 3.5  # points between the dot and its word

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def dot(number: int, fill: str) -> str:
    """A filled circle on the line, as wide as itself and the room behind it; it says nothing to those who hear."""
    wide, high = emus(_SIZE + _ROOM), emus(_SIZE)
    half = high // 2
    circle = (
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{wide}" h="{high}"><a:moveTo><a:pt x="0" y="{half}"/></a:moveTo>'
        f'<a:arcTo wR="{half}" hR="{half}" stAng="10800000" swAng="10800000"/>'
        f'<a:arcTo wR="{half}" hR="{half}" stAng="0" swAng="10800000"/><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    shape = (
        '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm>{circle}<a:solidFill><a:srgbClr val="{colour(fill)}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Status {number}" descr="">'
        f"{_DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
