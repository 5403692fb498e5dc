"""Bookmarks: names that Word takes, unique to Word, each where its id is."""

from __future__ import annotations

from brief.render.docx import render
from brief.tree import Document, Heading, Link, Paragraph, Text
from readers.docx_reader import W, part
from styles import sample_style

STYLE = sample_style()


def names(*ids: str) -> list[str]:
    """The names of the bookmarks of headings with these ids, in order; every heading has a link that leads to it."""
    headings = (Heading(1, (Text(id_),), id_) for id_ in ids)
    links = Paragraph(tuple(Link(f"#{id_}", (Text(id_),)) for id_ in ids))
    body = part(render(Document((Text("t"),), (*headings, links)), STYLE).content, "word/document.xml")
    marks = [mark.get(f"{W}name") or "" for mark in body.iter(f"{W}bookmarkStart")]
    assert [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")] == marks
    return marks


def test_a_name_keeps_letters_and_digits_and_begins_with_a_letter() -> None:
    assert names("s-the-meeting", "3", "_x", "가") == ["s_the_meeting", "b3", "b_x", "b_"]


def test_ids_that_differ_by_case_or_signs_alone_have_names_of_their_own() -> None:
    assert names("a-b", "a.b", "A_B", "a-b-2") == ["a_b", "a_b_2", "A_B_3", "a_b_2_2"]


def test_names_have_forty_characters_at_most_and_stay_apart() -> None:
    long = "s-" + "x" * 60
    assert names(long, long + "y") == ["s_" + "x" * 38, "s_" + "x" * 36 + "_2"]


def test_an_id_given_twice_marks_its_first_place() -> None:
    twice = (Heading(1, (Text("a"),), "s"), Heading(1, (Text("b"),), "s"))
    body = part(render(Document((Text("t"),), twice), STYLE).content, "word/document.xml")
    assert len(list(body.iter(f"{W}bookmarkStart"))) == 1
