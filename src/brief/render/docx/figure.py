"""Drawings as a group of DrawingML shapes (ECMA-376 Part 1, 20.1, and Word 2010's shapes): vectors that Word edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brief.render.docx.escape import escape
from brief.render.docx.measure import width_of
from brief.render.docx.paragraph import colour
from brief.render.docx.units import emus, half_points, twips
from brief.tree import Box, Dot, Label, Line

if TYPE_CHECKING:
    from brief.render.docx.story import Story
    from brief.style import Style
    from brief.tree import Drawing, Shape

_SLACK = 1.3  # of a label's box over its words, which Word may set in another face
_LINE, _BASE = 1.26, 0.985  # of a label's box: its height, and the baseline below its upper edge, in sizes
_ALIGN = {"start": "left", "middle": "center", "end": "right"}
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a label's box left of its anchor
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def picture(drawing: Drawing, alt: str, story: Story, room: float) -> str:
    """A run with the drawing, made smaller where it is wider than `room` (points); `alt` says what it shows.

    The words drawn stand in text boxes, which are no part of the text around.
    """
    drawing = drawing.fitted(room)
    number = story.manuscript.next_drawing()
    wide, high = emus(drawing.width), emus(drawing.height)
    canvas = Box(0, 0, drawing.width, drawing.height)  # unseen: without it, what is drawn would be stretched to fill it
    shapes = "".join(_shape(shape, story, drawing.width) for shape in (canvas, *drawing.children))
    extent = f'cx="{wide}" cy="{high}"'
    group = (
        '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>'
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {extent}/><wp:docPr id="{number}" name="Figure {number}" descr="{escape(alt)}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">{group}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _shape(shape: Shape, story: Story, canvas: float) -> str:
    number, style = story.manuscript.next_drawing(), story.manuscript.style
    match shape:
        case Line():
            line = _line(style.tone(shape.stroke), shape.weight)
            return _wsp(number, _between(shape), "line", line, kind="<wps:cNvCnPr/>")
        case Box():
            fill = _fill(style.tone(shape.fill)) if shape.fill else "<a:noFill/>"
            line = _line(style.tone(shape.stroke), shape.weight) if shape.stroke else _NO_LINE
            return _wsp(number, _at(shape.x, shape.y, shape.width, shape.height), "rect", fill + line)
        case Dot():
            across = 2 * shape.radius
            at = _at(shape.x - shape.radius, shape.y - shape.radius, across, across)
            return _wsp(number, at, "ellipse", _fill(style.tone(shape.fill)) + _NO_LINE)
        case Label():
            return _label(shape, number, style, canvas)
        case _:
            assert_never(shape)


def _label(label: Label, number: int, style: Style, canvas: float) -> str:
    """A text box. None stands out of the canvas: LibreOffice would make the whole drawing smaller to hold it."""
    before = _BEFORE[label.anchor]
    face = style.sans.bold if label.bold else style.sans.regular
    width = (width_of(label.text, face) * _SLACK + 1) * label.size
    if before:
        width = min(width, label.x / before)
    if before < 1:
        width = min(width, (canvas - label.x) / (1 - before))
    width = max(width, 1)
    at = _at(label.x - width * before, label.y - label.size * _BASE, width, label.size * _LINE)
    bold = "<w:b/><w:bCs/>" if label.bold else ""
    size, ink = half_points(label.size), colour(style.tone(label.tone))
    properties = f'{bold}<w:color w:val="{ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    layout = (
        f'<w:pStyle w:val="FigureLabel"/><w:spacing w:line="{twips(label.size * _LINE)}" w:lineRule="exact"/>'
        f'<w:jc w:val="{_ALIGN[label.anchor]}"/>'
    )
    words = (
        f'<w:p><w:pPr>{layout}</w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(label.text)}'
        "</w:t></w:r></w:p>"
    )
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
    body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
    look = f"<a:noFill/>{_NO_LINE}"
    return _wsp(number, at, "rect", look, kind='<wps:cNvSpPr txBox="1"/>', inside=box + body)


def _wsp(
    number: int, at: str, geometry: str, look: str, *, kind: str = "<wps:cNvSpPr/>", inside: str = "<wps:bodyPr/>"
) -> str:
    """A shape of the group."""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/>{kind}<wps:spPr>{at}'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{look}</wps:spPr>{inside}</wps:wsp>'
    )


def _between(line: Line) -> str:
    """The frame of a line: a frame has no negative extent, so a line that rises or leads back is turned over."""
    left, top = min(line.x1, line.x2), min(line.y1, line.y2)
    turned = ' flipH="1"' if line.x2 < line.x1 else ""
    turned += ' flipV="1"' if line.y2 < line.y1 else ""
    return _at(left, top, abs(line.x2 - line.x1), abs(line.y2 - line.y1), turned)


def _at(x: float, y: float, width: float, height: float, turned: str = "") -> str:
    return (
        f'<a:xfrm{turned}><a:off x="{emus(x)}" y="{emus(y)}"/><a:ext cx="{emus(width)}" cy="{emus(height)}"/></a:xfrm>'
    )


def _fill(value: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour(value)}"/></a:solidFill>'


def _line(value: str, weight: float) -> str:
    return f'<a:ln w="{emus(weight)}">{_fill(value)}</a:ln>'
