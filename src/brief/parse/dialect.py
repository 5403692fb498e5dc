"""The Markdown of a brief: a closed set of constructs, and what of all other Markdown would be printed as it stands."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline import escape
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from brief.parse.manuscript import OPEN

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

DEEPEST = 24
"""How deep blocks may stand in one another: a list is two deep, a box or a quotation one."""

STRAYS = {
    "strong": (r"\*\*", "'**' stands here without its partner", "strong words have no space inside their stars"),
    "link": (r"\]\(", "']('' begins no link here", "a link is written [words](address)"),
    "note": (r"\^\[", "'^[' begins no note here", "a note is written ^[words]"),
    "reference": (r"\[\^", "notes by reference are not read", "a note is written ^[words] where it is cited"),
    "named": (r"\]\[[^\[\]]*\]", "links by reference are not read", "a link is written [words](address)"),
    "definition": (
        r"^\[[^\[\]^][^\[\]]*\]:\s",
        "addresses of links by reference are not read",
        "a link is written [words](address)",
    ),
    "struck": (r"(?<!~)~~(?!~)", "words are not struck through", ""),
    "box": (r":::", "':::' opens or closes no box here", "a box begins and ends on a line of its own"),
    "heading": (r"^#", "'#' begins no heading here", "a heading has a space after its '#'"),
    "fence": (r"^~~~|```", "blocks of code are not read", ""),
    "rule": (r"^[-=_]{3,}$", "rules and underlined headings are not read", "a heading is written '# Words'"),
    "html": (r"</?[A-Za-z][^<>]*>", "HTML is not read", ""),
}
"""By name: how the author's words look where a construct was not understood, what to say of it, and a hint."""

STRAY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, *_) in STRAYS.items()))


@cache
def dialect() -> MarkdownIt:
    """The reader of blocks; inlines are read one run at a time, where their block wants them.

    Addresses pass as they are: they are judged in the tree, where their values are known. Entities, HTML, images,
    references, rules, fences and underlined headings are off.
    """
    reader = MarkdownIt("zero", {"maxNesting": DEEPEST})
    container_plugin(reader, "box", validate=lambda _parameters, _markup: True)
    footnote_plugin(reader)
    reader.disable(["inline", "text_join", "footnote_tail", "footnote_def", "footnote_ref"])
    reader.enable(["heading", "list", "table", "blockquote", "newline", "escape", "backticks", "emphasis", "link"])
    reader.inline.ruler.at("escape", _escape_words)
    reader.normalizeLink = _as_it_is  # type: ignore[method-assign]
    reader.validateLink = _always  # type: ignore[method-assign]
    return reader


def _escape_words(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of the reader's rules
    """Let a backslash print what stands behind it, unless that is a value, whose token it would break."""
    return not state.src.startswith(OPEN, state.pos + 1) and escape(state, silent)


def _as_it_is(url: str) -> str:
    return url


def _always(url: str) -> bool:  # noqa: ARG001 - the reader asks with an address
    return True
