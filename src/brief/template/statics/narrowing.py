"""What a condition tells of the values it asks for: which are not empty where it holds, and where it does not."""

from __future__ import annotations

from jinja2 import nodes


def path_of(node: nodes.Node | None) -> str:
    """A value as its author wrote it, `claim.quote`; nothing where it is worked out."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            owner = path_of(node.node)
            return f"{owner}.{node.attr}" if owner else ""
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            owner = path_of(node.node)
            return f"{owner}.{key}" if owner else ""
        case nodes.Getitem(arg=nodes.Const(value=key)):
            owner = path_of(node.node)
            return f"{owner}[{key}]" if owner else ""
        case nodes.Filter(name="list" | "sort" | "reverse" | "unique", node=inner):
            return path_of(inner)
        case nodes.Filter(name="first" | "last" as name, args=[]):
            owner = path_of(node.node)
            return f"{owner}|{name}" if owner else ""
        case _:
            return ""


def known(test: nodes.Node | None, *, when: bool) -> frozenset[str]:
    """The paths that are not empty where `test` comes out as `when`."""
    match test:
        case nodes.And() | nodes.Or():
            left, right = known(test.left, when=when), known(test.right, when=when)
            both_count = isinstance(test, nodes.And) is when
            return left | right if both_count else left & right
        case nodes.Not():
            return known(test.node, when=not when)
        case nodes.Test(name="none"):
            return _there(test.node) if not when else frozenset()
        case nodes.Test(name="defined"):
            return _there(test.node) if when else frozenset()
        case nodes.Compare(ops=[nodes.Operand() as operand]):
            return _compared(test.expr, operand, when=when)
        case nodes.Test(name="==" | "eq" | "equalto" | "in"):
            return _there(test.node) if when else frozenset()
        case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter():
            return _there(test) if when else frozenset()
        case _:
            return frozenset()


def _compared(value: nodes.Node, operand: nodes.Operand, *, when: bool) -> frozenset[str]:
    nothing = isinstance(operand.expr, nodes.Const) and operand.expr.value is None
    if operand.op == "ne":
        return _there(value) if when is nothing else frozenset()
    if operand.op == "eq" and nothing:
        return _there(value) if not when else frozenset()
    return _there(value) if when and operand.op in ("eq", "in") else frozenset()


def _there(node: nodes.Node) -> frozenset[str]:
    """A value is not empty: neither is what it is a field of, nor the list it is the first of."""
    paths = set()
    inner: nodes.Node | None = node
    while isinstance(inner, nodes.Getattr | nodes.Getitem | nodes.Filter):
        paths.add(path_of(inner))
        inner = None if isinstance(inner, nodes.Filter) and inner.name == "default" else inner.node
    paths.add(path_of(inner))
    paths.discard("")
    for path in tuple(paths):
        paths |= {f"{path}|first", f"{path}|last"}
    return frozenset(paths)
