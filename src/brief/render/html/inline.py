"""Inlines to HTML: words, weight, links, marks of notes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, assert_never

from brief.render.html.escape import address, anchor, attribute, text
from brief.tree import Badge, Break, Code, Emphasis, Link, NoteRef, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.place import Place
    from brief.tree import Inline

_WORD = re.compile(r"(\s+)")
_HOST = re.compile(r".*?://[^/?#]*[/?#]?")
_SIGN = re.compile(r"(?<=[/._?&=#-])(?=[^/._?&=#-])")
_ADDRESSES = ("http://", "https://", "mailto:")


class Citations:
    """How often each note has been cited so far: every mark has an id, to which its note leads back.

    With `origins`, words of the data say where they stand: see `_origin`.
    """

    def __init__(self, *, origins: bool = False) -> None:
        self._counts: dict[int, int] = {}
        self.origins = origins

    def cite(self, number: int) -> str:
        """The id of one more mark of note `number`."""
        self._counts[number] = count = self._counts.get(number, 0) + 1
        return _mark_id(number, count)

    def of(self, number: int) -> tuple[str, ...]:
        """The ids of the marks of note `number`, in order."""
        return tuple(_mark_id(number, count) for count in range(1, self._counts.get(number, 0) + 1))


def _mark_id(number: int, count: int) -> str:
    return f"_mark-{number}" if count == 1 else f"_mark-{number}-{count}"


def note_id(number: int) -> str:
    """The id of note `number`."""
    return f"_note-{number}"


def inlines(children: Iterable[Inline], citations: Citations, *, linked: bool = False) -> str:
    """A run of inlines. Inside a link (`linked`) no other link begins."""
    return "".join(part for child in children for part in _inline(child, citations, linked=linked))


def _inline(child: Inline, citations: Citations, *, linked: bool) -> Iterator[str]:
    match child:
        case Text():
            said = f' lang="{attribute(child.language)}"' if child.language else ""
            yield _span(_breakable(child.text), said + written(child.text, child.origins, citations))
        case Strong():
            yield f"<strong>{inlines(child.children, citations, linked=linked)}</strong>"
        case Emphasis():
            yield f"<em>{inlines(child.children, citations, linked=linked)}</em>"
        case Code():
            yield f"<code{written(child.text, child.origins, citations)}>{_breakable(child.text)}</code>"
        case Link():
            yield _link(child, citations, linked=linked)
        case NoteRef():
            yield _note_ref(child, citations, linked=linked)
        case Badge():
            yield f'<span class="badge {child.kind}">{inlines(child.children, citations, linked=linked)}</span>'
        case Break():
            yield "<br>"
        case _:
            assert_never(child)


def _span(words: str, attributes: str) -> str:
    return f"<span{attributes}>{words}</span>" if attributes else words


def written(words: str, origins: tuple[Place, ...], citations: Citations) -> str:
    """The attribute that says where words are written: a list in JSON of file, line, column and field.

    Signs between words have none: nobody looks for them.
    """
    if not origins or not citations.origins or not any(map(str.isalnum, words)):
        return ""
    told = [(place.file, place.line, place.column, place.path) for place in origins]
    return f' data-origins="{attribute(json.dumps(told, ensure_ascii=False))}"'


def _breakable(words: str) -> str:
    """Words; in addresses, lines may end behind signs of what follows the host. `wbr` is no text."""
    if "://" not in words:
        return text(words)
    return "".join(map(_broken, _WORD.split(words)))


def _broken(word: str) -> str:
    host = _HOST.match(word)
    return "<wbr>".join(map(text, filter(None, (host[0], *_SIGN.split(word[host.end() :]))))) if host else text(word)


def _link(link: Link, citations: Citations, *, linked: bool) -> str:
    """A link to an address or a block. What is neither stays words: no other scheme ever becomes an address."""
    if linked:
        return inlines(link.children, citations, linked=True)
    words = inlines(link.children, citations, linked=True)
    if link.target.startswith("#"):
        return f'<a href="#{anchor(link.target[1:])}">{words}</a>'
    if link.target.lower().startswith(_ADDRESSES):
        return f'<a href="{address(link.target)}">{words}</a>'
    return words


def _note_ref(mark: NoteRef, citations: Citations, *, linked: bool) -> str:
    """The mark of a note, role doc-noteref (DPUB-ARIA 1.1)."""
    place = citations.cite(mark.number)
    if linked:
        return f'<sup class="mark" id="{place}">{mark.number}</sup>'
    link = f'<a role="doc-noteref" id="{place}" href="#{note_id(mark.number)}">{mark.number}</a>'
    return f'<sup class="mark">{link}</sup>'
