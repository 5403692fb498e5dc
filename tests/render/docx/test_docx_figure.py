from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brief.render.docx import render
from brief.tree import Box, Document, Dot, Drawing, Figure, Label, Line, Text
from readers.docx_reader import WP, W, part
from styles import sample_style

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from brief.tree import Shape

STYLE = sample_style()
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def body(*shapes: Shape, width: float = 100, caption: str = "") -> ET.Element:
    figure = Figure(Drawing(width, 50, shapes), "What <it> shows", (Text(caption),) if caption else ())
    return part(render(Document((Text("T"),), (figure,)), STYLE).content, "word/document.xml")


def test_every_shape_is_a_shape_of_word_in_its_colour() -> None:
    shapes = (Line(0, 5, 90, 5, "hairline"), Box(1, 2, 3, 4, fill="open"), Dot(9, 9, 3, "moving"), Label(1, 9, "a"))
    document = body(*shapes)
    kinds = [shape.get("prst") for shape in document.iter(f"{A}prstGeom")]
    assert kinds == ["rect", "line", "rect", "ellipse", "rect"]
    colours = [colour.get("val") for colour in document.iter(f"{A}srgbClr")]
    assert colours == [STYLE.tone(tone)[1:].upper() for tone in ("hairline", "open", "moving")]


@pytest.mark.parametrize(("anchor", "side"), [("start", "left"), ("middle", "center"), ("end", "right")])
def test_a_label_stands_at_its_anchor(anchor: str, side: str) -> None:
    document = body(Label(50, 20, "Seoul", anchor))  # type: ignore[arg-type]
    _, box = document.iter(f"{WPS}wsp")
    (frame,) = box.iter(f"{A}xfrm")
    at, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
    assert at is not None
    assert extent is not None
    left, width = int(at.get("x", "")) / 12700, int(extent.get("cx", "")) / 12700
    assert left + width * {"left": 0, "center": 0.5, "right": 1}[side] == pytest.approx(50, abs=0.01)
    assert [align.get(f"{W}val") for align in box.iter(f"{W}jc")] == [side]


@pytest.mark.parametrize(("x", "anchor"), [(95, "start"), (5, "end"), (3, "middle"), (98, "middle")])
def test_no_label_makes_a_drawing_larger_than_its_canvas(x: float, anchor: str) -> None:
    document = body(Label(x, 20, "a label with many words", anchor))  # type: ignore[arg-type]
    canvas, box = (shape.find(f"{WPS}spPr/{A}xfrm") for shape in document.iter(f"{WPS}wsp"))
    frames = [(int(f[0].get("x", "")), int(f[1].get("cx", ""))) for f in (canvas, box) if f is not None]
    assert frames[0] == (0, 1270000)
    assert frames[1][0] >= 0
    assert sum(frames[1]) <= 1270000


@pytest.mark.parametrize(
    ("ends", "turned"), [((0, 0, 9, 9), set()), ((9, 9, 0, 0), {"flipH", "flipV"}), ((0, 9, 9, 0), {"flipV"})]
)
def test_a_line_that_leads_back_is_turned_over(ends: tuple[float, float, float, float], turned: set[str]) -> None:
    _, shape = body(Line(*ends)).iter(f"{WPS}wsp")
    (frame,) = shape.iter(f"{A}xfrm")
    assert set(frame.keys()) == turned
    assert all(int(number) >= 0 for child in frame for number in child.attrib.values())


def test_a_drawing_wider_than_the_text_is_made_smaller() -> None:
    (extent,) = body(Dot(9, 9, 3), width=1000).iter(f"{WP}extent")
    assert int(extent.get("cx", "")) == round(STYLE.page.measure * 12700)


def test_a_caption_stays_with_its_drawing() -> None:
    styles = part(render(Document((Text("T"),), ()), STYLE).content, "word/styles.xml")
    (caption,) = (style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Caption")
    assert caption.find(f"{W}pPr/{W}keepNext") is not None
    named = [style.get(f"{W}val") for style in body(Dot(9, 9, 3), caption="c").iter(f"{W}pStyle")]
    assert named[-2:] == ["Caption", "Figure"]


def test_nothing_in_a_drawing_is_a_picture() -> None:
    content = render(Document((Text("T"),), (Figure(Drawing(9, 9, (Dot(1, 1, 1),)), "a"),)), STYLE).content
    assert not re.search(rb"word/media", content)
