"""What a template may call, and the nodes it may print by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import TemplateRuntimeError
from jinja2.utils import Namespace

from brief.place import Made
from brief.template.cite import citing, placed
from brief.template.days import spoken
from brief.template.fields import described
from brief.template.lists import abbreviation_list, source_list
from brief.tree import Badge, Break, Contents, Drawing, Figure, PageBreak

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.event import Day
    from brief.template.labels import Labels
    from brief.template.names import Figures, Registers

MOST_TURNS = 1000
"""The length of the longest `range`."""

DOTS: dict[str, Literal["open", "moving", "closed"]] = {
    "open": "open",
    "moving": "moving",
    "closed": "closed",
    "lapsed": "closed",
}
"""The dot of each status: a matter that lapsed is over as well; its words tell the difference."""


LEVELS = (1, 2, 3)
"""The lowest level of headings that a list of contents may go down to."""

NOT_DRAWN = Figure(Drawing(0, 0, ()), "")
"""A figure without a shape, which is not printed."""


def functions(labels: Labels, language: str, registers: Registers, figures: Figures | None = None) -> dict[str, Any]:
    """Every function and every ready node, by the name a template knows it by. Without `figures` none is drawn."""
    return {
        "abbreviation_list": abbreviation_list(registers.terms),
        "badge": badge,
        "br": Break(),
        "cite": citing(labels),
        "contents": contents,
        "namespace": Namespace,
        "page_break": PageBreak(),
        "range": limited_range,
        "status_bar": status_bar_of(figures),
        "timeline": timeline_of(figures, labels),
        "source_list": source_list(registers.sources, labels, language),
    }


def badge(status: str, words: str) -> Badge:
    """A word of status with its dot."""
    if status not in DOTS:
        message = f"badge knows no status '{status}': there is {', '.join(DOTS)}"
        raise TemplateRuntimeError(message)
    return Badge(DOTS[status], (placed(Made.of(_text("badge", words), status, words)),))


def contents(title: str, level: int = 2) -> Contents:
    """The list of contents, down to headings of `level`; its entries are filled in when the brief is whole."""
    if level not in LEVELS:
        message = f"contents lists headings of level 1, 2 or 3, not {level}"
        raise TemplateRuntimeError(message)
    return Contents((placed(_text("contents", title)),), level=cast("Literal[1, 2, 3]", level))


def timeline_of(figures: Figures | None, labels: Labels) -> Callable[[str, str], Figure]:
    """The function `timeline` of one filling."""

    def short(day: Day) -> str:
        return spoken(day, labels.dates, "short")

    def timeline(title: str, latest: str) -> Figure:
        """What led to the meeting, and, called `latest`, the last step on what came of it."""
        words = _text("timeline", title), _text("timeline", latest)
        return figures.timeline(*words, short) if figures else NOT_DRAWN

    return timeline


def status_bar_of(figures: Figures | None) -> Callable[[str, str, str, str], Figure]:
    """The function `status_bar` of one filling."""

    def status_bar(title: str, opened: str, moving: str, closed: str) -> Figure:
        """How many follow-ups are open, moving and closed, by these words."""
        words = (_text("status_bar", opened), _text("status_bar", moving), _text("status_bar", closed))
        return figures.status_bar(_text("status_bar", title), words) if figures else NOT_DRAWN

    return status_bar


def limited_range(*bounds: int) -> range:
    """Numbers to loop over, as in Python, `MOST_TURNS` at most."""
    numbers = range(*bounds)
    if len(numbers) > MOST_TURNS:
        message = f"range gives {MOST_TURNS:,} numbers at most"
        raise TemplateRuntimeError(message)
    return numbers


def _text(function: str, words: object) -> str:
    if not isinstance(words, str):
        message = f"{function} needs a text, and this is {described(words)[0]}"
        raise TemplateRuntimeError(message)
    return words
