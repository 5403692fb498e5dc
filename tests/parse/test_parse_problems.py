from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.parse import parse
from brief.place import Place
from brief.template import Filled, Written
from brief.tree import Contents, Link, Note, NoteRef, PageBreak, Text
from brief.walk import words as all_words
from filling import FILE, TITLE, blocks, filled, read, said, words

FAULTS = {
    "an unknown box": ("a\n\n::: keypoints X\nb\n:::\n", 3, "box", "there is no box 'keypoints'"),
    "a box without an end": ("::: note X\n\nb\n", 1, "box", "the box that opens here is never closed"),
    "a box without an end in a list": (
        ":::: note X\n- ::: warning\n  b\n::::\n", 2, "box", "the box that opens here is never closed"
    ),
    "a box without an end in a box": (
        "::: note X\na\n::: warning Y\nb\n:::\n",
        1,
        "box",
        "the box that opens here is not closed before the next one opens",
    ),
    "a box without an end around a list with a box": (
        "::: note X\n- ::: warning Y\n  b\n:::\n",
        1,
        "box",
        "the box that opens here is not closed before the next one opens",
    ),
    "a box without a name around a box": (":::\na\n::: warning Y\nb\n:::\n", 1, "box", "':::' closes no box here"),
    "colons in a list in a box": ("::: note X\n- :::\n  b\n:::\n", 2, "box", "':::' closes no box here"),
    "a box without an end before words": (
        "- ::: note X\n  b\nwords\n", 1, "box", "the box that opens here is never closed"
    ),
    "facts that are not closed before words in a box": (
        "::: facts\n- A: b\n\n::: note Y\nc\n:::\n",
        1,
        "box",
        "the box that opens here is not closed before the next one opens",
    ),
    "a table that is not closed before facts in a list": (
        "::: table C\n| A |\n|---|\n| b |\n\n::: facts\nc\n:::\n",
        1,
        "box",
        "the box that opens here is not closed before the next one opens",
    ),
    "a table that is never closed": (
        "::: table C\n| A |\n|---|\n| b |\n\nwords\n", 1, "box", "the box that opens here is never closed"
    ),
    "an end without a box": ("a\n\n:::\n", 3, "box", "':::' closes no box here"),
    "a row with more cells": (
        "| A | B |\n|---|---|\n| a | b |\n| a | b | c |\n", 4, "table",
        "this row has 3 cells, the head of its table has 2",
    ),
    "a row with fewer cells": (
        "> | A | B |\n> |---|---|\n> | a |\n", 3, "table", "this row has 1 cell, the head of its table has 2"
    ),
    "a line of words at the end of a table": (
        "| A | B |\n|---|---|\n| a | b |\nend\n", 4, "table", "this row has 1 cell, the head of its table has 2"
    ),
    "a table without a head": ("a\n\n|---|---|\n| a | b |\n", 3, "table", "a table has no head"),
    "a table without dashes": ("| A | B |\n| a | b |\n", 1, "table", "rows stand here without the head of a table"),
    "dashes that fit no head": (
        "| A | B |\n|---|\n| a | b |\n", 1, "table",
        "the head of a table has 2 cells, the line of dashes below it 1",
    ),
    "rows behind a blank line": (
        "| A |\n|---|\n| a |\n\n| b |\n", 5, "table", "rows stand here without the head of a table"
    ),
    "a column in the middle": (
        "| A |\n|:-:|\n| a |\n", 2, "table", "a column stands left (---) or right (---:), not in the middle"
    ),
    "a caption without a table": ("::: table C\na\n:::\n", 1, "table", "this box holds one table and nothing else"),
    "a caption around nothing": ("::: table C\n:::\n", 1, "table", "this box holds one table and nothing else"),
    "a leap of levels": (
        "# A\n\n### B\n", 3, "heading-level", "a heading of level 3 follows one of level 1: a level is left out"
    ),
    "a first heading too low": ("## A\n", 1, "heading-level", "a heading of level 2 is the first: a level is left out"),
    "a heading of level 4": (
        "# A\n## B\n### C\n#### D\n", 4, "heading", "headings have 3 levels, this one is of level 4"
    ),
    "an unknown kind of heading": ("# A {anex}\n", 1, "heading", "'{anex}' means nothing at the end of a heading"),
    "an annex too low": ("# A\n\n## B {annex}\n", 3, "heading", "only a heading of level 1 begins an annex"),
    "a heading without words": ("# {plain}\n", 1, "heading", "this heading has no words"),
    "stars left over": ("a\nb **c\n", 2, "markup", "'**' stands here without its partner"),
    "a link left over": ("a](b)\n", 1, "markup", "']('' begins no link here"),
    "a note left over": ("a ^[b\n", 1, "markup", "'^[' begins no note here"),
    "colons left over": ("a ::: b\n", 1, "markup", "':::' opens or closes no box here"),
    "stars left over in a cell": ("| A |\n|---|\n| **a |\n", 3, "markup", "'**' stands here without its partner"),
    "a heading without a space": ("a\n\n#B\n", 3, "markup", "'#' begins no heading here"),
    "a block of code": ("```\na\n```\n", 1, "markup", "blocks of code are not read"),
    "a rule": ("a\n\n---\n", 3, "markup", "rules and underlined headings are not read"),
    "an underlined heading": ("A\n===\n", 2, "markup", "rules and underlined headings are not read"),
    "HTML": ("a <b>c</b>\n", 1, "markup", "HTML is not read"),
    "a picture": ("![a](https://x.org/b.png)\n", 1, "markup", "pictures are not read from Markdown"),
    "a note by reference": ("a[^1]\n", 1, "markup", "notes by reference are not read"),
    "a fact without a colon": (
        "::: facts\n- a: b\n- c\n:::\n", 3, "fact", "a fact has no colon between its name and its value"
    ),
    "stars left over in a fact's second line": (
        "::: facts\n- a:\n  **b\n:::\n", 3, "markup", "'**' stands here without its partner"
    ),
    "words among facts": ("::: facts\nc\n:::\n", 2, "fact", "this box holds a list alone, written `- Name: value`"),
    "a list in a fact": (
        "::: header\n- a: b\n  - c: d\n:::\n", 2, "fact", "a fact is one paragraph, written `- Name: value`"
    ),
    "a title that no box prints": ("::: facts Title\n- a: b\n:::\n", 1, "box", "the box 'facts' has no title"),
    "a figure that is none": ("::: figure F\na\n:::\n", 1, "figure", "this box holds one figure and nothing else"),
    "an unknown field": ("::: document\n- autor: b\n:::\n", 2, "document", "a document has no field 'autor'"),
    "a field given twice": (
        "::: document\n- head: a\n- head: b\n:::\n", 3, "document", "the field 'head' is given twice"
    ),
    "fields in a box": (
        ":::: note N\na\n::: document\n- head: b\n:::\n::::\n", 3, "box", "the box 'document' stands in no other"
    ),
    "a list that does not begin at 1": ("2023. a\n", 1, "list", "a numbered list begins at 1, this one at 2023"),
    "a list that begins at 2": ("2. a\n", 1, "list", "a numbered list begins at 1, this one at 2"),
    "a list that begins at 0": ("0. a\n", 1, "list", "a numbered list begins at 1, this one at 0"),
    "an address of another kind": (
        "[a](javascript:b)\n", 1, "link", "'javascript:b' is no address that a brief may lead to"
    ),
    "an address of nothing": ("a\n[a](#)\n", 2, "link", "'#' is no address that a brief may lead to"),
    "an address that turns its direction": (
        "[a](https://b\u202egpj.c)\n", 1, "link", "this address holds a character that nobody sees, U+202E"
    ),
    "an address with a joint": (
        "b\n[a](https://b\u200d.c)\n", 2, "link", "this address holds a character that nobody sees, U+200D"
    ),
    "a link by reference": ("a\n[b][c] d\n", 2, "markup", "links by reference are not read"),
    "a link by its own words": ("[b][] d\n", 1, "markup", "links by reference are not read"),
    "a link by reference with marked words": ("[*b*][c] d\n", 1, "markup", "links by reference are not read"),
    "an address by reference": (
        "a\n\n[b]: https://c\n", 3, "markup", "addresses of links by reference are not read"
    ),
    "struck words": ("a ~~b~~ c\n", 1, "markup", "words are not struck through"),
    "a title of a link": ("[a](https://b 'c')\n", 1, "link", "a link has an address and no title"),
    "a note in a link": ("[a^[b]](https://c)\n", 1, "link", "a link can hold neither a link nor a note"),
    "a note in a note": ("a^[b^[c]]\n", 1, "note", "a note cannot stand in a note"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_with_its_line(fault: str) -> None:
    markdown, *problem = FAULTS[fault]
    assert said(markdown) == [tuple(problem)]


def test_a_box_with_more_colons_than_its_end_is_not_closed_by_it() -> None:
    never, none = "the box that opens here is never closed", "':::' closes no box here"
    for end in (":::\n", "  :::\n"):
        assert said(f"- :::: note X\n  b\n{end}") == [(1, "box", never), (3, "box", none)]


def test_a_box_in_a_quotation_or_a_list_is_closed_there() -> None:
    for markdown in ("> ::: note X\n> b\n> :::\n", "- a\n\n  ::: note X\n  b\n  :::\n"):
        assert said(markdown) == []


def test_a_place_names_the_file_of_the_template() -> None:
    (problem,) = read("a\n\n**b\n")[1]
    assert problem.place == Place(FILE, 3)
    included = Filled((TITLE, Written("a\n\n", Place("one", 1)), Written("b\nc **d\n", Place("two", 5))))
    (problem,) = parse(included, language="en", date="")[1]
    assert problem.place == Place("two", 6)


def test_the_nearest_name_is_a_hint() -> None:
    assert read("::: keypoints X\nb\n:::\n")[1][0].hint == "did you mean 'key-points'?"
    assert read("::: document\n- autor: b\n:::\n")[1][0].hint == "did you mean 'author'?"
    assert read("# A {anex}\n")[1][0].hint == "did you mean 'annex'?"


def test_a_missing_title_is_a_problem() -> None:
    (problem,) = parse(filled("a\n"), language="en", date="")[1]
    assert (problem.code, problem.message) == ("document", "the document has no title")
    empty, problems = parse(Filled(()), language="en", date="")
    assert empty.title == ()
    assert [p.message for p in problems] == ["the document has no title"]


def test_all_problems_are_told_at_once_in_order() -> None:
    assert [line for line, *_ in said("**a\n\n## b\n\n::: nte\nc ](\n:::\n")] == [1, 3, 5, 6]


def test_what_stands_behind_a_backslash_is_no_fault() -> None:
    text = "\\*\\* \\]( \\::: \\<b> ^\\[ [\\^1] [a]\\[b] \\~~ \\`\\`\\` \\![a]\n\\#a\n\\---\n"
    (block,) = blocks(text)
    assert " ".join(all_words(read(text)[0])[1:]) == "** ]( ::: <b> ^[ [^1] [a][b] ~~ ``` ![a] #a ---"
    assert len(block.children) == 1  # type: ignore[union-attr]


def test_what_is_markup_at_the_start_of_a_line_alone_is_none_in_a_cell_or_behind_words() -> None:
    assert said("| # | A |\n|---|---|\n| --- | ~~~ |\n\nthe # and *the* #\n") == []


def test_no_value_is_a_fault() -> None:
    value = words("**a ](b) [c][d] ~~ ::: | <b> ^[ {x} #")
    assert said("# «a»\n\n«a»\n\n- «a»\n\n| «a» |\n|---|\n| «a» |\n\n> «a»\n", a=value) == []
    bare = str(value)
    assert said("# «a»\n\n«a»\n\n- «a»\n\n| «a» |\n|---|\n| «a» |\n\n> «a»\n", a=bare) == []


def test_a_bad_address_of_the_data_is_reported_where_the_data_holds_it() -> None:
    value = words("javascript:y")
    (problem,) = read("[a](«a»)\n", a=value)[1]
    assert (problem.code, problem.place) == ("link", value.place)


@pytest.mark.parametrize(
    "markdown", ["a «b»\n", "# «b»\n", "| «b» |\n|---|\n", "::: facts\n- a: «b»\n:::\n", "*«b»*\n"]
)
def test_a_block_of_the_data_among_words_is_a_problem(markdown: str) -> None:
    assert said(markdown, b=PageBreak()) == [
        (1 + markdown.startswith(":"), "block", "a pagebreak cannot stand among words"),
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["- head: «b»", "- keywords: a, «b»"])
@pytest.mark.parametrize("node", [Note("n", ()), Contents(()), Text("a")])
def test_a_node_in_a_plain_field_is_a_problem(field: str, node: object) -> None:
    (problem,) = said(f"::: document\n{field}\n:::\n", b=node)
    assert problem[:2] == (2, "block")


def test_two_notes_with_one_id_and_different_words_are_a_problem() -> None:
    problems = said("«a» «b»\n", a=Note("n", (Text("x"),)), b=Note("n", (Text("y"),)))
    assert problems == [(1, "note", "two notes with different words share the id 'n'")]


def test_a_note_of_the_data_in_a_note_is_a_problem() -> None:
    assert said("a^[b «n»]\n", n=Note("n", (Text("x"),))) == [(1, "note", "a note cannot stand in a note")]


def test_deep_nesting_is_a_problem_and_no_crash() -> None:
    assert ("nesting" in {code for _, code, _ in said("> " * 400 + "a\n")}) is True
    assert ("nesting" in {code for _, code, _ in said("*" * 400 + "a" + "*" * 400 + "\n")}) is True
    assert said("[" * 3000 + "a" + "](https://b)" * 3000 + "\n")
    assert said("- " * 300 + "a\n")


PIECES = (
    "\n", "\n\n", "::: note A\n", "::: table\n", "::: facts\n", "::: document\n", ":::\n", "::::\n", "| a | b |\n",
    "|---|\n", "|", "---", "# ", "#### ", "- ", "1. ", "> ", "— ", "**", "*", "`", "```", "[a](", ")", "]", "^[", "![",
    "{annex}", "\\", "a: b", ":", "  ", "\t", "&#xE000;0&#xE001;", "&#xE000;9999999999&#xE001;", "\ue0000\ue001",
    "\ue000", "\x00", "\x0b", "a",
)  # fmt: skip


@pytest.mark.parametrize("mark", ["-", "*", "+", "2.", ">", "|"])
def test_a_mark_below_words_that_stands_too_far_in_is_told_to_be_read_as_words(mark: str) -> None:
    _, (problem,) = read(f"- a\n      {mark} b\n")
    assert (problem.code, problem.severity, problem.place) == ("far-in", "warning", Place(FILE, 2))
    assert problem.message == f"'{mark}' stands too far in to mean anything: the line is read as words"


@pytest.mark.parametrize("text", ["- a\n    - b\n", "    - a\n    - b\n", "- a\n      goes - on\n", "a\n    \\- b\n"])
def test_a_mark_that_means_something_or_stands_among_words_is_not_told(text: str) -> None:
    assert read(text)[1] == ()


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join))
def test_nothing_that_an_author_writes_ends_in_a_crash(markdown: str) -> None:
    document, _ = parse(Filled((Written(markdown, Place(FILE, 1)),)), language="en", date="")
    all_words(document)


def test_nobody_forges_a_token() -> None:
    assert said("[a](&#xE000;99&#xE001;)\n")[0][1] == "link"
    document, _ = read("\ue0000\ue001 «a»\n", a=words("x"))
    assert all_words(document)[1:] == ("\ufffd0\ufffd", "x")
    assert not any(isinstance(node, Link | NoteRef) for node in document.children[0].children)  # type: ignore[union-attr]
