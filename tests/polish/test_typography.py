# ruff: noqa: RUF001 - dashes, apostrophes and quotation marks are what is tested
from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from brief.place import Place
from brief.polish.typography import typeset
from brief.tree import (
    Badge,
    Break,
    Cell,
    Code,
    Column,
    Document,
    Drawing,
    Emphasis,
    Figure,
    Inline,
    Label,
    Link,
    NoteRef,
    Paragraph,
    Quote,
    Row,
    Running,
    Strong,
    Table,
    Text,
)
from brief.walk import inlines, phrases, words
from trees import documents, every_node

PLAIN = str.maketrans("\u00a0\u2013\u2019", " -'")
HERE = Place("event.yaml", 3, 5, "text")


def of(*phrase: Inline) -> tuple[Inline, ...]:
    document = typeset(Document((), (Paragraph(phrase),)))
    (paragraph,) = document.children
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def test_words_keep_their_place_and_their_language() -> None:
    assert of(Text("Korea's", (HERE,), "fr")) == (Text("Korea’s", (HERE,), "fr"),)


def test_words_are_set_over_the_ends_of_their_nodes() -> None:
    assert of(Text("on 11"), Strong((Text(" July "),)), Emphasis((Text("Korea"),)), NoteRef("n"), Text("'s")) == (
        Text("on 11"),
        Strong((Text("\u00a0July "),)),
        Emphasis((Text("Korea"),)),
        NoteRef("n"),
        Text("’s"),
    )


def test_a_quotation_goes_over_the_ends_of_its_nodes_too() -> None:
    assert of(Text("“"), Text("Korea's", (HERE,)), Text("”")) == (Text("“"), Text("Korea's", (HERE,)), Text("”"))


def test_a_short_last_word_is_held_in_a_paragraph_but_not_in_the_narrow_lines_of_a_table() -> None:
    said = "The leaders of the four partners condemned the missile launch of that day, 11 July."
    held = said.replace("11 July", "11\u00a0July")
    long = "The leaders of the four partners condemned the missile launch of that day."
    assert of(Text(long)) == (Text(long.replace("that day", "that\u00a0day")),)
    table = Table((Row((Cell((Text(said),)), Cell((Text(long),)))),), (Column(), Column()))
    (made,) = typeset(Document((), (table,))).children
    assert isinstance(made, Table)
    assert [cell.children for cell in made.children[0].children] == [(Text(held),), (Text(long),)]


def test_a_new_line_parts_words() -> None:
    phrase = (Text("11"), Break(), Text("July"))
    assert of(*phrase) == phrase


def test_code_and_addresses_stay_as_they_are() -> None:
    code, link = Code("Korea's"), Link("https://x.org/l'a 2019-2023", (Text("x.org/l'a 2019-2023"),))
    assert of(code, link, Badge("open", (Text("it's"),))) == (code, link, Badge("open", (Text("it’s"),)))
    assert of(Link("https://x.org", (Text("Korea's"),))) == (Link("https://x.org", (Text("Korea’s"),)),)


def test_no_letter_of_a_quotation_set_apart_changes() -> None:
    said = Quote((Paragraph((Text("Korea's on 11 July"),)),), (Text("Korea's"),))
    (made,) = typeset(Document((), (said,))).children
    assert made == Quote((Paragraph((Text("Korea's on 11\u00a0July"),)),), (Text("Korea’s"),))


def test_drawings_and_running_lines_are_set_as_the_text_is() -> None:
    figure = Figure(Drawing(9, 9, (Label(1, 1, "Korea's"),)), "Korea's")
    document = typeset(Document((), (figure,), running=Running("Korea's", "Korea's", "Page {page}")))
    assert document.children == (Figure(Drawing(9, 9, (Label(1, 1, "Korea’s"),)), "Korea's"),)
    assert document.running == Running("Korea’s", "Korea’s", "Page {page}")


def test_what_is_set_already_is_not_made_anew() -> None:
    once = typeset(every_node())
    assert typeset(once) is once


@given(documents())
def test_the_words_are_the_same_but_for_what_is_set(document: Document) -> None:
    made = typeset(document)
    assert [word.translate(PLAIN) for word in words(made)] == [word.translate(PLAIN) for word in words(document)]
    before = [node for phrase in phrases(document) for node in inlines(phrase)]
    after = [node for phrase in phrases(made) for node in inlines(phrase)]
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Text) and isinstance(new, Text):
            assert replace(new, text=old.text) == old
        else:
            assert type(new) is type(old)
