"""What a language tag of a document says (BCP 47)."""

from __future__ import annotations


def primary(language: str) -> str:
    """The language of a tag without its region, in small letters: `en` of `en-GB`."""
    return language.partition("-")[0].lower()
