from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.archive.wording import wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n\tc\u00a0d", "a b c d"),
        ("“a” \u2018b\u2019 \u00abc\u00bb \u300cd\u300d", "'a' 'b' 'c' 'd'"),
        ("don\u2019t", "don't"),
        ('said "so"', "said 'so'"),
        ("Korea\u2013NATO", "Korea-NATO"),
        ("programme \u2013 the", "programme\u2014the"),
        ("one -- two", "one \u2014 two"),
        ("and so on...", "and so on…"),
        ("and . . . on", "and … on"),
        ("co\u00adoperation", "cooperation"),
        ("zero\u200bwidth", "zerowidth"),
        ("re\u0301gime", "régime"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("日本 国", "日本国"),
    ],
)
def test_what_houses_set_differently_is_one_wording(one: str, other: str) -> None:
    assert wording(one).words == wording(other).words


@pytest.mark.parametrize(
    ("one", "other"),
    [("Security", "security"), ("a, b", "a b"), ("Korea", "Koreas"), ("well known", "well-known"), ("a.", "a")],
)
def test_case_marks_and_spelling_are_the_words(one: str, other: str) -> None:
    assert wording(one).words != wording(other).words


TEXTS = st.text(alphabet="abé가漢 \n\u00a0\u200b\u00ad'\"\u2018”-\u2013….", max_size=60)


@given(TEXTS)
def test_every_letter_of_a_wording_leads_back_to_itself(text: str) -> None:
    found = wording(text)
    for at, letter in enumerate(found.words):
        if letter.isalpha():
            assert found.text[found.spot(at)] == letter
    spots = [found.spot(at) for at in range(len(found.words))]
    assert spots == sorted(set(spots))


@given(TEXTS)
def test_the_wording_of_a_wording_is_itself(text: str) -> None:
    once = wording(text).words
    assert wording(once).words == once
