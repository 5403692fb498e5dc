from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.event import Source, Topic
from brief.event.ids import BAD, Register
from event_files import EVENT, LEDGER, SOURCES, class_of, loaded, read, spoilt, spots

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


NO_DATE = "2023-07-11, or 2023-07 or 2023"

FAULTS = [
    ("subtitle: Two", "subtitel: Two", ("unknown-key", 2, 1), "an event has no field 'subtitel'", "'subtitle'"),
    ("title: A meeting", "title: A\nid: x", ("unknown-key", 2, 1), "an event has no field 'id'", "its folder"),
    ("    title: Talks", "    title: T\n    x: 1", ("unknown-key", 26, 5), "a topic has no field 'x'", "id, title"),
    ("  version:", "  to: A\n  version:", ("duplicate", 11, 3), "'to' is given twice, first on line 7", "keep one"),
    (
        "    act: asked\n",
        "    act: asked\n    id: S2\n",
        ("duplicate", 32, 5),
        "'id' is given twice, first on line 27",
        "begins with '- '",
    ),
    ("    act: asked\n", "", ("missing", 27, 5), "a statement needs 'act'", "act: …"),
    ("act: asked", "act: aksed", ("choice", 31, 10), "'aksed' is not one of: asked,", "'asked'"),
    ("Seoul, 30 January 2023", "", ("empty", 3, 10), "'occasion' has no value", "needs one"),
    ("as_of: 2023-07-14", "as_of: 2023-02-30", ("date", 4, 8), "February 2023 has 28 days", ""),
    ("as_of: 2023-07-14", "as_of: 2024-02-30", ("date", 4, 8), "February 2024 has 29 days", ""),
    ("as_of: 2023-07-14", "as_of: 2023-04-31", ("date", 4, 8), "April 2023 has 30 days", ""),
    ("as_of: 2023-07-14", "as_of: 2023-13-01", ("date", 4, 8), "there is no month 13", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 11/07/2023", ("date", 4, 8), "'11/07/2023' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 2023-7-11", ("date", 4, 8), "'2023-7-11' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: 0000-01-01", ("date", 4, 8), "'0000-01-01' is no date", NO_DATE),
    ("as_of: 2023-07-14", "as_of: [2023]", ("shape", 4, 8), "one value belongs here", ""),
    ("speakers: [yoon]", "speakers: yoon", ("shape", 29, 15), "a list belongs here", "[a, b]"),
    ("speakers: [yoon]", "speakers: [yon]", ("reference", 29, 16), "no party 'yon' in people.yaml", "'yoon'"),
    ("source: P02", "source: P021", ("reference", 35, 17), "no source 'P021' in sources.yaml", "'P02'"),
    ("speakers: [yoon]", "speakers: [zeta]", ("reference", 29, 16), "'zeta' in people.yaml", "enter it in people.yaml"),
    ("source: P02", "source: X9", ("reference", 35, 17), "'X9' in sources.yaml", "enter it in sources.yaml"),
    ("topic: talks", "topic: x", ("reference", 28, 12), "no topic 'x' in this file", "there is talks"),
    ("as_of:", "previous: x\nas_of:", ("reference", 4, 11), "no event 'x'", "there is first"),
    (
        "as_of: 2023-07-14",
        "as_of: “2023-07-14”",
        ("date", 4, 8),
        "is no date",
        'write "2023-07-14", or leave the marks out',
    ),
    (
        "act: asked",
        "act: „asked“",
        ("choice", 31, 10),
        "is not one of: asked,",
        'write "asked", or leave the marks out',
    ),
    ("topic: talks", "topic: talk", ("reference", 28, 12), "no topic 'talk' in this file", "'talks'"),
    ("as_of:", "previous: frist\nas_of:", ("reference", 4, 11), "no event 'frist'", "'first'"),
    ("text: Seoul, sources: [P01]", "text: S, sources: []", ("no-source", 16, 37), "a claim needs at least", "[P01]"),
    (
        "    title: Talks",
        "    title: T\n  - {id: talks, title: b}",
        ("duplicate", 26, 10),
        "first on line 24",
        "its own",
    ),
    ("id: K1", "id: B1", ("duplicate", 22, 10), "the id 'B1' is given twice, first on line 20", "its own"),
    ("text: Seoul,", "text: [a],", ("shape", 16, 25), "one value belongs here", ""),
    ("A meeting", '"A \\u0007"', ("character", 1, 8), "that cannot be printed, U+0007", "delete"),
    ("A meeting", "A \u202e meeting", ("character", 1, 10), "that cannot be printed, U+202E", "delete"),
]


@pytest.mark.parametrize(("old", "new", "spot", "message", "hint"), FAULTS)
def test_a_fault_is_told_with_its_line_and_column(
    here: Path, old: str, new: str, spot: tuple[str, int, int], message: str, hint: str
) -> None:
    (problem,) = spoilt(here, old, new)
    assert problem.place
    assert problem.place.file == "briefs/first/event.yaml"
    assert spots((problem,)) == [spot]
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
            class_of(kind),
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
        ("duplicate", 22, 26),
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
    cited = f"text: a\nsources: [{', '.join(['P'] * 3000)}]\n"
    _, problems = read(class_of("Account"), cited, registers={Source: Register("s", {})})
    assert len(problems) == 1000


def test_a_long_file_is_read(here: Path) -> None:
    claim = '  - {{id: A{0}, text: "The {0}th claim: a text", sources: [P01, {{source: P02, at: line {0}}}]}}\n'
    many = "".join(claim.format(n) for n in range(2000))
    event = loaded(here, EVENT + "outcomes:\n" + many).event
    assert event
    assert len(event.outcomes) == 2000
    assert event.outcomes[-1].text == "The 1999th claim: a text"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("grade", "B7", "'B7' is no Admiralty grade"),
        ("grade", "G1", "'G1' is no Admiralty grade"),
        ("grade", "b2", "'b2' is no Admiralty grade"),
        ("grade", "A1 to F6", "'A1 to F6' is no Admiralty grade"),
        ("sha256", "0" * 63, f"'{'0' * 60}…' is no SHA-256 hash"),
        ("sha256", "0" * 65, f"'{'0' * 60}…' is no SHA-256 hash"),
        ("sha256", "x" * 64, f"'{'x' * 60}…' is no SHA-256 hash"),
    ],
)
def test_a_text_in_another_form_than_its_field_asks_for_is_told_at_its_line(field: str, value: str, told: str) -> None:
    _, (problem,) = read(Source, f"id: P01\ntitle: T\npublisher: P\n{field}: {value}\n")
    assert (problem.code, problem.message) == ("form", told)
    assert spots((problem,)) == [("form", 4, len(field) + 3)]
    assert problem.hint


@pytest.mark.parametrize(
    ("field", "value"), [("grade", "A1"), ("grade", "F6"), ("sha256", "0123456789abcdefABCDEF" + "0" * 42)]
)
def test_a_text_in_the_form_its_field_asks_for_is_read(field: str, value: str) -> None:
    source, problems = read(Source, f"id: P01\ntitle: T\npublisher: P\n{field}: {value}\n")
    assert not problems
    assert getattr(source, field) == value
    assert getattr(source, field).place.line == 4


@pytest.mark.parametrize("value", ["", '""', "~"])
def test_a_marking_without_a_value_is_an_error_and_a_grade_is_left_out(value: str) -> None:
    _, problems = read(class_of("Claim"), f"id: a\ntext: b\nsources: []\nmarking: {value}\n")
    assert ("empty", 4) in [(problem.code, problem.place and problem.place.line) for problem in problems]
    source, problems = read(class_of("Source"), f"id: a\ntitle: b\npublisher: c\ngrade: {value}\n")
    assert problems == []
    assert source.grade is None


@pytest.mark.parametrize("version", ["“1.0”", "„1.0“", "«1.0»"])
def test_a_version_between_typographic_quotation_marks_is_told(here: Path, version: str) -> None:
    (problem,) = spoilt(here, '"1.0"', version)
    assert (problem.code, problem.severity) == ("quotation-marks", "warning")
    assert spots((problem,)) == [("quotation-marks", 7, 12)]
    assert problem.hint.startswith('write "1.0"')


@pytest.mark.parametrize(
    ("old", "new"),
    [('"1.0"', '"“1.0”"'), ('"1.0"', "“1” and “2”"), ("A meeting", "“A meeting”"), ("text: Seoul", "text: “Seoul”")],
)
def test_typographic_quotation_marks_that_belong_to_a_text_are_not_told(here: Path, old: str, new: str) -> None:
    assert spoilt(here, old, new) == ()
