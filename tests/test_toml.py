from __future__ import annotations

import pytest

from brief.place import Place
from brief.toml import no_toml, place_of, places_in, toml_of

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


TEXT = """\
name = "x"  # first
limits.pages = 2

[limits]   # ours
  front_pages = 1
[options.tone]
"default" = "plain"
[ 'a.b' ] # quoted
c = { d = 1 }
[[marking]]
name = "A"
[[marking]]
name = "B"
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("name",), 1, 1),
        (("limits",), 2, 1),
        (("limits", "pages"), 2, 1),
        (("limits", "front_pages"), 5, 3),
        (("options",), 6, 1),
        (("options", "tone"), 6, 1),
        (("options", "tone", "default"), 7, 1),
        (("a.b",), 8, 1),
        (("a.b", "c"), 9, 1),
        (("marking", 0, "name"), 11, 1),
        (("marking", 1), 12, 1),
        (("marking", 1, "name"), 13, 1),
    ],
)
def test_every_table_and_key_has_its_place_whatever_stands_around_it(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    assert places_in(TEXT, "a.toml")[path] == Place("a.toml", line, column, ".".join(map(str, path)))


def test_what_has_no_line_stands_at_the_beginning_of_its_file() -> None:
    assert place_of(TEXT, "a.toml", "limits", "none") == Place("a.toml", 1, 1, "limits.none")


def test_a_line_ends_where_its_file_ends_it() -> None:
    assert place_of("# a\u2028b\fc\nname = 1\n", "a.toml", "name").line == 2
