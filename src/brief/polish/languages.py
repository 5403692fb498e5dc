"""Words in another language than the document are marked: they are read aloud, and set, as what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.tree import Text, primary
from brief.walk import rewrite, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.tree import Document, Inline
    from brief.walk import Phrase

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BETWEEN = r"\s\u00b7\u2027\u3000-\u303f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
WORD = f"[{HANGUL}{HANJA}{KANA}]+"
RUN = re.compile(f"{WORD}(?:[{BETWEEN}]+{WORD})*")
LETTER = "A-Za-z\u00c0-\u024f"
LATIN = f"[{LETTER}][{LETTER}0-9’'.&/–-]*"  # noqa: RUF001 - an apostrophe and a dash, as printed
ENGLISH = re.compile(rf"{LATIN}(?:[\s,;:?!()\[\]“”‘’]+{LATIN})+")  # noqa: RUF001 - quotation marks
KOREAN = re.compile(f"[{HANGUL}]|^[^{KANA}]+$")


def mark_languages(document: Document) -> Document:
    """Split runs of Hangul and Hanja off their texts as Korean, spaces and CJK punctuation between them included.

    In a Korean document it is the English that is marked, two words in a row at least: a name such as NATO is read in
    Korean as well. A text whose language is known is left as it is. Characters beside Japanese kana are no Hanja,
    unless Hangul stands with them.
    """
    split = _split_english if primary(document.language) == "ko" else _split
    return rewrite(document, lambda phrase: transform_inlines(phrase, split))


def _split_english(node: Inline) -> Phrase:
    if not isinstance(node, Text) or node.language or not ENGLISH.search(node.text):
        return (node,)
    return tuple(_runs_of(node, "en", [run.span() for run in ENGLISH.finditer(node.text)]))


def _split(node: Inline) -> Phrase:
    if not isinstance(node, Text) or node.language or node.text.isascii() or not RUN.search(node.text):
        return (node,)
    return tuple(_runs_of(node, "ko", [run.span() for run in RUN.finditer(node.text) if KOREAN.search(run[0])]))


def _runs_of(text: Text, language: str, spans: Iterable[tuple[int, int]]) -> Iterator[Text]:
    end = 0
    for start, stop in spans:
        if start > end:
            yield Text(text.text[end:start], text.origins)
        yield Text(text.text[start:stop], text.origins, language)
        end = stop
    if end < len(text.text):
        yield Text(text.text[end:], text.origins)
