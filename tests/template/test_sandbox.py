from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateRuntimeError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace

from brief.place import Place, Words
from brief.template.bounds import MOST_STEPS
from brief.template.checking import environment_for
from brief.template.filling import _filled
from brief.template.labels import Labels
from brief.template.parts import Parts
from planted import EVENT, REGISTERS, filling, found, only

ATTACKS = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ event.__init__.__globals__ }}",
    "{{ event.__class__.__mro__ }}",
    "{{ event|attr('__class__') }}",
    "{{ event.statements|map(attribute='__class__')|list }}",
    "{{ event.statements|sort(attribute='__class__') }}",
    "{{ event.statements|groupby('__class__') }}",
    "{{ event.statements|selectattr('__class__') }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__ }}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__ }}",
    "{{ range.__call__ }}",
    "{{ cite.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ label.__class__ }}",
    "{{ label.words }}",
    "{{ label.word('and') }}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for x in [1] %}{{ loop.cycle.__func__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{{ '{0.__class__}'.format(event) }}",
    "{{ '{a}'.format_map({'a': event}) }}",
    "{{ '%s' % event }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ event.title[1:] }}",
    "{{ event.statements['a':] }}",
    "{{ event.statements[::0] }}",
    "{{ event.title.join(['a', 'b']) }}",
    "{{ event.title.encode() }}",
    "{{ event.as_of.later_than(as_of) }}",
    "{{ br.__init__ }}",
    "{{ event.title.place }}",
    "{% set x = namespace() %}{{ x.__class__ }}",
    "{% set x = namespace() %}{% set x._Namespace__attrs = 1 %}{{ x._Namespace__attrs }}",
    "{{ event.statements.__class__ }}",
    "{{ event.statements.count(1) }}",
    "{{ range(1000000000) }}",
    "{{ source_list.children }}",
    "{{ cite(event.bottom_line[0]).children }}",
    "{% include '/etc/passwd' %}",
    "{% include '../outside.md.j2' %}",
    "{% include 'parts/../../outside.md.j2' %}",
    "{% include 'parts/link.md.j2' %}",
    "{% include 'linked/outside.md.j2' %}",
    "{% import '/etc/passwd' as p %}",
    "{% extends '/etc/passwd' %}",
    "{% include ['/etc/passwd'] %}",
    "{% include 'template.toml' %}",
    "{{ " + "(" * 5000 + " }}",
    "{{ 1" + "0" * 5000 + " }}",
    "{% if event %}" * 120 + "{% endif %}" * 120,
    "{% for x in [1] %}" * 30 + "{% endfor %}" * 30,
    "{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "{{ not " + "not " * 3000 + "1 }}",
    "{{ event" + ".a" * 3000 + " }}",
]


@pytest.mark.parametrize("written", ATTACKS, ids=[written[:60] for written in ATTACKS])
def test_an_attack_is_a_problem_and_nothing_is_filled(written: str, tmp_path: Path) -> None:
    folder = tmp_path / "house"
    (tmp_path / "outside.md.j2").write_text("secret", encoding="utf-8")
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "link.md.j2").symlink_to(tmp_path / "outside.md.j2")
    (folder / "linked").symlink_to(tmp_path, target_is_directory=True)
    chunks, problems = filling(folder, f"\n{written}")
    assert chunks is None
    assert problems
    assert all(problem.place is not None for problem in problems)


EXPRESSIONS = ATTACKS[: ATTACKS.index("{{ source_list.children }}")]


@pytest.mark.parametrize("written", EXPRESSIONS, ids=[written[:60] for written in EXPRESSIONS])
def test_the_sandbox_refuses_it_too_when_nobody_looked_before_and_nothing_is_printed(written: str) -> None:
    with pytest.raises((TemplateRuntimeError, TypeError, ValueError, TemplateSyntaxError)):
        _rendered(written.replace("{{ ", "{% set leaked = ").replace(" }}", " %}"))


def test_a_name_that_begins_with_an_underscore_is_closed_whatever_it_is_of() -> None:
    environment = environment_for(Labels({"_a": "b"}), "en", REGISTERS)
    for owner in (EVENT, "a", [1], {"_a": 1}, Labels({"_a": "b"}), Namespace(_a=1), print):
        for name in ("_a", "__class__"):
            with pytest.raises(SecurityError, match="is not open to templates"):
                environment.getattr(owner, name)
            with pytest.raises(SecurityError, match="is not open to templates"):
                environment.getitem(owner, name)


@pytest.mark.parametrize("function", [print, EVENT.as_of.later_than, str, "a".upper, Path])
def test_only_macros_and_the_functions_of_the_house_are_called(function: object) -> None:
    with pytest.raises(SecurityError, match="cannot be called"):
        _rendered("{{ x[0]('a') }}", [function])


def _rendered(source: str, x: object = None) -> str:
    """Fill a template that knows `x`, without a look at it before."""
    environment = environment_for(Labels({"and": "and"}), "en", REGISTERS)
    environment.globals["x"] = x
    parts = Parts()
    parts.add("brief.md.j2", source, environment)
    environment.loader = parts
    return environment.get_template("brief.md.j2").render()


def test_a_file_that_a_link_leads_out_of_the_folder_is_named_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    (tmp_path / "outside.md.j2").write_text("secret", encoding="utf-8")
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "link.md.j2").symlink_to(tmp_path / "outside.md.j2")
    for name in ("parts/link.md.j2", "/etc/passwd", "../outside.md.j2"):
        problem = only(folder, f"{{% include '{name}' %}}")
        assert problem.code == "outside-folder"


def test_a_macro_that_calls_itself_without_end_is_a_problem_with_its_line(tmp_path: Path) -> None:
    problem = only(tmp_path, "{% macro m(n) %}\n{{ m(n + 1) }}\n{% endmacro %}\n{{ m(1) }}")
    assert problem.message == "a macro or a part calls itself without end"
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_macro_that_includes_its_own_file_without_end_is_a_problem(tmp_path: Path) -> None:
    files = {"parts/a.md.j2": "{% macro m() %}{% include 'parts/b.md.j2' %}{% endmacro %}{{ m() }}"}
    files["parts/b.md.j2"] = "{% from 'parts/a.md.j2' import m %}"
    chunks, problems = filling(tmp_path, "{% include 'parts/a.md.j2' %}", files)
    assert chunks is None
    assert len(problems) == 1


@pytest.mark.parametrize(
    "written",
    [
        "{% set r = range(1000) %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}x{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set ns = namespace(x='a') %}{% for a in range(900) %}{% set ns.x = [ns.x, ns.x]|join %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for a in range(900) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x=2) %}{% for a in range(900) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
        "{% set n = namespace(x=br) %}{% for a in range(99) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
        "{% for a in range(1001) %}{% endfor %}",
    ],
)
def test_what_runs_too_long_or_grows_too_large_is_stopped_with_its_place(written: str, tmp_path: Path) -> None:
    problem = only(tmp_path, f"\n{written}")
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_long_brief_stays_far_below_the_limit(tmp_path: Path) -> None:
    brief = "{% for a in range(50) %}{% for b in range(100) %}{{ b }}\n{% endfor %}{% endfor %}"
    chunks, problems = filling(tmp_path, brief)
    assert problems == ()
    assert chunks is not None
    assert len(chunks.chunks) * 10 < MOST_STEPS


def test_markup_and_code_in_a_value_are_words() -> None:
    text = "**5 < 6 | [x](javascript:y) {{ 7*7 }} {% include '/etc/passwd' %}"
    environment = environment_for(Labels({"and": "and"}), "en", REGISTERS)
    environment.globals["x"] = Words(text, Place("event.yaml", 3))
    parts = Parts()
    parts.add("brief.md.j2", "{{ x }}", environment)
    environment.loader = parts
    chunks, problems = _filled(environment, parts)
    assert problems == ()
    assert chunks is not None
    assert [chunk.value for chunk in chunks.chunks] == [text]  # type: ignore[union-attr]


def test_no_message_prints_the_data_of_a_record(tmp_path: Path) -> None:
    for written in ("{{ event }}", "{{ event() }}", "{{ event + 1 }}", "{{ event|upper }}", "{{ event[0] }}"):
        _, problems = filling(tmp_path, written)
        assert problems
        assert EVENT.title not in str(problems)


def test_methods_of_a_loop_may_be_called(tmp_path: Path) -> None:
    brief = "{% for x in [1, 1] %}{{ loop.cycle('a', 'b') }}{% if loop.changed(x) %}!{% endif %}{% endfor %}"
    assert found(tmp_path, brief) == []
