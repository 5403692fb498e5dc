"""What a renderer gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.problem import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes.

    `pages` maps block ids to page numbers and `page_count` counts the pages, where the format has pages; `lines`
    maps the kinds of boxes to the lines of the longest of each, without its title, and `ends` to the page on which the
    last of each ends; `over` are the lines of running text by which it is longer than its limit of pages; `problems`
    are what only layout can know.
    """

    content: bytes = field(repr=False)
    page_count: int | None = None
    pages: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    over: int = 0
    problems: tuple[Problem, ...] = ()
