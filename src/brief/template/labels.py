"""The fixed words of a template in a language: `labels/en.toml`, over the few that every brief needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from brief.event import LANGUAGES, language_meant
from brief.place import Place, Words
from brief.problem import Problem, nearest
from brief.template.days import NEEDED, Dates, mistakes
from brief.toml import place_of, places_in, read_toml
from brief.tree import primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.template.folder import Template
    from brief.toml import Places

OPEN = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""What a text leaves open: a name in braces."""

_SPACES = "\u00a0\u202f"  # that do not break
_TAG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The labels of one template of a chain as its file holds them: where that is, its text, and its keys.

    `home` is how the paths of the template's files begin.
    """

    home: str
    file: str
    text: str = ""
    keys: frozenset[str] = frozenset()


class Labels:
    """The words of one language: texts by key, or tables of them. Those of a file know where it has them.

    `file` is where whoever uses the template writes a label. `unread` says that a file cannot be read: whatever a
    template names may stand in it. `elsewhere` are those that the template has in another language alone, by key, with
    the file that has them; only `compared` looks for them. `sheets` are the files, the nearest first.
    """

    __slots__ = ("elsewhere", "file", "sheets", "unread", "words")

    def __init__(
        self,
        words: Mapping[str, str | Labels],
        file: str = "labels",
        *,
        unread: bool = False,
        elsewhere: Mapping[str, str] | None = None,
        sheets: tuple[Sheet, ...] = (),
    ) -> None:
        self.words, self.file, self.unread, self.elsewhere = words, file, unread, elsewhere or {}
        self.sheets = sheets

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for labels that say the same."""
        return tuple((name, said.key if isinstance(said, Labels) else said) for name, said in self.words.items())

    @property
    def dates(self) -> Dates:
        """How dates are said."""
        table = self.words.get("dates")
        return Dates.of(table.words if isinstance(table, Labels) else {})

    def place_over(self, part: str, key: str) -> Place | None:
        """Where a label is written, if by the template of a part, or by one over it; `part` is the part's path."""
        for sheet in self.sheets:
            if key in sheet.keys:
                return place_of(sheet.text, sheet.file, key)
            if part.startswith(sheet.home):
                return None
        return None

    def word(self, key: str) -> str:
        """A word that `HOUSE` has in every language, or that the template says in its stead."""
        found = self.words.get(key, "")
        return found if isinstance(found, str) else ""


HOUSE: dict[str, dict[str, str | Labels]] = {
    "en": {
        "language": "en-GB",
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
        "annex": "Annex",
        "part_number": "Part {number}",
        "draft": "DRAFT: {count} problem",
        "drafts": "DRAFT: {count} problems",
        "dates": Labels(
            {
                "long": "{day} {name} {year}",
                "long_month": "{name} {year}",
                "long_year": "{year}",
                "short": "{day} {name} {year}",
                "short_month": "{name} {year}",
                "short_year": "{year}",
                "months": "January, February, March, April, May, June, "
                "July, August, September, October, November, December",
                "short_months": "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec",
            }
        ),
    },
    "ko": {
        "language": "ko-KR",
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
        "annex": "부록",
        "part_number": "제{number}부",
        "draft": "초안: 문제 {count}건",
        "drafts": "초안: 문제 {count}건",
        "dates": Labels(
            {
                "long": "{year}. {month}. {day}.",
                "long_month": "{year}.\u00a0{month}.",
                "long_year": "{year}년",
                "short": "{year}. {month}. {day}.",
                "short_month": "{year}.\u00a0{month}.",
                "short_year": "{year}년",
            }
        ),
    },
}
"""What every brief says where a template has no words of its own. Labels in another language have to say it all."""


def languages(template: Template) -> tuple[str, ...]:
    """The languages that a template speaks, by their tags: those of its labels, or else of the one that it extends."""
    for one in template.chain:
        names = (path.stem for path in (one.folder / "labels").glob("*.toml"))
        if found := sorted(name for name in names if name in LANGUAGES):
            return tuple(found)
    return ("en",)


def read_labels(template: Template, language: str) -> tuple[Labels, tuple[Problem, ...]]:
    """The labels of a template in a language, over those of what it extends, and all that is wrong with them."""
    tag = primary(language)
    file, house = f"labels/{tag}.toml", HOUSE.get(tag)
    own = template.path(file)
    speaking = [one for one in template.chain if tag.isalpha() and (one.folder / file).is_file()]
    foreign = template.comes_with_brief and tag not in languages(template)
    if foreign or (not speaking and house is None):
        return Labels(HOUSE["en"], own, unread=True), (_unspoken(template, tag),)
    words: dict[str, str | Labels] = dict(house or {"language": tag})
    problems, unread = list[Problem](), False
    sheets = {one.folder: Sheet(one.path(""), one.path(file)) for one in template.chain}
    for one in reversed(speaking):
        values, text, problem = read_toml(one.folder, file, one.path(file))
        problems += [problem] if problem else _check(values, text, one.path(file), tag)
        sheets[one.folder] = Sheet(one.path(""), one.path(file), text, frozenset(values))
        words = _over(words, _tables(values, own, places_in(text, one.path(file))), own)
        unread = unread or problem is not None
    if not unread and (lacking := _lacking(words, tag)):
        message = f"labels are missing that every brief needs: {', '.join(lacking)}"
        problems.append(Problem("unknown-label", message, Place(own, 1), f'write them here: {lacking[0]} = "…"'))
    words = {**HOUSE["en"], f"in_{tag}": "", **words}
    return Labels(words, own, unread=unread, sheets=tuple(sheets.values())), tuple(problems)


def _unspoken(template: Template, tag: str) -> Problem:
    """What is told where a template has no words in a language: those that come with brief are not written into."""
    message = f"the template '{template.key}' has no words in the language '{tag}'"
    file, chain = f"labels/{tag}.toml", template.chain[:1] if template.comes_with_brief else template.chain
    spoken = ", ".join(sorted({language for one in chain for language in languages(one)}))
    if meant := language_meant(tag):
        return Problem("unknown-language", message, hint=meant)
    if template.comes_with_brief:
        begin = f"begin one over it, 'brief template new mine --from {template.key}', and write templates/mine/{file}"
        return Problem("unknown-language", message, hint=f"it speaks {spoken}; for another language {begin}")
    hint = f"it speaks {spoken}; for another language write {template.path(file)}"
    return Problem("unknown-language", message, Place(template.path(file), 1), hint)


def _lacking(words: Mapping[str, str | Labels], tag: str) -> list[str]:
    """What every brief says, and labels in a language that the house does not have do not."""
    found = [key for key in HOUSE["en"] if key not in words and key != f"in_{tag}"]
    forms = Labels(words).dates.forms
    return found + [
        f"{key} of [dates]" for key in NEEDED if isinstance(words.get("dates"), Labels) and key not in forms
    ]


def compared(labels: Labels, template: Template, language: str) -> Labels:
    """The labels, and which of the template's other languages have more: they know what is `elsewhere`."""
    tag, words = primary(language), labels.words
    found: dict[str, str] = {}
    for one in template.chain:
        for path in sorted((one.folder / "labels").glob("*.toml")):
            file = f"labels/{path.name}"
            values = read_toml(one.folder, file, file)[0] if path.stem != tag else {}
            for key in values:
                if key not in words:
                    found.setdefault(key, one.path(file))
    return Labels(words, labels.file, unread=labels.unread, elsewhere=found, sheets=labels.sheets)


def _over(words: Mapping[str, str | Labels], others: Mapping[str, str | Labels], file: str) -> dict[str, str | Labels]:
    """Words with others in their place; tables of words are taken together."""
    found = {**words, **others}
    for key, mine in others.items():
        below = words.get(key)
        if isinstance(mine, Labels) and isinstance(below, Labels):
            found[key] = Labels(_over(below.words, mine.words, file), file)
    return found


def _tables(values: Mapping[str, Any], file: str, places: Places, *tables: str) -> dict[str, str | Labels]:
    """The labels of a table; one that is no text is there all the same, and a problem of its own."""
    found: dict[str, str | Labels] = {}
    for key, value in values.items():
        path = (*tables, key)
        place = places.get(path)
        if isinstance(value, dict):
            found[key] = Labels(_tables(value, file, places, *path), file)
        else:
            found[key] = Words(str(value), replace(place, path=".".join(("label", *path)))) if place else str(value)
    return found


def _check(values: Mapping[str, Any], text: str, shown: str, tag: str) -> Iterator[Problem]:
    yield from _texts(values, text, shown)
    language = values.get("language", tag)
    if isinstance(language, str) and not (_TAG.fullmatch(language) and primary(language) == tag):
        message = f"the labels in '{tag}' cannot be in the language '{language}'"
        yield Problem("choice", message, place_of(text, shown, "language"), f"write {tag}, or {tag} with a region")
    dates = values.get("dates", {})
    if not isinstance(dates, dict):
        yield Problem("shape", "'dates' has to be a table", place_of(text, shown, "dates"), "write [dates]")
        return
    for one in mistakes(dates):
        hint = nearest(one.name, one.known) or ("there is " + ", ".join(one.known) if one.known else "")
        code = "unknown-key" if one.known else "shape"
        yield Problem(code, one.message, place_of(text, shown, "dates", one.key), hint)


_PATTERNS = {**HOUSE["en"], "paragraphs": "{numbers}"}
"""Labels that the house fills in itself, with what each may leave open."""


def _texts(values: Mapping[str, Any], text: str, shown: str, *tables: str) -> Iterator[Problem]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _texts(value, text, shown, *tables, key)
        elif not isinstance(value, str):
            message = f"the label '{key}' has to be a text in quotation marks"
            yield Problem("shape", message, place_of(text, shown, *tables, key))
        elif not all(letter.isprintable() or letter in _SPACES for letter in value):
            message = f"the label '{key}' holds a character that cannot be printed"
            yield Problem("character", message, place_of(text, shown, *tables, key))
        elif not tables and isinstance(pattern := _PATTERNS.get(key), str):
            given = OPEN.findall(pattern)
            for name in dict.fromkeys(name for name in OPEN.findall(value) if name not in given):
                yield not_given(key, name, given, place_of(text, shown, key))


def not_given(label: str, name: str, given: list[str], place: Place) -> Problem:
    """What is told of a label that leaves a name open which nothing fills in."""
    hint = nearest(name, given) or (f"it may hold {', '.join(f'{{{one}}}' for one in given)}" if given else "")
    return Problem("unknown-name", f"nothing fills in {{{name}}} of the label '{label}'", place, hint or "leave it out")
