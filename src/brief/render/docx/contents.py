"""The list of contents: Word's own table of contents, filled in, so that it stands there without being asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.render.docx.field import END, begin, field
from brief.render.docx.flow import Block, Para
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import runs
from brief.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brief.render.docx.flow import Piece
    from brief.render.docx.story import Story
    from brief.tree import Contents, Entry

_TAB = "<w:r><w:tab/></w:r>"


def contents(block: Contents, story: Story, numbers: Mapping[str, str], pages: Mapping[str, int]) -> Iterator[Piece]:
    """A content control that Word knows as a table of contents, around a field with its result (17.16.5.68).

    `numbers` are those of sections, by id. Without `pages` the result has no page numbers: Word lays out its own pages,
    and puts their numbers in when its reader updates the field.
    """
    story = replace(story, cites=False)
    if not block.children:
        if block.title:
            yield Para(Layout(style="TOCHeading"), runs(block.title, story))
        return
    deepest = max(entry.level for entry in block.children)
    field_begins = begin(f'TOC \\o "1-{deepest}" \\h \\z \\u')
    entries = [_entry(entry, story, numbers, pages) for entry in block.children]
    entries[0] = field_begins + entries[0]
    entries[-1] += END
    last = block.children[-1]
    lines = [  # all on one page, where one can hold them
        (Layout(style=f"TOC{entry.level}", keep_next=entry is not last or None), content)
        for entry, content in zip(block.children, entries, strict=True)
    ]
    if block.title:
        lines.insert(0, (Layout(style="TOCHeading"), runs(block.title, story)))
    number = story.manuscript.next_contents()
    (first, content), *others = lines
    turned = [(replace(first, page_break=True, before=0), content), *others]
    yield Block("contents", _control(number, lines), _control(number, turned))


def _control(number: int, lines: Iterable[tuple[Layout, str]]) -> str:
    paragraphs = "".join(paragraph(layout, content) for layout, content in lines)
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )


def _entry(entry: Entry, story: Story, numbers: Mapping[str, str], pages: Mapping[str, int]) -> str:
    """Number, words and page of a heading, under one link."""
    bookmark = story.manuscript.bookmarks.name(entry.target)
    line = _words(entry, numbers.get(entry.target, ""), story)
    if bookmark and entry.target in pages:
        line += _TAB + field(f"PAGEREF {bookmark} \\h", str(pages[entry.target]))
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{line}</w:hyperlink>' if bookmark else line


def _words(entry: Entry, number: str, story: Story) -> str:
    """The words of an entry; the number of a section stands before a tab, as Word itself sets it."""
    first, *rest = entry.children or (Text(""),)
    if number and isinstance(first, Text) and first.text.startswith(f"{number} "):
        title = (replace(first, text=first.text[len(number) + 1 :]), *rest)
        return runs((replace(first, text=number),), story) + _TAB + runs(title, story)
    return runs(entry.children, story)
