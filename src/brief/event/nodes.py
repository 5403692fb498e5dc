"""A YAML file as it stands: texts, fields and lists, each with its line and column (from 1), and no meaning yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK = "TODO"
"""What stands, without quotation marks, where something is still to be filled in."""


class Long(str):
    """The text of a scalar that has blank lines in it; `parts` are its paragraphs, each with its line and column."""

    __slots__ = ("parts",)
    parts: tuple[tuple[str, int, int], ...]

    @classmethod
    def of(cls, text: str, parts: Iterable[tuple[str, int, int]]) -> Self:
        """`text`, which has these paragraphs."""
        long = cls(text)
        long.parts = tuple(parts)
        return long


class Scalar:
    """One text. `quoted` where quotation marks, `|` or `>` say that it is meant as one, were it empty."""

    __slots__ = ("column", "line", "quoted", "text")

    def __init__(self, line: int, column: int, text: str, *, quoted: bool) -> None:
        self.line, self.column, self.text, self.quoted = line, column, text, quoted

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given: no text, `~` or `null`."""
        return not self.text or self.text.isspace() or (not self.quoted and self.text in ("~", "null"))

    @property
    def is_blank(self) -> bool:
        """Whether it says that something is still to be filled in."""
        return self.text == BLANK and not self.quoted


class Fields:
    """Names and their values, in the file's order; a name may stand twice."""

    __slots__ = ("column", "line", "pairs")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.pairs: list[tuple[Scalar, Node]] = []


class Items:
    """A list."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.items: list[Node] = []


class Refused:
    """Stands where something was that has been reported already."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


Node = Scalar | Fields | Items | Refused


def field(node: Node | None, name: str) -> Node | None:
    """The value of the first field of this name."""
    if not isinstance(node, Fields):
        return None
    return next((value for key, value in node.pairs if key.text == name), None)


def name_of(node: Node, at: int) -> str | int:
    """What an item is called in a path: its id where it has one, so that the path outlives a new order."""
    name = field(node, "id")
    return name.text if isinstance(name, Scalar) and name.text else at
