"""The spellings that the registers hold, ready to be looked for in a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.check.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.event import Dossier, Party

WORD = re.compile(r"[^\W_]+")
"""A word: a hyphen, a full stop or an apostrophe divides two."""

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

SHORTEST_ALONE = 6
"""Letters of a word that is known by itself, without the rest of its name: shorter ones are like too many others."""

_PIECE = 3
_PERSON = 3
_SMALL = frozenset(("of", "and", "the", "for", "in"))


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name or a term as the register has it: its words, folded, and which of them are the name, not a title."""

    written: str
    words: list[str]
    own: frozenset[str]
    party: bool
    joined: str

    @property
    def capitalised(self) -> tuple[bool, ...]:
        """Of each word, whether it begins with a capital."""
        return tuple(found[0][0].isupper() for found in WORD.finditer(self.written))


@dataclass(frozen=True, slots=True)
class Register:
    """All spellings. `anchors` holds, for a word, each name of several words in which it stands, and where in it."""

    written: frozenset[str]
    words: frozenset[str]
    anchors: dict[str, list[tuple[Spelling, int]]]
    single: dict[str, list[Spelling]]
    alone: tuple[Spelling, ...]
    initials: frozenset[str]  # of those that stand alone

    @classmethod
    def of(cls, dossier: Dossier) -> Register:
        """The register of people and organisations, and the glossary."""
        found = {each.written: each for each in _spellings(dossier) if each.words}.values()
        single: dict[str, list[Spelling]] = {}
        for spelling in found:
            if len(spelling.words) == 1:
                single.setdefault(spelling.words[0], []).append(spelling)
        alone = tuple(each for each in found if _stands_alone(each))
        return cls(
            frozenset(plain(each.written) for each in found),
            frozenset(word for each in found for word in each.words),
            _anchors(tuple(each for each in found if len(each.words) > 1)),
            single,
            alone,
            frozenset(each.words[0][0] for each in alone),
        )


def plain(text: str) -> str:
    """A text with one kind of space and one of apostrophe, which are no matter of spelling."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("'", APOSTROPHE)


def _spellings(dossier: Dossier) -> Iterator[Spelling]:
    for term in dossier.terms:
        yield _spelling(term.id)
        yield _spelling(term.full)
    for party in dossier.parties:
        yield from _of_party(party)


def _of_party(party: Party) -> Iterator[Spelling]:
    """Its name, its short name, the organisation, and the word of its name by which it goes: "Stoltenberg"."""
    name = frozenset(_words(party.name))
    for body in (party.organisation or "", party.name):
        piece = body.partition(", ")[0]
        if piece != body and len(piece.split()) >= _PIECE:
            yield _spelling(piece, party=True)
    if party.organisation and "," not in party.organisation:
        yield _spelling(party.organisation, party=True)
    yield _spelling(party.name, party=True)
    yield _spelling(party.short, name, party=True)
    if len(name) > 1:
        for found in WORD.finditer(party.short):
            if folded(found[0]) in name and found[0] in party.name and found[0][0].isupper():
                yield _spelling(found[0], party=True)


def _spelling(written: str, own: frozenset[str] = frozenset(), *, party: bool = False) -> Spelling:
    words = _words(written)
    return Spelling(str(written), words, own.intersection(words) or frozenset(words), party, "".join(words))


def _words(written: str) -> list[str]:
    return [folded(word) for word in WORD.findall(written)]


def _stands_alone(spelling: Spelling) -> bool:
    word = spelling.written
    return len(spelling.words) == 1 and spelling.party and len(word) >= SHORTEST_ALONE and word.istitle()


def _anchors(spellings: Iterable[Spelling]) -> dict[str, list[tuple[Spelling, int]]]:
    """By the rarest words of each name, so that one is whole where another is misspelt, or two are written as one."""
    spellings = tuple(spellings)
    count = Counter(word for each in spellings for word in each.words)
    found: dict[str, list[tuple[Spelling, int]]] = {}
    for each in spellings:
        places = sorted((count[word], -len(word), i) for i, word in enumerate(each.words))
        is_person = len(each.words) == len(each.own) == _PERSON and not _SMALL & each.own
        most = _PERSON if is_person else 2
        for _, _, i in places[:most]:
            found.setdefault(each.words[i], []).append((each, i))
    return found
