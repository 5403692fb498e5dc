"""The reader's flat row of tokens as blocks in one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Branch:
    """A block with the blocks it holds. Lines are those of the manuscript, counted from 0."""

    token: Token
    children: list[Branch] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What it is: "heading", "box", "tr", and "inline" for a run of words."""
        return self.token.type.removeprefix("container_").removesuffix("_open")

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.token.map[0] if self.token.map else 0

    @property
    def end(self) -> int:
        """The line after its last."""
        return self.token.map[1] if self.token.map else 0

    @property
    def name(self) -> str:
        """The first word behind the colons of a box."""
        return next(iter(self.token.info.split()), "") if self.kind == "box" else ""

    @property
    def title(self) -> str:
        """What stands behind the name of a box."""
        return self.token.info.strip().removeprefix(self.name).strip()

    @property
    def words(self) -> str:
        """The Markdown of the run of words it holds, "" where it holds none."""
        return next((child.token.content for child in self.children if child.kind == "inline"), "")


def branches(tokens: Iterable[Token]) -> list[Branch]:
    """The outermost blocks, each with what it holds."""
    open_blocks: list[list[Branch]] = [[]]
    for token in tokens:
        if token.nesting == -1:
            open_blocks.pop()
            continue
        branch = Branch(token)
        open_blocks[-1].append(branch)
        if token.nesting == 1:
            open_blocks.append(branch.children)
    return open_blocks[0]
