"""What was found wrong in a template so far, and what is still to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.place import Place
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
    untranslated: dict[str, dict[str, str]] = field(default_factory=dict)
    calls: list[tuple[Macro, tuple[Kind | None, ...]]] = field(default_factory=list)

    def lacks(self, label: str, file: str, other: str) -> None:
        """Note that `file`, the labels of a template in the language of the brief, lacks one that `other` has."""
        self.untranslated.setdefault(file, {}).setdefault(label, other)

    def all(self) -> Iterator[Problem]:
        """Everything that is wrong; labels that a language lacks are told together, at the file to write."""
        yield from self.problems.values()
        for file, labels in self.untranslated.items():
            message = f"labels are missing that other languages have: {', '.join(labels)}"
            first, others = next(iter(labels)), dict.fromkeys(labels.values())
            hint = f'write them here: {first} = "…"; they stand in {" and ".join(others)}'
            yield Problem("unknown-label", message, Place(file, 1), hint)

    def put(self, problem: Problem) -> None:
        """Note what is wrong elsewhere than in a file of the walk, once."""
        if problem.place:
            self.problems.setdefault((problem.place.file, problem.place.line, problem.message), problem)

    def add(self, code: str, message: str, scope: Scope, line: int, hint: str = "") -> None:
        """Note what is wrong on a line of the file of `scope`, once."""
        place = Place(self.shown(scope.file), line)
        self.problems.setdefault((scope.file, line, message), Problem(code, message, place, hint))
