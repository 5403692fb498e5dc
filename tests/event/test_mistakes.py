from __future__ import annotations

import pytest
import yaml

from brief.event import compose as composing

TAB = "a tab stands here, where only spaces may"
COLON = "': ' inside a text"
NAMELESS = "a line without a name and ': '"
OPEN = "this quotation mark is never closed"
RUNAWAY = "this quotation mark is not closed where it should be"
BEHIND = "text after the closing quotation mark"
DASHLESS = "the '- ' of a list is missing here: line {} goes on with the list"
INDENT = "this line is indented unlike those it belongs to"

MISTAKES = [
    ("a:\n\tb: 1\n", 2, 1, TAB, "indent by spaces"),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, TAB, "indent by spaces"),
    ("a: |\n\tb\n", 2, 1, TAB, "indent by spaces"),
    ("a: b\n\tc: d\n", 2, 1, TAB, "indent by spaces"),
    ("title: Korea: a partner\n", 1, 13, COLON, "quotation marks"),
    ("title: “Korea: a partner”\n", 1, 14, COLON, "straight quotation marks, as on a keyboard"),
    ("- a: b: c\n", 1, 7, COLON, "quotation marks"),
    ("a: [b: c: d]\n", 1, 9, "': ' inside a text in brackets", "quotation marks"),
    ("a: b\n  c: d\n", 2, 4, "this line goes on with the text of line 1, where ': ' may not stand", "below the name"),
    ('a: "b\nc: 1\n', 1, 4, OPEN, "close it"),
    ("a: 1\nb: 'c\nd: 1\n", 2, 4, OPEN, "close it"),
    ('a: "b\nc: "d"\n', 1, 4, RUNAWAY, "ends on line 2"),
    ("a: 'b\nc: 'd'\n", 1, 4, RUNAWAY, "ends on line 2"),
    ('a: "b" and c\n', 1, 8, BEHIND, "the other kind"),
    ("a: 'Korea's part'\n", 1, 11, BEHIND, "written twice"),
    ("a:\n    b: 1\n  c: 2\n", 3, 3, INDENT, "on line 2 stand in column 5, those that begin on line 1 in column 1"),
    ("a:\n    b: 1\n   c: 2\n", 3, 4, INDENT, "the fields that begin on line 2 stand in column 5"),
    ("a:\n  b: 1\n  c:\n    d: 1\n   e: 2\n", 5, 4, INDENT, "line 4 stand in column 5, those that begin on line 2"),
    ("a:\n  - b: 1\n   c: 2\n", 3, 4, INDENT, "the fields that begin on line 2 stand in column 5"),
    ("a:\n  - b: 1\n - b: 2\n", 3, 2, INDENT, "the items that begin on line 2 stand in column 3"),
    ('a: "b"\n  c: d\n', 2, 3, INDENT, "column 1"),
    ('a: "b"\n  - d\n', 2, 3, INDENT, "the fields that begin on line 1 stand in column 1"),
    ("  a: 1\nb: 2\n", 2, 1, INDENT, "the fields that begin on line 1 stand in column 3"),
    ("'b'\na: 1\n", 2, 1, INDENT, "one column"),
    ("a:\n    b: 1\n    c:\n      d: 1\n  - b: 2\n", 2, 5, DASHLESS.format(5), "in column 3, as line 5 has it"),
    ("a:\n  b: 1\n  - b: 2\n", 3, 3, "an item of a list among the fields of line 2", "if line 2 begins the first item"),
    ("a: |\n    x\n  y\n", 3, 3, INDENT, "column 1"),
    ("a: 1\n- b\n", 2, 1, "an item of a list among the fields of line 1", "below the name"),
    ("- a\nb: 1\n", 2, 1, "a field among the items of the list of line 1", "'- '"),
    ("a: - b\n", 1, 4, "a list may not begin on the line of its name", "next line"),
    ("a: @b\n", 1, 4, "a text may not begin with '@'", "quotation marks"),
    ("a: `b`\n", 1, 4, "a text may not begin with '`'", "quotation marks"),
    ("a: %b\n", 1, 4, "a text may not begin with '%'", "quotation marks"),
    ("%b: 1\n", 1, 1, "a text may not begin with '%'", "quotation marks"),
    ("a: & b\n", 1, 4, "a text may not begin with '&'", "quotation marks"),
    ("a: **b** c\n", 1, 4, "a text may not begin with '*'", "quotation marks"),
    ("a: !x!y z\n", 1, 4, "a text may not begin with '!'", "quotation marks"),
    ("a: ? b\n", 1, 4, "a text may not begin with '? '", "quotation marks"),
    ("a: , b\n", 1, 4, "a text may not begin with ','", "quotation marks"),
    ("a: ] b\n", 1, 4, "a text may not begin with ']'", "quotation marks"),
    ("a: | b\n", 1, 4, "nothing may follow '|' on its line", "next line"),
    ("a: >5 percent\n", 1, 4, "nothing may follow '>' on its line", "quotation marks"),
    ("a: [sic] b\n", 1, 10, "text after ']'", "quotation marks"),
    ("a: {sic} b\n", 1, 10, "text after '}'", "quotation marks"),
    ("a: [b, c\nd: 1\n", 1, 4, "'[' is never closed by ']'", "write ']'"),
    ("a: {b: c\nd: 1\n", 1, 4, "'{' is never closed by '}'", "write '}'"),
    ("a: [b,\n", 2, 1, "the file ends inside brackets", "']'"),
    ("a: 1\nb c\nd: 1\n", 2, 1, NAMELESS, "name: value"),
    ("b c\nd: 1\n", 1, 1, NAMELESS, "name: value"),
    ("a: 1\nb:c\nd: 1\n", 2, 1, "no space after the colon", "name: value"),
    ('a: "\\x0"\n', 1, 7, "'\\x' means nothing inside double quotation marks", "single quotation marks"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), MISTAKES)
def test_a_slip_is_told_in_plain_words_where_it_was_made(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, line: int, column: int, message: str, hint: str
) -> None:
    monkeypatch.setattr(composing, "Loader", loader)
    root, (problem,) = composing.compose(text, "f.yaml")
    assert root is None
    assert problem.place
    assert (problem.place.line, problem.place.column, problem.message) == (line, column, message)
    assert problem.code == "yaml"
    assert hint in problem.hint


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def test_a_backslash_that_means_nothing_is_shown(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    monkeypatch.setattr(composing, "Loader", loader)
    _, (problem,) = composing.compose('a: "C:\\temp\\query"\n', "f.yaml")
    assert problem.message == "'\\q' means nothing inside double quotation marks"


def test_an_error_nobody_foresaw_is_told_in_the_parsers_own_words() -> None:
    _, (problem,) = composing.compose("%YAML 2.0\n---\na: 1\n", "f.yaml")
    assert problem.message.startswith("this is no YAML: found incompatible YAML document")
