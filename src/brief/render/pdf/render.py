"""The path from tree and style to a PDF, on one screen."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from brief.render.pdf.blocks import story
from brief.render.pdf.box import Box
from brief.render.pdf.canvas import TaggedCanvas
from brief.render.pdf.chrome import Chrome
from brief.render.pdf.front import title_blocks, write_notes
from brief.render.pdf.inline import Setter
from brief.render.pdf.letterhead import Room, room
from brief.render.pdf.levels import without_jumps
from brief.render.pdf.metadata import metadata_of
from brief.render.pdf.pages import Frame
from brief.render.pdf.paginate import beyond, paginate
from brief.render.pdf.part import FootNote
from brief.render.pdf.setting import Setting
from brief.render.pdf.table import row_places
from brief.render.pdf.typecase import Typecase
from brief.render.rendered import Rendered
from brief.tree import Table
from brief.walk import blocks, ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.style import Style
    from brief.tree import Document


_SLACK = 0.01  # points that count for nothing


def render(document: Document, style: Style, *, limit: float = 0) -> Rendered:
    """The document as a PDF that meets PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    A character that no face of the style has is a problem `glyph` at the place of its words, and is drawn as "?".
    `Rendered.pages` maps the ids of headings, paragraphs, tables, figures and items to the page on which each begins,
    and `ID/3` that of the fourth row of a table. `limit` is the number of pages that `Rendered.over` is asked for.
    """
    typecase = Typecase(style)
    canvas = TaggedCanvas(style.page, document.language)
    places = tuple(_places(document))
    notes = {note.id: FootNote(number) for number, note in enumerate(document.notes, 1)}
    setter = Setter(typecase, style, document.language, frozenset(places), notes)
    setting = Setting(setter, canvas.root, style.texts.body)
    white = [Room(height)] if (height := room(style)) else []
    body = [*white, *title_blocks(document, setting), *story(without_jumps(document.children), setting)]
    write_notes(document.notes, notes.values(), setting)
    frame = Frame(style.page.left, style.page.bottom, style.page.measure, style.page.height - style.page.top)
    chrome = Chrome(document, style, typecase)
    laid_out = paginate(body, notes.values(), frame)
    for page in laid_out:
        chrome.draw(canvas)
        page.draw(canvas, frame.x, style.colours.hairline)
        canvas.showPage()
    content = canvas.finish(metadata_of(document, style.scheme), lambda: typecase.fonts)
    pages = {name: canvas.places[name][0] for name in places if name in canvas.places}
    boxes = [block for block in body if isinstance(block, Box) and block.kind]
    lines = {box.kind: box.lines for box in sorted(boxes, key=lambda box: box.lines)}
    ends = {box.kind: box.ends_on for box in boxes}
    over = 0
    if limit and canvas.page_count > limit:
        points = beyond(body, notes.values(), frame, limit)
        over = max(ceil((points - _SLACK) / style.texts.body.leading), int(canvas.page_count > ceil(limit)))
    return Rendered(content, canvas.page_count, pages, lines, ends, over, typecase.problems)


def _places(document: Document) -> Iterator[str]:
    """Every id that a link may lead to, and what the rows of tables are called."""
    yield from ids(document)
    for block in blocks(document.children):
        if isinstance(block, Table):
            yield from row_places(block)
