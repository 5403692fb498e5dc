"""What the text of a scalar means where a text, a day, a number, a choice or a yes or no is asked for.

The field's type decides, never the looks: `no`, `012` and `1:30` are words where words are asked for.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brief.event.characters import UNPRINTABLE, one_line, refused, shown
from brief.event.day import Day
from brief.event.nodes import Long, Scalar
from brief.place import Count, Passage, Words
from brief.problem import TYPOGRAPHIC, nearest

if TYPE_CHECKING:
    from brief.event.forms import Form
    from brief.event.nodes import Node
    from brief.place import Place


@dataclass(frozen=True, slots=True)
class Meaningless:
    """What is wrong with a scalar that is not what is asked for: the code, message and hint of a problem."""

    code: str
    message: str
    hint: str = ""


NEVER_EMPTY = {
    "sources": Meaningless("no-source", "needs at least one source", "cite one: sources: [P01]"),
    "updates": Meaningless("empty", "needs at least one update", "the first says how it came up"),
    "claims": Meaningless("empty", "needs at least one claim", "say what it said or did, or take it out"),
}
"""Lists that may not be left empty, and what is told where they are."""


def words(text: str, place: Place) -> Words | Meaningless:
    """A text, as one line (`characters.one_line`), in Normalization Form C (Unicode Standard Annex 15).

    Some systems write é as two characters, e and an accent; it is read as the one that fonts have, and that others
    write. What has no composed form stays as it is. The place is that of the text as written. A text of several
    paragraphs keeps them beside the line.
    """
    parts = text.parts if isinstance(text, Long) else ()
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        if found := re.search(UNPRINTABLE, text):
            return Meaningless("character", refused(found[0]), "delete it")
        text = one_line(text)
    elif text[0] == " " or text[-1] == " ":
        text = text.strip(" ")
    if parts:
        paragraphs = (words(part, replace(place, line=line, column=column)) for part, line, column in parts)
        return Passage(text, place, tuple(each for each in paragraphs if isinstance(each, Words)))
    return Words(text, place)


def typographic(node: Node) -> str:
    """What to do where a plain text stands between quotation marks that are letters to YAML; nothing elsewhere."""
    if not isinstance(node, Scalar) or node.quoted or len(node.text) < 3:
        return ""
    first, inner, last = node.text[0], node.text[1:-1], node.text[-1]
    if first not in TYPOGRAPHIC or last not in TYPOGRAPHIC or first in inner or last in inner:
        return ""
    straight = f'"{inner}"' if len(inner) <= 40 else "straight ones"
    return f"write {straight}, or leave the marks out"


def choice(text: str, place: Place, allowed: tuple[str, ...]) -> Words | Meaningless:
    """One of a closed set of words."""
    if text not in allowed:
        message = f"{shown(text)} is not one of: {', '.join(allowed)}"
        return Meaningless("choice", message, nearest(text[:60], allowed))
    return Words(text, place)


def formed(text: str, place: Place, form: Form) -> Words | Meaningless:
    """A text of a form."""
    if not re.fullmatch(form.pattern, text):
        return Meaningless("form", f"{shown(text)} is no {form.name}", form.hint)
    return Words(text, place)


def truth(text: str, _place: Place) -> bool | Meaningless:
    """Yes or no, written `true` or `false`."""
    if text not in ("true", "false"):
        return Meaningless("choice", f"{shown(text)} is neither true nor false", "write true or false")
    return text == "true"


def count(text: str, place: Place) -> Count | Meaningless:
    """A whole number."""
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        return Meaningless("number", f"{shown(text)} is no whole number", "write digits alone, such as 11")
    return Count.at(text, place)


def day(text: str, place: Place) -> Day | Meaningless:
    """A day, a month or a year."""
    try:
        return Day.at(text, place)
    except ValueError:
        return Meaningless("date", *_no_day(text))


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HOW = "a date is written 2023-07-11, or 2023-07 or 2023 where no more is known"


def _no_day(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", text)
    if not found or found[1] == "0000":
        return f"{shown(text)} is no date", _HOW
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= len(_MONTHS):
        return f"{shown(text)} is no date: there is no month {found[2]}", _HOW
    return f"{shown(text)} is no date: {_MONTHS[month - 1]} {year} has {monthrange(year, month)[1]} days", ""
