from __future__ import annotations

import pytest

from brief.place import Place
from brief.polish.languages import mark_languages
from brief.tree import Document, Emphasis, Note, Paragraph, Text

ORIGIN = Place("event.yaml", 3)


def runs(text: str) -> list[tuple[str, str | None]]:
    (phrase,) = (mark_languages(Document((Text(text, (ORIGIN,)),), ())).title,)
    assert all(isinstance(part, Text) and part.origins == (ORIGIN,) for part in phrase)
    return [(part.text, part.language) for part in phrase if isinstance(part, Text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Seoul", [("Seoul", None)]),
        ("", [("", None)]),
        ("서울", [("서울", "ko")]),
        ("in 서울, Korea", [("in ", None), ("서울", "ko"), (", Korea", None)]),
        ("대화 및 협의 (talks)", [("대화 및 협의", "ko"), (" (talks)", None)]),
        ("a 「군비통제·비확산」、韓國 b", [("a 「", None), ("군비통제·비확산」、韓國", "ko"), (" b", None)]),
        ("가 x 나", [("가", "ko"), (" x ", None), ("나", "ko")]),
        ("漢字", [("漢字", "ko")]),
        ("x 日本の首相 y", [("x 日本の首相 y", None)]),
        ("日本の首相 x 총리", [("日本の首相 x ", None), ("총리", "ko")]),
        ("é ● ※ “a”", [("é ● ※ “a”", None)]),
    ],
)
def test_korean_runs_are_split_off_with_their_origin(text: str, parts: list[tuple[str, str | None]]) -> None:
    assert runs(text) == parts


def test_korean_is_marked_everywhere() -> None:
    document = mark_languages(
        Document((), (Paragraph((Emphasis((Text("서울"),)),)),), (Note("n", (Text("a 서울"),)),)),
    )  # fmt: skip
    assert document.children == (Paragraph((Emphasis((Text("서울", (), "ko"),)),)),)
    assert document.notes == (Note("n", (Text("a "), Text("서울", (), "ko"))),)


@pytest.mark.parametrize("language", ["ko", "ko-KR"])
@pytest.mark.parametrize(
    "text", ["서울 a", "나토(NATO)와 ITPP 채택", "2023. 7. 11. NATO, 2023. 7. 12.", "https://a.b/c"]
)
def test_single_words_of_latin_letters_are_no_english_in_a_korean_document(text: str, language: str) -> None:
    document = Document((Text(text),), (), language=language)
    assert mark_languages(document) == document


def test_english_is_split_off_with_its_origin_in_a_korean_document() -> None:
    document = mark_languages(
        Document((Text("원문: “Korean role, café and all.” 끝", (ORIGIN,)),), (), language="ko-KR")
    )
    assert document.title == (
        Text("원문: “", (ORIGIN,)),
        Text("Korean role, café and all.", (ORIGIN,), "en"),
        Text("” 끝", (ORIGIN,)),
    )


def test_a_text_whose_language_is_known_is_let_be() -> None:
    document = Document((Text("漢字", (), "ja"),), ())
    assert mark_languages(document) == document
