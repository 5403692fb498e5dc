from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.template import find, list_templates, unused_labels
from planted import write

if TYPE_CHECKING:
    from pathlib import Path


def told(
    folder: Path, labels: str, manifest: str = 'extends = "policy-brief"\n', **files: str
) -> list[tuple[int, str]]:
    named = {f"{name}.md.j2": text for name, text in files.items()}
    write(folder / "mine", {"template.toml": manifest, "labels/en.toml": labels, **named})
    template, problems = find(folder / "mine")
    assert template is not None
    assert problems == ()
    found = unused_labels(template)
    assert {(problem.code, problem.severity) for problem in found} <= {("unused-label", "warning")}
    return [(problem.place.line, problem.hint) for problem in found if problem.place]


def test_a_misspelt_label_is_told_at_its_line_with_the_one_that_is_meant(tmp_path: Path) -> None:
    assert told(tmp_path, '# ours\nbotom_line = "x"\n') == [(2, "did you mean 'bottom_line'?")]


def test_a_label_that_nothing_is_like_is_told_too(tmp_path: Path) -> None:
    assert told(tmp_path, 'ferry = "x"\n') == [(1, "take it out, or print it: {{ label.ferry }}")]


def test_a_label_in_a_table_is_told(tmp_path: Path) -> None:
    brief = "{{ label.heads.what }}"
    assert told(tmp_path, '[heads]\nwhat = "x"\nwhta = "y"\n', "", brief=brief) == [(3, "did you mean 'what'?")]


@pytest.mark.parametrize(
    "labels",
    [
        'bottom_line = "x"\n',
        'language = "en-CA"\nin_fr = "in French"\nparagraphs = "par. {numbers}"\ndrafts = "x"\n',
        '[dates]\nlong = "{year}"\n',
        'lapsed = "x"\n',
        'seldom = "x"\n',
    ],
)
def test_a_label_that_something_prints_is_not_told(tmp_path: Path, labels: str) -> None:
    assert told(tmp_path, labels, book="{% if marking %}{{ label['seldom'] }}{% endif %}") == []


def test_a_label_that_a_word_of_the_data_chooses_is_not_told(tmp_path: Path) -> None:
    brief = "{% for one in follow_ups.all %}{{ label[one.latest.status] }}{% endfor %}"
    labels = 'open = "a"\nmoving = "b"\nlapsed = "c"\nlost = "d"\n'
    assert [line for line, _ in told(tmp_path, labels, "", brief=brief)] == [4]


def test_no_template_that_comes_with_brief_has_a_label_that_nothing_prints() -> None:
    assert [unused_labels(template) for template in list_templates() if unused_labels(template)] == []


@pytest.mark.parametrize("name", [template.key for template in list_templates() if not template.base])
def test_a_copy_that_stands_alone_holds_no_label_for_others(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, _ = find(name)
    assert original is not None
    folder = tmp_path / "templates" / name
    shutil.copytree(original.folder, folder)
    monkeypatch.chdir(tmp_path)
    copied, _ = find(name)
    assert copied is not None
    assert copied.folder.resolve() == folder.resolve()
    assert unused_labels(copied) == ()
