"""Each rule over dates where it speaks, and where it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.check import check
from brief.event import load
from workspaces import EVENT, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "    id: when\n    text: 5 March 2026\n"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def milestones(*dates: str) -> str:
    return "milestones:\n" + "".join(
        f"  - {{id: step-{number}, date: {date}, label: Step, text: A step., sources: [N1]}}\n"
        for number, date in enumerate(dates)
    )


def reaction(date: str, role: str = "reaction") -> str:
    return (
        f"reactions:\n  - id: R1\n    role: {role}\n    title: Statement\n    date: {date}\n"
        "    claims: [{id: R1-1, text: It objected., sources: [N1]}]\n"
    )


def test_a_brief_dated_on_its_as_of_date_or_later_is_allowed(shop: Workshop) -> None:
    shop.write("  date: 2026-03-09\n", "  date: 2026-03\n")
    assert shop.told() == []
    shop.write("  date: 2026-03\n", "  date: 2027\n")
    assert shop.told() == []


def test_a_brief_dated_before_what_it_knows_is_told(shop: Workshop) -> None:
    shop.write("  date: 2026-03-09\n", "  date: 2026-03-08\n")
    assert shop.told() == [("brief-date", "event.yaml", "2026-03-08")]


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("5 March 2026, morning", True),
        ("4 and 5 March 2026", True),
        ("5\u20137 March 2026", True),
        ("4 to 6 March 2026", True),
        ("March 2026", True),
        ("In the morning", True),
        ("15 March 2026", False),
        ("5 May 2026", False),
        ("5 March 2025", False),
        ("6 and 7 March 2026", False),
        ("3\u20134 March 2026", False),
        ("28 February to 5 March 2026", True),
        ("28 February to 4 March 2026", False),
        ("31 December to 5 March 2026", True),
        ("March 5, 2026, morning", True),
        ("March 4-5, 2026", True),
        ("March 12, 2026, morning", False),
        ("March 12", False),
        ("5 March, morning", True),
        ("12 March, morning", False),
        ("4 and 5 March", True),
        ("March 2025", True),
    ],
)
def test_the_date_in_words_is_the_date_of_the_meeting(shop: Workshop, words: str, *, agree: bool) -> None:
    shop.write(WHEN, WHEN.replace("5 March 2026", words))
    assert shop.told() == ([] if agree else [("meeting-date", "event.yaml", words)])


def test_the_words_that_date_the_meeting_otherwise_are_told(shop: Workshop) -> None:
    shop.write(WHEN, WHEN.replace("5 March 2026", "From March 12, 2026, morning"))
    (problem,) = check(load(shop.folder, "first-meeting"))
    assert problem.message == "these words date the meeting March 12, 2026, 'meeting.date' 2026-03-05"


@pytest.mark.parametrize(
    ("date", "early"),
    [("2026-03-04", True), ("2019-07-01", True), ("2025", True), ("2026-03-05", False), ("2026-03-06", False),
     ("2026", False)],
)  # fmt: skip
def test_an_agreement_is_not_older_than_the_meeting(shop: Workshop, date: str, *, early: bool) -> None:
    shop.add(
        f"agreements:\n  - id: A1\n    name: Accord\n    text: They signed.\n    date: {date}\n"
        "    parties: [northland]\n    sources: [N1]\n"
    )
    assert shop.told() == ([("agreement-date", "event.yaml", date)] if early else [])


def test_the_date_of_the_meeting_is_held_against_each_text_that_gives_it(shop: Workshop) -> None:
    shop.write("meeting:\n  date: 2026-03-05\n", "meeting:\n  date: 2026-03-04\n")
    assert [line.partition(":")[0] for _, _, line in shop.told("meeting-date")] == [
        "Meeting of Foreign Ministers Anna Berg and Luis Castro, Southport, 5 March 2026",
        "Southport, 5 March 2026",
        "5 March 2026",
    ]


def test_a_meeting_of_which_the_month_alone_is_known_agrees_with_a_day_of_it(shop: Workshop) -> None:
    shop.write("meeting:\n  date: 2026-03-05\n", "meeting:\n  date: 2026-03\n")
    assert shop.told("meeting-date") == []


def second(shop: Workshop, date: str) -> None:
    """An event before the first."""
    text = (shop.folder / EVENT).read_text(encoding="utf-8")
    (shop.folder / "zeroth").mkdir()
    (shop.folder / "zeroth" / "event.yaml").write_text(
        text.replace("date: 2026-03-05", f"date: {date}"), encoding="utf-8"
    )


@pytest.mark.parametrize(("date", "later"), [("2026-03-04", False), ("2026-03-05", False), ("2026-03-06", True)])
def test_the_event_before_is_not_later(shop: Workshop, date: str, *, later: bool) -> None:
    second(shop, date)
    shop.write("as_of:", "previous: zeroth\nas_of:")
    assert shop.told("previous-event") == ([("previous-event", "event.yaml", "zeroth")] if later else [])


def test_an_event_is_not_the_one_before_itself(shop: Workshop) -> None:
    shop.write("as_of:", "previous: first-meeting\nas_of:")
    assert shop.told() == [("previous-event", "event.yaml", "first-meeting")]


def test_milestones_in_order_up_to_the_meeting_are_allowed(shop: Workshop) -> None:
    shop.add(milestones("2019", "2025-11-02", "2025-11", "2026-03-05"))
    assert shop.told() == []


def test_a_milestone_after_the_meeting_is_told(shop: Workshop) -> None:
    shop.add(milestones("2019", "2026-03-06"))
    ((code, _, line),) = shop.told()
    assert (code, line.partition(",")[0]) == ("milestone-order", "2026-03-06")


def test_milestones_out_of_order_are_told_at_the_earlier(shop: Workshop) -> None:
    shop.add(milestones("2025-11-02", "2019"))
    ((code, _, line),) = shop.told()
    assert (code, line.partition(",")[0]) == ("milestone-order", "2019")


def test_what_is_dated_after_the_as_of_date_is_told_where_it_stands(shop: Workshop) -> None:
    shop.write("sources:\n", "sources:\n  - {id: N3, title: Late, publisher: Later, date: 2026-03-10}\n", SOURCES)
    shop.write(
        "    text: Southport, Southland\n    sources: [N1]", "    text: Southport, Southland\n    sources: [N1, N3]"
    )
    shop.write("text: No document was signed.\n    sources: [N1]", "text: No document was signed.\n    sources: [N3]")
    shop.add(reaction("2026-03-11"))
    assert shop.told() == [
        ("after-as-of", "event.yaml", "where"),
        ("after-as-of", "event.yaml", "outcome-1"),
        ("after-as-of", "event.yaml", "2026-03-11"),
    ]


def test_an_agreement_and_a_quotation_after_the_as_of_date_are_told(shop: Workshop) -> None:
    shop.write("sources:\n", "sources:\n  - {id: N3, title: Late, publisher: Later, date: 2026-04}\n", SOURCES)
    shop.add(
        "agreements:\n  - {id: A1, name: Accord, date: 2026-03-10, text: Signed., parties: [berg], sources: [N1],\n"
        "     quote: {text: Signed, lead: As signed, source: N3}}\n"
    )
    assert [(code, line.partition(",")[0]) for code, _, line in shop.told("after-as-of")] == [
        ("after-as-of", "2026-03-10"),
        ("after-as-of", "A1"),
    ]


def test_the_as_of_day_itself_a_vaguer_date_and_an_undated_source_are_not_later(shop: Workshop) -> None:
    dates = ("2026-03-09", "2026-03", "2026")
    rows = "".join(f"  - {{id: N{n}, title: T, publisher: P, date: {d}}}\n" for n, d in enumerate(dates, 3))
    shop.write("sources:\n", f"sources:\n{rows}  - {{id: N6, title: T, publisher: P}}\n", SOURCES)
    shop.write("was signed.\n    sources: [N1]", "was signed.\n    sources: [N1, N3, N4, N5, N6]")
    assert shop.told("after-as-of") == []


def test_later_updates_of_the_ledger_and_later_accounts_of_a_discrepancy_are_allowed(shop: Workshop) -> None:
    shop.write("sources:\n", "sources:\n  - {id: N3, title: Late, publisher: Later, date: 2026-08-01}\n", SOURCES)
    shop.add(
        "      - {id: visit-2, date: 2026-08-01, status: closed, text: He came., sources: [N3]}\n", "follow-ups.yaml"
    )
    shop.add(
        "discrepancies:\n"
        "  - id: D1\n    title: Day\n    nature: conflict\n    text: They differ.\n    sources: [N1, N3]\n"
        "    accounts:\n      - {text: One, sources: [N1], stands: true}\n      - {text: Two, sources: [N3]}\n"
    )
    assert shop.told() == []


@pytest.mark.parametrize(
    ("date", "role", "early"),
    [
        ("2026-03-04", "reaction", True),
        ("2026-03-05", "reaction", False),
        ("2026-03", "reaction", False),
        ("2026-03-04", "background", False),
        ("2026-03-04", "context", False),
    ],
)
def test_a_reaction_is_not_earlier_than_the_meeting(shop: Workshop, date: str, role: str, *, early: bool) -> None:
    shop.add(reaction(date, role))
    assert shop.told() == ([("early-reaction", "event.yaml", date)] if early else [])
