"""Trees to test with: `every_node`, made by hand, and `documents`, which hypothesis makes up.

A made-up document is polished: sections are numbered in sequence and none is empty, ids are unique, every link leads
somewhere, notes are numbered in reading order and may be cited again, tables are rectangular under one head row. Its
texts are nasty (markup of every kind, quotes, Hangul, accents, words wider than a page) but hold a word each, and no
character that the faces lack. Titles, terms of links and notes themselves carry no marks of notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from hypothesis import strategies as st

from brief.tree import (
    Badge,
    Block,
    Break,
    Callout,
    Cell,
    Code,
    Column,
    Contents,
    Document,
    Emphasis,
    Entry,
    Fact,
    Facts,
    Heading,
    Inline,
    Item,
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
)
from brief.walk import headings, inline_text
from specimen import every_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["documents", "every_node", "texts"]

ALPHABET = "aeinrstAZ019éüñőŁßç<>&\"'`*_~|[](){}\\/#^$%@!?;:,.+=-–—…‘’“”«»§°€※□가힣한국어"  # noqa: RUF001 - nasty on purpose
NASTY = (
    "</p>", "<!--", "-->", "]]>", "&amp;", "&#60;", "<script>alert(1)</script>", "{{7*7}}", "{%x%}", "[x](javascript:y)",
    "**", "^3", "\\n", "%s", "\u00a0a", "2023–2026", "한·미", "Straßenbahnhaltestellenverzeichnis" * 3, "1.", "[1]", "<b>", "C:\\x",
)  # fmt: skip  # noqa: RUF001
ADDRESSES = ("https://example.org/a?b=c&d=<e>", "http://example.org/한국/'x'\"y\"", "mailto:desk@example.org?subject=a b")
MARKINGS = ("", "TLP:CLEAR", "TLP:AMBER+STRICT", "OFFICIAL & <SENSITIVE>")
ANNEX = {"en-GB": "Annex", "ko": "부록"}


def texts() -> SearchStrategy[str]:
    """One to five words, none of them blank."""
    word = st.text(ALPHABET, min_size=1, max_size=9) | st.sampled_from(NASTY)
    return st.lists(word, min_size=1, max_size=5).map(" ".join)


def _pieces() -> SearchStrategy[Inline]:
    """Text as it stands among other inlines: with a space before or behind it, or none."""
    spaced = st.tuples(st.sampled_from(("", " ")), texts(), st.sampled_from(("", " "))).map("".join)
    text = st.builds(Text, spaced) | st.builds(Text, spaced, language=st.sampled_from(("ko", "fr")))
    code = texts().map(Code)
    badge = st.builds(Badge, st.sampled_from(("open", "moving", "closed")), texts().map(lambda t: (Text(t),)))
    plain = st.tuples(text | code)
    strong = plain.map(Strong)
    return text | code | badge | strong | (plain | st.tuples(text, strong)).map(Emphasis)


PIECES = _pieces()


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
        self.draw, self.plan, self.cited, self.ids = draw, plan, 0, 0

    def chance(self, sides: int) -> bool:
        return self.draw(st.integers(1, sides)) == sides

    def choose[T](self, choices: Sequence[T]) -> T:
        return self.draw(st.sampled_from(choices))
