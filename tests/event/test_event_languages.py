"""What a text says in a language: words of its own beside those of English, and what stays untranslated."""

from __future__ import annotations

from typing import Any

import pytest

from brief.event.languages import in_language, language_meant, own_words, paragraphs
from brief.place import Place, Words

HERE, THERE = Place("people.yaml", 3, 5, "people[a].name"), Place("people.yaml", 4, 5, "people[a].korean")


class Person:
    said_in_korean = "name"


class Field:
    said_in_korean = "name"
    kept_in_english = "english"


class Publication:
    as_published = ("title", "publisher")


PARAGRAPHS = {
    "paragraph 4": ("4", "제4문단"),
    "paragraphs 3 and 4": ("3 and 4", "제3·4문단"),
    "paragraphs 3, 4 and 7": ("3, 4 and 7", "제3·4·7문단"),
    "paragraphs 3 to 7": ("3 to 7", "제3~7문단"),
    "paragraphs 1, 3 to 7 and 9": ("1, 3 to 7 and 9", "제1·3~7·9문단"),
}


@pytest.mark.parametrize("english", PARAGRAPHS)
def test_paragraphs_are_said_in_korean_by_their_numbers(english: str) -> None:
    numbers, korean = PARAGRAPHS[english]
    lacking: set[Place] = set()
    found = in_language("ko", Words(english, HERE), lacking)
    assert (paragraphs(english), found, found.place, lacking) == (numbers, korean, HERE, set())


@pytest.mark.parametrize(
    "english", ["paragraph 4 of the annex", "see paragraph 4", "page 4", "paragraphs 3 or 4", "Anna"]
)
def test_any_other_text_stays_and_is_untranslated(english: str) -> None:
    lacking: set[Place] = set()
    assert in_language("ko", Words(english, HERE), lacking) == english
    assert (lacking, paragraphs(english)) == ({HERE}, "")


def test_paragraphs_are_said_in_korean_alone() -> None:
    lacking: set[Place] = set()
    assert in_language("fr", Words("paragraph 4", HERE), lacking) == "paragraph 4"
    assert lacking == {HERE}


def person(**more: Any) -> dict[str, Any]:
    return {"name": Words("Anna Berg", HERE), "korean": Words("안나 베르그", THERE), **more}


def test_a_name_in_korean_stands_for_one_that_lacks_a_translation() -> None:
    lacking = {HERE}
    fields = person()
    assert own_words(Person, fields, "ko", lacking)["name"] == "안나 베르그"
    assert (lacking, fields) == (set(), person())


def test_a_translation_of_its_own_goes_before_a_name_in_korean() -> None:
    lacking: set[Place] = set()
    name = Words("안나", HERE)
    assert own_words(Person, person(name=name), "ko", lacking)["name"] == "안나"


def test_the_english_name_is_kept_beside_the_korean_one_that_takes_its_place() -> None:
    found = own_words(Field, person(), "ko", {HERE})
    assert (found["name"], found["english"], found["english"].place) == ("안나 베르그", "Anna Berg", HERE)
    assert own_words(Field, person(english="Anna"), "ko", {HERE})["english"] == "Anna"
    assert "english" not in own_words(Field, person(), "en", set())


@pytest.mark.parametrize(("language", "korean"), [("fr", "가"), ("ko", None)])
def test_a_name_stays_in_another_language_and_without_one_in_korean(language: str, korean: str | None) -> None:
    lacking = {HERE}
    fields = person(korean=korean)
    assert own_words(Person, fields, language, lacking) == fields
    assert lacking == {HERE}


def published(**more: Any) -> dict[str, Any]:
    title, publisher = Words("Ferries", HERE), Words("The News", THERE)
    return {"title": title, "publisher": publisher, "language": "ko", "title_original": Words("여객선", HERE), **more}


def test_what_a_publication_is_called_lacks_no_translation_and_is_in_its_own_language_where_that_is_asked_for() -> None:
    for language, title in (("ko", "여객선"), ("fr", "Ferries")):
        lacking = {HERE, THERE, Place("a", 1)}
        assert own_words(Publication, published(), language, lacking)["title"] == title
        assert lacking == {Place("a", 1)}


def test_a_publication_without_a_publisher_or_a_title_of_its_own_language_is_as_it_is() -> None:
    fields = published(publisher=None, title_original=None)
    lacking = {HERE, THERE}
    assert own_words(Publication, fields, "ko", lacking) == fields
    assert lacking == {THERE}


@pytest.mark.parametrize(
    ("code", "meant"), [("kr", "ko"), ("JP", "ja"), ("cn", "zh"), ("ko-KR", "ko"), ("en_GB", "en"), ("KO", "ko")]
)
def test_the_code_of_a_country_or_region_is_told_with_its_language(code: str, meant: str) -> None:
    assert language_meant(code) == f"did you mean '{meant}'?"


@pytest.mark.parametrize("code", ["ko", "fr", "xx", "english", ""])
def test_of_another_code_no_language_is_guessed(code: str) -> None:
    assert language_meant(code) == ""
