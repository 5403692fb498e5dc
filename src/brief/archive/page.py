"""The words of a web page, in paragraphs.

All that a reader of the page can read is kept, menus too: what is taken for clutter might hold the quotation. Python's
own parser reports tags and words as they come, which is all that a text asks for, in time linear in the page; builders
of a tree of HTML5 need quadratic time for elements nested without end.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
))  # fmt: skip
"""Elements that begin and end lines of their own (HTML Standard, 15.3.3 Flow content, 15.3.7 and 15.3.8)."""

_CELLS = frozenset(("td", "th"))
_UNREAD = frozenset(("script", "style", "template", "noscript", "svg"))
"""Elements whose content no reader sees."""

_SPACES = re.compile(r"[ \t\n\r\f]+")


class _Page(HTMLParser):
    """Collects words and line ends; `unread` is the open element whose content is left out, and how often it is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread: tuple[str, int] = ("", 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        """Begin a line, or what is not read."""
        name, depth = self.unread
        if depth:
            self.unread = (name, depth + (tag == name))
        elif tag in _UNREAD:
            self.unread = (tag, 1)
        else:
            self.mark(tag, opening="“")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<svg/>` has no content; of other elements, HTML takes no notice of the slash."""
        if tag != "svg":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is not read."""
        name, depth = self.unread
        if depth:
            self.unread = (name, depth - (tag == name))
        else:
            self.mark(tag, opening="”")

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the parser's
        """`<![…` is a comment in HTML (HTML Standard, 13.2.5.42); the parser would take it for SGML's."""
        return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self.unread[1]:
            self.parts.append(_SPACES.sub(" ", data))

    def mark(self, tag: str, *, opening: str) -> None:
        """What a tag does to the words about it."""
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append(" ")
        elif tag == "q":
            self.parts.append(opening)


def words_of(page: str) -> str:
    """The text of a page, one paragraph a line and an empty line between two."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
