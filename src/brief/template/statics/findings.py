"""What was found wrong in a template so far, and what is still to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.place import Place
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes

    from brief.template.statics.kinds import Kind, Macro, Scope


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
