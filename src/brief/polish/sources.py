"""The list of sources holds what is cited, in the order in which a reader meets it, and citations bear its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.tree import Link, List, NoteRef, Text
from brief.walk import altered, blocks, inlines, phrases, phrases_in, rewrite, transform, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Block, Document, Inline, Item
    from brief.walk import Phrase

SOURCE = "#source-"
UNNUMBERED = (Text("[?]"),)
SPACES = " \N{NO-BREAK SPACE}"


def keep_cited(document: Document) -> Document:
    """Keep the sources that are cited, by first citation.

    A link to a source that is not listed becomes plain words; a number that it would have had is left out.
    """
    cited = _cited(document)

    def listed(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, List) or block.kind != "source":
            return (block,)
        kept = tuple(sorted((item for item in block.children if item.id in cited), key=lambda item: cited[item.id]))
        return (block if kept == block.children else altered(block, children=kept),)

    kept = altered(document, children=transform(document.children, listed))
    astray = {f"#{target}" for target in cited} - {f"#{item.id}" for item in _sources(kept.children)}

    def linked(node: Inline) -> Phrase:
        if isinstance(node, Link) and node.target.startswith(SOURCE) and node.target in astray:
            return node.children
        return (node,)

    def told(phrase: Phrase) -> Phrase:
        return transform_inlines(_without_numbers(phrase, astray), linked)

    if not any(target.startswith(SOURCE) for target in astray):
        return kept
    return rewrite(kept, told)


def _without_numbers(phrase: Phrase, astray: set[str]) -> Phrase:
    """A phrase without the numbers of sources that are not listed, and without the space before each."""
    left: list[Inline] = []
    for node in phrase:
        if isinstance(node, Link) and node.target in astray and node.children == UNNUMBERED:
            before = left.pop() if left else node
            if isinstance(before, Text):
                left.append(altered(before, text=before.text.rstrip(SPACES)))
            elif before is not node:
                left.append(before)
        else:
            left.append(node)
    return tuple(left) if len(left) < len(phrase) else phrase


def label_citations(document: Document) -> Document:
    """Number the links that say "[?]" by the place of their source in its list."""
    lists = (block for block in blocks(document.children) if isinstance(block, List) and block.kind == "source")
    numbers = {f"#{item.id}": n for each in lists for n, item in enumerate(each.children, 1)}

    def labelled(node: Inline) -> Phrase:
        if isinstance(node, Link) and node.children == UNNUMBERED and node.target.startswith(SOURCE):
            return (altered(node, children=(Text(f"[{numbers[node.target]}]"),)),)
        return (node,)

    return rewrite(document, lambda phrase: transform_inlines(phrase, labelled))


def _cited(document: Document) -> dict[str, int]:
    """The place in the order of citation of each id that a link leads to.

    A note is read where it is first cited; the list of sources last, entry by entry as they are cited.
    """
    notes = {note.id: note.children for note in document.notes}
    read: set[str] = set()

    def links(phrase: Phrase) -> Iterator[str]:
        for node in inlines(phrase):
            if isinstance(node, Link):
                yield node.target.removeprefix("#")
            elif isinstance(node, NoteRef) and node.note not in read:
                read.add(node.note)
                yield from links(notes.get(node.note, ()))

    body = altered(document, notes=(), children=transform(document.children, _without_sources))
    order = list(dict.fromkeys(target for phrase in phrases(body) for target in links(phrase)))
    entries = {item.id: item for item in _sources(document.children)}
    for source in order:
        if source in entries:
            inner = (target for phrase in phrases_in(entries[source].children) for target in links(phrase))
            order += [target for target in dict.fromkeys(inner) if target not in order]
    return {target: place for place, target in enumerate(order)}


def _without_sources(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, List) and block.kind == "source" else (block,)


def _sources(children: tuple[Block, ...]) -> Iterator[Item]:
    for block in blocks(children):
        if isinstance(block, List) and block.kind == "source":
            yield from block.children
