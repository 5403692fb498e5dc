"""How like two words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.spelling import folded, one_slip, same_consonants

LETTERS = st.text("abcd", max_size=6)


def distance(one: str, other: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours, by the book."""
    rows = {(i, j): i or j for i in range(len(one) + 1) for j in range(len(other) + 1) if not i or not j}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            change = rows[i - 1, j - 1] + (one[i - 1] != other[j - 1])
            least = min(rows[i - 1, j] + 1, rows[i, j - 1] + 1, change)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                least = min(least, rows[i - 2, j - 2] + 1)
            rows[i, j] = least
    return rows[len(one), len(other)]


@given(LETTERS, LETTERS)
def test_one_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_slip(one, other) == (distance(one, other) == 1)


@given(LETTERS, st.integers(0, 6), st.sampled_from("abcd"))
def test_a_letter_put_in_is_one_slip_either_way(word: str, at: int, letter: str) -> None:
    longer = word[:at] + letter + word[at:]
    assert one_slip(longer, word)
    assert one_slip(word, longer)


@pytest.mark.parametrize(
    ("word", "fold"), [("Erdoğan", "erdogan"), ("NÚKIB", "nukib"), ("Programmes", "programs"), ("Yoon", "yoon")]
)
def test_capitals_accents_and_the_two_spellings_fall_together(word: str, fold: str) -> None:
    assert folded(word) == fold


def test_words_of_the_same_consonants_are_told_from_others() -> None:
    assert same_consonants("seok", "suk")
    assert not same_consonants("sok", "sol")
    assert not same_consonants("era", "air")
