"""Blocks of the tree to blocks of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from brief.render.pdf.box import Box
from brief.render.pdf.contents import contents_blocks
from brief.render.pdf.facts import facts_grid
from brief.render.pdf.figure import figure_blocks
from brief.render.pdf.part import NewPage
from brief.render.pdf.structure import Element
from brief.render.pdf.table import table_blocks
from brief.render.pdf.text import Text
from brief.style import NUMBER_HANG
from brief.tree import (
    Callout,
    Contents,
    Facts,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from brief.tree import Text as Words
from brief.walk import inline_text, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.pdf.part import Block
    from brief.render.pdf.run import Run
    from brief.render.pdf.setting import Setting
    from brief.style import TextStyle
    from brief.tree import Block as Node
    from brief.tree import Item

_LABEL_GAP = 6.0  # between a label and its words, in points
_BETWEEN_ITEMS = 2.5
_QUOTE_INDENT = 16.0
_NUMBERING = {"bullet": "Disc", "number": "Decimal", "source": "Decimal"}


def story(children: Iterable[Node], setting: Setting) -> Iterator[Block | NewPage]:
    """The blocks in reading order."""
    for block in children:
        match block:
            case Heading():
                yield heading(block, setting)
            case Paragraph():
                yield paragraph(block, setting)
            case List():
                yield from list_blocks(block, setting)
            case Table():
                yield from table_blocks(block, setting)
            case Facts():
                if block.children:
                    yield facts_grid(block, setting)
            case Quote():
                yield from quote(block, setting)
            case Callout():
                yield callout(block, setting)
            case Figure():
                yield from figure_blocks(block, setting)
            case Contents():
                yield from contents_blocks(block, setting)
            case PageBreak():
                yield NewPage()
            case _:
                assert_never(block)


def heading(block: Heading, setting: Setting) -> Text:
    """A heading, its number before its words, kept with what follows."""
    texts = setting.style.texts
    levels = (texts.heading1, texts.heading2, texts.heading3, texts.heading4)
    style = texts.part if block.kind == "part" else levels[block.level - 1]
    text = setting.text(f"H{block.level}", block.children, style)
    if block.number:
        number = setting.setter.runs((Words(block.number),), style, text.element)
        text.runs = [*number, setting.setter.gap(style, 0.4), *text.runs]
    text.keep_next = True
    text.places = (block.id,) if block.id else ()
    text.title = " ".join(f"{block.number} {inline_text(block.children)}".split()) or "-"
    text.level = block.level
    return text


def paragraph(block: Paragraph, setting: Setting) -> Text:
    """A paragraph, its number in the margin; one that ends in a colon stays with what it announces."""
    text = setting.text("P", block.children, setting.style.texts.small if block.role == "small" else setting.body)
    text.keep_next = _announces(block)
    text.places = (block.id,) if block.id else ()
    if block.number:
        text.label = setting.setter.label(block.number, setting.style.texts.paragraph_number)
        text.label_element = Element("Lbl", text.element)
        text.label_x = setting.left - NUMBER_HANG
    return text


def _announces(block: Paragraph) -> bool:
    for child in reversed(block.children):
        if said := inline_text((child,)).rstrip():
            return said.endswith(":")
    return False


def list_blocks(block: List, setting: Setting) -> Iterator[Block | NewPage]:
    """Items whose labels hang before them."""
    element = Element("L", setting.parent, f"/O/List/ListNumbering/{_NUMBERING[block.kind]}")
    texts = setting.style.texts
    style = replace(texts.small, colour=texts.note.colour) if block.kind == "source" else setting.body
    labels = [_label(block, number, setting, style) for number in range(1, len(block.children) + 1)]
    indent = max((sum(run.width(run.text) for run in runs) for runs in labels), default=0) + _LABEL_GAP
    inside = replace(setting.under(element, left=indent, body=style), depth=setting.depth + 1)
    for number, (item, runs) in enumerate(zip(block.children, labels, strict=True), 1):
        blocks = _item(item, runs, inside, indent)
        for piece in blocks[: None if number < len(block.children) else -1]:
            if isinstance(piece, Text):
                piece.after = _BETWEEN_ITEMS
        yield from blocks


def _label(block: List, number: int, setting: Setting, style: TextStyle) -> list[Run]:
    if block.kind == "bullet":
        bullet = replace(style, family="sans", bold=False, italic=False, capitals=False)
        return setting.setter.label(setting.style.list_mark(setting.depth), bullet, setting.style.colours.structure)
    return setting.setter.label(label(block.kind, number), style)


def _item(item: Item, runs: list[Run], setting: Setting, indent: float) -> list[Block | NewPage]:
    """The first paragraph bears the label, and stays with the list that it announces."""
    element = Element("LI", setting.parent)
    mark = Element("Lbl", element)
    body = Element("LBody", element)
    blocks = list(story(item.children, setting.under(body)))
    first = blocks[0] if blocks else None
    if not isinstance(first, Text) or first.label:
        first = setting.lines([], body, setting.body)
        first.keep_next = bool(blocks)
        blocks.insert(0, first)
    first.label, first.label_element, first.label_x = runs, mark, setting.left - indent
    first.before = 0
    if any(isinstance(child, List) for child in item.children[1:2]):
        first.keep_next = True
    if item.id:
        first.places = (*first.places, item.id)
    return blocks


def quote(block: Quote, setting: Setting) -> Iterator[Block | NewPage]:
    """Words of somebody, indented, and who said them right below."""
    texts = setting.style.texts
    inside = setting.under(
        Element("BlockQuote", setting.parent), left=_QUOTE_INDENT, right=_QUOTE_INDENT, body=texts.quote
    )
    blocks = list(story(block.children, inside))
    if block.attribution:
        last = blocks[-1] if blocks else None
        if isinstance(last, Text):
            last.keep_next = True
            last.after = min(last.after, 2)
        blocks.append(inside.text("P", block.attribution, texts.attribution))
    yield from blocks


def callout(block: Callout, setting: Setting) -> Box:
    """A title and what it stands over: on a tint, but for the key points."""
    element = Element("Sect", setting.parent)
    inside = replace(setting, parent=element, left=0, right=0)
    blocks: list[Block] = []
    if block.title:
        title = inside.text("P", block.title, setting.style.texts.callout_title)
        title.keep_next = True
        blocks.append(title)
    blocks += [piece for piece in story(block.children, inside) if not isinstance(piece, NewPage)]
    colours, after = setting.style.colours, max(setting.body.after, 10)
    if block.kind == "key-points":
        box = Box(blocks, before=10 if block.title else 0, after=after, left=setting.left, right=setting.right)
        return replace(box, kind=block.kind, titled=bool(block.title))
    bar = colours.structure if block.kind == "bottom-line" else ""
    return Box(
        blocks,
        kind=block.kind,
        titled=bool(block.title),
        tint=colours.tint,
        bar=bar,
        air=7,
        inset=12,
        before=8,
        after=after + 4,
        left=setting.left,
        right=setting.right,
    )
