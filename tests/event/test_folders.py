from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from brief.event import Day, Listing, event_ids, find_briefs, list_events
from brief.event.folders import event_file
from event_files import EVENT, briefs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("start", [".", "briefs", "briefs/first", "notes", "notes/old"])
def test_the_folder_of_briefs_is_found_from_anywhere_below_what_holds_it(tmp_path: Path, start: str) -> None:
    folder = briefs(tmp_path / "briefs")
    (tmp_path / start).mkdir(parents=True, exist_ok=True)
    assert find_briefs(tmp_path / start) == folder


def test_a_folder_is_found_from_a_relative_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = briefs(tmp_path / "briefs")
    monkeypatch.chdir(folder / "first")
    assert find_briefs(folder.__class__()) == folder


def test_a_folder_without_its_sources_is_passed_by(tmp_path: Path) -> None:
    folder = briefs(tmp_path / "briefs")
    (tmp_path / "work" / "briefs").mkdir(parents=True)
    assert find_briefs(tmp_path / "work" / "briefs") == folder


def test_no_folder_is_found_where_there_is_none(tmp_path: Path) -> None:
    assert find_briefs(tmp_path) is None


def test_events_are_listed_by_name_with_their_titles_and_dates(tmp_path: Path) -> None:
    folder = briefs(tmp_path / "briefs")
    for name, text in (
        ("b-2", "as_of: 2023\ntitle:\n  ko: 회담\n  en: >-\n    A long\n    title\nmeeting: {date: 2022-05}\n"),
        ("a", "title: [\n"),
        ("c", "meeting: soon\n"),
        ("d", 'title: "\\u0007"\nas_of: then\n'),
    ):
        (folder / name).mkdir()
        (folder / name / "event.yaml").write_text(text, encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "Not an event").mkdir()
    (folder / "Not an event" / "event.yaml").write_text(EVENT, encoding="utf-8")
    assert event_ids(folder) == ("a", "b-2", "c", "d", "first")
    assert list_events(folder) == (
        Listing("a"),
        Listing("b-2", "A long title", Day(2022, 5), Day(2023)),
        Listing("c"),
        Listing("d"),
        Listing("first", "A meeting", Day(2023, 1, 30), Day(2023, 7, 14)),
    )
    assert list_events(folder, language="ko")[1].title == "회담"


def test_a_file_that_cannot_be_read_is_listed_without_a_title(tmp_path: Path) -> None:
    folder = briefs(tmp_path / "briefs")
    (folder / "first" / "event.yaml").write_bytes(b"title: \xff\n")
    assert list_events(folder) == (Listing("first"),)


def test_a_folder_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert list_events(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    "name", ["..", ".", "", "../briefs/first", "first/../first", "/etc", "First", "first\n", "a b", "fir\x00st"]
)
def test_an_event_id_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    folder = briefs(tmp_path / "briefs")
    (tmp_path / "event.yaml").write_text(EVENT, encoding="utf-8")
    assert event_file(folder, name) is None


def test_an_event_that_is_a_link_out_of_the_folder_is_none(tmp_path: Path) -> None:
    folder = briefs(tmp_path / "briefs")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "event.yaml").write_text(EVENT, encoding="utf-8")
    try:
        (folder / "link").symlink_to(tmp_path / "outside")
    except OSError:
        pytest.skip("no links here")
    assert event_ids(folder) == ("first",)


def test_listing_events_loads_neither_the_model_nor_what_reading_takes(tmp_path: Path) -> None:
    folder = briefs(tmp_path / "briefs")
    code = (
        "import sys, pathlib; from brief.event import list_events, find_briefs;"
        "find_briefs(pathlib.Path(sys.argv[1])); assert 'yaml' not in sys.modules;"
        "assert list_events(pathlib.Path(sys.argv[1]));"
        "print(sorted({'brief.event.model', 'brief.event.read', 'brief.event.workspace'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
