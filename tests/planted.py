"""A small event and small templates, planted for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.event import (
    Account,
    Agreement,
    Area,
    Citation,
    Claim,
    Day,
    Discrepancy,
    Event,
    EventId,
    FollowUp,
    Header,
    KeyPoint,
    Meeting,
    Participation,
    Party,
    Prose,
    Quotation,
    Source,
    Standing,
    Statement,
    Term,
    Topic,
    Update,
)
from brief.place import Count, Place, Words
from brief.template import Filled, FollowUps, Names, Registers, Value, Written, fill, find

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

FILE = "briefs/vilnius/event.yaml"


def said(text: str, path: str) -> Prose:
    """A text of the data, with a place of its own."""
    return Prose(Words(text, Place(FILE, 1, 1, path)))


def day(text: str) -> Day:
    return Day.at(text, Place(FILE, 2, 1, text))


P15 = Source(
    id="P15",
    title=said("Remarks before the meeting", "sources[P15].title"),
    publisher=said("NATO", "sources[P15].publisher"),
    date=day("2023-07-11"),
    address=said("https://www.nato.int/remarks", "sources[P15].address"),
    grade=said("A1", "sources[P15].grade"),
)
P16 = Source(
    id="P16",
    title=said("Yoon meets Stoltenberg", "sources[P16].title"),
    publisher=said("Yonhap", "sources[P16].publisher"),
    author=said("Lee Haye-ah", "sources[P16].author"),
    carried_by=said("The Korea Times", "sources[P16].carried_by"),
    date=day("2023-07"),
    note=said("The times are those of Korea", "sources[P16].note"),
)
P20 = Source(
    id="P20",
    title=said("Opening remarks", "sources[P20].title"),
    publisher=said("KBS", "sources[P20].publisher"),
    language="ko",
    text="machine translation",
    address=said("ftp://example.org/a", "sources[P20].address"),
)
YOON = Party(id="yoon", name=said("Yoon Suk Yeol", "yoon.name"), short=said("President Yoon", "yoon.short"))
JENS = Party(id="jens", name=said("Jens Stoltenberg", "jens.name"), short=said("Mr Stoltenberg", "jens.short"))
NATO = Party(id="nato", name=said("NATO", "nato.name"), short=said("NATO", "nato.short"))


def cited(*sources: Source) -> tuple[Citation, ...]:
    return tuple(Citation(source=source) for source in sources)


def claim(name: str, text: str = "It is so", *sources: Source) -> Claim:
    return Claim(id=name, text=said(text, f"{name}.text"), sources=cited(*sources or (P15,)))


EVENT = Event(
    id=EventId("vilnius-2023"),
    title=said("Korea and NATO agree", "title"),
    subtitle=said("Vilnius", "subtitle"),
    occasion=said("Vilnius, 11 July 2023", "occasion"),
    as_of=day("2023-07-14"),
    header=Header(
        reference=said("SAMPLE/2023/002", "header.reference"),
        version=said("1.0", "header.version"),
        date=day("2023-07-14"),
        marking=said("TLP:CLEAR", "header.marking"),
        to=said("Director", "header.to"),
        sender=said("Desk", "header.sender"),
        drafter=said("Officer", "header.drafter"),
    ),
    meeting=Meeting(
        date=day("2023-07-11"),
        when=claim("M1", "11 July 2023, morning"),
        where=claim("M2", "Vilnius"),
        participants=(
            Participation(id="M3", text=said("President", "M3.text"), sources=cited(P15), party=YOON),
            Participation(id="M4", text=said("Secretary General", "M4.text"), sources=cited(P16), party=JENS),
        ),
    ),
    bottom_line=(claim("B1", "They agreed", P15, P16), claim("B2", "They will meet again", P16)),
    key_points=(
        KeyPoint(id="K1", text=said("Eleven areas", "K1.text"), sources=cited(P15), lead=said("Scope.", "K1.lead")),
        KeyPoint(id="K2", text=said("Four years", "K2.text"), sources=cited(P16)),
    ),
    topics=(Topic(id="cyber", title=said("Cyber", "topics[cyber].title")),),
    statements=(
        Statement(
            id="S1",
            text=said("President Yoon explained the centre", "S1.text"),
            sources=(Citation(source=P15, at=said("paragraph 3", "S1.at")), Citation(source=P20)),
            quote=Quotation(text="Korea is a partner", source=P15, lead=said("As delivered", "S1.lead")),
            topic="cyber",
            speakers=(YOON,),
            addressees=(JENS,),
            act="explained",
        ),
        Statement(
            id="S2",
            text=said("Mr Stoltenberg thanked him", "S2.text"),
            sources=cited(P16),
            topic="cyber",
            speakers=(JENS, NATO),
            addressees=(YOON,),
            act="thanked",
        ),
    ),
    agreements=(
        Agreement(
            id="A1",
            text=said("The programme was adopted", "A1.text"),
            sources=cited(P16),
            name=said("ITPP", "A1.name"),
            parties=(YOON, JENS),
            date=day("2023-07-11"),
            areas=(
                Area(
                    id="A1a",
                    text=said("Dialogue", "A1a.text"),
                    sources=cited(P16),
                    number=Count.at("1", Place(FILE, 9, 1, "A1a.number")),
                    korean=said("대화", "A1a.korean"),
                ),
            ),
        ),
    ),
    discrepancies=(
        Discrepancy(
            id="D1",
            text=said("The first is right", "D1.text"),
            sources=cited(P15),
            title=said("The month", "D1.title"),
            nature="error",
            print=True,
            accounts=(Account(text=said("December", "D1.account"), sources=cited(P20)),),
        ),
    ),
)


def update(name: str, date: str, status: str) -> Update:
    return Update(
        id=name,
        text=said(f"{name} happened", f"{name}.text"),
        sources=cited(P15),
        date=day(date),
        status=status,  # type: ignore[arg-type]  # any of the four
        event=EventId("vilnius-2023"),
    )


def standing(name: str, *updates: Update) -> Standing:
    follow_up = FollowUp(
        id=name,
        what=said(f"{name} is to be done", f"{name}.what"),
        kind="plan",
        actors=(YOON,),
        counterparts=(NATO,),
        updates=updates,
    )
    return Standing(follow_up, updates)


LEDGER = (
    standing("F1", update("F1a", "2023-01", "open"), update("F1b", "2023-07-11", "moving")),
    standing("F2", update("F2a", "2023-01-30", "open"), update("F2b", "2023-07-11", "closed")),
)
NAMES = Names(
    event=EVENT, follow_ups=FollowUps.of(LEDGER, EVENT), as_of=EVENT.as_of, marking=said("TLP:CLEAR", "header.marking")
)
REGISTERS = Registers(
    sources=(P15, P16, P20),
    terms=(Term(id="ITPP", full=said("Individually Tailored Partnership Programme", "ITPP.full")),),
)
LABELS = """
key_points = "Key points"
contents = "Contents"
open = "open"
moving = "moving"

[heads]
what = "What"
"""


def write(folder: Path, files: dict[str, str]) -> None:
    """Put files into a folder, as they are given."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def filling(
    folder: Path, brief: str = "", files: dict[str, str] | None = None, language: str = "en-GB"
) -> tuple[Filled | None, tuple[Problem, ...]]:
    """Fill the template of a folder, after writing `brief.md.j2` and other files into it."""
    write(folder, {"labels/en.toml": LABELS, "brief.md.j2": brief, **(files or {})})
    template, problems = find(folder)
    assert template is not None
    assert problems == ()
    return fill(template, NAMES, REGISTERS, language=language)


def filled(folder: Path, brief: str = "", files: dict[str, str] | None = None, language: str = "en-GB") -> Filled:
    """The same, where nothing is wrong."""
    chunks, problems = filling(folder, brief, files, language)
    assert problems == ()
    assert chunks is not None
    return chunks


def text_of(chunks: Filled) -> str:
    """The words of a filled template in a row, nodes as their class."""
    return "".join(map(_shown, chunks.chunks))


def _shown(chunk: Written | Value) -> str:
    if isinstance(chunk, Written):
        return chunk.text
    return str(chunk.value) if isinstance(chunk.value, str | int) else f"<{type(chunk.value).__name__}>"


def values(chunks: Filled) -> list[object]:
    """What the data put between."""
    return [chunk.value for chunk in chunks.chunks if isinstance(chunk, Value)]


def found(folder: Path, brief: str = "", files: dict[str, str] | None = None) -> list[tuple[str, int, str]]:
    """File, line and code of every problem of a template."""
    chunks, problems = filling(folder, brief, files)
    assert chunks is None or not problems
    return [
        (p.place.file.removeprefix(f"{folder.as_posix()}/"), p.place.line, p.code)
        for p in problems
        if p.place is not None
    ]


def only(folder: Path, brief: str, files: dict[str, str] | None = None) -> Problem:
    """The one problem of a template."""
    chunks, problems = filling(folder, brief, files)
    assert chunks is None
    assert len(problems) == 1, problems
    return problems[0]
