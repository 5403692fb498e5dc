"""What an officer knows about a meeting, typed: the same names stand in the YAML files and in templates.

A field whose type is another record of a register (`Party`, `Source`) holds that record's id in the file; a text
annotated with a record's type is the id of one in the same file, and stays an id; one annotated with a `Form` is
written in that form. A field of type `Prose` holds a text, or one text a language (`{en: …, ko: …}`). `Claim.sources`
may not be empty: that is the one rule the whole project stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from brief.event.day import Day
from brief.event.forms import MARK
from brief.event.registers import EventId, Party, Prose, Source

# ---- claims ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source, and the place in it. In the file: the source's id alone, or `{source: P15, at: paragraph 3}`."""

    shorthand: ClassVar[str] = "source"
    source: Source
    at: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of somebody, exact, 25 words at most. `lead` says whose wording it is: "As delivered"."""

    text: str
    source: Source
    lead: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What some sources say of a point on which sources differ."""

    text: Prose
    sources: tuple[Citation, ...]
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something a brief asserts, and the sources it stands on. A `marking` holds for all that the claim holds."""

    id: str
    text: Prose
    sources: tuple[Citation, ...]
    quote: Quotation | None = None
    kind: Literal["fact", "assessment"] = "fact"
    marking: Annotated[str, MARK] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint(Claim):
    """A point of page 1, or one to be made in a conversation; `lead` is a word or two printed strong before it."""

    lead: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Claim):
    """A line to take if asked: `question` is what may be asked, `text` the answer as it is said aloud."""

    question: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Claim):
    """Somebody who took part; `text` says in what capacity."""

    party: Party


Act = Literal[
    "asked", "requested", "proposed", "pledged", "reaffirmed", "explained", "stated", "noted", "praised", "thanked",
    "agreed", "welcomed", "invited", "hoped", "discussed", "accepted",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """What somebody said to somebody: `text` is a whole sentence that names the speaker."""

    topic: Annotated[str, Topic]  # the id of one of the event's topics
    speakers: tuple[Party, ...]
    addressees: tuple[Party, ...]
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Claim):
    """An area of cooperation: `text` is its name as the first source gives it, `content` what is known of it.

    Read in Korean, `text` is the name in Korean, and `english` the one whose place it takes.
    """

    said_in_korean: ClassVar[str] = "text"
    kept_in_english: ClassVar[str] = "english"
    number: int
    korean: str | None = None
    english: str | None = None
    content: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """A document that was agreed. `areas_count` is the number its sources state."""

    name: Prose
    parties: tuple[Party, ...]
    date: Day
    points: tuple[Claim, ...] = ()
    areas_count: int | None = None
    areas: tuple[Area, ...] = ()
    areas_notes: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Claim):
    """A point on which sources differ, err or are silent: `text` says what stands and why.

    `print` tells whether a reader of the brief needs it, or whether it is kept for the record. `unsettled` says that no
    account stands, and `text` why.
    """

    title: Prose
    nature: Literal["conflict", "error", "translation", "omission", "clarification"]
    print: bool = False
    unsettled: bool = False
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """A text or an act of a third party: a reaction to the meeting, its background, or context that is no reaction."""

    id: str
    role: Literal["reaction", "background", "context"]
    title: Prose
    date: Day
    claims: tuple[Claim, ...]
    by: Party | None = None
    marking: Annotated[str, MARK] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Claim):
    """A step on the way to the meeting: `label` is what a timeline says of it, in a few words, `text` the sentence."""

    date: Day
    label: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of the talks, in the order in which the summary takes them."""

    id: str
    title: Prose


# ---- checking --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A finding of `brief check` that an officer has looked at and lets stand, in the file that holds the ignore.

    `at` is the id of a claim or another record of that file, or a data path such as `meeting.when.text`.
    """

    code: str
    at: str
    reason: Prose


# ---- the event -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header block of the brief. Reference and names are the issuing office's own."""

    reference: str
    version: str
    date: Day
    to: Prose
    sender: Prose
    drafter: Prose
    marking: Annotated[str, MARK] | None = None  # without one, the brief bears the highest of its portions


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When, where and who. `date` is for reckoning, `when` and `where` are printed."""

    date: Day
    when: Claim
    where: Claim
    participants: tuple[Participation, ...]
    previous: Claim | None = None
    facts: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A field of a house's own, which its templates print: `name` as it is printed before `text`. It is no claim."""

    name: Prose
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting and all that is known of it. Nothing dated after `as_of` enters its brief."""

    id: EventId
    title: Prose
    subtitle: Prose
    occasion: Prose
    as_of: Day
    header: Header
    meeting: Meeting
    bottom_line: tuple[Claim, ...]
    key_points: tuple[KeyPoint, ...]
    topics: tuple[Topic, ...]
    statements: tuple[Statement, ...]
    previous: EventId | None = None
    milestones: tuple[Milestone, ...] = ()
    outcomes: tuple[Claim, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    reactions_finding: Claim | None = None
    reactions: tuple[Reaction, ...] = ()
    points_to_make: tuple[KeyPoint, ...] = ()
    lines_to_take: tuple[Line, ...] = ()
    extra: tuple[Extra, ...] = ()
    ignore: tuple[Ignore, ...] = ()


# ---- follow-ups, across events ---------------------------------------------------------------------------------------

Status = Literal["open", "moving", "closed", "lapsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Claim):
    """What happened to a follow-up on a day, and how it stood then; a `review` looked, and found nothing new."""

    date: Day
    status: Status
    event: EventId | None = None
    review: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A matter that remains to be done, over as many events as it takes. Its status at a date is never stored."""

    id: str
    what: Prose
    kind: Literal["agreement", "commitment", "plan", "request", "invitation", "proposal", "hope"]
    actors: tuple[Party, ...]
    counterparts: tuple[Party, ...]
    updates: tuple[Update, ...]
    due: Day | None = None
    marking: Annotated[str, MARK] | None = None
