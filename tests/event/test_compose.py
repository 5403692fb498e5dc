from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from brief.event import compose as composing
from brief.event.compose import DEEPEST, compose
from brief.event.nodes import Fields, Items, Scalar, field

if TYPE_CHECKING:
    from brief.event.nodes import Node


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML, the fast one and the one for machines without it."""
    monkeypatch.setattr(composing, "Loader", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)


def plain(node: Node | None) -> object:
    """A node without its places."""
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(item) for item in node.items]
        case Fields():
            return [(key.text, plain(value)) for key, value in node.pairs]
        case _:
            return None


def told(text: str) -> list[tuple[str, int, int]]:
    _, problems = compose(text, "f.yaml")
    return [(p.code, p.place.line, p.place.column) for p in problems if p.place]


@pytest.mark.usefixtures("parser")
def test_a_file_becomes_names_lists_and_texts() -> None:
    root, problems = compose("a: 1\nb:\n  - x\n  - {c: [y, 'z']}\n", "f.yaml")
    assert plain(root) == [("a", "1"), ("b", ["x", [("c", ["y", "z"])]])]
    assert not problems


@pytest.mark.usefixtures("parser")
def test_every_node_knows_its_line_and_column_even_behind_characters_of_many_bytes() -> None:
    root, _ = compose("a: [한국, 'b']\n", "f.yaml")
    items = field(root, "a")
    assert isinstance(items, Items)
    assert [(node.line, node.column) for node in (items, *items.items)] == [(1, 4), (1, 5), (1, 9)]


@pytest.mark.usefixtures("parser")
def test_a_name_given_twice_is_kept_twice() -> None:
    root, _ = compose("a: 1\na: 2\n", "f.yaml")
    assert plain(root) == [("a", "1"), ("a", "2")]


@pytest.mark.parametrize("empty", ["a:", "a: ~", "a: null", "a: ''", "a: '  '"])
def test_nothing_given_is_empty(empty: str) -> None:
    value = field(compose(empty, "f.yaml")[0], "a")
    assert isinstance(value, Scalar)
    assert value.is_empty


@pytest.mark.parametrize("text", ["a: 'null'", 'a: "~"', "a: no", "a: 0"])
def test_a_text_that_only_looks_like_nothing_is_not_empty(text: str) -> None:
    value = field(compose(text, "f.yaml")[0], "a")
    assert isinstance(value, Scalar)
    assert not value.is_empty


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: *x\n", "alias", 2, 4),
        ("a: &x 1\n", "alias", 1, 4),
        ("a: &x [1]\n", "alias", 1, 4),
        ("a: &x {b: 1}\n", "alias", 1, 4),
        ("a: !!str b\n", "tag", 1, 4),
        ("a: !!python/object:os.system [b]\n", "tag", 1, 4),
        ("a: ! b\n", "tag", 1, 4),
        ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
        ("? [a]\n: b\n", "shape", 1, 3),
        ("a: {{ x }}\n", "shape", 1, 5),
        ("", "empty", 1, 1),
        ("# a comment\n", "empty", 1, 1),
        ("a: b\nc: d \u202e e\n", "character", 2, 6),
        ("a: b\x07\n", "character", 1, 5),
        ("a: b\x85c\n", "character", 1, 5),
        ("# \u200b\na: b\n", "character", 1, 3),
        ("a: b\ufeff\n", "character", 1, 5),
        ("a: \ue000\n", "character", 1, 4),
        ("a: b\u2028c\n", "character", 1, 5),
    ],
)
def test_what_briefs_do_not_use_is_refused_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    assert told(text) == [(code, line, column)]


@pytest.mark.usefixtures("parser")
def test_what_is_refused_does_not_hide_what_comes_after_it() -> None:
    assert told("a: *x\nb: \x01\nc: !t d\n? {e: f}\n: &g h\ni: [j\n") == [
        ("character", 2, 4),
        ("alias", 1, 4),
        ("tag", 3, 4),
        ("shape", 4, 3),
        ("alias", 5, 3),
        ("yaml", 6, 4),
    ]


def test_the_first_of_two_documents_is_read() -> None:
    root, _ = compose("a: 1\n---\nb: 2\n", "f.yaml")
    assert plain(root) == [("a", "1")]


@pytest.mark.usefixtures("parser")
def test_a_character_that_no_parser_takes_does_not_move_what_follows_it() -> None:
    assert told("a: b\x00c\x85 \ud800: d\n") == [
        ("character", 1, 5),
        ("character", 1, 7),
        ("character", 1, 9),
        ("yaml", 1, 10),
    ]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_openings_are_refused(opening: str) -> None:
    root, problems = compose(opening * 100_000, "f.yaml")
    assert root is None
    assert problems[-1].code == "too-deep"
    assert problems[-1].place
    assert problems[-1].place.column == len(opening) * DEEPEST + 1


@pytest.mark.usefixtures("parser")
def test_the_deepest_that_is_allowed_is_read() -> None:
    root, problems = compose("[" * DEEPEST + "]" * DEEPEST, "f.yaml")
    assert root is not None
    assert not problems


def test_a_file_full_of_faults_is_told_up_to_a_limit() -> None:
    _, problems = compose("a: [" + "*x, " * 5000 + "]", "f.yaml")
    assert len(problems) == 1000
    _, problems = compose("a: '" + "\x01" * 5000 + "'", "f.yaml")
    assert len(problems) == 1000


@pytest.mark.usefixtures("parser")
def test_reading_stops_when_all_that_is_asked_for_is_read() -> None:
    root, problems = compose("a: {b: 1}\nc: 2\nd: [\n", "f.yaml", until={"a", "c"})
    assert plain(root) == [("a", [("b", "1")]), ("c", "2")]
    assert not problems


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "column"), [("a: Item #1 of it\n", 9), ("- b\n- c  #d\n", 6)])
def test_a_comment_that_may_have_been_meant_as_text_is_doubted(text: str, column: int) -> None:
    _, problems = compose(text, "f.yaml")
    assert [(p.code, p.severity, p.place and p.place.column) for p in problems] == [("comment", "warning", column)]


@pytest.mark.parametrize("text", ["a: b # c\n", "a: 'b #1'\n", "#a\nb: c\n", "a: >-\n  b #1\n", "a: b#1\n"])
def test_a_comment_that_is_one_is_not_doubted(text: str) -> None:
    assert told(text) == []
