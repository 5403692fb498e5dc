"""The other kinds of brief in Korean: of the same data, for both events, with no word of the house left in English."""

from __future__ import annotations

import re
import tomllib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from brief.event import claims, load
from brief.tree import Text
from brief.walk import inlines, phrases_in
from brief.walk import words as words_of
from briefs_made import BRIEFS, EVENTS, ROOT
from kinds_made import KINDS, kind_made
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from readers.reading import Reading, reading_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.render import Format

READERS: dict[Format, Callable[[bytes], Reading]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}
MOST_PAGES = {"one-page": 1, "readout": 1, "talking-points": 3, "follow-up-report": 5}
SPEAKING = (*KINDS, "policy-brief")


def said(template: str, event: str) -> str:
    return " ".join(" ".join(words_of(kind_made(template, event, "ko").document)).split())


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_a_kind_builds_in_korean_without_a_problem_on_as_few_pages_as_it_should(template: str, event: str) -> None:
    made = kind_made(template, event, "ko")
    assert [problem for problem in made.problems if problem.severity != "note"] == []
    assert made.document.language == "ko-KR"
    assert (made.documents["pdf"].page_count or 99) <= MOST_PAGES[template]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_every_format_of_a_kind_says_the_same_in_korean(template: str, event: str, kind: Format) -> None:
    made = kind_made(template, event, "ko")
    reading, expected = READERS[kind](made.documents[kind].content), reading_of(made.document)
    assert (reading.words, reading.outline) == (expected.words, expected.outline)
    assert (reading.tables, reading.notes) == (expected.tables, expected.notes)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_no_sign_is_doubled_or_left_alone_and_nothing_is_left_open(template: str, event: str) -> None:
    found = said(template, event)
    assert not re.search(r"[.,;:]\.|\s[,.;)]|\(\s|\{|\[\?\]", found)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_english_stands_in_names_and_sources_alone(template: str, event: str) -> None:
    document = kind_made(template, event, "ko").document
    english = [
        node.text
        for phrase in phrases_in(document.children)
        for node in inlines(phrase)
        if isinstance(node, Text) and node.language == "en"
    ]
    listed = template == "follow-up-report"
    assert bool(english) is listed, english
    assert not {"due", "with", "and", "open", "closed"} & set(said(template, event).split()) - set(
        " ".join(english).split()
    )


def test_letters_and_figures_beside_hangul_are_set_in_the_face_that_goes_with_it() -> None:
    fonts = {
        str(font["/BaseFont"]).partition("+")[2]
        for page in PdfReader(BytesIO(kind_made("one-page", "vilnius-2023", "ko").documents["pdf"].content)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("NotoSansKR" in font for font in fonts), fonts
    assert not [font for font in fonts if "Serif" in font]
    assert b"Serif" in kind_made("one-page", "vilnius-2023").documents["html"].content


@pytest.mark.parametrize("event", EVENTS)
def test_a_sentence_ends_before_somebodys_words_begin(event: str) -> None:
    found = load(BRIEFS, event, language="ko").event
    assert found is not None
    leads = {claim.quote.lead for claim in claims(found) if claim.quote}
    before = [re.findall(rf"(\S) {lead}: “", said("policy-brief", event)) for lead in leads]
    assert {sign for signs in before for sign in signs} == {"."}
    assert sum(map(len, before)) == sum(claim.quote is not None for claim in claims(found))


def test_the_areas_have_their_english_names_beside_the_korean_ones() -> None:
    table = next(t for t in reading_of(kind_made("policy-brief", "vilnius-2023", "ko").document).tables if len(t) == 12)
    assert table[0][:3] == ("연번", "분야", "영문 명칭")
    assert table[1][1:3] == ("대화와 협의", "Dialogue and consultation")
    assert not [row for row in table if row[1] == row[2]]


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_said_aloud_is_in_whole_sentences(event: str) -> None:
    found = load(BRIEFS, event, language="ko").event
    assert found is not None
    for claim in (*found.points_to_make, *found.lines_to_take):
        assert re.fullmatch(r"([^.]*니다\.\s?)+", claim.text), claim.text


def test_publishers_of_korea_have_their_names_in_korean() -> None:
    found = said("policy-brief", "vilnius-2023")
    assert "연합뉴스, 2023. 7. 11." in found
    assert "Yonhap" not in found


@pytest.mark.parametrize(("language", "words"), [("en", "is marked (followed)"), ("ko", "(인정)으로 표시")])
def test_what_marks_the_account_that_a_brief_follows_is_said(language: str, words: str) -> None:
    document = kind_made("policy-brief", "vilnius-2023", language).document
    assert words in " ".join(" ".join(words_of(document)).split())


@pytest.mark.parametrize("template", SPEAKING)
def test_a_template_has_the_same_labels_in_both_languages(template: str) -> None:
    folder = ROOT / "templates" / template / "labels"
    english, korean = (tomllib.loads((folder / f"{one}.toml").read_text(encoding="utf-8")) for one in ("en", "ko"))
    own_name = {"in_en", "in_ko"}
    assert set(english) - own_name == set(korean) - own_name != set()
    for key in set(english) & set(korean):
        if key in ("language", "dates"):
            continue
        assert sorted(re.findall(r"\{\w+\}", english[key])) == sorted(re.findall(r"\{\w+\}", korean[key])), key
        assert re.search("[가-힣]", korean[key]) or not re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", korean[key])), (
            key
        )


@pytest.mark.parametrize("event", EVENTS)
def test_the_heads_of_the_talking_points_stand_in_their_order(event: str) -> None:
    heads = ["말씀 요지", "제기 사항", "질의 시 답변 요지", "참고 사항"]
    assert sorted(heads, key=said("talking-points", event).index) == heads


def test_what_stands_before_a_date_in_english_stands_behind_it_in_korean() -> None:
    assert "회담별 후속조치 종합, 2023. 7. 14. 기준" in said("follow-up-report", "vilnius-2023")
    assert "(기한 2023. 7.)" in said("talking-points", "seoul-2023")
    assert "남은 후속조치 3건" in said("one-page", "vilnius-2023")
    assert "Gangnam magazine 게재" in said("follow-up-report", "seoul-2023")
