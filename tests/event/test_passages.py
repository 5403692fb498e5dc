"""A text that blank lines part: one line to whoever reads it as a text, with each paragraph and its place beside it."""

from __future__ import annotations

import copy
import pickle

import pytest

from brief.event.compose import compose
from brief.event.nodes import Scalar, field
from brief.event.portions import Portion
from brief.event.scalars import words
from brief.place import Passage, Place, Words, paragraphs_of

PLACE = Place("e.yaml", 1, 1, "text")


def read(written: str) -> Words:
    node, problems = compose(written, "e.yaml")
    assert problems == []
    scalar = field(node, "text")
    assert isinstance(scalar, Scalar)
    text = words(scalar.text, Place("e.yaml", scalar.line, scalar.column, "text"))
    assert isinstance(text, Words)
    return text


WRITTEN = [
    ("text: |\n  One,\n  two.\n\n  # Three.\n", [("One, two.", 2, 3), ("# Three.", 5, 3)]),
    ("text: |-\n\n  One.\n  \n\n    - Two.\nmore: x\n", [("One.", 3, 3), ("- Two.", 6, 5)]),
    ("text: |\n  One.\n\n  Two.\n\nmore: x\n", [("One.", 2, 3), ("Two.", 4, 3)]),
    ("text: >\n  One,\n  two.\n\n  Three.\n", [("One, two.", 2, 3), ("Three.", 5, 3)]),
    ("text: One,\n  two.\n\n  Three.\nmore: x\n", [("One, two.", 1, 7), ("Three.", 4, 3)]),
    ("text: 'One.\n\n\n  Two.'\n", [("One.", 1, 7), ("Two.", 4, 3)]),
    ('{text: "One.\n\n  Two.", more: x}\n', [("One.", 1, 8), ("Two.", 3, 3)]),
    ('text: "One.\\nTwo."\n', [("One.", 1, 7), ("Two.", 1, 7)]),
]


@pytest.mark.parametrize(("written", "paragraphs"), WRITTEN)
def test_blank_lines_part_paragraphs_and_each_knows_its_place(
    written: str, paragraphs: list[tuple[str, int, int]]
) -> None:
    text = read(written)
    assert text == " ".join(said for said, _, _ in paragraphs)
    assert [(str(each), Place("e.yaml", line, column, "text")) for each, line, column in paragraphs] == [
        (str(each), each.place) for each in paragraphs_of(text) if isinstance(each, Words)
    ]


@pytest.mark.parametrize("written", ["text: One.\n", "text: |\n\n  One,\n  two.\n\n", "text: >-\n  One,\n  two.\n"])
def test_a_text_without_blank_lines_in_it_is_one_paragraph(written: str) -> None:
    text = read(written)
    assert type(text) is Words
    assert paragraphs_of(text) == (text,)


def test_letters_are_composed_in_each_paragraph() -> None:
    assert paragraphs_of(read("text: |\n  Cafe\u0301.\n\n  E\u0301te\u0301.\n")) == ("Caf\u00e9.", "\u00c9t\u00e9.")


def test_each_paragraph_of_a_portion_bears_its_mark() -> None:
    text = Portion.of(read("text: |\n  One.\n\n  Two.\n"), "(H)", "c1")
    assert text == "(H) One. Two."
    assert paragraphs_of(text) == ("(H) One.", "(H) Two.")


def test_each_paragraph_of_a_silent_portion_keeps_its_mark_to_itself() -> None:
    text = Portion.of(read("text: |\n  One (L).\n\n  Two.\n"), "(L)", "c1", silent=True)
    assert text == "One (L). Two."
    assert paragraphs_of(text) == ("One (L).", "Two.")
    assert [part.is_silent for part in (text, *text.paragraphs)] == [True] * 3
    assert [part.whole for part in text.paragraphs] == ["(L) One (L).", "(L) Two."]


def test_a_passage_outlives_a_copy() -> None:
    text = read("text: |\n  One.\n\n  Two.\n")
    for again in (copy.copy(text), pickle.loads(pickle.dumps(text))):  # noqa: S301 - written two words before
        assert isinstance(again, Passage)
        assert (again, again.place, again.paragraphs) == (text, text.place, ("One.", "Two."))
