"""The path of a new officer, as briefs/README.md tells it: its commands, run in its order, with the hands between."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

from brief.cli import run
from briefs_made import BRIEFS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NEW = "brussels-2026"
SOURCE = """
  - id: X1
    title: Korea and NATO open cyber training centre
    publisher: NATO
    date: 2026-12-03
    address: https://example.org/centre
    grade: A1
"""
SLIP, MENDED = "opend", "stated"
VALUES = {
    "title": "Korea and NATO open cyber training centre",
    "subtitle": "President Yoon Suk Yeol and Jens Stoltenberg, Brussels, 3 December 2026",
    "occasion": "Brussels, 3 December 2026",
    "as_of": "2026-12-03",
    "reference": "SAMPLE/2026/003",
    "date": "2026-12-03",
    "text": "The North Atlantic Treaty Organization (NATO) and the Republic of Korea (ROK) opened the centre under the "
    "Individually Tailored Partnership Programme (ITPP); it looks to the Democratic People's Republic of Korea (DPRK).",
    "sources": "[X1]",
    "topic": "cyber",
    "speakers": "[yoon]",
    "addressees": "[stoltenberg]",
    "act": SLIP,
    "status": "closed",
}


def commands() -> list[list[str]]:
    """The commands of the section, in order."""
    guide = (BRIEFS / "README.md").read_text(encoding="utf-8")
    section = guide.partition("## A new event, step by step\n")[2].partition("\n## ")[0]
    return [shlex.split(line)[1:] for line in re.findall(r"^ *(brief .+)$", section, re.MULTILINE)]


def fill_in(told: str, briefs: Path) -> int:
    """Write a value for each blank that the check told, at its line; how many there were."""
    spots = re.findall(r"^briefs/(\S+\.yaml):(\d+):\d+: error\[blank\]: '(\w+)'", told, re.MULTILINE)
    for file, line, name in spots:
        path = briefs / file
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[int(line) - 1].endswith("TODO"), lines[int(line) - 1]
        lines[int(line) - 1] = lines[int(line) - 1].removesuffix("TODO") + VALUES[name]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(spots)


def enter_the_update(briefs: Path) -> None:
    """Copy the update of the centre from the end of the event to the end of its thread, and fill it in."""
    event = (briefs / NEW / "event.yaml").read_text(encoding="utf-8")
    commented = re.search(r"(# {7}- id: cyber-centre-\d+\n(?:# {9}.*\n)+)", event)
    assert commented
    update = re.sub(r"^# ", "", commented[1], flags=re.MULTILINE)
    update = re.sub(r"(\w+): TODO", lambda found: f"{found[1]}: {VALUES[found[1]]}", update)
    ledger = briefs / "follow-ups.yaml"
    text = ledger.read_text(encoding="utf-8")
    at = text.index("\n  - id: cyber-exercises")
    ledger.write_text(f"{text[:at].rstrip()}\n{update}{text[at:]}", encoding="utf-8")


def mend(told: str, briefs: Path) -> None:
    """Do what the check says of the one slip."""
    assert re.findall(r"error\[(\S+)\]", told) == ["choice"]
    assert f"'{SLIP}' is not one of:" in told
    path = briefs / NEW / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"act: {SLIP}", f"act: {MENDED}"), encoding="utf-8")


def test_a_new_officer_gets_from_nothing_to_a_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    briefs = tmp_path / "briefs"
    shutil.copytree(BRIEFS, briefs)
    monkeypatch.chdir(tmp_path)
    begin, look, again, make, follow = commands()

    assert run(begin) == 0
    assert begin[:2] == ["new", NEW]

    capsys.readouterr()
    assert run(look) == 1
    out, told = capsys.readouterr()
    with (briefs / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    assert out == f"1 event checked: {fill_in(told, briefs)} errors\n"
    enter_the_update(briefs)

    assert run(again) == 1
    mend(capsys.readouterr().err, briefs)
    assert run(again) == 0
    assert capsys.readouterr().out == "1 event checked: 1 note\n"  # of a source without a date

    assert run(make) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"{NEW}.docx", f"{NEW}.pdf"]
    assert capsys.readouterr().err == ""

    assert run(follow) == 0
    assert "1 follow-up, 0 open, 0 overdue" in capsys.readouterr().out
    for event in ("seoul-2023", "vilnius-2023"):
        assert run(["check", "--event", event]) == 0


def test_the_brief_of_the_new_event_tells_what_has_changed_since_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    briefs = tmp_path / "briefs"
    shutil.copytree(BRIEFS, briefs)
    monkeypatch.chdir(tmp_path)
    begin, look, *_ = commands()
    assert run(begin) == 0
    run(look)
    with (briefs / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    monkeypatch.setitem(VALUES, "act", MENDED)
    fill_in(capsys.readouterr().err, briefs)
    enter_the_update(briefs)
    assert run(["generate", "--event", NEW, "--format", "html"]) == 0
    page = re.sub(r"<[^>]+>", " ", (tmp_path / "out" / f"{NEW}.html").read_text(encoding="utf-8"))
    account = " ".join(page.split()).rpartition("Since the meeting of 11 July 2023")[2].partition("Commitments")[0]
    opened, moved, closed, still = (account.index(word) for word in ("Opened", "Moved", "Closed", "Unchanged"))
    assert "defence industry" in account[opened:moved]
    assert "battlefield information system" in account[moved:closed]
    assert "cyber training centre" in account[closed:still]
    assert "ROK Mission" in account[still:]
