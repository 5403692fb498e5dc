"""Where briefs are kept: the folder `briefs`, a folder in it for each event, and what `brief list` shows of them.

Nothing here reads a whole file, so that a listing costs next to nothing.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brief.event.day import Day
from brief.files import DEVICES, as_typed, inside, read_text
from brief.place import Place, Words
from brief.problem import BriefError, Problem, closest, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from brief.event.nodes import Node

MARK = "sources.yaml"
"""The register by which a folder of briefs is known."""

EVENT = "event.yaml"
"""The file of an event in its folder."""

_YAML = re.compile(r"(?P<stem>.+)\.ya?ml(?:\.txt)?|(?P<bare>event)\.txt", re.IGNORECASE)
"""Names by which a file of YAML goes; some editors put `.txt` behind what they are told."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An event as a list shows it; what could not be read is empty."""

    id: str
    title: str = ""
    date: Day | None = None
    as_of: Day | None = None
    untranslated: bool = False  # whether the title stands in English for want of the language that was asked for


def find_briefs(start: Path) -> Path | None:
    """The folder of briefs that `start` is in, or that it or a folder above it holds under the name `briefs`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if folder.name == "briefs" and (folder / MARK).is_file():
            return folder
        if (folder / "briefs" / MARK).is_file():
            return folder / "briefs"
    return None


def folder_of_briefs(named: Path | None = None) -> Path:
    """The folder of briefs that is named, or else the next from the working directory upwards.

    Raises BriefError where there is none.
    """
    folder = named if named is not None else find_briefs(Path.cwd())
    if folder is None:
        hint = "go to a folder that has one, name it with --briefs, or make one with 'brief init DIR'"
        raise BriefError([Problem("no-briefs", "no folder 'briefs' with a sources.yaml here or above", hint=hint)])
    return folder


def is_event_id(name: str) -> bool:
    """Whether a folder may have this name, on every system, and be an event: lower-case letters, digits, hyphens."""
    return re.fullmatch(rf"(?!{DEVICES}\Z)[a-z0-9][a-z0-9-]*", name) is not None


def event_file(folder: Path, event_id: str) -> Path | None:
    """The file of an event, where there is one inside the folder."""
    if not is_event_id(event_id):
        return None
    path = folder / event_id / "event.yaml"
    return path if path.is_file() and inside(folder, f"{event_id}/event.yaml") else None


def event_ids(folder: Path) -> tuple[str, ...]:
    """The events of a folder of briefs, by name."""
    return tuple(name for name in _folders(folder) if event_file(folder, name))


def unknown_event(folder: Path, name: str) -> Problem:
    """What is told where a folder of briefs has no event of this name."""
    known = event_ids(folder)
    hint = f"{nearest(name, known)} known: {', '.join(known) or 'none'}".strip()
    if file := dict(without_event(folder)).get(name):
        hint = _rename(file)
    named = f" '{name}'" if name else ""
    return Problem("unknown-event", f"there is no event{named} in {as_typed(folder)}", hint=hint)


def misnamed(folder: Path) -> tuple[str, ...]:
    """Folders that hold an event under a name no event may have."""
    return tuple(
        name for name in _folders(folder) if not is_event_id(name) and (folder / name / "event.yaml").is_file()
    )


def without_event(folder: Path) -> tuple[tuple[str, str], ...]:
    """Folders that hold YAML and no event, each with the first file of YAML in it."""
    found: list[tuple[str, str]] = []
    for name in _folders(folder):
        if not name.startswith(".") and not (folder / name / EVENT).exists():
            files = sorted(each for each in _names(folder / name) if _YAML.fullmatch(each))
            found += [(name, file) for file in files[:1]]
    return tuple(found)


def lost_event(folder: Path, name: str, file: str) -> Problem:
    """What is told of a folder without an event that holds a file of YAML."""
    place = Place(as_typed(folder / name / file), 1)
    return Problem("no-event", f"the folder '{name}' has no {EVENT}", place, _rename(file), "warning")


def _rename(file: str) -> str:
    return f"if {file} is the event, rename it {EVENT}; else keep it elsewhere"


def unread(folder: Path, registers: Collection[str]) -> Iterator[Problem]:
    """A warning for each file beside a register or an event that is called as it is, and read by nobody."""
    homes = [(folder, registers), *((folder / event, (EVENT,)) for event in event_ids(folder))]
    for home, known in homes:
        for name in sorted(_names(home)):
            meant = _meant(name)
            if meant in known and name.casefold() != meant and (home / meant).exists():
                hint = f"{meant} is read; put into it what belongs there, and this file elsewhere"
                yield Problem("stray-file", f"nothing reads '{name}'", Place(as_typed(home / name), 1), hint, "warning")


def missing_register(path: Path, registers: Collection[str]) -> Problem:
    """What is told where a register is not there, with the file that may be it under another name."""
    others = [name for name in sorted(_names(path.parent)) if name not in registers]
    found = next((name for name in others if _meant(name) == path.name), "") or closest(path.name, others)
    hint = f"if '{found}' is it, rename it" if found else "write the file; 'brief init' shows a whole folder of them"
    return Problem("missing-file", f"there is no file {path.name}", Place(as_typed(path), 1), hint)


def _meant(name: str) -> str:
    """The file of YAML that is meant by a name such as `event.yaml.txt`; nothing by others."""
    found = _YAML.fullmatch(name)
    return f"{(found['stem'] or found['bare']).casefold()}.yaml" if found else ""


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return []


def list_events(folder: Path, *, language: str = "en") -> tuple[Listing, ...]:
    """The events of a folder of briefs, by name, read no further than what is shown of them."""
    return tuple(glance(folder, name, language=language) for name in event_ids(folder))


def glance(folder: Path, event_id: str, *, language: str = "en") -> Listing:
    """An event's title and dates."""
    from brief.event.compose import compose  # noqa: PLC0415  nothing else here needs the YAML library
    from brief.event.nodes import field  # noqa: PLC0415

    path = event_file(folder, event_id)
    try:
        text = read_text(path) if path else ""
    except (OSError, ValueError):
        text = ""
    file = as_typed(path or folder)
    root, _ = compose(text, file, until={"title", "as_of", "meeting"})
    title = field(root, "title")
    own = field(title, language)
    title = own or field(title, "en") or title
    return Listing(
        event_id,
        _words(title, file),
        _day(field(field(root, "meeting"), "date"), file, "meeting.date"),
        _day(field(root, "as_of"), file, "as_of"),
        untranslated=own is None and language != "en",
    )


def _words(node: Node | None, file: str) -> str:
    from brief.event.nodes import Scalar  # noqa: PLC0415
    from brief.event.scalars import words  # noqa: PLC0415

    if not isinstance(node, Scalar) or node.is_empty or node.is_blank:
        return ""
    text = words(node.text, Place(file, node.line, node.column, "title"))
    return text if isinstance(text, Words) else ""


def _day(node: Node | None, file: str, path: str) -> Day | None:
    from brief.event.nodes import Scalar  # noqa: PLC0415

    if not isinstance(node, Scalar):
        return None
    try:
        return Day.at(node.text, Place(file, node.line, node.column, path))
    except ValueError:
        return None
