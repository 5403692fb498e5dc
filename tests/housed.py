"""Templates over a small one, planted for the tests of what a template takes from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.template import Filled, fill, find
from planted import NAMES, REGISTERS, text_of, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brief.problem import Problem

HOUSE = {
    "template.toml": 'name = "House"\nformats = ["pdf"]\n\n[limits]\ncontents_from_words = 7\n',
    "brief.md.j2": "{% block top %}# {{ label.top }}{% endblock %}\n\n{% include 'parts/end.md.j2' %}\n",
    "parts/end.md.j2": "{{ label.end }} of {{ event.title }}\n",
    "labels/en.toml": 'top = "Top"\nend = "End"\n\n[heads]\nwhat = "What"\nwho = "Who"\n',
}
EXTENDS = 'extends = "house"\n'


def made(
    home: Path, files: dict[str, str], settings: Mapping[str, str | int | bool] | None = None
) -> tuple[str, tuple[Problem, ...]]:
    """The words of the template `mine`, which has these files, and all that is wrong."""
    write(home / "mine", files)
    template, problems = find("mine")
    if template is None:
        return "", problems
    filled, more = fill(template, NAMES, REGISTERS, settings=settings)
    return text_of(filled or Filled(())), (*problems, *more)
