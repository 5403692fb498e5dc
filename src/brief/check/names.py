"""Names that a text spells otherwise than the register does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.check.prose import begins_sentence, headings, is_english, own_words, spot, titles, unquoted, within
from brief.check.register import APOSTROPHE, WORD, Register, plain
from brief.check.rule import Finding
from brief.check.spelling import folded, one_slip, same_consonants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.check.register import Spelling
    from brief.check.rule import Subject

_DOTTED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\.?(?!\w)")
_INNER_STOP = re.compile(r"\.[A-Z]")
_INSIDE = frozenset(" \N{NO-BREAK SPACE}-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_GAPS = _INSIDE | {"'", APOSTROPHE}
_HONORIFICS = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "professor", "general", "minister", "president", "ambassador")
)
_LONG = 9
_TITLE_CASE = 4
_SUPPORT = 6
_LIKELY = 4
_SMALL = 5
_NEIGHBOURS = frozenset((("ireland", "iceland"), ("iceland", "ireland")))


@dataclass(frozen=True, slots=True)
class Variant:
    """A piece of a text, and the spelling that it should have."""

    start: int
    end: int
    meant: str


def names_are_spelt_as_registered(subject: Subject) -> Iterator[Finding]:
    """A name or a term that the registers hold is spelt as they spell it.

    One person or body goes under one spelling, so that readers do not take it for two and a search finds every
    mention. Told are a registered name with other hyphens, dots, accents or capitals (Suk-yeol, N.A.T.O., Nato), and
    one that is a slip of the pen away (Stoltenburg). The titles of the event and its topics and the names of what was
    agreed are read as well. Not looked at: quotations, what stands in quotation marks, titles of sources, reactions and
    discrepancies, and what the accounts of a discrepancy report, since the words there are the source's. A short word
    alone, a word of three letters, and a first letter that differs are no evidence: Park and Pak, Song and Jong are
    different people.

    Write the name as `people.yaml` and `glossary.yaml` have it. Where somebody else is meant, enter them there; where a
    source's spelling is itself the matter, put it in quotation marks.
    """
    register = Register.of(subject.dossier)
    foreign: tuple[str, ...] | None = None
    for text in (*headings(subject.event), *own_words(subject)):
        for found in variants(text, register):
            foreign = titles(subject) if foreign is None else foreign
            if not within(text, found.start, found.end, foreign):
                message = f"'{text[found.start : found.end]}' is spelt otherwise than in the register"
                hint = f"write '{found.meant}'; somebody else is entered in people.yaml"
                yield Finding(message, spot(text, found.start), hint)


def variants(text: str, register: Register) -> tuple[Variant, ...]:
    """Every piece of a text that is like a registered spelling and is none, the longest where they overlap."""
    if not is_english(text):
        return ()
    text = unquoted(text)
    found = [*_dotted(text, register), *_Reading(text, register).variants()]
    found.sort(key=lambda each: (each.start - each.end, each.start))
    kept: list[Variant] = []
    for each in found:
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def _dotted(text: str, register: Register) -> Iterator[Variant]:
    """Abbreviations with full stops in them."""
    if not _INNER_STOP.search(text):
        return
    for found in _DOTTED.finditer(text):
        letters = found[0].replace(".", "")
        if letters in register.written:
            yield Variant(found.start(), found.end(), letters)


def _only_other(there: list[str], words: list[str]) -> int | None:
    """Which word alone differs, where all the others are the same."""
    other = None
    if len(there) == len(words):
        for i, (word, meant) in enumerate(zip(there, words, strict=True)):
            if word != meant:
                if other is not None:
                    return None
                other = i
    return other


class _Reading:
    """A text word by word, beside the register."""

    def __init__(self, text: str, register: Register) -> None:
        self.text, self.register = text, register
        self.spans = [found.span() for found in WORD.finditer(text)]
        self.words = [folded(text[start:end]) for start, end in self.spans]

    def variants(self) -> Iterator[Variant]:
        """What is like a registered name, at each word that may belong to one."""
        for i, word in enumerate(self.words):
            for spelling, place in self.register.anchors.get(word, ()):
                if found := self.around(spelling, i - place):
                    yield found
            if word in self.register.single:
                yield from self.other_capitals(i)
            elif word[0] in self.register.initials and word not in self.register.words and self.begins_large(i):
                yield from self.alone(i)

    # ---- names of several words ----

    def around(self, spelling: Spelling, first: int) -> Variant | None:
        """The name where its first word would be word `first` of the text, or two of its words are written as one."""
        count = len(spelling.words)
        there = self.words[max(first, 0) : first + count]
        if there == spelling.words:
            odd = self.fits(spelling, first, count) and self.is_odd(spelling, first, count)
            return self.variant(spelling, first, count) if odd else None
        which = _only_other(there, spelling.words)
        if which is not None:
            slip = self.is_slip(spelling, first, which) and self.fits(spelling, first, count)
            return self.variant(spelling, first, count) if slip else None
        for start in (first, first + 1) if count > 2 else ():
            if self.joined(start, count - 1) == spelling.joined and self.fits(spelling, start, count - 1):
                return self.variant(spelling, start, count - 1)
        return None

    def fits(self, spelling: Spelling, first: int, count: int) -> bool:
        """Whether these words of the text stand next to one another, as those of the name do."""
        inner = [self.gap(i) for i in range(first, first + count - 1)]
        return all(gap in _GAPS or (gap == ", " and gap in spelling.written) for gap in inner)

    def gap(self, i: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.spans[i][1] : self.spans[i + 1][0]]

    def joined(self, first: int, count: int) -> str:
        """Words of the text as one."""
        return "".join(self.words[first : first + count]) if first >= 0 else ""

    def is_odd(self, spelling: Spelling, first: int, count: int) -> bool:
        """Whether the same words look otherwise: a phrase in small letters is no name, nor is a capital that a sentence
        begins with a misspelling.
        """
        start, end = self.spans[first][0], self.spans[first + count - 1][1]
        shown, written = plain(self.text[start:end]), plain(spelling.written)
        if shown in self.register.written or shown.islower() or (shown.isupper() and self.text.isupper()):
            return False
        if shown.casefold() != written.casefold():
            return True
        pairs = zip(WORD.findall(shown), WORD.findall(written), spelling.words, strict=True)
        if all(one == other or word not in spelling.own for one, other, word in pairs):
            return False
        if written[0].isupper():
            return shown[0].isupper() or all(spelling.capitalised)
        return not (shown[0].lower() + shown[1:] == written and begins_sentence(self.text, start))

    def is_slip(self, spelling: Spelling, first: int, which: int) -> bool:
        """Whether the one word that differs is the name's, misspelt, and not another word or somebody else's name."""
        word, meant = self.words[first + which], spelling.words[which]
        if word == f"{meant}s" or not (one_slip(word, meant) or same_consonants(word, meant)):
            return False
        large, end = spelling.capitalised, self.spans[first + len(spelling.words) - 1][1]
        if plain(self.text[self.spans[first][0] : end]) in self.register.written:
            return False
        if len(meant) < _SMALL and f" {meant}" in spelling.written:  # a small word between others, as of
            return False
        for i in {0, which}:
            if self.begins_large(first + i) != large[i] and not begins_sentence(self.text, self.spans[first + i][0]):
                return False
        if meant not in spelling.own:
            return len(meant) >= _SMALL and one_slip(word, meant)
        support = sum(len(each) for i, each in enumerate(spelling.words) if i != which and each in spelling.own)
        if support >= _SUPPORT:
            return True
        ends = which == len(spelling.words) - 1 and self.goes_on(first + which)
        like = len(meant) >= _LIKELY and word[0] == meant[0] and one_slip(word, meant)
        return like and word not in self.register.words and not ends

    def goes_on(self, i: int) -> bool:
        """Whether a name goes on after this word: Kim Son Hui is not Kim Song."""
        return i + 1 < len(self.words) and self.gap(i) in _INSIDE and self.begins_large(i + 1)

    # ---- single words ----

    def other_capitals(self, i: int) -> Iterator[Variant]:
        """A registered word in capitals and small letters that are not its own."""
        start, end = self.spans[i]
        shown = self.text[start:end]
        if shown in self.register.written or shown.islower() or self.text.isupper():
            return
        for spelling in self.register.single[self.words[i]]:
            written = spelling.written
            if shown.istitle() and written.isupper():
                known = spelling.party or not begins_sentence(self.text, start)
                odd = len(shown) >= _TITLE_CASE and known
            else:
                odd = not shown.isupper() or len(shown) >= _TITLE_CASE
            if odd and not written.islower():
                yield Variant(start, end, written)
                return

    def alone(self, i: int) -> Iterator[Variant]:
        """A long word that is a slip away from one by which somebody goes."""
        word = self.words[i]
        for spelling in self.register.alone:
            meant = spelling.words[0]
            if word[0] != meant[0] or not one_slip(word, meant) or (word, meant) in _NEIGHBOURS:
                continue
            if word[:-1] in (meant, meant[:-1]) or word == meant[:-1]:  # Australian, Germans, German
                continue
            if len(meant) >= _LONG or not self.has_other_name(i):
                yield Variant(*self.spans[i], spelling.written)
                return

    def has_other_name(self, i: int) -> bool:
        """Whether a name that the register does not know stands before a word, as in Karl Burger beside Anna Berger."""
        if not i or self.gap(i - 1) != " " or not self.begins_large(i - 1):
            return False
        before = self.words[i - 1]
        known = before in self.register.words or before in _HONORIFICS
        return not known and not begins_sentence(self.text, self.spans[i - 1][0])

    def begins_large(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.spans[i][0]].isupper()

    def variant(self, spelling: Spelling, first: int, count: int) -> Variant:
        """These words of the text, in place of a name."""
        return Variant(self.spans[first][0], self.spans[first + count - 1][1], spelling.written)
