from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.place import Place, place_of
from brief.template import find, languages
from brief.template.labels import HOUSE
from planted import filling, only

if TYPE_CHECKING:
    from pathlib import Path


def test_every_language_of_the_house_has_the_same_words() -> None:
    assert {tuple(words) for words in HOUSE.values()} == {tuple(HOUSE["en"])}


def test_a_template_s_own_words_stand_before_those_of_the_house(tmp_path: Path) -> None:
    chunks, _ = filling(tmp_path, "{{ label.and }}{{ label.undated }}", {"labels/en.toml": 'and = "plus"'})
    assert chunks is not None
    assert [getattr(chunk, "value", "") for chunk in chunks.chunks] == ["plus", "undated"]


def test_a_label_knows_the_line_of_its_file_and_the_name_that_templates_have_for_it(tmp_path: Path) -> None:
    labels = '# of all\nkey_points = "Key points"\n\n[dates]\nlong = "{day}"\n'
    brief = "{{ label.key_points }}{{ label.dates.long }}{{ label.and }}"
    chunks, _ = filling(tmp_path, brief, {"labels/en.toml": labels})
    assert chunks is not None
    places = [place_of(getattr(chunk, "value", None)) for chunk in chunks.chunks]
    file = f"{tmp_path}/labels/en.toml"
    assert places == [Place(file, 2, 1, "label.key_points"), Place(file, 5, 1, "label.dates.long"), None]


def test_a_language_without_words_is_a_problem_that_names_the_others(tmp_path: Path) -> None:
    chunks, (problem,) = filling(tmp_path, "a", {"labels/ko.toml": ""}, "fr-FR")
    assert chunks is None
    assert problem.code == "unknown-language"
    assert problem.hint == "it speaks en, ko; for another language write labels/fr.toml in a template of your own"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('a = "b"\nc = 1\n', 2, "shape"),
        ('[t]\na = ["b"]\n', 2, "shape"),
        ('a = "b"\nc = "\\u0007"\n', 2, "character"),
        ('a = "b"\nc = "\\u202e"\n', 2, "character"),
        ('a = "b"\na = "c"\n', 2, "toml"),
    ],
)
def test_a_mistake_in_the_labels_is_told_with_its_line(text: str, line: int, code: str, tmp_path: Path) -> None:
    problem = only(tmp_path, "a", {"labels/en.toml": text})
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.file.endswith("labels/en.toml")
    assert problem.place.line == line


def test_a_space_that_does_not_break_may_stand_in_a_label(tmp_path: Path) -> None:
    _, problems = filling(tmp_path, "{{ label.a }}", {"labels/en.toml": 'a = "11\\u00a0July"'})
    assert problems == ()


@pytest.mark.parametrize(("template", "spoken"), [("policy-brief", ("en", "ko")), ("report-ko", ("ko",))])
def test_a_template_speaks_every_language_that_it_has_labels_in(template: str, spoken: tuple[str, ...]) -> None:
    found, _ = find(template)
    assert found is not None
    assert languages(found) == spoken
