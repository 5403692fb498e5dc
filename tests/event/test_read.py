from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
import yaml
from event_files import EVENT, LEDGER, SOURCES, briefs, line_of, spots
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.event import UNPRINTABLE, Citation, Claim, Day, Event, Party, Source, Statement, Topic, load, one_line
from brief.event.compose import compose
from brief.event.ids import BAD, Register
from brief.event.kinds import fields_of
from brief.event.read import Reader
from brief.place import Count, Place, Words

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Dossier
    from brief.problem import Problem


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(here: Path, event: str = EVENT, **registers: str) -> Dossier:
    return load(briefs(here / "briefs", event, **registers), "first")


def spoilt(here: Path, old: str, new: str) -> tuple[Problem, ...]:
    """The problems after one piece of the event was replaced."""
    assert EVENT.count(old) == 1, old
    return loaded(here, EVENT.replace(old, new)).problems


def read(kind: type, text: str, **options: Any) -> tuple[Any, list[Problem]]:
    """A record out of a text of its own, and what is wrong with it."""
    reader = Reader("f.yaml", **options)
    node, problems = compose(text, "f.yaml")
    assert node is not None
    return reader.read(kind, node), [*problems, *reader.problems]


# ---- what is read ----------------------------------------------------------------------------------------------------


def test_a_faultless_folder_is_read_without_a_problem(here: Path) -> None:
    dossier = loaded(here)
    assert dossier.problems == ()
    assert dossier.event
    assert dossier.event.id == "first"
    assert dossier.event.meeting.date == Day(2023, 1, 30)
    assert [s.id for s in dossier.sources] == ["P01", "P02", "P03", "P04"]
    assert [p.id for p in dossier.parties] == ["yoon", "nato"]
    assert [t.id for t in dossier.terms] == ["ITPP"]
    assert [u.status for u in dossier.ledger[0].updates] == ["open", "closed"]


def test_a_value_knows_its_file_line_column_and_path(here: Path) -> None:
    event = loaded(here).event
    assert event
    text = event.statements[0].text
    assert isinstance(text, Words)
    line = line_of(EVENT, "text: President Yoon")
    assert text.place == Place("briefs/first/event.yaml", line, 11, "statements[S1].text")
    assert event.as_of.place == Place("briefs/first/event.yaml", 4, 8, "as_of")


def test_an_item_without_an_id_is_numbered_in_the_path(here: Path) -> None:
    event = loaded(here).event
    assert event
    at = event.statements[0].sources[1].at
    assert isinstance(at, Words)
    assert at.place.path == "statements[S1].sources[1].at"


def test_an_id_becomes_the_record_of_its_register(here: Path) -> None:
    dossier = loaded(here)
    assert dossier.event
    statement = dossier.event.statements[0]
    assert statement.speakers == (dossier.parties[0],)
    assert statement.sources == (
        Citation(source=dossier.sources[0]),
        Citation(source=dossier.sources[1], at=statement.sources[1].at),
    )


@pytest.mark.parametrize("text", ["no", "on", "012", "1:30", "2023-07-11", "0x1F", ".5", "1e3", "true", "=", "<<"])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    topic, problems = read(Topic, f"id: a\ntitle: {text}\n")
    assert not problems
    assert topic.title == text


@pytest.mark.parametrize(
    "written", [">-\n  a\n  b\n", "|\n  a\n  b\n", "a\n  b", '"a\\n\\tb"', "' a\n\n  b '", "'a \tb'"]
)
def test_a_text_is_one_line(written: str) -> None:
    topic, problems = read(Topic, f"id: a\ntitle: {written}\n")
    assert not problems
    assert topic.title == "a b"


def test_spaces_inside_a_line_are_kept() -> None:
    assert one_line("a  b\u00a0 c") == "a  b\u00a0 c"


def test_a_number_and_a_day_know_their_places() -> None:
    source, problems = read(Source, "id: a\ntitle: b\npublisher: c\ndate: 2023-07\n")
    assert not problems
    assert (source.date, source.date.place) == (Day(2023, 7), Place("f.yaml", 4, 7, "date"))
    assert (source.language, source.text, source.note) == ("en", "original", None)
    areas = "id: a\ntext: b\nsources: [P]\nnumber: 11\n"
    area, problems = read(_class("Area"), areas, registers={Source: Register("s", {"P": source})})
    assert not problems
    assert isinstance(area.number, Count)
    assert (area.number, area.number.place.line) == (11, 4)


def test_true_and_false_are_read() -> None:
    source, _ = read(Source, "id: a\ntitle: b\npublisher: c\n")
    text = "text: a\nsources: [P]\nstands: {}\n"
    for written, value in (("true", True), ("false", False)):
        account, problems = read(
            _class("Account"), text.format(written), registers={Source: Register("s", {"P": source})}
        )
        assert not problems
        assert account.stands is value


@pytest.mark.parametrize("nothing", ["", "~", "null", "''"])
def test_an_optional_field_left_empty_counts_as_left_out(nothing: str) -> None:
    party, problems = read(Party, f"id: a\nname: b\nshort: c\ntitle: {nothing}\n")
    assert not problems
    assert party.title is None


def _class(name: str) -> type:
    from brief import event

    found = getattr(event, name)
    assert isinstance(found, type)
    return found


# ---- languages -------------------------------------------------------------------------------------------------------


def test_a_text_is_taken_in_the_readers_language_and_placed_there() -> None:
    text = "id: a\ntitle:\n  en: Talks\n  ko: 회담\n"
    for language, title, line in (("en", "Talks", 3), ("ko", "회담", 4)):
        topic, problems = read(Topic, text, language=language)
        assert not problems
        assert topic.title == title
        assert topic.title.place == Place("f.yaml", line, 7, f"title.{language}")


def test_a_missing_translation_is_told_where_it_should_stand() -> None:
    topic, (problem,) = read(Topic, "id: a\ntitle: {en: Talks}\n", language="ko")
    assert topic is BAD
    assert problem.place
    assert (problem.code, problem.place.line, problem.place.column) == ("translation", 2, 8)


def test_a_text_in_no_language_is_used_in_another_than_english_with_a_warning() -> None:
    topic, (problem,) = read(Topic, "id: a\ntitle: Talks\n", language="ko")
    assert topic.title == "Talks"
    assert (problem.code, problem.severity) == ("translation", "warning")


def test_faults_in_other_languages_than_the_readers_are_told() -> None:
    topic, problems = read(Topic, 'id: a\ntitle: {en: Talks, ko: "\\u0007", kp: x}\n')
    assert topic is BAD
    assert [p.code for p in problems] == ["character", "unknown-key"]


# ---- what is wrong, each with its place ------------------------------------------------------------------------------


NO_DATE = "2023-07-11, or 2023-07 or 2023"

FAULTS = [
    ("subtitle: Two", "subtitel: Two", 2, 1, "unknown-key", "an event has no field 'subtitel'", "'subtitle'"),
    ("title: A meeting", "title: A\nid: x", 2, 1, "unknown-key", "an event has no field 'id'", "its folder"),
    ("    title: Talks", "    title: T\n    x: 1", 26, 5, "unknown-key", "a topic has no field 'x'", "id, title"),
    ("  version:", "  to: A\n  version:", 11, 3, "duplicate", "'to' is given twice, first on line 7", "keep one"),
    ("    act: asked\n", "", 27, 5, "missing", "a statement needs 'act'", "act: …"),
    ("act: asked", "act: aksed", 31, 10, "choice", "'aksed' is not one of: asked,", "'asked'"),
    ("Seoul, 30 January 2023", "", 3, 10, "empty", "'occasion' has no value", "needs one"),
    ("as_of: 2023-07-14", "as_of: 2023-02-30", 4, 8, "date", "February 2023 has 28 days", ""),
    ("as_of: 2023-07-14", "as_of: 2024-02-30", 4, 8, "date", "February 2024 has 29 days", ""),
    ("as_of: 2023-07-14", "as_of: 2023-04-31", 4, 8, "date", "April 2023 has 30 days", ""),
    ("as_of: 2023-07-14", "as_of: 2023-13-01", 4, 8, "date", "there is no month 13", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 11/07/2023", 4, 8, "date", "'11/07/2023' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 2023-7-11", 4, 8, "date", "'2023-7-11' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 0000-01-01", 4, 8, "date", "'0000-01-01' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: [2023]", 4, 8, "shape", "one value belongs here", ""),
    ("speakers: [yoon]", "speakers: yoon", 29, 15, "shape", "a list belongs here", "[a, b]"),
    ("speakers: [yoon]", "speakers: [yon]", 29, 16, "reference", "no party 'yon' in people.yaml", "'yoon'"),
    ("source: P02", "source: P021", 35, 17, "reference", "no source 'P021' in sources.yaml", "'P02'"),
    ("topic: talks", "topic: talk", 28, 12, "reference", "no topic 'talk' in this file", "'talks'"),
    ("as_of:", "previous: frist\nas_of:", 4, 11, "reference", "no event 'frist'", "'first'"),
    ("text: Seoul, sources: [P01]", "text: S, sources: []", 16, 37, "no-source", "a claim needs at least", "[P01]"),
    ("    title: Talks", "    title: T\n  - {id: talks, title: b}", 26, 10, "duplicate", "first on line 24", "its own"),
    ("id: K1", "id: B1", 22, 10, "duplicate", "the id 'B1' is given twice, first on line 20", "its own"),
    ("text: Seoul,", "text: [a],", 16, 25, "shape", "one value belongs here", ""),
    ("A meeting", '"A \\u0007"', 1, 8, "character", "that cannot be printed, U+0007", "delete"),
    ("A meeting", "A \u202e meeting", 1, 10, "character", "that cannot be printed, U+202E", "delete"),
]


@pytest.mark.parametrize(("old", "new", "line", "column", "code", "message", "hint"), FAULTS)
def test_a_fault_is_told_with_its_line_and_column(
    here: Path, old: str, new: str, line: int, column: int, code: str, message: str, hint: str
) -> None:
    (problem,) = spoilt(here, old, new)
    assert problem.place
    assert problem.place.file == "briefs/first/event.yaml"
    assert (problem.place.line, problem.place.column, problem.code) == (line, column, code)
    assert message in problem.message
    assert hint in problem.hint
    assert bool(hint) == bool(problem.hint)


def test_a_claim_without_sources_is_told_as_one_with_an_empty_list(here: Path) -> None:
    (problem,) = spoilt(here, "text: Seoul, sources: [P01]", "text: Seoul")
    assert (problem.code, problem.message) == ("no-source", "a claim needs at least one source")
    for number, empty in enumerate(("", "[]", "~")):
        (problem,) = spoilt(here / str(number), "text: Seoul, sources: [P01]", f"text: Seoul, sources: {empty}")
        assert problem.code == "no-source"


def test_a_follow_up_without_updates_is_told(here: Path) -> None:
    ledger = LEDGER[: LEDGER.index("    updates:")] + "    updates: []\n"
    (problem,) = loaded(here, follow_ups=ledger).problems
    assert (problem.code, problem.message) == ("empty", "a follow up needs at least one update")


def test_one_misspelt_key_is_one_problem_and_its_value_is_still_read(here: Path) -> None:
    problems = spoilt(here, "act: asked\n    text: President Yoon asked.", "akt: aksed\n    text: A.")
    assert [p.code for p in problems] == ["unknown-key", "choice"]


def test_a_number_is_digits_and_a_choice_of_two_is_true_or_false() -> None:
    registers = {Source: Register("s", {"P": BAD})}
    for kind, field, written, code in (
        ("Area", "number", "eleven", "number"),
        ("Area", "number", "1_0", "number"),
        ("Area", "number", "9" * 5000, "number"),
        ("Account", "stands", "yes", "choice"),
    ):
        _, (problem,) = read(
            _class(kind),
            f"id: a\ntext: b\nsources: [P]\n{field}: {written}\n"[6 * (kind == "Account") :],
            registers=registers,
        )
        assert problem.code == code


def test_a_fault_in_a_register_is_told_once_and_not_again_by_those_who_name_the_record(here: Path) -> None:
    problems = loaded(here, sources=SOURCES.replace("date: 2023-01-30", "date: 2023-01-32")).problems
    assert spots(problems) == [("date", 5, 11)]


def test_a_register_that_cannot_be_read_makes_no_id_unknown(here: Path) -> None:
    problems = loaded(here, sources="sources: [", people="persons: []\n").problems
    assert [p.code for p in problems if p.place and "event.yaml" in p.place.file] == []
    assert {p.code for p in problems} == {"yaml", "unknown-key", "missing"}


def test_all_faults_of_all_files_are_told_at_once_in_their_order(here: Path) -> None:
    faults = [
        ("subtitle: Two people meet", "subtitle: {en: Two, xx: Zwei}"),
        ("as_of: 2023-07-14", "as_of: 2023-06-31"),
        ("  version:", "  colour: red\n  version:"),
        ("  drafter: Officer\n", ""),
        ("text: Seoul, sources: [P01]", "text: Seoul, sources: [P09]"),
        ("party: yoon", "party: moon"),
        ("lead: Met., text", "lead: Met., lead: Again., text"),
        ("topic: talks", "topic: walks"),
        ("addressees: [nato]", "addressees: nato"),
        ("act: asked", "act: begged"),
    ]
    text = EVENT
    for old, new in faults:
        assert text.count(old) == 1
        text = text.replace(old, new)
    dossier = loaded(here, text, follow_ups=LEDGER.replace("status: open", "status: opened"))
    assert dossier.event is None
    assert dossier.ledger == ()
    assert spots(dossier.problems) == [
        ("unknown-key", 2, 21),
        ("date", 4, 8),
        ("missing", 6, 3),
        ("unknown-key", 7, 3),
        ("reference", 16, 42),
        ("reference", 18, 40),
        ("duplicate", 22, 25),
        ("reference", 28, 12),
        ("shape", 30, 17),
        ("choice", 31, 10),
        ("choice", 10, 17),
    ]


def test_a_value_in_a_message_is_short_and_cannot_command_a_terminal() -> None:
    _, problems = read(Topic, 'id: a\ntitle: b\n"\\e[31m' + "x" * 500 + '": c\n')
    assert problems[0].message.startswith("a topic has no field '\N{REPLACEMENT CHARACTER}[31mxxx")
    assert len(problems[0].message) < 100


def test_a_file_full_of_faults_is_read_and_told_up_to_a_limit() -> None:
    _, problems = read(Topic, "id: a\ntitle: b\n" + "".join(f"k{n}: 1\n" for n in range(3000)))
    assert len(problems) == 1000


def test_a_long_file_is_read(here: Path) -> None:
    claim = '  - {{id: A{0}, text: "The {0}th claim: a text", sources: [P01, {{source: P02, at: line {0}}}]}}\n'
    many = "".join(claim.format(n) for n in range(2000))
    event = loaded(here, EVENT + "outcomes:\n" + many).event
    assert event
    assert len(event.outcomes) == 2000
    assert event.outcomes[-1].text == "The 1999th claim: a text"


# ---- any text, any field ---------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80) | st.text(
    "ab :#-[]{}'\"|>&*!%@`\\,?\n\t é한~", min_size=1, max_size=40
)


def printable(text: str) -> bool:
    import re

    return not re.search(UNPRINTABLE, text) and not one_line(text).isspace() and bool(one_line(text))


def prose_fields(kind: type) -> list[str]:
    return [name for name, hint in get_type_hints(kind).items() if "Prose" in str(hint)]


@settings(max_examples=150)
@given(st.data(), TEXTS.filter(printable), st.sampled_from(["'", '"', "|", ">", None]))
def test_any_text_comes_back_from_any_prose_field_and_stands_where_it_says(
    data: st.DataObject, text: str, style: str | None
) -> None:
    kind = data.draw(st.sampled_from([Party, Source, Topic, _class("Term"), _class("Header")]))
    name = data.draw(st.sampled_from(prose_fields(kind)))
    record = {
        f: "2023" if "Day" in str(h) else "x" for f, h in get_type_hints(kind).items() if fields_of(kind)[f].required
    }
    written = yaml.dump(
        record | {name: text}, Dumper=yaml.SafeDumper, default_style=style, allow_unicode=data.draw(st.booleans())
    )
    value, problems = read(kind, written)
    assert not [p for p in problems if p.severity == "error"]
    words = getattr(value, name)
    assert words == one_line(text)
    assert words.place.path == name
    assert scalar_at(written, words.place) == text


def scalar_at(text: str, place: Place) -> str | None:
    """The text of the scalar that begins at a place, as PyYAML reads it."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and (mark.line + 1, mark.column + 1) == (place.line, place.column):
            return str(event.value)
    return None


@given(st.text(max_size=200))
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    node, problems = compose(text, "f.yaml")
    if node is None:
        assert problems
        return
    reader = Reader("f.yaml")
    reader.read(Event, node, id="x")
    assert reader.problems


def test_every_type_of_the_model_has_a_kind() -> None:
    from brief.event import model

    for record in vars(model).values():
        if dataclasses.is_dataclass(record) and isinstance(record, type):
            assert list(fields_of(record)) == [f.name for f in dataclasses.fields(record)]
    assert not fields_of(Claim)["quote"].required
    assert fields_of(Statement)["topic"].required
