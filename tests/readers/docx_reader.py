"""Reads a Word document as Word shows it: words in order, automatic numbers reckoned, marks of notes as they come.

Words in text boxes of drawings are no part of the text; what a drawing shows is its description.

It knows nothing of the renderer but the name of its table style: numbers come from styles.xml and numbering.xml, the
number of a note from the order in which the body refers to them. Running lines and page numbers are left out.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from readers.docx_numbers import Numbers, value
from readers.reading import Reading, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "BriefTable"


def part(content: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return ET.fromstring(package.read(name))


def read_docx(content: bytes) -> Reading:
    """What a reader of the document reads."""
    story = _Story(Numbers(part(content, "word/styles.xml"), part(content, "word/numbering.xml")))
    body = part(content, "word/document.xml").find(f"{W}body")
    assert body is not None
    said = list(story.lines(body))
    notes = {note.get(f"{W}id"): note for note in part(content, "word/footnotes.xml") if not note.get(f"{W}type")}
    in_order = [notes[id_] for id_ in (*story.cited, *(id_ for id_ in notes if id_ not in story.cited))]
    said += [f"^{number} {story.text(note)}" for number, note in enumerate(in_order, 1)]
    return Reading(
        words=tuple(" ".join(said).split()),
        outline=tuple(story.outline),
        tables=tuple(story.tables),
        notes=tuple(one_line(story.text(note, marks=False)) for note in in_order),
        figures=tuple(one_line(alt) for drawn in body.iter(f"{WP}docPr") if (alt := drawn.get("descr"))),
    )


def _undrawn(parent: ET.Element) -> Iterator[ET.Element]:
    """`parent` and what is below it, in order, but for what drawings hold."""
    if parent.tag != f"{W}drawing":
        yield parent
        for child in parent:
            yield from _undrawn(child)


@dataclass(slots=True)
class _Story:
    numbers: Numbers
    cited: list[str | None] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    tables: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def lines(self, parent: ET.Element) -> Iterator[str]:
        """The paragraphs under `parent` in order, each behind its label."""
        for child in parent:
            match child.tag.removeprefix(W):
                case "p":
                    yield self.paragraph(child)
                case "tbl":
                    yield from self.table(child)
                case "sdt" | "sdtContent":
                    yield from self.lines(child)
                case other:
                    assert other in ("sectPr", "sdtPr"), other

    def paragraph(self, paragraph: ET.Element) -> str:
        label = self.numbers.label(paragraph)
        level = self.numbers.outline_level(value(paragraph, "pPr/pStyle"))
        if level is not None:
            self.outline.append((level, one_line(f"{label} {self.text(paragraph, marks=False)}")))
        return f"{label} {self.text(paragraph)}"

    def table(self, table: ET.Element) -> Iterator[str]:
        rows = []
        for row in table.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            rows.append(
                tuple(one_line(" ".join(self.text(p, marks=False) for p in cell.iter(f"{W}p"))) for cell in cells)
            )
            for cell in cells:
                yield from (self.paragraph(p) for p in cell.iter(f"{W}p"))
        if value(table, "tblPr/tblStyle") == TABLE:
            self.tables.append(tuple(rows))

    def text(self, parent: ET.Element, *, marks: bool = True) -> str:
        """The words under `parent`; a mark of a note is a word of its own."""
        return "".join(self._pieces(parent, marks=marks))

    def _pieces(self, parent: ET.Element, *, marks: bool) -> Iterator[str]:
        for element in _undrawn(parent):
            instruction = self.fields[-1].split()[0] if self.fields and self.fields[-1] else ""
            match element.tag.removeprefix(W):
                case "fldChar":
                    self._turn(element.get(f"{W}fldCharType"))
                case "instrText":
                    self.fields[-1] += element.text or ""
                case "t" if instruction == "NOTEREF":
                    yield f" ^{element.text} " if marks else ""
                case "t" if instruction != "PAGEREF":
                    yield element.text or ""
                case "tab" | "br":
                    yield " "
                case "footnoteReference":
                    yield self._mark(element.get(f"{W}id")) if marks else ""
                case _:
                    pass

    def _turn(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append("")
        elif kind == "end":
            self.fields.pop()

    def _mark(self, id_: str | None) -> str:
        """The number of a note is the place of its mark among the marks."""
        assert id_ not in self.cited, "a footnote has one mark; others are fields"
        self.cited.append(id_)
        return f" ^{len(self.cited)} "
