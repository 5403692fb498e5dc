from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from brief.figures import status_bar
from brief.figures.measure import WIDTH, width_of
from brief.place import Place, Words
from brief.tree import Box, Drawing, Figure, Label
from planted import standing, update

if TYPE_CHECKING:
    from brief.event import Standing

WORDS = ("open", "moving", "closed")


def standings(**counts: int) -> tuple[Standing, ...]:
    statuses = [status for status, count in counts.items() for _ in range(count)]
    return tuple(standing(f"F{n}", update(f"F{n}a", "2023-01", status)) for n, status in enumerate(statuses))


def labels(figure: Figure) -> list[Label]:
    return [shape for shape in figure.drawing.children if isinstance(shape, Label)]


def test_segments_are_as_long_as_the_follow_ups_are_many_and_named_with_their_number() -> None:
    figure = status_bar(standings(open=6, moving=3, closed=2, lapsed=1), "By status", WORDS)
    segments = [shape for shape in figure.drawing.children if isinstance(shape, Box)]
    assert [(round(segment.x / WIDTH * 12), segment.fill) for segment in segments] == [
        (0, "open"),
        (6, "moving"),
        (9, "closed"),
    ]
    assert segments[-1].x + segments[-1].width == WIDTH
    assert [label.text for label in labels(figure)] == ["6 open", "3 moving", "3 closed"]
    assert figure.alt == "By status: 6 open, 3 moving, 3 closed."


def test_a_label_knows_where_each_status_that_it_counts_is_written_and_where_its_word_is() -> None:
    places = [Place("follow-ups.yaml", line, 9, "status") for line in (3, 5, 7)]
    statuses = [Words(status, place) for status, place in zip(("open", "closed", "lapsed"), places, strict=True)]
    counted = [standing("F", update("Fa", "2023-01", status)) for status in statuses]
    word = Place("labels/en.toml", 2, 1, "label.shut")
    opened, moving, closed = labels(status_bar(counted, "By status", ("open", "moving", Words("over", word))))
    assert (opened.origins, moving.origins) == ((places[0],), ())
    assert (closed.text, closed.origins) == ("2 over", (places[1], places[2], word))


def test_the_bar_is_as_wide_as_it_is_asked_to_be() -> None:
    drawing = status_bar(standings(open=1, moving=1), "By status", WORDS, width=459).drawing
    ends = [shape.x + shape.width for shape in drawing.children if isinstance(shape, Box)]
    assert (drawing.width, ends[-1]) == (459, 459)


def test_a_status_of_which_there_is_none_has_no_segment_but_its_word() -> None:
    figure = status_bar(standings(moving=1), "By status", WORDS)
    assert [shape.fill for shape in figure.drawing.children if isinstance(shape, Box)] == ["moving"]
    assert [label.text for label in labels(figure)] == ["0 open", "1 moving", "0 closed"]


def test_without_follow_ups_nothing_is_drawn() -> None:
    assert status_bar((), "By status", WORDS).drawing.children == ()
    assert isinstance(status_bar((), "By status", WORDS).drawing, Drawing)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_labels_stand_apart_and_inside(waiting: int, moving: int, closed: int) -> None:
    found = labels(status_bar(standings(open=waiting, moving=moving, closed=closed), "By status", WORDS))
    ends = [(label.x, label.x + width_of(label.text, label.size)) for label in found]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert all(start >= 0 and end <= WIDTH + 0.01 for start, end in ends)
