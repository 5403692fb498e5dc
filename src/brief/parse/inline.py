"""Runs of words: Markdown between two ends of a block becomes inlines, values among them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, get_args

from brief import tree
from brief.event import Portion
from brief.parse.dialect import STRAY, STRAYS, dialect
from brief.parse.manuscript import TOKEN, one_line
from brief.place import Words, place_of, places_of
from brief.problem import Problem
from brief.tree import Break, Code, Emphasis, Inline, Link, Note, NoteRef, Paragraph, Strong, Text
from brief.walk import inlines, transform_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from brief.parse.manuscript import Manuscript
    from brief.template import Value
    from brief.walk import Phrase

ADDRESSES = ("https://", "http://", "mailto:", "#")
UNSEEN = ("Cc", "Cf")
"""Categories of what has no shape, or turns the direction of what follows: an address is not what it seems with it."""

DEEPEST = 12
"""How deep words may be marked in one another."""
IMAGE = re.compile(r"(?<!\\)!\[[^\]]*\]\(")
INLINES = get_args(Inline)
NODES = (*get_args(tree.Node), tree.Column)


def read_inlines(script: Manuscript, raw: str, line: int, *, fresh: bool = False) -> Phrase:
    """The inlines of a stretch of Markdown that begins on `line`; `fresh` where it begins a line of its own."""
    if IMAGE.search(raw):
        script.report(line, "markup", "pictures are not read from Markdown", "figures come from the data")
    script.marked.clear()
    reader = dialect()
    tokens = reader.inline.parse(raw, reader, script.environment, [])
    return _nested(script, tokens, line, fresh=fresh)


def _nested(script: Manuscript, tokens: Sequence[Token], line: int, *, fresh: bool = False) -> Phrase:
    """Tokens, each opening one with its closing one, as nodes in one another."""
    runs: list[list[str | Inline]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(token)
            runs.append([])
        elif token.nesting == -1:
            children = _joined(runs.pop())
            runs[-1] += _marked(script, opened.pop(), children, line, depth=len(opened))
        else:
            runs[-1] += _leaf(script, token, line, fresh=fresh)
        fresh = token.type.endswith("break")
        line += fresh
    return _joined(runs[0])


def _joined(run: list[str | Inline]) -> Phrase:
    """The author's words that touch become one Text, written where the first are; values stay by themselves."""
    joined: list[Inline] = []
    words: list[str] = []
    for piece in (*run, None):
        if isinstance(piece, str):
            words.append(piece)
            continue
        if words:
            joined.append(Text("".join(words), next(filter(None, map(places_of, words)), ())))
            words = []
        if piece is not None:
            joined.append(piece)
    return tuple(joined)


def _leaf(script: Manuscript, token: Token, line: int, *, fresh: bool) -> Iterator[str | Inline]:
    match token.type:
        case "text":
            _look_for_strays(script, token.content if fresh else f" {token.content}", line)
            yield from _pieces(script, token.content, line)
        case "softbreak":
            yield " "
        case "hardbreak":
            yield Break()
        case "code_inline":
            _look_for_strays(script, token.markup if fresh else "", line)
            for piece in _pieces(script, token.content, line):
                yield _code(script, piece, line)
        case "footnote_ref":
            yield from _free_note(script, token, line)
        case _:  # text_special: a character that the author wrote behind a backslash
            yield from _pieces(script, token.content, line)


def _look_for_strays(script: Manuscript, words: str, line: int) -> None:
    for found in STRAY.finditer(words):
        _, message, hint = STRAYS[str(found.lastgroup)]
        script.report(line, "markup", message, hint or "a backslash before it prints it as it stands")


def _marked(script: Manuscript, token: Token, children: Phrase, line: int, *, depth: int) -> Phrase:
    """What a pair of tokens makes of the words between them."""
    if depth >= DEEPEST:
        if depth == DEEPEST:
            script.report(line, "nesting", "words are marked too deep in one another here")
        return children
    match token.type:
        case "strong_open":
            return (Strong(children),)
        case "em_open":
            return (Emphasis(children),)
        case _:
            return _link(script, token, children, line)


# ---- links -----------------------------------------------------------------------------------------------------------


def _link(script: Manuscript, token: Token, children: Phrase, line: int) -> Phrase:
    if "title" in token.attrs:
        script.report(line, "link", "a link has an address and no title", "write [words](address)")
    if any(isinstance(node, Link | NoteRef) for node in inlines(children)):
        script.report(line, "link", "a link can hold neither a link nor a note", "put it behind the link")
        return children
    pieces = list(script.pieces(str(token.attrs["href"])))
    target = "".join(piece if isinstance(piece, str) else _plain(script, piece, line) for piece in pieces)
    origin = next((place_of(piece.value) for piece in pieces[:1] if not isinstance(piece, str)), None)
    place = origin or script.place(line)
    own = "".join(piece for piece in pieces if isinstance(piece, str))
    if hidden := next((each for each in own if unicodedata.category(each) in UNSEEN), ""):
        message = f"this address holds a character that nobody sees, U+{ord(hidden):04X}"
        script.report(line, "link", message, "delete it; some editors do not show it")
        return children
    if target.startswith(ADDRESSES) and target not in ADDRESSES:
        return (Link(Words(target, place) if place else target, children),)
    message = f"'{target}' is no address that a brief may lead to"
    hint = "addresses begin with https://, http:// or mailto:, places in the brief with #"
    script.problems.append(Problem("link", message, place, hint))
    return children


# ---- values ----------------------------------------------------------------------------------------------------------


def _pieces(script: Manuscript, raw: str, line: int) -> Iterator[str | Inline]:
    for piece in script.pieces(raw):
        if isinstance(piece, str):
            place = script.place(line)
            yield Words(piece, place) if place else piece
        else:
            yield from _value(script, piece, line)


def _value(script: Manuscript, value: Value, line: int) -> Phrase:
    """The value as inlines: a text of the data, or the node it is."""
    held = value.value
    if isinstance(held, Note):
        return _cited(script, Note(held.id, clean(held.children)), line)
    if isinstance(held, INLINES):
        if isinstance(held, Break):
            script.marked.clear()
        return clean((held,))
    if isinstance(held, NODES):
        name = type(held).__name__.lower()
        hint = ", or its text without |prose, as one paragraph" if isinstance(held, Paragraph) else ""
        script.report(line, "block", f"a {name} cannot stand among words", f"print it on a line of its own{hint}")
        return ()
    return (Text(one_line(_marked_once(script, held)), places_of(held)),)


def _marked_once(script: Manuscript, held: object) -> str:
    """The words of a value. Of the texts of one record that stand beside each other in a line, the first is marked.

    A silent mark is printed where the one before it in the line is another, so that nobody takes that for its own.
    """
    if not isinstance(held, Portion):
        return str(held)
    before = script.marked[0] if script.marked else None
    if before == (held.owner, held.mark) or (held.is_silent and (not before or before[1] == held.mark)):
        return held.bare
    script.marked[:] = [(held.owner, held.mark)]
    return held.whole


def clean(phrase: Phrase) -> Phrase:
    """Inlines whose words hold neither line ends nor tabs."""
    return transform_inlines(phrase, _clean)


def _clean(node: Inline) -> Phrase:
    if isinstance(node, Text) and (words := one_line(node.text)) != node.text:
        return (Text(words, node.origins, node.language),)
    if isinstance(node, Code) and (words := one_line(node.text)) != node.text:
        return (Code(words, node.origins),)
    return (node,)


def _code(script: Manuscript, piece: str | Inline, line: int) -> Inline:
    match piece:
        case str():
            return Code(str(piece), places_of(piece))
        case Text():
            return Code(piece.text, piece.origins)
        case _:
            script.report(line, "block", "words to be typed can hold texts alone", "leave out the backticks")
            return piece


def _plain(script: Manuscript, value: Value, line: int) -> str:
    """The value as bare words, for places that hold nothing else."""
    held = value.value
    if isinstance(held, NODES):
        name = type(held).__name__.lower()
        script.report(line, "block", f"a {name} cannot stand here: this place holds plain words")
        return ""
    return one_line(str(held))


def plain_words(script: Manuscript, raw: str, line: int) -> str:
    """A stretch of the template as bare words: nothing in it is Markdown, and values are texts."""
    pieces = script.pieces(raw)
    return "".join(p if isinstance(p, str) else _plain(script, p, line) for p in pieces).strip()


def without_values(raw: str) -> str:
    """The author's words alone, for messages."""
    return TOKEN.sub("…", raw)


# ---- notes -----------------------------------------------------------------------------------------------------------


def _cited(script: Manuscript, note: Note, line: int) -> Phrase:
    if any(isinstance(node, NoteRef) for node in inlines(note.children)):
        script.report(line, "note", "a note cannot stand in a note")
    if script.notes.setdefault(note.id, note) != note:
        script.report(line, "note", f"two notes with different words share the id '{note.id}'")
    return (NoteRef(note.id),)


def _free_note(script: Manuscript, token: Token, line: int) -> Phrase:
    tokens = script.environment["footnotes"]["list"][token.meta["id"]]["tokens"]
    children = _nested(script, tokens, line)
    return _cited(script, Note(f"free-{token.meta['id'] + 1}", children), line)
