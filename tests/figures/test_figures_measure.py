from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.figures.measure import lines_of, width_of
from brief.render.pdf.font import Font
from styles import sample_style

TEXTS = st.text("aeimW.l 한M-", max_size=40)
SANS = sample_style().sans


@pytest.mark.parametrize(
    "words", ["ITPP adopted in Vilnius", "20 Sep 2012", "ROK joins the CCDCOE", "Wellington, Malta"]
)
def test_words_are_at_least_as_wide_as_they_are_drawn_and_little_wider(words: str) -> None:
    for face, bold in ((SANS.regular, False), (SANS.bold, True)):
        font = Font(face, "F")
        drawn = sum(font.words[letter][0] for letter in words)
        assert 0.99 * drawn <= width_of(words, 1, bold=bold) <= 1.15 * drawn


@given(TEXTS, st.floats(10, 90), st.booleans())
def test_lines_fit_and_hold_every_letter_in_order(words: str, room: float, bold: bool) -> None:  # noqa: FBT001 - drawn
    lines = lines_of(words, 8, room, bold=bold)
    assert all(width_of(line, 8, bold=bold) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


def test_lines_are_of_much_the_same_width() -> None:
    assert lines_of("Revised IPCP signed in Seoul", 8, 89) == ("Revised IPCP", "signed in Seoul")
    assert lines_of("Talks in Seoul", 8, 89) == ("Talks in Seoul",)
