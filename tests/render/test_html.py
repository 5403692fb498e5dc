from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.place import Place
from brief.render.html import render
from brief.tree import (
    Box,
    Callout,
    Code,
    Contents,
    Document,
    Drawing,
    Entry,
    Figure,
    Heading,
    Inline,
    Item,
    Label,
    Link,
    List,
    Note,
    NoteRef,
    Paragraph,
    Running,
    Table,
    Text,
)
from readers.html_reader import Element, parse_html, read_html
from readers.reading import reading_of
from styles import sample_style
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.style import Style

STYLE = sample_style()
SPECIMEN = render(every_node(), STYLE).content


def parsed(document: Document, style: Style = STYLE) -> Element:
    return parse_html(render(document, style).content)


def of_paragraph(*children: Inline, **fields: Any) -> Document:
    return Document((Text("T"),), (Paragraph(children),), **fields)


def shape(element: Element) -> list[object]:
    """Tags and names of attributes, in order: what is markup, and none of what is words."""
    return [
        (e.tag, sorted(e.attributes), len([c for c in e.children if not isinstance(c, str)])) for e in element.walk()
    ]


# ---- words


def test_the_specimen_is_rendered_as_kept(golden: Callable[[str, str], None]) -> None:
    golden("render/every-node.html", SPECIMEN.decode())


def test_the_specimen_reads_as_its_tree() -> None:
    assert read_html(SPECIMEN) == reading_of(every_node())


@given(documents())
def test_any_document_reads_as_its_tree(document: Document) -> None:
    assert read_html(render(document, STYLE).content) == reading_of(document)


def test_the_reader_misses_the_brackets_of_sources_where_the_style_sheet_does() -> None:
    assert read_html(SPECIMEN.replace(b"list-style-type: bracketed", b"")) != reading_of(every_node())


# ---- data never becomes markup


def filled(words: str) -> Document:
    """A document with `words` in every field that holds a text."""
    run = (Text(words), Text(words, language=words), Code(words), Link("https://x.example/", (Text(words),)))
    return Document(
        title=run,
        kicker=run,
        children=(
            Contents(run, (Entry(1, words, run),)),
            Heading(1, run, f"a{words}", f"b{words}"),
            Paragraph((*run, Link(f"#{words}", run), Link(f"mailto:{words}", run), NoteRef(words, 1)), id=f"c{words}"),
            List("source", (Item((Paragraph(run),), f"d{words}"),)),
            Callout("note", run, ()),
            Table((), (), run, words or "x", f"e{words}"),
        ),
        notes=(Note(words, run),),
        marking=words or "x",
        running=Running(words or "x", words or "x", words or "x"),
        language=f"en{words}",
        author=words or "x",
        subject=words or "x",
        keywords=(words, words or "x"),
        date=words or "x",
    )


NASTY = st.text() | st.text("<>&\"'/=;{}\\-!# \n\r\t\0") | st.sampled_from(
    ("</style><script>", "<!--", "]]>", "&lt;", '" onclick="x', "'x", "*/}</style>", "\\", '\\"', "{page}{pages}")
)  # fmt: skip


def markup(document: Document) -> tuple[list[object], str]:
    """The shape of a page and its style sheet without the strings in it."""
    page = parsed(document)
    (style,) = page.all("style")
    sheet = re.sub(r"width: [0-9.e+]+em|color: #\w+; border: [^;]+|(\"[^\"]*\"|counter\(pages?\)) ?", "", style.text)
    return shape(page), sheet


@given(NASTY.filter(lambda words: STYLE.scheme.label(words) is None))  # which a known marking brings along
def test_no_text_of_any_field_becomes_markup(words: str) -> None:
    assert markup(filled(words or "x")) == markup(filled("x"))


@settings(max_examples=50)
@given(documents())
def test_the_shape_of_a_page_is_that_of_its_tree_whatever_the_words(document: Document) -> None:
    assert shape(parsed(document)) == shape(parsed(plain(document)))


def plain(node: Any) -> Any:
    """The same tree, every text the word "x"."""
    if isinstance(node, tuple):
        return tuple(plain(part) for part in node)
    if isinstance(node, Text | Code):
        return dataclasses.replace(node, text="x")
    if dataclasses.is_dataclass(node) and not isinstance(node, Running):
        held = {f.name: plain(getattr(node, f.name)) for f in dataclasses.fields(node)}
        return dataclasses.replace(node, **{k: v for k, v in held.items() if isinstance(v, tuple)})  # type: ignore[type-var]
    return node


def test_a_text_is_shown_as_those_very_characters() -> None:
    words = "**5 < 6 | [x](javascript:y) {{ 7*7 }} &amp; </p> \"a\" 'b'"
    (paragraph,) = parsed(of_paragraph(Text(words))).all("main")[0].all("p")
    assert paragraph.text == words


def test_control_characters_and_lone_surrogates_do_no_harm() -> None:
    (paragraph,) = parsed(of_paragraph(Text("a\0b\x1bc\x85d\ud800e"))).all("main")[0].all("p")
    assert paragraph.text == "a\ufffdb\ufffdc\ufffdd?e"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        " javascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "file:///x",
        "//x",
        "x",
    ],
)
def test_no_other_scheme_becomes_an_address(target: str) -> None:
    page = parsed(of_paragraph(Link(target, (Text("words"),))))
    assert [a.attributes["href"] for a in page.all("a")] == ["#_text"]
    assert page.all("main")[0].all("p")[0].text == "words"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://x.example/?a=b&c='d'#e", "https://x.example/?a=b&c='d'#e"),
        ("HTTP://x.example/%20한국", "HTTP://x.example/%20한국"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ('https://x.example/?<a>"b" {c}\n', "https://x.example/?%3Ca%3E%22b%22%20%7Bc%7D%0A"),
    ],
)
def test_an_address_is_kept_and_what_it_may_not_hold_is_numbered(target: str, address: str) -> None:
    page = parsed(of_paragraph(Link(target, (Text("words"),))))
    assert page.all("main")[0].all("a")[0].attributes["href"] == address


def test_no_link_stands_in_a_link() -> None:
    inner = Link("https://x.example", (Text("a"), NoteRef("n", 1)))
    page = parsed(of_paragraph(Link("#b", (inner, Text("b"))), notes=(Note("n", (Text("N"),)),)))
    assert not [a for link in page.all("a") for a in link.walk() if a is not link and a.tag == "a"]


# ---- one file that fetches nothing


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = parse_html(SPECIMEN)
    (policy,) = [m for m in page.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not page.all("script", "link", "img", "iframe", "object", "form")
    assert not [e for e in page.walk() if {"src", "srcset", "onclick", "action"} & e.attributes.keys()]
    sheet = page.all("style")[0].text
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_the_same_tree_gives_the_same_bytes_under_any_hash_seed() -> None:
    code = (
        "import sys; from specimen import every_node; from styles import sample_style;"
        "from brief.render.html import render;"
        "sys.stdout.buffer.write(render(every_node(), sample_style()).content)"
    )
    path = os.pathsep.join(sys.path)
    for seed, zone in (("0", "UTC"), ("7", "Asia/Seoul")):
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone}
        made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)
        assert made.stdout == SPECIMEN


# ---- structure


@settings(max_examples=50)
@given(documents())
def test_ids_are_unique_and_every_link_inside_leads_to_one(document: Document) -> None:
    page = parsed(document)
    ids = [e.attributes["id"] for e in page.walk() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    inside = {a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"].startswith("#")}
    assert inside <= set(ids)


@given(st.text(), st.text())
def test_two_ids_never_meet_in_one_anchor(one: str, other: str) -> None:
    ids = [parsed(Document((), (Paragraph((), id=name),))).all("p")[-1].attributes.get("id") for name in (one, other)]
    assert (ids[0] == ids[1]) == (one == other)
    assert not [i for i in ids if i and (i.startswith("_") or re.search(r"\s", i))]


def test_each_mark_leads_to_its_note_and_each_note_back_to_all_its_marks() -> None:
    page = parse_html(SPECIMEN)
    (notes,) = [s for s in page.all("section") if s.attributes.get("role") == "doc-endnotes"]
    marks = [a for a in page.all("a") if a.attributes.get("role") == "doc-noteref"]
    assert [int(a.text) for a in marks] == [1, 2, 3, 3, 4, 2, 5, 6, 7, 4, 8]
    for number, item in enumerate(notes.all("li"), 1):
        back = [a.attributes["href"][1:] for a in item.all("a") if a.attributes.get("role") == "doc-backlink"]
        citing = [a for a in marks if a.attributes["href"] == f"#{item.attributes['id']}"]
        assert back == [a.attributes["id"] for a in citing]
        assert {a.text for a in citing} == {str(number)}


def test_links_to_blocks_lead_to_them() -> None:
    page = parse_html(SPECIMEN)
    places = {e.attributes["id"]: e for e in page.walk() if "id" in e.attributes}
    (nav,) = page.all("nav")
    assert [a.text for a in nav.all("a")] == [places[a.attributes["href"][1:]].text for a in nav.all("a")]
    assert places["source-P21"].text.strip().startswith("NATO, Joint press point")
    assert places["t-areas"].tag == "table"


def test_the_title_is_the_one_first_heading_and_names_the_page() -> None:
    page = parse_html(SPECIMEN)
    (title,) = page.all("h1")
    assert title.text == page.all("title")[0].text == "Korea and NATO adopt a partnership programme in eleven areas"


def test_sections_hold_what_stands_under_their_heading() -> None:
    page = parse_html(SPECIMEN)
    (meeting,) = [s for s in page.all("section") if s.all("h2") and s.all("h2")[0].attributes["id"] == "s-the-meeting"]
    assert [h.attributes["id"] for h in meeting.all("h2", "h3", "h4")] == [
        "s-the-meeting",
        "s-cyber-defence",
        "s-not-said",
    ]
    (annex, _) = [s for s in page.all("section") if s.is_of("annex")]
    assert annex.all("span")[0].text == "Annex A"


def test_tables_name_their_columns_and_rows() -> None:
    table = parse_html(SPECIMEN).all("table")[0]
    assert [c.tag for c in table.children if isinstance(c, Element)] == ["caption", "thead", "tbody"]
    assert [c.attributes["scope"] for c in table.all("thead")[0].all("th")] == ["col"] * 4
    first, *_, last = table.all("tbody")[0].all("tr")
    assert [(c.tag, c.attributes.get("scope")) for c in first.all("th", "td")] == [
        ("th", "row"),
        ("th", "row"),
        ("td", None),
        ("td", None),
    ]
    assert [c.is_of("right") for c in last.all("th", "td")] == [False, False, False, True]


def test_columns_with_shares_are_so_wide_and_the_others_as_their_content_asks() -> None:
    by_content, shared = parse_html(SPECIMEN).all("table")
    assert by_content.all("col") == []
    assert [c.attributes["style"] for c in shared.all("col")] == ["width: 37.5%", "width: 12.5%", "width: 50%"]


def test_the_number_of_a_paragraph_stands_before_its_words() -> None:
    document = Document((Text("T"),), (Paragraph((Text("Words"),), number="12."), Paragraph((Text("More"),))))
    numbered, plain = (p for p in parsed(document).all("p") if "running" not in p.attributes)
    (number,) = (span for span in numbered.all("span") if span.is_of("number"))
    assert (numbered.text, number.text, plain.all("span")) == ("12. Words", "12. ", [])


def test_a_line_may_end_in_an_address_behind_its_host_and_its_signs() -> None:
    words = "(https://x.org/a-b?c=<d>&e) a/b"
    written = render(of_paragraph(Text(words)), STYLE).content.decode()
    assert "<p>(https://x.org/<wbr>a-<wbr>b?<wbr>c=<wbr>&lt;d&gt;&amp;<wbr>e) a/b</p>" in written
    assert [p.text for p in parsed(of_paragraph(Text(words))).all("p")][-1] == words


def test_languages_are_named() -> None:
    page = parse_html(SPECIMEN)
    assert page.attributes["lang"] == "en-GB"
    assert [s.text for s in page.all("span") if s.attributes.get("lang") == "ko"][:2] == [
        "윤석열",
        "협력을 강화하기로 하였다.",
    ]


def test_the_skip_link_comes_first_and_leads_to_the_text_in_the_language_of_the_document() -> None:
    for language, words in (("en-GB", "Skip to the text"), ("ko", "본문으로 건너뛰기"), ("fr", "Skip to the text")):
        page = parsed(of_paragraph(Text("x"), language=language))
        link = page.all("a")[0]
        assert (link.text, link.attributes["href"]) == (words, f"#{page.all('main')[0].attributes['id']}")


def test_the_marking_stands_at_top_and_bottom_and_running_lines_at_the_end() -> None:
    page = parse_html(SPECIMEN)
    body = [e for e in page.all("body")[0].children if isinstance(e, Element)]
    assert [e.tag for e in body] == ["a", "header", "main", "footer"]
    assert body[1].text == "TLP:CLEAR"
    assert body[3].text == "SAMPLE/2023/002 · version 1 · as of 14 July 2023TLP:CLEAR"


def test_a_document_without_marking_shows_none() -> None:
    page = parsed(of_paragraph(Text("x")))
    assert [e.tag for e in page.all("body")[0].children if isinstance(e, Element)] == ["a", "main"]
    assert ".marking {" not in page.all("style")[0].text.replace(".marking { display", "")


def test_properties_of_the_document_are_told() -> None:
    told = {
        m.attributes["name"]: m.attributes["content"]
        for m in parse_html(SPECIMEN).all("meta")
        if "name" in m.attributes
    }
    assert told["author"] == "Euro-Atlantic Partnerships desk"
    assert told["description"] == "Korea and NATO"
    assert told["keywords"] == "Korea, NATO, ITPP"
    assert told["dcterms.date"] == "2023-07-14"


# ---- look


def sheet(style: Style = STYLE, document: Document | None = None) -> str:
    return parsed(document or every_node(), style).all("style")[0].text


def test_the_texts_of_the_style_are_rules() -> None:
    texts = dataclasses.replace(STYLE.texts, heading1=dataclasses.replace(STYLE.texts.heading1, size=18, leading=27))
    changed = sheet(dataclasses.replace(STYLE, texts=texts))
    assert re.search(r"\nh2 {[^}]*font-size: 1.5rem; line-height: 1.5;[^}]*color: #1b365d;", changed)


def test_every_text_of_the_style_has_its_rule() -> None:
    plain_sheet = sheet()
    for field in dataclasses.fields(STYLE.texts):
        changed = dataclasses.replace(getattr(STYLE.texts, field.name), size=33)
        texts = dataclasses.replace(STYLE.texts, **{field.name: changed})
        assert sheet(dataclasses.replace(STYLE, texts=texts)) != plain_sheet, field.name


def test_every_colour_of_the_style_is_used() -> None:
    written = sheet()
    for field in dataclasses.fields(STYLE.colours):
        assert f"--{field.name}: {getattr(STYLE.colours, field.name)};" in written
        assert f"var(--{field.name})" in written


def test_families_are_named_with_what_may_stand_for_them() -> None:
    assert '--serif: "Source Serif Pro", "Source Serif 4", "Cambria", "Georgia", "Noto Sans KR", serif;' in sheet()


def test_a_marking_that_the_style_does_not_know_is_boxed_in_the_structure_colour() -> None:
    written = sheet(document=of_paragraph(Text("x"), marking="OFFICIAL"))
    assert "var(--sans-serif); color: #1b365d; border: 0.75pt solid #1b365d }" in written


def test_printed_pages_bear_marking_running_lines_and_numbers() -> None:
    written = sheet()
    assert "size: 595.276pt 841.89pt;\n  margin: 85.0394pt 85.0394pt 79.3701pt 85.0394pt;" in written
    assert '@bottom-center { content: "Page " counter(page) " of " counter(pages);' in written
    assert '@top-right { content: "TLP\\3a CLEAR"' in written
    assert '@bottom-right { content: "TLP\\3a CLEAR"' in written


def test_no_margin_of_the_first_printed_page_is_left_to_the_browser() -> None:
    first = next(line for line in sheet().splitlines() if line.startswith("@page :first"))
    assert first.count('content: ""') == 2


def test_the_first_mark_of_a_paragraph_stands_as_near_to_its_words_as_the_others() -> None:
    assert ".mark +" not in sheet()  # marks with words between them are siblings next to each other too


def test_sources_are_set_as_small_as_notes_are() -> None:
    rule = next(line for line in sheet().splitlines() if line.startswith("ol.source li, ol.source p {"))
    assert f"font-size: {STYLE.texts.small.size / 12:.4g}rem" in rule
    assert f"color: {STYLE.texts.note.colour}" in rule


def test_a_figure_is_one_picture_with_a_name_under_its_caption() -> None:
    shapes = (Box(0, 0, 9, 9, fill="tint"), Label(1, 2, '5 < 6 & "x"', "end", bold=True, tone="structure"))
    document = Document((Text("T"),), (Figure(Drawing(90, 9, shapes), '5 < 6 & "x"', (Text("C"),), "f"),))
    (figure,) = (f for f in parsed(document).all("figure") if f.attributes["id"] == "f")
    assert [child.tag for child in figure.children if isinstance(child, Element)] == ["figcaption", "div"]
    (picture,) = figure.all("svg")
    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-label"] == '5 < 6 & "x"'
    (label,) = picture.all("text")
    assert label.text == '5 < 6 & "x"'
    assert label.attributes["text-anchor"] == "end"


def test_every_tone_of_a_shape_is_in_the_style_sheet() -> None:
    page = parse_html(SPECIMEN)
    sheet = "".join(style.text for style in page.all("style"))
    used = {name for e in page.all("rect", "line", "circle", "text") for name in e.attributes["class"].split()}
    assert used
    for name in used - {"stroke-none"}:
        assert f".{name} {{ " in sheet


def test_words_say_where_they_stand_where_that_is_asked_for_and_the_page_reads_the_same() -> None:
    place = Place('a "b".yaml', 7, 3, "claims[S1].text")
    document = of_paragraph(Text("한국", (place,), "ko"), Text(" and "), Code("x", (place,)))
    page = render(document, STYLE, origins=True).content
    where = 'data-origins="[[&quot;a \\&quot;b\\&quot;.yaml&quot;, 7, 3, &quot;claims[S1].text&quot;]]"'
    assert f'<p><span lang="ko" {where}>한국</span> and <code {where}>x</code></p>' in page.decode()
    assert b"data-" not in render(document, STYLE).content
    assert read_html(page) == read_html(render(document, STYLE).content)


def test_words_made_of_several_fields_say_where_all_of_them_stand_and_signs_between_words_say_nothing() -> None:
    places = Place("a.yaml", 1, 2, "one"), Place("b.yaml", 3, 4, "two")
    document = of_paragraph(Text("ROK and NATO", places), Text("; ", places))
    page = render(document, STYLE, origins=True).content.decode()
    (where,) = re.findall(r'data-origins="(.*?)"', page)
    assert json.loads(unescape(where)) == [["a.yaml", 1, 2, "one"], ["b.yaml", 3, 4, "two"]]


def test_words_of_a_drawing_say_where_they_stand_and_can_then_be_pointed_at() -> None:
    drawing = Drawing(90, 20, (Label(0, 10, "Ferry", origins=(Place("a.yaml", 1, 2, "label"),)),))
    document = dataclasses.replace(of_paragraph(), children=(Figure(drawing, "What is drawn"),))
    page = render(document, STYLE, origins=True).content.decode()
    assert '<svg role="group" aria-label="What is drawn"' in page
    assert re.search(r'<text [^>]* data-origins="[^"]*&quot;label&quot;]]">Ferry</text>', page)
    assert '<svg role="img" aria-label="What is drawn"' in render(document, STYLE).content.decode()
