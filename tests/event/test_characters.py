from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.event import UNPRINTABLE, one_line
from brief.event.characters import shown, unprintable

UNSHOWN = (
    *("\x00", "\x08", "\x0b", "\x0c", "\r", "\x1f", "\x7f", "\x80", "\x85", "\x9f"),
    *("\u200b", "\ufeff", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069"),
    *("\ud800", "\udfff", "\ue000", "\uf8ff", "\ufffe", "\uffff", "\U000f0000"),
)


@pytest.mark.parametrize("character", UNSHOWN)
def test_what_no_page_can_show_is_unprintable(character: str) -> None:
    assert re.fullmatch(UNPRINTABLE, character)
    (problem,) = unprintable(f"a\nbc{character}d", "f")
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 3)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize(
    "character", ["a", "é", "한", "\u00a0", "\u200d", "\u2019", "\t", "\n", " ", "\ufffd", "\U0001f600"]
)
def test_what_a_page_can_show_is_not(character: str) -> None:
    assert not re.search(UNPRINTABLE, character)


def test_no_unprintable_character_counts_as_printable_to_python() -> None:
    everything = map(chr, range(0x110000))
    assert not [c for c in everything if c.isprintable() and re.match(UNPRINTABLE, c)]


def test_each_character_is_told_with_its_own_place() -> None:
    found = [p.place for p in unprintable("\x01a\x02\n\n한\x03\x04", "f")]
    assert [(p.line, p.column) for p in found if p] == [(1, 1), (1, 3), (3, 2), (3, 3)]


@given(st.text())
def test_one_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert not {"\n", "\t"} & set(line)
    assert one_line(line) == line
    assert line.split() == text.split()


@given(st.text())
def test_what_a_message_quotes_is_printable_and_short(text: str) -> None:
    assert shown(text).isprintable()
    assert len(shown(text)) <= 63
