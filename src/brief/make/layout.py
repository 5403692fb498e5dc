"""What only the pages can tell of the data: a bottom line or a first part that is too long, too many pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.check import bottom_line_is_short, it_fits_its_pages, page_one_is_one_page

if TYPE_CHECKING:
    from brief.make.desk import Desk
    from brief.problem import Problem
    from brief.render import Rendered

FRONT = ("bottom-line", "key-points")
"""The callouts of the part that stands alone."""


def of_layout(pdf: Rendered | None, desk: Desk) -> tuple[Problem, ...]:
    """What the laid out document tells of the data; nothing without one."""
    event, template = desk.found.event, desk.look.template
    if pdf is None or event is None or template is None:
        return ()
    ends_on = max(pdf.ends.get(kind, 0) for kind in FRONT)
    return (
        *bottom_line_is_short(event, pdf.lines.get("bottom-line", 0), template.bottom_line_lines),
        *page_one_is_one_page(event, ends_on, template.front_pages),
        *it_fits_its_pages(event, pdf.over, template.pages),
    )
