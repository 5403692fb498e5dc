"""The kind of an expression, and all that is wrong inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.problem import nearest
from brief.template.fields import described
from brief.template.statics.calling import Arguments, called
from brief.template.statics.filtering import filtered, look_at_test, unknown_test
from brief.template.statics.kinds import (
    NUMBER,
    TEXT,
    TRUTH,
    UNKNOWN,
    Group,
    Kind,
    Many,
    Maybe,
    Output,
    Plain,
    Unknown,
    item_of,
    merged,
    said,
    there,
)
from brief.template.statics.members import cut, member, needed, picked
from brief.template.statics.narrowing import known, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope


def kind_of(node: nodes.Node, scope: Scope, check: Check) -> Kind:
    """What a value can be; what is wrong with it goes to `check`."""
    kind = _kind_of(node, scope, check)
    return there(kind) if path_of(node) in scope.present else kind


def printed(node: nodes.Node, scope: Scope, check: Check) -> None:
    """A value that is printed: a text, a number, a date, a node or what a macro gave, and never empty."""
    kind = kind_of(node, scope, check)
    if not needed(kind, node, scope, check):
        return
    match node:
        case nodes.Const(value=float(value)):
            what, hint = described(value)
        case nodes.Dict():
            what, hint = described({})
        case _ if isinstance(kind, Output | Unknown):
            return
        case _:
            what, hint = said(kind)
    if hint != "print it as it is":
        check.add("cannot-print", f"{what} cannot be printed", scope, node.lineno, hint)


def looped(node: nodes.Node, scope: Scope, check: Check) -> tuple[Kind, frozenset[str]]:
    """What a loop over a value gives, and the fields every item has."""
    kind = kind_of(node, scope, check)
    if not needed(kind, node, scope, check):
        return UNKNOWN, frozenset()
    item = item_of(kind)
    if item is None:
        check.add("cannot-loop", f"{said(kind)[0]} is no list to loop over", scope, node.lineno)
        return UNKNOWN, frozenset()
    return item, kind.having if isinstance(kind, Many) else frozenset()


def _kind_of(node: nodes.Node, scope: Scope, check: Check) -> Kind:
    match node:
        case nodes.Name():
            return _named(node, scope, check)
        case nodes.Const():
            return _constant(node.value)
        case nodes.Getattr():
            return member(kind_of(node.node, scope, check), node.attr, node, scope, check)
        case nodes.Getitem():
            return _item(node, scope, check)
        case nodes.Filter() | nodes.Test() | nodes.Call():
            return _applied(node, scope, check)
        case nodes.CondExpr():
            return _either(node, scope, check)
        case nodes.And() | nodes.Or() | nodes.Not() | nodes.Compare():
            return _asked(node, scope, check)
        case nodes.Concat():
            _all(node.nodes, scope, check)
            hint = "print the one after the other: {{ a }}{{ b }}"
            check.add("joined", "texts are not joined with ~", scope, node.lineno, hint)
            return TEXT
        case nodes.BinExpr():
            return _reckoned(node, scope, check)
        case nodes.Tuple():
            return Group(_all(node.items, scope, check))
        case nodes.List():
            return Many(merged(_all(node.items, scope, check)))
        case _:
            _all([child for child in node.iter_child_nodes() if isinstance(child, nodes.Expr)], scope, check)
            return UNKNOWN


def _all(expressions: Sequence[nodes.Node], scope: Scope, check: Check) -> tuple[Kind, ...]:
    return tuple(kind_of(one, scope, check) for one in expressions)


def _named(node: nodes.Name, scope: Scope, check: Check) -> Kind:
    if node.name in scope.names:
        return scope.names[node.name]
    hint = nearest(node.name, scope.names) or "a text stands in quotation marks"
    check.add("unknown-name", f"nothing is called '{node.name}' here", scope, node.lineno, hint)
    return UNKNOWN


def _constant(value: object) -> Kind:
    match value:
        case bool():
            return TRUTH
        case str():
            return TEXT
        case int():
            return NUMBER
        case None:
            return Maybe(UNKNOWN)
        case _:
            return UNKNOWN


def _item(node: nodes.Getitem, scope: Scope, check: Check) -> Kind:
    owner = kind_of(node.node, scope, check)
    match node.arg:
        case nodes.Const(value=str(key)):
            return member(owner, key, node, scope, check)
        case nodes.Slice():
            _all([part for part in (node.arg.start, node.arg.stop, node.arg.step) if part], scope, check)
            return cut(owner, node, scope, check) if needed(owner, node.node, scope, check) else UNKNOWN
        case _:
            key_kind = kind_of(node.arg, scope, check)
            return picked(owner, key_kind, node, scope, check) if needed(owner, node.node, scope, check) else UNKNOWN


def _applied(node: nodes.Filter | nodes.Test | nodes.Call, scope: Scope, check: Check) -> Kind:
    """A filter, a test or a call, with its arguments."""
    given = Arguments(
        tuple((argument, kind_of(argument, scope, check)) for argument in node.args),
        tuple((str(pair.key), pair.value, kind_of(pair.value, scope, check)) for pair in _pairs(node)),
        whole=node.dyn_args is None and node.dyn_kwargs is None,
    )
    _all([extra for extra in (node.dyn_args, node.dyn_kwargs) if extra is not None], scope, check)
    if isinstance(node, nodes.Test):
        return _tested(node, given, scope, check)
    owner = kind_of(node.node, scope, check) if node.node is not None else UNKNOWN
    if isinstance(node, nodes.Call):
        return called(owner, node, given, scope, check)
    return filtered(node, owner, given, scope, check)


def _pairs(node: nodes.Filter | nodes.Test | nodes.Call) -> Sequence[nodes.Keyword | nodes.Pair]:
    return node.kwargs


def _tested(node: nodes.Test, given: Arguments, scope: Scope, check: Check) -> Kind:
    if node.name not in check.tests:
        unknown_test(node.name, node, scope, check)
    else:
        look_at_test(node.name, given, node, scope, check)
    if not (isinstance(node.node, nodes.Name) and node.name in ("defined", "undefined")):
        kind_of(node.node, scope, check)
    return TRUTH


def _either(node: nodes.CondExpr, scope: Scope, check: Check) -> Kind:
    kind_of(node.test, scope, check)
    kinds = [kind_of(node.expr1, scope.inner(knowing=known(node.test, when=True)), check)]
    if node.expr2 is not None:
        kinds.append(kind_of(node.expr2, scope.inner(knowing=known(node.test, when=False)), check))
    return merged(kinds)


def _asked(node: nodes.Node, scope: Scope, check: Check) -> Kind:
    """A condition: the right side of `and` and `or` is looked at only where the left side came out so."""
    match node:
        case nodes.And():
            kind_of(node.left, scope, check)
            kind_of(node.right, scope.inner(knowing=known(node.left, when=True)), check)
            return UNKNOWN
        case nodes.Or():
            left = kind_of(node.left, scope, check)
            right = kind_of(node.right, scope.inner(knowing=known(node.left, when=False)), check)
            return merged((there(left), right))
        case nodes.Compare():
            kinds = _all([node.expr, *(operand.expr for operand in node.ops)], scope, check)
            if any(isinstance(there(kind), Output) for kind in kinds):
                message = "what a macro or a block gives cannot be compared: ask whether it is there with {% if %}"
                check.add("arguments", message, scope, node.lineno)
            _choice(node, kinds[0], scope, check)
            return TRUTH
        case _:
            _all([child for child in node.iter_child_nodes() if isinstance(child, nodes.Expr)], scope, check)
            return TRUTH


def _choice(node: nodes.Compare, kind: Kind, scope: Scope, check: Check) -> None:
    """A word of a closed set is compared with one that is not in it: that can never be true."""
    found = there(kind)
    if not isinstance(found, Plain) or not found.choices:
        return
    for operand in node.ops:
        written = operand.expr.items if isinstance(operand.expr, nodes.List | nodes.Tuple) else [operand.expr]
        for one in written:
            if isinstance(one, nodes.Const) and isinstance(one.value, str) and one.value not in found.choices:
                hint = nearest(one.value, found.choices) or f"it is one of {', '.join(found.choices)}"
                check.add("choice", f"this is never '{one.value}'", scope, one.lineno, hint)


def _reckoned(node: nodes.BinExpr, scope: Scope, check: Check) -> Kind:
    kinds = _all([node.left, node.right], scope, check)
    for one, kind in zip((node.left, node.right), kinds, strict=True):
        if not needed(kind, one, scope, check):
            return UNKNOWN
    left, right = (there(kind) for kind in kinds)
    if node.operator == "+" and isinstance(left, Many | Group) and isinstance(right, Many | Group):
        return Many(merged((item_of(left) or UNKNOWN, item_of(right) or UNKNOWN)))
    if node.operator in ("/", "**"):
        check.add(
            "arguments", f"'{node.operator}' is not for templates", scope, node.lineno, "whole numbers divide with //"
        )
    elif any(kind not in (NUMBER, UNKNOWN) for kind in (left, right)):
        hint = "texts are printed one after another"
        check.add("arguments", f"'{node.operator}' is for whole numbers", scope, node.lineno, hint)
    return NUMBER
