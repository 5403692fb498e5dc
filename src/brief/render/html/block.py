"""Blocks to HTML, a line for each tag that opens or closes one."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, assert_never

from brief.render.html.drawing import svg
from brief.render.html.escape import anchor, attribute, text
from brief.render.html.inline import inlines
from brief.tree import Callout, Contents, Facts, Figure, Heading, List, PageBreak, Paragraph, Quote, Table
from brief.walk import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.html.inline import Citations
    from brief.tree import Block, Cell, Column, Fact, Inline, Row


def sections(children: Iterable[Block], citations: Citations) -> Iterator[str]:
    """The blocks of a document, each heading opening a section that holds what stands under it."""
    levels: list[int] = []
    for child in children:
        if isinstance(child, Heading):
            while levels and levels[-1] >= child.level:
                levels.pop()
                yield "</section>"
            levels.append(child.level)
            yield f'<section class="{child.kind}">'
        yield from _block(child, citations)
    yield from ("</section>" for _ in levels)


def _blocks(children: Iterable[Block], citations: Citations) -> Iterator[str]:
    for child in children:
        yield from _block(child, citations)


def _block(block: Block, citations: Citations) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, citations)
        case Paragraph():
            look = _class("small" if block.role == "small" else "")
            number = f'<span class="number">{text(block.number)} </span>' if block.number else ""
            yield f"<p{look}{_id(block.id)}>{number}{inlines(block.children, citations)}</p>"
        case List():
            yield from _list(block, citations)
        case Table():
            yield from _table(block, citations)
        case Facts():
            yield f'<dl class="{block.kind}">'
            yield from (_fact(fact, citations) for fact in block.children)
            yield "</dl>"
        case Quote():
            yield from _quote(block, citations)
        case Callout():
            yield f'<aside class="{block.kind}"{_name(block.title)}>'
            yield f'<p class="title">{inlines(block.title, citations)}</p>'
            yield from _blocks(block.children, citations)
            yield "</aside>"
        case Figure():
            yield from _figure(block, citations)
        case Contents():
            yield from _contents(block, citations)
        case PageBreak():
            yield '<div class="page-break"></div>'
        case _:
            assert_never(block)


def _heading(heading: Heading, citations: Citations) -> str:
    """A heading one level down: the title of the document is the only `h1`."""
    tag = f"h{heading.level + 1}"
    number = f'<span class="number">{text(heading.number)}</span> ' if heading.number else ""
    return f"<{tag}{_id(heading.id)}>{number}{inlines(heading.children, citations)}</{tag}>"


def _list(block: List, citations: Citations) -> Iterator[str]:
    """A list. Its labels ("1.", "[1]") are the markers of its items, made by CSS: they are no text."""
    tag = "ul" if block.kind == "bullet" else "ol"
    yield f"<{tag}{_class('source' if block.kind == 'source' else '')}>"
    for item in block.children:
        yield f"<li{_id(item.id)}>"
        yield from _blocks(item.children, citations)
        yield "</li>"
    yield f"</{tag}>"


def _table(table: Table, citations: Citations) -> Iterator[str]:
    """A table, in a frame that scrolls where the screen is narrower than its words."""
    named = f' role="region" tabindex="0" aria-label="{attribute(table.description)}"' if table.description else ""
    yield f'<div class="table"{named}>'
    yield f"<table{_id(table.id)}>"
    if table.caption:
        yield f"<caption>{inlines(table.caption, citations)}</caption>"
    if whole := sum(column.share for column in table.columns):
        yield "<colgroup>"
        yield from (f'<col style="width: {100 * column.share / whole:.4g}%">' for column in table.columns)
        yield "</colgroup>"
    for place, (head, rows) in enumerate(groupby(table.children, attrgetter("head"))):
        group = "thead" if head and place == 0 else "tbody"
        yield f"<{group}>"
        yield from (_row(row, table.columns, citations) for row in rows)
        yield f"</{group}>"
    yield "</table>"
    yield "</div>"


def _row(row: Row, columns: tuple[Column, ...], citations: Citations) -> str:
    cells = zip(row.children, columns, strict=True)
    scope = "col" if row.head else "row"
    said = (_cell(cell, column, scope if row.head or cell.header else "", citations) for cell, column in cells)
    return f"<tr>{''.join(said)}</tr>"


def _cell(cell: Cell, column: Column, scope: str, citations: Citations) -> str:
    """A cell; one that names a column or a row is a header, unless it is blank."""
    look = _class("right" if column.align == "right" else "")
    words = inlines(cell.children, citations)
    return f'<th scope="{scope}"{look}>{words}</th>' if scope and cell.children else f"<td{look}>{words}</td>"


def _fact(fact: Fact, citations: Citations) -> str:
    term = inlines(fact.term, citations)
    return f"<div><dt>{term}</dt><dd>{inlines(fact.children, citations)}</dd></div>"


def _quote(quote: Quote, citations: Citations) -> Iterator[str]:
    yield '<figure class="quote">'
    yield "<blockquote>"
    yield from _blocks(quote.children, citations)
    yield "</blockquote>"
    if quote.attribution:
        yield f"<figcaption>{inlines(quote.attribution, citations)}</figcaption>"
    yield "</figure>"


def _figure(figure: Figure, citations: Citations) -> Iterator[str]:
    """A drawing under its caption, in a frame that scrolls where the screen is too narrow for its letters."""
    yield f'<figure class="drawing"{_id(figure.id)}>'
    if figure.caption:
        yield f"<figcaption>{inlines(figure.caption, citations)}</figcaption>"
    name = inline_text(figure.caption) or figure.alt
    yield f'<div class="canvas" role="region" tabindex="0" aria-label="{attribute(name)}">'
    yield from svg(figure.drawing, figure.alt, citations)
    yield "</div>"
    yield "</figure>"


def _contents(contents: Contents, citations: Citations) -> Iterator[str]:
    yield f'<nav class="contents"{_name(contents.title)}>'
    yield f'<p class="title">{inlines(contents.title, citations)}</p>'
    yield "<ul>"
    for entry in contents.children:
        words = inlines(entry.children, citations, linked=True)
        yield f'<li class="level-{entry.level}"><a href="#{anchor(entry.target)}">{words}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _id(name: str) -> str:
    return f' id="{anchor(name)}"' if name else ""


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _name(title: tuple[Inline, ...]) -> str:
    """What those who hear the document are told a part of it is called."""
    return f' aria-label="{attribute(inline_text(title))}"' if title else ""
