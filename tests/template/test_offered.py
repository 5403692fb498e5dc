from __future__ import annotations

from dataclasses import replace

from brief.event import Prose
from brief.template import reference
from planted import NAMES


def entries(title: str) -> dict[str, tuple[str, str]]:
    (section,) = (one for one in reference(NAMES) if one.title == title)
    return {entry.name: (entry.gives, entry.example) for entry in section.entries}


def test_every_name_of_the_data_is_told_with_its_type_and_an_example() -> None:
    assert entries("names that stand alone")["as_of"] == ("date", "2023-07-14")
    assert entries("Event")["title"] == ("text", "Korea and NATO agree")
    assert entries("Event")["statements"] == ("list: a Statement", "")
    assert entries("Agreement")["areas_count"] == ("number, or empty", "")
    assert entries("Area")["number"] == ("number", "1")
    assert entries("Update")["status"] == ("one of open, moving, closed, lapsed", "open")
    assert entries("Discrepancy")["print"] == ("yes or no", "yes")


def test_an_example_is_of_the_first_record_that_has_the_field() -> None:
    assert entries("Citation")["at"] == ("text, or empty", "paragraph 3")


def test_a_long_example_is_cut() -> None:
    event = replace(NAMES.event, title=Prose("x" * 100))
    names = replace(NAMES, event=event)
    section = next(one for one in reference(names) if one.title == "Event")
    example = next(entry.example for entry in section.entries if entry.name == "title")
    assert example == "x" * 59 + "…"


def test_functions_and_filters_are_told_with_what_they_are_for() -> None:
    said, example = entries("functions")["badge(…)"]
    assert said == "A word of status with its dot: open, moving, closed or lapsed."
    assert example == "{{ badge('open', label.open) }} → a Badge"
    assert entries("filters")["|upper"] == ("The text in capitals.", "{{ 'open'|upper }} → OPEN")
    assert entries("ready to print")["br"] == ("The next line of the same paragraph or cell.", "{{ br }} → a Break")
    assert entries("tests")["is odd"] == ("Whether a number is odd.", "{% if 3 is odd %}yes{% endif %} → yes")


def test_the_list_can_be_asked_for_twice() -> None:
    assert reference(NAMES) == reference(NAMES)
