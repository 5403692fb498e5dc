"""Hangul, Hanja and kana have no italics: words in which some stand are upright throughout, not slanted in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.polish.languages import WORD
from brief.tree import Emphasis
from brief.walk import inline_text, rewrite, transform_inlines

if TYPE_CHECKING:
    from brief.tree import Document, Inline
    from brief.walk import Phrase

UPRIGHT = re.compile(WORD)


def set_upright(document: Document) -> Document:
    """Words that are set off by italics stay so only where each of their letters has them."""
    return rewrite(document, lambda phrase: transform_inlines(phrase, _set))


def _set(node: Inline) -> Phrase:
    return node.children if isinstance(node, Emphasis) and UPRIGHT.search(inline_text(node.children)) else (node,)
