"""One node a line, two spaces a level. Words stand in quotes, so that every space shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brief.render.rendered import Rendered
from brief.tree import (
    Badge,
    Box,
    Break,
    Callout,
    Code,
    Contents,
    Dot,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Label,
    Line,
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

    from brief.style import Style
    from brief.tree import Block, Document, Drawing, Inline, Item, Row, Running, Shape

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def render(document: Document, _style: Style) -> Rendered:
    """The tree of `document` as UTF-8 text. A listing has no look: the style is not asked.

    A field is printed where it is set, as `name=value`; the words of a leaf end its line. Quoted words are JSON strings
    in which whatever would not be seen, a no-break space too, is escaped. Origins are not printed.
    """
    return Rendered("".join(f"{line}\n" for line in _document(document)).encode())


def _document(document: Document) -> Iterator[str]:
    yield _line("document", language=document.language, marking=document.marking, date=document.date)
    yield from _under(_properties(document))
    yield from _under(_part("kicker", document.kicker))
    yield from _under(_part("title", document.title))
    yield from _under(_part("subtitle", document.subtitle))
    yield from _under(_blocks(document.children))
    for number, note in enumerate(document.notes, 1):
        yield from _under((_line("note", number=number, id=note.id),))
        yield from _under(_under(_inlines(note.children)))


def _properties(document: Document) -> Iterator[str]:
    for name in ("author", "subject"):
        if words := getattr(document, name):
            yield _line(name, words=words)
    yield from (_line("keyword", words=keyword) for keyword in document.keywords)
    yield from _running(document.running)


def _running(running: Running) -> Iterator[str]:
    for name in ("head", "foot", "page", "draft"):
        if words := getattr(running, name):
            yield _line(f"running {name}", words=words)


# ---- block -----------------------------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _line("heading", level=block.level, kind=block.kind, number=block.number, id=block.id)
            yield from _under(_inlines(block.children))
        case Paragraph():
            role = "" if block.role == "body" else block.role
            yield _line("paragraph", role=role, number=block.number, id=block.id)
            yield from _under(_inlines(block.children))
        case List():
            yield _line("list", kind=block.kind)
            yield from _under(_items(block.children))
        case Table():
            yield _line("table", id=block.id, description=block.description)
            yield from _under(_table(block))
        case Facts():
            yield _line("facts", kind=block.kind)
            yield from _under(_facts(block))
        case Quote():
            yield _line("quote")
            yield from _under(_blocks(block.children))
            yield from _under(_part("attribution", block.attribution))
        case Callout():
            yield _line("callout", kind=block.kind)
            yield from _under(_part("title", block.title))
            yield from _under(_blocks(block.children))
        case Figure():
            yield _line("figure", id=block.id, alt=block.alt)
            yield from _under(_part("caption", block.caption))
            yield from _under(_drawing(block.drawing))
        case Contents():
            yield _line("contents")
            yield from _under(_part("title", block.title))
            yield from _under(_entries(block))
        case PageBreak():
            yield _line("page-break")
        case _:
            assert_never(block)


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield _line("item", id=item.id)
        yield from _under(_blocks(item.children))


def _table(table: Table) -> Iterator[str]:
    yield from (_line("column", share=column.share, align=column.align) for column in table.columns)
    yield from _part("caption", table.caption)
    for row in table.children:
        yield _line("row head" if row.head else "row")
        yield from _under(_cells(row))


def _cells(row: Row) -> Iterator[str]:
    for cell in row.children:
        yield _line("cell header" if cell.header else "cell")
        yield from _under(_inlines(cell.children))


def _facts(facts: Facts) -> Iterator[str]:
    for fact in facts.children:
        yield _line("fact")
        yield from _under(_part("term", fact.term))
        yield from _under(_part("value", fact.children))


def _entries(contents: Contents) -> Iterator[str]:
    for entry in contents.children:
        yield _line("entry", level=entry.level, target=entry.target)
        yield from _under(_inlines(entry.children))


def _drawing(drawing: Drawing) -> Iterator[str]:
    yield _line("drawing", width=_points(drawing.width), height=_points(drawing.height))
    yield from _under(_shape(shape) for shape in drawing.children)


def _shape(shape: Shape) -> str:
    """A shape: where it is, as x, y or as x, y, width, height, and what it looks like."""
    match shape:
        case Line():
            at = _points(shape.x1, shape.y1, shape.x2, shape.y2)
            return _line("line", at=at, stroke=shape.stroke, weight=_points(shape.weight))
        case Box():
            at = _points(shape.x, shape.y, shape.width, shape.height)
            weight = _points(shape.weight) if shape.stroke else ""
            return _line("box", at=at, fill=shape.fill or "", stroke=shape.stroke or "", weight=weight)
        case Dot():
            return _line("dot", at=_points(shape.x, shape.y), radius=_points(shape.radius), fill=shape.fill)
        case Label():
            at, size = _points(shape.x, shape.y), _points(shape.size)
            name = "label bold" if shape.bold else "label"
            return _line(name, at=at, anchor=shape.anchor, size=size, tone=shape.tone, words=shape.text)
        case _:
            assert_never(shape)


def _points(*lengths: float) -> str:
    return " ".join(f"{length:.6g}" for length in lengths)


def _part(name: str, children: tuple[Inline, ...]) -> Iterator[str]:
    """A run of inlines that has a name of its own; nothing where there is none."""
    if children:
        yield _line(name)
        yield from _under(_inlines(children))


# ---- inline ----------------------------------------------------------------------------------------------------------


def _inlines(children: Iterable[Inline]) -> Iterator[str]:
    for child in children:
        yield from _inline(child)


def _inline(child: Inline) -> Iterator[str]:
    match child:
        case Text():
            yield _line("text", language=child.language or "", words=child.text)
        case Strong():
            yield _line("strong")
            yield from _under(_inlines(child.children))
        case Emphasis():
            yield _line("emphasis")
            yield from _under(_inlines(child.children))
        case Code():
            yield _line("code", words=child.text)
        case Link():
            yield _line("link", target=child.target)
            yield from _under(_inlines(child.children))
        case NoteRef():
            yield _line("note-ref", number=child.number, note=child.note)
        case Badge():
            yield _line("badge", kind=child.kind)
            yield from _under(_inlines(child.children))
        case Break():
            yield _line("break")
        case _:
            assert_never(child)


# ---- line ------------------------------------------------------------------------------------------------------------


def _under(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _line(name: str, *, words: str | None = None, **fields: str | int) -> str:
    """A node's line: its name, its fields that are set, its words. Numbers stand bare, texts in quotes."""
    said = [f"{field}={_shown(value)}" for field, value in fields.items() if value]
    return " ".join((name, *said) if words is None else (name, *said, _quoted(words)))


def _shown(value: str | int) -> str:
    return str(value) if isinstance(value, int) else _quoted(value)


def _quoted(words: str) -> str:
    return f'"{"".join(map(_seen, words))}"'


def _seen(letter: str) -> str:
    """The letter as a JSON string holds it, escaped where an eye could miss it."""
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    return "".join(f"\\u{unit:04x}" for unit in _units(letter))


def _units(letter: str) -> Iterator[int]:
    """UTF-16 code units, of which JSON escapes are made."""
    encoded = letter.encode("utf-16-be", "surrogatepass")
    return (int.from_bytes(encoded[place : place + 2]) for place in range(0, len(encoded), 2))
