"""Whether page 1 holds what is meant for it, asked of the PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brief.check import it_fits_its_pages
from brief.cli import run
from brief.event import Event, load
from brief.make import generate
from briefs_made import BRIEFS, EVENTS, made
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


def read(briefs: Path) -> Event:
    event = load(briefs, "vilnius-2023").event
    assert event is not None
    return event


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


def test_a_brief_that_is_longer_than_its_template_allows_is_told_with_the_lines_that_are_over(
    shop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    made = ["generate", "--event", "first-meeting", "--template", "one-page", "--briefs", str(shop.folder)]
    made += ["--out", str(shop.folder / "out")]
    longer(shop, POINT, 14)
    assert run(made) == 0
    assert "long-brief" not in capsys.readouterr().err
    longer(shop, POINT.rstrip() + LINE * 14, 40)
    assert run(made) == 0
    told = capsys.readouterr().err
    assert (found := re.search(r"the brief is (\d+) lines longer than the one page that its template allows", told))
    longer(shop, POINT.rstrip() + LINE * 54, 10)
    assert run(["check", "--template", "one-page", "--briefs", str(shop.folder)]) == 0
    told = capsys.readouterr().err
    assert (later := re.search(r"event.yaml:\d+:\d+: warning\[long-brief\]: the brief is (\d+) lines", told))
    assert 9 <= int(later[1]) - int(found[1]) <= 14
    assert int(found[1]) <= 40


def test_a_page_may_be_allowed_or_not_asked_for() -> None:
    event = read(BRIEFS)
    assert list(it_fits_its_pages(event, (40.0, 0.5), 40.0, 2)) == []
    assert list(it_fits_its_pages(event, (40.0, 0.5), 40.0, 0)) == []
    (one,) = it_fits_its_pages(event, (40.0, 0.5), 40.0, 1)
    assert one.message == "the brief is 1 line longer than the one page that its template allows"
    (many,) = it_fits_its_pages(event, (40.0, 40.0, 2.5), 40.0, 2)
    assert many.message == "the brief is 3 lines longer than the 2 pages that its template allows"


def test_no_pdf_no_question_of_its_layout(shop: Workshop) -> None:
    longer(shop, POINT, 60)
    assert generate("first-meeting", formats="docx", briefs=shop.folder).problems == ()
