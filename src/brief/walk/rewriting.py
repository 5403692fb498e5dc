"""How to rewrite a tree. What does not change is not made anew, so that equal parts stay the same objects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, assert_never, cast

from brief.tree import (
    Callout,
    Contents,
    Document,
    Facts,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from brief.walk.reading import HOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.tree import Block, Cell, Entry, Inline, Node
    from brief.walk.reading import Phrase

T = TypeVar("T")
N = TypeVar("N", bound="Node")
H = TypeVar("H", bound="Heading | Paragraph | Cell | Entry")


def altered(node: N, **fields: object) -> N:
    """The node with these fields; itself where they are what it has."""
    for name, field in fields.items():
        if getattr(node, name) is not field:
            result: N = replace(cast("Any", node), **fields)
            return result
    return node


def rewrite(document: Document, phrase: Callable[[Phrase], Phrase]) -> Document:
    """The document with every run of inlines replaced by what `phrase` makes of it, called in reading order."""
    return altered(
        document,
        kicker=phrase(document.kicker),
        title=phrase(document.title),
        subtitle=phrase(document.subtitle),
        children=rewrite_blocks(document.children, phrase),
        notes=_each(document.notes, lambda note: (altered(note, children=phrase(note.children)),)),
    )


def rewrite_blocks(children: tuple[Block, ...], phrase: Callable[[Phrase], Phrase]) -> tuple[Block, ...]:
    """Blocks with every run of inlines replaced by what `phrase` makes of it, called in reading order."""
    return _each(children, lambda block: (_rewritten(block, phrase),))


def _rewritten(block: Block, phrase: Callable[[Phrase], Phrase]) -> Block:
    def held(holder: H) -> tuple[H]:
        return (altered(holder, children=phrase(holder.children)),)

    made: Block = block
    match block:
        case Heading() | Paragraph():
            (made,) = held(block)
        case List():
            items = _each(block.children, lambda i: (altered(i, children=rewrite_blocks(i.children, phrase)),))
            made = altered(block, children=items)
        case Table():
            caption = phrase(block.caption)
            rows = _each(block.children, lambda row: (altered(row, children=_each(row.children, held)),))
            made = altered(block, caption=caption, children=rows)
        case Facts():
            facts = _each(block.children, lambda f: (altered(f, term=phrase(f.term), children=phrase(f.children)),))
            made = altered(block, children=facts)
        case Quote():
            children = rewrite_blocks(block.children, phrase)
            made = altered(block, children=children, attribution=phrase(block.attribution))
        case Callout():
            title = phrase(block.title)
            made = altered(block, title=title, children=rewrite_blocks(block.children, phrase))
        case Figure():
            made = altered(block, caption=phrase(block.caption))
        case Contents():
            title = phrase(block.title)
            made = altered(block, title=title, children=_each(block.children, held))
        case PageBreak():
            pass
        case _:
            assert_never(block)
    return made


def transform(children: tuple[Block, ...], change: Callable[[Block], tuple[Block, ...]]) -> tuple[Block, ...]:
    """Blocks, each replaced by those that `change` makes of it, once what it holds has been changed."""

    def inner_first(block: Block) -> tuple[Block, ...]:
        match block:
            case Callout() | Quote():
                return change(altered(block, children=transform(block.children, change)))
            case List():
                items = _each(block.children, lambda i: (altered(i, children=transform(i.children, change)),))
                return change(altered(block, children=items))
            case _:
                return change(block)

    return _each(children, inner_first)


def with_ids(children: tuple[Block, ...], named: Callable[[str], str]) -> tuple[Block, ...]:
    """Blocks with the id of each block and item that can have one replaced by what `named` makes of it, "" of none."""

    def changed(block: Block) -> tuple[Block, ...]:
        match block:
            case Heading() | Paragraph() | Table() | Figure():
                return (altered(block, id=named(block.id)),)
            case List():
                items = _each(block.children, lambda item: (altered(item, id=named(item.id)),))
                return (altered(block, children=items),)
            case _:
                return (block,)

    return transform(children, changed)


def transform_inlines(children: Phrase, change: Callable[[Inline], Phrase]) -> Phrase:
    """Inlines, each replaced by those that `change` makes of it, once what it holds has been changed."""

    def inner_first(child: Inline) -> Phrase:
        if isinstance(child, HOLDERS):
            return change(altered(child, children=transform_inlines(child.children, change)))
        return change(child)

    return _each(children, inner_first)


def _each(children: tuple[T, ...], change: Callable[[T], tuple[T, ...]]) -> tuple[T, ...]:
    made: list[T] = []
    same = True
    for child in children:
        parts = change(child)
        same = same and len(parts) == 1 and parts[0] is child
        made += parts
    return children if same else tuple(made)
