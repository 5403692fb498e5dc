from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import TYPE_CHECKING, Any

import click
import pytest

from brief.cli import run
from brief.cli.report import harmless
from briefs_made import BRIEFS

if TYPE_CHECKING:
    from pathlib import Path

FERRY, VISIT = "Reopen the coastal ferry", "Visit of Minister Castro to Northland"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A fresh workspace, and the working directory in it."""
    assert run(["init", str(tmp_path)]) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(desk: Path, old: str, new: str) -> None:
    ledger = desk / "briefs" / "follow-ups.yaml"
    text = ledger.read_text(encoding="utf-8")
    assert old in text
    ledger.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["follow-ups", *arguments]) == 0
    return capsys.readouterr().out


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(capsys, "--format", "json", *arguments))["follow_ups"]
    return found


def test_the_table_says_which_date_holds_and_why(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    assert told(capsys).startswith("As of 2026-03-09, the last date in the data: 2 follow-ups, 2 open, 0 overdue\n")
    assert told(capsys, "--as-of", "2026-10-01").startswith("As of 2026-10-01: 2 follow-ups, 2 open, 1 overdue\n")


def test_the_table_tells_who_what_where_when_and_since_when(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    head, row, *_ = told(capsys, "--actor", "northland", "--as-of", "2026-10-02").splitlines()[2:]
    assert head.split() == ["What", "Who", "→", "with", "whom", "Status", "Opened", "Last", "change", "Days", "Due"]
    for words in ("Reopen the", "Northland,", "open", "2026-03-05", "211", "2026-09"):
        assert words in row


def test_a_table_that_is_piped_is_no_wider_than_a_hundred_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    lines = told(capsys, "--briefs", str(BRIEFS)).splitlines()
    assert 80 < max(map(len, lines)) <= 100


def test_a_table_fits_its_terminal_and_a_wide_one_shows_what_happened(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for width in (60, 80, 139, 140, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = click.unstyle(told(capsys)).splitlines()
        assert max(map(len, lines[2:])) <= width
        assert ("What happened" in lines[2]) is (width >= 140)


def test_open_actor_and_event_choose(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(desk, "        event: first-meeting\n        text: Invitation", "        text: Invitation")
    spoil(desk, "        status: open\n        event", "        status: closed\n        event")
    assert [one["what"] for one in listed(capsys)] == [FERRY, VISIT]
    assert [one["what"] for one in listed(capsys, "--open")] == [VISIT]
    assert [one["what"] for one in listed(capsys, "--event", "first-meeting")] == [FERRY]
    for name in ("berg", "Anna Berg", "MINISTER BERG"):
        assert VISIT in [one["what"] for one in listed(capsys, "--actor", name)]
    assert VISIT not in [one["what"] for one in listed(capsys, "--actor", "castro")]


@pytest.mark.parametrize(
    ("organisation", "name", "chosen"),
    [
        ("Southland", "castro", [FERRY]),
        ("Ministry of Foreign Affairs, Southland", "castro", [FERRY]),
        ("Greater Southland", "castro", []),
        ("Southland", "southland", [FERRY]),
        ("Southland", "berg", [FERRY, VISIT]),
    ],
)
def test_of_a_person_what_the_party_undertook_that_he_acts_for_is_shown_too(
    desk: Path, capsys: pytest.CaptureFixture[str], organisation: str, name: str, chosen: list[str]
) -> None:
    people = desk / "briefs" / "people.yaml"
    text = people.read_text(encoding="utf-8")
    assert text.count("organisation: Southland") == 1
    people.write_text(text.replace("organisation: Southland", f"organisation: {organisation}"), encoding="utf-8")
    assert [one["what"] for one in listed(capsys, "--actor", name)] == chosen


def test_a_name_is_found_however_its_letters_are_put_together(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = desk / "briefs" / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8").replace("Anna Berg", "안나 베르그"), encoding="utf-8")
    assert [one["what"] for one in listed(capsys, "--actor", unicodedata.normalize("NFD", "안나 베르그"))] == [
        FERRY,
        VISIT,
    ]


def test_nothing_later_than_the_date_is_known(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    assert listed(capsys, "--as-of", "2026-03-04") == []
    # the ferry rests on a source of the next day as well
    assert [one["what"] for one in listed(capsys, "--as-of", "2026-03-05")] == [VISIT]


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (["--actor", "brg"], "unknown-actor", "did you mean 'berg'?"),
        (["--actor", "xxxxxxxx"], "unknown-actor", "known: berg, castro"),
        (["--event", "frst-meeting"], "unknown-event", "did you mean 'first-meeting'?"),
        (["--briefs", "nowhere"], "no-briefs", "brief init DIR"),
    ],
)
def test_an_unknown_actor_event_or_folder_is_a_problem_with_the_nearest_known(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str, hint: str
) -> None:
    assert desk
    assert run(["follow-ups", *arguments]) == 1
    said = capsys.readouterr().err
    assert f"error[{code}]" in said
    assert hint in said


def test_a_ledger_with_an_error_shows_no_table_that_lacks_a_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(desk, "        status: open", "        status: opne")
    assert run(["follow-ups"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[choice]" in err


def test_csv_has_a_line_a_follow_up(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    said = told(capsys, "--format", "csv", "--as-of", "2026-10-02")
    assert said.startswith("\ufeffas_of,")
    rows = list(csv.DictReader(io.StringIO(said[1:])))
    assert rows[0] == {
        "as_of": "2026-10-02", "id": "ferry", "what": FERRY, "kind": "commitment", "actors": "Northland; Southland",
        "counterparts": "Northland; Southland", "status": "open", "opened": "2026-03-05",
        "opened_event": "first-meeting", "last_change": "2026-03-05", "last_change_event": "first-meeting",
        "last_change_text": "Agreed in principle; the timetable is still to be set.", "sources": "N1; N2",
        "days_since": "211", "due": "2026-09", "overdue": "true",
    }  # fmt: skip
    assert [row["id"] for row in rows] == ["ferry", "visit"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])  # noqa: RUF001 - these are meant
def test_no_cell_of_the_csv_is_a_formula(desk: Path, capsys: pytest.CaptureFixture[str], sign: str) -> None:
    spoil(desk, "what: Reopen the coastal ferry", f'what: \'{sign}HYPERLINK("http://x";"y")\'')
    row = next(csv.DictReader(io.StringIO(told(capsys, "--format", "csv"))))
    assert row["what"] == f'\'{sign}HYPERLINK("http://x";"y")'


def test_a_harmless_cell_stays_as_it_is() -> None:
    for cell in ("", "2026-03-05", "a = b", "'quoted'", "12"):
        assert harmless(cell) == cell


def test_json_has_the_documented_fields(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk
    document = json.loads(told(capsys, "--format", "json"))
    assert document["as_of"] == "2026-03-09"
    opened = {"id": "visit-1", "date": "2026-03-05", "event": "first-meeting", "status": "open",
              "text": "Invitation accepted, without a date.", "sources": [{"source": "N1", "at": None}]}  # fmt: skip
    assert document["follow_ups"][1] == {
        "id": "visit", "what": VISIT, "kind": "invitation", "actors": [{"id": "berg", "name": "Anna Berg"}],
        "counterparts": [{"id": "castro", "name": "Luis Castro"}], "status": "open", "is_open": True,
        "opened": opened, "last_change": opened, "last_update": opened, "days_since": 4, "due": None,
        "overdue": False,
    }  # fmt: skip
    guide = (BRIEFS / "README.md").read_text(encoding="utf-8")
    for name in (*document["follow_ups"][1], *opened):
        assert f"`{name}`" in guide, f"briefs/README.md says nothing of {name}"


def test_an_empty_ledger_has_no_date(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "briefs" / "follow-ups.yaml").write_text("follow_ups: []\n", encoding="utf-8")
    assert told(capsys).startswith("As of 2026-03-09, the last date in the data: 0 follow-ups")
    (desk / "briefs" / "first-meeting" / "event.yaml").unlink()
    assert told(capsys) == "the ledger is empty\n"
    assert json.loads(told(capsys, "--format", "json")) == {"as_of": None, "follow_ups": []}
    assert len(told(capsys, "--format", "csv").splitlines()) == 1


# ---- the project's own ledger ----------------------------------------------------------------------------------------

AT_SEOUL = {
    "itpp": "open", "summit-invitation": "open", "cyber-technology": "open", "deterrence": "open", "ukraine": "open",
    "mission": "open", "indo-pacific-strategy": "open",
}  # fmt: skip
AT_VILNIUS = AT_SEOUL | {
    "itpp": "closed", "summit-invitation": "closed", "cyber-technology": "moving", "information-sharing": "moving",
    "cyber-centre": "open", "cyber-exercises": "open", "ccdcoe-link": "open", "deterrence": "moving",
    "ukraine": "moving", "itpp-term": "open",
}  # fmt: skip
YEARS_LATER = AT_VILNIUS | {
    "cyber-centre": "moving", "cyber-exercises": "closed", "ccdcoe-link": "moving", "defence-industry": "moving",
}  # fmt: skip
LAST_CHANGE = {
    "2023-02-01": {"itpp": "2023-01-30", "ukraine": "2023-01-30"},
    "2023-07-14": {"information-sharing": "2023-07-12", "itpp": "2023-07-11", "mission": "2023-01-30"},
    "2026-11-01": {
        "information-sharing": "2026-02-10", "cyber-centre": "2024-07-17", "cyber-exercises": "2025-09",
        "ccdcoe-link": "2025-05-02", "ukraine": "2024-07-11", "mission": "2023-01-30", "itpp-term": "2025-01-15",
        "deterrence": "2026-02-10", "defence-industry": "2026-02-10", "cyber-technology": "2024-07-11",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "statuses"), [("2023-02-01", AT_SEOUL), ("2023-07-14", AT_VILNIUS), ("2026-11-01", YEARS_LATER)]
)
def test_three_dates_show_three_tables(
    as_of: str, statuses: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = listed(capsys, "--briefs", str(BRIEFS), "--as-of", as_of)
    assert {one["id"]: one["status"] for one in found} == statuses
    changed = {one["id"]: one["last_change"]["date"] for one in found}
    assert LAST_CHANGE[as_of].items() <= changed.items()
    assert not [one["id"] for one in found if one["overdue"]]


def test_the_invitation_would_be_overdue_had_it_not_been_taken_up(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("sources.yaml", "people.yaml", "glossary.yaml", "follow-ups.yaml"):
        (tmp_path / name).write_bytes((BRIEFS / name).read_bytes())
    for event in ("seoul-2023", "vilnius-2023"):
        (tmp_path / event).mkdir()
        (tmp_path / event / "event.yaml").write_text("", encoding="utf-8")
    ledger = tmp_path / "follow-ups.yaml"
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("        date: 2023-07-12\n        status: closed", "        date: 2023-07-12\n        status: moving"), encoding="utf-8")  # fmt: skip  # noqa: E501
    late = [one["id"] for one in listed(capsys, "--briefs", str(tmp_path), "--as-of", "2023-08-01") if one["overdue"]]
    assert late == ["summit-invitation"]
