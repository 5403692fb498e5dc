"""The house holds: a room imports only rooms of lower floors, and every file is read in one sitting."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "brief"
README = Path(__file__).parents[1] / "README.md"

FLOORS = (
    ("place",),
    ("tree", "problem", "files", "opc"),
    ("toml",),
    ("event", "style"),
    ("template", "walk", "archive", "letterhead"),
    ("parse", "polish", "figures"),
    ("render", "check"),
    ("make",),
    ("preview",),
    ("cli",),
)
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
LONGEST = 300
FORMATS = ("docx", "pdf", "html", "text")

MODULES = sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def name_of(path: Path) -> str:
    parts = ("brief", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Every module of this package that a file imports, wherever in the file it does so."""
    known = {name_of(p) for p in MODULES}
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            named = {f"{node.module}.{alias.name}": str(node.module) for alias in node.names}
            found |= {name if name in known else module for name, module in named.items()}
    return found & known


def room_of(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_rooms_of_lower_floors(path: Path) -> None:
    room = room_of(name_of(path))
    assert room in LEVEL, f"{room} is on no floor: say where it stands"
    for other in imported(path):
        if room_of(other) != room:
            assert LEVEL[room_of(other)] < LEVEL[room], f"{room} imports {other}, which is not below it"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_nobody_outside_reaches_past_the_door_of_a_room(path: Path) -> None:
    for other in imported(path):
        if room_of(other) != room_of(name_of(path)):
            assert other.count(".") == 1, f"{name_of(path)} reaches into {other}: import from brief.{room_of(other)}"


def test_no_format_imports_another() -> None:
    for path in MODULES:
        parts = name_of(path).split(".")
        if len(parts) > 2 and parts[1] == "render" and parts[2] in FORMATS:
            others = {m for m in imported(path) if m.startswith("brief.render.") and m.split(".")[2] in FORMATS}
            strangers = {m for m in others if m.split(".")[2] != parts[2]}
            assert not strangers, f"{path} imports {strangers}"


def test_there_are_no_circles_inside_a_room() -> None:
    graph = {name_of(p): {m for m in imported(p) if room_of(m) == room_of(name_of(p))} for p in MODULES}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, f"circle: {' -> '.join((*way, module))}"
        if module not in done:
            for other in graph[module]:
                visit(other, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_readme_prints_the_same_floors() -> None:
    told: list[set[str]] = []
    for floor, room in re.findall(r"^\| (roof|\d+|) ?\| `(\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE):
        if floor:
            told.append(set())
        told[-1].add(room)
    assert told[::-1] == [set(rooms) for rooms in FLOORS]
