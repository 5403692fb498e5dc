from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from brief.archive import inventory
from brief.event import open_workspace
from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_every_citation_of_the_events_and_the_ledger_counts(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    shutil.copytree(ROOT / "src" / "brief" / "sample", folder)
    before = {entry.source.id: entry.cited for entry in inventory(open_workspace(folder))[0]}
    event = folder / "first-meeting" / "event.yaml"
    account = "  - {text: One., sources: [N2], stands: true}\n"
    event.write_text(
        event.read_text(encoding="utf-8")
        + "discrepancies:\n- id: D1\n  title: T\n  nature: error\n  text: One.\n  sources: [N1]\n  accounts:\n"
        + account * 2,
        encoding="utf-8",
    )
    after = {entry.source.id: entry.cited for entry in inventory(open_workspace(folder))[0]}
    assert after == {"N1": before["N1"] + 1, "N2": before["N2"] + 2}
    assert min(before.values()) > 0


def test_events_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    shutil.copytree(ROOT / "src" / "brief" / "sample", folder)
    (folder / "first-meeting" / "event.yaml").write_text("title: T\n", encoding="utf-8")
    entries, unread = inventory(open_workspace(folder))
    assert unread == ("first-meeting",)
    assert [entry.state for entry in entries] == ["none", "none"]
