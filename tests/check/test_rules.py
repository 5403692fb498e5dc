"""The rules over the data, each on the sample workspace spoilt by as little as makes it speak."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.check import RULES, check
from brief.event import load
from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

EVENT = "first-meeting/event.yaml"
LEDGER = "follow-ups.yaml"

PROPOSED = "    text: Minister Berg proposed to reopen the ferry with one crossing a day.\n    sources: [N1]\n"
TIMETABLE = "        text: Agreed in principle; the timetable is still to be set.\n        sources: [N1, N2]\n"
KEY_POINT = "  - id: key-2\n"
SHORT, LONG = "word " * 25, "word " * 26

Told = list[tuple[str, str, str, str]]


class Desk:
    """A copy of the sample workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "src" / "brief" / "sample", folder)

    def write(self, old: str, new: str, file: str = EVENT) -> None:
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8")

    def quote(self, text: str, source: str = "N1") -> None:
        """A quotation of the first statement, which stands on N1."""
        self.write(
            PROPOSED, f"{PROPOSED}    quote:\n      text: {text}\n      lead: As delivered\n      source: {source}\n"
        )

    def key_points(self, count: int) -> None:
        """More key points before the last of two."""
        more = (f"  - id: more-{n}\n    text: More.\n    sources: [N1]\n" for n in range(count - 2))
        self.write(KEY_POINT, "".join(more) + KEY_POINT)

    def agreement(self, numbers: str, count: str = "") -> None:
        """An agreement with areas of these numbers."""
        areas = [
            f"      - id: area-{n}\n        number: {number}\n        text: Area.\n        sources: [N1]\n"
            for n, number in enumerate(numbers)
        ]
        self.write(
            "outcomes:\n",
            "agreements:\n  - id: accord\n    name: Accord\n    text: They signed.\n    sources: [N1]\n"
            "    parties: [berg, castro]\n    date: 2026-03-05\n"
            + (f"    areas_count: {count}\n" if count else "")
            + ("    areas:\n" if numbers else "")
            + "".join(areas)
            + "outcomes:\n",
        )

    def problems(self) -> tuple[Problem, ...]:
        """Errors and warnings: of quotations without an archive, notes are told."""
        found = load(self.folder, "first-meeting")
        assert found.event is not None, found.problems
        return tuple(problem for problem in check(found) if problem.severity != "note")

    def told(self) -> Told:
        """Code, file, the line from the column of the problem on, and message."""
        told: Told = []
        for problem in self.problems():
            assert problem.place is not None
            file = problem.place.file.rpartition("/")[2]
            path = self.folder / (LEDGER if file == LEDGER else EVENT)
            line = path.read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
            assert problem.place.column > 1
            told.append((problem.code, file, line[problem.place.column - 1 :], problem.message))
        return told


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "briefs")


def test_good_data_breaks_no_rule(desk: Desk) -> None:
    assert desk.problems() == ()


def test_an_event_that_cannot_be_read_breaks_no_rule(desk: Desk) -> None:
    desk.quote(LONG)
    desk.write("as_of: 2026-03-09", "as_of: soon")
    found = load(desk.folder, "first-meeting")
    assert found.event is None
    assert check(found) == ()


# ---- quotations ------------------------------------------------------------------------------------------------------


def test_a_quotation_of_25_words_is_allowed(desk: Desk) -> None:
    desk.quote(SHORT)
    assert desk.problems() == ()


def test_a_longer_quotation_is_told_where_its_words_begin(desk: Desk) -> None:
    desk.quote(LONG)
    (problem,) = desk.problems()
    assert desk.told() == [
        ("long-quotation", "event.yaml", LONG, "this quotation has 26 words; 25 are allowed"),
    ]
    assert problem.place is not None
    assert problem.place.path == "statements[S1].quote.text"
    assert problem.hint == "shorten it, or paraphrase"
    assert problem.severity == "error"


def test_a_quotation_from_a_source_of_its_claim_is_allowed(desk: Desk) -> None:
    desk.write(PROPOSED, PROPOSED.replace("[N1]", "[N2, N1]"))
    desk.write("[N2, N1]\n", "[N2, N1]\n    quote: {text: Daily, lead: As delivered, source: N1}\n")
    assert desk.problems() == ()


def test_a_quotation_from_another_source_than_its_claim_s_is_told(desk: Desk) -> None:
    desk.quote("One a day", source="N2")
    message = "the quotation is from N2, which is no source of its claim"
    assert desk.told() == [("quotation-source", "event.yaml", "One a day", message)]
    assert desk.problems()[0].hint == "add it to the claim's sources"


def test_quotations_of_the_follow_ups_are_judged_as_well(desk: Desk) -> None:
    quote = f"        quote:\n          text: {LONG}\n          lead: As delivered\n          source: N2\n"
    desk.write(TIMETABLE, TIMETABLE.replace("[N1, N2]", "[N1]") + quote, LEDGER)
    assert [(code, file, line) for code, file, line, _ in desk.told()] == [
        ("long-quotation", LEDGER, LONG),
        ("quotation-source", LEDGER, LONG),
    ]


# ---- areas -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("numbers", "count"), [("", ""), ("12", ""), ("12", "2"), ("1", "1"), ("", "0")])
def test_areas_that_are_counted_and_numbered_in_order_are_allowed(desk: Desk, numbers: str, count: str) -> None:
    desk.agreement(numbers, count)
    assert desk.problems() == ()


@pytest.mark.parametrize(
    ("numbers", "count", "message"),
    [
        ("12", "3", "3 areas are stated, 2 are listed"),
        ("12", "1", "1 area is stated, 2 are listed"),
        ("", "11", "11 areas are stated, 0 are listed"),
        ("12", "0", "0 areas are stated, 2 are listed"),
    ],
)
def test_a_stated_number_of_areas_that_is_not_listed_is_told_at_the_number(
    desk: Desk, numbers: str, count: str, message: str
) -> None:
    desk.agreement(numbers, count)
    assert desk.told() == [("count", "event.yaml", count, message)]
    assert desk.problems()[0].hint == "list them all, or mend the number"


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ("02", [("0", "area 0 stands where area 1 should")]),
        ("132", [("3", "area 3 stands where area 2 should"), ("2", "area 2 stands where area 3 should")]),
        ("11", [("1", "area 1 stands where area 2 should")]),
    ],
)
def test_areas_out_of_order_are_told_each_at_its_number(desk: Desk, numbers: str, wrong: list[tuple[str, str]]) -> None:
    desk.agreement(numbers)
    assert desk.told() == [("count", "event.yaml", number, message) for number, message in wrong]
    lines = [problem.place.line for problem in desk.problems() if problem.place]
    assert len(set(lines)) == len(wrong)
    assert {problem.hint for problem in desk.problems()} == {"number the areas from 1, in order"}


# ---- page 1 and dates ------------------------------------------------------------------------------------------------


def test_five_key_points_are_allowed(desk: Desk) -> None:
    desk.key_points(5)
    assert desk.problems() == ()


@pytest.mark.parametrize(("count", "sixth"), [(6, "key-2"), (7, "more-4"), (9, "more-4")])
def test_more_key_points_are_told_once_at_the_sixth(desk: Desk, count: int, sixth: str) -> None:
    desk.key_points(count)
    assert desk.told() == [("key-points", "event.yaml", sixth, f"there are {count} key points; page 1 holds at most 5")]
    assert desk.problems()[0].hint == "join two, or move one to the summary"


@pytest.mark.parametrize("as_of", ["2026-03-05", "2026-03-06"])
def test_an_as_of_date_on_the_day_of_the_meeting_or_later_is_allowed(desk: Desk, as_of: str) -> None:
    desk.write("as_of: 2026-03-09", f"as_of: {as_of}")
    assert "as-of" not in [problem.code for problem in desk.problems()]


def test_an_as_of_date_before_the_meeting_is_told_where_it_is_written(desk: Desk) -> None:
    desk.write("as_of: 2026-03-09", "as_of: 2026-03-04")
    message = "the as-of date 2026-03-04 is before the meeting of 2026-03-05"
    assert desk.told() == [("as-of", "event.yaml", "2026-03-04", message)]
    assert desk.problems()[0].hint == "take the date up to which the brief's facts were gathered"


def test_every_rule_speaks_at_once(desk: Desk) -> None:
    desk.quote(LONG, source="N2")
    desk.agreement("2", "5")
    desk.key_points(6)
    desk.write("as_of: 2026-03-09", "as_of: 2026-03-04")
    codes = [problem.code for problem in desk.problems()]
    assert codes == ["long-quotation", "quotation-source", "count", "count", "key-points", "as-of"]
    assert len(RULES) >= len(set(codes))
