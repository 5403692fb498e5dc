"""What only a style can tell of data: characters that none of its faces has."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from brief.event import Term
from brief.place import Words
from brief.style import Coverage, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event import Dossier
    from brief.problem import Problem
    from brief.style import Style


def characters_have_a_face(dossier: Dossier, style: Style) -> tuple[Problem, ...]:
    """Every character that the style cannot set, at each text of the event and the registers that has it.

    No format draws such a character as it is meant; only the PDF notices, and tells the same problem.
    """
    texts = tuple(_texts(dossier))
    coverage = Coverage.of(style)
    if not coverage.lacking("".join(texts)):
        return ()
    return tuple(missing(character, text.place) for text in texts for character in coverage.lacking(text))


def _texts(dossier: Dossier) -> Iterator[Words]:
    """What may be printed of the event and the registers, each record once."""
    known: set[int] = set()
    waiting: list[object] = [dossier.terms, dossier.parties, dossier.sources, dossier.ledger, dossier.event]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Words):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif is_dataclass(value) and id(value) not in known:
            known.add(id(value))
            waiting.extend(getattr(value, name) for name in _printed(value.__class__))


@cache
def _printed(kind: type) -> tuple[str, ...]:
    """The fields of a record that may be printed, last first: no ids but a term's, the abbreviation."""
    ids = () if kind is Term else ("id", "topic", "ignore")
    return tuple(field.name for field in reversed(fields(kind)) if field.name not in ids)
