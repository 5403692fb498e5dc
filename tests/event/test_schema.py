"""The schemas of the data files: committed as they are generated, true of the data, and of one mind with the reader."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brief.event import SCHEMAS, Event, open_workspace, schema_line, schemas
from brief.event.compose import compose
from brief.event.notes import NOTES
from brief.event.read import Reader
from brief.event.workspace import REGISTERS
from briefs_made import BRIEFS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

SAMPLE = ROOT / "src" / "brief" / "sample"
FILES = sorted([*BRIEFS.rglob("*.yaml"), *SAMPLE.rglob("*.yaml")])
ELSEWHERE = ("reference", "duplicate")
"""Codes of problems that lie in other records or files, of which a schema knows nothing."""


class Core(yaml.SafeLoader):
    """What an editor makes of YAML: version 1.2, core schema, without dates and without `no`."""


Core.yaml_implicit_resolvers = {}
for tag, pattern in (("int", "-?[0-9]+"), ("float", "-?[0-9]+[.][0-9]+"), ("null", "~|null|"), ("bool", "true|false")):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def kind_of(path: Path) -> str:
    return "event" if path.name == "event.yaml" else path.stem


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(schemas()[f"{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@cache
def values(path: Path) -> Any:
    """What an editor reads of a file."""
    return yaml.load(path.read_text(encoding="utf-8"), Core)  # noqa: S506 - a safe loader


def test_the_committed_schemas_are_those_that_are_generated() -> None:
    committed = {path.name: path.read_bytes() for path in (BRIEFS / SCHEMAS).iterdir()}
    assert committed == schemas(), "run 'brief schema'"


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert {f"{name}.json" for name in ("event", *REGISTERS)} == set(schemas())
    assert {kind_of(path) for path in FILES} == {"event", *REGISTERS}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_data_are_as_their_schema_says(path: Path) -> None:
    assert [error.message for error in validator(kind_of(path)).iter_errors(values(path))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_data_file_names_its_schema_on_its_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == schema_line(kind_of(path), "../" if path.name == "event.yaml" else "")
    named = (path.parent / first.partition("$schema=")[2]).resolve()
    assert named.name in schemas()
    if path.is_relative_to(BRIEFS):
        assert named.is_file()


def test_every_field_of_a_schema_says_what_it_means() -> None:
    event = json.loads(schemas()["event.json"])
    assert event["properties"]["as_of"]["description"] == f"{NOTES[Event]['as_of'].capitalize()}."
    for name, text in schemas().items():
        for record in json.loads(text)["$defs"].values():
            for field, said in record.get("properties", {}).items():
                assert said.get("description", "").endswith("."), (name, field)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"as_of": "2023-07"}, True),
        ({"as_of": 2023}, True),
        ({"as_of": "2023-7-1"}, False),
        ({"as_of": "2023-04-31"}, False),
        ({"as_of": "0000-01-01"}, False),
        ({"title": 12}, True),
        ({"title": False}, True),
        ({"title": {"en": "A", "ko": "가"}}, True),
        ({"title": {"ko": "가"}}, False),
        ({"title": "  "}, False),
        ({"previous": "Not an id"}, False),
        ({"previous": None}, True),
        ({"milestones": None}, True),
        ({"titel": "A"}, False),
        ({"id": "first-meeting"}, False),
    ],
)
def test_a_schema_knows_dates_ids_texts_and_what_may_be_left_empty(
    change: dict[str, object],
    right: bool,  # noqa: FBT001 - a column of the table
) -> None:
    event = values(SAMPLE / "first-meeting" / "event.yaml") | change
    assert validator("event").is_valid(event) is right


# ---- schema and reader -----------------------------------------------------------------------------------------------


def short(value: Any) -> Any:
    """The same data with two items in each list at most: every kind of record, and little of each."""
    if isinstance(value, list):
        return [short(each) for each in value[:2]]
    return {name: short(each) for name, each in value.items()} if isinstance(value, dict) else value


SPECIMENS = {
    "event": short(values(BRIEFS / "vilnius-2023" / "event.yaml")),
    **{name: short(values(BRIEFS / f"{name}.yaml")) for name in REGISTERS},
}
STRANGE: tuple[Any, ...] = (
    "x",
    "",
    " ",
    "2023-13",
    "2023-02-30",
    7,
    2023,
    3.5,
    True,
    None,
    [],
    {},
    ["x"],
    [None],
    {"x": 1},
    {"en": "x"},
)


@cache
def workspace() -> Any:
    return open_workspace(BRIEFS)


def read(name: str, content: Any) -> list[Problem]:
    """What the reader says of a file with this content."""
    node, problems = compose(json.dumps(content, ensure_ascii=False), name)
    assert node is not None
    assert problems == []
    reader = Reader(name, registers=workspace().registers, events=workspace().events)
    if name == "event":
        reader.read(Event, node, id="x")
    else:
        kind, lists = REGISTERS[name]
        reader.registers = {k: r for k, r in reader.registers.items() if k is not kind}
        reader.read_lists(dict.fromkeys(lists, kind), node)
    return reader.problems


def spots(value: Any) -> list[tuple[str | int, ...]]:
    """The way to each value of a tree, the root left out."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, each in inner for way in ((key,), *((key, *rest) for rest in spots(each)))]


def mutated(draw: st.DataObject, content: Any) -> Any:
    """The same content, at one spot without a value, with a strange one, or with one more."""
    whole = copy.deepcopy(content)
    *way, last = draw.draw(st.sampled_from(spots(whole)), label="spot")
    at = whole
    for key in way:
        at = at[key]
    match draw.draw(st.sampled_from(["take", "change", "add"]), label="change"):
        case "take":
            del at[last]
        case "add" if isinstance(at, dict):
            at["surplus"] = "x"
        case _:
            at[last] = draw.draw(st.sampled_from(STRANGE), label="value")
    return whole


@pytest.mark.parametrize("name", SPECIMENS)
@given(draw=st.data())
def test_schema_and_reader_agree_on_what_is_wrong(name: str, draw: st.DataObject) -> None:
    content = mutated(draw, SPECIMENS[name])
    found = {problem.code for problem in read(name, content) if problem.severity == "error"}
    refused = [error.message for error in validator(name).iter_errors(content)]
    if found - set(ELSEWHERE):
        assert refused, f"the reader says {found}"
    if refused:
        assert found, f"the schema says {refused}"


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_specimens_are_right_themselves(name: str) -> None:
    assert {problem.code for problem in read(name, SPECIMENS[name])} <= set(ELSEWHERE)
    assert validator(name).is_valid(SPECIMENS[name])
