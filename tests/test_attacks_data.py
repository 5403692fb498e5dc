"""Attacks by the values of the data: whatever stands in a field, it is read or a problem with its place."""

from __future__ import annotations

import pytest
import yaml

from brief.event import load
from workspaces import SAMPLE, Workshop

FILES = ("first-meeting/event.yaml", "sources.yaml", "people.yaml", "follow-ups.yaml", "glossary.yaml")
EVERY = 4
VALUES = {
    "a giant number": "9" * 5000,
    "a giant number in hexadecimals": "0x" + "f" * 10_000,
    "a number without end": "1e999999999",
    "no number": ".nan",
    "a year before all": "0000-00-00",
    "a year after all": "99999999999-12-31",
    "a day of sixty": "2026-02-31T25:61:61Z",
    "yes": "true",
    "nothing": "~",
    "a list": "[[[[]]]]",
    "a table": "{{a: b}: c}",
    "a long word": "x" * 100_000,
    "a text with a NUL": '"a\\0b"',
    "half of a letter": '"\\ud800"',
    "a text that turns around": '"a\\u202eb"',
    "an object": "!!python/object/apply:os.system ['touch pwned']",
    "a module": "!!python/module:os",
    "a merge": "{<<: {a: b}}",
    "an anchor": "&a [*a]",
    "a path": "../../../../etc/passwd",
}


def _scalars(file: str) -> list[tuple[int, int]]:
    """Where the values of a file begin and end; keys are left alone."""
    root = yaml.compose((SAMPLE / file).read_text(encoding="utf-8"))
    assert root
    spans: list[tuple[int, int]] = []

    def look(node: yaml.Node) -> None:
        match node:
            case yaml.MappingNode():
                for _, value in node.value:
                    look(value)
            case yaml.SequenceNode():
                for value in node.value:
                    look(value)
            case _:
                spans.append((node.start_mark.index, node.end_mark.index))

    look(root)
    return spans


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("file", FILES)
def test_every_value_of_every_field_is_read_or_a_problem_with_its_place(
    file: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shop = Workshop(tmp_path_factory.mktemp("attacked") / "briefs")
    path = shop.folder / file
    text = path.read_text(encoding="utf-8")
    told = 0
    for first in range(EVERY):  # one alone would do; every fourth at once takes a fourth of the time
        spoilt = text
        for begin, end in reversed(_scalars(file)[first::EVERY]):
            spoilt = spoilt[:begin] + VALUES[name] + spoilt[end:]
        path.write_text(spoilt, encoding="utf-8")
        problems = load(shop.folder, "first-meeting").problems
        assert all(problem.place and problem.message for problem in problems)
        told += bool(problems)
    assert told or file == "glossary.yaml"  # whose texts may be any words


@pytest.mark.parametrize(
    "laughs",
    [
        "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n",
        "a: &a {x: &b {y: *a}}\n",
        "<<: [&a {a: 1}, *a]\n",
    ],
)
def test_nothing_that_is_written_once_is_read_many_times(laughs: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = Workshop(tmp_path_factory.mktemp("attacked") / "briefs")
    shop.add(laughs)
    codes = {problem.code for problem in load(shop.folder, "first-meeting").problems}
    assert "alias" in codes
