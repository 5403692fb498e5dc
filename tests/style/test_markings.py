from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.style import Label, Scheme, read_style
from briefs_marked import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
WIDE = "320 at most: shorten the mark, or make it smaller"
TWO = """\
name = "House"

[[marking]]
mark = "OPEN"
portion = "O"

[[marking]]
mark = "SHUT"
portion = "S"
"""


def read(folder: Path, text: str) -> tuple[Scheme | None, tuple[Problem, ...]]:
    (folder / "markings.toml").write_text(text, encoding="utf-8")
    style, problems = read_style(folder)
    return style.scheme if style else None, problems


def scheme_of(folder: Path, text: str) -> Scheme:
    scheme, problems = read(folder, text)
    assert scheme is not None, problems
    assert problems == ()
    return scheme


def house() -> Scheme:
    style, problems = read_style(TEMPLATE)
    assert style is not None
    assert problems == ()
    return style.scheme


# ---- the schemes that are there


def test_the_template_says_what_holds_without_it(tmp_path: Path) -> None:
    style, _ = read_style(tmp_path)
    assert style is not None
    assert style.scheme == house()
    assert (TEMPLATE / "markings.toml").read_text(encoding="utf-8").count("\n[[marking]]\n") == len(TLP)


def test_the_five_labels_of_tlp_stand_from_low_to_high_with_their_colours_on_black() -> None:
    scheme = house()
    assert scheme.marks == TLP
    assert [marking.label.text for marking in scheme.markings] == [
        "#ffffff",
        "#33ff00",
        "#ffc000",
        "#ffc000",
        "#ff2b2b",
    ]
    assert {(marking.label.fill, marking.label.size) for marking in scheme.markings} == {("#000000", 12)}
    assert scheme.portions["TLP:AMBER+STRICT"] == "(AMBER+STRICT)"
    assert scheme.label("TLP:RED") == Label("#ff2b2b", "#000000", 12)
    assert scheme.label("RED") is None


def test_the_example_is_a_scheme_without_a_fault(tmp_path: Path) -> None:
    scheme = scheme_of(tmp_path, (TEMPLATE / "markings.example.toml").read_text(encoding="utf-8"))
    assert scheme.marks == ("PUBLIC", "INTERNAL", "OFFICIAL USE ONLY", "LIMITED DISTRIBUTION")
    assert tuple(scheme.portions.values()) == ("(P)", "(I)", "(OUO)", "(LD)")


def test_the_example_beside_a_template_is_not_read(tmp_path: Path) -> None:
    shutil.copy(TEMPLATE / "markings.example.toml", tmp_path)
    style, _ = read_style(tmp_path)
    assert style is not None
    assert style.scheme.marks == TLP


def test_a_label_is_white_on_black_where_nothing_else_is_said(tmp_path: Path) -> None:
    scheme = scheme_of(tmp_path, TWO)
    assert (scheme.name, scheme.address) == ("House", "")
    assert {marking.label for marking in scheme.markings} == {Label("#ffffff", "#000000", 12)}


# ---- order


@given(st.lists(st.sampled_from(TLP)))
def test_the_highest_is_one_of_those_given_and_none_is_higher(marks: list[str]) -> None:
    highest = house().highest(marks)
    assert highest in (marks or ["TLP:CLEAR"])
    assert all(TLP.index(mark) <= TLP.index(highest) for mark in marks)


def test_a_mark_is_stated_with_its_scheme_and_the_address_of_the_standard(tmp_path: Path) -> None:
    assert house().statement("TLP:RED") == "TLP:RED (Traffic Light Protocol 2.0, https://www.first.org/tlp/)"
    assert scheme_of(tmp_path, TWO).statement("SHUT") == "SHUT (House)"
    assert house().statement("SHUT") == "SHUT"
    assert house().statement("") == ""


# ---- faults


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "hint"),
    [
        ('name = "House"\n', "", 1, "missing-key", 'write name = "…"'),
        ('name = "House"', 'name = ""', 1, "type", "write it in quotes"),
        ('name = "House"', 'nam = "House"\nname = "House"', 1, "unknown-key", "did you mean 'name'?"),
        ('name = "House"', 'name = "House"\naddress = "x"', 2, "address", "it begins with https://"),
        ('portion = "S"', 'portion = "S"\nfil = "#000000"', 10, "unknown-key", "did you mean 'fill'?"),
        ('portion = "S"', "", 7, "missing-key", 'write portion = "…"'),
        ('portion = "S"', "portion = 3", 9, "type", "write it in quotes"),
        ('portion = "S"', 'portion = "(S)"', 9, "brackets", "leave them out: they are printed"),
        ('portion = "S"', 'portion = "o"', 9, "duplicate", "give each its own"),
        ('portion = "S"', f'portion = "{"S" * 21}"', 9, "range", "20 at most"),
        ('mark = "SHUT"', 'mark = "Open"', 8, "duplicate", "give each its own"),
        ('mark = "SHUT"', 'mark = " SHUT"', 8, "space", "leave it out"),
        ('mark = "SHUT"', f'mark = "{"S" * 41}"\nsize = 10', 8, "range", "40 at most"),
        ('mark = "SHUT"', f'mark = "{"S" * 40}"\nsize = 13', 9, "range", WIDE),
        ('portion = "S"', 'portion = "S"\ntext = "red"', 10, "colour", 'write "#rrggbb", such as "#1b365d"'),
        ('portion = "S"', 'portion = "S"\nsize = 100', 10, "range", "from 4 to 72"),
    ],
)
def test_a_fault_of_a_scheme_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, code: str, hint: str
) -> None:
    assert TWO.count(old) == 1
    scheme, problems = read(tmp_path, TWO.replace(old, new))
    assert scheme is None
    assert [(p.code, p.hint, p.place.line if p.place else 0) for p in problems] == [(code, hint, line)]
    assert problems[0].place is not None
    assert problems[0].place.file.endswith("markings.toml")


@pytest.mark.parametrize("text", ['name = "x"\n', 'name = "x"\nmarking = []\n', 'name = "x"\n[marking]\nmark = "A"\n'])
def test_a_scheme_has_markings(tmp_path: Path, text: str) -> None:
    scheme, problems = read(tmp_path, text)
    assert scheme is None
    assert [p.code for p in problems] == ["missing-key"]


@pytest.mark.parametrize("text", ["name =", 'name = "x"\nmarking = [1, "A"]\n', "marking = 3\n", "\x00"])
def test_what_is_no_scheme_at_all_is_a_problem_and_no_crash(tmp_path: Path, text: str) -> None:
    scheme, problems = read(tmp_path, text)
    assert scheme is None
    assert problems


def test_faults_of_style_and_scheme_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text("[pag]\n", encoding="utf-8")
    _, problems = read(tmp_path, "nam = 'x'\n")
    files = {p.place.file.rpartition("/")[2] for p in problems if p.place}
    assert files == {"style.toml", "markings.toml"}


@pytest.mark.parametrize(
    ("more", "line", "said"),
    [
        ('text = "#444444"', 10, "#444444 on its label has a contrast of 2.16 : 1"),
        ('fill = "#eeeeee"', 7, "#ffffff on its label has a contrast of 1.16 : 1"),
    ],
)
def test_a_label_that_is_hard_to_read_is_a_warning(tmp_path: Path, more: str, line: int, said: str) -> None:
    scheme, problems = read(tmp_path, f"{TWO}{more}\n")
    assert scheme is not None
    assert [(p.code, p.severity, p.message) for p in problems] == [("contrast", "warning", said)]
    assert problems[0].place is not None
    assert problems[0].place.line == line


def test_a_tlp_label_under_12_points_is_a_warning(tmp_path: Path) -> None:
    scheme, problems = read(tmp_path, TWO.replace("SHUT", "TLP:RED") + "size = 10\n")
    assert scheme is not None
    assert [(p.code, p.severity) for p in problems] == [("marking", "warning")]
