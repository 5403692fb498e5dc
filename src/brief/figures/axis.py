"""What led to a meeting, the meeting, and the latest step on what came of it, on one axis.

The steps stand evenly apart, for years lie between some and days between others: the date stands at each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.event import Portion
from brief.figures.measure import WIDTH, lines_of
from brief.place import Made, places_of
from brief.tree import Dot, Drawing, Figure, Label, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from brief.event import Day, Event, Standing
    from brief.tree import Shape, Tone

MOST = 11
"""Steps that an axis holds; of more, the latest are drawn."""

_SIZE, _LEADING = 8.0, 10.0
_BETWEEN = 7.0  # points between labels side by side
_WIDEST = 96.0  # of a label
_STEM = 13.0  # from the axis to a label
_ABOVE, _BELOW = 3.5, 8.0  # from a stem's end to the baseline above it, or below
_RADIUS, _MEETING = 2.8, 4.4  # of a step's dot, and of the meeting's
_DEPTH = 3.0  # of letters below their baseline
_OVER = 0.75  # of letters over it, in sizes


@dataclass(frozen=True, slots=True)
class Step:
    """A day, what is drawn beside it, and the sentence that tells it."""

    day: Day
    label: str
    text: str


def timeline(
    event: Event,
    standings: Iterable[Standing],
    as_of: Day,
    title: str,
    latest: str,
    said: Callable[[Day], str],
    *,
    before: Step | None = None,
    width: float = WIDTH,
) -> Figure:
    """Milestones and agreements of the event, the meeting `before` it and itself, and the latest update up to `as_of`.

    `title` begins the alternative text, `latest` names the latest update, `said` says a day. Of what shares a day the
    first in this order is drawn. Less than two steps are not drawn at all. `width` is in points.
    """
    found: dict[str, Step] = {}
    for step in (*_steps(event, before), *_latest(event, standings, as_of, latest)):
        if not step.day.later_than(as_of):
            found.setdefault(str(step.day), step)
    steps = sorted(found.values(), key=lambda step: step.day)[-MOST:]
    alt = " ".join((f"{title}.", *(f"{said(step.day)}: {_sentence(step.text)}" for step in steps)))
    drawing = _drawn(steps, event.meeting.date, said, width) if len(steps) > 1 else Drawing(0, 0, ())
    return Figure(drawing, Made.of(alt, *(step.text for step in steps)))


def _steps(event: Event, before: Step | None) -> Iterator[Step]:
    yield from (Step(each.date, each.label, each.text) for each in event.milestones)
    yield from (Step(each.date, each.name, each.text) for each in event.agreements)
    if before:
        yield before
    yield Step(event.meeting.date, event.occasion, event.title)


def _latest(event: Event, standings: Iterable[Standing], as_of: Day, latest: str) -> Iterator[Step]:
    """The last day after the meeting on which something happened to a follow-up, and to which.

    The day is part of what its updates say: their marks stand before it.
    """
    updates = [(update, s.follow_up.what) for s in standings for update in s.history]
    days = [u.date for u, _ in updates if u.date.later_than(event.meeting.date) and not u.date.later_than(as_of)]
    if days:
        last = max(days)
        said = [(update.text, what) for update, what in updates if update.date == last]
        marks = dict.fromkeys(text.mark for text, _ in said if isinstance(text, Portion) and not text.is_silent)
        matters = [what for _, what in said]
        label = Made.of(" ".join((*marks, latest)), *matters, latest)
        yield Step(last, label, Made.of(f"{label}: {'; '.join(matters)}", *matters))


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _drawn(steps: Sequence[Step], meeting: Day, said: Callable[[Day], str], width: float) -> Drawing:
    """Labels stand above and below the axis in turn, so that each may be almost two steps wide."""
    step = (width + _BETWEEN) / (len(steps) + 1)
    half = min(step - _BETWEEN / 2, _WIDEST / 2)
    step = (width - 2 * half) / (len(steps) - 1)
    texts = [_text(each, 2 * half, said, strong=each.day == meeting) for each in steps]
    over, under = (max((len(text) for text in texts[side::2]), default=0) for side in (0, 1))
    axis = _OVER * _SIZE + (over - 1) * _LEADING + _ABOVE + _STEM
    shapes: list[Shape] = [Line(0, axis, width, axis, weight=1)]
    for number, (each, text) in enumerate(zip(steps, texts, strict=True)):
        x, up = half + number * step, number % 2 == 0
        shapes.append(Line(x, axis, x, axis + (-_STEM if up else _STEM), "secondary", 0.5))
        shapes.append(Dot(x, axis, _MEETING if each.day == meeting else _RADIUS))
        first = axis - _STEM - _ABOVE - (len(text) - 1) * _LEADING if up else axis + _STEM + _BELOW
        shapes += _set(text, x, first, each)
    return Drawing(width, axis + _STEM + _BELOW + (under - 1) * _LEADING + _DEPTH, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Words:
    """A line beside a step."""

    text: str
    is_date: bool = False
    bold: bool = False


def _text(step: Step, room: float, said: Callable[[Day], str], *, strong: bool) -> tuple[_Words, ...]:
    """The date, and the label under it."""
    dated = (_Words(line, is_date=True, bold=True) for line in lines_of(said(step.day), _SIZE, room, bold=True))
    return (*dated, *(_Words(line, bold=strong) for line in lines_of(step.label, _SIZE, room, bold=strong)))


def _set(text: Iterable[_Words], x: float, first: float, step: Step) -> Iterator[Label]:
    for number, words in enumerate(text):
        origins = places_of(step.day if words.is_date else step.label)
        tone: Tone = "structure" if words.is_date else "text"
        y = first + number * _LEADING
        yield Label(x, y, words.text, "middle", words.bold, _SIZE, tone, origins)
