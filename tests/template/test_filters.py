from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateRuntimeError

from brief.event import Day, Portion
from brief.place import places_of
from brief.template.days import DateStyle, spoken
from brief.template.filters import filters
from brief.template.filters import tests as every_test
from brief.template.fragment import Fragment
from brief.template.labels import HOUSE, Labels
from planted import EVENT, JENS, NATO, YOON, filled, only, text_of

if TYPE_CHECKING:
    from pathlib import Path

FILTERS = filters(Labels(HOUSE["en"]))


def test_the_filters_are_a_closed_list() -> None:
    assert list(FILTERS) == [
        "capitalize", "date", "default", "fill", "first", "groupby", "join", "last", "length", "list", "listed",
        "lower", "map", "people", "prose", "rejectattr", "reverse", "selectattr", "sort", "unique", "upper",
    ]  # fmt: skip
    assert not {"callable", "filter", "test", "sameas", "escaped"} & set(every_test())


@pytest.mark.parametrize(
    ("parties", "said"),
    [
        ((), ""),
        (YOON, "President Yoon"),
        ((YOON,), "President Yoon"),
        ((YOON, JENS), "President Yoon and Mr Stoltenberg"),
        ((YOON, JENS, NATO), "President Yoon, Mr Stoltenberg and NATO"),
    ],
)
def test_people_are_named_as_a_sentence_names_them(parties: object, said: str) -> None:
    assert FILTERS["people"](parties) == said


@pytest.mark.parametrize(
    ("day", "language", "style", "said"),
    [
        ("2023-07-11", "en", "long", "11\u00a0July\u00a02023"),
        ("2023-07", "en", "long", "July 2023"),
        ("2023", "en", "long", "2023"),
        ("2023-07-01", "en", "short", "1\u00a0Jul\u00a02023"),
        ("2023-07", "en", "iso", "2023-07"),
        ("2023-07-11", "ko", "long", "2023.\u00a07.\u00a011."),
        ("2023-07", "ko", "long", "2023.\u00a07."),
        ("2023", "ko", "short", "2023년"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(day: str, language: str, style: DateStyle, said: str) -> None:
    assert spoken(Day.at(day), Labels(HOUSE[language]).dates, style) == said


def test_selecting_gives_a_list_that_may_be_asked_and_counted(tmp_path: Path) -> None:
    text = "{% if event.statements|selectattr('topic', 'equalto', 'x') %}some{% else %}none{% endif %}"
    assert text_of(filled(tmp_path, text)) == "none"
    assert text_of(filled(tmp_path, "{{ event.statements|rejectattr('quote')|length }}")) == "1"
    assert text_of(filled(tmp_path, "{% for a, b in event.statements|groupby('act') %}{{ a }} {% endfor %}")) == (
        "explained thanked "
    )


def test_a_label_is_filled_in_where_its_language_wants_it(tmp_path: Path) -> None:
    words = "{{ label.since|fill(date=as_of, count=event.statements|length, name=event.title) }}"
    english = {"labels/en.toml": 'since = "{name}: {count} since {date}"'}
    korean = {"labels/ko.toml": 'since = "{date} 이후 {count}건"'}
    title = str(EVENT.title)
    assert text_of(filled(tmp_path, words, english)) == f"{title}: 2 since 14\u00a0July\u00a02023"
    assert text_of(filled(tmp_path, words, korean, "ko")) == "2023.\u00a07.\u00a014. 이후 2건"


def test_what_is_filled_in_is_not_filled_in_itself() -> None:
    assert FILTERS["fill"]("{a}, {b}, {1}", a="{b}", b="{a}") == "{b}, {a}, {1}"


def test_a_text_that_is_filled_in_keeps_its_places() -> None:
    said = FILTERS["fill"]("{title} in {year}", title=EVENT.title, year=2023)
    assert places_of(said) == places_of(EVENT.title) != ()


def test_a_name_that_nothing_is_given_for_is_told(tmp_path: Path) -> None:
    labels = {"labels/en.toml": 'since = "of {dat}"'}
    problem = only(tmp_path, "\n{% set said = label.since %}{{ said|fill(date=as_of) }}", labels)
    assert problem.code == "template"
    assert problem.message == "'of {dat}' asks for {dat}, and fill is given date"
    assert problem.place
    assert problem.place.line == 2


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "yes or no"), (None, "an empty value"), ((), "a list"), (EVENT.statements[0], "a Statement")],
)
def test_only_texts_numbers_and_dates_are_filled_in(value: object, said: str) -> None:
    with pytest.raises(TemplateRuntimeError, match="fill needs texts, numbers and dates, and 'a' is ") as raised:
        FILTERS["fill"]("{a}", a=value)
    assert str(raised.value).endswith(said)


def test_one_text_alone_is_listed_and_joined_as_it_is() -> None:
    text = Portion.of(EVENT.title, "(H)", "c1")
    assert FILTERS["listed"]((text,)) is text
    assert FILTERS["join"]((text,)) is text


def test_what_a_macro_gave_is_no_value_instead_of_another() -> None:
    with pytest.raises(TemplateRuntimeError):
        FILTERS["default"]("", Fragment(()))


def test_the_first_of_nothing_is_nothing() -> None:
    assert FILTERS["first"](()) is None
    assert FILTERS["last"](()) is None
    assert FILTERS["first"](EVENT.statements) is EVENT.statements[0]
    assert FILTERS["last"](EVENT.statements) is EVENT.statements[1]


def test_a_default_stands_for_what_is_empty() -> None:
    assert [FILTERS["default"](value, "none") for value in (None, "", "a", 0)] == ["none", "none", "a", 0]


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert FILTERS["capitalize"]("the NATO summit") == "The NATO summit"


@pytest.mark.parametrize(
    ("name", "value"),
    [("upper", 1), ("date", "2023"), ("people", "ab"), ("people", (1,)), ("listed", (1,)), ("join", "ab"),
     ("first", "ab"), ("length", "ab"), ("sort", "ab"), ("list", EVENT), ("fill", 1)],
)  # fmt: skip
def test_a_filter_refuses_what_it_is_not_for(name: str, value: object) -> None:
    arguments = (None, value) if name == "sort" else (value,)
    with pytest.raises(TemplateRuntimeError, match=f"{name} needs a"):
        FILTERS[name](*arguments)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It is so.", True),
        ("Is it?", True),
        ("“It is so.”", True),
        ("a practical warning", False),
        ("", False),
        (3, False),
    ],
)
def test_a_sentence_ends_with_its_own_stop(text: object, whole: object) -> None:
    assert every_test()["sentence"](text) is whole
