"""What is wrong with the shape of a whole manuscript: headings out of step, boxes without an end, too deep nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.parse.dialect import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.parse.branch import Branch
    from brief.parse.manuscript import Manuscript

LOWEST = 3
"""The lowest level of headings that an author writes."""


def look_at_shape(script: Manuscript, outer: Sequence[Branch]) -> None:
    """Report what only the whole manuscript shows."""
    every = tuple(_all(outer))
    _look_at_headings(script, (branch for branch in every if branch.kind == "heading"))
    _look_at_boxes(script, (branch for branch in every if branch.kind == "box"))
    deepest = next((branch for branch in every if branch.token.level >= DEEPEST - 1), None)
    if deepest:
        script.report(deepest.line, "nesting", "blocks stand too deep in one another here")


def _all(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.children)


def _look_at_headings(script: Manuscript, headings: Iterable[Branch]) -> None:
    before = 0
    for heading in headings:
        level = len(heading.token.markup)
        if level > LOWEST:
            script.report(heading.line, "heading", f"headings have {LOWEST} levels, this one is of level {level}")
        elif level > before + 1:
            said = f"follows one of level {before}" if before else "is the first"
            message = f"a heading of level {level} {said}: a level is left out"
            script.report(heading.line, "heading-level", message, f"write it with {before + 1} '#'")
        before = min(level, LOWEST)


def _look_at_boxes(script: Manuscript, boxes: Iterable[Branch]) -> None:
    ends: set[int] = set()
    within: set[int] = set()  # lines of boxes in one that is told already
    torn: list[range] = []
    for box in boxes:
        inner = [each for each in _all(box.children) if each.kind == "box" and each.name]
        if box.name and any(len(each.token.markup) >= len(box.token.markup) for each in inner):
            hint = f"end it with '{box.token.markup}' on a line of its own; a box around boxes has more colons"
            script.report(box.line, "box", "the box that opens here is not closed before the next one opens", hint)
            within |= {each.line for each in inner}
            torn.append(range(box.line, box.end))
        if box.line in within:
            continue
        end = script.lines[box.end].lstrip("> \t") if box.end < len(script.lines) else ""
        if not box.name:
            script.report(box.line, "box", f"'{box.token.markup}' closes no box here", "a box begins `::: name`")
        elif box.end not in ends and len(end) >= len(box.token.markup) and not end.strip(":"):
            ends.add(box.end)
        else:
            hint = f"end it with '{box.token.markup}' on a line of its own; a box around boxes has more colons"
            script.report(box.line, "box", "the box that opens here is never closed", hint)
            torn.append(range(box.line, box.end))
    script.torn.extend(torn)
