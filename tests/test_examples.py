"""The examples of what a template may use: each gives what it says it gives, and none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.cli import run
from brief.make import names_of
from brief.template import Figures, Registers, Value, fill, find
from brief.template.examples import FILTERS, FUNCTIONS, READY, SECTIONS, TESTS, Example
from brief.template.fields import with_article
from brief.template.filters import filters
from brief.template.filters import tests as known_tests
from brief.template.functions import NOT_DRAWN, functions
from brief.template.labels import HOUSE, Labels
from briefs_made import BRIEFS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = [(name, example) for _, _, table in SECTIONS for name, example in table.items()]
FIGURES = Figures(timeline=lambda *_: NOT_DRAWN, status_bar=lambda *_: NOT_DRAWN)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_gives_what_it_says(name: str, example: Example, tmp_path: Path) -> None:
    assert name in example.template
    (tmp_path / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    (tmp_path / "brief.md.j2").write_text(example.template, encoding="utf-8")
    template, problems = find(tmp_path)
    assert template is not None
    filled, more = fill(template, names_of("vilnius-2023", briefs=BRIEFS), Registers(), figures=FIGURES)
    assert (problems, more) == ((), ())
    assert filled is not None
    said = "".join(shown(chunk.value) if isinstance(chunk, Value) else chunk.text for chunk in filled.chunks)
    assert " ".join(said.split()) == example.result


def shown(value: object) -> str:
    return str(value) if isinstance(value, str | int) else with_article(type(value).__name__)


def test_every_function_filter_and_test_has_an_example() -> None:
    labels = Labels(HOUSE["en"])
    assert {*FUNCTIONS, *READY} == set(functions(labels, "en", Registers()))
    assert set(FILTERS) == set(filters(labels))
    assert set(TESTS) == set(known_tests())


def test_fields_prints_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "--event", "vilnius-2023", "--briefs", str(BRIEFS)]) == 0
    told = capsys.readouterr().out
    assert all(f"{example.says} " in told and example.template in told for _, example in EXAMPLES)


def test_the_guide_holds_every_filter_with_its_example() -> None:
    guide = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    for table in (FILTERS, FUNCTIONS):
        for name, example in table.items():
            written = example.template.replace("|", "\\|")
            assert f"| `{name}` | {example.says} | `{written}` | {example.result} |" in guide
