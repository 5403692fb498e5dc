"""The other kinds of brief: they build for both events, the same in every format, and hold what each is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brief.cli import run
from brief.event import ledger_at, load
from brief.figures import FIGURE_WIDTH
from brief.make import generate
from brief.style import read_style
from brief.template import check_template, find, languages, list_templates
from brief.tree import Figure, Heading, Table
from brief.walk import blocks, inline_text, words
from briefs_made import BRIEFS, EVENTS, ROOT
from kinds_made import KINDS, kind_made
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from readers.reading import Reading, reading_of
from workspaces import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.event import Event
    from brief.render import Format

READERS: dict[Format, Callable[[bytes], Reading]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}
MOST_PAGES = {"one-page": 1, "readout": 1, "talking-points": 3, "follow-up-report": 6}


def said(template: str, event: str) -> str:
    return " ".join(" ".join(words(kind_made(template, event).document)).split())


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def read(event: str) -> Event:
    found = load(BRIEFS, event).event
    assert found is not None
    return found


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_a_kind_builds_without_a_problem_on_as_few_pages_as_it_should(template: str, event: str) -> None:
    made = kind_made(template, event)
    assert [problem for problem in made.problems if problem.severity != "note"] == []
    assert (made.documents["pdf"].page_count or 99) <= MOST_PAGES[template]
    assert "[?]" not in said(template, event)
    assert not re.search(r"\s[,;]", said(template, event))


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("template", KINDS)
def test_every_format_of_a_kind_says_the_same(template: str, event: str, kind: Format) -> None:
    made = kind_made(template, event)
    reading, expected = READERS[kind](made.documents[kind].content), reading_of(made.document)
    assert (reading.words, reading.outline) == (expected.words, expected.outline)
    assert (reading.tables, reading.notes) == (expected.tables, expected.notes)


@pytest.mark.parametrize("event", EVENTS)
def test_one_page_holds_the_bottom_line_and_the_key_points(event: str) -> None:
    found = said("one-page", event)
    for claim in (*read(event).bottom_line, *read(event).key_points):
        assert " ".join(claim.text.split()) in found


def test_one_page_tells_as_many_follow_ups_as_it_is_asked_for_and_counts_the_others() -> None:
    made = generate("vilnius-2023", formats="text", template="one-page", settings={"follow_ups": "2"}, briefs=BRIEFS)
    found = " ".join(words(made.document))
    assert "International cyber training centre in Korea" not in found
    assert "not on this page: 8." in found


@pytest.mark.parametrize(
    ("event", "first"),
    [
        ("seoul-2023", ["Attendance of President Yoon at the NATO summit in Vilnius", "Conclusion of the ITPP"]),
        ("vilnius-2023", ["ROK support for Ukraine", "International cyber training centre in Korea"]),
    ],
)
def test_one_page_tells_first_what_is_due_and_then_what_moves(event: str, first: list[str]) -> None:
    found = said("one-page", event)
    assert sorted(first, key=found.index) == first
    assert "To Minister" in found


def test_a_readout_leads_with_what_came_of_the_meeting_and_leaves_the_office_out() -> None:
    found = said("readout", "vilnius-2023")
    lead, remains = (" ".join(claim.text.split()) for claim in read("vilnius-2023").bottom_line)
    assert lead in found
    assert remains not in found
    running = kind_made("readout", "vilnius-2023").document.running
    assert "SAMPLE" not in f"{running.head} {running.foot}"


def test_a_readout_has_no_notes_where_none_are_asked_for() -> None:
    assert kind_made("readout", "vilnius-2023").document.notes == ()


@pytest.mark.parametrize("event", EVENTS)
def test_a_readout_is_half_a_page_and_tells_what_those_who_met_said(event: str) -> None:
    template, _ = find("readout")
    assert template is not None
    assert template.pages == 0.5
    assert not [p for p in kind_made("readout", event).problems if p.code == "long-brief"]
    found = said("readout", event)
    present = {one.party.id for one in read(event).meeting.participants}
    between = [s for s in read(event).statements if s.speakers[0].id in present and s.addressees[0].id in present]
    topics = [topic.id for topic in read(event).topics if topic.id in {statement.topic for statement in between}]
    firsts = [next(statement for statement in between if statement.topic == topic) for topic in topics]
    assert len(firsts) > 4
    assert all(" ".join(first.text.split()) in found for first in firsts)
    assert "Park Jin" not in found


def test_a_readout_tells_fewer_topics_where_asked() -> None:
    asked = {"statements": "3"}
    made = generate("vilnius-2023", formats="text", template="readout", settings=asked, briefs=BRIEFS)
    told = " ".join(" ".join(words(made.document)).split())
    topics = [topic.id for topic in read("vilnius-2023").topics]
    firsts = [next(s for s in read("vilnius-2023").statements if s.topic == topic) for topic in topics]
    assert [" ".join(first.text.split()) in told for first in firsts] == [True] * 3 + [False] * (len(firsts) - 3)


def test_a_readout_tells_of_sources_where_asked_and_then_by_how_much_it_is_over() -> None:
    made = generate("vilnius-2023", formats="pdf", template="readout", settings={"notes": "yes"}, briefs=BRIEFS)
    assert len(made.document.notes) == 9
    (told,) = (problem for problem in made.problems if problem.code == "long-brief")
    assert re.fullmatch(r"the brief is \d+ lines longer than the half page that its template allows", told.message)


@pytest.mark.parametrize("event", EVENTS)
def test_talking_points_hold_points_lines_to_take_and_background(event: str) -> None:
    found = said("talking-points", event)
    heads = ["Points to make", "Points to raise", "If asked", "Background"]
    assert sorted(heads, key=found.index) == heads
    points, lines = read(event).points_to_make, read(event).lines_to_take
    assert 3 <= len(points) <= 5
    assert 3 <= len(lines) <= 4
    for claim in (*points, *lines, *read(event).milestones):
        assert " ".join(claim.text.split()) in found
    assert all(line.question in found for line in lines)
    assert not [claim.id for claim in (*read(event).key_points, *read(event).discrepancies) if claim.text in found]
    assert kind_made("talking-points", event).documents["pdf"].ends["key-points"] == 1


def test_key_points_stand_for_points_to_make_where_there_are_none_and_nothing_is_said_if_asked() -> None:
    found = " ".join(
        words(generate("first-meeting", formats="text", template="talking-points", briefs=SAMPLE).document)
    )
    assert "Points to make Ferry." in found
    assert "If asked" not in found


@pytest.mark.parametrize("template", ["policy-brief", "one-page", "talking-points"])
def test_what_is_of_an_earlier_date_than_the_brief_says_so(template: str) -> None:
    later = generate("vilnius-2023", formats="text", template=template, as_of="2026-11-21", briefs=BRIEFS).document
    assert "as of 14 July 2023" in plain(" ".join(words(later)))
    own = generate("vilnius-2023", formats="text", template=template, as_of="2023-07-14", briefs=BRIEFS).document
    assert "key points: as of" not in " ".join(words(own))
    assert "lines if asked: as of" not in " ".join(words(own))


@pytest.mark.parametrize("event", EVENTS)
def test_the_points_to_make_are_a_section_like_those_that_follow_and_no_section_is_numbered(event: str) -> None:
    found = [each for each in blocks(kind_made("talking-points", event).document.children) if isinstance(each, Heading)]
    sections = [inline_text(heading.children) for heading in found if heading.level == 1]
    assert sections == ["Points to make", "Points to raise", "If asked", "Background", "Abbreviations"]
    assert {heading.number for heading in found} == {""}


def test_talking_points_have_their_sources_where_asked_for() -> None:
    made = generate("seoul-2023", formats="text", template="talking-points", settings={"sources": "yes"}, briefs=BRIEFS)
    assert "Admiralty" in " ".join(words(made.document))
    assert "Admiralty" not in said("talking-points", "seoul-2023")


@pytest.mark.parametrize("event", EVENTS)
def test_a_follow_up_report_tells_every_step_known_at_its_date_once(event: str) -> None:
    found, as_of = said("follow-up-report", event), read(event).as_of
    ledger = load(BRIEFS, event).ledger
    known = {update.id for thread in ledger_at(ledger, as_of) for update in thread.updates}
    assert len(known) >= 7
    for thread in ledger:
        for update in thread.updates:
            assert (" ".join(update.text.split()) in found) == (update.id in known), update.id


def test_the_bar_of_a_follow_up_report_is_as_wide_as_its_tables() -> None:
    template, _ = find("follow-up-report")
    assert template is not None
    style, _ = read_style(*template.folders)
    assert style is not None
    shown = blocks(kind_made("follow-up-report", "vilnius-2023").document.children)
    (drawing,) = (block.drawing for block in shown if isinstance(block, Figure))
    assert drawing.width == style.page.measure > FIGURE_WIDTH


def test_a_figure_is_as_wide_as_the_text_and_no_narrower_than_its_words_need(tmp_path: Path) -> None:
    found = {}
    for side, wide in ((15, True), (50, False)):
        mine = tmp_path / str(side)
        mine.mkdir()
        (mine / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
        (mine / "style.toml").write_text(f"[page]\nleft = {side}\nright = {side}\n", encoding="utf-8")
        front = "::: document\n- title: T\n:::\n\n"
        drawn = "{{ timeline('Time', 'Last') }}\n\n{{ status_bar('Status', 'open', 'moving', 'closed') }}\n"
        (mine / "brief.md.j2").write_text(front + drawn, encoding="utf-8")
        document = generate("vilnius-2023", formats="text", template=mine, briefs=BRIEFS).document
        found[wide] = [block.drawing.width for block in blocks(document.children) if isinstance(block, Figure)]
    assert found == {True: [pytest.approx(180 / 25.4 * 72)] * 2, False: [FIGURE_WIDTH] * 2}


def test_a_follow_up_report_has_a_column_of_dates_only_where_something_is_due() -> None:
    shown = blocks(kind_made("follow-up-report", "vilnius-2023").document.children)
    open_, over, *_ = (block for block in shown if isinstance(block, Table))
    heads = [[inline_text(cell.children) for cell in table.children[0].children] for table in (open_, over)]
    assert heads[0] == ["What", "Raised or undertaken by", "Status", "Last change"]
    assert heads[1] == ["What", "Raised or undertaken by", "Status", "Due", "Last change"]


def test_a_follow_up_report_tells_of_what_is_closed_unless_asked_not_to() -> None:
    assert "Conclusion of the ITPP" in said("follow-up-report", "vilnius-2023")
    made = generate(
        "vilnius-2023", formats="text", template="follow-up-report", settings={"closed": "no"}, briefs=BRIEFS
    )
    assert "Conclusion of the ITPP" not in " ".join(words(made.document))


def test_every_template_that_comes_with_brief_is_clean_and_says_what_it_is_for() -> None:
    homes = {folder.name for folder in (ROOT / "templates").iterdir() if folder.is_dir()}
    listed = {one.key: one for one in list_templates()}
    assert set(KINDS) <= homes <= set(listed)
    for name in homes:
        template, problems = find(name)
        assert template is not None
        assert problems == ()
        assert [check_template(template, language=language) for language in languages(template)] == [()] * len(
            languages(template)
        )
        assert template.purpose
        assert template.formats or name == "policy-brief"


def test_the_list_shows_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--briefs", str(BRIEFS)]) == 0
    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in (*KINDS, "policy-brief"))
