"""The file of a new event reads without a fault but for its blanks, and explains every field."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.event import dossier, open_workspace, scaffold_of
from brief.event.compose import compose
from brief.event.nodes import BLANK, Fields, Scalar
from brief.event.notes import NOTES, note
from brief.event.registers import Party, Source, Term
from brief.event.scaffold import plain, quoted
from brief.event.scalars import words
from brief.place import Place
from briefs_made import BRIEFS

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Dossier

NEW = "prague-2024"


def begun(folder: Path, after: str | None) -> tuple[str, Dossier]:
    """The text of a new event in a copy of the project's briefs, and what is read of it."""
    shutil.copytree(BRIEFS, folder / "briefs")
    workspace = open_workspace(folder / "briefs")
    before = dossier(workspace, after).event if after else None
    assert bool(before) == bool(after)
    text = scaffold_of(workspace, NEW, before)
    (folder / "briefs" / NEW).mkdir()
    (folder / "briefs" / NEW / "event.yaml").write_text(text, encoding="utf-8")
    return text, dossier(open_workspace(folder / "briefs"), NEW)


def blanks(text: str) -> list[int]:
    """The lines that hold a blank outside comments."""
    return [n for n, line in enumerate(text.splitlines(), 1) if re.search(rf": {BLANK}$", line) and "#" not in line]


@pytest.mark.parametrize("after", [None, "seoul-2023", "vilnius-2023"])
def test_there_is_one_problem_for_each_blank_and_none_besides(tmp_path: Path, after: str | None) -> None:
    text, found = begun(tmp_path, after)
    assert {problem.code for problem in found.problems} == {"blank"}
    assert [problem.place.line for problem in found.problems if problem.place] == blanks(text)
    assert len(found.problems) == len(blanks(text)) >= 20
    assert all(problem.hint for problem in found.problems)


@pytest.mark.parametrize("after", [None, "vilnius-2023"])
def test_every_field_of_an_event_is_explained_and_none_twice(tmp_path: Path, after: str | None) -> None:
    text, _ = begun(tmp_path, after)
    comments = " ".join(line.lstrip(" #") for line in text.splitlines() if line.lstrip().startswith("#")).lower()
    comments = " ".join(comments.split())
    register_records = {Party, Source, Term}
    for record, notes in NOTES.items():
        if record in register_records or record.__name__ in ("Update", "FollowUp"):
            continue
        for name in notes:
            if (record.__name__, name) != ("Event", "id"):
                assert " ".join(note(record, name).lower().split()) in comments, (record, name)
    assert comments.count(note(Source, "title").lower()) == 0
    assert comments.count("at most five claims for page 1") == 1


def test_what_recurs_is_proposed_from_the_event_before(tmp_path: Path) -> None:
    text, found = begun(tmp_path, "vilnius-2023")
    assert not found.event
    root, _ = compose(text, "event.yaml")
    assert isinstance(root, Fields)
    top = {key.text: value for key, value in root.pairs}
    assert isinstance(top["previous"], Scalar)
    assert top["previous"].text == "vilnius-2023"
    assert "      text: Secretary General, NATO\n      sources: TODO\n      party: stoltenberg\n" in text
    assert "  to: Director, Euro-Atlantic Partnerships (sample)\n" in text
    assert "  - id: cyber\n    title: Cyber\n" in text
    assert "    text: Vilnius, 11 July 2023\n    sources: [P15, P17, P21, P17a]\n" in text
    assert "TODO" in text.split("  reference: ")[1][:5]


def test_the_threads_open_at_the_last_date_in_the_data_are_listed_with_an_update_to_fill_in(tmp_path: Path) -> None:
    text, _ = begun(tmp_path, "vilnius-2023")
    listed = re.findall(r"^# ([a-z-]+): ", text.partition("# ---- follow-ups open as of")[2], re.MULTILINE)
    assert listed == [
        "cyber-technology", "information-sharing", "cyber-centre", "ccdcoe-link", "deterrence", "ukraine", "mission",
        "indo-pacific-strategy", "itpp-term", "defence-industry",
    ]  # fmt: skip
    assert "# ---- follow-ups open as of 2026-11, the last date in the data: 10 ----" in text
    assert "rok -> nato); moving, 2026-02-10\n" in text


def test_an_update_of_the_list_fits_into_the_ledger_as_it_is(tmp_path: Path) -> None:
    text, _ = begun(tmp_path, "vilnius-2023")
    commented = re.search(r"((?:^# {7,}.*\n)+)#\n# deterrence", text, re.MULTILINE)
    assert commented
    snippet = re.sub(r"^# ", "", commented[1], flags=re.MULTILINE)
    ledger = tmp_path / "briefs" / "follow-ups.yaml"
    whole = ledger.read_text(encoding="utf-8")
    at = whole.index("\n  - id: deterrence")
    ledger.write_text(f"{whole[:at].rstrip()}\n{snippet}{whole[at:]}", encoding="utf-8")
    found = open_workspace(tmp_path / "briefs").problems
    assert [problem.code for problem in found] == ["blank"] * 4
    filled = snippet
    for value in ("2026-12-01", "closed", "No more are planned.", "[P47]"):
        filled = filled.replace(BLANK, value, 1)
    ledger.write_text(f"{whole[:at].rstrip()}\n{filled}{whole[at:]}", encoding="utf-8")
    workspace = open_workspace(tmp_path / "briefs")
    assert workspace.problems == ()
    (thread,) = (each for each in workspace.ledger if each.id == "ccdcoe-link")
    assert [update.id for update in thread.updates] == [f"ccdcoe-link-{n}" for n in (1, 2, 3, 4, 5, 6)]
    assert thread.updates[-1].event == NEW


def test_no_id_is_proposed_that_the_ledger_has(tmp_path: Path) -> None:
    shutil.copytree(BRIEFS, tmp_path / "briefs")
    ledger = tmp_path / "briefs" / "follow-ups.yaml"
    text = ledger.read_text(encoding="utf-8")
    text = text.replace("id: itpp-1\n", "id: S1\n").replace("id: itpp-2\n", "id: when\n")
    ledger.write_text(text.replace("id: ukraine-2\n", "id: ukraine-4\n"), encoding="utf-8")
    workspace = open_workspace(tmp_path / "briefs")
    begun_text = scaffold_of(workspace, NEW, dossier(workspace, "vilnius-2023").event)
    assert f"id: {NEW}-when\n" in begun_text
    assert f"id: {NEW}-S1\n" in begun_text
    assert "- id: ukraine-5\n" in begun_text


def test_other_events_are_not_disturbed(tmp_path: Path) -> None:
    begun(tmp_path, "vilnius-2023")
    workspace = open_workspace(tmp_path / "briefs")
    for event in ("seoul-2023", "vilnius-2023"):
        assert dossier(workspace, event).problems == ()


@given(st.text(min_size=1))
def test_a_text_is_written_so_that_it_is_read_as_it_was(text: str) -> None:
    meant = words(text, Place("f", 1))
    if not isinstance(meant, str) or not meant or meant.isspace():
        return
    for written in (plain(str(meant)), quoted(str(meant))):
        root, problems = compose(f"name: {written}\n", "f.yaml")
        assert problems == []
        assert isinstance(root, Fields)
        ((_, value),) = root.pairs
        assert isinstance(value, Scalar)
        assert value.text == meant
        assert not value.is_blank
        assert not value.is_empty


@pytest.mark.parametrize("text", ["TODO", "null", "True", "1.0", "a: b", "a #b", "ends:", "[x]", "- x", "? y", "“So”"])
def test_a_text_that_yaml_would_mistake_goes_into_quotation_marks(text: str) -> None:
    assert plain(text) == quoted(text)
