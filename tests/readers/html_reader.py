"""An HTML brief, read back: a strict reader that shares nothing with the renderer but the conventions named here.

- Elements of class `running` (the skip link, markings, running lines) hold no words of the brief; nor does the head.
- Labels of lists are markers that a browser makes from CSS, so they are reckoned here as it would: an `ol` counts "1.",
  an `ol` of class `source` counts "[1]" where the style sheet gives it the brackets, notes are marked `^1`.
- An `svg` is a picture: what it shows is its name, and the words drawn in it are none of the text.
- `sup.mark` is the mark of a note. Links back hold no text.

Every tag must be known and closed in its order: an element that came out of the data would be refused or change a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from readers.reading import Reading, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

EMPTY = frozenset({"meta", "br", "col", "wbr"})
INLINE = frozenset({"a", "code", "em", "span", "strong", "sup"})
BLOCK = frozenset(
    (
        *("html", "body", "main", "header", "footer", "section", "nav", "aside", "figure", "blockquote", "figcaption"),
        *("div", "p", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "dl", "dt", "dd"),
        *("svg", "line", "rect", "circle", "text"),
        *("table", "caption", "colgroup", "thead", "tbody", "tr", "th", "td"),
    )
)
UNREAD = frozenset({"head", "title", "style", "svg"})
BRACKETS = "ol.source { list-style-type: bracketed"


@dataclass
class Element:
    """A tag, its attributes, and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and every one below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        """Every element of these tags, in order."""
        return [element for element in self.walk() if element.tag in tags]

    def is_of(self, name: str) -> bool:
        """Whether it is of a class."""
        return name in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """All text below it, as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY | INLINE | BLOCK | UNREAD:
            message = f"<{tag}> is no tag of a brief"
            raise ValueError(message)
        if len({name for name, _ in attributes}) != len(attributes):
            message = f"<{tag}> has an attribute twice"
            raise ValueError(message)
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            message = f"</{tag}> closes <{self.open[-1].tag}>"
            raise ValueError(message)
        self.open.pop()

    def handle_data(self, words: str) -> None:
        self.open[-1].children.append(words)

    def handle_comment(self, words: str) -> None:
        message = f"a comment: {words}"
        raise ValueError(message)


def parse_html(content: bytes) -> Element:
    """The root element. Raises ValueError where a tag is unknown, or closed out of its order."""
    builder = _Builder()
    builder.feed(content.decode("utf-8"))
    builder.close()
    if builder.open != [builder.root]:
        message = f"<{builder.open[-1].tag}> is not closed"
        raise ValueError(message)
    (html,) = (child for child in builder.root.children if isinstance(child, Element))
    return html


def read_html(content: bytes) -> Reading:
    """What a reader of the page reads."""
    html = parse_html(content)
    brackets = BRACKETS in "".join(style.text for style in html.all("style"))
    notes = [item for section in html.all("section") if _is_notes(section) for item in section.all("li")]
    return Reading(
        words=tuple("".join(_spoken(html, brackets=brackets)).split()),
        outline=tuple((int(heading.tag[1]) - 1, _line(heading)) for heading in html.all("h2", "h3", "h4", "h5")),
        tables=tuple(
            tuple(tuple(_line(cell) for cell in row.all("th", "td")) for row in table.all("tr"))
            for table in html.all("table")
        ),
        notes=tuple(map(_line, notes)),
        figures=tuple(one_line(_told(picture)) for picture in html.all("svg")),
    )


def _told(picture: Element) -> str:
    assert picture.attributes["role"] == "img"
    return picture.attributes["aria-label"]


def _is_notes(element: Element) -> bool:
    return element.attributes.get("role") == "doc-endnotes"


def _line(element: Element) -> str:
    """The words of an element without marks of notes."""
    return one_line("".join(_spoken(element, marks=False)))


def _spoken(element: Element, *, marks: bool = True, brackets: bool = False, notes: bool = False) -> Iterator[str]:
    """The words of an element in order; `notes` inside the list of notes, whose labels are marks."""
    notes = notes or _is_notes(element)
    label = "[{}]" if brackets and element.is_of("source") else "{}."
    count = 0
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag in UNREAD or child.is_of("running"):
            pass
        elif child.tag == "sup":
            assert child.is_of("mark")
            yield f" ^{child.text} " if marks else ""
        else:
            edge = "" if child.tag in INLINE or child.tag == "wbr" else " "
            yield edge
            if element.tag == "ol":
                count += 1
                yield f"^{count} " if notes else f"{label.format(count)} "
            yield from _spoken(child, marks=marks, brackets=brackets, notes=notes)
            yield edge
