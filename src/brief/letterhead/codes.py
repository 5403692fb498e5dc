"""Codes of fields: those that show what the document knows stay; others read files, ask questions or start programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from brief.letterhead.names import W, value

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS: Final = re.compile(r"(https?://|mailto:)[!#-;=?-Z_a-z~%\[\]]+", re.IGNORECASE)
"""Where a link may lead: printable ASCII without what no address holds (RFC 3986, 2)."""

_SHOWING: Final = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "REF", "SEQ", "SYMBOL", "DATE", "TIME"),
        *("CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "FILENAME", "DOCPROPERTY"),
    )
)
"""ECMA-376 Part 1, 17.16.5."""

_LEADING: Final = re.compile(rf'HYPERLINK\s+"?{ADDRESS.pattern}"?(\s+\\o\s+"[^"\\]*")?', re.IGNORECASE)


def only_shows(paragraph: Any) -> bool:
    """Whether every field of a paragraph begins and ends in it, and does no more than to show or to lead somewhere."""
    return all(map(_shows, _codes(paragraph)))


def _codes(paragraph: Any) -> Iterator[str]:
    """The code of each field, without those of fields within it; an empty one for what is no whole field."""
    open_: list[str] = []
    for element in paragraph.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        match element.tag.removeprefix(W), value(element, "fldCharType"):
            case "fldSimple", _:
                yield value(element, "instr")
            case "fldChar", "begin":
                open_.append("")
            case "fldChar", "end":
                yield open_.pop() if open_ else ""
            case "instrText", _ if open_:
                open_[-1] += element.text or ""
            case "instrText", _:
                yield ""
    yield from ("" for _ in open_)


def _shows(code: str) -> bool:
    name = next(iter(code.upper().split()), "")
    return name in _SHOWING or _LEADING.fullmatch(code.strip()) is not None
