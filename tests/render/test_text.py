from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

from hypothesis import given

from brief.render.text import render
from brief.tree import Break, Code, Document, Paragraph, Text
from brief.walk import inlines, phrases
from test_trees import nodes
from trees import documents, every_node

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.style import Style

ANY: Style = None  # type: ignore[assignment] # a listing has no look

LEAF = re.compile(r' *(text|code)(?: [a-z]+=(?:\d+|"(?:[^"\\]|\\.)*"))* ?("(?:[^"\\]|\\.)*")?')


def listing(document: Document) -> str:
    return render(document, ANY).content.decode()


def paragraph(*children: Text | Code | Break) -> str:
    return listing(Document((Text("T"),), (Paragraph(children),)))


def test_the_specimen_is_printed_as_kept(golden: Callable[[str, str], None]) -> None:
    golden("render/every-node.txt", listing(every_node()))


def test_every_field_that_is_set_is_printed() -> None:
    printed = listing(every_node())
    for node in nodes(every_node()):
        for field in dataclasses.fields(node):  # type: ignore[arg-type]
            value = getattr(node, field.name)
            if isinstance(value, str) and value not in ("", "body"):
                assert json.dumps(value, ensure_ascii=False).replace("\u00a0", "\\u00a0") in printed, (node, field.name)


def test_the_number_of_a_paragraph_is_printed() -> None:
    assert '  paragraph number="12."\n' in listing(Document((), (Paragraph((Text("a"),), number="12."),)))


def test_origins_are_not_printed() -> None:
    assert "event.yaml" not in listing(every_node())


def test_it_ends_with_one_newline() -> None:
    assert re.search(r"[^\n]\n\Z", listing(every_node()))


@given(documents())
def test_every_leaf_stands_in_a_line_of_its_own_with_its_exact_words(document: Document) -> None:
    leaves = [leaf for line in listing(document).splitlines() if (leaf := LEAF.fullmatch(line))]
    printed = [json.loads(leaf[2]) for leaf in leaves]
    held = [child.text for phrase in phrases(document) for child in inlines(phrase) if isinstance(child, Text | Code)]
    assert sorted(printed) == sorted(held)


def test_what_an_eye_would_miss_is_escaped() -> None:
    said = paragraph(Text(' a "b" \\ \u00a0\u200b\n\t\U000e0001 '))
    assert r'text " a \"b\" \\ \u00a0\u200b\n\t\udb40\udc01 "' in said


def test_texts_side_by_side_are_told_from_one_text() -> None:
    assert paragraph(Text("ab")) != paragraph(Text("a"), Text("b")) != paragraph(Text("a"), Break(), Text("b"))


def test_code_is_told_from_text() -> None:
    assert paragraph(Code("a")) != paragraph(Text("a"))
