"""A copy of the sample workspace that a test spoils by as little as it takes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from brief.check import check, check_folder
from brief.event import dossier, load, open_workspace
from brief.make import inspect

if TYPE_CHECKING:
    from brief.problem import Problem

SAMPLE = Path(__file__).parents[1] / "src" / "brief" / "sample"
EVENT = "first-meeting/event.yaml"
LEDGER, SOURCES = "follow-ups.yaml", "sources.yaml"


def template_beside_briefs(folder: Path) -> Path:
    """The folder of a template over the house's, beside briefs of two events."""
    shutil.copytree(SAMPLE, folder / "briefs")
    shutil.copytree(folder / "briefs" / "first-meeting", folder / "briefs" / "second-meeting")
    (folder / "mine").mkdir()
    (folder / "mine" / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    return folder / "mine"


class Workshop:
    """The copy, and what rules and `brief check` say of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SAMPLE, folder)

    def write(self, old: str, new: str, file: str = EVENT) -> None:
        """Replace what stands in a file once."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (old, text.count(old))
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def add(self, text: str, file: str = EVENT) -> None:
        """Write behind the end of a file."""
        with (self.folder / file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)

    def told(self, *codes: str) -> list[tuple[str, str, str]]:
        """What the rules tell, of these codes or of all: code, file and the line that is meant."""
        found = load(self.folder, "first-meeting")
        assert found.event is not None, found.problems
        workspace = open_workspace(self.folder)
        everything = (
            *check(found),
            *check_folder(workspace, [dossier(workspace, event) for event in workspace.events]),
        )
        return [self.row(problem) for problem in everything if not codes or problem.code in codes]

    def inspected(self) -> list[tuple[str, str, str]]:
        """What `brief check` tells: code, file and the line that is meant."""
        return [self.row(problem) for problem in inspect(briefs=self.folder)[1]]

    def row(self, problem: Problem) -> tuple[str, str, str]:
        """A problem as tests compare it."""
        assert problem.place is not None, problem
        path = Path(problem.place.file)
        line = path.read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
        return problem.code, path.name, line[problem.place.column - 1 :].strip()
