"""The body of the document: one short function for each kind of block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from brief.render.docx.contents import contents
from brief.render.docx.facts import facts
from brief.render.docx.figure import picture
from brief.render.docx.flow import Para, Turn, flow_xml, kept_together
from brief.render.docx.numbering import INSET, QUOTE, is_styled, text_indent
from brief.render.docx.paragraph import Layout
from brief.render.docx.run import runs, words
from brief.render.docx.table import table
from brief.tree import Callout, Contents, Facts, Figure, Heading, List, PageBreak, Paragraph, Quote, Table
from brief.walk import headings, inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brief.render.docx.flow import Piece
    from brief.render.docx.paragraph import Numbering
    from brief.render.docx.story import Story
    from brief.tree import Block, Document, Item

_BELOW_BOX = 14.0  # points
_BOXES = {"bottom-line": "BottomLine", "note": "Note", "warning": "Warning"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: the style of body text there, the box, how deep in lists, how far in (points).

    `numbers` of sections and `pages` of headings, by id, are for the contents.
    """

    numbers: Mapping[str, str]
    pages: Mapping[str, int] = field(default_factory=dict)
    body: str = "BodyText"
    box: str = ""
    depth: int = 0
    indent: float = 0


def body_xml(document: Document, story: Story, pages: Mapping[str, int]) -> str:
    """Title block and blocks, as the children of `w:body`."""
    numbers = {h.id: h.number for h in headings(document) if h.id and h.kind == "section" and h.level == 1}
    setting = Setting(numbers, pages)
    return flow_xml((*_front(document, story), *_blocks(document.children, story, setting)))


def _front(document: Document, story: Story) -> Iterator[Piece]:
    parts = (("Kicker", document.kicker), ("Title", document.title), ("Subtitle", document.subtitle))
    return (Para(Layout(style=style), runs(said, story)) for style, said in parts if said)


def _blocks(blocks: Iterable[Block], story: Story, setting: Setting) -> Iterator[Piece]:
    for block, following in zip_longest(blocks := tuple(blocks), blocks[1:]):
        match block:
            case Heading():
                yield _heading(block, story)
            case Paragraph():
                yield _paragraph(block, story, setting)
            case List():
                pieces = _list(block, story, setting)
                goes_on = following is not None and not isinstance(following, Heading)
                yield from _set_off(pieces, story.manuscript.style.texts.body.after) if goes_on else pieces
            case Table():
                yield from table(block, story, setting.indent)
            case Facts():
                yield from facts(block, story, setting.indent)
            case Quote():
                yield from _quote(block, story, setting)
            case Callout():
                yield from _callout(block, story, setting)
            case Figure():
                yield from _figure(block, story, setting)
            case Contents():
                yield from contents(block, story, setting.numbers, setting.pages)
            case PageBreak():
                yield Turn()
            case _:
                assert_never(block)


def _heading(heading: Heading, story: Story) -> Para:
    """A heading. Sections and annexes are numbered by their style; any other number is written out."""
    said = runs(heading.children, story)
    numbered = bool(heading.number)
    match heading.kind, heading.level:
        case "section", level if numbered:
            style = f"Heading{level}" if level == 1 else f"Heading{level}Numbered"
        case "annex", 1 if numbered:
            style = "AnnexHeading"
        case "part", 1 if numbered:
            style = "PartHeading"
        case _, level:
            style = "Heading1Plain" if level == 1 else f"Heading{level}"
            said = words(f"{heading.number} ") + said if numbered else said
    return Para(Layout(style=style), story.manuscript.bookmarks.around(heading.id, said))


def _paragraph(block: Paragraph, story: Story, setting: Setting) -> Para:
    """A paragraph. In the body text its style numbers it; elsewhere a number is written out."""
    style = "SmallPrint" if block.role == "small" and not setting.box else setting.body
    numbered = bool(block.number) and style == "BodyText" and not setting.depth
    left = setting.indent + (QUOTE if style == "Quote" else 0) if setting.depth else None
    announces = True if inline_text(block.children).rstrip().endswith(":") else None
    said = runs(block.children, story) if numbered else _written_out(block, story)
    said = story.manuscript.bookmarks.around(block.id, said)
    style = "NumberedParagraph" if numbered else style
    return Para(Layout(style=style, left=left, keep_next=announces), said)


def _written_out(block: Paragraph, story: Story) -> str:
    number = words(f"{block.number} ") if block.number else ""
    return number + runs(block.children, story)


def _list(block: List, story: Story, setting: Setting) -> Iterator[Piece]:
    numbering = story.manuscript.lists.begin(block.kind, setting.depth, boxed=bool(setting.box))
    indent = text_indent(block.kind, numbering.level, story.manuscript.style, boxed=bool(setting.box))
    body = "SmallPrint" if block.kind == "source" else "ListContinue" if setting.body == "BodyText" else setting.body
    inside = replace(setting, body=body, depth=setting.depth + 1, indent=indent)
    for item in block.children:
        yield from _item(item, _item_layout(block, numbering, setting), story, inside)


def _set_off(pieces: Iterable[Piece], space: float) -> Iterator[Piece]:
    """The pieces, the last with `space` below it, where it is a paragraph: an item or a line of a box has less."""
    *others, last = pieces
    yield from others
    yield replace(last, layout=replace(last.layout, after=space)) if isinstance(last, Para) else last


def _item_layout(block: List, numbering: Numbering, setting: Setting) -> Layout:
    """The style says which list, save where lists start again or go deeper than Word's styles do."""
    if setting.box:
        return Layout(style=f"{setting.box}List", numbering=numbering)
    if block.kind == "source":
        style = "SourceList"
    else:
        end = str(min(numbering.level, 2) + 1) if numbering.level else ""
        style = ("ListBullet" if block.kind == "bullet" else "ListNumber") + end
    return Layout(style=style, numbering=None if is_styled(block.kind, numbering) else numbering)


def _item(item: Item, layout: Layout, story: Story, setting: Setting) -> Iterator[Piece]:
    """The first paragraph bears the label, and stays with a list that follows it in the item.

    Where an item begins with anything else, the label stands alone.
    """
    first, *rest = item.children or (Paragraph(()),)
    if not isinstance(first, Paragraph):
        first, rest = Paragraph(()), list(item.children)
    bookmarks = story.manuscript.bookmarks
    said = bookmarks.around(item.id, bookmarks.around(first.id, _written_out(first, story)))
    announces = True if rest and isinstance(rest[0], List) else layout.keep_next
    yield Para(replace(layout, keep_next=announces), said)
    yield from _blocks(rest, story, setting)


def _quote(block: Quote, story: Story, setting: Setting) -> Iterator[Piece]:
    yield from _blocks(block.children, story, replace(setting, body=setting.body if setting.box else "Quote"))
    if block.attribution:
        yield Para(Layout(style="Attribution"), runs(block.attribution, story))


def _figure(block: Figure, story: Story, setting: Setting) -> Iterator[Piece]:
    """A caption above, where there is one, and the drawing on a line of its own; in a box, both in the box's styles."""
    around = story.manuscript.bookmarks.around
    if block.caption:
        style = f"{setting.box}Title" if setting.box else "Caption"
        yield Para(Layout(style=style), around(block.id, runs(block.caption, story)))
    room = story.manuscript.style.page.measure - setting.indent - (INSET if setting.box else 0)
    drawn = around(block.id, picture(block.drawing, block.alt, story, room))
    if setting.box:
        yield Para(Layout(style=f"{setting.box}Text"), drawn)
    else:
        yield Para(Layout(style="Figure", left=setting.indent or None), drawn)


def _callout(block: Callout, story: Story, setting: Setting) -> Iterator[Piece]:
    """A box, kept on one page, or the key points, which have a title and no box.

    Key points may go on to the next page: in wider letters than ours they would else leave most of the first empty.
    """
    box = _BOXES.get(block.kind, "")
    inside = replace(setting, body=f"{box}Text", box=box, indent=INSET) if box else setting
    pieces: list[Piece] = []
    if block.title:
        pieces.append(Para(Layout(style=f"{box or 'KeyPoints'}Title"), runs(block.title, story)))
    pieces += _blocks(block.children, story, inside)
    if not box:
        yield from pieces
        return
    pieces = [replace(p, box=box, opens=not n) if isinstance(p, Para) else p for n, p in enumerate(pieces)]
    yield from kept_together(list(_set_off(pieces, _BELOW_BOX)))
