from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from pypdf import PdfReader

from brief.place import Place
from brief.render.pdf import render
from brief.render.pdf.figure import Drawn
from brief.tree import Box, Dot, Drawing, Figure, Label, Line, Paragraph, Text
from pdf_pages import FRAME, document_of, lay_out
from readers.pdf_reader import drawn, structure_of
from styles import sample_style

STYLE = sample_style()
SHAPES = (
    Box(0, 0, 200, 40, fill="tint", stroke="hairline"),
    Line(0, 20, 200, 20),
    Dot(100, 20, 4),
    Label(100, 12, "Seoul <서울>", "middle", bold=True),
    Label(200, 36, "2023", "end"),
)
FIGURE = Figure(Drawing(200, 40, SHAPES), "A dot: 서울.", (Text("Where"),), "f-1")


def test_a_figure_is_told_by_its_alternative_text_and_its_words_are_in_it() -> None:
    content = render(document_of(FIGURE), STYLE).content
    (division,) = structure_of(content).find("Div")
    assert [node.tag for node in division.nodes] == ["Caption", "Figure"]
    figure = division.nodes[1]
    assert figure.alt == "A dot: 서울."
    assert figure.kids == ["Seoul <서울>2023"]
    assert "Seoul" not in drawn(content)[0][1]


def test_the_box_of_a_figure_is_where_it_stands_on_the_page() -> None:
    figure = structure_of(render(document_of(FIGURE), STYLE).content).find("Figure")[0]
    left, bottom, right, top = (float(edge) for edge in figure.attributes["BBox"].strip("[]").split(","))
    page = STYLE.page
    assert (round(left, 1), round(right - left), round(top - bottom)) == (round(page.left, 1), 200, 40)
    assert page.bottom < bottom < top < page.height - page.top


def test_a_figure_is_drawn_as_vectors() -> None:
    page = cast("Any", PdfReader(BytesIO(render(document_of(FIGURE), STYLE).content)).pages[0])
    assert "/XObject" not in page["/Resources"]


def test_a_figure_stays_with_its_caption_and_is_never_cut() -> None:
    filling = tuple(Paragraph((Text("a"),)) for _ in range(30))
    layout = lay_out((*filling, Figure(Drawing(400, 200, SHAPES), "a", (Text("c"),))))
    caption, picture = layout.blocks[-2:]
    assert isinstance(picture, Drawn)
    assert [page for page, _ in layout.slices(caption)] == [page for page, _ in layout.slices(picture)] == [1]
    assert all(page.overlap < 0.01 for page in layout.pages)


def test_a_figure_wider_or_higher_than_the_page_is_made_smaller() -> None:
    for drawing in (Drawing(1000, 100, SHAPES), Drawing(300, 2000, SHAPES)):
        layout = lay_out((Figure(drawing, "a"),))
        (picture,) = layout.blocks
        assert isinstance(picture, Drawn)
        assert picture.drawing.width <= FRAME.width
        assert picture.drawing.height <= FRAME.height + 0.01
        assert drawing.width / drawing.height == round(picture.drawing.width, 6) / round(picture.drawing.height, 6)


def test_a_label_that_no_face_can_draw_is_a_problem_at_its_place() -> None:
    place = Place("event.yaml", 4, 2, "label")
    drawing = Drawing(100, 20, (Label(0, 10, "\N{THAI CHARACTER KO KAI}", origins=(place,)),))
    (problem,) = render(document_of(Figure(drawing, "a")), STYLE).problems
    assert (problem.code, problem.place) == ("glyph", place)


def test_a_link_to_a_figure_leads_to_its_page() -> None:
    assert render(document_of(FIGURE), STYLE).pages == {"f-1": 1}
