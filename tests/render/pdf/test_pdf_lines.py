from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.render.pdf.line import Line, lines_of, natural, widest, words_of
from brief.render.pdf.run import NEW_LINE, Run
from brief.render.pdf.typecase import Typecase
from styles import sample_style
from trees import texts

STYLE = sample_style().texts.body
FONT = Typecase(sample_style()).font(STYLE)


def run(text: str) -> Run:
    return Run(text, FONT, 10, "#000000")


def broken(text: str, room: float) -> list[str]:
    return [said(line) for line in lines_of(words_of([run(text)]), room)]


def said(line: Line) -> str:
    return "".join(text for _, text in line.segments)


def test_a_line_keeps_the_space_at_which_it_ends() -> None:
    assert broken("one two three four five six", 60) == ["one two ", "three four ", "five six"]


def test_a_line_never_begins_or_ends_inside_a_korean_word() -> None:
    text = "협력을 강화하기로 하였다 그리고 계속하여 협의한다"
    typecase = Typecase(sample_style())
    runs = [Run(words, font, 10, "#000000") for font, words in typecase.spans(text, typecase.font(STYLE))]
    lines = lines_of(words_of(runs), 70)
    assert len(lines) > 2
    assert " ".join(said(line).strip() for line in lines) == text


def test_a_word_longer_than_the_line_is_cut_without_a_space() -> None:
    word = "Straßenbahnhaltestellenverzeichnis"
    lines = broken(word, 50)
    assert len(lines) > 2
    assert "".join(lines) == word


@pytest.mark.parametrize("sign", list("/.-_?&="))
def test_an_address_is_broken_behind_its_signs(sign: str) -> None:
    address = "https://example.org/a" + sign + "abcdefghij" + sign + "klmnopqrst"
    lines = broken(address, 110)
    assert "".join(lines) == address
    assert all(line[-1] in "/.-_?&=" for line in lines[:-1])


def test_the_host_of_an_address_is_whole_and_no_sign_is_added() -> None:
    assert broken("see https://www.example.org/news/view?id=1234", 125) == [
        "see ",
        "https://www.example.org/",
        "news/view?id=1234",
    ]


def test_a_host_longer_than_most_is_broken_behind_its_dots() -> None:
    address = "https://a-ministry-of-long-names.department.example.org/a"
    assert all(line[-1] in "-." for line in broken(address, 120)[:-1])


@pytest.mark.parametrize("word", ["2023/07/11", "2012-2019", "e.g.", "F-35", "U.S.A."])
def test_a_short_word_with_signs_is_not_broken(word: str) -> None:
    assert len(words_of([run(word)])) == 1


def test_a_word_is_broken_behind_a_hyphen_between_letters() -> None:
    assert [said(line) for line in lines_of(words_of([run("counter-terrorism")]), 50)] == ["counter-", "terrorism"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert len(words_of([run("11\u00a0July\u00a02023")])) == 1


def test_no_line_begins_with_a_dash() -> None:
    lines = broken("one two three \u2013 four five \u2014 six", 62)
    assert not any(line.startswith(("\u2013", "\u2014")) for line in lines)


def test_a_last_word_has_company_where_the_line_above_can_spare_it() -> None:
    line = "aaaa bbbb cccc dddd eeee ffff"
    assert broken(f"{line} gggg hh", 160) == [f"{line} ", "gggg hh"]
    assert broken("aaaaaaaaaaaaaaa bbbbbbbbbbbb ee", 155) == ["aaaaaaaaaaaaaaa bbbbbbbbbbbb ", "ee"]


def test_a_narrow_line_spares_no_word() -> None:
    assert broken("aaaa bbbb cccc dddd ee", 100) == ["aaaa bbbb cccc dddd ", "ee"]


def test_a_last_word_that_holds_another_is_not_alone() -> None:
    line = "aaaa bbbb cccc dddd eeee ffff"
    assert broken(f"{line} gggg hi", 160) == [f"{line} ", "gggg hi"]
    assert broken(f"{line} gggg h\u00a0i", 160) == [f"{line} gggg ", "h\u00a0i"]


def test_a_forced_end_of_a_line_is_read_as_a_space() -> None:
    lines = lines_of(words_of([run("one"), run(NEW_LINE), run("two")]), 500)
    assert [said(line) for line in lines] == ["one ", "two"]


def test_a_forced_end_without_words_draws_nothing() -> None:
    assert [line.segments for line in lines_of(words_of([run(NEW_LINE)]), 500)] == [[]]
    lines = lines_of(words_of([run("one"), run(NEW_LINE), run(NEW_LINE), run("two")]), 500)
    assert [said(line) for line in lines] == ["one ", " ", "two"]


def test_words_of_several_runs_without_a_space_stand_together() -> None:
    assert len(words_of([run("pre"), run("fix"), run(". Next")])) == 2


def test_no_words_are_one_empty_line() -> None:
    assert [said(line) for line in lines_of([], 100)] == [""]


@given(texts(), st.floats(5, 400))
def test_lines_hold_every_word_and_are_no_wider_than_the_room(text: str, room: float) -> None:
    words = words_of([run(text)])
    lines = lines_of(words, room)
    assert "".join(said(line) for line in lines).split() == text.split()
    widest_letter = max(run(letter).width(letter) for letter in text)
    assert all(line.width <= max(room, widest_letter) + 3 for line in lines)


@given(texts())
def test_a_text_needs_one_line_at_its_natural_width_and_cuts_no_word_at_its_widest(text: str) -> None:
    words = words_of([run(text)])
    assert len(lines_of(words, natural(words))) == 1
    whole = {"".join(piece for _, piece in word.pieces) for word in words}
    for line in lines_of(words, widest(words)):
        assert any(said(line).rstrip(" ").endswith(word) for word in whole)
