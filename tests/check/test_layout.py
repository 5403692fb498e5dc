"""Whether page 1 holds what is meant for it, asked of the PDF."""

from __future__ import annotations

import re
from math import ceil
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


class Longer:
    """Briefs of a kind that have more lines on their first page, and a limit of pages."""

    def __init__(self, folder: Path, kind: str, event: str, language: str, limit: float) -> None:
        self.folder, self.kind, self.event, self.language = folder, kind, event, language
        limits = f'extends = "{kind}"\n[limits]\npages = {limit}\n'
        (folder / "template.toml").write_text(limits, encoding="utf-8")

    def told(self, lines: int) -> tuple[int, int]:
        """The pages of the brief with so many more lines, and the number of lines of the warning."""
        front = f"{{% block front %}}\n{{{{ super() }}}}\n\n{' {{ br }} '.join(['More.'] * lines)}\n{{% endblock %}}\n"
        (self.folder / "brief.md.j2").write_text(
            f"{{% extends '{self.kind}/brief.md.j2' %}}\n{front}", encoding="utf-8"
        )
        made = generate(self.event, formats="pdf", template=self.folder, language=self.language, briefs=BRIEFS)
        told = [problem.message for problem in made.problems if problem.code == "long-brief"]
        return made.documents["pdf"].page_count or 0, sum(int(message.split()[3]) for message in told)


@pytest.mark.parametrize(
    ("kind", "limit", "lines"), [("one-page", 1, (20, 27)), ("one-page", 2, (75,)), ("readout", 0.5, (30,))]
)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("event", EVENTS)
def test_cut_the_lines_that_are_told_and_it_fits_cut_one_less_and_it_does_not(
    tmp_path: Path, event: str, language: str, kind: str, limit: float, lines: tuple[int, ...]
) -> None:
    brief = Longer(tmp_path, kind, event, language, limit)
    for many in lines:
        _, over = brief.told(many)
        assert 0 < over <= many
        assert brief.told(many - over + 1)[1] == 1
        assert brief.told(many - over) == (ceil(limit), 0)


def test_the_lines_that_are_over_are_said_of_the_pages_that_are_allowed() -> None:
    event = read(BRIEFS)

    def told(over: int, limit: float) -> list[str]:
        return [problem.message for problem in it_fits_its_pages(event, over, limit)]

    assert told(0, 1) == told(0, 0) == []
    assert told(1, 1) == ["the brief is 1 line longer than the one page that its template allows"]
    assert told(3, 2) == ["the brief is 3 lines longer than the 2 pages that its template allows"]
    assert told(3, 0.5) == ["the brief is 3 lines longer than the half page that its template allows"]


def test_no_pdf_no_question_of_its_layout(shop: Workshop) -> None:
    longer(shop, POINT, 60)
    assert generate("first-meeting", formats="docx", briefs=shop.folder).problems == ()
