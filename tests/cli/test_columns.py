from __future__ import annotations

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from brief.cli.columns import GAP, NARROWEST, columns, fitted

WORDS = st.text(alphabet="ab 가나é-.", max_size=40)


def test_what_fits_stands_on_one_line_under_its_head() -> None:
    assert list(columns([("What", "Days"), ("A ferry", "12")], 80)) == ["What     Days", "A ferry  12"]


def test_long_texts_are_wrapped_between_words_and_what_goes_on_is_set_in() -> None:
    told = list(columns([("What", "Days"), ("one two three four five", "12")], 16))
    assert told == ["What        Days", "one two     12", "  three", "  four", "  five"]


def test_room_is_taken_from_the_widest_first_and_words_are_kept_whole_while_they_can_be() -> None:
    assert fitted([(5, 40), (6, 10)], 32) == [20, 10]
    assert fitted([(20, 40), (6, 10)], 28) == [20, 6]
    assert fitted([(20, 40), (6, 10)], 14) == [6, 6]


def test_hangul_takes_two_cells_a_syllable() -> None:
    assert list(columns([("사이버", "x"), ("abc", "y")], 80)) == ["사이버  x", "abc     y"]


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=1, max_size=5)),
       st.integers(1, 100))  # fmt: skip
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(rows: list[tuple[str, ...]], width: int) -> None:
    told = list(columns(rows, width))
    count = len(rows[0])
    assert max(map(wcwidth.width, told)) <= max(width, count * NARROWEST + (count - 1) * GAP)
    for letter in "ab가나é.":
        assert sum(line.count(letter) for line in told) == sum(cell.count(letter) for row in rows for cell in row)
