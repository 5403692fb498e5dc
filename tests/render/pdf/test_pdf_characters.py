from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from brief.place import Place
from brief.render.pdf import render
from brief.render.pdf.face import FaceFile, opened
from brief.style import is_part, missing
from brief.tree import Document, Paragraph, Running, Strong, Text
from pdf_pages import document_of
from readers.pdf_reader import drawn, read_pdf
from styles import sample_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.tree import Inline


def of(text: str, **fields: object) -> Document:
    return document_of(Paragraph((Text(text, **fields),)))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["serif", "sans"])
@pytest.mark.parametrize("weight", ["regular", "italic", "bold", "bold_italic"])
def test_figures_are_as_wide_as_each_other_alone_and_side_by_side(role: str, weight: str) -> None:
    face = opened(getattr(getattr(sample_style(), role), weight))
    (width,) = {face.set(figure)[0] for figure in "0123456789"}
    assert {face.set(first + second)[0] for first in "0147" for second in "0147"} == {2 * width}


def test_figures_are_those_that_the_features_of_the_face_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    regular = sample_style().sans.regular
    usual = FaceFile(regular)
    three, letter, width = usual.glyph("3"), usual.glyph("a"), usual.set("1147")[0]
    monkeypatch.setattr("brief.render.pdf.face._FEATURES", {"kern": True, "onum": True, "pnum": True})
    old = FaceFile(regular)
    assert old.glyph("3") != three
    assert old.glyph("a") == letter
    assert old.set("1147")[0] < width


def test_a_character_that_no_face_has_is_a_problem_at_its_place() -> None:
    place = Place("event.yaml", 3, 7)
    rendered = render(of("A \U0001f600 and a \u0e01", origins=(place,)), sample_style())
    assert [(p.code, p.place, p.severity) for p in rendered.problems] == [("glyph", place, "error")] * 2
    assert "U+1F600 GRINNING FACE" in rendered.problems[0].message
    assert "U+0E01 THAI CHARACTER KO KAI" in rendered.problems[1].message
    assert rendered.problems[0].hint
    assert read_pdf(rendered.content).words == ("A", "?", "and", "a", "?")


def test_faces_of_one_name_are_each_drawn_as_they_are() -> None:
    style = sample_style()
    regular, bold = (replace(face, name="House") for face in (style.serif.regular, style.serif.bold))
    alike = replace(style, serif=replace(style.serif, regular=regular, bold=bold))
    words = document_of(Paragraph((Text("Plain "), Strong((Text("bold"),)))))
    fonts = PdfReader(BytesIO(render(words, alike).content)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = [str(font.get_object()["/BaseFont"]) for font in fonts.values()]
    assert len({name for name in names if name.endswith("+House")}) == 2


def test_the_same_character_at_the_same_place_is_one_problem() -> None:
    place = Place("event.yaml", 3, 7)
    assert len(render(of("\u0e01\u0e01\u0e01", origins=(place,)), sample_style()).problems) == 1


def test_a_missing_character_of_a_running_line_is_a_problem_too() -> None:
    document = replace(of("A"), running=Running(head="\u0e01", foot="\u0e02"), children=of("A").children)
    assert len(render(document, sample_style()).problems) == 1  # the head begins on page 2


def test_no_code_draws_the_missing_glyph() -> None:
    content = render(of("Yoon 윤석열 ● □ ○ ※ \u2011 é ő \u2003 \u00a0 x"), sample_style()).content
    for font in fonts_of(content):
        descendant = font["/DescendantFonts"][0].get_object()
        if "/CIDToGIDMap" in descendant:
            table = descendant["/CIDToGIDMap"].get_object().get_data()
            assert all(table[at : at + 2] != b"\0\0" for at in range(2, len(table), 2))
        else:
            mapped = font["/Encoding"].get_object().get_data().decode().split("begincidchar")[1]
            assert all(not line.endswith("> 0") for line in mapped.splitlines())


def fonts_of(content: bytes) -> list[dict]:  # type: ignore[type-arg]  # pypdf's objects are of many types
    found: dict = {}  # type: ignore[type-arg]  # as above
    for page in PdfReader(BytesIO(content)).pages:
        found |= {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
    return list(found.values())


def test_hangul_is_set_in_the_fallback_and_the_rest_in_the_family() -> None:
    content = render(of("Yoon (윤석열)"), sample_style()).content
    names = {str(font["/BaseFont"]).split("+")[1] for font in fonts_of(content)}
    assert names == {"SourceSerifPro-Regular", "NotoSansKR-Regular"}


def test_the_fallback_is_left_out_where_nothing_needs_it() -> None:
    names = {str(font["/BaseFont"]).split("+")[1] for font in fonts_of(render(of("Yoon"), sample_style()).content)}
    assert names == {"SourceSerifPro-Regular"}


def test_bold_hangul_is_thickened_by_a_stroke() -> None:
    plain = render(of("윤석열"), sample_style()).content
    bold = render(document_of(Paragraph((Strong((Text("윤석열"),)),))), sample_style()).content
    assert b"2 Tr" not in page_code(plain)
    assert b"2 Tr" in page_code(bold)


def page_code(content: bytes) -> bytes:
    contents = PdfReader(BytesIO(content)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def test_characters_that_share_a_glyph_are_read_back_as_themselves() -> None:
    text = "a\u00a0b \u2126\u03a9 \u00b5\u03bc"
    assert "".join(content for content, _ in drawn(render(of(text), sample_style()).content)) == text


def test_a_character_beyond_the_first_plane_is_read_back() -> None:
    text = "\U00020089 1"  # a rare ideograph
    rendered = render(of(text), sample_style())
    if not rendered.problems:
        assert read_pdf(rendered.content).words == tuple(text.split())


def test_a_word_shown_in_capitals_is_read_back_as_it_is_written() -> None:
    document = replace(of("A"), kicker=(Text("Policy brief, große Straße"),))
    assert read_pdf(render(document, sample_style()).content).words[:4] == ("Policy", "brief,", "große", "Straße")


def test_control_and_zero_width_characters_are_dropped() -> None:
    rendered = render(of("a\u200bb\u00adc\x07d\ufeffe"), sample_style())
    assert rendered.problems == ()
    assert read_pdf(rendered.content).words == ("abcde",)


def test_kerning_moves_letters_together() -> None:
    assert b">" in page_code(render(of("AVAToVAT"), sample_style()).content).split(b"TJ")[0].split(b"[<")[1][:-2]


@pytest.mark.parametrize("text", ["e\u0301", "\u1112\u1161\u11ab", "x\u302e", "❤\ufe0f"])
@pytest.mark.parametrize("wrap", [Text, lambda text, **more: Strong((Text(text, **more),))], ids=["plain", "strong"])
def test_a_part_of_a_character_is_a_problem_though_a_face_has_it(text: str, wrap: Callable[..., Inline]) -> None:
    place = Place("event.yaml", 3, 7)
    rendered = render(document_of(Paragraph((wrap(text, origins=(place,)),))), sample_style())
    parts = [character for character in text if is_part(character)]
    assert parts
    assert [p for p in rendered.problems if "part" in p.message] == [missing(part, place) for part in parts]


def test_a_part_is_not_drawn_apart_from_its_letter() -> None:
    assert read_pdf(render(of("e\u0301a \u1112\u1161"), sample_style()).content).words == ("e?a", "??")


def test_a_part_in_a_running_line_is_a_problem() -> None:
    document = replace(of("A"), running=Running(head="e\u0301", foot="o\u0308"))
    assert [p.message.split()[0] for p in render(document, sample_style()).problems] == ["U+0308"]
