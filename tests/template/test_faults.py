from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import filling, only

if TYPE_CHECKING:
    from pathlib import Path

SYNTAX = [
    ("a\n{% if event %}\nb\n\n", 2, "{% if %} is never closed", "write {% endif %} where it ends"),
    ("{% for x in y %}\n{% if x %}\n{% endif %}", 1, "{% for %} is never closed", "write {% endfor %} where it ends"),
    ("{% for x in y %}\n{% if x %}\n", 2, "{% if %} is never closed", "write {% endif %} where it ends"),
    ("\n{% macro m() %}", 2, "{% macro %} is never closed", "write {% endmacro %} where it ends"),
    ("{% set x %}a", 1, "{% set %} is never closed", "write {% endset %} where it ends"),
    (
        "{% for x in y %}\n{% if x %}\n{% endfor %}",
        3,
        "{% endfor %} stands where {% if %} is still open",
        "{% endif %} first",
    ),
    ("\n{% endif %}", 2, "{% endif %} belongs to no tag above it", ""),
    ("{% fro x in y %}", 1, "there is no tag {% fro %}", "did you mean 'from'?"),
    ("a\n{{ event.title", 2, "{{ is never closed", "write }} where it ends"),
    ("{{ event.title }", 1, "} does not belong here", "{{ closes with }}, {% closes with %}"),
    ("{% if event }}a{% endif %}", 1, "} does not belong here", "{{ closes with }}, {% closes with %}"),
    ("{{ event title }}", 1, "here stands title, where }} should be", ""),
    ("{{ event. }}", 1, "the name of a field is missing after the dot", ""),
    ("{{ event.title| }}", 1, "here stands }}, where a name should be", ""),
    ("{{ }}", 1, "something is missing here", "name a value"),
    ("{% %}", 1, "the tag {% %} is empty", "write the name of a tag into it"),
    ("a\n{# b", 2, "a comment {# is never closed", "write #} where it ends"),
    ("{{ 'abc }}", 1, "there is a character that does not belong in a tag", "texts stand in quotation marks"),
    ("{{ a ? b }}", 1, "there is a character that does not belong in a tag", "texts stand in quotation marks"),
    ("{% for x y %}{% endfor %}", 1, "here stands y, where in should be", ""),
    ("{% if a = b %}{% endif %}", 1, "here stands =, where %} should be", ""),
    ("{% set 1 = 2 %}", 1, "only a name can be set", "write {% set name = value %}"),
    ("{{ (a }}", 1, "} does not belong here, where ) should be", "{{ closes with }}, {% closes with %}"),
    ("{% macro m(a=1, b) %}{% endmacro %}", 1, "an argument with a default comes before one without", "put it last"),
    ("{{ m(a=1, 2) }}", 1, "an argument without a name follows one with a name", "put it first"),
    ("{% call m %}{% endcall %}", 1, "{% call %} needs a macro with its brackets", "write {% call name() %}"),
    ("{{ " + "(" * 5000 + " }}", 1, "tags or brackets are nested too deeply in this file", "a macro or a file"),
    ("{{ 1" + "0" * 5000 + " }}", 1, "this file holds a number that is too long", ""),
    ("{% for x in [1] %}{% set loop = 1 %}{% endfor %}", 1, "the name loop is taken inside a loop", "another name"),
    (
        "a\n{% if event %}{% extends 'brief.md.j2' %}{% endif %}",
        2,
        "{% extends %} does not stand at the top",
        "first line",
    ),
]


@pytest.mark.parametrize(("source", "line", "message", "hint"), SYNTAX, ids=[case[0][:40] for case in SYNTAX])
def test_a_mistake_in_the_syntax_is_told_in_plain_words_with_its_line(
    source: str, line: int, message: str, hint: str, tmp_path: Path
) -> None:
    problem = only(tmp_path, source)
    assert problem.code == "template-syntax"
    assert str(problem.place) == f"{tmp_path.as_posix()}/brief.md.j2:{line}:1"
    assert message in problem.message
    assert hint in problem.hint
    assert "inja" not in str(problem).replace(tmp_path.as_posix(), "")


def test_the_mistakes_of_all_parts_are_told_even_of_those_nobody_includes(tmp_path: Path) -> None:
    files = {"parts/a.md.j2": "\n{% if %}", "parts/b.md.j2": "{{", "parts/deep/c.md.j2": "{% nope %}"}
    _, problems = filling(tmp_path, "{{ evnt }}{% include 'parts/a.md.j2' %}", files)
    assert [(p.place.file.rpartition("/")[2], p.place.line, p.code) for p in problems if p.place] == [
        ("brief.md.j2", 1, "unknown-name"),
        ("a.md.j2", 2, "template-syntax"),
        ("b.md.j2", 1, "template-syntax"),
        ("c.md.j2", 1, "template-syntax"),
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{{ event.key_points[9].text }}", "the list has 2 items, so no [9]"),
        ("{{ 1 // (event.topics|length - 1) }}", "a number is divided by nothing"),
        ("{% for a in [1, event.title]|sort %}{% endfor %}", "these values cannot be compared or sorted"),
        ("{{ range(2000)|length }}", "range gives 1,000 numbers at most"),
        ("{% set n = namespace() %}{{ n.x }}", "nothing was set as 'x'"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", "No caller defined"),
        ("{{ label[event.title] }}", "there is no label 'Korea and NATO agree' in "),
        ("{{ badge(event.title, 'x') }}", "badge knows no status"),
        ("{{ as_of|date(event.title) }}", "date knows no style"),
    ],
)
def test_what_only_the_data_shows_is_told_while_filling(written: str, message: str, tmp_path: Path) -> None:
    problem = only(tmp_path, f"\n\n{written}")
    assert problem.code == "template"
    assert str(problem.place) == f"{tmp_path.as_posix()}/brief.md.j2:3:1"
    assert message in problem.message


def test_the_way_to_a_fault_names_the_three_nearest_steps(tmp_path: Path) -> None:
    files = {f"parts/p{n}.md.j2": f"\n{{% include 'parts/p{n + 1}.md.j2' %}}" for n in range(5)}
    files["parts/p5.md.j2"] = "{{ event.key_points[9].text }}"
    problem = only(tmp_path, "{% include 'parts/p0.md.j2' %}", files)
    folder = tmp_path.as_posix()
    assert str(problem.place) == f"{folder}/parts/p5.md.j2:1:1"
    way = ", ".join(f"{folder}/parts/p{n}.md.j2:2:1" for n in (4, 3, 2))
    assert problem.hint == f"reached from {way}"
