"""What the project's own briefs say of the follow-ups since the meeting before."""

from __future__ import annotations

import shutil
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from brief.make import generate
from brief.tree import Break, Facts, Heading
from brief.walk import figures, inline_text, words
from briefs_made import BRIEFS, made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brief.tree import Document, Inline

LATER = "2026-11-21"
HEAD = "Since the meeting of 30\N{NO-BREAK SPACE}January\N{NO-BREAK SPACE}2023"
CENTRE = "International cyber training centre in Korea"
EXERCISES = "International cyber exercises hosted by Korea"
LINK = "Link between the Korean training centre and NATO\N{RIGHT SINGLE QUOTATION MARK}s cyber defence centre"
TERM = "Renewal or replacement of the ITPP at the end of its term"
DONE = ["Conclusion of the ITPP", "Attendance of President Yoon at the NATO summit in Vilnius"]
MOVED = [
    "Wider cooperation in cyber defence and new technologies",
    "Military information sharing through NATO\N{RIGHT SINGLE QUOTATION MARK}s battlefield information system",
    "NATO\N{RIGHT SINGLE QUOTATION MARK}s part in deterring DPRK provocations",
    "ROK support for Ukraine",
]
HOPES = [
    "Wider cooperation through the ROK Mission to NATO",
    "Cooperation as the ROK carries out its Indo-Pacific strategy",
]
AT_VILNIUS = {"Opened": [CENTRE, EXERCISES, LINK, TERM], "Moved": MOVED, "Closed": DONE, "Unchanged": HOPES}
YEARS_LATER = {
    "Opened": [CENTRE, LINK, TERM, "Regular talks on defence industry"],
    "Moved": MOVED,
    "Closed": [*DONE, EXERCISES],
    "Unchanged": HOPES,
}


@pytest.mark.parametrize(("as_of", "told"), [(None, AT_VILNIUS), (LATER, YEARS_LATER)])
def test_a_brief_says_what_has_changed_since_the_meeting_before(as_of: str | None, told: dict[str, list[str]]) -> None:
    account = changes_in(made("vilnius-2023", as_of).document)
    assert {term: sorted(names) for term, names in account.items()} == {t: sorted(names) for t, names in told.items()}


def changes_in(document: Document) -> dict[str, list[str]]:
    """What stands below the heading, by its terms."""
    blocks = document.children
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and inline_text(block.children) == HEAD)
    facts = blocks[at + 1]
    assert isinstance(facts, Facts)
    return {inline_text(fact.term): list(lines_of(fact.children)) for fact in facts.children}


def lines_of(children: tuple[Inline, ...]) -> Iterator[str]:
    for is_break, line in groupby(children, key=lambda child: isinstance(child, Break)):
        if not is_break:
            yield inline_text(line).strip().replace("\N{NO-BREAK SPACE}", " ")


def test_a_brief_without_a_meeting_before_it_says_nothing_of_changes() -> None:
    for as_of in (None, LATER):
        assert "Since the meeting of" not in " ".join(words(made("seoul-2023", as_of).document))


def test_what_was_closed_between_the_meetings_is_told_with_its_source(tmp_path: Path) -> None:
    shutil.copytree(BRIEFS, tmp_path / "briefs")
    ledger = tmp_path / "briefs" / "follow-ups.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8") + BETWEEN, encoding="utf-8")
    document = generate("vilnius-2023", formats="text", briefs=tmp_path / "briefs").document
    closed = changes_in(document)["Closed"]
    assert closed == [*DONE, "A loan of books (1 March 2023: The books came back.)"]
    assert "6 open, 4 moving, 3 closed" in " ".join(figures(document))
    told = next(note for note in document.notes if note.id == "n-books-2")
    assert "NATO" in inline_text(told.children)


BETWEEN = """
  - id: books
    what: A loan of books
    kind: plan
    actors: [rok]
    counterparts: [nato]
    updates:
      - {id: books-1, date: 2023-01-30, status: open, event: seoul-2023, text: Books were lent., sources: [P02]}
      - {id: books-2, date: 2023-03-01, status: closed, text: The books came back., sources: [P15]}
"""
