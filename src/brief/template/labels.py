"""The fixed words of a template in a language: `labels/en.toml`, over the few that citations and lists always need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.place import Place
from brief.problem import Problem
from brief.template.toml import place_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.template.folder import Template

HOUSE: dict[str, dict[str, str]] = {
    "en": {
        "and": "and",
        "undated": "undated",
        "in_en": "in English",
        "in_ko": "in Korean",
        "in_ja": "in Japanese",
        "in_id": "in Indonesian",
        "carried_by": "carried by {name}",
        "grade": "grade {grade}",
        "official_translation": "official translation",
        "translation": "translation",
        "machine_translation": "machine translation",
    },
    "ko": {
        "and": "및",
        "undated": "날짜 없음",
        "in_en": "영어",
        "in_ko": "한국어",
        "in_ja": "일본어",
        "in_id": "인도네시아어",
        "carried_by": "{name} 게재",
        "grade": "등급 {grade}",
        "official_translation": "공식 번역",
        "translation": "번역",
        "machine_translation": "기계 번역",
    },
}
"""What citations and lists say where a template has no words of its own."""

_SPACES = "\u00a0\u202f"  # that do not break


class Labels:
    """The words of one language: texts by key, or tables of them. They have no place in the data.

    `unread` says that the file cannot be read: whatever a template names may stand in it.
    """

    __slots__ = ("file", "unread", "words")

    def __init__(self, words: Mapping[str, str | Labels], file: str = "labels", *, unread: bool = False) -> None:
        self.words, self.file, self.unread = words, file, unread

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for labels that say the same."""
        return tuple((name, said.key if isinstance(said, Labels) else said) for name, said in self.words.items())

    def word(self, key: str) -> str:
        """A word that `HOUSE` has in every language, or that the template says in its stead."""
        found = self.words.get(key, "")
        return found if isinstance(found, str) else ""


def primary(language: str) -> str:
    """The language of a BCP 47 tag without its region: `en` of `en-GB`."""
    return language.partition("-")[0].lower()


def languages(template: Template) -> tuple[str, ...]:
    """The languages that a template speaks, by their tags: those of its labels, or else of the one that it extends."""
    for one in template.chain:
        if found := sorted(path.stem for path in (one.folder / "labels").glob("*.toml")):
            return tuple(found)
    return ("en",)


def read_labels(template: Template, language: str) -> tuple[Labels, tuple[Problem, ...]]:
    """The labels of a template in a language, over those of what it extends, and all that is wrong with them."""
    tag = primary(language)
    file = f"labels/{tag}.toml"
    house = HOUSE.get(tag)
    speaking = [one for one in template.chain if tag.isalpha() and (one.folder / file).is_file()]
    if not speaking and house is None:
        present = sorted({path.stem for one in template.chain for path in (one.folder / "labels").glob("*.toml")})
        hint = "it speaks " + ", ".join(present) if present else ""
        message = f"the template '{template.key}' has no words in the language '{tag}': {file} is missing"
        place = Place(template.path(file), 1)
        return Labels(HOUSE["en"], file, unread=True), (Problem("unknown-language", message, place, hint),)
    words: dict[str, str | Labels] = dict(house or HOUSE["en"])
    problems, unread = list[Problem](), False
    for one in reversed(speaking):
        values, text, problem = read_toml(one.folder / file, one.path(file))
        problems += [problem] if problem else _check(values, text, one.path(file))
        words = _over(words, _tables(values, file), file)
        unread = unread or problem is not None
    return Labels(words, file, unread=unread), tuple(problems)


def _over(words: Mapping[str, str | Labels], others: Mapping[str, str | Labels], file: str) -> dict[str, str | Labels]:
    """Words with others in their place; tables of words are taken together."""
    found = {**words, **others}
    for key, mine in others.items():
        below = words.get(key)
        if isinstance(mine, Labels) and isinstance(below, Labels):
            found[key] = Labels(_over(below.words, mine.words, file), file)
    return found


def _tables(values: Mapping[str, Any], file: str) -> dict[str, str | Labels]:
    """The labels of a table; one that is no text is there all the same, and a problem of its own."""
    return {
        key: Labels(_tables(value, file), file) if isinstance(value, dict) else str(value)
        for key, value in values.items()
    }


def _check(values: Mapping[str, Any], text: str, shown: str, *tables: str) -> Iterator[Problem]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _check(value, text, shown, *tables, key)
        elif not isinstance(value, str):
            message = f"the label '{key}' has to be a text in quotation marks"
            yield Problem("shape", message, place_of(text, shown, *tables, key))
        elif not all(letter.isprintable() or letter in _SPACES for letter in value):
            message = f"the label '{key}' holds a character that cannot be printed"
            yield Problem("character", message, place_of(text, shown, *tables, key))
