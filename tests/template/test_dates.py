"""How dates are said: the forms of the labels, and every mistake in them at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.event import Day
from brief.place import Place, places_of
from brief.template.days import STYLES, Dates, spoken
from planted import filled, filling, only, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from brief.template.days import DateStyle

DATES = "{{ as_of }}, {{ as_of|date('short') }}, {{ as_of|date('iso') }}"


def test_labels_say_how_dates_are_said(tmp_path: Path) -> None:
    files = {"labels/en.toml": '[dates]\nlong = "{name} {day}, {year}"\nshort = "{dd}.{mm}.{year}"\n'}
    assert text_of(filled(tmp_path, DATES, files)) == "July\u00a014,\u00a02023, 14.07.2023, 2023-07-14"


def test_months_have_the_names_that_labels_give_them(tmp_path: Path) -> None:
    names = ", ".join(f"M{number}" for number in range(1, 13))
    files = {"labels/en.toml": f'[dates]\nmonths = "{names}"\n'}
    assert text_of(filled(tmp_path, "{{ as_of }}", files)) == "14\u00a0M7\u00a02023"


def test_months_without_short_names_have_their_long_ones_in_short_dates() -> None:
    names = ", ".join(f"M{number}" for number in range(1, 13))
    dates = Dates.of({"long": "{day} {name} {year}", "long_month": "{name} {year}", "months": names})
    assert spoken(Day(2023, 7, 14), dates, "short") == "14\u00a0M7\u00a02023"
    assert spoken(Day(2023, 7), dates, "short") == "M7 2023"


@pytest.mark.parametrize("style", STYLES)
def test_a_date_knows_where_it_stands_in_the_data_however_it_is_said(style: DateStyle) -> None:
    place = Place("event.yaml", 3, 8, "as_of")
    dates = Dates.of({"long": "{day} {name} {year}"})
    assert places_of(spoken(Day(2023, 7, 14, place), dates, style)) == (place,)
    assert places_of(spoken(Day(2023, 7, 14), dates, style)) == ()


@pytest.mark.parametrize(
    ("text", "line", "code", "hint"),
    [
        ('[dates]\nlnog = "{day}"\n', 2, "unknown-key", "did you mean 'long'?"),
        ('a = "b"\n[dates]\nlong = "{day} {nam}"\n', 3, "unknown-key", "did you mean 'name'?"),
        ('[dates]\nmonths = "January, February"\n', 2, "shape", ""),
        ("[dates]\nlong = 3\n", 2, "shape", ""),
        ('dates = "long"\n', 1, "shape", "write [dates]"),
        ('language = "de-DE"\n', 1, "choice", "write en, or en with a region"),
    ],
)
def test_a_mistake_in_dates_and_language_is_told_at_its_line(
    text: str, line: int, code: str, hint: str, tmp_path: Path
) -> None:
    problem = only(tmp_path, "a", {"labels/en.toml": text})
    assert problem.place
    assert (problem.code, problem.place.line, problem.hint) == (code, line, hint)


def test_a_language_that_is_not_the_house_s_has_to_say_what_every_brief_needs(tmp_path: Path) -> None:
    given = {"labels/fr.toml": 'and = "et"\n[dates]\nlong = "{day} {month} {year}"\n'}
    chunks, (problem,) = filling(tmp_path, "a", given, "fr")
    assert chunks is None
    assert problem.place
    assert problem.place.file.endswith("labels/fr.toml")
    assert problem.message.startswith("labels are missing that every brief needs: undated, in_en, in_ko")
    assert problem.message.endswith("annex, part_number, draft, drafts, long_month of [dates]")
    assert "and," not in problem.message


def test_labels_that_cannot_be_read_are_not_said_to_lack_anything(tmp_path: Path) -> None:
    _, (problem,) = filling(tmp_path, "a", {"labels/fr.toml": "and = et\n"}, "fr")
    assert problem.code == "toml"


def test_no_language_has_to_say_what_it_is_called_itself(tmp_path: Path) -> None:
    _, (problem,) = filling(tmp_path, "a", {"labels/id.toml": ""}, "id")
    assert "in_ja" in problem.message
    assert "in_id" not in problem.message


def test_what_a_language_lacks_is_told_once_at_the_file_to_write(tmp_path: Path) -> None:
    files = {"labels/en.toml": 'one = "One"\ntwo = "Two"\nboth = "Both"\n', "labels/ko.toml": 'both = "둘"\n'}
    chunks, (problem,) = filling(
        tmp_path, "{{ label.two }}\n{{ label.both }}{{ label.one }}\n{{ label.two }}", files, "ko"
    )
    assert chunks is None
    assert problem.place
    assert problem.place.file.endswith("labels/ko.toml")
    assert problem.code == "unknown-label"
    assert problem.message == "labels are missing that other languages have: two, one"
    assert problem.hint.startswith('write them here: two = "…"; they stand in ')
    assert problem.hint.endswith("labels/en.toml")
    assert filling(tmp_path, "{{ label.one }}", files)[1] == ()
