"""A file that extends another: `{% extends %}` comes first and once, and nothing is printed beside its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope

DEFINING = (nodes.Import, nodes.FromImport, nodes.Macro, nodes.Assign, nodes.AssignBlock)
"""What may stand before `{% extends %}`: it prints nothing."""

NOT_AT_TOP = ("{% extends %} does not stand at the top of the file", "make it the first line")


def parent_of(tree: nodes.Template) -> nodes.Extends | None:
    """What says which file this one extends; nothing where it extends none."""
    return next((node for node in tree.body if isinstance(node, nodes.Extends)), None)


def look_beside_blocks(tree: nodes.Template, parent: nodes.Extends, scope: Scope, check: Check) -> None:
    """Tell of what is printed before `parent`, of what is never printed behind it, and of a second one."""
    first = tree.body.index(parent)
    if any(_prints(node) for node in tree.body[:first]):
        check.add("template-syntax", NOT_AT_TOP[0], scope, parent.lineno, NOT_AT_TOP[1])
    for node in tree.body[first + 1 :]:
        if isinstance(node, nodes.Extends):
            message = f"a second {{% extends %}} stands here, the first on line {parent.lineno}"
            check.add("template-syntax", message, scope, node.lineno, "a file extends one other: keep one of them")
        for line in _lines(node):
            message = "this is never printed: the file extends another, and only its blocks count"
            check.add("outside-block", message, scope, line, "move it into a block")


def _prints(node: nodes.Node) -> bool:
    return bool(tuple(_lines(node))) if isinstance(node, nodes.Output) else not isinstance(node, DEFINING)


def _lines(node: nodes.Node) -> Iterator[int]:
    """The lines on which words or values begin that a statement prints."""
    for child in node.nodes if isinstance(node, nodes.Output) else ():
        words = child.data if isinstance(child, nodes.TemplateData) else "a value"
        if words.strip():
            yield child.lineno + words[: len(words) - len(words.lstrip())].count("\n")
