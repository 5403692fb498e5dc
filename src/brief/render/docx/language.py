"""Languages as Word names them: a tag with a region, in the slot of its script."""

from __future__ import annotations

from brief.tree import primary

_REGIONS = {"de": "DE", "en": "GB", "es": "ES", "fr": "FR", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "zh": "CN"}
_EAST_ASIAN = ("ja", "ko", "zh")


def full_tag(language: str) -> str:
    """`ko` is `ko-KR` to Word, which takes a bare language for no language."""
    return f"{language}-{_REGIONS[language]}" if language in _REGIONS else language


def latin_tag(language: str) -> str:
    """The language of the Latin letters of a document: English in one whose own language has other letters.

    Word breaks Latin words anywhere that are said to be Korean.
    """
    return full_tag("en" if is_east_asian(language) else language)


def is_east_asian(language: str) -> bool:
    """Whether Word keeps this language in its East Asian slot."""
    return primary(language) in _EAST_ASIAN


def east_asian_tag(language: str) -> str:
    """The East Asian language of a document: its own, or Korean."""
    return full_tag(language) if is_east_asian(language) else "ko-KR"
