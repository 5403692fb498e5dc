"""Where a word of a text stands in its file, and what of a text is the brief's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.check.prose import begins_sentence, is_english, sentences, spot, unquoted, within
from brief.place import Place, Words
from event_files import EVENT, loaded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "written",
    [
        "One line with a word.",
        '"One line with a word."',
        "'One line with a word.'",
        ">-\n      One line with\n      a word.",
        ">\n      One line\n\n      with a word.",
        "|2-\n      One line with a\n      word.",
        "One line\n      with a word.",
        '"One line\n      with a word."',
        "One word, and a word.",
        "One line  with   a word.",
    ],
)
def test_a_word_is_found_where_the_file_has_it(tmp_path: Path, written: str) -> None:
    event = EVENT.replace("text: President Yoon asked.", f"text: {written}")
    dossier = loaded(tmp_path, event)
    assert dossier.event
    text = dossier.event.statements[0].text
    place = spot(text, text.rindex("word"))
    assert place is not None
    at = event.index("word.")
    assert place.line == event.count("\n", 0, at) + 1
    assert place.column == at - event.rfind("\n", 0, at)
    assert place.path == "statements[S1].text"


@pytest.mark.parametrize("written", ['"One \\u0061 word."', "'One ''fine'' word.'"])
def test_a_text_that_is_written_otherwise_is_told_as_a_whole(tmp_path: Path, written: str) -> None:
    dossier = loaded(tmp_path, EVENT.replace("text: President Yoon asked.", f"text: {written}"))
    assert dossier.event
    text = dossier.event.statements[0].text
    assert isinstance(text, Words)
    assert spot(text, text.index("word")) == text.place


def test_a_text_whose_file_is_gone_or_short_is_told_as_a_whole(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "none.yaml"), 3, 4)
    assert spot(Words("a word", place), 2) == place
    (tmp_path / "short.yaml").write_text("a word\n", encoding="utf-8")
    place = Place(str(tmp_path / "short.yaml"), 30, 4)
    assert spot(Words("a word", place), 2) == place
    assert spot("a word", 2) is None


def test_what_stands_in_quotation_marks_is_blank() -> None:
    assert unquoted("He said “a” and \"b\" of 'c', the ROK's.") == "He said     and     of 'c', the ROK's."
    assert unquoted("An \N{LEFT SINGLE QUOTATION MARK}x\N{RIGHT SINGLE QUOTATION MARK} of it") == "An     of it"
    assert unquoted("“open and NATO") == "“open and NATO"


def test_a_text_mostly_in_korean_is_not_english() -> None:
    assert is_english("The word 정보 covers both.")
    assert not is_english("NATO 정상회의에서")
    assert is_english("2023")


def test_sentences_end_at_a_stop_before_a_capital() -> None:
    text = "Mr. Kim of U.S. Affairs came. He said “no.” It was 3.5 p.m. then. Done?! Yes."
    found = list(sentences(text))
    assert [piece.strip() for _, piece in found] == [
        "Mr. Kim of U.S. Affairs came.", "He said “no.”", "It was 3.5 p.m. then.", "Done?!", "Yes.",
    ]  # fmt: skip
    assert all(text[start:].startswith(piece) for start, piece in found)


def test_the_first_word_of_a_sentence_is_known() -> None:
    text = "Who? “They” met: We met."
    assert [word for word in ("Who", "They", "met:", "We", "met.") if begins_sentence(text, text.index(word))] == [
        "Who", "They", "We",
    ]  # fmt: skip


def test_a_piece_of_a_longer_name_is_within_it() -> None:
    text = "KBS and KBS World"
    assert not within(text, 0, 3, ("KBS World",))
    assert within(text, 8, 11, ("KBS World",))
    assert not within(text, 8, 17, ("KBS World",))
