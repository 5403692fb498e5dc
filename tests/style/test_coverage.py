from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from brief.place import Place
from brief.style import Coverage, is_part, missing
from styles import sample_style

PLACE = Place("event.yaml", 3, 7)
LATIN_ALONE = replace(sample_style(), fallbacks=())


@pytest.mark.parametrize(
    "character", ["a", "é", "ő", "윤", "尹", "ㄱ", "\u2018", "\u2013", "·", "\u2011", "\u2003", "\u00a0"]
)
def test_what_all_text_faces_or_a_fallback_have_is_covered(character: str) -> None:
    assert Coverage.of(sample_style()).lacking(character) == ()


@pytest.mark.parametrize("character", ["\U0001f600", "\u0e01", "\u05d0", "\u0622"])
def test_what_no_face_has_is_not_covered(character: str) -> None:
    assert Coverage.of(sample_style()).lacking(character) == (character,)


def test_what_some_text_faces_lack_is_not_covered() -> None:
    style = sample_style()
    upright = (style.serif.regular, style.sans.regular)
    assert not Coverage(upright, style.fallbacks).lacking("\u0456")
    assert Coverage((*upright, style.serif.italic), style.fallbacks).lacking("\u0456")
    assert not Coverage.of(style).lacking("\u0456")


def test_hangul_is_covered_by_the_fallback_alone() -> None:
    assert not Coverage.of(sample_style()).lacking("윤")
    assert Coverage.of(LATIN_ALONE).lacking("윤")


def test_a_fallback_alone_covers_what_all_text_faces_lack() -> None:
    assert not Coverage((), sample_style().fallbacks).lacking("윤")


@pytest.mark.parametrize("character", ["\t", "\n", "\u00ad", "\u200b", "\ufeff", "\u2060"])
def test_a_character_that_is_dropped_is_covered(character: str) -> None:
    assert not Coverage.of(sample_style()).lacking(character)


@pytest.mark.parametrize("space", ["\u2002", "\u2009", "\u202f", "\u205f", "\u3000"])
def test_any_space_is_covered(space: str) -> None:
    assert not Coverage.of(LATIN_ALONE).lacking(space)


@pytest.mark.parametrize(
    "part",
    [
        *("\u0300", "\u0301", "\u0323", "\u0361", "\u3099", "\u302e", "\u20dd", "\ufe0f"),
        *("\u1100", "\u115f", "\u1161", "\u11a8", "\u11ff", "\ua960", "\ua97f", "\ud7b0", "\ud7ff"),
    ],
)
def test_a_mark_and_a_jamo_are_parts_and_not_covered_though_a_face_may_have_them(part: str) -> None:
    assert is_part(part)
    assert Coverage.of(sample_style()).lacking(part)


@pytest.mark.parametrize(
    "character", ["a", "é", "한", "ㄱ", "\u10ff", "\u1200", "\ua95f", "\ud7a3", "\u00b4", "¨", "^", " "]
)
def test_a_whole_character_is_no_part(character: str) -> None:
    assert not is_part(character)


def test_the_characters_a_text_lacks_are_told_once_each_in_order_and_again() -> None:
    coverage = Coverage.of(sample_style())
    for _ in range(2):
        assert coverage.lacking("b\u0e02a\u0e01\u0e02 e\u0301") == ("\u0e02", "\u0e01", "\u0301")
    assert coverage.lacking("") == coverage.lacking("ab") == ()


def test_a_style_of_the_same_faces_has_the_same_coverage() -> None:
    style = sample_style()
    assert Coverage.of(replace(style, east_asian="Other")) is Coverage.of(style)
    assert Coverage.of(LATIN_ALONE) is not Coverage.of(style)


def test_a_missing_character_is_named_at_its_place_with_what_to_do() -> None:
    whole, part = missing("\U0001f600", PLACE), missing("\u0301", PLACE)
    assert whole.code == part.code == "glyph"
    assert whole.place == part.place == PLACE
    assert "U+1F600 GRINNING FACE" in whole.message
    assert "fallbacks" in whole.hint
    assert "U+0301 COMBINING ACUTE ACCENT" in part.message
    assert "composed letter" in part.hint


def test_a_character_without_a_name_is_told_by_its_number() -> None:
    assert "U+0378" in missing("\u0378", None).message


def test_harfbuzz_is_not_loaded_before_a_character_is_looked_for() -> None:
    code = "import sys, brief.style, brief.check; sys.exit('uharfbuzz' in sys.modules)"
    source = str(Path(__file__).parents[2] / "src")
    path = f"import sys; sys.path.insert(0, {source!r}); "
    assert subprocess.run([sys.executable, "-c", path + code], check=False).returncode == 0
