"""Trees to test with: `every_node`, made by hand, and `documents`, which hypothesis makes up.

A made-up document is polished: sections are numbered in sequence and none is empty, ids are unique, every link leads
somewhere, notes are numbered in reading order and may be cited again, tables are rectangular under one head row. Its
texts are nasty (markup of every kind, quotes, Hangul, accents, words wider than a page) but hold a word each, and no
character that the faces lack. Titles, terms of links and notes themselves carry no marks of notes.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, get_args

from hypothesis import strategies as st

from brief.polish.contents import entry
from brief.tree import (
    Badge,
    Block,
    Box,
    Break,
    Callout,
    Cell,
    Code,
    Column,
    Contents,
    Document,
    Dot,
    Drawing,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    Label,
    Line,
    Link,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Running,
    Strong,
    Table,
    Text,
    Tone,
)
from specimen import every_node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

__all__ = ["documents", "every_node", "texts"]

ALPHABET = (
    "aeinrstAZ019éüñőŁßç<>&\"'`*_~|[](){}\\/#^$%@!?;:,.+=-—…“”«»§°€※□가힣한국어"
    "\u2013\u2018\u2019"  # a dash and quotes that look like others
)
NASTY = (
    "</p>", "<!--", "-->", "]]>", "&amp;", "&#60;", "<script>alert(1)</script>", "{{7*7}}", "{%x%}", "<b>", "C:\\x",
    "**", "^3", "\\n", "%s", "\u00a0a", "2023\u20132026", "한·미", "1.", "[1]", "[x](javascript:y)",
    "Straßenbahnhaltestellenverzeichnis" * 3,
)  # fmt: skip
PLAIN = ("Korea", "and", "NATO", "agreed", "on", "the", "programme", "of", "cooperation", "in", "eleven", "areas", "as")
ADDRESSES = (
    "https://example.org/a?b=c&d=<e>",
    "http://example.org/한국/'x'\"y\"",
    "mailto:desk@example.org?subject=a b",
)
MARKINGS = ("", "TLP:CLEAR", "TLP:AMBER+STRICT", "OFFICIAL & <SENSITIVE>")
ANNEX = {"en-GB": "Annex", "ko": "부록"}
PART = {"en-GB": "Part {number}", "ko": "제{number}부"}


def texts() -> SearchStrategy[str]:
    """One to four words, none of them blank."""
    word = st.text(ALPHABET, min_size=1, max_size=6)
    known = st.sampled_from((*NASTY, *PLAIN))
    return st.lists(known | known | word, min_size=1, max_size=4).map(" ".join)


TEXTS = texts()


def _pieces() -> SearchStrategy[Inline]:
    """Text as it stands among other inlines: with a space before or behind it, or none."""
    spaced = st.tuples(st.sampled_from(("", " ")), TEXTS, st.sampled_from(("", " "))).map("".join)
    text = st.builds(Text, spaced) | st.builds(Text, spaced, language=st.sampled_from(("ko", "fr")))
    code = TEXTS.map(Code)
    badge = st.builds(Badge, st.sampled_from(("open", "moving", "closed")), TEXTS.map(lambda t: (Text(t),)))
    plain = st.tuples(text | code)
    strong = plain.map(Strong)
    return text | code | badge | strong | (plain | st.tuples(text, strong)).map(Emphasis)


PIECES = _pieces()


def _drawings() -> SearchStrategy[Drawing]:
    """A few shapes anywhere on the canvas, which may be wider than a page."""
    at, tone = st.integers(0, 300), st.sampled_from(get_args(Tone))
    shape = (
        st.builds(Line, at, at, at, at, tone)
        | st.builds(Box, at, at, at, at, st.none() | tone, st.none() | tone)
        | st.builds(Dot, at, at, st.integers(1, 9), tone)
        | st.builds(Label, at, at, TEXTS, st.sampled_from(("start", "middle", "end")), bold=st.booleans(), tone=tone)
    )
    return st.builds(
        Drawing, st.integers(300, 600), st.integers(20, 300), st.lists(shape, min_size=1, max_size=4).map(tuple)
    )


DRAWINGS = _drawings()


class Plan(NamedTuple):
    """How many of what a document has, known beforehand so that links can lead forward."""

    sections: int
    annexes: int
    sources: int

    @property
    def targets(self) -> tuple[str, ...]:
        headed = range(1, self.sections + self.annexes + 1)
        return (*(f"#h{n}" for n in headed), *(f"#source-{n}" for n in range(1, self.sources + 1)))


class Author:
    """Draws the parts of one document in reading order, so that notes are numbered as they come."""

    def __init__(self, draw: DrawFn, plan: Plan) -> None:
        self.draw, self.plan, self.cited, self.headed = draw, plan, 0, 0

    def count(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def chance(self, sides: int) -> bool:
        return self.count(1, sides) == sides

    def choose(self, choices: Sequence[T]) -> T:
        return self.draw(st.sampled_from(choices))

    # ---- inline

    def run(self, *, marks: bool = True) -> tuple[Inline, ...]:
        run: list[Inline] = []
        for place in range(self.count(1, 2)):
            if place and self.chance(5):
                run.append(Break())
            piece = self.draw(PIECES)
            run.append(Link(self.choose((*ADDRESSES, *self.plan.targets)), (piece,)) if self.chance(5) else piece)
            if marks and self.chance(4):
                run.append(self.mark())
        return tuple(run)

    def mark(self) -> Inline:
        """The mark of the next note, or of one cited before."""
        if self.cited and self.chance(4):
            number = self.count(1, self.cited)
        else:
            self.cited = number = self.cited + 1
        mark = NoteRef(f"n-{number}", number)
        return Strong((mark,)) if self.chance(6) else mark

    def words(self) -> tuple[Inline, ...]:
        """Texts alone, as in titles."""
        words: tuple[Inline, ...] = (Text(self.draw(TEXTS)),)
        return (*words, Emphasis((Text(self.draw(TEXTS)),))) if self.chance(5) else words

    # ---- block

    def blocks(self, depth: int) -> tuple[Block, ...]:
        return tuple(self.block(depth) for _ in range(self.count(1, 2)))

    def block(self, depth: int) -> Block:
        kinds = (
            self.paragraph,
            self.list,
            *((self.quote, self.callout) if depth else (self.table, self.facts, self.figure)),
        )
        if depth == 0:
            kinds = (*kinds, self.quote, self.callout)
        return self.choose(kinds)(depth) if depth < 2 else self.paragraph(depth)

    def paragraph(self, _depth: int = 0) -> Block:
        return Paragraph(self.run(), self.choose(("body", "body", "small")))

    def list(self, depth: int) -> Block:
        kind: Literal["bullet", "number"] = self.choose(("bullet", "number"))
        return List(kind, tuple(Item(self.item(depth + 1)) for _ in range(self.count(1, 3))))

    def item(self, depth: int) -> tuple[Block, ...]:
        said = [Paragraph(self.run())]
        if self.chance(4):
            said.append(Paragraph(self.run()))
        return (*said, self.list(depth)) if depth < 3 and self.chance(4) else tuple(said)

    def table(self, _depth: int) -> Block:
        width = self.count(1, 4)
        caption = self.run() if self.chance(2) else ()
        head = Row(tuple(Cell(self.words()) for _ in range(width)), head=True)
        rows = tuple(self.row(width) for _ in range(self.count(1, 3)))
        shared = self.chance(2)
        columns = tuple(Column(self.count(1, 5) if shared else 0, self.choose(("left", "right"))) for _ in range(width))
        return Table((head, *rows), columns, caption, self.draw(TEXTS))

    def row(self, width: int) -> Row:
        first = Cell(self.run(), header=True)
        return Row((first, *(Cell(() if self.chance(6) else self.run()) for _ in range(width - 1))))

    def figure(self, _depth: int) -> Block:
        return Figure(self.draw(DRAWINGS), self.draw(TEXTS), self.run() if self.chance(2) else ())

    def facts(self, _depth: int) -> Block:
        kind: Literal["header", "list", "abbreviations"] = self.choose(("header", "list", "abbreviations"))
        return Facts(kind, tuple(Fact(self.words(), self.run()) for _ in range(self.count(1, 5))))

    def quote(self, _depth: int) -> Block:
        said = tuple(Paragraph(self.run()) for _ in range(self.count(1, 2)))
        return Quote(said, self.words() if self.chance(2) else ())

    def callout(self, depth: int) -> Block:
        kind: Literal["bottom-line", "key-points", "note", "warning"] = self.choose(
            ("bottom-line", "key-points", "note", "warning")
        )
        return Callout(kind, self.words(), tuple(self.block(depth + 1) for _ in range(self.count(1, 2))))

    # ---- sections

    def section(self, number: str, kind: Literal["section", "annex", "plain"]) -> tuple[Block, ...]:
        self.headed += 1
        title = (*self.words(), self.mark()) if self.chance(8) else self.words()
        head = Heading(1, title, f"h{self.headed}", number, kind)
        turn = (PageBreak(),) if self.chance(8) else ()
        return (*turn, head, *self.blocks(0), *(self.subsection() if self.chance(2) else ()))

    def part(self, number: str, place: int) -> tuple[Block, ...]:
        """A brief of a book: its own title, and one section."""
        self.headed += 1
        head = Heading(1, self.words(), f"h{self.headed}", number, "part")
        self.headed += 1
        section = Heading(2, self.words(), f"h{self.headed}", f"{place}.1", "section")
        return (PageBreak(), head, *self.blocks(0), section, *self.blocks(0))

    def subsection(self) -> tuple[Block, ...]:
        second = (Heading(2, self.words(), f"h{self.headed}-2"), *self.blocks(0))
        if not self.chance(3):
            return second
        third = (*second, Heading(3, self.words(), f"h{self.headed}-3"), *self.blocks(0))
        if not self.chance(3):
            return third
        return (*third, Heading(4, self.words(), f"h{self.headed}-4"), *self.blocks(0))

    def sources(self) -> tuple[Block, ...]:
        if not self.plan.sources:
            return ()
        items = (Item((Paragraph(self.run(marks=False)),), f"source-{n + 1}") for n in range(self.plan.sources))
        return Heading(1, self.words(), "h-sources"), List("source", tuple(items))


@st.composite
def documents(draw: DrawFn) -> Document:
    """Any polished document, of a few sections."""
    plan = Plan(draw(st.integers(1, 3)), draw(st.integers(0, 1)), draw(st.integers(0, 3)))
    author = Author(draw, plan)
    language = author.choose(tuple(ANNEX))
    front = author.blocks(0) if author.chance(2) else ()
    body: list[Block] = []
    if author.chance(4):
        for n in range(plan.sections):
            body += author.part(PART[language].format(number=n + 1), n + 1)
    else:
        body += (block for n in range(plan.sections) for block in author.section(str(n + 1), "section"))
    for n in range(plan.annexes):
        body += author.section(f"{ANNEX[language]} {'ABC'[n]}", "annex")
    body += author.sources()
    contents = (_contents(author.words(), body),) if author.chance(2) else ()
    notes = tuple(Note(f"n-{n + 1}", author.run(marks=False)) for n in range(author.cited))
    running = Running(draw(TEXTS), draw(TEXTS), "Page {page} of {pages}")
    children = (*front, *contents, *body)
    return Document(
        title=author.words(),
        children=tuple(_numbered(children)) if author.chance(3) else children,
        notes=notes,
        kicker=author.words() if author.chance(2) else (),
        subtitle=author.words() if author.chance(2) else (),
        language=language,
        marking=author.choose(MARKINGS),
        running=running if author.chance(2) else Running(),
        author=draw(TEXTS),
        subject=draw(TEXTS),
        keywords=(draw(TEXTS),),
        date=author.choose(("", "2023-07-14")),
    )


def _numbered(children: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks; paragraphs of body text under numbered headings have their numbers."""
    numbers, within = itertools.count(1), False
    for block in children:
        if isinstance(block, Heading):
            within = bool(block.number) if block.level == 1 else within
        body = isinstance(block, Paragraph) and block.role == "body" and within
        yield replace(block, number=f"{next(numbers)}.") if isinstance(block, Paragraph) and body else block


def _contents(title: tuple[Inline, ...], body: list[Block]) -> Contents:
    heads = (block for block in body if isinstance(block, Heading) and block.level < 3)
    return Contents(title, tuple(map(entry, heads)))
