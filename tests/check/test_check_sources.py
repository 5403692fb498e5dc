"""Each rule over sources, counts and accounts where it speaks, and where it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.check import check
from brief.event import Day, load
from workspaces import LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

ACCORD = """\
agreements:
  - id: A1
    name: Accord
    date: 2026-03-05
    parties: [northland, southland]
    text: They signed it in two areas.
    sources: [N1]
    areas:
      - {id: area-1, number: 1, text: Ferry, sources: [N1]}
      - {id: area-2, number: 2, text: Rail, sources: [N1]}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def graded(shop: Workshop, of_n1: str, of_n2: str = "B2") -> None:
    shop.write("grade: A1", f"grade: {of_n1}", SOURCES)
    shop.write("grade: B2", f"grade: {of_n2}", SOURCES)


@pytest.mark.parametrize("grade", ["A1", "F6", "E3"])
def test_an_admiralty_grade_is_allowed(shop: Workshop, grade: str) -> None:
    graded(shop, grade)
    assert "form" not in [code for code, _, _ in shop.inspected()]


@pytest.mark.parametrize("grade", ["G1", "A7", "A", "1A", "a1", "A1 "])
def test_another_grade_is_told(shop: Workshop, grade: str) -> None:
    graded(shop, f'"{grade}"')
    assert [code for code, _, _ in shop.inspected()] == ["form"]


@pytest.mark.parametrize(("read_on", "early"), [("2026-03-04", True), ("2026-03-05", False), ("2026-03", False)])
def test_a_source_is_not_read_before_it_is_published(shop: Workshop, read_on: str, *, early: bool) -> None:
    shop.write("    grade: A1", f"    read_on: {read_on}\n    grade: A1", SOURCES)
    assert shop.told() == ([("read-date", SOURCES, read_on)] if early else [])


@pytest.mark.parametrize("grade", ["F1", "A6", "F6"])
def test_a_source_that_cannot_be_judged_alone_under_page_1_is_told(shop: Workshop, grade: str) -> None:
    graded(shop, grade)
    assert shop.told() == [("weak-source", "event.yaml", "key-2")]


def test_two_sources_that_cannot_be_judged_are_no_better_than_one(shop: Workshop) -> None:
    graded(shop, "F3", "C6")
    assert [line for _, _, line in shop.told("weak-source")] == ["bottom-1", "key-1", "key-2"]


def test_a_source_that_can_be_judged_or_has_no_grade_carries_a_key_point(shop: Workshop) -> None:
    shop.write("    grade: A1\n", "", SOURCES)
    shop.write("grade: B2", "grade: E5", SOURCES)
    assert shop.told() == []


def test_a_source_that_nothing_cites_is_told(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    ((code, file, line),) = shop.told()
    assert (code, file, line.partition(",")[0]) == ("unused-source", SOURCES, "N3")


@pytest.mark.parametrize(
    "use",
    [
        (
            "discrepancies:\n  - {id: D1, title: T, nature: error, text: T., sources: [N1],\n"
            "     accounts: [{text: A, sources: [N3]}]}\n"
        ),
        "reactions_finding: {id: R, text: None., sources: [{source: N3, at: page 1}]}\n",
    ],
)
def test_a_source_of_an_account_or_with_a_place_is_used(shop: Workshop, use: str) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    shop.add(use)
    assert shop.told() == []


def test_a_source_of_the_ledger_alone_is_used(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    shop.write("without a date.\n        sources: [N1]", "without a date.\n        sources: [N1, N3]", LEDGER)
    assert shop.told() == []


def test_sources_are_not_said_to_be_unused_where_an_event_could_not_be_read(shop: Workshop) -> None:
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    shop.write("was signed.\n    sources: [N1]", "was signed.\n    sources: []")
    assert [code for code, _, _ in shop.inspected()] == ["no-source"]


def test_a_cited_source_without_a_date_is_noted_and_an_uncited_one_is_not(shop: Workshop) -> None:
    shop.write("    date: 2026-03-06\n", "", SOURCES)
    shop.add("  - {id: N3, title: Spare, publisher: Nobody}\n", SOURCES)
    assert shop.told("undated-source") == [("undated-source", SOURCES, "N2")]


# ---- counts and accounts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "two areas", "2 areas", "Two areas", "areas 1 and 2", "two separate areas", "2026 areas",
        "full. One area was new", "full; the other one of the areas matters", "full. 12 states in these areas",
        "full. In one area work began", "11 countries with such areas", "11 March Southland named areas",
        "2026. Thirty ministers named areas",
    ],
)  # fmt: skip
def test_a_count_in_words_that_holds_is_allowed(shop: Workshop, words: str) -> None:
    shop.add(ACCORD.replace("two areas", words))
    assert shop.told() == []


@pytest.mark.parametrize("words",
    [
        "three areas", "11 areas", "Eleven areas", "one area", "12 cooperation areas", "three new EU areas",
        "twenty-one areas", "Ninety areas", "full. All one area",
    ],
)  # fmt: skip
def test_a_count_in_words_that_differs_from_the_list_is_told(shop: Workshop, words: str) -> None:
    shop.add(ACCORD.replace("two areas", words))
    assert shop.told() == [("count", "event.yaml", f"They signed it in {words}.")]


@pytest.mark.parametrize(
    ("words", "stated"),
    [("twenty-one areas", "21 areas"), ("thirty areas", "30 areas"), ("one area", "1 area"), ("19 areas", "19 areas")],
)
def test_the_number_that_words_state_is_told(shop: Workshop, words: str, stated: str) -> None:
    shop.add(ACCORD.replace("two areas", words))
    (problem,) = check(load(shop.folder, "first-meeting"))
    assert problem.message == f"these words state {stated}, 2 are listed"


def test_leads_labels_and_names_of_agreements_are_counted(shop: Workshop) -> None:
    shop.add(ACCORD.replace("name: Accord", "name: Accord in three areas"))
    shop.write("lead: Ferry.", "lead: One area.")
    shop.add(
        "milestones:\n  - {id: step, date: 2026-03-05, label: Three areas adopted, text: A step., sources: [N1]}\n"
    )
    assert [line.partition(",")[0] for _, _, line in shop.told("count")] == [
        "Accord in three areas",
        "One area.",
        "Three areas adopted",
    ]


def test_a_count_in_the_title_or_in_an_update_of_this_event_is_held_against_the_list(shop: Workshop) -> None:
    shop.add(ACCORD)
    shop.write("agree to reopen the coastal ferry\nsub", "agree in five areas\nsub")
    shop.write("text: Invitation accepted", "text: In six areas, invitation accepted", LEDGER)
    assert [(file, line[:30]) for _, file, line in shop.told()] == [
        ("event.yaml", "Northland and Southland agree "),
        (LEDGER, "In six areas, invitation accep"),
    ]


def test_counts_of_others_are_not_counted_where_nothing_is_listed(shop: Workshop) -> None:
    shop.write("text: No document was signed.", "text: Talks went on in nine areas.")
    assert shop.told() == []


def point(*stand: str, more: str = "") -> str:
    accounts = "".join(f"      - {{text: One, sources: [N1]{each}}}\n" for each in stand)
    head = (
        "discrepancies:\n  - id: D1\n    title: Day\n    nature: conflict\n    text: They differ.\n    sources: [N1]\n"
    )
    return f"{head}{more}    accounts:\n{accounts}" if stand else f"{head}{more}"


STANDS, FALLS = ", stands: true", ""


@pytest.mark.parametrize(
    "text",
    [
        point(STANDS, FALLS),
        point(STANDS, STANDS),
        point(FALLS),
        point(),
        point(FALLS, FALLS, more="    unsettled: true\n"),
    ],
)
def test_a_difference_that_is_settled_or_said_not_to_be_is_allowed(shop: Workshop, text: str) -> None:
    shop.add(text)
    assert shop.told() == []


@pytest.mark.parametrize(
    "text", [point(FALLS, FALLS), point(FALLS, FALLS, FALLS), point(STANDS, FALLS, more="    unsettled: true\n")]
)
def test_a_difference_of_which_no_account_stands_is_told_and_so_is_one_said_to_be_both(
    shop: Workshop, text: str
) -> None:
    shop.add(text)
    assert shop.told() == [("unsettled", "event.yaml", "D1")]


@pytest.mark.parametrize(
    ("of_account", "of_point", "told"), [("L1", "N1", True), ("L1", "L1", False), ("N2", "N1", False)]
)
def test_a_difference_whose_standing_account_is_behind_the_wall_is_told(
    shop: Workshop, of_account: str, of_point: str, *, told: bool
) -> None:
    shop.write("sources:\n", "sources:\n  - {id: L1, title: T, publisher: P, date: 2026-03-10}\n", SOURCES)
    text = point(STANDS, FALLS).replace("[N1], stands", f"[{of_account}], stands")
    shop.add(text.replace("    sources: [N1]\n", f"    sources: [{of_point}]\n"))
    assert shop.told("unsettled") == ([("unsettled", "event.yaml", "D1")] if told else [])


def test_a_difference_is_settled_at_the_date_that_is_asked_for(shop: Workshop) -> None:
    shop.write("sources:\n", "sources:\n  - {id: L1, title: T, publisher: P, date: 2026-03-10}\n", SOURCES)
    shop.add(point(STANDS, FALLS).replace("[N1], stands", "[L1], stands"))
    found = load(shop.folder, "first-meeting")
    assert [problem.code for problem in check(found)] == ["unsettled"]
    assert check(found, day=Day(2026, 3, 10)) == ()


# ---- what reading tells ----------------------------------------------------------------------------------------------

QUOTED = "    text: Minister Berg proposed to reopen the ferry with one crossing a day.\n    sources: [N1]\n"


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("      lead: As delivered\n", ["unverified-quotation"]),
        ("", ["missing"]),
        ("      lead:\n", ["empty"]),
        ('      lead: " "\n', ["empty"]),
    ],
)
def test_a_quotation_is_attributed(shop: Workshop, lead: str, codes: list[str]) -> None:
    shop.write(QUOTED, f"{QUOTED}    quote:\n      text: One crossing a day\n      source: N1\n{lead}")
    assert [code for code, _, _ in shop.inspected()] == codes


@pytest.mark.parametrize("date", ["2026-02-30", "2026-13", "26-03-05", "5 March 2026"])
def test_a_date_that_is_none_is_told_where_it_stands(shop: Workshop, date: str) -> None:
    shop.write("    date: 2026-03-06\n", f"    date: {date}\n", SOURCES)
    assert shop.inspected() == [("date", SOURCES, date)]
