"""Bookmarks: what links, contents and repeated marks of notes lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.walk import ids

if TYPE_CHECKING:
    from brief.tree import Document

_LONGEST = 40  # Word refuses longer names


class Bookmarks:
    """Names of the document's ids, valid in Word and unique without regard to case, each set once."""

    def __init__(self, document: Document) -> None:
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for id_ in ids(document):
            if id_ not in self._names:
                name = _free(_valid(id_), taken)
                taken.add(name.lower())
                self._names[id_] = name
        self._set: set[str] = set()

    def name(self, id_: str) -> str | None:
        """The name of the bookmark of this id, or nothing where the document has no such id."""
        return self._names.get(id_)

    def around(self, id_: str, content: str) -> str:
        """`content` under the bookmark of this id; as it is where there is none, or where it stands already."""
        name = self._names.get(id_)
        return self.named(name, content) if name else content

    def named(self, name: str, content: str) -> str:
        """`content` under a bookmark of this name, the first time it is asked for."""
        if name in self._set:
            return content
        self._set.add(name)
        number = len(self._set)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _valid(id_: str) -> str:
    """Letters, digits and low lines; it begins with a letter, for Word hides what begins with a low line."""
    name = "".join(c if c.isascii() and c.isalnum() else "_" for c in id_)
    return (name if name[0].isalpha() else f"b{name}")[:_LONGEST]


def _free(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate.lower() in taken:
        number += 1
        end = f"_{number}"
        candidate = name[: _LONGEST - len(end)] + end
    return candidate
