from __future__ import annotations

import pytest

from brief.files import toml_of
from brief.place import Place
from brief.problem import BriefError, Problem, errors, in_order, nearest, no_toml, unreadable


def test_a_problem_reads_as_one_line_with_its_place_code_and_hint() -> None:
    problem = Problem("unknown-key", "there is no field 'sorces'", Place("a.yaml", 3, 5), "did you mean 'sources'?")
    assert str(problem) == "a.yaml:3:5: there is no field 'sorces' [unknown-key] (did you mean 'sources'?)"


def test_problems_come_in_the_order_of_their_places_and_each_once() -> None:
    late, early = Problem("b", "late", Place("a.yaml", 9)), Problem("a", "early", Place("a.yaml", 2, 7))
    nowhere = Problem("c", "nowhere")
    assert in_order([late, early, late, nowhere]) == (nowhere, early, late)


def test_only_errors_stop_a_brief() -> None:
    error, warning = Problem("a", "x"), Problem("b", "y", severity="warning")
    assert errors([warning, error]) == (error,)


def test_the_error_of_the_library_holds_all_problems() -> None:
    problems = Problem("a", "one", Place("z", 2)), Problem("b", "two", Place("z", 1))
    error = BriefError(problems)
    assert error.problems == problems[::-1]
    assert str(error) == "z:1:1: two [b]\nz:2:1: one [a]"


def test_a_hint_names_the_nearest_known_word_or_nothing() -> None:
    assert nearest("sorces", ["sources", "statements"]) == "did you mean 'sources'?"
    assert nearest("zzz", ["sources"]) == ""


def test_a_word_of_which_a_third_differs_is_not_called_the_nearest_unless_it_is_short_or_a_beginning() -> None:
    assert nearest("suggested", ["asked", "requested"]) == ""
    assert nearest("akt", ["act", "topic"]) == "did you mean 'act'?"
    assert nearest("embed", ["base", "embed_faces"]) == "did you mean 'embed_faces'?"


def test_a_word_is_near_whatever_its_case() -> None:
    assert nearest("Logo.PNG", ["base.docx", "logo.png"]) == "did you mean 'logo.png'?"


TYPED = "typographic quotation marks stand here"
OPEN = "a text is not closed"
SLIPS = [
    ("a = \u201cx\u201d\n", 1, TYPED, "straight"),
    ("a = 1\nb = \u201ex\u201c\n", 2, TYPED, "straight"),
    ('a = "x\u201d\n', 1, TYPED, "straight"),
    ('a = "#112233\u201d\n', 1, TYPED, "straight"),
    ("a = 'x\u2019 # y\n", 1, TYPED, "straight"),
    ("\u201ca\u201d = 1\n", 1, TYPED, "straight"),
    ('a = "x\n', 1, OPEN, "where it ends"),
    ("a = 'x\nb = 1\n", 1, OPEN, "where it ends"),
    ("a = 'x\nb = 'y'\n", 1, OPEN, "where it ends"),
    ('a = """x\nb = 1\n', 1, OPEN, "where it ends"),
    ("a = 1\nb = [1\n\n", 2, "unclosed array", "name"),
    ("a = words\n", 1, "the value is no text, number, or true or false", "quotation marks"),
    ("a = #112233\n", 1, "the value is no text, number, or true or false", "quotation marks"),
    ("[a]\nx = 1\n\n[a]\ny = 1\n", 4, "the table [a] is given twice, first on line 1", "under line 1"),
    ("[[a]]\nx = 1\n[ a ] # b\n", 3, "the table [a] is given twice, first on line 1", "under line 1"),
    ("[b]\na = 1\n[a]\nx = 1\nx = 2\n", 5, "'x' is given twice, first on line 4", "keep one"),
    ("x = 1\n[x]\n", 2, "'x' is given twice, first on line 1", "keep one"),
    ("x.y = 1\nx = 2\n", 2, "'x' is given twice", "keep one"),
]


@pytest.mark.parametrize(("text", "line", "message", "hint"), SLIPS)
def test_a_slip_in_toml_is_told_in_plain_words_where_it_was_made(text: str, line: int, message: str, hint: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        toml_of(text)
    problem = no_toml(raised.value, text, "a.toml")
    assert problem.place is not None
    assert (problem.place.line, problem.message) == (line, f"this is no TOML: {message}")
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UnicodeDecodeError("utf-8", b"a\nbc\xff", 4, 5, ""), ("encoding", "this file is not UTF-8: byte 0xff", 2, 3)),
        (PermissionError(13, "Permission denied"), ("unreadable", "this file cannot be read: Permission denied", 1, 1)),
        (ValueError("a.yaml is larger than 4 MiB"), ("too-large", "a.yaml is larger than 4 MiB", 1, 1)),
    ],
)
def test_a_file_that_is_not_read_is_told_with_its_reason_and_place(
    error: OSError | ValueError, told: tuple[str, str, int, int]
) -> None:
    problem = unreadable(error, "a.yaml")
    assert problem.place is not None
    assert (problem.code, problem.message, problem.place.line, problem.place.column) == told
