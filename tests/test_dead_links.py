"""A link of a template leads to something that is in the document, or is told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import brief
from brief import BriefError
from brief.make import inspect_template
from brief.place import Place
from brief.tree import Link
from brief.walk import headings, ids, inlines, phrases
from workspaces import template_beside_briefs

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "::: document\n- title: T\n:::\n\n"
LISTED = "# Sources\n\n{{ source_list }}\n"
CITED = "{{ cite(event.bottom_line[0]) }}"
FRAME = FRONT + "{% for each in briefs %}{{ each.brief }}\n\n{% endfor %}\n\n" + LISTED


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return template_beside_briefs(tmp_path)


def told(mine: Path, words: str) -> list[tuple[int, str, str]]:
    (mine / "brief.md.j2").write_text(FRONT + words, encoding="utf-8")
    problems = inspect_template(mine, briefs=mine.parent / "briefs").problems
    assert all(problem.code == "link" for problem in problems), problems
    return [(problem.place.line, problem.message, problem.hint) for problem in problems if problem.place]


def test_a_link_to_no_place_of_the_document_is_told_at_its_line_with_the_nearest(mine: Path) -> None:
    words = "# The meeting\n\nWords.\nMore [x](#s-meeting) and [y](#nope).\n"
    assert told(mine, words) == [
        (8, "'#s-meeting' leads nowhere in this document", "did you mean '#s-the-meeting'?"),
        (
            8,
            "'#nope' leads nowhere in this document",
            "a heading is led to by its words: #s-the-meeting leads to 'The meeting'",
        ),
    ]


def test_a_link_to_a_heading_or_a_cited_source_leads_there(mine: Path) -> None:
    cited = "{{ event.bottom_line[0].sources[0].source.id }}"
    words = "# The meeting\n\n[x](#s-the-meeting){{ cite(event.bottom_line[0]) }}\n\n"
    assert told(mine, f"{words}[s](#source-{cited})\n\n{LISTED}") == []


def test_a_link_to_a_source_that_nobody_knows_is_told_where_sources_are_listed(mine: Path) -> None:
    (mine / "book.md.j2").write_text(FRAME.removesuffix(LISTED), encoding="utf-8")
    assert told(mine, "[s](#source-X99)\n") == []
    words = "{{ event.title }}{{ cite(event.bottom_line[0]) }} [s](#source-X99)\n\n"
    assert [line for line, *_ in told(mine, words + LISTED)] == [5]


def test_a_dead_link_keeps_a_brief_from_being_made_and_not_its_draft(mine: Path) -> None:
    (mine / "brief.md.j2").write_text(f"{FRONT}[x](#nope)\n", encoding="utf-8")
    folder = mine.parent / "briefs"
    with pytest.raises(BriefError, match="'#nope' leads nowhere"):
        brief.generate("first-meeting", template=mine, briefs=folder, formats="html")
    made = brief.generate("first-meeting", template=mine, briefs=folder, formats="html", draft=True)
    assert [problem.code for problem in made.problems if problem.severity == "error"] == ["link"]


def test_a_link_to_a_heading_leads_to_that_of_its_own_part_in_a_book(mine: Path) -> None:
    (mine / "brief.md.j2").write_text(f"{FRONT}# Here\n\n[x](#s-here) and [y](#s-sources){CITED}\n\n{LISTED}", "utf-8")
    (mine / "book.md.j2").write_text(FRAME, encoding="utf-8")
    events = ("first-meeting", "second-meeting")
    made = brief.generate_book(events, template=mine, briefs=mine.parent / "briefs", formats="html")
    every = [node for phrase in phrases(made.document) for node in inlines(phrase) if isinstance(node, Link)]
    links = [node.target for node in every if node.target.startswith(("#p", "#s-"))]
    assert links == ["#p1-s-here", "#s-sources", "#p2-s-here", "#s-sources"]
    assert {link[1:] for link in links} <= {*ids(made.document)}
    assert [heading.id for heading in headings(made.document)][1] == "p1-s-here"


def test_a_dead_link_of_a_part_is_told_where_it_is_written(mine: Path) -> None:
    (mine / "brief.md.j2").write_text(f"{FRONT}[x](#nope)\n", encoding="utf-8")
    (mine / "book.md.j2").write_text(FRAME, encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate_book(["first-meeting"], template=mine, briefs=mine.parent / "briefs", formats="html")
    assert [problem.place for problem in raised.value.problems] == [Place(str(mine / "brief.md.j2"), 5)]
