"""Widths of columns: all of the room, to each what it needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.render.docx.columns import Need, need, shared
from brief.render.docx.measure import width_of
from styles import sample_style

FACE = sample_style().sans.regular

NEEDS = st.lists(
    st.tuples(st.floats(5, 300), st.floats(0, 900)).map(lambda n: Need(n[0], n[0] + n[1])), min_size=1, max_size=6
)


@given(NEEDS, st.data())
def test_columns_fill_the_room_and_none_is_without_any(needs: list[Need], data: st.DataObject) -> None:
    shares = data.draw(st.lists(st.integers(0, 5), min_size=len(needs), max_size=len(needs)))
    widths = shared(needs, shares, 425.0)
    assert sum(widths) <= 425.001
    assert all(width > 0 for width in widths)
    if not any(shares) or all(shares):
        assert sum(widths) == pytest.approx(425)


@given(NEEDS)
def test_no_column_has_less_than_its_least_where_there_is_room_for_all(needs: list[Need]) -> None:
    width = sum(need.least for need in needs) + 1
    for need_, given_ in zip(needs, shared(needs, [0] * len(needs), width), strict=True):
        assert given_ >= need_.least - 0.01


def test_a_date_is_not_broken_but_a_sentence_is() -> None:
    date = need(("30 January 2023",), FACE, 10)
    sentence = need(("President Yoon explained the plan for a centre",), FACE, 10)
    assert date.short == date.best
    assert sentence.short == 0
    assert sentence.least < sentence.best / 3
    assert shared([date, sentence, sentence], [0, 0, 0], 200)[0] >= date.short


def test_dates_and_words_of_status_have_room_for_wider_letters_where_a_long_text_can_pay_for_it() -> None:
    date, status = need(("30\u00a0Jan\u00a02023",), FACE, 10), need(("moving",), FACE, 10)
    told = need(("President Yoon explained the plan for a centre and named the place",) * 2, FACE, 10)
    roomy, cramped = (shared([date, status, told], [0, 0, 0], width) for width in (300, 110))
    assert roomy[:2] == pytest.approx([date.wide, status.wide], abs=0.01)
    assert date.wide / date.short > status.wide / status.short > 1.15  # figures differ more than letters do
    assert cramped[0] < date.wide


def test_words_that_a_no_break_space_holds_are_one() -> None:
    sentence = "The agreement was signed in Seoul on {} and revised later"
    held, loose = (need([sentence.format(day)], FACE, 10).least for day in ("30\u00a0September", "30 September"))
    assert held > loose


def test_an_address_does_not_push_the_other_columns_off_the_page() -> None:
    assert need(("https://example.org/" + "long/" * 40,), FACE, 10).least == 161


def test_a_no_break_space_parts_no_words() -> None:
    bound = need(("President\u00a0Yoon\u00a0explained the plan",), FACE, 10)
    assert bound.least == pytest.approx(10 * width_of("President\u00a0Yoon\u00a0explained", FACE) + 1)


def test_columns_that_hold_the_same_are_as_wide_whatever_stands_between_them() -> None:
    first, last = shared([Need(20, 20)] * 2, [0, 0], 425.0, 12)
    assert first - 12 == pytest.approx(last)


def test_words_are_as_wide_as_the_faces_of_the_style_set_them() -> None:
    assert width_of("No.", FACE) == pytest.approx(0.647 + 0.542 + 0.249, abs=0.001)  # advances of Source Sans Pro
    assert width_of("한국", FACE) == pytest.approx(1.9)
