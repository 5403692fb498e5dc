"""Judgements in the words of the yardstick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from brief.check import RULES, Subject
from brief.check.likelihood import OUTSIDE, YARDSTICK
from brief.check.likelihood import likelihood_and_confidence_stand_apart as stand_apart
from brief.check.likelihood import likelihood_takes_the_words_of_the_yardstick as words_of_the_yardstick
from brief.event import load
from briefs_made import BRIEFS, EVENTS
from event_files import EVENT, LEDGER, line_of, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from brief.check.rule import Finding
    from brief.event import Dossier

    Find = Callable[[Subject], Iterable[Finding]]

STATEMENT = "text: President Yoon asked."


def told(find: Find, dossier: Dossier) -> list[Finding]:
    assert dossier.problems == ()
    assert dossier.event
    return list(find(Subject(dossier.event, dossier)))


def judged(here: Path, find: Find, text: str, kind: str = "assessment") -> list[Finding]:
    """What is told of a judgement."""
    return told(find, loaded(here, EVENT.replace(STATEMENT, f'kind: {kind}\n    text: "{text}"')))


def words(found: list[Finding]) -> list[str]:
    """What each finding names first."""
    return [each.message.split("'")[1] for each in found]


@pytest.mark.parametrize("find", [stand_apart, words_of_the_yardstick])
@pytest.mark.parametrize("event", EVENTS)
def test_the_judgements_of_the_briefs_keep_to_the_yardstick(event: str, find: Find) -> None:
    assert told(find, load(BRIEFS, event)) == []


@pytest.mark.parametrize(
    ("find", "code"), [(stand_apart, "likelihood-confidence"), (words_of_the_yardstick, "yardstick")]
)
def test_the_rules_are_warnings_and_name_the_standard(find: Find, code: str) -> None:
    (rule,) = (rule for rule in RULES if rule.find is find)
    assert (rule.code, rule.severity) == (code, "warning")
    assert "ICD 203 of 2 January 2015, section D.6.e.(2)" in re.sub(r"\s+", " ", rule.explanation)


# ---- one sentence ----------------------------------------------------------------------------------------------------


def test_likelihood_and_confidence_in_one_sentence_are_told_where_they_meet(tmp_path: Path) -> None:
    text = (
        "text: >-\n      Talks were held. It is very likely, as we judge\n      with high confidence, that they go on."
    )
    event = EVENT.replace(STATEMENT, f"kind: assessment\n    {text}")
    (found,) = told(stand_apart, loaded(tmp_path, event))
    assert found.message == "a likelihood ('very likely') and a confidence ('high confidence') stand in one sentence"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line_of(event, "high confidence"), 12)
    assert found.hint.startswith("make two sentences")


@pytest.mark.parametrize(
    "text",
    [
        "We are confident that it is unlikely.",
        "It may well be so; we say so with a moderate degree of confidence.",
        "It is almost certain (high confidence).",
        "According to Mr. Kim it is probable, at low level of confidence, as low confidence goes.",
    ],
)
def test_they_are_told_however_they_are_put(tmp_path: Path, text: str) -> None:
    assert len(judged(tmp_path, stand_apart, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is very likely to go on. We have high confidence in this.",
        "It is very likely to go on.",
        "We have high confidence in this.",
        "Confidence-building measures are likely; low confidence-building is not.",
        "They are likely to speak of “high confidence”.",
        "그럴 가능성이 크다 likely high confidence 높은 신뢰도로 판단한다",
    ],
)
def test_two_sentences_pass(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, stand_apart, text) == []


@pytest.mark.parametrize("find", [stand_apart, words_of_the_yardstick])
def test_a_fact_is_no_judgement(tmp_path: Path, find: Find) -> None:
    text = "It may well be so, with high confidence."
    assert len(judged(tmp_path / "a", find, text)) == 1
    assert judged(tmp_path / "f", find, text, "fact") == []


# ---- the yardstick ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "band",
    [
        ("almost no chance", "remote"),
        ("very unlikely", "highly improbable"),
        ("unlikely", "improbable"),
        ("roughly even chance", "roughly even odds"),
        ("likely", "probable"),
        ("very likely", "highly probable"),
        ("almost certain", "nearly certain"),
    ],
)
def test_both_names_of_each_band_pass(tmp_path: Path, band: tuple[str, str]) -> None:
    assert len(YARDSTICK) == 7
    for name in band:
        assert judged(tmp_path / name, words_of_the_yardstick, f"{name.capitalize()}, as far as it is {name}.") == []
        confident = f"It is {name}, and we are confident."
        assert len(judged(tmp_path / f"{name} too", stand_apart, confident)) == 1, name


@pytest.mark.parametrize(
    ("word", "band"),
    [
        ("impossible", "almost no chance"),
        ("extremely unlikely", "very unlikely"),
        ("highly unlikely", "very unlikely"),
        ("doubtful", "unlikely"),
        ("a realistic possibility", "roughly even chance"),
        ("even odds", "roughly even chance"),
        ("may well", "likely"),
        ("presumably", "likely"),
        ("highly likely", "very likely"),
        ("virtually certain", "almost certain"),
        ("certainly", "almost certain"),
        ("a real possibility", "say how likely"),
        ("possibly", "say how likely"),
        ("perhaps", "say how likely"),
        ("maybe", "say how likely"),
        ("could", "say how likely"),
        ("might", "say how likely"),
        ("may", "say how likely"),
        ("conceivable", "say how likely"),
    ],
)
def test_a_word_outside_the_yardstick_is_told_with_what_to_write(tmp_path: Path, word: str, band: str) -> None:
    (found,) = judged(tmp_path, words_of_the_yardstick, f"They said that it {word} be so.")
    named = word.removeprefix("a ")
    assert found.message == f"'{named}' is no expression of the yardstick of likelihood"
    assert band in found.hint
    assert found.place is not None
    line = (tmp_path / "briefs/first/event.yaml").read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith(named)


def test_each_group_of_words_has_its_own_hint() -> None:
    for group, (expressions, hint) in enumerate(OUTSIDE):
        assert hint, group
        assert "(" not in expressions.replace("(?:", ""), "a group of its own would shift the hints"


@pytest.mark.parametrize(
    "text",
    [
        "They met in May. May is a good month for it.",
        "The ministers asked for help so that the programme could be concluded.",
        "They could not agree, and came as soon as possible, if possible at once.",
        "Its military might made possible what the might of others did not.",
        "The most likely date is 3 May.",
        "It is almost certainly so and probably will be.",
        "They wrote “it could possibly be so”.",
        "그것은 could possibly 가능성이 있다고 판단한다",
    ],
)
def test_what_says_nothing_of_likelihood_passes(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, words_of_the_yardstick, text) == []


def test_a_level_of_confidence_is_high_moderate_or_low(tmp_path: Path) -> None:
    assert judged(tmp_path / "a", words_of_the_yardstick, "We say so with high, then with low confidence.") == []
    (found,) = judged(tmp_path / "b", words_of_the_yardstick, "We say so with medium confidence.")
    assert found.message == "'medium confidence' is no level of confidence"
    assert found.hint == "write one of: high, moderate, low"


def test_judgements_of_the_ledger_and_every_word_of_a_text_are_told(tmp_path: Path) -> None:
    ledger = LEDGER.replace("text: It was raised.", "kind: assessment\n        text: Perhaps so. It might be.")
    found = told(words_of_the_yardstick, loaded(tmp_path, follow_ups=ledger))
    assert words(found) == ["Perhaps", "might"]
    assert {each.place.line for each in found if each.place} == {line_of(ledger, "Perhaps")}
