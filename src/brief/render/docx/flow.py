"""Pieces of the body one after another: what has to stand between them, and where a new page begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from brief.render.docx.paragraph import Layout, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of the body; `box` is the box it stands in, which it may open."""

    layout: Layout
    content: str = ""
    box: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A table, or a content control with paragraphs, whole; `turned` is the same at the head of a new page.

    A table has none: a paragraph before it begins the page.
    """

    kind: Literal["table", "contents"]
    xml: str
    turned: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows stands on a new page."""


Piece = Para | Block | Turn

_LOW = 4.0  # points of a gap before a box, which brings some room above it too
_SPACED = ("Heading", "AnnexHeading", "Caption")  # styles that bring room of their own above them


def kept_together(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same pieces, each paragraph kept on the page of the next."""
    for piece in pieces[:-1]:
        yield replace(piece, layout=replace(piece.layout, keep_next=True)) if isinstance(piece, Para) else piece
    yield from pieces[-1:]


def flow_xml(pieces: Iterable[Piece]) -> str:
    """The pieces as XML.

    A low line stands between a table and what has no room above it, for two tables that touch are one to Word, as are
    two boxes; and after the last table, for a document ends with a paragraph.
    """
    out: list[str] = []
    turn, last = False, None
    for piece in pieces:
        match piece:
            case Turn():
                turn = True
                continue
            case Para():
                if not turn and _touches(last, piece):
                    out.append(_gap(Layout(line=_LOW if piece.opens else None)))
                layout = replace(piece.layout, page_break=True, before=0) if turn else piece.layout
                out.append(paragraph(layout, piece.content))
            case Block() if turn and piece.turned:
                out.append(piece.turned)
            case Block():
                if turn or _is_table(last):
                    out.append(_gap(Layout(page_break=turn, keep_next=True)))
                out.append(piece.xml)
        turn, last = False, piece
    if _is_table(last):
        out.append(_gap(Layout()))
    return "".join(out)


def _touches(last: Piece | None, piece: Para) -> bool:
    if isinstance(last, Para):
        return piece.opens and bool(last.box)
    return _is_table(last) and not piece.layout.style.startswith(_SPACED)


def _is_table(piece: Piece | None) -> bool:
    return isinstance(piece, Block) and piece.kind == "table"


def _gap(layout: Layout) -> str:
    return paragraph(replace(layout, style="Gap"), "")
