"""Over a tree: its words in reading order, its outline, its ids, and how to rewrite it."""

from __future__ import annotations

from brief.walk.reading import (
    HOLDERS,
    Phrase,
    blocks,
    figures,
    headings,
    ids,
    inline_text,
    inlines,
    label,
    lines,
    origins,
    origins_in,
    outline,
    phrases,
    phrases_in,
    words,
)
from brief.walk.rewriting import (
    altered,
    rewrite,
    rewrite_blocks,
    transform,
    transform_inlines,
    with_ids,
)

__all__ = [
    "HOLDERS",
    "Phrase",
    "altered",
    "blocks",
    "figures",
    "headings",
    "ids",
    "inline_text",
    "inlines",
    "label",
    "lines",
    "origins",
    "origins_in",
    "outline",
    "phrases",
    "phrases_in",
    "rewrite",
    "rewrite_blocks",
    "transform",
    "transform_inlines",
    "with_ids",
    "words",
]
