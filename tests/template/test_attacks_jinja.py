"""Published ways out of the sandbox of Jinja, and ways to make it run for ever: each is a problem at its line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError

from brief.template import parts as parts_module
from brief.template.checking import environment_for
from brief.template.labels import Labels
from brief.template.parts import Parts
from planted import EVENT, REGISTERS, filling, found

ATTACKS = {
    "forbidden": (
        "{{ event['\\x5f\\x5fclass\\x5f\\x5f'] }}",
        "{{ namespace.__init__.__globals__.os }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ ().__class__.__bases__[0] }}",
        "{{ {}.__class__ }}",
        "{{ (1).__class__ }}",
        "{{ event.__reduce_ex__(2) }}",
        "{% set ns = namespace({'__class__': 1}) %}{{ ns['__class__'] }}",
        "{% macro __class__() %}{% endmacro %}{{ __class__.__init__ }}",
        "{% macro m() %}{{ varargs.__class__ }}{{ kwargs.__class__ }}{% endmacro %}{{ m(1) }}",
        "{% macro m() %}{{ kwargs['__class__'] }}{% endmacro %}{{ m(**{'__class__': 1}) }}",
        "{% macro m(x=event.__class__) %}{{ x }}{% endmacro %}{{ m() }}",
        "{% for x in event.statements if x.__class__ %}{% endfor %}",
        "{% for a, b in [[1, 2]] %}{{ loop.__init__ }}{% endfor %}",
        "{% with x = ''.__class__ %}{{ x }}{% endwith %}",
        "{{ event.statements[0:1].__class__ }}",
        "{{ event.statements['__class__'] }}",
    ),
    "unknown-name": (
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ joiner.__init__.__globals__.os }}",
        "{{ get_flashed_messages.__globals__ }}",
        "{{ request.application.__globals__ }}",
        "{{ config }}",
        "{{ self }}",
        "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
        "{% block __init__ %}{% endblock %}{{ self.__init__() }}",
        "{{ super.__globals__ }}",
        "{{ environment.spend }}",
        "{{ context }}",
        "{{ __import__('os') }}",
        "{{ open('/etc/passwd') }}",
        "{{ getattr(event, 'x') }}",
        "{% import os as o %}",
        "{% include request %}",
        "{{ undefined_name.__class__ }}",
        "{% set event.title = 'x' %}",
        "{% set label.and = 'x' %}",
    ),
    "unknown-field": (  # CVE-2016-10745, CVE-2019-10906, CVE-2024-56326: a format that is kept and called later
        "{{ '{0.__class__}'.format(event) }}",
        "{{ '{a.__class__}'.format_map({'a': event}) }}",
        "{% set x = '{0.__class__}'.format %}{{ x(event) }}",
        "{% set m = ['{0}'.format] %}{{ m[0](1) }}",
        "{% macro m(f) %}{{ f(event) }}{% endmacro %}{{ m('{0.__class__}'.format) }}",
        "{{ [1].append(2) }}",
        "{{ event.statements.append(1) }}",
        "{{ event.nothing.__class__ }}",
        "{% macro m() %}{% endmacro %}{{ m.name }}{{ m.arguments }}",
        "{{ event.statements|map(attribute='place.__class__')|list }}",
        "{{ event.statements|groupby('speakers.__class__') }}",
        "{{ event.statements|unique(attribute='__class__') }}",
        "{{ event.statements|rejectattr('__class__') }}",
        "{{ event[['__class__']|join] }}",
    ),
    "unknown-filter": (  # CVE-2025-27516: a method by |attr, called past the sandbox
        "{{ '{0.__class__}'|attr('format')(event) }}",
        "{{ ''|attr(['__','class','__']|join) }}",
        "{{ event.statements|map('attr', '__class__')|list }}",
        "{{ event.statements|map('format')|list }}",
        "{{ event.statements|select('attr') }}",
        "{{ event.statements|sum(attribute='__class__') }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ 'a'|indent(1000000000) }}",
        "{{ '%1000000000s'|format('a') }}",
        "{{ range(10)|slice(1000000000) }}",
        "{{ [1]|batch(1000000000) }}",
        "{{ 'a'|wordwrap(0) }}",
        "{{ 'a'|safe }}",
        "{{ 'a'|xmlattr }}",
        "{{ 'http://x'|urlize }}",
        "{{ event|tojson }}",
        "{{ event|pprint }}",
    ),
    "unknown-test": ("{{ event is callable }}", "{{ event is filter('x') }}", "{{ event is mapping }}"),
    "joined": ("{{ event['__cla' ~ 'ss__'] }}", "{{ event|attr('_'~'_class__') }}"),
    "arguments": (
        "{{ 2 ** 2 }}",
        "{{ 10 ** 1000000000 }}",
        "{{ 1 / 0 }}",
        "{{ 'a' % () }}",
        "{{ [[1] * 9] * 9 }}",
        "{{ 'a'|replace('a', 'b'*1000000000) }}",
        "{{ event.statements|join(attribute='__class__') }}",
        "{% filter attr('__class__') %}x{% endfilter %}",
        "{% filter upper %}x{% endfilter %}",
    ),
    "template": (
        "{{ 1 // 0 }}",
        "{{ {'a': 1}.update({'b': 2}) }}",
        "{{ {'a': 1}.keys() }}",
        "{% for x in event.statements recursive %}{{ loop(event.statements) }}{% endfor %}",
    ),
    "template-syntax": (
        "{% import os %}",
        "{% do event.__class__ %}",
        "{% debug %}",
        "{% autoescape true %}{% endautoescape %}",
        "{% trans %}x{% endtrans %}",
        "{{ 0x" + "f" * 10_000 + " }}",
        "{{ event.statements[0x" + "f" * 10_000 + "] }}",
        "{% for a in range(0x" + "f" * 10_000 + ") %}{% endfor %}",
        "{{ 0b1" + "0" * 64 + " }}",
    ),
    "cannot-print": ("{{ 1e999999999 }}",),
    "part-name": ("{% include event.title %}", "{% include ['brief.md.j2', '/etc/passwd'] %}"),
    "missing-part": (
        "{% import 'os' as os %}",
        "{% from 'os' import system %}",
        "{% include 'parts\\\\..\\\\..\\\\outside.md.j2' %}",
        "{% include 'http://127.0.0.1:9/x.md.j2' %}",
        "{% include '" + "a" * 5000 + "' %}",
    ),
    "outside-folder": ("{% include '//etc/passwd' %}", "{% include '/proc/self/environ' %}", "{% extends '../x' %}"),
    "circle": ("{% include 'brief.md.j2' %}", "{% extends 'brief.md.j2' %}", "{% import 'brief.md.j2' as b %}"),
}


@pytest.mark.parametrize(
    ("code", "written"),
    [(code, written) for code, group in ATTACKS.items() for written in group],
    ids=[written[:60] for group in ATTACKS.values() for written in group],
)
def test_an_attack_is_a_problem_of_its_kind_at_its_line(code: str, written: str, tmp_path: Path) -> None:
    chunks, problems = filling(tmp_path, f"\n{written}")
    assert chunks is None
    assert code in {problem.code for problem in problems}
    assert {problem.place.line for problem in problems if problem.place} == {2}
    assert all(problem.place for problem in problems)
    assert EVENT.title not in str(problems)


NEST = "{% set ns = namespace(x=LEAF, y=LEAF) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}"
NEST += "{% set ns.y = (ns.y, ns.y) %}{% endfor %}"
ENDLESS = (
    "{% if ns.x == ns.y %}a{% endif %}",
    "{% if ns.x in [ns.y] %}a{% endif %}",
    "{% if ns.x is eq(ns.y) %}a{% endif %}",
    "{{ [ns.x, ns.y]|sort|length }}",
    "{{ [ns.y]|unique|length }}",
    "{{ cite(ns.x) }}",
    "{{ ns.x|length }}",
)


@pytest.mark.parametrize("leaf", ["[1]", "event.bottom_line"])
@pytest.mark.parametrize("written", ENDLESS)
def test_lists_of_lists_of_lists_are_refused_where_they_are_made(written: str, leaf: str, tmp_path: Path) -> None:
    chunks, (problem,) = filling(tmp_path, f"\n{NEST.replace('LEAF', leaf)}\n{written}")
    assert chunks is None
    assert problem.message.startswith("this list holds more than 10,000 items")
    assert problem.place
    assert problem.place.line == 2


@pytest.mark.parametrize(
    "written",
    [
        "{% macro m() %}{% set ns.x = varargs %}{% endmacro %}{% for i in range(60) %}{{ m(ns.x, ns.x) }}{% endfor %}",
        "{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% for i in range(60) %}{% set ns.x = {'a': ns.x, 'b': ns.x} %}{% endfor %}",
    ],
)
def test_no_other_way_leads_to_such_lists(written: str, tmp_path: Path) -> None:
    chunks, (problem,) = filling(tmp_path, "{% set ns = namespace(x=[1]) %}\n" + written)
    assert chunks is None
    assert "more than 10,000 items" in problem.message


LONG = "{% set ns = namespace(x=[1]) %}{% for i in range(12) %}{% set ns.x = ns.x + ns.x %}{% endfor %}"


@pytest.mark.parametrize(
    "work",
    [
        "{% set z = ns.x|sort %}",
        "{% set z = ns.x|unique %}",
        "{% if ns.x == ns.x[:] %}{% endif %}",
        "{% if 2 in ns.x %}{% endif %}",
        "{% if ns.x is eq([1]) %}{% endif %}",
        "{% set z = ns.x[1:] %}",
    ],
)
def test_work_on_long_lists_counts_by_their_items(work: str, tmp_path: Path) -> None:
    chunks, (problem,) = filling(tmp_path, f"{LONG}{{% for i in range(1000) %}}\n{work}{{% endfor %}}")
    assert chunks is None
    assert "takes more than 200,000 steps" in problem.message


@pytest.mark.parametrize(
    "printed",
    [
        "{% for a in range(1000) %}{{ ns.x }}{% endfor %}",
        "{% set all %}{{ ns.x }}{% endset %}{% for a in range(1000) %}{{ all }}{% endfor %}",
        "{% for a in range(1000) %}{{ badge('open', ns.x) }}{% endfor %}",
    ],
)
def test_more_words_than_any_brief_has_are_refused(printed: str, tmp_path: Path) -> None:
    doubled = "{% for i in range(13) %}{% set ns.x = [ns.x, ns.x]|join %}{% endfor %}"
    chunks, (problem,) = filling(tmp_path, f"{{% set ns = namespace(x='abcdefghij') %}}{doubled}\n{printed}")
    assert chunks is None
    assert "more than 4,000,000 characters" in problem.message
    assert problem.place
    assert problem.place.line == 2


GUARDED = ("forbidden", "unknown-name", "unknown-field", "unknown-filter", "unknown-test")


@pytest.mark.parametrize("written", [written for code in GUARDED for written in ATTACKS[code] if "." in written])
def test_the_sandbox_stands_without_the_look_before(written: str) -> None:
    environment = environment_for(Labels({"and": "and"}), "en", REGISTERS)
    environment.globals["event"] = EVENT
    parts = Parts()
    parts.add("brief.md.j2", written.replace("{{ ", "{% set leaked = ").replace(" }}", " %}"), environment)
    assert not parts.broken
    environment.loader = parts
    with pytest.raises((TemplateError, TypeError)):
        environment.get_template("brief.md.j2").render()


@pytest.mark.parametrize("name", ["a{x}", "{__import__('os')}", "a'b", 'a"b', "a\\b", "a\nb", "{{ 1 }}", "é\u2028"])
def test_the_name_of_a_file_is_never_compiled(name: str, tmp_path: Path) -> None:
    """CVE-2024-56201: the name of an included file became code."""
    quoted = name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    files = {f"parts/{name}.md.j2": "{% macro m() %}word{% endmacro %}\n{{ 1 // 0 }}\n"}
    brief = f"{{% from 'parts/{quoted}.md.j2' import m, n %}}{{% include 'parts/{quoted}.md.j2' %}}"
    chunks, problems = filling(tmp_path, brief, files)
    assert chunks is None
    assert {problem.code for problem in problems} <= {"unknown-name", "template", "missing-part"}


def test_more_words_than_any_template_has_are_refused_unparsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "MOST_CHARACTERS", 1000)
    files = {f"parts/{n}.md.j2": "{{ 1 }}" * 60 for n in range(4)}
    told = found(tmp_path, "x", files)
    assert told == [("parts/2.md.j2", 1, "too-large"), ("parts/3.md.j2", 1, "too-large")]


FRAGMENTS = (
    *("{{ ", " }}", "{% ", " %}", "{# ", " #}", "event", "label", "self", "loop", "caller", "namespace", "cite", "br"),
    *("__class__", "_x", "format", "title", "statements", ".", "[", "]", "(", ")", "|", "~", ",", "=", ":", "*", "**"),
    *(
        "'",
        '"',
        "\\",
        "\n",
        " ",
        "0",
        "9",
        "1e9",
        "0xff",
        "-",
        "attr",
        "map",
        "join",
        "if ",
        "else ",
        "endif",
        "for x in ",
    ),
    *("endfor", "set x = ", "endset", "macro m()", "endmacro", "call m()", "endcall", "include ", "import ", "from "),
    *(
        "'brief.md.j2'",
        "'/etc/passwd'",
        "as y",
        "not ",
        "and ",
        "is ",
        "defined",
        "raw",
        "endraw",
        "\0",
        "\u2028",
        "한",
    ),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_filled_or_a_problem_with_a_place(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chunks, problems = filling(Path(folder), "".join(pieces))
    assert (chunks is None) == bool(problems)
    assert all(problem.place and problem.place.line >= 1 for problem in problems)
