from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING, get_type_hints

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.event import UNPRINTABLE, Citation, Claim, Day, Event, Party, Source, Statement, Topic, one_line
from brief.event.compose import compose
from brief.event.ids import BAD, Register
from brief.event.kinds import fields_of
from brief.event.read import Reader
from brief.place import Count, Place, Words
from event_files import EVENT, LEDGER, PEOPLE, class_of, line_of, loaded, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


def test_a_text_written_in_parts_is_read_composed_and_keeps_its_place() -> None:
    written = unicodedata.normalize("NFD", "Café 윤석열 Škoda")
    assert len(written) > len("Café 윤석열 Škoda")
    topic, problems = read(Topic, f"id: a\ntitle: {written}\n")
    assert not problems
    assert topic.title == "Café 윤석열 Škoda"
    assert topic.title.place == Place("f.yaml", 2, 8, "title")


def test_a_part_of_a_letter_that_has_no_composed_form_is_kept() -> None:
    topic, problems = read(Topic, "id: a\ntitle: q\u0301 \u1112\u119e\n")
    assert not problems
    assert topic.title == "q\u0301 \u1112\u119e"


def test_an_id_is_found_however_its_letters_are_written(here: Path) -> None:
    composed, parts = "zoé", unicodedata.normalize("NFD", "zoé")
    event = EVENT.replace("yoon", parts).replace("topic: talks", "topic: é").replace("id: talks", "id: e\u0301")
    people, ledger = PEOPLE.replace("yoon", parts), LEDGER.replace("yoon", composed)
    dossier = loaded(here, event, people=people, follow_ups=ledger)
    assert dossier.problems == ()
    assert [party.id for party in dossier.parties] == [composed, "nato"]


def test_an_id_given_twice_is_told_however_its_letters_are_written(here: Path) -> None:
    again = '  - {id: "e\u0301", title: B}\n  - {id: "\u00e9", title: C}\n'
    problems = loaded(here, EVENT.replace("    title: Talks\n", f"    title: Talks\n{again}")).problems
    assert [p.code for p in problems] == ["duplicate"]


def test_a_number_and_a_day_know_their_places() -> None:
    source, problems = read(Source, "id: a\ntitle: b\npublisher: c\ndate: 2023-07\n")
    assert not problems
    assert (source.date, source.date.place) == (Day(2023, 7), Place("f.yaml", 4, 7, "date"))
    assert (source.language, source.text, source.note) == ("en", "original", None)
    areas = "id: a\ntext: b\nsources: [P]\nnumber: 11\n"
    area, problems = read(class_of("Area"), areas, registers={Source: Register("s", {"P": source})})
    assert not problems
    assert isinstance(area.number, Count)
    assert (area.number, area.number.place.line) == (11, 4)


def test_true_and_false_are_read() -> None:
    source, _ = read(Source, "id: a\ntitle: b\npublisher: c\n")
    text = "text: a\nsources: [P]\nstands: {}\n"
    for written, value in (("true", True), ("false", False)):
        account, problems = read(
            class_of("Account"), text.format(written), registers={Source: Register("s", {"P": source})}
        )
        assert not problems
        assert account.stands is value


@pytest.mark.parametrize("nothing", ["", "~", "null", "''"])
def test_an_optional_field_left_empty_counts_as_left_out(nothing: str) -> None:
    party, problems = read(Party, f"id: a\nname: b\nshort: c\ntitle: {nothing}\n")
    assert not problems
    assert party.title is None


# ---- languages -------------------------------------------------------------------------------------------------------


def test_a_text_is_taken_in_the_readers_language_and_placed_there() -> None:
    text = "id: a\ntitle:\n  en: Talks\n  ko: 회담\n"
    for language, title, line in (("en", "Talks", 3), ("ko", "회담", 4)):
        topic, problems = read(Topic, text, language=language)
        assert not problems
        assert topic.title == title
        assert topic.title.place == Place("f.yaml", line, 7, f"title.{language}")


@pytest.mark.parametrize("text", ["Talks", "{en: Talks}"])
def test_a_text_without_the_readers_language_stands_in_english_and_its_place_is_kept(text: str) -> None:
    untranslated = set[Place]()
    node, problems = compose(f"id: a\ntitle: {text}\n", "f.yaml")
    assert node
    topic = Reader("f.yaml", "ko", problems=list(problems), untranslated=untranslated).read(Topic, node)
    assert topic.title == "Talks"
    assert untranslated == {topic.title.place}


def test_english_is_never_missing() -> None:
    topic, (problem,) = read(Topic, "id: a\ntitle: {ko: 회담}\n")
    assert topic is BAD
    assert problem.place
    assert (problem.code, problem.place.line, problem.place.column) == ("translation", 2, 8)


def test_faults_in_other_languages_than_the_readers_are_told() -> None:
    topic, problems = read(Topic, 'id: a\ntitle: {en: Talks, ko: "\\u0007", kp: x}\n')
    assert topic is BAD
    assert [p.code for p in problems] == ["character", "unknown-key"]


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
    kind = data.draw(st.sampled_from([Party, Source, Topic, class_of("Term"), class_of("Header")]))
    name = data.draw(st.sampled_from(prose_fields(kind)))
    record = {
        f: "2023" if "Day" in str(h) else "x"
        for f, h in get_type_hints(kind).items()
        if f in fields_of(kind) and fields_of(kind)[f].required
    }
    written = yaml.dump(
        record | {name: text}, Dumper=yaml.SafeDumper, default_style=style, allow_unicode=data.draw(st.booleans())
    )
    value, problems = read(kind, written)
    assert not [p for p in problems if p.severity == "error"]
    words = getattr(value, name)
    assert words == unicodedata.normalize("NFC", one_line(text))
    assert words.place.path == name
    assert scalar_at(written, words.place) == text


def scalar_at(text: str, place: Place) -> str | None:
    """The text of the scalar that begins at a place, as PyYAML reads it."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        mark = event.start_mark
        if mark and (mark.line + 1, mark.column + 1) == (place.line, place.column):
            return str(event.value) if isinstance(event, yaml.ScalarEvent) else None
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
