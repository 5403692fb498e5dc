"""Templates and the trees they become: tests/cases/parse. In a template `«words»` is a value that holds `words`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.render.text import render
from filling import read, words
from styles import sample_style

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[1] / "cases" / "parse"
LINE = "\n-------- tree\n"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("*.md")))
def test_a_template_becomes_the_tree_beside_it(name: str, golden: Callable[[str, str], None]) -> None:
    case = (CASES / name).read_text(encoding="utf-8").partition(LINE)[0]
    template = case.partition("\n\n")[2]
    values = {value: words(value) for value in re.findall("«(.*?)»", template)}
    document, problems = read(f"{template}\n", **values)
    assert problems == ()
    golden(f"parse/{name}", f"{case}{LINE}{render(document, sample_style()).content.decode('utf-8')}")
