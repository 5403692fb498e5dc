"""Findings ignored in the data: one by one, with a reason, and only what may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.check import RULES
from brief.check.ignored import MAY_BE_IGNORED
from brief.event import load
from brief.make import generate, inspect
from workspaces import EVENT, LEDGER, SOURCES, Workshop

if TYPE_CHECKING:
    from pathlib import Path

REACTION = """\
reactions:
  - id: R1
    role: reaction
    title: Statement
    date: 2026-03-04
    claims: [{id: R1-1, text: It objected., sources: [N1]}]
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "briefs")


def ignore(code: str, at: str, reason: str = "The embassy knows.") -> str:
    return f"ignore:\n  - {{code: {code}, at: {at}, reason: {reason}}}\n"


@pytest.mark.parametrize("at", ["R1", '"reactions[R1]"', '"reactions[R1].date"'])
def test_a_finding_is_ignored_by_the_id_of_its_record_or_by_its_path(shop: Workshop, at: str) -> None:
    shop.add(REACTION)
    assert [code for code, _, _ in shop.inspected()] == ["early-reaction"]
    shop.add(ignore("early-reaction", at))
    assert shop.inspected() == []


@pytest.mark.parametrize("at", ["reactions", '"reactions[R1].claims"'])
def test_no_ignore_is_about_a_whole_list(shop: Workshop, at: str) -> None:
    shop.add(REACTION + ignore("early-reaction", at))
    assert sorted(code for code, _, _ in shop.inspected()) == ["early-reaction", "ignore"]


def test_a_claim_that_stands_in_no_list_is_found_by_its_id(shop: Workshop) -> None:
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    assert [line for _, _, line in shop.inspected()] == ["6 March 2026"]
    shop.add(ignore("meeting-date", "when"))
    assert shop.inspected() == []


def test_an_ignore_hides_nothing_elsewhere_and_nothing_of_another_code(shop: Workshop) -> None:
    shop.add(REACTION + REACTION.replace("reactions:\n", "").replace("R1", "R10") + ignore("early-reaction", "R1"))
    assert [code for code, _, _ in shop.inspected()] == ["early-reaction"]
    shop.write("code: early-reaction", "code: overdue")
    assert sorted(code for code, _, _ in shop.inspected()) == ["early-reaction", "early-reaction", "unused-ignore"]


def test_findings_of_the_registers_are_ignored_in_the_registers(shop: Workshop) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.add("  - {id: N3, title: Spare, publisher: Nobody, date: 2026}\n", SOURCES)
    assert [code for code, _, _ in shop.inspected()] == ["overdue", "unused-source"]
    shop.add(ignore("overdue", "ferry"), LEDGER)
    shop.add(ignore("unused-source", "N3"), SOURCES)
    assert shop.inspected() == []


def test_an_ignore_of_one_file_hides_nothing_in_another(shop: Workshop) -> None:
    shop.write("due: 2026-09", "due: 2026-03-08", LEDGER)
    shop.add(ignore("overdue", "ferry"))
    assert sorted(code for code, _, _ in shop.inspected()) == ["ignore", "overdue"]


def test_an_ignore_needs_a_reason(shop: Workshop) -> None:
    shop.add(REACTION + "ignore:\n  - {code: early-reaction, at: R1}\n")
    assert "missing" in [code for code, _, _ in shop.inspected()]
    shop.write("at: R1}", "at: R1, reason: ' '}")
    assert "empty" in [code for code, _, _ in shop.inspected()]


def test_an_ignore_that_hides_nothing_is_told(shop: Workshop) -> None:
    shop.add(ignore("early-reaction", "S1"))
    assert shop.inspected() == [("unused-ignore", "event.yaml", "early-reaction, at: S1, reason: The embassy knows.}")]


def test_an_unknown_code_or_place_is_told_with_the_nearest(shop: Workshop) -> None:
    shop.add(ignore("early-reacton", "S11"))
    found = load(shop.folder, "first-meeting")
    assert found.event
    from brief.check import check

    assert [(p.code, p.message, p.hint) for p in check(found)] == [
        ("ignore", "no rule 'early-reacton' may be ignored", "did you mean 'early-reaction'?"),
        ("ignore", "nothing in this file is called 'S11'", "did you mean 'S1'?"),
    ]


@pytest.mark.parametrize(
    "code", ["no-source", "marking", "reference", "long-quotation", "ignore", "unused-ignore", "wall"]
)
def test_what_may_not_be_ignored_stands(shop: Workshop, code: str) -> None:
    shop.add(ignore(code, "S1"))
    assert [code for code, _, _ in shop.inspected()] == ["ignore"]
    assert inspect(briefs=shop.folder)[1][0].message == f"'{code}' is never ignored"


def test_an_error_of_reading_is_not_ignored(shop: Workshop) -> None:
    shop.write("was signed.\n    sources: [N1]", "was signed.\n    sources: []")
    shop.add(ignore("no-source", "outcome-1"))
    assert "no-source" in [code for code, _, _ in shop.inspected()]


def test_every_warning_and_note_of_a_rule_may_be_ignored_and_few_errors() -> None:
    for rule in RULES:
        assert rule.severity == "error" or rule.code in MAY_BE_IGNORED
    assert {r.code for r in RULES if r.severity == "error" and r.code in MAY_BE_IGNORED} == {
        "after-as-of", "count", "meeting-date", "no-evidence", "update-date",
    }  # fmt: skip


def test_what_is_ignored_neither_stops_a_brief_nor_is_counted(shop: Workshop) -> None:
    shop.write("    id: when\n    text: 5 March 2026", "    id: when\n    text: 6 March 2026")
    shop.add(REACTION + ignore("meeting-date", "when") + "  - {code: early-reaction, at: R1, reason: Known.}\n")
    assert generate("first-meeting", formats="text", briefs=shop.folder).problems == ()


def test_ignores_of_a_register_are_not_judged_where_not_all_events_are(shop: Workshop) -> None:
    text = (shop.folder / EVENT).read_text(encoding="utf-8")
    (shop.folder / "second").mkdir()
    (shop.folder / "second" / "event.yaml").write_text(text, encoding="utf-8")
    shop.add(ignore("overdue", "ferry"), LEDGER)
    assert [p.code for p in inspect(("second",), briefs=shop.folder)[1]] == []
    assert [p.code for p in inspect(briefs=shop.folder)[1]] == ["unused-ignore"]
