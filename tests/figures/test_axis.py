from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from brief.event import Day, Event, Milestone, Prose
from brief.figures import Step, timeline
from brief.figures.measure import width_of
from brief.place import Place, Words
from brief.tree import Dot, Figure, Label, Line
from planted import EVENT, standing, update

AS_OF = Day(2023, 7, 14)
LEDGER = (standing("F1", update("F1a", "2023-01", "open"), update("F1b", "2023-07-12", "moving")),)
BARE = replace(EVENT, agreements=(), meeting=replace(EVENT.meeting, date=Day(2023, 7, 11)))


def milestone(day: str, label: str) -> Milestone:
    words = Prose(Words(label, Place("e.yaml", 5, 3, label)))
    return Milestone(id=label, text=Prose(f"{label} happened"), sources=(), date=Day.at(day), label=words)


def drawn(event: Event, as_of: Day = AS_OF, before: Step | None = None) -> Figure:
    return timeline(event, LEDGER, as_of, "Time", "Last", str, before=before)


def labels(figure: Figure) -> list[Label]:
    return [shape for shape in figure.drawing.children if isinstance(shape, Label)]


def days(figure: Figure) -> list[str]:
    return [label.text for label in labels(figure) if label.tone == "structure"]


def with_milestones(*steps: tuple[str, str]) -> Event:
    return replace(BARE, milestones=tuple(milestone(day, label) for day, label in steps))


def test_steps_stand_in_their_order_whatever_the_data_s() -> None:
    before = Step(Day(2023, 1, 30), "Seoul", "They met in Seoul.")
    figure = drawn(with_milestones(("2019-11-21", "New"), ("2012", "First")), before=before)
    assert days(figure) == ["2012", "2019-11-21", "2023-01-30", "2023-07-11", "2023-07-12"]
    across = [shape.x for shape in figure.drawing.children if isinstance(shape, Dot)]
    assert across == sorted(across)


def test_the_figure_is_told_step_by_step() -> None:
    figure = drawn(with_milestones(("2012-09-20", "First")))
    what = LEDGER[0].follow_up.what
    assert figure.alt == (f"Time. 2012-09-20: First happened. 2023-07-11: {EVENT.title}. 2023-07-12: Last: {what}.")


def test_what_comes_after_the_as_of_date_is_not_drawn() -> None:
    event = with_milestones(("2012", "First"), ("2024", "Later"))
    assert days(drawn(event, Day(2023, 7, 11))) == ["2012", "2023-07-11"]


def test_an_update_on_or_before_the_day_of_the_meeting_is_no_latest_step() -> None:
    event = replace(with_milestones(("2012", "First")), meeting=replace(BARE.meeting, date=Day(2023, 7, 12)))
    assert days(drawn(event)) == ["2012", "2023-07-12"]


def test_a_milestone_says_what_happened_on_the_day_of_the_meeting_which_stands_out() -> None:
    figure = drawn(with_milestones(("2012", "First"), ("2023-07-11", "Adopted")))
    strong = [label.text for label in labels(figure) if label.bold and label.tone == "text"]
    assert strong == ["Adopted"]
    radii = [shape.radius for shape in figure.drawing.children if isinstance(shape, Dot)]
    assert radii[1] > radii[0] == radii[2]


def test_an_agreement_and_the_meeting_are_drawn_without_milestones() -> None:
    figure = drawn(replace(EVENT, milestones=(), meeting=replace(EVENT.meeting, date=Day(2023, 7, 10))))
    assert days(figure) == ["2023-07-10", "2023-07-11", "2023-07-12"]


def test_the_axis_is_as_wide_as_it_is_asked_to_be() -> None:
    wide = timeline(EVENT, LEDGER, AS_OF, "Time", "Last", str, width=600).drawing
    axis = next(shape for shape in wide.children if isinstance(shape, Line))
    assert (wide.width, axis.x1, axis.x2) == (600, 0, 600)
    assert max(label.x for label in wide.children if isinstance(label, Label)) > 500


def test_one_step_is_no_timeline() -> None:
    assert drawn(BARE, Day(2023, 7, 11)).drawing.children == ()


def test_a_label_knows_where_the_data_hold_its_words() -> None:
    origins = {label.text: label.origins for label in labels(drawn(with_milestones(("2012", "First"))))}
    assert origins["First"] == (Place("e.yaml", 5, 3, "First"),)


@given(st.lists(st.tuples(st.integers(1950, 2022), st.text("aemW 한", min_size=1, max_size=40)), max_size=14))
def test_labels_stand_apart_and_inside_the_canvas(steps: list[tuple[int, str]]) -> None:
    figure = drawn(with_milestones(*((str(year), label) for year, label in steps)))
    canvas = figure.drawing
    boxes = []
    for label in labels(figure):
        half = width_of(label.text, label.size, bold=label.bold) / 2
        boxes.append((label.x - half, label.x + half, label.y - 0.7 * label.size, label.y + 0.2 * label.size))
    for left, right, top, bottom in boxes:
        assert left >= -0.01
        assert right <= canvas.width + 0.01
        assert top >= 0
        assert bottom <= canvas.height
    for one, other in combinations(boxes, 2):
        apart = one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]
        assert apart, (one, other)
