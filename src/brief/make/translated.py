"""Which texts a brief prints in English for want of its own language: each is told, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.place import places_of
from brief.problem import Problem
from brief.template import Value
from brief.tree import Badge, Contents
from brief.walk import origins, origins_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.event import Dossier
    from brief.place import Place
    from brief.template import Filled
    from brief.tree import Document


def translations_missing(document: Document, filled: Filled, found: Dossier, language: str) -> tuple[Problem, ...]:
    """A problem for every text that is printed and was read as untranslated, whatever it went through on its way."""
    if not found.untranslated:
        return ()
    printed = frozenset((*_values(filled), *origins(document)))
    hint = f"write it as {{en: …, {language}: …}}"
    message = f"this is printed and has no text in '{language}'"
    return tuple(Problem("translation", message, place, hint) for place in _ordered(printed & found.untranslated))


def _ordered(places: frozenset[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.file, place.line, place.column))


def _values(filled: Filled) -> Iterator[Place]:
    """Where the texts stand that the template prints by themselves, or hands to what it prints."""
    for chunk in filled.chunks:
        value = chunk.value if isinstance(chunk, Value) else None
        match value:
            case str():
                yield from places_of(value)
            case Contents():
                yield from origins_in(value.title)
            case Badge():
                yield from origins_in(value.children)
            case _:
                pass
