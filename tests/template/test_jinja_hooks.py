"""The places where Jinja would join strings. Should a new version of it move one, these tests say which."""

from __future__ import annotations

import inspect

from jinja2.compiler import CodeGenerator
from jinja2.nativetypes import NativeCodeGenerator

from brief.place import Place
from brief.template.chunks import Value, Written
from brief.template.environment import Environment
from brief.template.fragment import Fragment
from brief.template.generator import Generator
from brief.template.parts import Parts


def compiled(source: str) -> str:
    environment = Environment()
    return environment.compile(source, "a.md.j2", raw=True)


def test_the_hooks_are_still_called_with_the_same_arguments() -> None:
    for name in vars(Generator):
        if name.startswith("__") or name == "_weighed":
            continue
        ours = inspect.signature(getattr(Generator, name))
        theirs = inspect.signature(getattr(NativeCodeGenerator, name))
        assert list(ours.parameters) == list(theirs.parameters), name
        assert hasattr(CodeGenerator, name)


def test_the_author_s_words_are_written_with_their_lines() -> None:
    assert "yield ('a.md.j2', (1, 'a\\n'))" in compiled("a\n")


def test_a_value_goes_through_finalize_with_its_line_and_never_through_str() -> None:
    code = compiled("\n{{ x }}")
    assert "environment.finalize(context, 'a.md.j2', 2, " in code
    assert "str(" not in code


def test_a_constant_is_a_value_too() -> None:
    assert "environment.finalize(context, 'a.md.j2', 1, 'x')" in compiled("{{ 'x' }}")


def test_every_body_counts_its_turns() -> None:
    code = compiled(
        "{% for x in y %}{% if x %}{% endif %}{% endfor %}{% macro m() %}{% endmacro %}{% block b %}{% endblock %}"
    )
    assert code.count("environment.spend(1)") == 5


def test_every_list_and_every_comparison_is_weighed_and_no_name_of_a_loop() -> None:
    code = compiled("{% for a, b in [(1, 2), {'a': 1}] %}{% if a == b in [a] %}{% endif %}{{ c[a:] }}{% endfor %}")
    assert code.count("environment.weighed(") == 7
    assert code.count("environment.cut(") == 1


def test_what_jinja_would_join_stays_a_row_of_chunks() -> None:
    environment = Environment()
    parts = Parts()
    parts.add("a.md.j2", "a{{ 'b' }}{% macro m() %}c{% endmacro %}{{ m() }}{% block d %}d{% endblock %}", environment)
    environment.loader = parts
    fragment: object = environment.get_template("a.md.j2").render()
    assert isinstance(fragment, Fragment)
    place = Place("a.md.j2", 1)
    assert fragment.chunks == (Written("a", place), Value("b", place), Written("c", place), Written("d", place))
