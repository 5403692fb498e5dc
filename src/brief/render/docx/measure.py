"""How wide words are, roughly: enough to share out the columns of a table that Word then sets with its own faces."""

from __future__ import annotations

from functools import lru_cache

BOLD = 1.06
"""How much wider bold words are."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}/ -·‘’“”\u00a0")  # noqa: RUF001 - the quotation marks that briefs use
_WIDE = frozenset("mwMW@%—…")


@lru_cache(maxsize=4096)
def width_of(words: str) -> float:
    """The width of `words` in ems of a sans face."""
    return sum(map(_advance, words))


def _advance(character: str) -> float:
    if character in _NARROW:
        return 0.29
    if character in _WIDE:
        return 0.84
    if character >= "\u1100":
        return 0.5 if character < "\u2e80" else 0.95
    return 0.62 if character.isupper() else 0.51
