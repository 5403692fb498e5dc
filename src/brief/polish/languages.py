"""Korean words in a document of another language are marked, so that they are read aloud and set as Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.tree import Text
from brief.walk import rewrite, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.tree import Document, Inline
    from brief.walk import Phrase

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BETWEEN = r"\s\u00b7\u2027\u3000-\u303f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
WORD = f"[{HANGUL}{HANJA}{KANA}]+"
RUN = re.compile(f"{WORD}(?:[{BETWEEN}]+{WORD})*")
KOREAN = re.compile(f"[{HANGUL}]|^[^{KANA}]+$")


def mark_languages(document: Document) -> Document:
    """Split runs of Hangul and Hanja off their texts as Korean, spaces and CJK punctuation between them included.

    In a Korean document nothing is marked, and a text whose language is known is left as it is. Characters beside
    Japanese kana are no Hanja, unless Hangul stands with them.
    """
    if document.language.split("-")[0].lower() == "ko":
        return document
    return rewrite(document, lambda phrase: transform_inlines(phrase, _split))


def _split(node: Inline) -> Phrase:
    if not isinstance(node, Text) or node.language or node.text.isascii() or not RUN.search(node.text):
        return (node,)
    return tuple(_runs(node))


def _runs(text: Text) -> Iterator[Text]:
    end = 0
    for run in RUN.finditer(text.text):
        if not KOREAN.search(run[0]):
            continue
        if run.start() > end:
            yield Text(text.text[end : run.start()], text.origin)
        yield Text(run[0], text.origin, "ko")
        end = run.end()
    if end < len(text.text):
        yield Text(text.text[end:], text.origin)
