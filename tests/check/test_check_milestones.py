from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.check import check
from brief.event import Day, Milestone, Prose
from event_files import loaded

if TYPE_CHECKING:
    from pathlib import Path


def test_a_timeline_holds_eight_milestones_with_short_labels(tmp_path: Path) -> None:
    dossier = loaded(tmp_path)
    assert dossier.event
    assert check(dossier) == ()

    def found(*labels: str) -> list[str]:
        steps = tuple(
            Milestone(id=str(n), text=Prose("t"), sources=(), date=Day(2020), label=Prose(label))
            for n, label in enumerate(labels)
        )
        assert dossier.event
        return [p.code for p in check(replace(dossier, event=replace(dossier.event, milestones=steps)))]

    assert found(*["a" * 40] * 8) == []
    assert found(*["a"] * 10) == ["milestones"]
    assert found("a" * 41, "b") == ["long-label"]
