"""What a tree says: its words in reading order, its outline, its blocks, phrases and ids.

`words` is what every format has to say, no more and no less: renderers are tested against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brief.place import places_of
from brief.tree import (
    Badge,
    Break,
    Callout,
    Code,
    Contents,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    Label,
    Link,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.place import Place
    from brief.tree import Block, Document

Phrase = tuple[Inline, ...]
"""A run of inlines."""

HOLDERS = (Strong, Emphasis, Link, Badge)
"""The inlines that hold inlines."""


def label(kind: str, number: int) -> str:
    """What stands before item `number` of a list of this kind, as a word: bullets are none."""
    return {"number": f"{number}.", "source": f"[{number}]"}.get(kind, "")


def inline_text(children: Iterable[Inline]) -> str:
    """The words of inlines as one line, the marks of notes left out."""
    return "".join(_spoken(children, marks=False))


def _spoken(children: Iterable[Inline], *, marks: bool = True) -> Iterator[str]:
    for child in children:
        match child:
            case Text() | Code():
                yield child.text
            case Strong() | Emphasis() | Link() | Badge():
                yield from _spoken(child.children, marks=marks)
            case NoteRef():
                if marks:
                    yield f" ^{child.number} "
            case Break():
                yield " "
            case _:
                assert_never(child)


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of blocks in reading order, one string for each paragraph, heading, cell, term or value."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{block.number} {''.join(_spoken(block.children))}"
            case Paragraph():
                yield f"{block.number} {''.join(_spoken(block.children))}"
            case List():
                for number, item in enumerate(block.children, 1):
                    yield label(block.kind, number)
                    yield from lines(item.children)
            case Table():
                yield "".join(_spoken(block.caption))
                yield from ("".join(_spoken(cell.children)) for row in block.children for cell in row.children)
            case Facts():
                for fact in block.children:
                    yield "".join(_spoken(fact.term))
                    yield "".join(_spoken(fact.children))
            case Quote():
                yield from lines(block.children)
                yield "".join(_spoken(block.attribution))
            case Callout():
                yield "".join(_spoken(block.title))
                yield from lines(block.children)
            case Figure():
                yield "".join(_spoken(block.caption))
            case Contents():
                yield "".join(_spoken(block.title))
                yield from ("".join(_spoken(entry.children)) for entry in block.children)
            case PageBreak():
                pass
            case _:
                assert_never(block)


def words(document: Document) -> tuple[str, ...]:
    """Every word a reader of the document reads, in order; `^3` is the mark of note 3.

    Kicker, title, subtitle, the blocks, then each note behind its mark. Labels of numbered and source lists and numbers
    of headings and paragraphs are words, and so are captions; bullets, drawings, running lines and page numbers are no
    words.
    """
    front = (document.kicker, document.title, document.subtitle)
    said = ["".join(_spoken(part)) for part in front]
    said += lines(document.children)
    said += [f"^{n} {''.join(_spoken(note.children))}" for n, note in enumerate(document.notes, 1)]
    return tuple(" ".join(said).split())


def outline(document: Document) -> tuple[tuple[int, str], ...]:
    """Level and words of every heading, the number before the words."""
    return tuple((h.level, " ".join(f"{h.number} {inline_text(h.children)}".split())) for h in headings(document))


def figures(document: Document) -> tuple[str, ...]:
    """What every figure shows, in words, for those who do not see it; the words drawn in it are no others."""
    return tuple(block.alt for block in blocks(document.children) if isinstance(block, Figure))


def origins(document: Document) -> Iterator[Place]:
    """Where the words of a document are written, those that are drawn and that tell a drawing among them."""
    for phrase in phrases(document):
        yield from origins_in(phrase)
    for block in blocks(document.children):
        if isinstance(block, Figure):
            yield from places_of(block.alt)
            labels = (shape for shape in block.drawing.children if isinstance(shape, Label))
            yield from (place for each in labels for place in each.origins)


def origins_in(children: Phrase) -> Iterator[Place]:
    """Where the words of a run of inlines are written."""
    yield from (place for node in inlines(children) if isinstance(node, Text | Code) for place in node.origins)


def headings(document: Document) -> Iterator[Heading]:
    """Every heading, in order."""
    return (block for block in blocks(document.children) if isinstance(block, Heading))


def blocks(children: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, containers before what they hold."""
    for block in children:
        yield block
        match block:
            case Callout() | Quote():
                yield from blocks(block.children)
            case List():
                for item in block.children:
                    yield from blocks(item.children)
            case _:
                pass


def ids(document: Document) -> Iterator[str]:
    """Every id of a block or item that has one, in order: what links lead to, sources among it, but no notes."""
    for block in blocks(document.children):
        match block:
            case Heading() | Paragraph() | Table() | Figure():
                yield from (block.id,) if block.id else ()
            case List():
                yield from (item.id for item in block.children if item.id)
            case _:
                pass


def phrases(document: Document) -> Iterator[Phrase]:
    """Every run of inlines of the document in reading order, the notes' at the end."""
    yield from (document.kicker, document.title, document.subtitle)
    yield from phrases_in(document.children)
    yield from (note.children for note in document.notes)


def phrases_in(children: Iterable[Block]) -> Iterator[Phrase]:
    """Every run of inlines of these blocks, in reading order."""
    for block in children:
        match block:
            case Heading() | Paragraph():
                yield block.children
            case List():
                for item in block.children:
                    yield from phrases_in(item.children)
            case Table():
                yield block.caption
                yield from (cell.children for row in block.children for cell in row.children)
            case Facts():
                for fact in block.children:
                    yield from (fact.term, fact.children)
            case Quote():
                yield from phrases_in(block.children)
                yield block.attribution
            case Callout():
                yield block.title
                yield from phrases_in(block.children)
            case Figure():
                yield block.caption
            case Contents():
                yield block.title
                yield from (entry.children for entry in block.children)
            case PageBreak():
                pass
            case _:
                assert_never(block)


def inlines(children: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline in order, containers before what they hold."""
    for child in children:
        yield child
        if isinstance(child, HOLDERS):
            yield from inlines(child.children)
