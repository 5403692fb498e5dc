"""Abbreviations that the glossary lacks, or that are not spelt out where the brief first uses them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from brief.check import RULES, Subject
from brief.check.abbreviations import EVERYDAY, abbreviations_are_in_the_glossary
from brief.check.abbreviations import abbreviations_are_spelt_out_at_first_use as spelt_out
from brief.check.reading import in_reading_order
from brief.event import Day, load
from briefs_made import BRIEFS, EVENTS
from event_files import EVENT, SOURCES, line_of, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.check.rule import Finding
    from brief.event import Dossier

    Find = Callable[[Subject], Iterable[Finding]]

STATEMENT = "text: President Yoon asked."
FULL = "the Individually Tailored Partnership Programme (ITPP)"


def told(find: Find, dossier: Dossier) -> list[Finding]:
    assert dossier.problems == ()
    assert dossier.event
    return list(find(Subject(dossier.event, dossier)))


def lines(found: list[Finding]) -> list[int]:
    return [each.place.line for each in found if each.place]


def said(text: str) -> str:
    return EVENT.replace(STATEMENT, f'text: "{text}"')


@pytest.mark.parametrize("find", [abbreviations_are_in_the_glossary, spelt_out])
@pytest.mark.parametrize("event", EVENTS)
def test_the_briefs_explain_their_abbreviations(event: str, find: Find) -> None:
    assert told(find, load(BRIEFS, event)) == []


@pytest.mark.parametrize("as_of", ["2023-02-01", "2023-07-14", "2024-12-31", "2026-11-21"])
@pytest.mark.parametrize("event", EVENTS)
def test_the_briefs_spell_them_out_at_any_date(event: str, as_of: str) -> None:
    dossier = load(BRIEFS, event)
    assert dossier.event
    later = replace(dossier.event, as_of=Day.at(as_of, None))
    assert told(spelt_out, replace(dossier, event=later)) == []


@pytest.mark.parametrize(
    ("find", "code"), [(abbreviations_are_in_the_glossary, "abbreviation"), (spelt_out, "first-use")]
)
def test_the_rules_are_warnings(find: Find, code: str) -> None:
    (rule,) = (rule for rule in RULES if rule.find is find)
    assert (rule.code, rule.severity) == (code, "warning")


# ---- the glossary ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["IAEA", "C4I", "R&D", "AI", "MoU", "DMZ"])
def test_an_abbreviation_that_the_glossary_lacks_is_told_where_it_stands(tmp_path: Path, word: str) -> None:
    event = said(f"President Yoon asked the {word}s of NATO.")
    (found,) = told(abbreviations_are_in_the_glossary, loaded(tmp_path, event))
    line = line_of(event, word)
    assert found.message == f"the abbreviation '{word}' is not in the glossary"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line, event.splitlines()[line - 1].index(word) + 1)


def test_it_is_told_once_where_it_stands_first(tmp_path: Path) -> None:
    event = EVENT.replace("text: They met., sources: [P01]}\nkey", "text: The IAEA., sources: [P01]}\nkey")
    event = event.replace(STATEMENT, "text: The IAEA asked the IAEA.")
    assert lines(told(abbreviations_are_in_the_glossary, loaded(tmp_path, event))) == [line_of(event, "IAEA")]


def test_a_slip_in_one_names_the_right_one(tmp_path: Path) -> None:
    (found,) = told(abbreviations_are_in_the_glossary, loaded(tmp_path, said("The ITTP.")))
    assert found.hint == "did you mean 'ITPP'? Else enter it in glossary.yaml, or write it in full"


def test_one_of_another_kind_is_to_be_entered_or_written_in_full(tmp_path: Path) -> None:
    (found,) = told(abbreviations_are_in_the_glossary, loaded(tmp_path, said("The DMZ.")))
    assert found.hint == "enter it in glossary.yaml, or write it in full"


def test_what_an_account_says_needs_its_abbreviations_explained(tmp_path: Path) -> None:
    event = EVENT + (
        "discrepancies:\n  - {id: D1, title: On the DMZ, nature: error, text: It is so., sources: [P01],\n"
        "     accounts: [{text: It was the IAEA, sources: [P01]}]}\n"
    )
    assert lines(told(abbreviations_are_in_the_glossary, loaded(tmp_path, event))) == [line_of(event, "IAEA")]


@pytest.mark.parametrize(
    "text",
    [
        "NATO and NATO-led, NATO\N{RIGHT SINGLE QUOTATION MARK}s, Korea\N{EN DASH}NATO, the ITPPs",
        "Charles III, Pius XII, part IV, the XXVs",
        "The US, the UK's, EU and US-led forces at 10:00 UTC",
        "a plant of 300 MW, 5GB and 3 GHZ",
        "the KN-23, an SM-3 and a Hwasong-18, COVID-19",
        "marked TLP:CLEAR, at https://example.org/DMZ and DMZ@example.org",
        "YOON Suk Yeol",
        "he wrote “the DMZ” and \N{LEFT SINGLE QUOTATION MARK}the DMZ\N{RIGHT SINGLE QUOTATION MARK} of it",
        "as source AB12 says, a G7 and an A",
        "한국의 DMZ 정책",
    ],
)
def test_what_is_no_abbreviation_or_needs_no_entry_passes(tmp_path: Path, text: str) -> None:
    sources = SOURCES + "  - {id: AB12, title: Words, publisher: Desk}\n"
    assert told(abbreviations_are_in_the_glossary, loaded(tmp_path, said(text), sources=sources)) == []


def test_a_unit_is_one_without_its_number_and_a_sentence_in_capitals_is_no_row_of_them(tmp_path: Path) -> None:
    assert len(told(abbreviations_are_in_the_glossary, loaded(tmp_path / "a", said("the MW of it")))) == 1
    assert told(abbreviations_are_in_the_glossary, loaded(tmp_path / "b", said("THEY MET IN SEOUL"))) == []


def test_quotations_and_titles_are_not_read_for_either_rule(tmp_path: Path) -> None:
    event = EVENT.replace("title: A meeting", "title: The ITPP and the DMZ").replace("occasion: S", "occasion: ITPP, S")
    event = event.replace("title: Talks", "title: The ITPP and the DMZ")
    event += "    quote: {text: The ITPP and the DMZ, source: P01, lead: As delivered}\n"
    dossier = loaded(tmp_path, event)
    assert told(abbreviations_are_in_the_glossary, dossier) == []
    assert told(spelt_out, dossier) == []


def test_the_name_of_a_publisher_is_its_own_for_either_rule(tmp_path: Path) -> None:
    event, publisher = said("The DMZ News and ITPP Watch say so."), "publisher: NATO\n    date: 2023-01-30"
    assert SOURCES.count(publisher) == 1
    sources = SOURCES.replace(publisher, f"publisher: DMZ News\n    carried_by: ITPP Watch{publisher[15:]}")
    dossier = loaded(tmp_path, event, sources=sources)
    assert told(abbreviations_are_in_the_glossary, dossier) == []
    assert told(spelt_out, dossier) == []
    both = said("The DMZ News and ITPP Watch say so of the DMZ and the ITPP.")
    dossier = loaded(tmp_path / "both", both, sources=sources)
    assert len(told(abbreviations_are_in_the_glossary, dossier)) == 1
    assert len(told(spelt_out, dossier)) == 1


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=6))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_capitals_are_caught_on_their_line(word: str) -> None:
    assume(word not in (*EVERYDAY, "ITPP", "NATO", "YOON", "SUK", "YEOL", "PRESIDENT") and set(word) - set("XVI"))
    event = EVENT.replace(STATEMENT, f"text: |-\n      President Yoon\n      asked the {word}.")
    with TemporaryDirectory() as folder:
        found = told(abbreviations_are_in_the_glossary, loaded(Path(folder), event))
    assert lines(found) == [line_of(event, "asked the")]


# ---- first use -------------------------------------------------------------------------------------------------------


def test_an_abbreviation_that_is_not_spelt_out_is_told_at_its_first_use(tmp_path: Path) -> None:
    event = said(FULL).replace("lead: Met., text: They met.", "lead: Met., text: The ITPP.")
    (found,) = told(spelt_out, loaded(tmp_path, event))
    assert found.message == "'ITPP' is not spelt out where the brief first uses it"
    assert found.hint == "write 'Individually Tailored Partnership Programme (ITPP)'"
    assert found.place is not None
    line = line_of(event, "The ITPP")
    assert (found.place.line, found.place.column) == (line, event.splitlines()[line - 1].index("ITPP") + 1)


def test_one_that_the_ledger_uses_first_is_spelt_out_in_the_event(tmp_path: Path) -> None:
    (found,) = read_with(tmp_path, p19="the ITPP")
    assert found.hint.endswith("Programme (ITPP)' in event.yaml, before the follow-ups: all events share the ledger")


def test_the_first_use_is_looked_for_in_what_is_known_on_the_day_that_is_asked_for() -> None:
    dossier = load(BRIEFS, "vilnius-2023")
    assert dossier.event
    texts = {
        day: [*in_reading_order(Subject(dossier.event, dossier, Day.at(day)))] for day in ("2023-07-11", "2026-11-21")
    }
    usual = [*in_reading_order(Subject(dossier.event, dossier))]
    assert len(texts["2023-07-11"]) < len(usual) < len(texts["2026-11-21"])


@pytest.mark.parametrize(
    "text",
    [
        f"It is {FULL}; the ITPP stands.",
        "It is the individually tailored partnership programme (ITPP).",
        "There are Individually Tailored Partnership Programmes (ITPPs).",
        "It is the ITPP (Individually Tailored Partnership Programme).",
        "It is the Individually Tailored Partnership\N{NO-BREAK SPACE}Programme (ITPP, for short).",
    ],
)
def test_one_that_is_spelt_out_passes(tmp_path: Path, text: str) -> None:
    assert told(spelt_out, loaded(tmp_path, said(text))) == []


def test_one_that_is_spelt_out_in_other_words_is_told_as_such(tmp_path: Path) -> None:
    (found,) = told(spelt_out, loaded(tmp_path, said("It is the Tailored Programme (ITPP).")))
    assert found.message == "'ITPP' is not spelt out as in the glossary where the brief first uses it"


@pytest.mark.parametrize(
    "text",
    [
        "It is the ITPP.",
        "It is the partnership programme (ITPP).",
        "It is the Individually Tailored Partnership Programme of 2023. The ITPP stands.",
        f"The ITPP is {FULL}.",
        "It is the “Individually Tailored Partnership Programme” (ITPP).",
        "It is the (ITPP) Individually Tailored Partnership Programme.",
    ],
)
def test_one_that_is_not_is_told_once(tmp_path: Path, text: str) -> None:
    event = said(text)
    assert lines(told(spelt_out, loaded(tmp_path, event))) == [line_of(event, "ITPP")]


READ = (
    EVENT.split("bottom_line:")[0]
    .replace("text: 30 January", "text: place-05 30 January")
    .replace("text: Seoul", "text: place-06")
    .replace("text: President", "text: place-07")
    + """\
  previous: {id: M4, text: place-08, sources: [P01]}
  facts: [{id: M5, text: place-09, sources: [P01]}]
bottom_line:
  - {id: B1, text: place-01, sources: [P01]}
key_points:
  - {id: K1, lead: place-02, text: place-03, sources: [P01]}
  - {id: K2, text: place-04, sources: [P01]}
milestones: [{id: MS, date: 2023-01-01, label: place-10, text: Not read, sources: [P01]}]
topics: [{id: first, title: One}, {id: second, title: Two}]
statements:
  - {id: S2, topic: second, speakers: [yoon], addressees: [nato], act: asked, text: place-12, sources: [P01]}
  - {id: S1, topic: first, speakers: [yoon], addressees: [nato], act: asked, text: place-11, sources: [P01]}
outcomes: [{id: O1, text: place-13, sources: [P01]}]
agreements:
  - {id: A1, name: Accord, text: place-14, sources: [P01], parties: [yoon], date: 2023-01-30,
     points: [{id: A2, text: place-15, sources: [P01]}], areas_notes: [{id: A3, text: place-16, sources: [P01]}],
     areas: [{id: A4, text: place-17, number: 1, sources: [P01], content: {id: A5, text: place-18, sources: [P01]}}]}
discrepancies:
  - {id: D1, title: Kept, nature: error, text: Not read, sources: [P01]}
  - {id: D2, title: Told, nature: error, print: true, text: place-25, sources: [P01],
     accounts: [{text: place-24, sources: [P01]}]}
reactions_finding: {id: F1, text: place-26, sources: [P01]}
reactions:
  - {id: R1, role: context, title: C, date: 2023-01-30, claims: [{id: R4, text: place-29, sources: [P01]}]}
  - {id: R2, role: background, title: B, date: 2023-01-30, claims: [{id: R5, text: place-28, sources: [P01]}]}
  - {id: R3, role: reaction, title: R, date: 2023-01-30, claims: [{id: R6, text: place-27, sources: [P01]}]}
"""
)
THREADS = """\
follow_ups:
  - id: T1
    what: place-21
    kind: plan
    actors: [yoon]
    counterparts: [nato]
    updates:
      - {id: T1-1, date: 2023-01-30, status: open, text: place-23, sources: [P01]}
      - {id: T1-2, date: 2023-06-30, status: closed, text: place-22, sources: [P01]}
      - {id: T1-3, date: 2023-12-30, status: closed, text: Not read, sources: [P01]}
  - id: T2
    what: place-19
    kind: plan
    actors: [yoon]
    counterparts: [nato]
    updates:
      - {id: T2-1, date: 2023-01-30, status: open, text: place-20, sources: [P01]}
"""


def read_with(here: Path, **words: str) -> list[Finding]:
    """What is told where these words stand, first in place `p01` and so on."""
    texts = {"event": READ, "follow_ups": THREADS}
    for place, word in words.items():
        texts = {name: text.replace(f"place-{place[1:]}", word) for name, text in texts.items()}
    return told(spelt_out, loaded(here, **texts))


@pytest.mark.parametrize("place", range(1, 29))
def test_a_brief_is_read_in_its_own_order(tmp_path: Path, place: int) -> None:
    first, second = f"p{place:02}", f"p{place + 1:02}"
    assert read_with(tmp_path / "right", **{first: FULL, second: "the ITPP"}) == []
    assert len(read_with(tmp_path / "wrong", **{first: "the ITPP", second: FULL})) == 1


def test_what_is_no_part_of_the_brief_is_not_read(tmp_path: Path) -> None:
    event, ledger = READ.replace("Not read", "the ITPP"), THREADS.replace("Not read", "the ITPP")
    assert told(spelt_out, loaded(tmp_path, event, follow_ups=ledger)) == []


def test_what_comes_after_the_as_of_date_explains_nothing(tmp_path: Path) -> None:
    event = READ.replace("{id: B1, text: place-01, sources: [P01]}", f"{{id: B1, text: {FULL}, sources: [P03]}}")
    event = event.replace("place-02", "ITPP")
    assert lines(told(spelt_out, loaded(tmp_path, event))) == [line_of(event, "lead: ITPP")]
    assert told(spelt_out, loaded(tmp_path / "later", event.replace("as_of: 2023-07-14", "as_of: 2023-12-14"))) == []


def test_an_abbreviation_without_an_entry_is_no_matter_of_first_use(tmp_path: Path) -> None:
    assert told(spelt_out, loaded(tmp_path, said("The DMZ and the ITPP."), glossary="terms: []\n")) == []
