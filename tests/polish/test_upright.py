from __future__ import annotations

from brief.polish import polish
from brief.tree import Document, Emphasis, Inline, Link, Paragraph, Strong, Text
from brief.walk import inline_text, inlines


def of(*phrase: Inline) -> tuple[Inline, ...]:
    (paragraph,) = polish(Document((Text("Title"),), (Paragraph(phrase),))).children
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def test_a_title_with_hangul_is_upright_throughout_and_one_without_is_slanted() -> None:
    mixed = of(Text("Yonhap, "), Emphasis((Text("한국-나토 ITPP 체결"),)), Text(", 2023"))
    assert inline_text(mixed) == "Yonhap, 한국-나토 ITPP 체결, 2023"
    assert not any(isinstance(node, Emphasis) for node in inlines(mixed))
    latin = (Emphasis((Text("Seoul and NATO conclude the ITPP"),)),)
    assert of(*latin) == latin


def test_what_stands_inside_such_words_stays() -> None:
    link = Link("https://yna.co.kr/", (Text("ITPP"),))
    found = of(Emphasis((Text("나토 "), Strong((Text("협력"),)), Text(" "), link)))
    assert [type(node) for node in found] == [Text, Text, Strong, Text, Link]
    assert link in found
