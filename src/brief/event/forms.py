"""Texts that have a form of their own, checked where they are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """What a text must look like: a pattern of `re` for the whole of it, what it is called, and how it is written.

    Of one that is `never_empty`, a key without a value is an error, and not as good as left out.
    """

    pattern: str
    name: str
    hint: str
    never_empty: bool = False


GRADE = Form(
    "[A-F][1-6]",
    "Admiralty grade",
    "write the reliability of the source, A to F, then the credibility of what it says, 1 to 6: B2",
)
MARK = Form(
    ".+",
    "marking",
    "write one of the template's markings.toml, such as TLP:AMBER, or take the key out",
    never_empty=True,
)
SHA256 = Form("[0-9A-Fa-f]{64}", "SHA-256 hash", "it has 64 digits, 0-9 and a-f; 'brief source add' writes it")
