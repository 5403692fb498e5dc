"""The nodes of the tree, from the words up to the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from brief.place import Place
    from brief.tree.shapes import Drawing

# ---- inline ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are printed; `origins` are where they are written, `language` differs from the document's.

    The data hold them, in several places where they were made of others, or the template and its labels.
    """

    text: str
    origins: tuple[Place, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words stressed, or a title of a work."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Words to be typed or found as they stand."""

    text: str
    origins: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`: an address (http, https, mailto) or `#id` of a block of this document."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a note of `Document.notes`; `number` is its place there, from 1."""

    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Badge:
    """A word of status; its kind is also shown by a coloured dot that is no word."""

    kind: Literal["open", "moving", "closed"]
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph or cell."""


Inline = Text | Strong | Emphasis | Code | Link | NoteRef | Badge | Break

# ---- block -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a section. `number` is printed before the words, as it stands: "2", "Annex A", "Part 1".

    A part is a whole brief in a book: its sections are of level 2, and what is of level 3 in a brief is of level 4.
    """

    level: Literal[1, 2, 3, 4]
    children: tuple[Inline, ...]
    id: str = ""
    number: str = ""
    kind: Literal["section", "annex", "plain", "part"] = "plain"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text, or of small print. `number` is printed before the words, as it stands: "12."."""

    children: tuple[Inline, ...]
    role: Literal["body", "small"] = "body"
    id: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; a source list's items carry the id that links lead to."""

    children: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list: bullets; numbers "1."; or sources, whose labels are "[1]"."""

    kind: Literal["bullet", "number", "source"]
    children: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `header` marks the cell that names its row."""

    children: tuple[Inline, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, as many as the table has columns; `head` rows name the columns."""

    children: tuple[Cell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """How a column stands: `share` of the width (0: by its content) and side of its words."""

    share: int = 0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one head. The caption stands above; `description` names the table to those who hear it."""

    children: tuple[Row, ...]
    columns: tuple[Column, ...]
    caption: tuple[Inline, ...] = ()
    description: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value."""

    term: tuple[Inline, ...]
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values: the header block of a brief, a list of facts, or the list of abbreviations."""

    kind: Literal["header", "list", "abbreviations"]
    children: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody, set apart, and who said them."""

    children: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """A box with a title: the bottom line, the key points, a note, a warning."""

    kind: Literal["bottom-line", "key-points", "note", "warning"]
    title: tuple[Inline, ...]
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing under its caption. `alt` says what it shows; the words drawn in it are no words of the text."""

    drawing: Drawing
    alt: str
    caption: tuple[Inline, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the words of the heading `target`, its number before them."""

    level: Literal[1, 2, 3]
    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents, down to headings of `level`; `polish` fills it in, or takes it out of a short document."""

    title: tuple[Inline, ...]
    children: tuple[Entry, ...] = ()
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | List | Table | Facts | Quote | Callout | Figure | Contents | PageBreak

# ---- root ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of the page that cites it first."""

    id: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """The lines at the head and foot of every page; `page` is a pattern such as "Page {page} of {pages}".

    `draft` says that this is no finished brief. Page 1 has it alone, the others before their head.
    """

    head: str = ""
    foot: str = ""
    page: str = ""
    draft: str = ""

    @property
    def full_head(self) -> str:
        """The head of a page that is not the first."""
        return " · ".join(words for words in (self.draft, self.head) if words)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole brief. `language` is a BCP 47 tag, `date` (ISO 8601) dates the file, `marking` stands on every page."""

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    kicker: tuple[Inline, ...] = ()
    subtitle: tuple[Inline, ...] = ()
    language: str = "en-GB"
    marking: str = ""
    running: Running = Running()
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""


Node = Inline | Block | Item | Row | Cell | Fact | Entry | Note | Document
