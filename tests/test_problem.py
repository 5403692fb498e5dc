from __future__ import annotations

import pytest

from brief.place import Place
from brief.problem import BriefError, Problem, errors, in_order, nearest, unreadable


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
