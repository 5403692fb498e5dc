"""Every error that somebody who writes a template can make is told at its file and line, all at once.

A line that ends in `<- code` is wrong, and that code is told of it; no other line is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from brief.cli import run
from planted import write

if TYPE_CHECKING:
    import pytest

BRIEFS = Path(__file__).parents[2] / "briefs"
MARK = re.compile(r"\s*(?:#|{#|//) <- ([a-z-]+)(?: #})?$", re.MULTILINE)

WRONG = {
    "template.toml": """\
extends = "policy-brief"
purpos = "ours"  # <- unknown-key
formats = ["pdf", "odt"]  # <- choice

[limits]
pages = "one"  # <- shape
pagse = 1  # <- unknown-key

[options.copies]  # <- shape
type = "number"
default = "three"

[options.tone]
default = "plain"
""",
    "style.toml": """\
[page]
left = "wide"  # <- type
lft = 20  # <- unknown-key
top = -3  # <- range

[colours]
structure = "red"  # <- colour
link = "#eeeeee"  # <- contrast

[text.heading1]
family = "serfi"  # <- choice

[text.heading9]  # <- unknown-key
size = 9

[faces]
serif = "House Serif"  # <- choice
fallback = "House.ttf"  # <- font
""",
    "labels/en.toml": """\
mine = 3  # <- shape
words = "These are sound"
wrods = "Nobody prints these"  # <- unused-label
since_previous = "Since {day}"  # <- unknown-name
""",
    "parts/names.md.j2": """\
{{ label.mine }}
{{ evnt.title }} {# <- unknown-name #}
{{ event.titel }} {# <- unknown-field #}
{{ label.mien }} {# <- unknown-label #}
{{ option.tune }} {# <- unknown-field #}
{{ event.title|upper_case }} {# <- unknown-filter #}
{% if event.title is sentense %}x{% endif %} {# <- unknown-test #}
{{ event.topics }} {# <- cannot-print #}
{{ event.meeting }} {# <- cannot-print #}
{{ event.meeting.previous.text }} {# <- may-be-empty #}
{% for each in event.title %}x{% endfor %} {# <- cannot-loop #}
{{ event.title|date }} {# <- arguments #}
{{ contents(label.words, 1, 2, 3) }} {# <- arguments #}
{{ event.title() }} {# <- not-callable #}
{{ event.title ~ label.words }} {# <- joined #}
{{ event.__class__ }} {# <- forbidden #}
{% include 'parts/nowhere.md.j2' %} {# <- missing-part #}
{% include '../secret.md.j2' %} {# <- outside-folder #}
{% include label.words %} {# <- part-name #}
{% include 'parts/names.md.j2' %} {# <- circle #}
""",
    "parts/unclosed.md.j2": """\
# {{ label.words }}

{% if event.milestones %} {# <- template-syntax #}
never closed
""",
    "parts/sign.md.j2": """\
{{ event.title }
""",
    "parts/markdown.md.j2": """\
# {{ label.words }}

::: frame {# <- box #}
no such box
:::

| What | Who |
|---|---|
| a | b | c | {# <- table #}

#### Too low {# <- heading #}

## Wrong kind {anex} {# <- heading #}

[press](javascript:alert) {# <- link #}

```code``` {# <- markup #}

**left open {# <- markup #}

<b>bold</b> {# <- markup #}

3. three {# <- list #}

- one
      - two {# <- far-in #}

::: facts
- no colon here {# <- fact #}
:::

::: note never closed {# <- box #}

words
""",
}
BRIEF = """\
{% extends 'policy-brief/brief.md.j2' %}
{% block sumary %}x{% endblock %} {# <- unknown-block #}
words beside the blocks {# <- outside-block #}
{% block summary %}
{% include 'parts/names.md.j2' %}
{% include 'parts/unclosed.md.j2' %}
{% include 'parts/sign.md.j2' %}
{% include 'parts/markdown.md.j2' %}
{% endblock %}
"""


def planted() -> tuple[dict[str, str], set[tuple[str, int, str]]]:
    """The files without the marks, and what has to be told: file, line and code."""
    files, expected = {}, {("parts/sign.md.j2", 1, "template-syntax")}
    for name, text in {**WRONG, "brief.md.j2": BRIEF}.items():
        for number, line in enumerate(text.splitlines(), 1):
            expected |= {(name, number, found[1]) for found in [MARK.search(line)] if found}
        files[name] = MARK.sub("", text)
    return files, expected


def test_all_errors_of_a_template_are_told_at_their_lines_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    files, expected = planted()
    write(tmp_path / "templates" / "mine", files)
    assert len(expected) >= 45
    assert run(["template", "check", "mine", "--briefs", str(BRIEFS)]) == 1
    told = capsys.readouterr().err
    places = re.findall(r"^templates/mine/(\S+?):(\d+):\d+: (?:error|warning)\[([a-z-]+)\]", told, re.MULTILINE)
    found = {(file, int(line), code) for file, line, code in places}
    assert found - expected == set()
    assert expected - found == set()


def test_what_only_the_filled_template_shows_is_told_where_data_are_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    part = "# {{ label.summary }}\n\n| a | b |\n|---|---|\n| {{ event.title }} |\n"
    files = {"template.toml": 'extends = "policy-brief"\n', "parts/summary.md.j2": part}
    write(tmp_path / "templates" / "mine", files)
    assert run(["template", "check", "mine"]) == 0
    assert capsys.readouterr().out == "mine, in en, ko: 0 problems\n"
    assert run(["template", "check", "mine", "--briefs", str(BRIEFS), "--event", "vilnius-2023"]) == 1
    told = capsys.readouterr()
    assert "templates/mine/parts/summary.md.j2:5:1: error[table]: this row has 1 cell" in told.err
    assert told.out == "mine, in en, ko, filled with vilnius-2023: 1 problem\n"
