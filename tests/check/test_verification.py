"""Quotations against archived texts that the tests write."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.archive import Archive, add
from brief.check import check
from brief.event import load
from brief.make import inspect
from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

TEXT = "Ministers met.\n\nMinister Berg said: “We propose to reopen the coastal ferry with one crossing a day.”\n"
PROPOSED = "    text: Minister Berg proposed to reopen the ferry with one crossing a day.\n    sources: [N1]\n"
ACCEPTED = "    text: Minister Castro was invited to Northland and accepted.\n    sources: [N1]\n"
EVENT = "first-meeting/event.yaml"


class Desk:
    """A copy of the sample workspace, with a text archived for N1."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.folder = folder / "briefs"
        shutil.copytree(ROOT / "src" / "brief" / "sample", self.folder)
        self.archive(text)

    def archive(self, text: str) -> None:
        article = self.folder.parent / "article.txt"
        article.write_text(text, encoding="utf-8")
        add(self.folder, article, "N1", {}, replace=True)

    def quote(self, text: str, source: str = "N1", *, after: str = PROPOSED) -> int:
        """A quotation of a claim, and the line it stands on."""
        path = self.folder / EVENT
        event = path.read_text(encoding="utf-8")
        assert event.count(after) == 1
        quote = f'    quote: {{lead: As delivered, source: {source}, text: "{text}"}}\n'
        path.write_text(event.replace(after, after + quote), encoding="utf-8")
        return event[: event.index(after)].count("\n") + after.count("\n") + 1

    def problems(self) -> tuple[Problem, ...]:
        found = load(self.folder, "first-meeting")
        assert found.event is not None, found.problems
        return check(found, Archive(self.folder))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    "quotation",
    [
        "We propose to reopen the coastal ferry",
        "\u2018We propose … the coastal ferry with one crossing a day.\u2019",
        "[w]e propose to reopen [it] with one crossing a day",
    ],
)
def test_a_quotation_from_its_source_is_verified(desk: Desk, quotation: str) -> None:
    desk.quote(quotation)
    assert desk.problems() == ()


def test_an_altered_quotation_is_told_at_its_line_with_the_nearest_passage(desk: Desk) -> None:
    line = desk.quote("We promise to reopen the ferry with one crossing a day")
    (problem,) = desk.problems()
    assert (problem.code, problem.severity) == ("misquotation", "error")
    assert problem.place is not None
    assert (problem.place.line, problem.place.path) == (line, "statements[S1].quote.text")
    assert problem.message == (
        "“We promise to reopen the ferry with one crossing a day” is not in N1: "
        "“promise” is “propose” in the source; “coastal” of the source is left out"
    )
    assert problem.hint == (
        "nearest, in line 3 of N1.txt: “We propose to reopen the coastal ferry with one crossing a day”"
    )


def test_words_that_the_source_never_had_are_told(desk: Desk) -> None:
    desk.quote("Nothing whatever resembles this")
    (problem,) = desk.problems()
    assert problem.message == "the text of N1 has nothing like “Nothing whatever resembles this”"


def test_pieces_in_another_order_are_told_with_where_they_stand(desk: Desk) -> None:
    desk.quote("the coastal ferry … We propose")
    (problem,) = desk.problems()
    assert problem.message == "in N1, “We propose” does not follow what is quoted before it"
    assert problem.hint == "it stands in line 3 of N1.txt; quote the two apart"


def test_long_differences_and_passages_are_cut(desk: Desk) -> None:
    desk.archive(" ".join(f"w{n} x{n}" for n in range(60)))
    desk.quote(" ".join(f"w{n} y{n}" for n in range(60)))
    problem = next(each for each in desk.problems() if each.code == "misquotation")
    assert problem.message.endswith("; and 56 more")
    assert len(problem.hint) < 300
    assert problem.hint.endswith("…”")


def test_what_a_terminal_would_obey_is_not_printed(desk: Desk) -> None:
    desk.archive("We propose\u202e to reopen the\u2066 ferry today.")
    desk.quote("We propose to open the ferry today")
    (problem,) = desk.problems()
    assert problem.message.isprintable()
    assert problem.hint.isprintable()


# ---- unverified ------------------------------------------------------------------------------------------------------


def test_quotations_from_a_source_without_a_text_are_one_note(desk: Desk) -> None:
    shutil.rmtree(desk.folder / "sources")
    first = desk.quote("One")
    (problem,) = desk.problems()
    assert (problem.code, problem.severity) == ("unverified-quotation", "note")
    assert problem.message == "the quotation from N1 is unverified: its text is not archived here"
    assert problem.hint == "brief source add FILE --id N1"
    assert problem.place is not None
    assert problem.place.line == first
    second = desk.quote("Two", after=ACCEPTED)
    (problem,) = desk.problems()
    assert problem.message == (
        f"2 quotations from N1 are unverified (lines {second}, {first + 1}): its text is not archived here"
    )


@pytest.mark.parametrize("change", ["altered", "unrecorded"])
def test_a_text_that_is_not_its_hash_s_verifies_nothing_and_is_told(desk: Desk, change: str) -> None:
    desk.quote("We propose to reopen the coastal ferry")
    if change == "altered":
        (desk.folder / "sources" / "N1.txt").write_text(TEXT + " ", encoding="utf-8")
    else:
        register = desk.folder / "sources.yaml"
        lines = register.read_text(encoding="utf-8").splitlines(keepends=True)
        register.write_text("".join(line for line in lines if "sha256" not in line), encoding="utf-8")
    told = {problem.code: problem for problem in desk.problems()}
    assert set(told) == {"unverified-quotation", "altered-text"}
    why = "is not intact" if change == "altered" else "has no hash in the register"
    assert told["unverified-quotation"].message == f"the quotation from N1 is unverified: its archived text {why}"
    assert told["unverified-quotation"].hint == "see altered-text"
    problem = told["altered-text"]
    assert problem.severity == "warning"
    assert problem.place is not None
    assert problem.place.file.endswith("sources.yaml")
    assert problem.place.path == ("sources[N1].sha256" if change == "altered" else "sources[N1].id")


def test_a_false_quotation_stays_unverified_where_its_source_is_not_archived(desk: Desk) -> None:
    shutil.rmtree(desk.folder / "sources")
    desk.quote("Nothing whatever resembles this")
    assert [problem.code for problem in desk.problems()] == ["unverified-quotation"]


def test_the_whole_check_reads_the_archive_of_its_folder(desk: Desk) -> None:
    desk.quote("We promise to reopen the ferry")
    _, problems = inspect(briefs=desk.folder)
    assert "misquotation" in {problem.code for problem in problems}


# ---- any mutation ----------------------------------------------------------------------------------------------------

WORDS = [f"{stem}{n}" for n in range(40) for stem in ("talk", "pact")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 50), st.integers(6, 25), st.data())
def test_a_quotation_altered_by_a_word_is_caught_at_its_line(
    tmp_path_factory: pytest.TempPathFactory, start: int, length: int, data: st.DataObject
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"), " ".join(WORDS))
    quoted = WORDS[start : start + length]
    at = data.draw(st.integers(0, len(quoted) - 1))
    line = desk.quote(" ".join([*quoted[:at], "altered", *quoted[at + 1 :]]))
    (problem,) = desk.problems()
    assert problem.code == "misquotation"
    assert problem.place is not None
    assert problem.place.line == line
    assert f"“altered” is “{quoted[at]}” in the source" in problem.message
