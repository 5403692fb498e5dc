from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief import BriefError, generate
from brief.make import inspect
from briefs_marked import EVENT, TEMPLATE, change, ministry, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

LEDGER = "follow-ups.yaml"
ALL = "Traffic Light Protocol 2.0 has TLP:CLEAR, TLP:GREEN, "


def problems(briefs: Path, template: Path = TEMPLATE) -> tuple[Problem, ...]:
    """The errors that `brief check` tells, as does every attempt to make a brief."""
    _, every = inspect(template=template, briefs=briefs)
    told = tuple(problem for problem in every if problem.severity == "error")
    if told:
        with pytest.raises(BriefError) as raised:
            generate("first-meeting", formats="text", template=template, briefs=briefs)
        assert raised.value.problems == told
    else:
        generate("first-meeting", formats="text", template=template, briefs=briefs)
    return told


def where(briefs: Path, problem: Problem) -> tuple[str, str]:
    """The file of a problem, and what its line holds from its column on."""
    assert problem.place
    name = problem.place.file.rpartition("/")[2]
    path = briefs / (EVENT if name == "event.yaml" else name)
    return name, path.read_text(encoding="utf-8").splitlines()[problem.place.line - 1][problem.place.column - 1 :]


def place_of(briefs: Path, file: str, words: str) -> str:
    lines = (briefs / file).read_text(encoding="utf-8").splitlines()
    (found,) = [(n, line.index(words)) for n, line in enumerate(lines, 1) if words in line]
    return f"{file.rpartition('/')[2]}:{found[0]}:{found[1] + 1}"


@pytest.mark.parametrize("document", ["", "TLP:AMBER+STRICT", "TLP:RED"])
def test_a_document_that_is_marked_as_high_as_its_portions_is_in_order(tmp_path: Path, document: str) -> None:
    assert problems(workspace(tmp_path, document=document)) == ()


def test_a_document_that_is_marked_lower_than_a_portion_is_an_error_at_its_marking(tmp_path: Path) -> None:
    briefs = workspace(tmp_path, document="TLP:AMBER")
    (problem,) = problems(briefs)
    assert (problem.code, problem.severity) == ("low-marking", "error")
    assert where(briefs, problem) == ("event.yaml", "TLP:AMBER")
    at = place_of(briefs, EVENT, "TLP:AMBER+STRICT")
    assert problem.message.startswith("the document is marked 'TLP:AMBER', and the portion at ")
    assert problem.message.endswith(f"{at} 'TLP:AMBER+STRICT'")
    assert problem.hint.startswith("mark the document 'TLP:AMBER+STRICT'")


def test_of_several_higher_portions_the_highest_is_named_and_the_others_are_counted(tmp_path: Path) -> None:
    briefs = workspace(tmp_path, document="TLP:CLEAR")
    (problem,) = problems(briefs)
    assert f"{place_of(briefs, EVENT, 'TLP:AMBER+STRICT')} 'TLP:AMBER+STRICT', and 7 more are higher" in problem.message


def test_a_follow_up_may_be_too_high_for_a_document(tmp_path: Path) -> None:
    briefs = workspace(tmp_path, document="TLP:AMBER+STRICT")
    change(briefs / LEDGER, "      - id: ferry-1\n", "      - id: ferry-1\n        marking: TLP:RED\n")
    (problem,) = problems(briefs)
    assert problem.code == "low-marking"
    assert place_of(briefs, LEDGER, "TLP:RED") in problem.message


def test_what_is_not_known_yet_is_not_too_high(tmp_path: Path) -> None:
    briefs = workspace(tmp_path, document="TLP:AMBER+STRICT")
    later = "      - {id: later, date: 2026-05-01, status: moving, text: Later., marking: TLP:RED, sources: [N1]}\n"
    path = briefs / LEDGER
    change(path, "  - id: visit\n", f"{later}  - id: visit\n")
    assert problems(briefs) == ()
    with pytest.raises(BriefError, match="low-marking"):
        generate("first-meeting", formats="text", as_of="2026-06-01", briefs=briefs)


@pytest.mark.parametrize(
    ("file", "old", "marking", "hint"),
    [
        (EVENT, "  marking: TLP:GREEN\n", "  marking: TLP:GREN\n", "did you mean 'TLP:GREEN'?"),
        (EVENT, "marking: TLP:AMBER+STRICT", "marking: amber+strict", "did you mean 'TLP:AMBER+STRICT'?"),
        (
            EVENT,
            "    id: where\n",
            "    id: where\n    marking: 대외비\n",
            ALL,
        ),
        (
            LEDGER,
            "  - id: visit\n",
            "  - id: visit\n    marking: SECRET\n",
            ALL,
        ),
    ],
)
def test_an_unknown_marking_is_told_with_its_line_and_the_one_that_is_meant(
    tmp_path: Path, file: str, old: str, marking: str, hint: str
) -> None:
    briefs = workspace(tmp_path, document="TLP:GREEN" if "GREN" in marking else "")
    text = (briefs / file).read_text(encoding="utf-8")
    (briefs / file).write_text(text.replace(old, marking, 1), encoding="utf-8")
    (problem,) = problems(briefs)
    name = marking.rpartition("marking: ")[2].strip()
    assert (problem.code, problem.severity) == ("marking", "error")
    assert problem.message == f"there is no marking '{name}'"
    assert problem.hint.startswith(hint)
    told, line = where(briefs, problem)
    assert told == file.rpartition("/")[2]
    assert line.startswith(name)


def test_data_are_held_against_the_scheme_of_the_template(tmp_path: Path) -> None:
    briefs = workspace(tmp_path, "ministry", document="LIMITED DISTRIBUTION")
    assert problems(briefs, ministry(tmp_path)) == ()
    assert {problem.code for problem in problems(briefs)} == {"marking"}
