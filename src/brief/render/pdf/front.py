"""What stands before the blocks of a document and after them: its title, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.pdf.structure import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.render.pdf.part import FootNote
    from brief.render.pdf.setting import Setting
    from brief.render.pdf.text import Text
    from brief.tree import Document, Note

_NOTE_INDENT = 11.0


def title_blocks(document: Document, setting: Setting) -> Iterator[Text]:
    """Kicker, title and subtitle. The title is no heading: headings are the sections'."""
    texts = setting.style.texts
    parts = (
        ("P", document.kicker, texts.kicker),
        ("Title", document.title, texts.title),
        ("P", document.subtitle, texts.subtitle),
    )
    for tag, children, style in parts:
        if children:
            text = setting.text(tag, children, style)
            text.keep_next = True
            yield text


def write_notes(notes: Iterable[Note], foot_notes: Iterable[FootNote], setting: Setting) -> None:
    """Give each foot note its text: its number, which leads back to the mark, and its words.

    In the structure tree the notes stand at the end, in order: who hears the text is led to them and back by links.
    """
    style, setter = setting.style.texts.note, setting.setter
    for note, foot_note in zip(notes, foot_notes, strict=True):
        number = foot_note.number
        element = Element("Note", setting.parent, identity=f"note-{number}")
        mark = Element("Lbl", element)
        text = setting.under(element, left=_NOTE_INDENT).text("P", note.children, style)
        text.label = setter.mark(number, style, mark, f"mark {number}", "")
        text.label_element = mark
        text.before, text.after, text.below = 0, 0, style.after
        text.places = (f"note {number}",)
        foot_note.text = text
