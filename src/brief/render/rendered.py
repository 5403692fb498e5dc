"""What a renderer gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.problem import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes.

    `pages` maps block ids to page numbers and `page_count` counts the pages, where the format has pages; `breaks` are
    the pages that the page breaks end, `lines` maps the kinds of boxes to the lines of the longest of each, without its
    title; `problems` are what only layout can know.
    """

    content: bytes = field(repr=False)
    page_count: int | None = None
    pages: dict[str, int] = field(default_factory=dict)
    breaks: tuple[int, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
