from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.parse import parse
from brief.place import Count, Made, Place, Words, places_of
from brief.template import Filled
from brief.tree import Badge, Code, Document, Emphasis, Item, Link, List, Note, NoteRef, Paragraph, Text
from filling import FILE, NASTY, TITLE, filled, read, words

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYWHERE = """\
# «a»
## Section «a»«b» end
### «b» {plain}

«a» starts, in the middle «b» and at the end «a»
next line «b»
«a»
- «a»
- x *«b»* y**«a»**z **«b»**
  - «a»«b»
    1. «b»
       «a»

| A | B«a» |
|---|--:|
| «a» | [«a»](https://x.org/«b») *«a»* |
| | `«a»` and **«b»**^[note «a» in *«b»*] |

[«a»](mailto:desk@«b») and («a») [«b»] ^[«a»] `x «a» y` \\«a» &«a»; <«b»> !«a»

> «b»
> «a»
> — «b»

::: header
- «a»: «b»
- Place «a»: «b»: **«a»**
:::

::: table «a»
| «a» | B |
|---|------|
| «a»: «b» | x^[«b»] |
:::

:::: key-points «b»
::: warning
«a»
:::
::: small
«b»
:::
::::

«c»

1. «a» 2. «b»
   «b» {annex}
"""
FRONT = "::: document\n- subtitle: «a» *«b»*\n- head: «a»\n- keywords: «a», «b»\n:::\n"

PIECES = (
    "|", "*", "**", "_", "[x](y)", "![i](j)", ":::", "::: note\n", "{{", "}}", "{%", "# ", "#", "- ", "1. ", "\t",
    "<b>", "&amp;", "&#42;", "\\", "\\*", "`", "``", "~~~", "```\n", "---", "===", "\n", "\n\n", "\r\n", "\r", "> ",
    "    ", "\x00", "\ue000", "\ue0000\ue001", "\ue001", "[^1]", "[^1]: x", "[a]: http://x", "<http://x>", "http://x.org",
    "+ ", "|---|", " ", "\u00a0", "\u2028", "\x0b", "\x85", "한국", "é", "a", "Z", "9", "!", "~", "^", "^[", "$", '"',
    "'", "(", ")", "“", "— ", ": ", ":", ",", "{annex}",
)  # fmt: skip
VALUES = st.text(max_size=12) | st.lists(st.sampled_from(PIECES) | st.characters(), max_size=8).map("".join)


def everywhere(a: object, b: object) -> Document:
    """The values in every place where words may stand."""
    chunks = filled(FRONT, a=a, b=b).chunks + filled(EVERYWHERE, a=a, b=b, c=List("source", (Item(()),))).chunks
    document, problems = parse(Filled((TITLE, *chunks)), language="en", date="")
    assert problems == ()
    return document


PLAIN = everywhere(words("x", "a"), words("y", "b"))
PLACELESS = everywhere("left", "right")


def shape(node: object) -> object:
    """What is left of a tree when the words of the data are taken out of it: the author's words and all structure."""
    match node:
        case Text(origins=(Place(path=path),)) | Code(origins=(Place(path=path),)) if path:
            return type(node), path
        case Link():
            return Link, node.target.split(":")[0], shape(node.children)
        case tuple():
            return tuple(shape(part) for part in node)
        case _ if dataclasses.is_dataclass(node):
            return type(node), tuple(shape(getattr(node, field.name)) for field in dataclasses.fields(node))
        case _:
            return node


def leaves(node: object) -> Iterator[Text | Code | Link]:
    """Every text, code and link."""
    if isinstance(node, Text | Code | Link):
        yield node
    if dataclasses.is_dataclass(node):
        node = tuple(getattr(node, field.name) for field in dataclasses.fields(node))
    if isinstance(node, tuple):
        for part in node:
            yield from leaves(part)


def of_data(document: Document, path: str) -> list[str]:
    """The words whose origin is this path."""
    return [
        leaf.text
        for leaf in leaves(document)
        if not isinstance(leaf, Link)
        if path in [place.path for place in leaf.origins]
    ]


def one_line(value: str) -> str:
    for end in ("\r\n", *"\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"):
        value = value.replace(end, " ")
    return value


def shape_without_head(document: Document) -> object:
    """Running lines and keywords are bare words of the data; they are looked at by themselves."""
    return shape(dataclasses.replace(document, running=type(document.running)(), keywords=()))


@given(VALUES, VALUES)
def test_whatever_the_data_holds_the_tree_has_the_same_shape_and_the_very_words(a: str, b: str) -> None:
    plain, nasty = PLAIN, everywhere(words(a, "a"), words(b, "b"))
    assert shape_without_head(nasty) == shape_without_head(plain)
    for path, value in (("a", a), ("b", b)):
        assert of_data(nasty, path) == [one_line(value)] * len(of_data(plain, path))
    targets = [leaf.target for leaf in leaves(nasty) if isinstance(leaf, Link)]
    assert targets == [f"https://x.org/{one_line(b)}", f"mailto:desk@{one_line(b)}"]
    assert nasty.running.head == one_line(a).strip()
    assert nasty.keywords == tuple(word for value in (a, b) if (word := one_line(value).strip()))


@given(VALUES, VALUES)
def test_values_without_a_place_are_words_as_well(a: str, b: str) -> None:
    """A changed text of the data knows no place, and is still no Markdown."""
    nasty = list(leaves(everywhere(a, b).children))
    expected = {"left": one_line(a), "right": one_line(b)}
    for before, after in zip(leaves(PLACELESS.children), nasty, strict=True):
        assert type(before) is type(after)
        if isinstance(before, Text | Code) and isinstance(after, Text | Code):
            assert after.text == expected.get(before.text, before.text)


def test_every_context_holds_the_values() -> None:
    said = FRONT.split("- head", maxsplit=1)[0] + EVERYWHERE
    assert len(of_data(PLAIN, "a")) == said.count("«a»")
    assert len(of_data(PLAIN, "b")) == said.count("«b»") - len(("https://x.org/«b»", "mailto:desk@«b»"))


def test_a_value_full_of_markup_comes_through_as_its_characters() -> None:
    document = everywhere(words(NASTY, "a"), words(NASTY, "b"))
    assert set(of_data(document, "a")) == {NASTY}
    assert document.running.head == NASTY
    assert document.keywords == (NASTY, NASTY)


def test_a_number_of_the_data_keeps_its_place() -> None:
    place = Place("event.yaml", 3)
    (paragraph,) = read("«n»\n", n=Count.at("11", place))[0].children
    assert paragraph == Paragraph((Text("11", (place,)),))
    assert read("«n»\n", n=11)[0].children == (Paragraph((Text("11"),)),)


def test_words_made_of_several_values_know_where_all_of_them_stand() -> None:
    both = Made.of("x and y", words("x", "a"), words("y", "b"))
    (paragraph,) = read("«n»\n", n=both)[0].children
    assert paragraph == Paragraph((Text("x and y", (*places_of(words("x", "a")), *places_of(words("y", "b")))),))


def test_the_authors_words_know_the_line_on_which_they_begin() -> None:
    chunks = filled("# One\n\ntwo «n»\nthree *four* `five`\n", n="x")
    document, _ = parse(chunks, language="en", date="")
    told = [(leaf.text, leaf.origins) for leaf in leaves(document) if isinstance(leaf, Text | Code)]
    assert [(text, [(place.file, place.line) for place in places]) for text, places in told] == [
        ("One", [(FILE, 1)]), ("two ", [(FILE, 3)]), ("x", []), (" three ", [(FILE, 4)]), ("four", [(FILE, 4)]),
        (" ", [(FILE, 4)]), ("five", [(FILE, 4)]),
    ]  # fmt: skip


def test_line_ends_and_tabs_become_spaces_in_texts_notes_and_blocks_of_the_data() -> None:
    value = Words("a\r\nb\tc\u2028d", Place("event.yaml", 1))
    text = Text(value, (value.place,))
    clean = Text("a b c d", (value.place,))
    document, problems = read(
        "«a» *«t»* «n»\n\n«l»\n",
        a=value,
        t=Code("a\nb"),
        n=Note("n", (text,)),
        l=List("source", (Item((Paragraph((text,)),)),)),
    )
    assert problems == ()
    assert document.children == (
        Paragraph((clean, Text(" "), Emphasis((Code("a b"),)), Text(" "), NoteRef("n"))),
        List("source", (Item((Paragraph((clean,)),)),)),
    )  # fmt: skip
    assert document.notes == (Note("n", (clean,)),)


def test_a_note_of_the_data_cited_twice_is_one_note() -> None:
    note = Note("n-S1", (Text("Yonhap"),))
    document, problems = read("a«n» b«n»\n\n| A«n» |\n|---|\n", n=note)
    assert problems == ()
    assert document.notes == (note,)
    assert document.children[0] == Paragraph((Text("a"), NoteRef("n-S1"), Text(" b"), NoteRef("n-S1")))


@pytest.mark.parametrize(
    "node", [Badge("open", (Text("open"),)), Link("https://x.org", (Text("x"),)), Emphasis((Text("x"),))]
)
def test_an_inline_of_the_data_stands_where_it_is_printed(node: Badge) -> None:
    assert read("a «n» b\n", n=node)[0].children == (Paragraph((Text("a "), node, Text(" b"))),)


def test_values_and_the_authors_words_are_never_one_text() -> None:
    assert read("a«n»b\\*«n»\n", n="x")[0].children == (Paragraph((Text("a"), Text("x"), Text("b*"), Text("x"))),)


def test_a_backslash_before_a_value_is_a_backslash() -> None:
    assert read("a\\«n» `\\«n»`\n", n="x")[0].children == (
        Paragraph((Text("a\\"), Text("x"), Text(" "), Code("\\"), Code("x"))),
    )  # fmt: skip


def test_a_document_of_the_data_is_its_blocks_and_its_notes() -> None:
    inner = Document((Text("Inner"),), (Paragraph((Text("said"), NoteRef("p1-n"))),), (Note("p1-n", (Text("N"),)),))
    document, problems = read("Before\n\n«a»\n\n«a»\n", a=inner)
    assert problems == ()
    assert document.children[1:] == inner.children * 2
    assert document.notes == inner.notes


def test_a_document_of_the_data_stands_among_no_words() -> None:
    _, (problem,) = read("Before «a»\n", a=Document((), ()))
    assert (problem.code, problem.message) == ("block", "a document cannot stand among words")
