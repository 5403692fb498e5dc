"""Every code that the program tells is explained, and every code that is explained is told."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.check import FOLDER_RULES, LAYOUT_CODES, RULES, explanations

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[2] / "src" / "brief"
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
DRAWING = SOURCE / "render"  # where `code` is the code of a page


def takers() -> dict[str, int]:
    """The functions and records that take the code of a problem, and which of their arguments it is."""
    found: dict[str, int] = {}
    for path, tree in TREES.items():
        for node in ast.walk(tree) if DRAWING not in path.parents else ():
            names: list[str] = []
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            elif isinstance(node, ast.ClassDef):
                fields = [each.target for each in node.body if isinstance(each, ast.AnnAssign)]
                names = [field.id for field in fields if isinstance(field, ast.Name)]
            if "code" in names:
                name = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ""
                found[f"{path.parent.name}/{name}" if name in ("report", "add") else name] = names.index("code")
    return found


def constants(node: ast.expr) -> Iterator[str]:
    """The codes that an argument may be."""
    if isinstance(node, ast.IfExp):
        yield from (*constants(node.body), *constants(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def told() -> set[str]:
    """Every code that stands where a code is taken, or is called one."""
    by_name, found = takers(), set[str]()
    for path, tree in TREES.items():
        for node in ast.walk(tree) if DRAWING not in path.parents else ():
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                at = by_name.get(name, by_name.get(f"{path.parent.name}/{name}", -1))
                for each in node.args[at : at + 1] if at >= 0 else ():
                    found |= set(constants(each))
            elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "code" for t in node.targets):
                found |= set(constants(node.value))
    return found


def test_every_code_that_is_told_is_explained_and_the_other_way_round() -> None:
    explained = {each.code for each in explanations()}
    assert told() - explained == set()
    assert explained - told() == set()


def test_the_scan_finds_codes_of_every_kind_of_place() -> None:
    assert {"no-source", "reference", "comment", "toml", "heading", "unknown-label", "missing-part", "exists"} <= told()
    assert {rule.code for rule in (*RULES, *FOLDER_RULES)} | set(LAYOUT_CODES) <= told()


def test_no_code_is_explained_twice() -> None:
    codes = [each.code for each in explanations()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("each", explanations(), ids=lambda each: each.code)
def test_an_explanation_is_a_sentence_and_then_what_to_do(each: object) -> None:
    code, text, summary = (getattr(each, name) for name in ("code", "text", "summary"))
    assert re.fullmatch("[a-z]+(-[a-z]+)*", code)
    assert re.fullmatch(r"[A-Z`].*\.", summary)
    assert len(summary) <= 120
    assert text.count("\n") >= 1
    assert text.endswith(".")


def test_errors_come_before_warnings_and_warnings_before_notes() -> None:
    severities = [each.severity for each in explanations()]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
