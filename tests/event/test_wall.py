from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.event import (
    Account,
    Agreement,
    Area,
    Citation,
    Claim,
    Day,
    Discrepancy,
    Event,
    FollowUp,
    Line,
    Milestone,
    Quotation,
    Reaction,
    Source,
    Update,
    at,
    ledger_at,
    load,
)
from brief.event.registers import Prose
from brief.place import Place, Words
from event_files import EVENT, briefs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AS_OF = Day(2023, 7, 14)
TEXT = Prose("A text")


def source(day: Day | None) -> Source:
    return Source(id=f"of {day}", title=TEXT, publisher=TEXT, date=day)


def cited(*days: Day | None) -> tuple[Citation, ...]:
    return tuple(Citation(source=source(day)) for day in days)


def claim(*days: Day | None) -> Claim:
    return Claim(id="c", text=TEXT, sources=cited(*days))


EARLIER, LATER = Day(2023, 7, 14), Day(2023, 7, 15)


@pytest.fixture
def event(tmp_path: Path) -> Event:
    found = load(briefs(tmp_path / "briefs"), "first").event
    assert found
    return found


def known(event: Event, as_of: Day = AS_OF) -> Event:
    found, problems = at(event, as_of)
    assert found
    assert not problems
    return found


def citations(record: object) -> Iterator[Day]:
    """The dates of all sources that anything in a record cites, by every field of everything."""
    if isinstance(record, Citation | Quotation) and record.source.date:
        yield record.source.date
    if isinstance(record, tuple):
        for each in record:
            yield from citations(each)
    elif dataclasses.is_dataclass(record):
        for each in dataclasses.fields(record):
            yield from citations(getattr(record, each.name))


def test_an_event_without_anything_later_stays_as_it_is(event: Event) -> None:
    assert known(event) == event
    assert known(event).statements is event.statements


def test_the_date_of_the_wall_becomes_that_of_the_event(event: Event) -> None:
    assert known(event, Day(2023, 8, 1)).as_of == Day(2023, 8, 1)


@pytest.mark.parametrize(
    ("days", "stays"),
    [
        ((EARLIER,), True),
        ((LATER,), False),
        ((EARLIER, LATER), False),
        ((Day(2023, 7),), True),
        ((Day(2023),), True),
        ((Day(2023, 8),), False),
        ((Day(2024),), False),
        ((None,), True),
    ],
)
def test_a_claim_is_out_when_any_of_its_sources_is_later_for_certain(
    event: Event, days: tuple[Day | None, ...], *, stays: bool
) -> None:
    one, other = claim(EARLIER), claim(*days)
    assert known(replace(event, outcomes=(one, other))).outcomes == ((one, other) if stays else (one,))


def test_optional_claims_and_quotations_become_nothing(event: Event) -> None:
    quote = Quotation(text="so", source=source(LATER), lead=TEXT)
    meeting = replace(event.meeting, previous=claim(LATER))
    found = known(
        replace(
            event, meeting=meeting, reactions_finding=claim(LATER), outcomes=(replace(claim(EARLIER), quote=quote),)
        )
    )
    assert (found.meeting.previous, found.reactions_finding, found.outcomes[0].quote) == (None, None, None)
    assert found.outcomes[0].sources == cited(EARLIER)


def test_what_is_inside_an_agreement_is_behind_the_wall_too(event: Event) -> None:
    area = Area(id="a", text=TEXT, sources=cited(EARLIER), number=1, content=claim(LATER))
    agreement = Agreement(
        id="A",
        text=TEXT,
        sources=cited(EARLIER),
        name=TEXT,
        parties=(),
        date=EARLIER,
        areas=(area,),
        points=(claim(LATER),),
    )
    (found,) = known(replace(event, agreements=(agreement, replace(agreement, date=LATER)))).agreements
    assert found.areas == (replace(area, content=None),)
    assert found.points == ()


def test_a_discrepancy_loses_later_accounts_and_is_out_with_the_last(event: Event) -> None:
    early, late = (Account(text=TEXT, sources=cited(day)) for day in (EARLIER, LATER))
    bare = Discrepancy(id="D", text=TEXT, sources=cited(EARLIER), title=TEXT, nature="error")
    both, last = replace(bare, accounts=(early, late)), replace(bare, accounts=(late,))
    found = known(replace(event, discrepancies=(bare, both, last)))
    assert found.discrepancies == (bare, replace(bare, accounts=(early,)))


def test_a_reaction_is_out_when_it_is_later_or_says_nothing_any_more(event: Event) -> None:
    first = Reaction(id="R", role="context", title=TEXT, date=EARLIER, claims=(claim(EARLIER), claim(LATER)))
    later, silent = replace(first, date=LATER), replace(first, claims=(claim(LATER),))
    found = known(replace(event, reactions=(first, later, silent)))
    assert found.reactions == (replace(first, claims=(claim(EARLIER),)),)


def test_a_milestone_is_out_when_it_or_any_of_its_sources_is_later(event: Event) -> None:
    def milestone(day: Day, *sources: Day) -> Milestone:
        return Milestone(id="m", text=TEXT, sources=cited(*sources), date=day, label=TEXT)

    kept = milestone(EARLIER, EARLIER)
    held = replace(event, milestones=(kept, milestone(LATER, EARLIER), milestone(EARLIER, EARLIER, LATER)))
    assert known(held).milestones == (kept,)


def test_a_line_to_take_is_out_when_any_of_its_sources_is_later(event: Event) -> None:
    early, late = (Line(id="L", question=TEXT, text=TEXT, sources=cited(EARLIER, day)) for day in (EARLIER, LATER))
    known, _ = at(replace(event, lines_to_take=(early, late)), AS_OF)
    assert known
    assert known.lines_to_take == (early,)


def test_dates_that_lie_ahead_by_their_nature_stay(event: Event) -> None:
    found = known(replace(event, header=replace(event.header, date=LATER)))
    assert found.header.date == LATER


def test_a_required_claim_behind_the_wall_is_a_problem_with_its_place(event: Event) -> None:
    place = Place("event.yaml", 3, 7, "meeting.when.text")
    when = Claim(id="w", text=Prose(Words("Later", place)), sources=cited(LATER))
    found, (problem,) = at(replace(event, meeting=replace(event.meeting, when=when)), AS_OF)
    assert found is None
    assert (problem.code, problem.place) == ("wall", place)
    assert problem.message == "'when' rests on what is dated 2023-07-15, after the as-of date 2023-07-14"


def test_all_required_claims_behind_the_wall_are_told_at_once(event: Event) -> None:
    meeting = replace(event.meeting, when=claim(LATER), where=claim(LATER))
    _, problems = at(replace(event, meeting=meeting), AS_OF)
    assert [p.message.split()[0] for p in problems] == ["'when'", "'where'"]


def test_a_meeting_after_the_as_of_date_is_a_problem(event: Event) -> None:
    found, (problem,) = at(event, Day(2023, 1, 29))
    assert found is None
    assert problem.code == "wall"
    assert problem.message == "the meeting is of 2023-01-30, after the as-of date 2023-01-29"
    assert problem.place == event.meeting.date.place


def test_what_is_told_of_a_wall_says_from_which_day_a_brief_can_be_made(event: Event) -> None:
    _, (problem,) = at(event, Day(2022, 12, 31))
    works = Day.at(problem.hint.split()[1])
    assert at(event, works)[0] is not None
    when, where = claim(Day(2023, 2)), claim(Day(2023, 2, 20), Day(2023, 3, 9))
    held = replace(event, meeting=replace(event.meeting, when=when, where=where))
    for day in (Day(2022, 12, 31), Day(2023, 1, 30), Day(2023, 2, 25)):
        assert {problem.hint.partition("take ")[2] for problem in at(held, day)[1]} == {
            "2023-03-09 or a later as-of date"
        }
    assert at(held, Day(2023, 3, 9))[0] is not None


def update(day: Day, *days: Day) -> Update:
    return Update(id=str(day), text=TEXT, sources=cited(*days), date=day, status="open")


def follow_up(*updates: Update) -> FollowUp:
    return FollowUp(id="F", what=TEXT, kind="plan", actors=(), counterparts=(), updates=updates, due=Day(2030))


def test_an_update_is_out_when_it_or_any_of_its_sources_is_later() -> None:
    early, late = update(EARLIER, EARLIER), update(LATER, EARLIER)
    reported_later = update(EARLIER, EARLIER, LATER)
    assert ledger_at([follow_up(early, late, reported_later)], AS_OF) == (follow_up(early),)


def test_a_follow_up_that_nobody_knew_of_is_not_in_the_ledger() -> None:
    assert ledger_at([follow_up(update(LATER, LATER)), follow_up()], AS_OF) == ()


def test_the_sample_event_is_walled_whatever_the_day(tmp_path: Path) -> None:
    found = load(briefs(tmp_path / "briefs", EVENT), "first")
    assert found.event
    for day in (Day(2023, 1, 30), Day(2023, 7, 10), Day(2023, 7, 11), Day(2023), Day(2030)):
        event, _ = at(found.event, day)
        assert event
        assert not [d for d in citations(event) if d.later_than(day)]
        assert bool(event.statements) == (not Day(2023, 7, 11).later_than(day))


DAYS = st.one_of(
    st.none(),
    st.builds(Day, st.just(2023), st.integers(0, 12)),
    st.builds(Day, st.just(2023), st.integers(1, 12), st.integers(1, 28)),
)
CLAIMS = st.lists(DAYS, min_size=1, max_size=3).map(lambda days: claim(*days))


@settings(max_examples=100)
@given(st.lists(CLAIMS, max_size=4), st.none() | CLAIMS, DAYS.filter(bool))
def test_nothing_later_is_ever_cited_and_nothing_else_is_lost(
    claims: list[Claim], optional: Claim | None, as_of: Day
) -> None:
    area = Area(id="a", text=TEXT, sources=cited(None), number=1, content=optional)
    agreement = Agreement(
        id="A", text=TEXT, sources=cited(None), name=TEXT, parties=(), date=as_of, areas=(area,), points=tuple(claims)
    )
    found = known(replace(_bare(), agreements=(agreement,), reactions_finding=optional), as_of)
    assert not [day for day in citations(found) if day.later_than(as_of)]
    kept = [c for c in claims if not is_later(c, as_of)]
    assert list(found.agreements[0].points) == kept
    assert found.reactions_finding == (None if optional is None or is_later(optional, as_of) else optional)
    assert found.agreements[0].areas[0].content == found.reactions_finding


def test_a_brief_is_not_dated_before_the_day_of_what_it_knows() -> None:
    event = _bare()
    later, _ = at(event, Day(2026, 11, 1))
    assert later is not None
    assert later.header.date == Day(2026, 11, 1)
    same, _ = at(event, Day(2023, 1, 1))
    assert same is not None
    assert same.header is event.header


def is_later(record: Claim, as_of: Day) -> bool:
    return any(day.later_than(as_of) for day in citations(record))


def _bare() -> Event:
    from brief.event import EventId, Header, Meeting

    header = Header(reference="r", version="1", date=Day(2023), marking="m", to=TEXT, sender=TEXT, drafter=TEXT)
    meeting = Meeting(date=Day(1), when=claim(None), where=claim(None), participants=())
    return Event(
        id=EventId("e"),
        title=TEXT,
        subtitle=TEXT,
        occasion=TEXT,
        as_of=AS_OF,
        header=header,
        meeting=meeting,
        bottom_line=(),
        key_points=(),
        topics=(),
        statements=(),
    )
