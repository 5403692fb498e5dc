"""Which characters a text may hold: those that no page can show are refused where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.place import Place
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

UNPRINTABLE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u200b\ufeff"  # of no width
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # which turn the direction of what follows
    "\ud800-\udfff"  # halves of a surrogate pair
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # for private use
    "\ufffe\uffff]"  # no characters at all
)
"""Characters that the texts of an event, and its files, may not hold, as a class of `re`.

None of them is `str.isprintable`, so that a text which is needs no closer look.
"""

MOST = 1000
"""Problems that are told of one file; whoever mends these will see the rest."""


def refused(character: str) -> str:
    """What is said of a character that may not stand in a text."""
    return f"a character that cannot be printed, U+{ord(character):04X}"


def one_line(text: str) -> str:
    """A text as it is kept, as one paragraph: without spaces at its ends, and with one space for newlines and tabs
    and the spaces about them.
    """
    return re.sub(r" *[\t\n][ \t\n]*", " ", text).strip(" ")


def shown(text: str) -> str:
    """A piece of a file as a message quotes it: short, and without what a terminal would obey."""
    printable = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:60])
    return f"'{printable}…'" if len(text) > len(printable) else f"'{printable}'"


def unprintable(text: str, file: str) -> Iterator[Problem]:
    """A problem for each character of a file that may not stand there, up to `MOST`."""
    line = start = 0
    for count, found in enumerate(re.finditer(UNPRINTABLE, text)):
        if count == MOST:
            return
        line += text.count("\n", start, found.start())
        start = found.start()
        column = start - text.rfind("\n", 0, start)
        hint = "delete it; some editors do not show it"
        yield Problem("character", refused(found[0]), Place(file, line + 1, column), hint)
