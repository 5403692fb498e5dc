"""How names come to mean something: by `set`, `for`, `with`, `import`, and in the branches of an `if`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.template.statics.kinds import UNKNOWN, Bag, Group, Kind, Maybe, Unknown, merged, there

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope


def bind(target: nodes.Node, kind: Kind, scope: Scope, check: Check, *, having: frozenset[str] = frozenset()) -> None:
    """Give the target of a tag its kind; what is looped over has the fields `having`."""
    match target:
        case nodes.Name():
            scope.bind(target.name, kind, having)
        case nodes.Tuple():
            items = kind.items if isinstance(kind, Group) else (UNKNOWN,) * len(target.items)
            if len(items) != len(target.items):
                message = f"{len(target.items)} names are given {len(items)} values"
                check.add("arguments", message, scope, target.lineno)
                items = (UNKNOWN,) * len(target.items)
            for one, item in zip(target.items, items, strict=True):
                bind(one, item, scope, check)
        case nodes.NSRef():
            owner = scope.names.get(target.name)
            if not isinstance(owner, Bag | Unknown):
                message = f"only a namespace can be given '{target.attr}'"
                hint = f"write {{% set {target.name} = namespace() %}} first"
                check.add("unknown-name", message, scope, target.lineno, hint)
        case _:
            pass


def join_branches(branches: Sequence[Scope], scope: Scope) -> None:
    """What is known after an `if`: a name that only some branches set may be empty."""
    before = set(scope.names)
    for name in dict.fromkeys(name for branch in branches for name in branch.names):
        found = [branch.names[name] for branch in branches if name in branch.names]
        kind = found[0] if all(one == found[0] for one in found) else merged(found)
        scope.names[name] = kind if len(found) == len(branches) or name in before else Maybe(there(kind))
    scope.present = frozenset.intersection(*(branch.present for branch in branches))


def names_bound(node: nodes.Node) -> list[str]:
    """The names that an import brings."""
    match node:
        case nodes.Import():
            return [node.target]
        case nodes.FromImport():
            return [name[1] if isinstance(name, tuple) else name for name in node.names]
        case _:
            return []
