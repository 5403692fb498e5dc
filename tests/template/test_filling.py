from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateRuntimeError

from brief.event import Day
from brief.place import Place, Words
from brief.template import Figures, Value, Written, fill, find
from brief.template.checking import environment_for
from brief.template.labels import Labels
from brief.template.parts import Parts
from brief.tree import Badge, Break, Contents, Drawing, Figure, Note, PageBreak, Text
from planted import EVENT, FILE, LABELS, NAMES, REGISTERS, filled, filling, found, only, text_of, values, write

if TYPE_CHECKING:
    from brief.template.fragment import Fragment


def test_the_author_s_words_and_the_values_stay_apart(tmp_path: Path) -> None:
    chunks = filled(tmp_path, "# {{ event.title }}\n\nBy *me*.").chunks
    entry = f"{tmp_path.as_posix()}/brief.md.j2"
    assert chunks == (
        Written("# ", Place(entry, 1)),
        Value("Korea and NATO agree", Place(entry, 1)),
        Written("\n\nBy *me*.", Place(entry, 1)),
    )


def test_words_know_the_line_of_the_template_they_begin_on(tmp_path: Path) -> None:
    files = {"parts/a.md.j2": "\n\nthree\n{% if event %}\nfive {{ event.title }}\nsix\n{% endif %}\n"}
    chunks = filled(tmp_path, "one\n{% include 'parts/a.md.j2' %}\nthree again", files).chunks
    written = [(c.text, c.place.file.rpartition("/")[2], c.place.line) for c in chunks if isinstance(c, Written)]
    assert written == [
        ("one\n", "brief.md.j2", 1),
        ("\n\nthree\n", "a.md.j2", 1),
        ("five ", "a.md.j2", 5),
        ("\nsix\n", "a.md.j2", 5),
        ("three again", "brief.md.j2", 3),
    ]


def test_a_path_inside_the_working_directory_is_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "brief.md.j2").write_text("{{ nothing }}", encoding="utf-8")
    for folder, shown in ((tmp_path, "house/brief.md.j2:1:1"), (tmp_path / "house", "brief.md.j2:1:1")):
        monkeypatch.chdir(folder)
        template, _ = find(tmp_path / "house")
        assert template is not None
        _, problems = fill(template, NAMES, REGISTERS)
        assert [str(problem.place) for problem in problems] == [shown]


def test_places_survive_loops_macros_set_include_import_and_sort(tmp_path: Path) -> None:
    brief = """{% macro told(claim) %}{{ claim.text }}{% endmacro %}
{% from 'parts/m.md.j2' import twice %}
{% for point in event.key_points %}{{ point.text }}{% endfor %}
{{ told(event.bottom_line[0]) }}
{% set title = event.title %}{{ title }}
{% set block %}{{ event.subtitle }}{% endset %}{{ block }}
{% include 'parts/i.md.j2' %}
{{ twice(event.occasion) }}
{% call twice(event.header.to) %}{{ event.header.sender }}{% endcall %}
{% for said in event.statements|sort(attribute='text')|reverse %}{{ said.text }}{% endfor %}
{{ event.title|default('none') }}{{ event.title|capitalize }}
{% with x = event.title %}{{ x }}{% endwith %}
"""
    files = {
        "parts/i.md.j2": "{{ event.header.reference }}",
        "parts/m.md.j2": "{% macro twice(x) %}{{ x }}{% if caller %}{{ caller() }}{% endif %}{% endmacro %}",
    }
    told = values(filled(tmp_path, brief, files))
    places = [value.place.path for value in told if isinstance(value, Words)]
    assert len(places) == len(told)
    assert places == [
        "K1.text", "K2.text", "B1.text", "title", "subtitle", "header.reference", "occasion", "header.to",
        "header.sender", "S1.text", "S2.text", "title", "title", "title",
    ]  # fmt: skip


def test_a_changed_text_has_no_place(tmp_path: Path) -> None:
    brief = """{{ event.title|upper }}{{ as_of }}{{ as_of|date('short') }}
{{ event.agreements[0].parties|people }}{{ event.key_points|map(attribute='text')|join('; ') }}
{{ event.key_points|map(attribute='text')|listed }}"""
    told = values(filled(tmp_path, brief))
    assert told == [
        "KOREA AND NATO AGREE",
        "14\u00a0July\u00a02023",
        "14\u00a0Jul\u00a02023",
        "President Yoon and Mr Stoltenberg",
        "Eleven areas; Four years",
        "Eleven areas and Four years",
    ]
    assert not any(hasattr(value, "place") for value in told)


def test_a_text_that_a_filter_leaves_as_it_is_keeps_its_place(tmp_path: Path) -> None:
    brief = "{{ marking|upper }}{{ event.statements[0].speakers|people }}{{ as_of|date('iso') }}"
    assert [str(getattr(value, "place", "")) for value in values(filled(tmp_path, brief))] == [
        f"{FILE}:1:1",
        f"{FILE}:1:1",
        f"{FILE}:2:1",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_whatever_a_value_holds_it_is_carried_whole(text: str) -> None:
    chunks = _rendered(
        "{% macro m(v) %}**{{ v }}**{% endmacro %}# {{ x }}\n{% for a in [x] %}{{ m(a) }}{% endfor %}"
        "{% set s %}{{ x }}{% endset %}{{ s }}",
        Words(text, Place("data.yaml", 7)),
    )
    told = [chunk.value for chunk in chunks if isinstance(chunk, Value)]
    assert told == [text] * 3
    assert [getattr(value, "place", None) for value in told] == [Place("data.yaml", 7)] * 3
    assert "".join(chunk.text for chunk in chunks if isinstance(chunk, Written)) == "# \n****"


def _rendered(source: str, x: object) -> tuple[Written | Value, ...]:
    """The chunks of a template that knows `x`, filled without a look at it before."""
    environment = environment_for(Labels({"and": "and"}), "en", REGISTERS)
    environment.globals["x"] = x
    parts = Parts()
    parts.add("brief.md.j2", source, environment)
    environment.loader = parts
    fragment: Fragment = environment.get_template("brief.md.j2").render()  # type: ignore[assignment]
    return fragment.chunks


def test_numbers_are_carried_as_numbers_with_their_place(tmp_path: Path) -> None:
    (number, reckoned) = values(filled(tmp_path, "{{ event.agreements[0].areas[0].number }}{{ 2 + 3 }}"))
    assert number == 1
    assert getattr(number, "place", Place("", 0)).path == "A1a.number"
    assert reckoned == 5


def test_nodes_are_printed_by_name_or_call(tmp_path: Path) -> None:
    brief = "{{ br }}{{ page_break }}{{ contents('Contents') }}{{ badge('moving', 'moving') }}"
    assert values(filled(tmp_path, brief)) == [
        Break(),
        PageBreak(),
        Contents((Text("Contents"),)),
        Badge("moving", (Text("moving"),)),
    ]


def test_figures_are_drawn_with_the_words_and_the_days_of_the_template(tmp_path: Path) -> None:
    asked: list[object] = []

    def draw(*words: object) -> Figure:
        asked.extend(word(Day(2023, 7, 11)) if callable(word) else word for word in words)
        return Figure(Drawing(9, 9, ()), "drawn")

    brief = "{{ timeline('Time', 'Last') }}{{ status_bar('All', label.open, label.moving, 'over') }}"
    write(tmp_path, {"labels/en.toml": LABELS, "brief.md.j2": brief})
    template, _ = find(tmp_path)
    assert template
    chunks, problems = fill(template, NAMES, REGISTERS, figures=Figures(timeline=draw, status_bar=draw))
    assert problems == ()
    assert chunks
    assert [figure.alt for figure in values(chunks) if isinstance(figure, Figure)] == ["drawn", "drawn"]
    assert asked == ["Time", "Last", "11\N{NO-BREAK SPACE}Jul\N{NO-BREAK SPACE}2023", "All", ("open", "moving", "over")]


def test_without_somebody_who_draws_a_figure_has_no_shape(tmp_path: Path) -> None:
    (figure,) = values(filled(tmp_path, "{{ timeline('Time', 'Last') }}"))
    assert figure == Figure(Drawing(0, 0, ()), "")


def test_a_matter_that_lapsed_has_the_dot_of_a_closed_one(tmp_path: Path) -> None:
    assert values(filled(tmp_path, "{{ badge('lapsed', 'lapsed') }}")) == [Badge("closed", (Text("lapsed"),))]


def test_a_note_is_printed_as_a_value(tmp_path: Path) -> None:
    (note,) = values(filled(tmp_path, "{{ cite(event.bottom_line[1]) }}"))
    assert isinstance(note, Note)


def test_labels_are_in_the_language_of_the_brief(tmp_path: Path) -> None:
    files = {"labels/ko.toml": 'key_points = "요점"\n'}
    assert text_of(filled(tmp_path, "{{ label.key_points }}", files, "ko-KR")) == "요점"
    assert text_of(filled(tmp_path, "{{ label.key_points }}{{ label.heads.what }}", files)) == "Key pointsWhat"


def test_dates_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    files = {"labels/ko.toml": ""}
    assert text_of(filled(tmp_path, "{{ as_of }}", files, "ko")) == "2023.\u00a07.\u00a014."
    assert text_of(filled(tmp_path, "{{ as_of }}", files)) == "14\u00a0July\u00a02023"


def test_a_line_that_holds_only_tags_leaves_no_line(tmp_path: Path) -> None:
    brief = "a\n{# a remark #}\n  {% if event %}  \n- b\n{% endif %}\n{% set x = 1 %}{% set y = 2 %}\nc\n"
    assert text_of(filled(tmp_path, brief)) == "a\n- b\nc\n"


def test_a_line_of_words_keeps_its_end_and_its_indentation(tmp_path: Path) -> None:
    brief = "a\n  {% if event %}- b{% endif %}\n{{ 1 }}{% if event %}c{% endif %}\nd"
    assert text_of(filled(tmp_path, brief)) == "a\n  - b\n1c\nd"


def test_an_inline_if_without_else_prints_nothing(tmp_path: Path) -> None:
    brief = "{% for p in event.key_points %}{{ p.text }}{{ '; ' if not loop.last }}{% endfor %}"
    assert text_of(filled(tmp_path, brief)) == "Eleven areas; Four years"


def test_a_child_fills_the_blocks_of_its_parent(tmp_path: Path) -> None:
    files = {"base.md.j2": "A{% block one %}base{% endblock %}B{% block two %}two{% endblock %}"}
    brief = "{% extends 'base.md.j2' %}\n{% block one %}{{ event.title }} after {{ super() }}{% endblock %}\n"
    assert text_of(filled(tmp_path, brief, files)) == "AKorea and NATO agree after baseBtwo"


def test_a_recursive_loop_prints_in_place(tmp_path: Path) -> None:
    turn = "{% if x is number %}{{ x }}{% else %}({{ loop(x) }}){% endif %}"
    brief = f"{{% for x in [1, [2, [3]]] recursive %}}{turn}{{% endfor %}}"
    assert text_of(filled(tmp_path, brief)) == "1(2(3))"


def test_what_a_macro_gives_may_be_asked_for_but_not_joined(tmp_path: Path) -> None:
    assert text_of(filled(tmp_path, "{% set x %} {% endset %}{% if x %}full{% else %}empty{% endif %}")) == "empty"
    for use in ("{{ x|upper }}", "{{ x == 'a' }}", "{% if x in ['a'] %}{% endif %}", "{{ [x]|join }}", "{{ x ~ 'a' }}"):
        assert found(tmp_path, "{% set x %}a{% endset %}\n" + use)[0][:2] == ("brief.md.j2", 2), use


def test_what_goes_wrong_while_filling_has_its_line_and_the_way_there(tmp_path: Path) -> None:
    files = {"parts/m.md.j2": "{% macro nth(items, n) %}\n{{ items[n].text }}\n{% endmacro %}\n"}
    brief = "{% import 'parts/m.md.j2' as m %}\n\n{{ m.nth(event.key_points, 7) }}"
    problem = only(tmp_path, brief, files)
    folder = tmp_path.as_posix()
    assert str(problem.place) == f"{folder}/parts/m.md.j2:2:1"
    assert problem.message == "the list has 2 items, so no [7]"
    assert problem.hint == f"reached from {folder}/brief.md.j2:3:1"


def test_values_that_cannot_be_printed_are_told_while_filling_too() -> None:
    for written, told in (
        ("{{ x }}", "a list cannot be printed: loop over it with {% for %}"),
        ("{{ x[0] }}", "yes or no cannot be printed: ask with {% if %}"),
        ("{{ x[1] }}", "this value is empty: ask with {% if %} before printing it"),
        ("{{ x[2] }}", "an Event cannot be printed: name one of its fields"),
        ("{{ 1.5 }}", "a number with a point cannot be printed: write it as a text, in quotation marks"),
        ("{{ {'a': 1} }}", "what stands in { } cannot be printed: name one of its values"),
        ("{{ y }}", "'y' is undefined"),
    ):
        with pytest.raises(TemplateRuntimeError) as error:
            _rendered(written, [True, None, EVENT])
        assert str(error.value) == told


def test_a_file_that_is_not_utf_8_or_too_large_is_a_problem(tmp_path: Path) -> None:
    filling(tmp_path, "x")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.md.j2").write_bytes(b"one\ntwo \xff")
    (tmp_path / "parts" / "b.md.j2").write_bytes(b" " * (4 * 1024 * 1024 + 1))
    assert found(tmp_path, "x") == [("parts/a.md.j2", 2, "encoding"), ("parts/b.md.j2", 1, "too-large")]


def test_the_same_input_gives_the_same_chunks_under_any_hash_seed(tmp_path: Path) -> None:
    brief = "{{ source_list }}{% for c in event.statements %}{{ cite(c) }}{{ c.text }}{% endfor %}"
    filling(tmp_path, brief)
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from planted import filled; import planted\n"
        f"print(filled(Path(sys.argv[1]), {brief!r}))"
    )
    here = Path(__file__).parents[1]
    source = here.parents[1] / "src"
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), str(here), str(source)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_finding_and_listing_templates_loads_no_jinja() -> None:
    program = "import sys, brief.template as t; t.list_templates(); print('jinja2' in sys.modules)"
    source = Path(__file__).parents[2] / "src"
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(source)!r}); {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "False"
