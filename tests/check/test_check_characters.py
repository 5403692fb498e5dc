from __future__ import annotations

import re
import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import planted
from brief import BriefError
from brief.check import characters_have_a_face
from brief.event import Dossier, load
from brief.make import generate
from brief.place import Words
from brief.render.pdf import render
from brief.style import Face, Family, missing
from brief.tree import Paragraph, Text
from briefs_made import BRIEFS, ROOT
from event_files import EVENT, GLOSSARY, LEDGER, PEOPLE, SOURCES, line_of, loaded
from pdf_pages import document_of
from styles import TEMPLATE, sample_style

if TYPE_CHECKING:
    from brief.place import Place
    from brief.problem import Problem

SAMPLE = ROOT / "src" / "brief" / "sample"
THAI, FACE = "\u0e01", "\U0001f600"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(dossier: Dossier) -> tuple[Problem, ...]:
    assert dossier.problems == ()
    return characters_have_a_face(dossier, sample_style())


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int]]:
    """The file and line of each problem."""
    return [(p.place.file.removeprefix("briefs/"), p.place.line) for p in problems if p.place]


@pytest.mark.parametrize("event", ["seoul-2023", "vilnius-2023"])
def test_every_character_of_the_briefs_has_a_face(event: str) -> None:
    assert found(load(BRIEFS, event)) == ()


@pytest.mark.parametrize(
    ("register", "text", "old"),
    [
        ("event", EVENT, "title: A meeting"),
        ("event", EVENT, "drafter: Officer"),
        ("event", EVENT, "text: Seoul"),
        ("event", EVENT, "title: Talks"),
        ("event", EVENT, "at: paragraph 3"),
        ("event", EVENT, "lead: Met"),
        ("follow_ups", LEDGER, "what: A cyber"),
        ("follow_ups", LEDGER, "text: It was opened"),
        ("sources", SOURCES, "title: Undated"),
        ("people", PEOPLE, "short: President"),
        ("glossary", GLOSSARY, "full: Individually"),
        ("glossary", GLOSSARY, "id: ITPP"),
    ],
)
def test_a_character_without_a_face_is_told_where_its_text_stands(
    here: Path, register: str, text: str, old: str
) -> None:
    assert text.count(old) == 1
    problems = found(loaded(here, **{register: text.replace(old, f"{old}{THAI}")}))
    file = {"event": "first/event.yaml"}.get(register, f"{register.replace('_', '-')}.yaml")
    assert told(problems) == [(file, line_of(text, old))]
    assert problems == (missing(THAI, problems[0].place),)


def test_each_character_of_a_text_is_told_once(here: Path) -> None:
    problems = found(loaded(here, EVENT.replace("A meeting", f"{FACE}{THAI} {FACE} {THAI}")))
    assert [p.message for p in problems] == [missing(c, None).message for c in (FACE, THAI)]


def test_a_party_that_many_claims_name_is_told_once(here: Path) -> None:
    assert len(found(loaded(here, people=PEOPLE.replace("Yoon Suk Yeol", THAI)))) == 1


def test_the_event_comes_first_and_each_file_is_told_in_its_order(here: Path) -> None:
    event = EVENT.replace("A meeting", THAI).replace("Two people", THAI).replace("title: Talks", f"title: {THAI}")
    terms = "terms:\n" + "".join(f"  - {{id: T{number}, full: {THAI}}}\n" for number in range(3))
    places = told(found(loaded(here, event, glossary=terms)))
    assert [name for name, _ in places] == ["first/event.yaml"] * 3 + ["glossary.yaml"] * 3
    assert places == sorted(places)


def test_an_id_is_not_printed_and_needs_no_face(here: Path) -> None:
    event = EVENT.replace("talks", THAI).replace("id: S1", f"id: S{THAI}")
    assert found(loaded(here, event)) == ()


def test_the_registers_are_looked_at_though_the_event_could_not_be_read(here: Path) -> None:
    dossier = loaded(here, "title: A\n", sources=SOURCES.replace("Undated", THAI))
    assert dossier.event is None
    assert told(characters_have_a_face(dossier, sample_style())) == [("sources.yaml", line_of(SOURCES, "Undated"))]


def test_a_letter_written_in_parts_is_composed_and_no_problem(here: Path) -> None:
    assert found(loaded(here, EVENT.replace("A meeting", "Cafe\u0301 \u1112\u1161\u11ab"))) == ()


def test_a_part_that_nothing_composes_is_told(here: Path) -> None:
    problems = found(loaded(here, EVENT.replace("A meeting", "q\u0301 \u1112\u119e")))
    assert [p.message.split()[0] for p in problems] == ["U+0301", "U+1112", "U+119E"]


def test_a_fallback_that_has_the_character_mends_it(here: Path) -> None:
    dossier = loaded(here, EVENT.replace("A meeting", "윤"))
    assert found(dossier) == ()
    assert len(characters_have_a_face(dossier, replace(sample_style(), fallbacks=()))) == 1


@pytest.mark.parametrize(
    "text", [f"a{THAI}b {FACE}", "q\u0301", "\u1112\u119e", "a\u00adb\u2003c\u00a0d\u2011e \u2116"]
)
def test_the_pdf_tells_the_same_problems(here: Path, text: str) -> None:
    event = loaded(here, f'{EVENT}reactions_finding: {{id: R1, text: "{text}", sources: [P01]}}\n')
    assert event.event
    assert event.event.reactions_finding
    words = event.event.reactions_finding.text
    assert isinstance(words, Words)
    document = document_of(Paragraph((Text(str(words), origins=(words.place,)),)))
    assert found(event) == render(document, sample_style()).problems


def test_what_the_pdf_tells_of_a_whole_brief_is_told_here_in_the_same_words(here: Path) -> None:
    shutil.copytree(SAMPLE, here / "briefs")
    for file in (here / "briefs").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"\b((?:text|title|name|full|what): [^\n,}]*\w)", rf"\1{THAI}", text), encoding="utf-8")
    dossier = load(Path("briefs"), "first-meeting")
    with pytest.raises(BriefError) as raised:
        generate("first-meeting", formats="pdf", template=TEMPLATE)
    of_pdf = {p for p in raised.value.problems if p.code == "glyph" and p.place}
    assert len(of_pdf) > 10
    assert of_pdf <= set(found(dossier))


def test_every_text_of_every_kind_of_record_is_looked_at() -> None:
    ledger = tuple(standing.follow_up for standing in planted.LEDGER)
    registers = planted.REGISTERS
    dossier = Dossier(planted.EVENT, ledger, registers.sources, (planted.NATO,), registers.terms, None, ())
    nothing = Face("Nothing", b"")
    family = Family("Nothing", nothing, nothing, nothing, nothing)
    style = replace(sample_style(), serif=family, sans=family, fallbacks=())
    assert {p.place for p in characters_have_a_face(dossier, style)} == places(dossier)


def places(record: Any) -> set[Place]:
    """Where the texts of a record stand."""
    match record:
        case Words():
            return {record.place}
        case tuple():
            return {place for each in record for place in places(each)}
        case _ if is_dataclass(record):
            return {place for field in fields(record) for place in places(getattr(record, field.name))}
    return set()
