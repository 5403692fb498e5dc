"""Whether page 1 holds what is meant for it, asked of the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.make import generate
from briefs_made import EVENTS, made
from workspaces import Workshop

if TYPE_CHECKING:
    from pathlib import Path

BOTTOM = (
    "    text: Northland and Southland agreed to reopen the coastal ferry, closed since 2019. No timetable is set.\n"
)
POINT = "    text: Minister Castro was invited to Northland and accepted.\n"
LINE = " This is one more sentence, which takes about one more line of the page on which it is set."


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def longer(shop: Workshop, text: str, lines: int) -> None:
    shop.write(text, f"{text.rstrip()}{LINE * lines}\n")


@pytest.mark.parametrize("event", EVENTS)
def test_page_one_of_the_briefs_is_one_page_and_their_bottom_line_four_lines(event: str) -> None:
    pdf = made(event).documents["pdf"]
    assert pdf.ends == {"bottom-line": 1, "key-points": 1}
    assert 2 <= pdf.lines["bottom-line"] <= 4
    assert pdf.lines["key-points"] >= 5


def test_a_bottom_line_that_takes_too_many_lines_is_told_where_it_begins(shop: Workshop) -> None:
    longer(shop, BOTTOM, 2)
    assert shop.inspected() == []
    longer(shop, BOTTOM.rstrip() + LINE * 2, 2)
    assert shop.inspected() == [("long-bottom-line", "event.yaml", "bottom-1")]


def test_key_points_that_run_over_page_one_are_told_where_the_last_begins(shop: Workshop) -> None:
    longer(shop, POINT, 12)
    assert shop.inspected() == []
    longer(shop, POINT.rstrip() + LINE * 12, 48)
    assert shop.inspected() == [("long-page-one", "event.yaml", "key-2")]


def test_what_the_layout_tells_may_be_ignored(shop: Workshop) -> None:
    longer(shop, POINT, 60)
    shop.add("ignore: [{code: long-page-one, at: key-2, reason: It is a long story.}]\n")
    assert shop.inspected() == []
    assert generate("first-meeting", briefs=shop.folder).problems == ()


def test_an_ignore_of_the_layout_is_not_called_unused_where_nothing_was_laid_out(shop: Workshop) -> None:
    shop.add("ignore: [{code: long-page-one, at: key-2, reason: It is a long story.}]\n")
    assert [code for code, _, _ in shop.inspected()] == ["unused-ignore"]
    shop.write("marking: TLP:CLEAR", "marking: TLP:CLER")
    assert [code for code, _, _ in shop.inspected()] == ["marking"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026", "meeting-date"),
        ("was signed.\n    sources: [N1]", "was signed.\n    sources: []", "no-source"),
        ("No document was", "No ᚠ document was", "glyph"),
    ],
)
def test_an_error_elsewhere_does_not_hide_what_the_layout_tells(shop: Workshop, old: str, new: str, code: str) -> None:
    longer(shop, BOTTOM, 4)
    shop.write(old, new)
    assert sorted(code for code, _, _ in shop.inspected()) == sorted([code, "long-bottom-line"])


EXTENDS = 'extends = "policy-brief"\n'


def test_the_limits_are_the_templates(shop: Workshop, tmp_path: Path) -> None:
    longer(shop, POINT, 40)
    longer(shop, BOTTOM, 4)
    mine = tmp_path / "mine"
    mine.mkdir()
    limits = mine / "template.toml"

    def told(lines: int, pages: int) -> list[str]:
        limits.write_text(f"{EXTENDS}[limits]\nbottom_line_lines = {lines}\nfront_pages = {pages}\n", encoding="utf-8")
        found = generate("first-meeting", formats="pdf", template=mine, briefs=shop.folder).problems
        return sorted(problem.code for problem in found)

    assert told(4, 1) == ["long-bottom-line", "long-page-one"]
    assert told(9, 3) == []
    assert told(0, 0) == []


def test_no_pdf_no_question_of_its_layout(shop: Workshop) -> None:
    longer(shop, POINT, 60)
    assert generate("first-meeting", formats="docx", briefs=shop.folder).problems == ()
