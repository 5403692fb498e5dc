"""Abbreviations that a reader could not look up, or meets before they are explained."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from brief.check.prose import accounts, is_english, own_words, spot, titles, unquoted, within
from brief.check.reading import in_reading_order
from brief.check.register import WORD, plain
from brief.check.rule import Finding
from brief.check.spelling import folded
from brief.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.rule import Subject
    from brief.place import Place

_CAPITALS = re.compile(
    r"(?<![\w&+.:/@])"  # not part of an address
    r"([A-Z][A-Z0-9]*(?:&[A-Z0-9]+)*|[A-Z][a-z][A-Z])"  # ROK, C4I, R&D, MoU
    r"s?(?![\w&+@]|-[0-9]|:\w)"  # nor KN-23 or SM-3, which are designations; nor TLP:CLEAR
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})s?")
_AFTER_NUMBER = re.compile(r"[0-9][ \N{NO-BREAK SPACE}]?$")
_LEAST = 2
_LEDGER = "follow-ups.yaml"

EVERYDAY = frozenset({"US", "USA", "UK", "EU", "UAE", "DC", "UTC", "GMT", "TV"})
"""Abbreviations that no reader looks up: countries and the union by their codes, times of day."""

UNITS = frozenset({"MW", "GW", "TW", "MB", "GB", "TB", "MHZ", "GHZ", "AM", "PM"})
"""Units that are written in capitals behind a number."""


def abbreviations_are_in_the_glossary(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is in the glossary, so that the brief can list what it stands for.

    The list of abbreviations at the end of a brief holds what the glossary has; an abbreviation that is missing there
    explains itself to nobody. Each is told once, where it stands first. An abbreviation is a word of two capitals or
    more, with digits or & among them: C4I, R&D, also MoU. Those that need no explanation are let pass: the short names
    of registered parties, countries (US, UK, EU), Roman numerals, units behind a number, ids of sources, designations
    such as SM-3. Not looked at: quotations, what stands in quotation marks, titles and names of publishers.

    Enter it in `glossary.yaml`, or write it in full. A name that is no abbreviation is written in small letters.
    """
    known, dossier = _Known(subject), subject.dossier
    told: set[str] = set()
    foreign: tuple[str, ...] | None = None
    for text in (*own_words(subject), *accounts(subject)):
        for found in _capitals(text):
            word = found[1]
            if word in told or not known.lacks(word, text, found.start()):
                continue
            foreign = titles(subject) if foreign is None else foreign
            if not within(text, *found.span(), foreign):
                told.add(word)
                like = nearest(word, (term.id for term in dossier.terms))
                hint = f"{like} Else enter it in glossary.yaml, or write it in full".strip() if like else _ENTER
                yield Finding(f"the abbreviation '{word}' is not in the glossary", spot(text, found.start()), hint)


_ENTER = "enter it in glossary.yaml, or write it in full"


def abbreviations_are_spelt_out_at_first_use(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is spelt out where the brief first uses it: full form, then the abbreviation in brackets.

    A reader who begins on page 1 should not have to turn to the list at the end. The brief is read in its own order:
    bottom line, key points, the meeting with the labels of its timeline, the summary by topic, what was agreed, the
    follow-ups, the source notes, the reactions; as of its date, without what comes later. The full form is that of the
    glossary. Titles and quotations do not count, neither as a use nor as an explanation.

    Write "Republic of Korea (ROK)" at the first use, or say it without the abbreviation; a label of the timeline has no
    room for the full form, so it takes other words, or an abbreviation that has been spelt out before it. Where the
    first use is in the ledger, spell it out in the event: every brief prints the ledger, and another may have done so.
    """
    terms = {term.id: term.full for term in subject.dossier.terms}
    used: set[str] = set()
    foreign: tuple[str, ...] | None = None
    for text in in_reading_order(subject):
        for found in _capitals(text):
            word = found[1]
            if word in used or word not in terms:
                continue
            if _is_spelt_out(unquoted(text), found, terms[word]):
                used.add(word)
                continue
            foreign = titles(subject) if foreign is None else foreign
            if not within(text, found.start(1), found.end(1), foreign):
                used.add(word)
                in_brackets = text[: found.start()].endswith("(") and text[found.end() :].startswith(")")
                how = "spelt out as in the glossary" if in_brackets else "spelt out"
                message = f"'{word}' is not {how} where the brief first uses it"
                place = spot(text, found.start())
                yield Finding(message, place, _spell_out(f"'{terms[word]} ({word})'", place))


def _spell_out(words: str, place: Place | None) -> str:
    """What to do, and where: a text of the ledger is printed by other briefs, which need no full form there."""
    if place and PurePath(place.file).name == _LEDGER:
        return f"write {words} in event.yaml, before the follow-ups: all events share the ledger"
    return f"write {words}"


def _capitals(text: str) -> Iterator[re.Match[str]]:
    """What may be an abbreviation in a text; nothing in one that is all capitals."""
    if is_english(text) and not (text.isupper() and " " in text):
        yield from _CAPITALS.finditer(unquoted(text))


def _is_spelt_out(text: str, found: re.Match[str], full: str) -> bool:
    """Whether the full form stands before the abbreviation in brackets, or the other way round."""
    meant = _even(full)
    before, after = text[: found.start()], text[found.end() :]
    if before.endswith("("):
        head = _even(before[:-1].rstrip())
        return head.endswith((meant, f"{meant}s")) and not head[: head.rindex(meant)][-1:].isalnum()
    return _even(after).startswith(f" ({meant}")


def _even(text: str) -> str:
    """A text for comparison: capitals, kinds of space and of apostrophe are of no account."""
    return plain(text).casefold()


class _Known:
    """What needs no entry in the glossary, or has one."""

    def __init__(self, subject: Subject) -> None:
        dossier = subject.dossier
        ids = {term.id for term in dossier.terms} | {source.id for source in dossier.sources}
        names = {word for party in dossier.parties for text in (party.name, party.short) for word in WORD.findall(text)}
        self.words = EVERYDAY | ids | names
        self.surnames = {folded(name) for name in names if name.istitle()}

    def lacks(self, word: str, text: str, start: int) -> bool:
        """Whether a word, where it stands in a text, is an abbreviation without an entry."""
        if sum(letter.isupper() for letter in word) < _LEAST or word in self.words:
            return False
        if _ROMAN.fullmatch(word) or folded(word) in self.surnames:
            return False
        return not (word.upper() in UNITS and _AFTER_NUMBER.search(text[:start]))
