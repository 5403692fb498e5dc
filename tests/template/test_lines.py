from __future__ import annotations

import jinja2
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.template.lines import keep_lines, never_closed, tags

PIECES = st.sampled_from([
    "{% if x %}", "{%- if x -%}", "{% endif %}", "{# c #}", "{#", "{{ x }}", "{{", "{%", "%}", "a", " ", "\n",
    "{% raw %}", "{% endraw %}", "+", "-",
])  # fmt: skip


def test_only_lines_with_words_are_marked() -> None:
    assert keep_lines("{% if x %}\na {% endif %}\n  {% if y %}b{% endif %}\n{{ v }}{% if z %}") == (
        "{% if x %}\na {% endif +%}\n  {%+ if y %}b{% endif +%}\n{{ v }}{% if z +%}"
    )


def test_a_tag_over_several_lines_alone_leaves_no_line() -> None:
    assert keep_lines("{% set x = [\n 1,\n] %}\na") == "{% set x = [\n 1,\n] %}\na"


def test_what_an_author_marked_stays_as_it_is() -> None:
    source = "a {%- if x -%}\nb {% endif +%}\n{%- if y %}c{% endif -%}\n"
    assert keep_lines(source) == source


def test_tags_inside_raw_are_words() -> None:
    assert [source.kind for source in tags("{% raw %}{{ a }}{% endraw %}{{ b }}")] == ["{%", "{{"]


def test_the_tag_that_was_never_closed_is_found() -> None:
    assert never_closed("{% if a %}\n{% endif %}\n{% for b in c %}") == ("for", 3)
    assert never_closed("{% set a = 1 %}{% set b %}") == ("set", 1)
    assert never_closed("{% if a %}{% endif %}") is None


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_marking_changes_no_line_and_nothing_but_marks_and_blanks_at_line_ends(source: str) -> None:
    marked = keep_lines(source)
    assert marked.count("\n") == source.count("\n")
    stripped = "\n".join(line.rstrip(" \t") for line in source.split("\n"))
    assert marked.replace("+", "") == stripped.replace("+", "")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["{% if x %}", "{% endif %}", "{# c #}", "{{ x }}", "a", " ", "\n"]), max_size=14))
def test_marking_never_breaks_a_template(pieces: list[str]) -> None:
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - nothing here is HTML
    source = "".join(pieces)
    try:
        environment.parse(source)
    except jinja2.TemplateSyntaxError:
        return
    environment.parse(keep_lines(source))


def test_a_long_file_of_open_brackets_takes_no_time() -> None:
    assert len(keep_lines("{%" * 500_000)) == 1_000_000
