from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import filling, found, only

if TYPE_CHECKING:
    from pathlib import Path

PLANTED = [
    ("{{ evnt.title }}", "unknown-name", "did you mean 'event'?"),
    ("{{ event.titel }}", "unknown-field", "did you mean 'title'?"),
    ("{{ event['titel'] }}", "unknown-field", "did you mean 'title'?"),
    ("{{ event.meeting.when.txt }}", "unknown-field", "did you mean 'text'?"),
    ("{% for s in event.statements %}{{ s.spekers|people }}{% endfor %}", "unknown-field", "did you mean 'speakers'?"),
    ("{% for s in follow_ups.open %}{{ s.latest.stat }}{% endfor %}", "unknown-field", "did you mean 'status'?"),
    ("{{ event.title[3:] }}", "unknown-field", "print it whole"),
    ("{% for s in event.statements[1:] %}{{ s.txt }}{% endfor %}", "unknown-field", "did you mean 'text'?"),
    ("{{ event.title.upper() }}", "unknown-field", ""),
    ("{{ event.statements.text }}", "unknown-field", "loop over it with {% for %}"),
    ("{{ as_of.year }}", "unknown-field", ""),
    ("{{ label.keypoints }}", "unknown-label", "did you mean 'key_points'?"),
    ("{{ label.heads.wat }}", "unknown-label", "did you mean 'what'?"),
    ("{{ label['nothing'] }}", "unknown-label", ""),
    ("{{ event.title|uper }}", "unknown-filter", "did you mean 'upper'?"),
    ("{{ event.title|safe }}", "unknown-filter", "leave it out: a value is never read as markup"),
    (
        "{% for t in event.key_points|map('text') %}{% endfor %}",
        "unknown-filter",
        "write map(attribute='text') for a field",
    ),
    ("{% if event.title is emty %}{% endif %}", "unknown-test", ""),
    ("{% if event.statements|selectattr('act', 'is', 'x') %}{% endif %}", "unknown-test", ""),
    ("{% for s in event.statements|sort(attribute='tpic') %}{% endfor %}", "unknown-field", "did you mean 'topic'?"),
    ("{% for s in event.statements|selectattr('quot') %}{% endfor %}", "unknown-field", "did you mean 'quote'?"),
    ("{% for a, b in event.statements|groupby('tpic') %}{% endfor %}", "unknown-field", "did you mean 'topic'?"),
    ("{% include 'parts/three.md.j2' %}", "missing-part", "did you mean 'parts/there.md.j2'?"),
    ("{% include 'parts/missing.md.j2' %}", "missing-part", "mend its name, or write it"),
    ("{% import 'parts/ther.md.j2' as m %}", "missing-part", "did you mean 'parts/there.md.j2'?"),
    ("{% from 'parts/there.md.j2' import tld %}", "unknown-name", "did you mean 'told'?"),
    ("{% import 'parts/there.md.j2' as m %}{{ m.tld() }}", "unknown-field", "did you mean 'told'?"),
    ("{% include event.title %}", "part-name", ""),
    ("{% for s in event.statements %}{{ s.quote.text }}{% endfor %}", "may-be-empty", "ask with {% if s.quote %}"),
    ("{{ event.meeting.previous.text }}", "may-be-empty", "ask with {% if event.meeting.previous %}"),
    (
        "{% if event.previous or event.title %}{{ event.previous }}{% endif %}",
        "may-be-empty",
        "{% if event.previous %}",
    ),
    ("{% if not (event.previous and as_of) %}{{ event.previous }}{% endif %}", "may-be-empty", "{% if event.prev"),
    ("{% if event.previous|default('a') %}{{ event.previous }}{% endif %}", "may-be-empty", "{% if event.previous %}"),
    ("{% if event.previous != 'a' %}{{ event.previous }}{% endif %}", "may-be-empty", "{% if event.previous %}"),
    ("{{ event.previous }}", "may-be-empty", "ask with {% if event.previous %}"),
    ("{{ cite(event.reactions_finding) }}", "may-be-empty", "ask with {% if event.reactions_finding %}"),
    ("{{ (event.key_points|first).text }}", "may-be-empty", "ask with {% if event.key_points|first %}"),
    ("{% if event.title %}{% set x = 'a' %}{% endif %}{{ x }}", "may-be-empty", "ask with {% if x %}"),
    ("{{ event.statements|prose }}", "arguments", ""),
    ("{{ as_of|prose }}", "arguments", ""),
    ("{{ event.title|prose|upper }}", "arguments", ""),
    ("{{ event.title|prose(2) }}", "arguments", "it takes nothing"),
    ("{{ event.previous|prose }}", "may-be-empty", "ask with {% if event.previous %}"),
    ("{{ event.previous|upper }}", "may-be-empty", "ask with {% if event.previous %}"),
    ("{{ 'of {a}'|fill(a=event) }}", "arguments", ""),
    ("{{ 'of {a}'|fill(a=true) }}", "arguments", ""),
    ("{{ 'of {a}'|fill(a=event.previous) }}", "may-be-empty", "ask with {% if event.previous %}"),
    ("{{ event|fill }}", "arguments", ""),
    ("{{ event }}", "cannot-print", "name one of its fields"),
    ("{{ event.statements }}", "cannot-print", "loop over it with {% for %}"),
    ("{% for d in event.discrepancies %}{{ d.print }}{% endfor %}", "cannot-print", "ask with {% if %}"),
    ("{{ contents }}", "cannot-print", "call it: contents(…)"),
    ("{{ label }}", "cannot-print", "name one of its labels"),
    ("{% macro m() %}{% endmacro %}{{ m }}", "cannot-print", "call it: m(…)"),
    ("{% for letter in event.title %}{% endfor %}", "cannot-loop", ""),
    ("{% for field in event %}{% endfor %}", "cannot-loop", ""),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "arguments", ""),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m('x', 'y') }}", "arguments", ""),
    ("{% macro m(claim) %}{{ claim }}{% endmacro %}{{ m('x', clam='y') }}", "arguments", "did you mean 'claim'?"),
    ("{{ cite(event.title) }}", "arguments", ""),
    ("{{ cite(event.topics) }}", "arguments", ""),
    ("{{ contents() }}", "arguments", "it takes title"),
    ("{{ contents('x', 9) }}", "arguments", ""),
    ("{{ cite() }}", "arguments", "write cite(claim)"),
    ("{{ cite([]) }}", "arguments", ""),
    ("{{ event.statements|selectattr('topic', 'in')|length }}", "arguments", "it takes one"),
    ("{{ event.statements|selectattr('topic', 'none', 1)|length }}", "arguments", "it takes none"),
    ("{% if event.title is in %}{% endif %}", "arguments", "it takes one"),
    ("{{ 1.5 }}", "cannot-print", "write it as a text, in quotation marks"),
    ("{{ {'a': 1} }}", "cannot-print", "name one of its values"),
    ("{{ contents(event) }}", "arguments", ""),
    ("{{ badge('opn', 'open') }}", "arguments", "there is open, moving, closed, lapsed"),
    ("{{ timeline(label.open) }}", "arguments", "it takes title, latest"),
    ("{{ timeline(label.open, as_of) }}", "arguments", ""),
    ("{{ status_bar(label.open, label.open, follow_ups.open, label.open) }}", "arguments", ""),
    ("{{ status_bar(label.open, label.open, label.open, shut='x') }}", "arguments", ""),
    ("{{ status_bar }}", "cannot-print", "call it: status_bar(…)"),
    ("{{ as_of|date('lang') }}", "arguments", "did you mean 'long'?"),
    ("{{ as_of|date(stile='long') }}", "arguments", "did you mean 'style'?"),
    ("{{ event.title|date }}", "arguments", ""),
    ("{{ event.statements|people }}", "arguments", ""),
    ("{{ event.statements|listed }}", "arguments", "take one field of each with |map(attribute=…)"),
    ("{{ event.title ~ event.subtitle }}", "joined", "print the one after the other: {{ a }}{{ b }}"),
    ("{{ event.title + event.subtitle }}", "arguments", "texts are printed one after another"),
    ("{% for s in event.statements if s.act == 'thankd' %}{% endfor %}", "choice", "did you mean 'thanked'?"),
    ("{{ event.title() }}", "not-callable", "leave out the brackets"),
    ("{% filter upper %}a{% endfilter %}", "arguments", "filter the values in it: {{ value|upper }}"),
    ("{% set x | upper %}a{% endset %}", "arguments", "filter the values in it: {{ value|upper }}"),
    ("{% autoescape true %}a{% endautoescape %}", "template-syntax", "leave it out"),
    ("{% for a, b in [(1, 2, 3)] %}{% endfor %}", "arguments", ""),
    ("{% for x in [1] %}{{ loop.indx }}{% endfor %}", "unknown-field", "did you mean 'index'?"),
    ("{{ self.title() }}", "unknown-name", "a text stands in quotation marks"),
    ("{% set event.title = 'x' %}", "unknown-name", "write {% set event = namespace() %} first"),
]


@pytest.mark.parametrize(("written", "code", "hint"), PLANTED, ids=[written for written, _, _ in PLANTED])
def test_a_planted_fault_is_found_with_its_file_its_line_and_a_hint(
    written: str, code: str, hint: str, tmp_path: Path
) -> None:
    files = {
        "parts/there.md.j2": "{% macro told() %}a{% endmacro %}",
        "parts/fault.md.j2": f"# A\n\nb\n{written}\n",
    }
    problem = only(tmp_path, "\n{% include 'parts/fault.md.j2' %}", files)
    assert problem.code == code
    assert str(problem.place) == f"{tmp_path.as_posix()}/parts/fault.md.j2:4:1"
    assert hint in problem.hint
    assert bool(hint) <= bool(problem.hint)


def test_the_faults_of_all_parts_are_told_at_once_in_order_of_place(tmp_path: Path) -> None:
    brief = "{{ evnt }}\n{% include 'parts/a.md.j2' %}\n{% include 'parts/b.md.j2' %}\n{{ event.titel|uper }}"
    files = {
        "parts/a.md.j2": "\n{% macro m(c) %}\n{{ c.txt }}\n{% endmacro %}\n{{ m(event.bottom_line[0]) }}",
        "parts/b.md.j2": "{% if event.nothing %}\n{% elif event.nobody %}\n{% else %}\n{{ label.no }}{% endif %}",
    }
    assert found(tmp_path, brief, files) == [
        ("brief.md.j2", 1, "unknown-name"),
        ("brief.md.j2", 4, "unknown-field"),
        ("brief.md.j2", 4, "unknown-filter"),
        ("parts/a.md.j2", 3, "unknown-field"),
        ("parts/b.md.j2", 1, "unknown-field"),
        ("parts/b.md.j2", 2, "unknown-field"),
        ("parts/b.md.j2", 4, "unknown-label"),
    ]


def test_a_macro_is_looked_at_with_what_each_call_gives_it(tmp_path: Path) -> None:
    macro = "{% macro m(c) %}\n{{ c.lead }}\n{% endmacro %}\n"
    assert found(tmp_path, macro + "{{ m(event.key_points[0].sources[0]) }}") == [("brief.md.j2", 2, "unknown-field")]
    assert found(tmp_path, macro + "{% for k in event.key_points %}{{ m(k) }}{% endfor %}") == [
        ("brief.md.j2", 2, "may-be-empty")
    ]
    assert found(tmp_path, macro) == []


def test_a_macro_nobody_calls_is_looked_at_all_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, "{% macro m(c) %}\n{{ c.any }}{{ evnt }}\n{% endmacro %}") == [
        ("brief.md.j2", 2, "unknown-name")
    ]


def test_a_part_that_leads_back_to_itself_is_told_with_the_way(tmp_path: Path) -> None:
    problem = only(tmp_path, "{% include 'parts/a.md.j2' %}", {"parts/a.md.j2": "{% include 'brief.md.j2' %}"})
    assert problem.code == "circle"
    assert "brief.md.j2 → parts/a.md.j2 → brief.md.j2" in problem.message


def test_blocks_are_looked_at_where_they_are_printed(tmp_path: Path) -> None:
    files = {"base.md.j2": "{% block a %}{{ evnt }}{% endblock %}\n{% block b %}\n{{ event.nope }}{% endblock %}"}
    brief = "{% extends 'base.md.j2' %}\n{% block a %}{{ event.titel }}{% endblock %}"
    assert found(tmp_path, brief, files) == [
        ("base.md.j2", 3, "unknown-field"),
        ("brief.md.j2", 2, "unknown-field"),
    ]
    brief = "{% extends 'base.md.j2' %}\n{% block a %}{{ super() }}{% endblock %}{% block b %}{% endblock %}"
    assert found(tmp_path, brief, files) == [("base.md.j2", 1, "unknown-name")]


def test_what_a_child_would_never_print_is_told(tmp_path: Path) -> None:
    files = {"base.md.j2": "{% block one %}{% endblock %}"}
    brief = "{% extends 'base.md.j2' %}\nlost\n{% block on %}{% endblock %}"
    assert found(tmp_path, brief, files) == [("brief.md.j2", 2, "outside-block"), ("brief.md.j2", 3, "unknown-block")]


def test_a_block_that_is_there_twice_is_told(tmp_path: Path) -> None:
    brief = "{% block a %}{% endblock %}\n{% block a %}{% endblock %}"
    assert found(tmp_path, brief) == [("brief.md.j2", 2, "template-syntax")]


def test_labels_chosen_by_a_word_of_the_data_must_hold_one_of_its_choices(tmp_path: Path) -> None:
    loop = "{% for s in follow_ups.open %}{{ WHAT }}{% endfor %}"
    assert found(tmp_path, loop.replace("WHAT", "label[s.latest.status]")) == []
    assert found(tmp_path, loop.replace("WHAT", "label[s.follow_up.kind]")) == [("brief.md.j2", 1, "unknown-label")]


GOOD = """{# A realistic template. #}
::: document
- title: {{ event.title }}
:::
{% from 'parts/macros.md.j2' import told, quoted as words %}
{% import 'parts/macros.md.j2' as m %}
{% set firm = ['agreement', 'plan'] %}
{% for claim in event.bottom_line %}
{{ told(claim) }}
{% else %}
{{ label.key_points }}
{% endfor %}
{% for point in event.key_points %}
- {% if point.lead %}**{{ point.lead }}** {% endif %}{{ point.text }}{{ cite(point) }}{{ loop.index }}
{% endfor %}
{% if event.meeting.previous %}
{{ event.meeting.previous.text }}{{ cite(event.meeting.previous) }}
{% endif %}
{% if not event.reactions_finding %}none{% else %}{{ event.reactions_finding.text }}{% endif %}
{% if event.previous is none %}first{% else %}{{ event.previous }}{% endif %}
{% if previous and previous.date %}{{ previous.title }}, {{ previous.date }}{% endif %}
{% if not previous or previous.title %}{% endif %}
{% if event.previous == 'a' %}{{ event.previous }}{% endif %}
{% if event.previous != none %}{{ event.previous }}{% endif %}
{% if not (not event.previous or event.title == 'x') %}{{ event.previous }}{% endif %}
{% for said in event.statements if said.topic == event.topics[0].id %}
{{ said.text }}{% if said.quote %} {{ words(said) }}{% endif %}{{ m.told(said) }}
{% endfor %}
{% for said in event.statements|selectattr('quote')|list %}{{ said.quote.text }}{{ cite(said, said.quote) }}{% endfor %}
{% for said in event.statements if said.quote and said.quote.lead %}{{ said.quote.lead }}{% endfor %}
{% for act, group in event.statements|groupby('act') %}{{ act }}: {{ group|length }}{% endfor %}
{% for g in event.statements|groupby('act') %}{{ g.grouper }}{% for s in g.list %}{{ s.text }}{% endfor %}{% endfor %}
{% for agreement in event.agreements if agreement.areas %}
{% for area in agreement.areas %}
| {{ area.number }} | {{ area.korean or label.key_points }} | {{ area.content.text if area.content else '-' }} |
{% endfor %}
{{ cite(agreement.areas_notes, agreement) }}
{% endfor %}
{% if follow_ups.open|selectattr('follow_up.kind', 'in', firm)|list or follow_ups.closed|selectattr('history') %}
{% for s in follow_ups.all if s.follow_up.kind in firm %}
{{ s.follow_up.actors|people }}; {{ s.follow_up.counterparts|people }} {{ s.opened.date }}
{{ badge(s.latest.status, label[s.latest.status] if s.is_open else 'closed') }}
{% if s.follow_up.due %}{{ s.follow_up.due|date('short') }}{% endif %}
{% for u in s.history[:-1] %}{{ u.text }}{{ u.date }}{{ cite(u) }}{% endfor %}
{% endfor %}
{% endif %}
{% set ns = namespace(count=0) %}
{% for d in event.discrepancies if d.print %}{% set ns.count = ns.count + 1 %}
{% for a in d.accounts %}{% if not loop.first %}{{ br }}{% endif %}{{ a.text }}{{ cite(a) }}{% endfor %}
{% endfor %}
{{ ns.count }}
{% set lead = event.key_points|first %}
{% if lead %}{{ lead.text }}{% endif %}
{% if event.key_points %}{{ (event.key_points|first).text }}{% endif %}
{% if event.title == 'x' %}{% set mood = 'a' %}{% else %}{% set mood = 'b' %}{% endif %}{{ mood }}
{% for x in event.topics %}{% if loop.previtem and loop.previtem.title == x.title %}{% endif %}{% endfor %}
{% macro box(title) %}::: note {{ title }}
{{ caller() if caller else '' }}
:::{% endmacro %}
{% call box(label.heads.what) %}{{ event.occasion|upper }}{% endcall %}
{% macro opt(a, b='none', c=none) %}{{ a }}{{ b }}{% if c %}{{ c }}{% endif %}{% endmacro %}
{{ opt('x') }}{{ opt('x', c=event.title) }}
{% include 'parts/optional.md.j2' ignore missing %}
{% for n in range(1, 4) %}{{ n }}{% endfor %}{{ event.topics|length * 2 }}
{{ contents(label.contents) }}{{ page_break }}
{{ source_list }}
{{ abbreviation_list }}
"""
MACROS = """{% macro told(claim) %}{{ claim.text }}{{ cite(claim) }}{% endmacro %}
{% macro quoted(claim) %}{% if claim.quote %}{{ claim.quote.lead }}: “{{ claim.quote.text }}”{% endif %}{% endmacro %}
"""


def test_a_good_template_gives_no_alarm_and_is_filled(tmp_path: Path) -> None:
    chunks, problems = filling(tmp_path, GOOD, {"parts/macros.md.j2": MACROS})
    assert problems == ()
    assert chunks is not None
    assert len(chunks.chunks) > 80


def test_thousands_of_includes_of_one_another_are_looked_at_once(tmp_path: Path) -> None:
    files = {f"parts/p{n}.md.j2": f"{{% include 'parts/p{n + 1}.md.j2' %}}" * 3 for n in range(9)}
    assert found(tmp_path, "{% include 'parts/p0.md.j2' %}", {**files, "parts/p9.md.j2": "{{ evnt }}"}) == [
        ("parts/p9.md.j2", 1, "unknown-name")
    ]
