"""A quotation is found where it stands, and what is altered is named."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brief.archive import Apart, Change, Found, Nearest, Nowhere, Spot, find

TEXT = """\
Ministers meet in Southport

The ministers said: "We agree to reopen the coastal ferry, and we will do so before the summer."
She thanked the crews \u2013 all of them \u2013 for their \u2018patient work\u2019. Security is global, not regional.

북한은 “신냉전의 불구름을 몰아올 대결행각”이라고 비난했다.
東京で会談が行われた\u3002
"""


def place(quotation: str, text: str = TEXT) -> tuple[int, int]:
    found = find(text, quotation)
    assert isinstance(found, Found), found
    return found.spot.line, found.spot.column


def changes(quotation: str, text: str = TEXT) -> list[str]:
    found = find(text, quotation)
    assert isinstance(found, Nearest), found
    return [str(change) for change in found.changes]


# ---- found -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "line", "column"),
    [
        ("Ministers meet", 1, 1),
        ("We agree to reopen the coastal ferry", 3, 22),
        ("all of them\u2014for their 'patient work'", 4, 25),
        ("before the summer.” She thanked", 3, 78),
        ("신냉전의 불구름을", 6, 6),
        ("대결행각", 6, 20),
        ("신냉전", 6, 6),  # the particle goes on
        ("会談が行われた", 7, 4),
    ],
)
def test_a_quotation_is_found_with_its_line_and_column(quotation: str, line: int, column: int) -> None:
    assert place(quotation) == (line, column)


def test_what_is_found_is_shown_as_the_text_has_it() -> None:
    found = find(TEXT, 'thanked the crews - all of them - for their "patient work"')
    assert isinstance(found, Found)
    assert found.spot.passage == "thanked the crews \u2013 all of them \u2013 for their \u2018patient work\u2019"
    assert TEXT[found.spot.offset :].startswith(found.spot.passage)


@pytest.mark.parametrize("quotation", ["Minister", "inisters", "reopen the coast", "ecurity is global"])
def test_a_part_of_a_word_is_no_word_of_the_text(quotation: str) -> None:
    assert not isinstance(find(TEXT, quotation), Found)


# ---- marks of the one who quotes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["…", "...", " … ", " ... ", " […] ", "[...]", " (…) ", " . . . "])
def test_a_marked_ellipsis_leaves_words_out(mark: str) -> None:
    assert place(f"We agree{mark}the coastal ferry") == (3, 22)
    assert place(f"{mark}the coastal ferry{mark}") == (3, 41)


def test_pieces_stand_in_their_order() -> None:
    assert find(TEXT, "the coastal ferry … We agree") == Apart("We agree", find_spot("We agree"))


def find_spot(quotation: str) -> Spot:
    found = find(TEXT, quotation)
    assert isinstance(found, Found)
    return found.spot


def test_each_piece_must_stand_in_the_text() -> None:
    found = find(TEXT, "We agree … the coastal train")
    assert isinstance(found, Nearest)
    assert found.words == "the coastal train"
    assert found.changes == (Change("train", "ferry"),)


@pytest.mark.parametrize(("between", "is_found"), [(480, True), (520, False)])
def test_an_ellipsis_leaves_out_a_few_sentences_at_most(between: int, *, is_found: bool) -> None:
    text = f"We agree. {'x ' * (between // 2)}The end."
    assert isinstance(find(text, "We agree. … The end."), Found if is_found else Apart)


def test_of_several_places_the_one_is_taken_from_which_all_pieces_follow() -> None:
    text = f"one two. {'x ' * 400} one two three four."
    found = find(text, "one … four")
    assert isinstance(found, Found)
    assert found.spot.passage == "one two three four"


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("[w]e agree to reopen", "We agree to reopen"),
        ("[The] ministers said", "ministers said"),
        ("We agree to reopen [it], and we will", "We agree to reopen the coastal ferry, and we will"),
        ("we will do so [this year] before the summer", "we will do so before the summer"),
        ("the coastal ferr[ies], and we", "the coastal ferry, and we"),
        ("Security is [sic] global", "Security is global"),
    ],
)
def test_square_brackets_hold_what_the_text_does_not_have(quotation: str, passage: str) -> None:
    found = find(TEXT, quotation)
    assert isinstance(found, Found), found
    assert found.spot.passage == passage


def test_square_brackets_replace_a_few_words_at_most() -> None:
    assert isinstance(find(TEXT, "The ministers [undertook] before the summer"), Apart)


def test_another_letter_in_brackets_is_another_word() -> None:
    assert not isinstance(find(TEXT, "[L]ecurity is global"), Found)


def test_brackets_of_the_text_itself_can_be_quoted() -> None:
    assert place("[Reporter Lee] said", "He [Reporter Lee] said so.") == (1, 4)
    assert place("I … well", "I … well, yes.") == (1, 1)


# ---- not found -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("We agree to open the coastal ferry", ["“open” is “reopen” in the source"]),
        ("We agree to reopen the old coastal ferry", ["“old” is not in the source"]),
        ("We agree to reopen the ferry", ["“coastal” of the source is left out"]),
        ("we agree to reopen the coastal ferry", ["“we” is “We” in the source"]),
        ("the coastal ferry and we will", ["“,” of the source is left out"]),
        (
            "They agree to reopen a coastal ferry",
            ["“They” is “We” in the source", "“a” is “the” in the source"],
        ),
        ("신냉전의 먹구름을 몰아올", ["“먹구름을” is “불구름을” in the source"]),
        ("東京で議談が行われた", ["“議” is “会” in the source"]),
    ],
)  # fmt: skip
def test_the_difference_is_told_word_by_word(quotation: str, told: list[str]) -> None:
    assert changes(quotation) == told


def test_the_nearest_passage_is_the_one_most_like_it_and_no_longer() -> None:
    text = f"We will go. {'We will stay. ' * 50}We will never go back there, and we will go on."
    found = find(text, "We will never come back there")
    assert isinstance(found, Nearest)
    assert found.spot.passage == "We will never go back there"
    assert (found.spot.line, found.spot.offset) == (1, text.index("We will never"))


@pytest.mark.parametrize("quotation", ["Nothing whatever resembles this", "", "…", "[sic]", "?!", "ferries"])
def test_where_nothing_is_like_it_nothing_is_shown(quotation: str) -> None:
    assert isinstance(find(TEXT, quotation), Nowhere)


def test_an_empty_text_holds_nothing() -> None:
    assert find("", "We agree") == Nowhere("We agree")


# ---- any text --------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["the", "of", "ferry", "reopen", "agree", "don\u2019t", "북한은", "신냉전의", "NATO", "Yoon", "11", "said,",
     "“summer”", "Indo-Pacific", "(all)", "régime.", "\u2014", "work;", "we", "We"]
)  # fmt: skip
SPACES = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\u00a0"])


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str, int]:
    """A text, a stretch of its words, and where that begins."""
    words = draw(st.lists(WORDS, min_size=1, max_size=40))
    spaced = [word + draw(SPACES) for word in words]
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    return "".join(spaced), "".join(spaced[start:end]).strip(), len("".join(spaced[:start]))


def set_otherwise(quotation: str) -> str:
    """The same words as another house sets them."""
    pairs = (("\u2019", "'"), ("“", "\u2018"), ("”", "\u2019"), ("\u2014", " \u2013 "), ("-", "\u2010"))
    for old, new in pairs:
        quotation = quotation.replace(old, new)
    return re.sub(r"\s+", "  ", quotation)


@given(texts())
def test_what_is_taken_from_a_text_is_found_in_it(taken: tuple[str, str, int]) -> None:
    text, quotation, offset = taken
    assume(any(letter.isalnum() for letter in quotation))
    found = find(text, set_otherwise(quotation))
    assert isinstance(found, Found)
    assert found.spot.offset <= offset
    before = text[: found.spot.offset]
    assert found.spot.line == before.count("\n") + 1
    assert found.spot.column == len(before) - (before.rfind("\n") + 1) + 1
    again = find(found.spot.passage, quotation)
    assert isinstance(again, Found)


NUMBERED = " ".join(f"word{n} of" for n in range(300))


@given(st.integers(0, 570), st.integers(4, 25), st.data())
def test_a_quotation_is_found_at_its_place_and_altered_by_a_word_is_not(
    start: int, length: int, data: st.DataObject
) -> None:
    words = NUMBERED.split()[start : start + length]
    found = find(NUMBERED, " ".join(words))
    assert isinstance(found, Found)
    if len(words) > 1:
        assert found.spot.offset == len(" ".join([*NUMBERED.split()[:start], ""]))
    at = data.draw(st.integers(0, len(words) - 1))
    was, words[at] = words[at], "altered"
    other = find(NUMBERED, " ".join(words))
    assert isinstance(other, Nearest)
    assert any("altered" in change.quoted for change in other.changes)
    assert len(other.changes) == 1
    assert other.changes[0].source in ("", was)


@given(st.text(max_size=80), st.text(max_size=30))
def test_no_text_makes_the_search_fail(text: str, quotation: str) -> None:
    found = find(text, quotation)
    if isinstance(found, Found | Nearest | Apart):
        assert found.spot.line >= 1
    assert isinstance(found, Found | Nearest | Apart | Nowhere)


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("a " * 500_000, "a a a … a a b"),
        ("a " * 500_000, "a a a a b " * 100),
        ("- " * 500_000, "a - b - c"),
        (" " * 1_000_000, "a b c"),
        ("\u200b " * 500_000, "a b c"),
        ("'" * 1_000_000, "a 'b' c"),
        ("." * 1_000_000, ". . . a"),
        ("the quick brown fox jumps over a lazy dog. " * 23_000, "the fox … a dog [sic] the quick brown cat"),
        ("word " * 1000, "[" * 2000 + " …" * 2000),
    ],
)
def test_a_text_of_a_million_letters_takes_no_longer_than_a_breath(text: str, quotation: str) -> None:
    begun = time.process_time()
    find(text, quotation)
    assert time.process_time() - begun < 10
