"""What only the laid out document can tell of data: whether page 1, and all pages, hold what is meant for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.place import place_of
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event import Event


_SHORTEN = "shorten the bottom line or the key points; in talking points, the points to make"


def bottom_line_is_short(event: Event, lines: int, limit: int) -> Iterator[Problem]:
    """Whether the bottom line stands on as few lines as the template allows; a limit of 0 allows any number."""
    if limit and lines > limit and event.bottom_line:
        message = f"the bottom line is set on {lines} lines; {limit} are allowed"
        place = place_of(event.bottom_line[0].id)
        yield Problem("long-bottom-line", message, place, "say less, or leave it to the key points", "warning")


def page_one_is_one_page(event: Event, ends_on: int, limit: int) -> Iterator[Problem]:
    """Whether the part that stands alone ends on the page on which the template wants it to; 0 allows any."""
    if limit and ends_on > limit and event.key_points:
        message = f"what should stand on page {limit} ends on page {ends_on}"
        place = place_of(event.key_points[-1].id)
        yield Problem("long-page-one", message, place, _SHORTEN, "warning")


def it_fits_its_pages(event: Event, over: int, limit: float) -> Iterator[Problem]:
    """Whether the document is longer, by `over` lines, than the pages that the template allows."""
    if over:
        message = f"the brief is {over} line{'s'[: over != 1]} longer than {_pages(limit)}"
        hint = "say less where it says most, or take a template that allows more"
        yield Problem("long-brief", message, place_of(event.title), hint, "warning")


def _pages(number: float) -> str:
    named = {0.5: "the half page", 1: "the one page"}
    return f"{named.get(number, f'the {number:g} pages')} that its template allows"
