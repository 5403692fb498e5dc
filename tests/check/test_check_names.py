"""Names spelt otherwise than in the register."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from brief.check import RULES, Subject
from brief.check.names import names_are_spelt_as_registered, variants
from brief.check.register import WORD, Register
from brief.event import load
from briefs_made import BRIEFS, EVENTS
from event_files import EVENT, LEDGER, PEOPLE, SOURCES, line_of, loaded

if TYPE_CHECKING:
    from brief.check.rule import Finding
    from brief.event import Dossier

STATEMENT = "text: President Yoon asked."
REGISTER = Register.of(load(BRIEFS, "vilnius-2023"))


def told(dossier: Dossier) -> list[Finding]:
    assert dossier.problems == ()
    assert dossier.event
    return list(names_are_spelt_as_registered(Subject(dossier.event, dossier)))


def meant(text: str) -> list[tuple[str, str]]:
    """Each piece of a text that is like a registered spelling, and that spelling."""
    return [(text[found.start : found.end], found.meant) for found in variants(text, REGISTER)]


@pytest.mark.parametrize("event", EVENTS)
def test_the_briefs_spell_every_name_as_registered(event: str) -> None:
    assert told(load(BRIEFS, event)) == []


def test_the_rule_is_a_warning() -> None:
    (rule,) = (rule for rule in RULES if rule.find is names_are_spelt_as_registered)
    assert (rule.code, rule.severity) == ("name", "warning")
    assert rule.explanation.startswith("A name or a term that the registers hold is spelt as they spell it.\n")


def test_a_name_spelt_otherwise_is_told_where_it_stands(tmp_path: Path) -> None:
    event = EVENT.replace(STATEMENT, "text: The guest, Yoon Suk-yeol, asked.")
    (found,) = told(loaded(tmp_path, event))
    line = line_of(event, "Yoon Suk-yeol")
    assert found.message == "'Yoon Suk-yeol' is spelt otherwise than in the register"
    assert found.hint == "write 'Yoon Suk Yeol'; somebody else is entered in people.yaml"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line, event.splitlines()[line - 1].index("Yoon") + 1)


def test_a_name_in_a_text_of_several_lines_is_told_on_its_own_line(tmp_path: Path) -> None:
    event = EVENT.replace(STATEMENT, "text: >-\n      It was asked by\n      the guest, Yoon\n      Suk-yeol.")
    (found,) = told(loaded(tmp_path, event))
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line_of(event, "the guest"), 18)


@pytest.mark.parametrize(
    ("register", "old", "new"),
    [
        ("event", "lead: Met.", "lead: Nato."),
        ("event", "text: They met., s", "text: Nato met., s"),
        ("follow_ups", "what: A cyber training centre", "what: A cyber training centre of Nato"),
        ("follow_ups", "text: It was opened.", "text: Nato opened it."),
    ],
)
def test_leads_follow_ups_and_their_updates_are_read(tmp_path: Path, register: str, old: str, new: str) -> None:
    text = {"event": EVENT, "follow_ups": LEDGER}[register].replace(old, new)
    found = told(loaded(tmp_path, **{register: text}))
    assert {each.place.line for each in found if each.place} == {
        number for number, line in enumerate(text.splitlines(), 1) if "Nato" in line
    }


def test_labels_of_milestones_are_read(tmp_path: Path) -> None:
    step = "milestones:\n  - {id: MS1, date: 2023-01-01, label: Nato opens, text: It opens., sources: [P01]}\n"
    (found,) = told(loaded(tmp_path, EVENT + step))
    assert found.place is not None
    assert found.place.line == line_of(EVENT + step, "MS1")


@pytest.mark.parametrize(
    "old", ["title: A meeting", "subtitle: Two people", "occasion: Seoul", "    title: Talks", "name: Accord"]
)
def test_the_officer_s_own_titles_are_read(tmp_path: Path, old: str) -> None:
    event = EVENT + (
        "agreements:\n"
        "  - {id: A1, name: Accord, text: They signed., sources: [P01], parties: [yoon], date: 2023-01-30}\n"
    )
    spoilt = event.replace(old, f"{old} of Nato")
    (found,) = told(loaded(tmp_path, spoilt))
    assert found.place is not None
    assert found.place.line == line_of(spoilt, "Nato")


def test_quotations_accounts_and_titles_of_differences_are_the_source_s_own(tmp_path: Path) -> None:
    spoilt = "Yoon Suk-yeol of Nato"
    event = EVENT + f"    quote: {{text: {spoilt}, source: P01, lead: As delivered}}\n"
    event += (
        f"discrepancies:\n  - {{id: D1, title: {spoilt}, nature: translation, text: 'One writes “{spoilt}”.', "
        f"sources: [P01], accounts: [{{text: {spoilt}, sources: [P01]}}]}}\n"
    )
    assert told(loaded(tmp_path, event)) == []


def test_the_title_of_a_source_in_a_text_keeps_its_spelling(tmp_path: Path) -> None:
    event = EVENT.replace(STATEMENT, "text: President Yoon read Nato Review.")
    assert len(told(loaded(tmp_path / "a", event))) == 1
    assert told(loaded(tmp_path / "b", event, sources=SOURCES.replace("The Korea Herald", "Nato Review"))) == []


def test_a_text_in_korean_is_left_alone() -> None:
    assert meant("윤석열 대통령은 Nato 정상회의에서") == []


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Yoon Suk-yeol", "Yoon Suk Yeol"),
        ("YOON Suk Yeol", "Yoon Suk Yeol"),
        ("Yoon Sukyeol", "Yoon Suk Yeol"),
        ("Yoon Seok Yeol", "Yoon Suk Yeol"),
        ("Yoon Suk Yoel", "Yoon Suk Yeol"),
        ("Yóon Suk Yeol", "Yoon Suk Yeol"),
        ("President Yoom", "President Yoon"),
        ("Presidant Yoon", "President Yoon"),
        ("Kim Yo-jong", "Kim Yo Jong"),
        ("Kim Yojong", "Kim Yo Jong"),
        ("Kim Eun Hye", "Kim Eun-hye"),
        ("Wi Sunglac", "Wi Sung-lac"),
        ("Stoltenburg", "Stoltenberg"),
        ("Jens Stoltenberrg", "Jens Stoltenberg"),
        ("Mark Rute", "Mark Rutte"),
        ("Nato", "NATO"),
        ("N.A.T.O.", "NATO"),
        ("N.A.T.O", "NATO"),
        ("U.N.", "UN"),
        ("Itpp", "ITPP"),
        ("North Atlantic Treaty Organisation", "North Atlantic Treaty Organization"),
        ("Individually Tailored Partnership Program", "Individually Tailored Partnership Programme"),
        ("Cooperative Cyber Defense Centre of Excellence", "Cooperative Cyber Defence Centre of Excellence"),
        ("Korean Central New Agency", "Korean Central News Agency"),
        ("Democratic Peoples Republic of Korea", "Democratic People\N{RIGHT SINGLE QUOTATION MARK}s Republic of Korea"),
        ("National Inteligence Service", "National Intelligence Service"),
    ],
)
def test_a_spelling_beside_the_register_s_is_found(text: str, spelling: str) -> None:
    assert meant(f"It was, as {text} said, so.") == [(text, spelling)]
    assert meant(f"That is {text}\N{RIGHT SINGLE QUOTATION MARK}s view.") == [(text, spelling)]


@pytest.mark.parametrize(
    "text",
    [
        "President Yoon, Mr Yoon\N{RIGHT SINGLE QUOTATION MARK}s office and Yoon\N{RIGHT SINGLE QUOTATION MARK}s staff",
        "the ROK\N{RIGHT SINGLE QUOTATION MARK}s and NATO's staff, NATO-led, non-NATO, Korea\N{EN DASH}NATO",
        "the Republic of Korea's allies",
        "Ms\N{NO-BREAK SPACE}Kim\N{NO-BREAK SPACE}Yo\N{NO-BREAK SPACE}Jong",
        "Presidents Yoon and Lee; the Stoltenbergs; Ministers Park and Kim",
        "President Moon Jae-in and President Biden",
        "Kim Jong Un, Kim Il Song, Kim Son Hui and Kim Sung",
        "Mrs Kim Eun-hye and Dr Lee Do-woon",
        "Foreign Minister Pak Ui-chun; Lee Jae Yong; Lee Young; General Park Jin-woo",
        "Park said. Jin left. Lee, Wi and Park",
        "Presidential office staff; ambassador Kim Song",
        "a group of seven; united nations; the associated press releases; a Korean win; the republic of letters",
        "Nis in Serbia, and Un, and Ap",
        "the apex of it. Apex predators",
        "the office of the President; the Minister of Foreign Affairs Park Jin",
        "Karl Stoltz, the Stoltzenburgs and the Australian government",
        "NATO HAS MET IN MADRID",
    ],
)
def test_other_words_and_other_people_are_left_alone(text: str) -> None:
    assert meant(text) == []


def test_two_people_with_like_names_are_both_right(tmp_path: Path) -> None:
    people = PEOPLE.replace(
        "organisations:", "  - {id: yun, name: Yoon Suk Yeon, short: Minister Yoon}\norganisations:"
    )
    event = EVENT.replace(STATEMENT, "text: Yoon Suk Yeol and Yoon Suk Yeon asked; Yoon Suk Yeom answered.")
    (found,) = told(loaded(tmp_path, event, people=people))
    assert "'Yoon Suk Yeom'" in found.message


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("Germany", "German, Germans"),
        ("Australia", "Australian, Austria"),
        ("Northland", "Northlanders"),
        ("Ireland", "Iceland"),
        ("Zambia", "Gambia"),
    ],
)
def test_a_country_s_people_and_its_like_are_left_alone(tmp_path: Path, country: str, text: str) -> None:
    people = f"{PEOPLE}  - {{id: other, name: {country}, short: {country}}}\n"
    register = Register.of(loaded(tmp_path, people=people))
    assert variants(f"They met the {text} there.", register) == ()
    assert len(variants(f"They met in {country[:3]}{country[4:]} there.", register)) == 1


def test_somebody_with_another_first_name_is_somebody_else(tmp_path: Path) -> None:
    people = f"{PEOPLE}  - {{id: berger, name: Anna Berger, short: Minister Berger}}\n"
    register = Register.of(loaded(tmp_path, people=people))
    assert variants("They met Karl Burger there.", register) == ()
    assert [found.meant for found in variants("They met Burger and Mr Burger.", register)] == ["Berger", "Berger"]


def test_a_word_of_another_registered_name_is_left_alone(tmp_path: Path) -> None:
    people = f"{PEOPLE}  - {{id: castro, name: Luis Castro, short: Minister Castro}}\n"
    text = "They spoke of the Castor Plan."
    assert len(variants(text, Register.of(loaded(tmp_path / "a", people=people)))) == 1
    glossary = "terms:\n  - {id: CP, full: Castor Plan}\n"
    assert variants(text, Register.of(loaded(tmp_path / "b", people=people, glossary=glossary))) == ()


# ---- any slip of the pen ---------------------------------------------------------------------------------------------

PEOPLE_OF_THE_BRIEFS = (BRIEFS / "people.yaml").read_text(encoding="utf-8")
LEAST = 4
"""Letters of the words that are spoilt: a shorter one may well be another name."""


def names() -> list[str]:
    """The names of people and organisations that are more than an abbreviation."""
    parties = load(BRIEFS, "vilnius-2023").parties
    found = {str(name) for party in parties for name in (party.name, party.short)}
    return sorted(name for name in found if re.search("[a-z]{3}", name) and "," not in name)


NAMES = names()


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A registered name, and the same with a letter changed, left out, doubled or moved; not the first of a word."""
    name = draw(st.sampled_from(NAMES))
    words = [found.span() for found in re.finditer(r"[^\W_]+", name) if len(found[0]) >= LEAST]
    if not words:
        return name, name
    start, end = draw(st.sampled_from(words))
    at = draw(st.integers(start + 1, end - 1))
    before, letter, after = name[:at], name[at], name[at + 1 :]
    other = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    ways = [before + other + after, before + after, before + letter * 2 + after, before + other + letter + after]
    if at > start + 1:
        ways.append(before[:-1] + letter + before[-1] + after)
    return name, draw(st.sampled_from(ways))


@given(slips())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_name_misspelt_by_a_letter_is_caught_on_its_line(slip: tuple[str, str]) -> None:
    name, spoilt = slip
    changed = set(WORD.findall(spoilt)) - set(WORD.findall(name))
    plural = any(f"{word}s" in changed for word in WORD.findall(name))
    another = any(word.casefold() in REGISTER.words for word in changed)
    assume(changed and not plural and not another)
    event = EVENT.replace(STATEMENT, f"text: >-\n      The talks\n      with {spoilt}, held there, went well.")
    with TemporaryDirectory() as folder:
        (found,) = told(loaded(Path(folder), event, people=PEOPLE_OF_THE_BRIEFS))
    assert found.place is not None
    assert found.place.line == line_of(event, "held there")
    assert found.message.split("'")[1] in spoilt
