"""Blocks: one short function for each kind that the dialect knows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast, get_args

from brief.parse.facts import read_facts
from brief.parse.inline import clean, read_inlines, without_values
from brief.parse.manuscript import TOKEN
from brief.parse.shape import LOWEST
from brief.parse.table import look_for_rows, read_table
from brief.problem import nearest
from brief.tree import Block, Callout, Document, Figure, Heading, Item, List, Paragraph, Quote
from brief.walk import rewrite_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.parse.branch import Branch
    from brief.parse.manuscript import Manuscript

    Role = Literal["body", "small"]

BLOCKS = get_args(Block)
CALLOUTS = ("bottom-line", "key-points", "note", "warning")
TITLED = (*CALLOUTS, "table", "figure")
BOXES = (*TITLED, "facts", "header", "document", "small")
KINDS = ("annex", "plain")

MARK = re.compile(r"\s{4,}([-*+]|[0-9]{1,9}[.)]|>|\|)\s")
"""A mark below words that stands so far in that the line goes on with them (CommonMark 0.31, 4.8)."""

VALUE = re.compile(rf"\s*{TOKEN.pattern}")
KIND = re.compile(r"(?<!\\)\{([\w-]*)\}$")
ATTRIBUTION = re.compile(r"(?:^|\n)\N{EM DASH}\s+(.*)$")


def read_blocks(script: Manuscript, branches: Iterable[Branch], role: Role = "body") -> tuple[Block, ...]:
    """The blocks of these branches; their paragraphs have this role."""
    return tuple(block for branch in branches for block in _block(script, branch, role))


def _block(script: Manuscript, branch: Branch, role: Role) -> Iterator[Block]:
    match branch.kind:
        case "paragraph":
            yield from _paragraph(script, branch.words, branch.line, role)
        case "heading":
            yield _heading(script, branch)
        case "bullet_list" | "ordered_list":
            yield _list(script, branch, role)
        case "blockquote":
            yield _quote(script, branch, role)
        case "table":
            yield read_table(script, branch)
        case _:
            yield from _box(script, branch, role)


def _paragraph(script: Manuscript, words: str, line: int, role: Role) -> Iterator[Block]:
    """A paragraph; or, where it holds nothing but blocks of the data, or one whole document, these.

    What stands behind paragraphs of the data, such as a note, ends the last of them.
    """
    if document := _document_alone(script, words):
        script.notes.update((note.id, note) for note in document.notes)
        yield from document.children
        return
    held, end = _blocks_before(script, words)
    *before, last = held or [None]
    if last and not words[end:].strip():
        yield from (_in_role(block, role) for block in held)
    elif isinstance(last, Paragraph) and all(isinstance(block, Paragraph) for block in before):
        behind = read_inlines(script, words[end:], line + words.count("\n", 0, end))
        yield from (_in_role(block, role) for block in (*held[:-1], replace(last, children=(*last.children, *behind))))
    else:
        look_for_rows(script, words, line)
        _look_for_marks(script, words, line)
        yield Paragraph(read_inlines(script, words, line, fresh=True), role)


def _look_for_marks(script: Manuscript, words: str, line: int) -> None:
    """Report lines of a paragraph that stand too far in for the mark they begin with to mean anything."""
    for n, said in enumerate(words.split("\n")):
        if found := MARK.match(said):
            message = f"'{found[1]}' stands too far in to mean anything: the line is read as words"
            hint = "begin the line in the column of the text above it, or at most three columns further in"
            script.report(line + n, "far-in", message, hint, "warning")


def _document_alone(script: Manuscript, words: str) -> Document | None:
    """The document that a paragraph holds and nothing else."""
    found = VALUE.fullmatch(words)
    (piece,) = script.pieces(found[0].strip()) if found else ("",)
    return piece.value if not isinstance(piece, str) and isinstance(piece.value, Document) else None


def _blocks_before(script: Manuscript, words: str) -> tuple[tuple[Block, ...], int]:
    """The blocks of the data with which a paragraph begins, and where they end in it."""
    held: list[Block] = []
    end = 0
    while found := VALUE.match(words, end):
        (piece,) = script.pieces(found[0].strip())
        if isinstance(piece, str) or not isinstance(piece.value, BLOCKS):
            break
        held.append(cast("Block", piece.value))
        end = found.end()
    return rewrite_blocks(tuple(held), clean), end


def _in_role(block: Block, role: Role) -> Block:
    return replace(block, role=role) if role == "small" and isinstance(block, Paragraph) else block


def _heading(script: Manuscript, branch: Branch) -> Heading:
    words, line = branch.words, branch.line
    level = cast("Literal[1, 2, 3]", min(len(branch.token.markup), LOWEST))
    kind: Literal["section", "annex", "plain"] = "section" if level == 1 else "plain"
    named = KIND.search(words)
    if named:
        words = words[: named.start()].rstrip()
        if named[1] not in KINDS:
            hint = nearest(named[1], KINDS) or "a heading may end in {annex} or {plain}"
            script.report(line, "heading", f"'{named[0]}' means nothing at the end of a heading", hint)
        elif named[1] == "annex" and level > 1:
            script.report(line, "heading", "only a heading of level 1 begins an annex", "write it with one '#'")
        else:
            kind = cast("Literal['annex', 'plain']", named[1])
    if not words:
        script.report(line, "heading", "this heading has no words")
    return Heading(level, read_inlines(script, words, line), kind=kind)


def _list(script: Manuscript, branch: Branch, role: Role) -> List:
    begins = branch.token.attrs.get("start", 1)
    if begins != 1:
        hint = f"a line that begins with a number and a point is written `{begins}\\. …`"
        script.report(branch.line, "list", f"a numbered list begins at 1, this one at {begins}", hint)
    items = (Item(read_blocks(script, item.children, role)) for item in branch.children)
    return List("number" if branch.kind == "ordered_list" else "bullet", tuple(items))


def _quote(script: Manuscript, branch: Branch, role: Role) -> Quote:
    """A quotation; its last line, behind a dash, says whose it is."""
    last = branch.children[-1] if branch.children else branch
    found = ATTRIBUTION.search(last.words) if last.kind == "paragraph" else None
    if not found:
        return Quote(read_blocks(script, branch.children, role))
    said = read_blocks(script, branch.children[:-1], role)
    if words := last.words[: found.start()]:
        said += tuple(_paragraph(script, words, last.line, role))
    return Quote(said, read_inlines(script, found[1], last.line + last.words.count("\n", 0, found.start(1))))


def _box(script: Manuscript, box: Branch, role: Role) -> Iterator[Block]:
    if box.title and box.name in BOXES and box.name not in TITLED:
        script.report(box.line, "box", f"the box '{box.name}' has no title", "leave out the words behind its name")
    match box.name:
        case "bottom-line" | "key-points" | "note" | "warning" as kind:
            title = read_inlines(script, box.title, box.line)
            yield Callout(kind, title, read_blocks(script, box.children, role))
        case "table":
            yield from _captioned(script, box, role)
        case "figure":
            yield from _under_caption(script, box, role)
        case "facts":
            yield read_facts(script, box, "list")
        case "header":
            yield read_facts(script, box, "header")
        case "small":
            yield from read_blocks(script, box.children, "small")
        case "document":
            script.report(box.line, "box", "the box 'document' stands in no other")
        case "":  # reported with the shape of the manuscript
            yield from read_blocks(script, box.children, role)
        case _:
            hint = nearest(box.name, BOXES) or f"the boxes are {', '.join(BOXES)}"
            script.report(box.line, "box", f"there is no box '{without_values(box.name)}'", hint)
            yield from read_blocks(script, box.children, role)


def _captioned(script: Manuscript, box: Branch, role: Role) -> Iterator[Block]:
    caption = read_inlines(script, box.title, box.line)
    if [branch.kind for branch in box.children] == ["table"]:
        yield read_table(script, box.children[0], caption)
        return
    known = len(script.problems)
    yield from read_blocks(script, box.children, role)
    if len(script.problems) == known:
        script.report(box.line, "table", "this box holds one table and nothing else")


def _under_caption(script: Manuscript, box: Branch, role: Role) -> Iterator[Block]:
    caption = read_inlines(script, box.title, box.line)
    known = len(script.problems)
    held = read_blocks(script, box.children, role)
    match held:
        case (Figure() as figure,):
            yield replace(figure, caption=caption)
        case _:
            yield from held
            if len(script.problems) == known:
                script.report(box.line, "figure", "this box holds one figure and nothing else")
