"""Each rule over follow-ups where it speaks, and where it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.check import check
from brief.event import Day, load
from workspaces import LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

UPDATE = "        date: 2026-03-05\n        status: open\n        event: first-meeting\n        text: Invitation"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def closed(shop: Workshop, date: str, *sources: str) -> None:
    """The last follow-up closed on a day, on these sources."""
    cited = ", ".join(sources)
    shop.add(f"      - {{id: visit-2, date: {date}, status: closed, text: He came., sources: [{cited}]}}\n", LEDGER)


def test_a_follow_up_without_an_actor_is_told(shop: Workshop) -> None:
    assert shop.told("no-actor") == []
    shop.write("actors: [berg]", "actors: []", LEDGER)
    assert shop.told() == [("no-actor", LEDGER, "visit")]


@pytest.mark.parametrize(("date", "early"), [("2026-03-04", True), ("2026-03-06", False), ("2026-03", False)])
def test_an_update_is_not_earlier_than_the_meeting_it_names(shop: Workshop, date: str, *, early: bool) -> None:
    shop.write(UPDATE, UPDATE.replace("2026-03-05", date), LEDGER)
    told = shop.told("update-date", "due-date", "no-evidence")
    assert told == ([("update-date", LEDGER, date)] if early else [])


def test_an_update_that_names_no_meeting_may_be_of_any_day(shop: Workshop) -> None:
    shop.write(UPDATE, UPDATE.replace("2026-03-05", "2025-01-01").replace("        event: first-meeting\n", ""), LEDGER)
    assert shop.told() == []


@pytest.mark.parametrize(
    ("due", "early"), [("2026-03-04", True), ("2025", True), ("2026-03-05", False), ("2026", False)]
)
def test_a_follow_up_is_not_due_before_it_is_opened(shop: Workshop, due: str, *, early: bool) -> None:
    shop.write("due: 2026-09", f"due: {due}", LEDGER)
    assert shop.told("due-date") == ([("due-date", LEDGER, due)] if early else [])


def test_closed_on_older_sources_alone_is_closed_without_evidence(shop: Workshop) -> None:
    closed(shop, "2026-03-07", "N1", "N2")
    assert shop.told() == [
        ("no-evidence", LEDGER, "visit-2, date: 2026-03-07, status: closed, text: He came., sources: [N1, N2]}")
    ]


@pytest.mark.parametrize("date", ["2026-03-06", "2026-03"])
def test_one_source_of_the_day_or_later_is_evidence(shop: Workshop, date: str) -> None:
    closed(shop, date, "N1", "N2")
    assert shop.told() == []


@pytest.mark.parametrize(
    ("read_on", "shown"), [(", read_on: 2026-03-07", True), (", read_on: 2026-03-06", False), ("", False)]
)
def test_of_an_undated_source_the_day_it_was_read_counts(shop: Workshop, read_on: str, *, shown: bool) -> None:
    shop.write("sources:\n", f"sources:\n  - {{id: N3, title: T, publisher: P{read_on}}}\n", SOURCES)
    closed(shop, "2026-03-07", "N3")
    assert (shop.told("no-evidence") == []) is shown


@pytest.mark.parametrize(
    ("update", "bare"),
    [
        ("date: 2026-03-07, status: moving, sources: [N1, N2]", True),
        ("date: 2026-03-07, status: open, sources: [N1]", True),
        ("date: 2026-03-06, status: moving, sources: [N1, N2]", False),
        ("date: 2026-03, status: moving, sources: [N1]", False),
        ("date: 2026-03-07, status: open, review: true, sources: [N1]", False),
        ("date: 2026-03-07, status: lapsed, sources: [N1]", False),
        ("date: 2026-03-07, status: moving, sources: [N1, U1]", True),
        ("date: 2026-03-07, status: moving, sources: [N1, U2]", False),
        ("date: 2026-03-07, status: moving, sources: [N1, U3]", False),
    ],
)
def test_an_update_later_than_all_its_sources_is_told(shop: Workshop, update: str, *, bare: bool) -> None:
    undated = ((1, ", read_on: 2026-03-06"), (2, ", read_on: 2026-03-07"), (3, ""))
    texts = "".join(f"  - {{id: U{n}, title: T, publisher: P{read}}}\n" for n, read in undated)
    shop.write("sources:\n", f"sources:\n{texts}", SOURCES)
    shop.add(f"      - {{id: visit-2, text: T., {update}}}\n", LEDGER)
    assert [code for code, _, _ in shop.told("update-evidence", "no-evidence")] == ["update-evidence"] * bare


@pytest.mark.parametrize(("due", "over"), [("2026-03-08", True), ("2026-03-09", False), ("2026-03", False)])
def test_what_was_due_before_the_as_of_date_and_is_open_is_overdue(shop: Workshop, due: str, *, over: bool) -> None:
    shop.write("due: 2026-09", f"due: {due}", LEDGER)
    assert shop.told() == ([("overdue", LEDGER, due)] if over else [])


@pytest.mark.parametrize(("closed_on", "over"), [("2026-03-09", False), ("2026-03-10", True)])
def test_what_was_closed_by_the_as_of_date_is_not_overdue(shop: Workshop, closed_on: str, *, over: bool) -> None:
    shop.write("    counterparts: [castro]\n", "    counterparts: [castro]\n    due: 2026-03-08\n", LEDGER)
    shop.write("date: 2026-03-06", f"date: {closed_on}", SOURCES)
    closed(shop, closed_on, "N2")
    assert [code for code, _, _ in shop.told("overdue")] == ["overdue"] * over


def test_another_as_of_date_is_asked_of_what_is_overdue(shop: Workshop) -> None:
    found = load(shop.folder, "first-meeting")
    assert check(found) == ()
    assert [p.code for p in check(found, day=Day.at("2026-10-01"))] == ["overdue"]
    assert check(found, day=Day.at("2026-09-30")) == ()


def moved(shop: Workshop, date: str) -> None:
    """The last follow-up moved on a day after the as-of date."""
    shop.write("sources:\n", f"sources:\n  - {{id: L1, title: T, publisher: P, date: {date}}}\n", SOURCES)
    shop.add(f"      - {{id: visit-2, date: {date}, status: moving, text: He wrote., sources: [L1]}}\n", LEDGER)


@pytest.mark.parametrize(("last", "over"), [("2026-09-30", False), ("2026-09", False), ("2026-10-01", True)])
def test_what_fell_due_after_the_as_of_date_is_told_by_the_last_date_in_the_data(
    shop: Workshop, last: str, *, over: bool
) -> None:
    moved(shop, last)
    assert shop.told() == ([("past-due", LEDGER, "2026-09")] if over else [])


def test_what_is_overdue_is_told_once(shop: Workshop) -> None:
    moved(shop, "2026-08-01")
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    assert shop.told() == [("overdue", LEDGER, "2026-03-08")]


def test_what_is_closed_by_the_last_date_is_not_past_due(shop: Workshop) -> None:
    shop.write("    counterparts: [castro]\n", "    counterparts: [castro]\n    due: 2026-03-20\n", LEDGER)
    moved(shop, "2026-08-01")
    assert [code for code, _, _ in shop.told()] == ["past-due"]
    shop.write("2026-08-01, status: moving", "2026-08-01, status: closed", LEDGER)
    assert shop.told() == []
