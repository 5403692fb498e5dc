"""`brief source` as its user meets it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from brief.cli import run
from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "<title>Ferry</title><p>“We agree to reopen the <i>ferry</i>,” she said.</p>"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample workspace and an article, and the working directory in it."""
    shutil.copytree(ROOT / "src" / "brief" / "sample", tmp_path / "briefs")
    (tmp_path / "ferry.html").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_page_is_archived_and_its_record_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "ferry.html", "--id", "N1"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("briefs/sources/N1.txt  ")
    sha256 = first.rpartition(" ")[2]
    assert second == "the record of N1 in briefs/sources.yaml has its hash"
    assert f"    sha256: {sha256}\n" in (desk / "briefs" / "sources.yaml").read_text(encoding="utf-8")
    text = (desk / "briefs" / "sources" / "N1.txt").read_text(encoding="utf-8")
    assert text == "Ferry\n\n“We agree to reopen the ferry,” she said.\n"
    assert run(["source", "add", "ferry.html", "--id", "N1"]) == 0
    assert capsys.readouterr().out.endswith("is as it was\n")


def test_a_new_source_takes_every_field_of_a_record(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = {
        "title": "T", "publisher": "P", "author": "A", "date": "2026-03", "address": "https://example.org/a",
        "language": "ko", "title-original": "제목", "carried-by": "C", "text": "translation", "read-on": "2026-03-07",
        "grade": "B2", "note": "N",
    }  # fmt: skip
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    assert run(["source", "add", "ferry.html", "--id", "P70", *given]) == 0
    assert "P70 is new in briefs/sources.yaml" in capsys.readouterr().out
    record = (desk / "briefs" / "sources.yaml").read_text(encoding="utf-8").partition("- id: P70\n")[2]
    written = dict(line.strip().split(": ", 1) for line in record.splitlines())
    assert {name.replace("-", "_"): value for name, value in options.items()}.items() <= written.items()


def test_what_is_missing_is_told_with_its_options(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "ferry.html", "--id", "new"]) == 1
    told = capsys.readouterr().err
    assert "hint: add --title … --publisher …" in told
    assert told.endswith("nothing was written\n")
    assert not (desk / "briefs" / "sources").exists()


def test_another_text_needs_the_option_replace(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["source", "add", "ferry.html", "--id", "N1"])
    (desk / "ferry.txt").write_text("Another.", encoding="utf-8")
    assert run(["source", "add", "ferry.txt", "--id", "N1"]) == 1
    assert "--replace" in capsys.readouterr().err
    assert run(["source", "add", "ferry.txt", "--id", "N1", "--replace"]) == 0
    assert (desk / "briefs" / "sources" / "N1.txt").read_text(encoding="utf-8") == "Another.\n"


@pytest.mark.parametrize("file", ["none.html", "briefs"])
def test_a_file_that_is_none_is_wrong_usage(desk: Path, file: str) -> None:
    assert run(["source", "add", str(desk / file), "--id", "N1"]) == 2


@pytest.mark.usefixtures("desk")
def test_the_list_shows_each_source_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    run(["source", "add", "ferry.html", "--id", "N1"])
    capsys.readouterr()
    assert run(["source", "list"]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "grade", "date", "publisher", "language", "archived", "cited", "title"]
    assert first.startswith("N1  A1     2026-03-05  Northland MFA  en        yes ")
    assert first.endswith("…")
    assert " no " in second


@pytest.mark.parametrize(("spoil", "archived"), [("Altered.", "altered"), (None, "missing"), ("", "altered")])
def test_the_list_tells_texts_that_are_not_as_their_hash_says(
    desk: Path, capsys: pytest.CaptureFixture[str], spoil: str | None, archived: str
) -> None:
    run(["source", "add", "ferry.html", "--id", "N1"])
    text = desk / "briefs" / "sources" / "N1.txt"
    text.unlink() if spoil is None else text.write_text(spoil, encoding="utf-8")
    capsys.readouterr()
    assert run(["source", "list", "--format", "json"]) == 0
    assert [row["archived"] for row in json.loads(capsys.readouterr().out)] == [archived, "no"]


@pytest.mark.usefixtures("desk")
def test_csv_and_json_say_the_same_and_cut_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "list", "--format", "csv"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(told[1:])))
    assert run(["source", "list", "--format", "json"]) == 0
    objects = json.loads(capsys.readouterr().out)
    assert [{**row, "cited": int(row["cited"])} for row in rows] == objects
    assert objects[0]["title"] == "Joint press statement by the foreign ministers of Northland and Southland"
    assert all(type(each["cited"]) is int and each["cited"] > 0 for each in objects)


def test_a_spreadsheet_takes_no_title_for_a_formula(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = desk / "briefs" / "sources.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(
        text.replace("title: Ministers agree", 'title: "=1+1 agree').replace("coastal ferry\n", 'coastal ferry"\n'),
        encoding="utf-8",
    )
    assert run(["source", "list", "--format", "csv"]) == 0
    assert "'=1+1 agree to reopen" in capsys.readouterr().out


def test_an_event_that_cannot_be_read_is_told_beside_the_list(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "briefs" / "first-meeting" / "event.yaml").write_text("title: T\n", encoding="utf-8")
    assert run(["source", "list"]) == 0
    told = capsys.readouterr()
    assert "first-meeting cannot be read" in told.err
    assert "first-meeting" not in told.out


@pytest.mark.usefixtures("desk")
def test_an_archive_that_is_as_its_hashes_say_is_verified(capsys: pytest.CaptureFixture[str]) -> None:
    run(["source", "add", "ferry.html", "--id", "N1"])
    capsys.readouterr()
    assert run(["source", "verify"]) == 0
    assert capsys.readouterr().out == "N1  intact\n1 text: 1 intact\n"


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        ("altered", 1, "N1  altered\n1 text: 1 altered\n"),
        ("missing", 0, "N1  missing\n1 text: 1 missing\n"),
        ("stray", 1, "N1        intact\nP99.txt  unrecorded\n2 texts: 1 intact, 1 unrecorded\n"),
    ],
)
def test_only_what_is_altered_or_without_a_hash_fails(
    desk: Path, capsys: pytest.CaptureFixture[str], change: str, code: int, told: str
) -> None:
    run(["source", "add", "ferry.html", "--id", "N1"])
    text = desk / "briefs" / "sources" / "N1.txt"
    match change:
        case "altered":
            text.write_text("Altered.", encoding="utf-8")
        case "missing":
            text.unlink()
        case _:
            text.with_name("P99.txt").write_text("Stray.", encoding="utf-8")
    capsys.readouterr()
    assert run(["source", "verify"]) == code
    assert capsys.readouterr().out.split() == told.split()


def test_an_empty_archive_is_as_it_should_be(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.is_dir()
    assert run(["source", "verify"]) == 0
    assert capsys.readouterr().out == "0 texts\n"


@pytest.mark.parametrize("command", ["list", "verify"])
def test_a_fault_of_the_register_is_told(desk: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    register = desk / "briefs" / "sources.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("A1", "G1"), encoding="utf-8")
    assert run(["source", command]) == 1
    assert "'G1' is no Admiralty grade" in capsys.readouterr().err


def test_a_misquotation_stops_the_brief_and_a_note_does_not(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = desk / "briefs" / "first-meeting" / "event.yaml"
    proposed = "    text: Minister Berg proposed to reopen the ferry with one crossing a day.\n    sources: [N1]\n"
    quote = "    quote: {lead: As delivered, source: N1, text: We agreed to reopen the ferry}\n"
    event.write_text(event.read_text(encoding="utf-8").replace(proposed, proposed + quote), encoding="utf-8")
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 0
    assert "unverified" not in capsys.readouterr().err
    run(["source", "add", "ferry.html", "--id", "N1"])
    capsys.readouterr()
    assert run(["generate", "--event", "first-meeting", "--format", "text"]) == 1
    assert "“agreed” is “agree” in the source" in capsys.readouterr().err
