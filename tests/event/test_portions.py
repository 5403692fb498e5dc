from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from brief.event import Account, Claim, Day, Discrepancy, FollowUp, Portion, Prose, Reaction, Source, marked, markings
from brief.event.kinds import Plain, Record, Row, Translated, fields_of
from brief.event.model import Agreement, Area, Event, KeyPoint, Line, Quotation
from brief.event.registers import Party
from brief.place import Place, Words
from event_files import EVENT, line_of, loaded
from planted import EVENT as PLANTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNS = {"LOW": "(L)", "HIGH": "(H)"}
KOREAN = "부두"


def claim(text: str, marking: str | None = None, quote: str = "") -> Claim:
    words = Prose(Words(text, Place("e.yaml", 3, 5, f"{text}.text")))
    quotation = Quotation(text=quote, source=Source(id="P", title=Prose("t"), publisher=Prose("p")), lead=Prose("lead"))
    return Claim(id=text, text=words, sources=(), marking=marking, quote=quotation if quote else None)


def texts(record: object) -> Iterator[str]:
    """Every text of a record that a template may print, by its type."""
    if isinstance(record, tuple):
        for each in record:
            yield from texts(each)
    elif is_dataclass(record) and not isinstance(record, type | Party | Source | Day):
        for name, asked in fields_of(type(record)).items():
            kind = asked.kind.item if isinstance(asked.kind, Row) else asked.kind
            value = getattr(record, name)
            if isinstance(kind, Record):
                yield from texts(value)
            elif value and (isinstance(kind, Translated) or (kind_is_text(kind) and name not in ("id", "marking"))):
                yield value


def kind_is_text(kind: object) -> bool:
    return isinstance(kind, Plain) and kind.type is str


def test_a_text_keeps_its_place_behind_its_mark() -> None:
    text = marked(claim("They met.", "HIGH"), SIGNS, "LOW").text
    assert text == "(H) They met."
    assert isinstance(text, Portion)
    assert (text.bare, text.whole, text.mark, text.owner) == ("They met.", "(H) They met.", "(H)", "They met.")
    assert text.place == Place("e.yaml", 3, 5, "They met..text")
    assert not text.is_silent


def test_every_text_of_a_claim_bears_its_mark() -> None:
    point = KeyPoint(
        id="K", text=Prose("t"), lead=Prose("l"), sources=(), marking="HIGH", quote=claim("c", quote="q").quote
    )
    assert list(texts(marked(point, SIGNS, "LOW"))) == ["(H) t", "(H) q", "(H) lead", "(H) l"]


def test_what_a_claim_holds_bears_its_mark_unless_it_has_its_own() -> None:
    area = Area(id="A", number=1, text=Prose("a"), korean=KOREAN, sources=(), content=claim("content"))
    agreement = Agreement(
        id="G", name=Prose("name"), text=Prose("text"), parties=(), date=Day(2026), sources=(), marking="HIGH",
        points=(claim("open", "LOW"), claim("shut")), areas=(area,),
    )  # fmt: skip
    found = marked(agreement, SIGNS, "LOW")
    assert set(texts(found)) == {
        "(H) name",
        "(H) text",
        "(L) open",
        "(H) shut",
        "(H) a",
        f"(H) {KOREAN}",
        "(H) content",
    }


def test_accounts_follow_ups_and_reactions_bear_marks() -> None:
    account = Account(text=Prose("account"), sources=())
    difference = Discrepancy(
        id="D", title=Prose("title"), text=Prose("text"), nature="error", sources=(), marking="LOW", accounts=(account,)
    )
    thread = FollowUp(id="F", what=Prose("what"), kind="plan", actors=(), counterparts=(), updates=(), marking="HIGH")
    reaction = Reaction(
        id="R", role="reaction", title=Prose("letter"), date=Day(2026), claims=(claim("c"),), marking="HIGH"
    )
    found = marked((difference, thread, reaction), SIGNS, "LOW")
    assert set(texts(found)) == {"(L) title", "(L) text", "(L) account", "(H) what", "(H) letter", "(H) c"}


def test_a_line_to_take_bears_its_mark_before_its_question_as_well() -> None:
    line = Line(id="L", question=Prose("q"), text=Prose("t"), sources=(), marking="HIGH")
    assert set(texts(marked(line, SIGNS, "LOW"))) == {"(H) q", "(H) t"}


def test_where_one_portion_is_marked_the_others_are_so_in_silence() -> None:
    _, other = marked((claim("a", "HIGH"), claim("b")), SIGNS, "LOW")
    assert other.text == "b"
    assert isinstance(other.text, Portion)
    assert (other.text.is_silent, other.text.whole) == (True, "(L) b")


def test_where_no_portion_is_marked_nothing_changes(tmp_path: Path) -> None:
    event = loaded(tmp_path).event
    assert event
    assert marked(event, SIGNS, "LOW") is event


def test_the_header_is_no_portion(tmp_path: Path) -> None:
    event = loaded(tmp_path, EVENT.replace("text: They met.,", "text: They met., marking: HIGH,")).event
    assert event
    assert list(markings(event)) == ["HIGH", "HIGH"]
    found = marked(event, SIGNS, "LOW")
    assert found.header is event.header
    assert (found.title, found.bottom_line[0].text) == ("A meeting", "(H) They met.")


def test_an_event_needs_no_marking_of_its_own(tmp_path: Path) -> None:
    event = loaded(tmp_path, EVENT.replace("  marking: TLP:CLEAR\n", "")).event
    assert event
    assert event.header.marking is None


def test_markings_know_where_they_were_written(tmp_path: Path) -> None:
    event = loaded(tmp_path, EVENT.replace("text: Seoul,", "text: Seoul, marking: HIGH,")).event
    (mark,) = markings(event)
    assert isinstance(mark, Words)
    assert (mark.place.line, mark.place.path) == (line_of(EVENT, "text: Seoul"), "meeting.where.marking")


def remarked(record: object, marks: Iterator[str | None]) -> object:
    """The record, each claim of it with the next of the marks."""
    if isinstance(record, tuple):
        return tuple(remarked(each, marks) for each in record)
    if not is_dataclass(record) or isinstance(record, type | Party | Source | Day):
        return record
    changes = {field.name: remarked(getattr(record, field.name), marks) for field in fields(record)}
    if isinstance(record, Claim):
        changes["marking"] = next(marks)
    return replace(record, **changes)


@given(st.data())
def test_whatever_is_marked_no_text_of_it_is_without_its_mark(data: st.DataObject) -> None:
    chosen = st.sampled_from((None, "LOW", "HIGH"))
    event = remarked(PLANTED, iter(lambda: data.draw(chosen), ""))
    assert isinstance(event, Event)
    found = marked(event, SIGNS, "LOW")
    for before, after in zip(statements(event), statements(found), strict=True):
        sign = SIGNS.get(before.marking or "", "")
        own = list(texts(replace(after, sources=())))
        assert own
        assert all(text.startswith(f"{sign} ") for text in own if sign)
        assert all(str(text) in set(texts(before)) for text in own if not sign)


def statements(event: Event) -> tuple[Claim, ...]:
    return (*event.bottom_line, *event.key_points, *event.statements, *event.outcomes)
