"""The briefs of the project's own data: complete, the same in every format, with nothing later than their date."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from brief.event import Claim, Day, Discrepancy, FollowUp, at, claims, ledger_at, load
from brief.make import generate
from brief.template.days import spoken
from brief.template.labels import HOUSE, Labels
from brief.tree import NoteRef, Text
from brief.walk import figures, inlines, phrases, words
from briefs_made import BRIEFS, EVENTS, ROOT, made
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from readers.reading import Reading, reading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.place import Place

READERS: dict[str, Callable[[bytes], Reading]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}
SAID = Labels(HOUSE["en"]).dates
AS_OF = {"seoul-2023": "2023-02-01", "vilnius-2023": "2023-07-14"}
LATER = "2026-11-21"
CENTRE = "International cyber training centre in Korea"
LINK = "Link between the Korean training centre and NATO\N{RIGHT SINGLE QUOTATION MARK}s cyber defence centre"
BICES = "Military information sharing through NATO\N{RIGHT SINGLE QUOTATION MARK}s battlefield information system"
EXERCISES = "International cyber exercises hosted by Korea"
TERM = "Renewal or replacement of the ITPP at the end of its term"


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("event", EVENTS)
def test_every_format_says_what_the_tree_says(event: str, kind: str) -> None:
    brief = made(event)
    reading = READERS[kind](brief.documents[kind].content)  # type: ignore[index]
    expected = reading_of(brief.document)
    assert reading.words == expected.words
    assert reading.outline == expected.outline
    assert reading.tables == expected.tables
    assert reading.notes == expected.notes
    assert reading.figures == expected.figures
    assert len(reading.figures) == 2


@pytest.mark.parametrize("as_of", [None, LATER])
@pytest.mark.parametrize("event", EVENTS)
def test_every_claim_known_at_the_date_is_in_the_document_word_for_word(event: str, as_of: str | None) -> None:
    brief = made(event, as_of)
    said = " ".join((*words(brief.document), *figures(brief.document)))
    said = " ".join(re.sub(r"\^\d+", "", said).split())
    for claim in printed(event, brief.as_of):
        assert " ".join(claim.text.split()) in said, f"{claim.id} is missing"
        assert not claim.quote or " ".join(claim.quote.text.split()) in said, f"the quotation of {claim.id} is missing"


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_to_be_said_aloud_is_not_in_the_brief(event: str) -> None:
    found = load(BRIEFS, event).event
    assert found is not None
    said = plain(" ".join(" ".join(words(made(event).document)).split()))
    aloud = [*found.points_to_make, *found.lines_to_take]
    assert len(aloud) >= 6
    assert [claim.id for claim in aloud if plain(claim.text) in said] == []


@pytest.mark.parametrize("event", EVENTS)
def test_every_claim_has_a_note_with_all_its_sources(event: str) -> None:
    brief = made(event)
    noted = {note.id: " ".join("".join(t.text for t in inlines(note.children) if isinstance(t, Text)).split())
             for note in brief.document.notes}  # fmt: skip
    cited = {ref.note for phrase in phrases(brief.document) for ref in inlines(phrase) if isinstance(ref, NoteRef)}
    assert cited == set(noted)
    for claim in printed(event, brief.as_of):
        publishers = [citation.source.publisher for citation in claim.sources]
        assert any(all(p in text for p in publishers) for text in noted.values()), f"no note for {claim.id}"


def printed(event: str, as_of: Day) -> list[Claim]:
    """The claims of an event and its follow-ups that its brief has to hold at a date.

    What is said aloud is for the talking points alone, and a point kept for the record for those who ask for all.
    """
    dossier = load(BRIEFS, event)
    assert dossier.event is not None
    known, problems = at(dossier.event, as_of)
    assert known is not None, problems
    aloud = (*known.points_to_make, *known.lines_to_take)
    of_event = [c for c in claims(known) if c not in aloud and (not isinstance(c, Discrepancy) or c.print)]
    concerned = [f for f in ledger_at(dossier.ledger, as_of) if not closed_before(f, known.meeting.date)]
    return [*of_event, *claims(tuple(concerned))]


def closed_before(follow_up: FollowUp, meeting: Day) -> bool:
    shut = [update.date for update in follow_up.updates if update.status in ("closed", "lapsed")]
    return bool(shut) and meeting.later_than(shut[0])


@pytest.mark.parametrize("event", EVENTS)
def test_words_of_the_data_stand_in_the_file_at_their_place(event: str) -> None:
    count = 0
    for text in texts(event):
        if [place.file[-5:] for place in text.origins] == [".yaml"]:
            written = at_place(text.origins[0])
            said = " ".join(text.text.split()).strip("()")
            assert said in written or said in dates(written), f"{text} is not there"
            count += 1
    assert count > 300


@pytest.mark.parametrize("event", EVENTS)
def test_nearly_all_words_know_where_they_are_written_and_most_of_them_in_the_data(event: str) -> None:
    counts: dict[str, int] = {}
    for text in texts(event):
        files = [Path(place.file).suffix for place in text.origins]
        kind = "data" if ".yaml" in files else "template" if files else "none"
        counts[kind] = counts.get(kind, 0) + len(re.findall(r"[^\W\d_]\w*", text.text))
    whole = sum(counts.values())
    assert counts["data"] / whole > 0.85
    assert counts.get("none", 0) / whole < 0.01


@pytest.mark.parametrize("event", EVENTS)
def test_words_of_the_template_stand_in_the_file_on_their_line(event: str) -> None:
    found = 0
    for text in texts(event):
        for place in text.origins:
            if place.file.endswith(".toml"):
                key = place.path.rpartition(".")[2]
                assert at_line(place).startswith(f"{key} = "), f"{place} has no {key}"
                found += 1
    assert found > 30


def test_the_day_of_the_meeting_before_is_that_of_its_own_file() -> None:
    (since,) = {text for text in texts("vilnius-2023") if text.text.startswith("Since the meeting of")}
    first, label = since.origins
    assert (first.file, first.path, at_place(first)) == ("briefs/seoul-2023/event.yaml", "meeting.date", "2023-01-30")
    assert at_line(label) == 'since_previous = "Since the meeting of {date}"'


def texts(event: str) -> Iterator[Text]:
    """Every text of a brief, in order."""
    for phrase in phrases(made(event).document):
        yield from (node for node in inlines(phrase) if isinstance(node, Text))


def dates(written: str) -> tuple[str, ...]:
    """What a date of the data is in print."""
    try:
        said = [spoken(Day.at(written), SAID, style) for style in ("long", "short")]
    except ValueError:
        return ()
    return tuple(" ".join(each.split()) for each in said)


def at_line(place: Place) -> str:
    return (ROOT / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]


@cache
def scalars(file: str) -> dict[tuple[int, int], str]:
    """Every scalar of a YAML file, by the line and column it begins on."""
    events = yaml.parse((ROOT / file).read_text(encoding="utf-8"))
    return {
        (e.start_mark.line + 1, e.start_mark.column + 1): " ".join(e.value.split())
        for e in events
        if isinstance(e, yaml.ScalarEvent) and e.start_mark
    }


def at_place(place: Place) -> str:
    return scalars(place.file).get((place.line, place.column), "")


@pytest.mark.parametrize("event", EVENTS)
def test_nothing_dated_after_the_as_of_date_is_cited(event: str) -> None:
    dossier = load(BRIEFS, event)
    as_of = Day.at(AS_OF[event])
    known = {f"source-{source.id}" for source in dossier.sources if not (source.date and source.date.later_than(as_of))}
    listed = re.findall(r"item id=\"(source-\w+)\"", made(event).documents["text"].content.decode())
    assert listed
    assert set(listed) <= known


def test_the_vilnius_brief_holds_what_its_reader_looks_for() -> None:
    said = " ".join(words(made("vilnius-2023").document))
    for phrase in ("Individually Tailored Partnership Programme", "CCDCOE", "BICES", "Women, peace and security",
                   "사이버방위", "no statement of the DPRK", "[1]", "SAMPLE/2023/002"):  # fmt: skip
        assert phrase in said


def test_the_areas_are_eleven_in_their_order() -> None:
    table = next(t for t in reading_of(made("vilnius-2023").document).tables if t[0][1].startswith("Area"))
    assert [row[0] for row in table[1:]] == [str(n) for n in range(1, 12)]
    assert [row[1] for row in table[1:]] == [
        "Dialogue and consultation", "Counterterrorism cooperation", "Disarmament and non-proliferation",
        "Emerging technologies", "Cyber defense", "Capacity development and interoperability",
        "Substantive cooperation for interoperability", "Science and technology", "Climate change and security",
        "Women, peace and security", "Public diplomacy",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("event", "as_of", "open_", "closed"),
    [
        ("seoul-2023", None, {"Conclusion of the ITPP"}, set()),
        ("seoul-2023", LATER, {CENTRE, LINK, BICES, TERM}, {"Conclusion of the ITPP", EXERCISES}),
        ("vilnius-2023", None, {CENTRE, LINK, BICES}, {"Conclusion of the ITPP"}),
        ("vilnius-2023", LATER, {CENTRE, LINK, BICES, TERM}, {"Conclusion of the ITPP", EXERCISES}),
    ],
)
def test_follow_ups_stand_as_they_stood_at_the_date(
    event: str, as_of: str | None, open_: set[str], closed: set[str]
) -> None:
    tables = reading_of(made(event, as_of).document).tables
    shown = {row[0] for table in tables if "Where it stands" in table[0] for row in table[1:]}
    shut = {row[0] for table in tables if "How it was closed" in table[0] for row in table[1:]}
    assert open_ <= shown
    assert closed <= shut
    assert not shown & shut


def test_the_data_have_no_problem() -> None:
    for event in EVENTS:
        assert [problem for problem in made(event).problems if problem.severity != "note"] == []


def test_the_pdf_is_small() -> None:
    assert len(made("vilnius-2023").documents["pdf"].content) < 200_000


@pytest.mark.parametrize("event", EVENTS)
def test_points_kept_for_the_record_are_printed_where_all_are_asked_for(event: str) -> None:
    found = load(BRIEFS, event).event
    assert found is not None
    known, _ = at(found, found.as_of)
    assert known is not None
    kept = [plain(point.text) for point in known.discrepancies if not point.print]
    usual, whole = (
        plain(" ".join(words(generate(event, formats="text", settings=settings, briefs=BRIEFS).document)))
        for settings in ({}, {"all_source_notes": "yes"})
    )
    assert len(kept) > 10
    assert [text for text in kept if text in usual] == []
    assert [text for text in kept if text not in whole] == []


def plain(text: str) -> str:
    """A text as the data have it: its spaces and apostrophes are those of a keyboard."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("–", "-")  # noqa: RUF001 - a range
