"""How like two words are: the same but for what spellings differ in, or one slip of the pen apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without capitals and accents, and in one of its two English spellings where they differ by two letters."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return word.casefold().replace("programme", "program")


def same_consonants(written: str, meant: str) -> bool:
    """Whether two words begin alike and differ in their vowels alone, as Suk and Seok, one name."""
    return written[:1] == meant[:1] and written.translate(_VOWELS) == meant.translate(_VOWELS)


_VOWELS = str.maketrans("", "", "aeiou")


def one_slip(written: str, meant: str) -> bool:
    """Whether one word becomes the other by one letter put in, left out or changed, or by two that change places.

    That is a distance of 1 after Damerau, "A technique for computer detection and correction of spelling errors",
    Communications of the ACM 7 (1964): four in five misspellings are of this kind.
    """
    if written == meant or abs(len(written) - len(meant)) > 1:
        return False
    shorter = min(len(written), len(meant))
    head = next((i for i in range(shorter) if written[i] != meant[i]), shorter)
    left, right = written[head:], meant[head:]
    if len(left) > len(right):
        return left[1:] == right
    if len(left) < len(right):
        return left == right[1:]
    return left[1:] == right[1:] or (left[1::-1] == right[:2] and left[2:] == right[2:])
