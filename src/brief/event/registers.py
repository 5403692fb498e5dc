"""The records that all events share, in registers: who acts, what is cited, what an abbreviation stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, NewType

from brief.event.day import Day  # noqa: TC001 - the fields of a record are read from its types
from brief.event.forms import GRADE, SHA256

Prose = NewType("Prose", str)
"""Words in the language of the brief."""

EventId = NewType("EventId", str)
"""The name of an event's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or an organisation that acts, speaks or is spoken to, under its one spelling."""

    said_in_korean: ClassVar[str] = "name"
    id: str
    name: Prose
    short: Prose  # after the first mention: "President Yoon", "NATO"
    title: Prose | None = None
    organisation: Prose | None = None
    korean: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication on which claims stand.

    `grade` is the Admiralty grade (NATO AJP-2.1): reliability A-F and credibility 1-6. `sha256` is the hash of the
    archived text (`brief.archive`); the text itself is its publisher's and no part of the data.
    """

    as_published: ClassVar[tuple[str, ...]] = ("title", "publisher", "author", "carried_by")
    id: str
    title: Prose
    publisher: Prose
    date: Day | None = None
    language: Literal["en", "ko", "ja", "id"] = "en"
    title_original: str | None = None
    author: Prose | None = None
    carried_by: Prose | None = None  # who holds the copy that was read, where it is not the publisher
    address: str | None = None
    text: Literal["original", "official translation", "translation", "machine translation"] = "original"
    read_on: Day | None = None
    grade: Annotated[str, GRADE] | None = None
    sha256: Annotated[str, SHA256] | None = None
    note: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An abbreviation and what it stands for."""

    id: str  # the abbreviation itself
    full: Prose
    note: Prose | None = None
