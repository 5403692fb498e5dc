"""What a spot of a template can see and knows, what was found wrong, and what is still to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.place import Place
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes

    from brief.template.statics.kinds import Kind, Macro


@dataclass(slots=True)
class Scope:
    """The names a spot of `file` sees, and the paths (`claim.quote`) that are known there not to be empty."""

    file: str
    names: dict[str, Kind]
    present: frozenset[str] = frozenset()

    def inner(self, *, knowing: frozenset[str] = frozenset(), names: Mapping[str, Kind] | None = None) -> Scope:
        """A body whose own names do not leave it."""
        scope = Scope(self.file, dict(self.names), self.present | knowing)
        for name, kind in (names or {}).items():
            scope.bind(name, kind)
        return scope

    def bind(self, name: str, kind: Kind, having: frozenset[str] = frozenset()) -> None:
        """Give a name a new meaning; what was known of the old one is forgotten."""
        self.names[name] = kind
        old = {path for path in self.present if path == name or path.startswith((f"{name}.", f"{name}["))}
        self.present = (self.present - old) | {f"{name}.{path}" for path in having}


@dataclass(slots=True)
class Check:
    """One check of a template: its files, what it may use, what is wrong, which macro calls are still to be walked.

    `broken` are files that cannot be read, `outside` those that a link leads out of the folder.
    """

    trees: Mapping[str, nodes.Template]
    broken: frozenset[str]
    outside: frozenset[str]
    shown: Callable[[str], str]
    filters: Mapping[str, Callable[..., object]]
    tests: Mapping[str, Callable[..., object]]
    functions: Mapping[str, object]
    problems: dict[tuple[str, int, str], Problem] = field(default_factory=dict)
    calls: list[tuple[Macro, tuple[Kind | None, ...]]] = field(default_factory=list)

    def add(self, code: str, message: str, scope: Scope, line: int, hint: str = "") -> None:
        """Note what is wrong on a line of the file of `scope`, once."""
        place = Place(self.shown(scope.file), line)
        self.problems.setdefault((scope.file, line, message), Problem(code, message, place, hint))
