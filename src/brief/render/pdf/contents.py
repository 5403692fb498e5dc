"""The list of contents: each entry leads to its heading and ends in the number of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.pdf.structure import Element
from brief.render.pdf.text import Tail
from brief.tree import Text as Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.render.pdf.setting import Setting
    from brief.render.pdf.text import Text
    from brief.tree import Contents, Entry

_INDENT = 16.0


def contents_blocks(contents: Contents, setting: Setting) -> Iterator[Text]:
    """The title, which is no heading of the document, and a line an entry."""
    if contents.title:
        title = setting.text("P", contents.title, setting.style.texts.heading2)
        title.keep_next = True
        yield title
    if contents.children:
        table = Element("TOC", setting.parent)
        for number, entry in enumerate(contents.children, 1):
            line = _entry(entry, setting.under(Element("TOCI", table), left=_INDENT * (entry.level - 1)))
            if number == len(contents.children):
                line.after = max(line.after, setting.style.texts.body.after * 2)
            line.keep_next = number in (1, len(contents.children) - 1)
            yield line


def _entry(entry: Entry, setting: Setting) -> Text:
    style, setter = setting.style.texts.contents, setting.setter
    reference = Element("Reference", setting.parent)
    if entry.target not in setter.places:
        return setting.lines(setter.runs(entry.children, style, reference), reference, style)
    line = setting.lines(setter.linked(entry.children, style, reference, entry.target), reference, style)
    number = Element("Reference", setting.parent)
    run = setter.linked((Words("0"),), style, number, entry.target)[0]
    line.tail = Tail(run, entry.target, setting.style.colours.hairline)
    return line
