"""Running lines: the marking on every page, the head from page 2, page numbers that Word reckons."""

from __future__ import annotations

from dataclasses import replace

from brief.render.docx import render
from brief.tree import Document, Running, Text
from readers.docx_numbers import value
from readers.docx_reader import W, part
from styles import sample_style
from trees import every_node

STYLE = sample_style()


def line(document: Document, name: str, pages: dict[str, int] | None = None) -> str:
    """The words of a running line; a tab is `|`, the instruction of a field stands before its result."""
    story = part(render(document, STYLE, pages=pages).content, f"word/{name}.xml")
    shown = {"t": "{}", "tab": "|", "instrText": "<{}>"}
    pieces = ((shown.get(e.tag.removeprefix(W)), e.text) for e in story.iter())
    return "".join(form.replace("{}", text or "") for form, text in pieces if form)


def test_page_one_bears_the_marking_alone_and_the_others_the_running_head_too() -> None:
    assert line(every_node(), "header2").strip() == "TLP:CLEAR"
    assert line(every_node(), "header1").replace("\u2007", "") == "SAMPLE/2023/002 · Vilnius, 11 July 2023|TLP:CLEAR"


def test_no_label_holds_a_no_break_space_which_libreoffice_shades_apart() -> None:
    assert line(every_node(), "header2") == "\u2007TLP:CLEAR\u2007"


def test_the_foot_counts_the_pages_with_fields() -> None:
    foot = "SAMPLE/2023/002 · version 1 · as of 14 July 2023|Page < PAGE >1 of < NUMPAGES >{}\u2003\u2002TLP:CLEAR"
    for name in ("footer1", "footer2"):
        assert line(every_node(), name).replace("\u2007", "") == foot.format(1)
        assert line(every_node(), name, pages={"a": 3, "b": 2}).replace("\u2007", "") == foot.format(3)


def test_page_number_and_marking_stand_behind_one_tab_so_that_wider_letters_break_no_line() -> None:
    content = render(every_node(), STYLE).content
    (foot,) = (s for s in part(content, "word/styles.xml") if s.get(f"{W}styleId") == "Footer")
    assert [tab.get(f"{W}val") for tab in foot.iter(f"{W}tab")] == ["right"]
    assert line(every_node(), "footer1").count("|") == 1


def test_braces_of_the_data_are_no_places_of_the_pattern() -> None:
    document = replace(every_node(), running=Running("{page}", "{pages}", "{page}{other}"), marking="")
    assert line(document, "header1") == "{page}"
    assert line(document, "footer1") == "{pages}|< PAGE >1{other}"


def test_a_document_without_marking_and_running_lines_has_empty_ones() -> None:
    bare = Document((Text("t"),), ())
    assert line(bare, "header1") == line(bare, "header2") == ""


def test_the_label_has_the_colours_of_its_marking_and_twelve_points_at_least() -> None:
    for marking, ink, back in (("TLP:AMBER", "FFC000", "000000"), ("SECRET", "1B365D", "FFFFFF")):
        content = render(replace(every_node(), marking=marking), STYLE).content
        (label,) = (s for s in part(content, "word/styles.xml") if s.get(f"{W}styleId") == "Marking")
        shade = label.find(f"{W}rPr/{W}shd")
        assert shade is not None
        assert (value(label, "rPr/color"), shade.get(f"{W}fill")) == (ink, back)
        assert int(value(label, "rPr/sz") or 0) >= 24
