from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.polish import polish
from brief.polish.typography import typeset
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
    Strong,
    Table,
    Text,
)  # fmt: skip
from brief.walk import transform, words
from trees import ANNEX, PART, documents, every_node

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

# Small trees, unpolished: notes out of order and unknown, empty blocks, ids twice, links that lead nowhere.

TEXTS = st.sampled_from(
    ("", " ", "[?]", "NATO", "the NATO of the ITPP", "ITPP", "한국 말", "日本の 한국", "漢字", "die Straße", "1", "A")
)  # fmt: skip
NOTES = st.sampled_from(("n1", "n2", "n3", "n4"))
TARGETS = st.sampled_from(("#source-1", "#source-2", "#source-3", "#s-nato", "https://x.org"))


def inlines() -> SearchStrategy[tuple[Inline, ...]]:
    leaf: SearchStrategy[Inline] = st.one_of(
        TEXTS.map(Text),
        TEXTS.map(Code),
        st.builds(Text, TEXTS, language=st.sampled_from(("ko", "fr"))),
        NOTES.map(NoteRef),
        st.just(Break()),
    )
    return st.lists(
        st.recursive(
            leaf,
            lambda inner: st.one_of(
                st.lists(inner, max_size=2).map(tuple).map(Strong),
                st.lists(inner, max_size=2).map(tuple).map(Emphasis),
                st.builds(Badge, st.just("open"), st.lists(inner, max_size=2).map(tuple)),
                st.builds(Link, TARGETS, st.lists(inner, max_size=2).map(tuple) | st.just((Text("[?]"),))),
            ),
            max_leaves=3,
        ),
        max_size=3,
    ).map(tuple)


RUNS = inlines()
ROWS = st.builds(Row, st.tuples(st.builds(Cell, RUNS), st.builds(Cell, RUNS)))
TABLES = st.builds(
    Table,
    st.lists(ROWS, max_size=2).map(lambda rows: (Row((Cell(()), Cell(())), head=True), *rows)),
    st.just((Column(), Column())),
    RUNS,
)
KINDS = st.sampled_from(("section", "annex", "plain"))
IDS = st.sampled_from(("", "", "", "s-nato", "s-2", "source-1", "p"))


def bodies() -> SearchStrategy[tuple[Block, ...]]:
    fact = st.builds(Fact, st.tuples(TEXTS.map(Text)), RUNS)
    leaf: SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.sampled_from((1, 2, 3)), RUNS, IDS, kind=KINDS),
        st.builds(Heading, st.just(1), RUNS, kind=KINDS),
        st.builds(Paragraph, RUNS, id=IDS),
        TABLES,
        st.builds(Facts, st.sampled_from(("list", "abbreviations")), st.lists(fact, max_size=3).map(tuple)),
        st.builds(Contents, RUNS, st.lists(st.builds(Entry, st.just(1), st.just("x"), RUNS), max_size=1).map(tuple)),
        st.just(PageBreak()),
    )

    def holders(inner: SearchStrategy[Block]) -> SearchStrategy[Block]:
        held = st.lists(inner, max_size=3).map(tuple)
        items = st.lists(st.builds(Item, held), max_size=2).map(tuple)
        sources = st.lists(st.builds(Item, held, IDS | TARGETS.map(lambda t: t[1:])), max_size=3).map(tuple)
        return st.one_of(
            st.builds(Callout, st.just("note"), RUNS, held),
            st.builds(Quote, held, RUNS),
            st.builds(List, st.just("bullet"), items),
            st.builds(List, st.just("source"), sources),
        )

    return st.lists(st.recursive(leaf, holders, max_leaves=4), max_size=8).map(tuple)


@st.composite
def unpolished(draw: st.DrawFn) -> Document:
    """Any tree at all."""
    ids = draw(st.lists(NOTES, unique=True))
    notes = tuple(Note(i, draw(RUNS)) for i in ids)
    language = draw(st.sampled_from(("en-GB", "ko")))
    return Document(draw(RUNS), draw(bodies()), notes, draw(RUNS), draw(RUNS), language)


@given(unpolished(), st.sampled_from((0, 5, 15, 1000)))
def test_a_polished_document_stays_as_it_is(document: Document, contents_from: int) -> None:
    once = polish(document, contents_from=contents_from)
    assert polish(once, contents_from=contents_from) == once


def with_plain_lists(document: Document) -> Document:
    """The document with lists of which nothing may be dropped."""

    def plain(block: Block) -> tuple[Block, ...]:
        match block:
            case List(kind="source"):
                return (replace(block, kind="bullet"),)
            case Facts(kind="abbreviations"):
                return (replace(block, kind="list"),)
            case _:
                return (block,)

    return replace(document, children=transform(document.children, plain))


def with_unlike_notes(document: Document) -> Document:
    """The document with notes of which no two say the same."""
    notes = (replace(note, children=(Text(f"{note.id} "), *note.children)) for note in document.notes)
    return replace(document, notes=tuple(notes))


@settings(max_examples=50)
@given(documents())
def test_a_document_in_which_all_is_used_keeps_its_words(document: Document) -> None:
    plain = with_unlike_notes(with_plain_lists(document))
    polished = polish(plain, contents_from=0, annex=ANNEX[plain.language], part=PART[plain.language])
    assert words(polished) == words(typeset(plain))


def test_the_specimen_keeps_its_words() -> None:
    document = every_node()
    assert words(polish(document, contents_from=0)) == words(document)


def test_a_document_goes_through_every_pass() -> None:
    row = Row((Cell((Text("서울 a"),)),))
    cite = Link("#source-b", (Text("[?]"),))
    document = Document(
        (Text("T"),),
        (
            Contents((Text("C"),)),
            Heading(1, (Text("Empty"),), kind="section"),
            Heading(1, (Text("NATO"), NoteRef("n")), kind="section"),
            Table((Row((Cell(()),), head=True), row), (Column(),)),
            List(
                "source", (Item((Paragraph((Text("a"),)),), "source-a"), Item((Paragraph((Text("b"),)),), "source-b"))
            ),
            Facts("abbreviations", (Fact((Text("EU"),), ()), Fact((Text("NATO"),), ()))),
        ),
        (Note("m", ()), Note("n", (cite,))),
    )
    assert polish(document, contents_from=0) == Document(
        (Text("T"),),
        (
            Contents((Text("C"),), (Entry(1, "s-nato", (Text("1\u2003"), Text("NATO"))),)),
            Heading(1, (Text("NATO"), NoteRef("n", 1)), "s-nato", "1", "section"),
            Table(
                (Row((Cell(()),), head=True), Row((Cell((Text("서울", (), "ko"), Text(" a"))),))),
                (Column(),),
                description="NATO",
            ),
            List("source", (Item((Paragraph((Text("b"),)),), "source-b"),)),
            Facts("abbreviations", (Fact((Text("NATO"),), ()),)),
        ),
        (Note("n", (Link("#source-b", (Text("[1]"),)),)),),
    )


def test_a_section_goes_with_the_list_of_abbreviations_that_nobody_uses_and_its_letter_too() -> None:
    unused = Facts("abbreviations", (Fact((Text("BICES"),), (Text("a system"),)),))
    document = Document(
        (Text("T"),),
        (
            Heading(1, (Text("Words"),), kind="annex"),
            unused,
            Heading(1, (Text("Rest"),), kind="annex"),
            Paragraph((Text("x"),)),
        ),
    )
    (heading, _) = polish(document).children
    assert heading == Heading(1, (Text("Rest"),), "s-rest", "Annex A", "annex")


def test_an_abbreviation_that_only_an_unused_source_spells_goes() -> None:
    document = Document(
        (Text("T"),),
        (
            Paragraph((Text("x"),)),
            List("source", (Item((Paragraph((Text("NATO"),)),), "source-1"),)),
            Facts("abbreviations", (Fact((Text("NATO"),), (Text("n"),)),)),
        ),
    )
    assert polish(document).children == (Paragraph((Text("x"),)),)


@pytest.mark.parametrize("contents_from", [4, 5])
def test_the_limit_of_the_contents_counts_the_words_that_remain(contents_from: int) -> None:
    document = Document(
        (Text("T"),),
        (
            Contents((Text("What is in it"),)),
            Heading(1, (Text("A"),), kind="section"),
            Paragraph((Text("b"),)),
            Facts("abbreviations", (Fact((Text("NATO"),), (Text("n n n n"),)),)),
        ),
    )
    kept = polish(document, contents_from=contents_from).children
    assert isinstance(kept[0], Contents) is (contents_from == 4)  # T, 1, A, b


def test_what_polish_does_not_change_is_not_made_anew() -> None:
    once = polish(every_node(), contents_from=10_000)
    assert polish(once, contents_from=10_000) is once


def test_old_lines_of_the_contents_cite_and_use_nothing() -> None:
    old = (Entry(1, "x", (NoteRef("n"), Link("#source-1", (Text("NATO"),)))),)
    sources = List("source", (Item((Paragraph((Text("x"),)),), "source-1"),))
    terms = Facts("abbreviations", (Fact((Text("NATO"),), (Text("n"),)),))
    document = Document((), (Contents((), old), sources, terms), (Note("n", (Text("x"),)),))
    assert polish(document, contents_from=0) == Document((), (Contents(()),))
