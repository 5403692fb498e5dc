"""The few words of the page itself, for those who hear it or use no mouse. They are no words of the brief."""

from __future__ import annotations

from typing import NamedTuple

from brief.tree import primary


class Interface(NamedTuple):
    """Names that a screen reader speaks, in one language."""

    language: str
    skip: str
    notes: str
    back: str


_INTERFACES = (
    Interface("en", skip="Skip to the text", notes="Notes", back="Back to the text"),
    Interface("ko", skip="본문으로 건너뛰기", notes="주석", back="본문으로 돌아가기"),
)


def interface(language: str) -> Interface:
    """Those of the language of a BCP 47 tag; the English ones where there are none."""
    return next((words for words in _INTERFACES if words.language == primary(language)), _INTERFACES[0])
