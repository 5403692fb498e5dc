"""Lists of `- Name: value`: facts, the header block, and the fields of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from brief.parse.inline import read_inlines
from brief.tree import Fact, Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.parse.branch import Branch
    from brief.parse.manuscript import Manuscript

COLON = re.compile(r"(?<!\\):(?=\s|$)\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its value, as Markdown, and the lines where they begin."""

    name: str
    value: str
    line: int
    below: int


def read_facts(script: Manuscript, box: Branch, kind: Literal["header", "list"]) -> Facts:
    """The facts of a box."""
    return Facts(
        kind,
        tuple(
            Fact(read_inlines(script, named.name, named.line), read_inlines(script, named.value, named.below))
            for named in named_values(script, box)
        ),
    )


def named_values(script: Manuscript, box: Branch) -> Iterator[Named]:
    """The names and values of a box; whatever else it holds is reported."""
    for block in box.children:
        if block.kind != "bullet_list":
            script.report(block.line, "fact", "this box holds a list alone, written `- Name: value`")
            continue
        for item in block.children:
            if [part.kind for part in item.children] != ["paragraph"]:
                script.report(item.line, "fact", "a fact is one paragraph, written `- Name: value`")
                continue
            words, line = item.children[0].words, item.children[0].line
            colon = COLON.search(words)
            if colon is None:
                script.report(line, "fact", "a fact has no colon between its name and its value", "`- Name: value`")
                continue
            below = line + words.count("\n", 0, colon.end())
            yield Named(words[: colon.start()], words[colon.end() :], line, below)
