from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.template import find, list_templates, stray_files
from planted import write

if TYPE_CHECKING:
    from pathlib import Path


def told(folder: Path, *files: str) -> list[tuple[str, str]]:
    write(folder / "mine", {"template.toml": 'extends = "policy-brief"\n', **dict.fromkeys(files, "")})
    template, problems = find(folder / "mine")
    assert template is not None
    assert problems == ()
    found = stray_files(template)
    assert all(problem.severity == "warning" for problem in found)
    return [(p.place.file.removeprefix(f"{folder.as_posix()}/mine/"), p.hint) for p in found if p.place]


@pytest.mark.parametrize(
    ("file", "name", "meant"),
    [
        ("label/en.toml", "label", "labels"),
        ("part/areas.md.j2", "part", "parts"),
        ("styles.toml", "styles.toml", "style.toml"),
        ("Style.toml", "Style.toml", "style.toml"),
        ("template.tml", "template.tml", "template.toml"),
        ("brief.md", "brief.md", "brief.md.j2"),
        ("books.md", "books.md", "book.md.j2"),
        ("marking.toml", "marking.toml", "markings.toml"),
        ("base.doc", "base.doc", "base.docx"),
        ("font/licence.txt", "font", "fonts"),
        ("LABEL/en.toml", "LABEL", "labels"),
        ("BRIEF.MD.J2", "BRIEF.MD.J2", "brief.md.j2"),
        ("en.toml", "en.toml", "labels/en.toml"),
        ("front.md.j2", "front.md.j2", "parts/front.md.j2"),
        ("House.ttf", "House.ttf", "fonts/House.ttf"),
        ("labels/jp.toml", "labels/jp.toml", "ja"),
        ("labels/en-GB.toml", "labels/en-GB.toml", "en"),
    ],
)
def test_a_name_that_is_like_one_that_is_read_is_told(tmp_path: Path, file: str, name: str, meant: str) -> None:
    assert told(tmp_path, file) == [(name, f"did you mean '{meant}'?")]


def test_a_file_among_parts_or_labels_that_is_not_read_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "parts/areas.md", "labels/en.txt") == [
        ("labels/en.txt", "what is read there ends in .toml"),
        ("parts/areas.md", "what is read there ends in .md.j2"),
    ]


def test_labels_of_no_language_are_told(tmp_path: Path) -> None:
    hint = "labels are named after their language: en.toml, ko.toml"
    assert told(tmp_path, "labels/english.toml") == [("labels/english.toml", hint)]


def test_a_part_beside_the_brief_may_be_named_as_one_below_where_it_is_included(tmp_path: Path) -> None:
    write(tmp_path / "mine", {"parts/sources.md.j2": "{% include 'front.md.j2' %}"})
    assert told(tmp_path, "front.md.j2") == []


def test_other_files_may_lie_in_a_template(tmp_path: Path) -> None:
    files = ("logo.png", "preview.png", "notes.txt", "README.md", "markings.example.toml", "extra.md.j2", ".hidden")
    below = ("labels/en.toml", "parts/areas.md.j2", "parts/old/areas.txt", "labels/.en.toml.swp", "fonts/licence.txt")
    assert told(tmp_path, *files, ".style.toml", ".labels/en.txt", *below) == []


def test_no_template_that_comes_with_brief_holds_a_stray_file() -> None:
    assert [stray_files(template) for template in list_templates() if stray_files(template)] == []
