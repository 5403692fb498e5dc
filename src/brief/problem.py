"""What is wrong, where, and what to do about it: a value that is collected and returned, never printed here."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Literal

from brief.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an officer has to mend. `code` is stable and short; `hint` says what to do."""

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message} [{self.code}]{hint}"


class BriefError(Exception):
    """Raised by the library when a brief cannot be made; `problems` holds all that is wrong, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by file, line and column; those without a place come first."""
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda p: (p.place.file, p.place.line, p.place.column) if p.place else ("", 0, 0)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a brief."""
    return tuple(p for p in problems if p.severity == "error")


LIKE, ALIKE = 0.6, 0.7
"""How like two words are, from 0 to 1, of which one may be meant for the other, and how like by that alone."""

SHORT = 4
"""Letters of a word of which one other letter takes much of the likeness: `akt` for `act` is 0.67."""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, whether in small or capital letters; nothing when none is like it."""
    folded = {each.casefold(): each for each in known}
    sought = word.casefold()
    for found in get_close_matches(sought, folded, len(folded) or 1, LIKE):
        part = found.startswith(sought) or sought.startswith(found)
        if part or len(sought) <= SHORT or SequenceMatcher(None, found, sought).ratio() >= ALIKE:
            return folded[found]
    return ""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like `word`, or nothing when none is like it."""
    found = closest(word, known)
    return f"did you mean '{found}'?" if found else ""


def unreadable(error: OSError | ValueError, file: str) -> Problem:
    """Why a file is not read: what `files.read_text` raised, in words. `file` is its path as its user would type it."""
    match error:
        case UnicodeDecodeError():
            before = error.object[: error.start]
            place = Place(file, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
            message = f"this file is not UTF-8: byte {error.object[error.start]:#04x}"
            return Problem("encoding", message, place, "save it as UTF-8")
        case OSError():
            return Problem("unreadable", f"this file cannot be read: {error.strerror or error}", Place(file, 1))
        case _:
            return Problem("too-large", str(error), Place(file, 1), "split it, or take out what does not belong there")


TYPOGRAPHIC = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a"
"""Quotation marks as word processors write them; to YAML and TOML they are letters."""
