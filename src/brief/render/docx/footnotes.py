"""True footnotes, in a part of their own that python-docx does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.docx.escape import DECLARATION, DRAWING, R, W
from brief.render.docx.paragraph import Layout, paragraph
from brief.render.docx.run import MARK, runs

if TYPE_CHECKING:
    from brief.render.docx.story import Story
    from brief.tree import Document, Note


def footnotes_xml(document: Document, story: Story) -> str:
    """`footnotes.xml`: the two separators that `settings.xml` names, then the notes from 1 (17.11.10)."""
    notes = "".join(_note(number, note, story) for number, note in enumerate(document.notes, 1))
    return (
        f"{DECLARATION}<w:footnotes {W} {R} {DRAWING}>{_separator('separator', -1)}"
        f"{_separator('continuationSeparator', 0)}{notes}</w:footnotes>"
    )


def _separator(kind: str, number: int) -> str:
    rule = paragraph(Layout(style="FootnoteSeparator"), f"<w:r><w:{kind}/></w:r>")
    return f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>'


def _note(number: int, note: Note, story: Story) -> str:
    mark = f"<w:r>{MARK}<w:footnoteRef/></w:r><w:r><w:tab/></w:r>"
    return (
        f'<w:footnote w:id="{number}">'
        f"{paragraph(Layout(style='FootnoteText'), mark + runs(note.children, story))}</w:footnote>"
    )
