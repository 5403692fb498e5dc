"""What filters give and tests ask."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.event import Party
from brief.problem import nearest
from brief.template.days import STYLES
from brief.template.faults import unknown
from brief.template.filters import LISTS_OF_JINJA
from brief.template.labels import OPEN, Labels, not_given
from brief.template.statics.calling import Arguments, fitting, plain
from brief.template.statics.kinds import (
    NODE,
    NUMBER,
    TEXT,
    UNKNOWN,
    Group,
    Kind,
    Many,
    Maybe,
    Output,
    Plain,
    Record,
    Unknown,
    item_of,
    merged,
    said,
    there,
)
from brief.template.statics.members import along, needed

if TYPE_CHECKING:
    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope


def filtered(node: nodes.Filter, owner: Kind, given: Arguments, scope: Scope, check: Check) -> Kind:
    """What a filter makes of a value of the kind `owner`."""
    if node.name not in check.filters:
        message, hint = unknown("filter", node.name, check.filters)
        check.add("unknown-filter", message, scope, node.lineno, hint)
        return UNKNOWN
    if isinstance(there(owner), Output):
        message = f"what a macro or a block gives cannot go through {node.name}: print it by itself"
        check.add("arguments", message, scope, node.lineno)
        return UNKNOWN
    if node.name not in LISTS_OF_JINJA and not fitting(
        node.name, check.filters[node.name], given, node, scope, check, before=1
    ):
        return UNKNOWN
    if node.name == "default":
        return merged((there(owner), *(kind for _, kind in given.each())))
    if node.node is not None and not needed(owner, node.node, scope, check):
        owner = there(owner)
    match node.name:
        case "upper" | "lower" | "capitalize" | "date":
            return _of_plain(node, "date" if node.name == "date" else "text", owner, given, scope, check)
        case "prose":
            _of_plain(node, "text", owner, given, scope, check)
            return NODE
        case "fill":
            for name, argument, kind in given.named:
                if needed(kind, argument, scope, check):
                    plain(("text", "number", "date"), f"fill: '{name}'", kind, argument, scope, check)
            _left_open(node, given, scope, check)
            return _of_plain(node, "text", owner, given, scope, check)
        case "people":
            return _of_people(owner, node, scope, check)
        case _:
            return _of_list(node, owner, given, scope, check)


def _of_plain(node: nodes.Filter, wanted: str, owner: Kind, given: Arguments, scope: Scope, check: Check) -> Kind:
    if not isinstance(owner, Unknown) and not (isinstance(owner, Plain) and owner.name == wanted):
        message = f"{node.name} needs a {wanted}, and this is {said(owner)[0]}"
        check.add("arguments", message, scope, node.lineno)
    match given.get(0, "style"):
        case (nodes.Const(value=style), _) if style not in STYLES:
            hint = nearest(str(style), STYLES) or f"there is {', '.join(STYLES)}"
            check.add("arguments", f"date knows no style '{style}'", scope, node.lineno, hint)
    return TEXT


def _left_open(node: nodes.Filter, given: Arguments, scope: Scope, check: Check) -> None:
    """What a text leaves open has to be given; where a label asks for more than a part gives, the one over the other
    is to be mended.
    """
    names, labels = [name for name, _, _ in given.named], check.functions.get("label")
    match node.node:
        case nodes.Const(value=str(pattern)):
            key = ""
        case nodes.Getattr(node=nodes.Name(name="label"), attr=key) if isinstance(labels, Labels):
            pattern = labels.word(key)
        case _:
            return
    place = labels.place_over(check.shown(scope.file), key) if key and isinstance(labels, Labels) else None
    for name in dict.fromkeys(OPEN.findall(pattern) if given.whole else ()):
        if name in names:
            continue
        if place:
            check.put(not_given(key, name, names, place))
        else:
            message = f"'{pattern}' asks for {{{name}}}, and fill is given {', '.join(names) or 'nothing'}"
            check.add("arguments", message, scope, node.lineno, f"write fill({name}=…)")


def _of_people(owner: Kind, node: nodes.Filter, scope: Scope, check: Check) -> Kind:
    item = owner if isinstance(owner, Record) else item_of(owner)
    if item is None or not (isinstance(item, Unknown) or item == Record(Party)):
        what = said(owner)[0]
        message = f"people needs a list of persons or organisations, and this is {what}"
        check.add("arguments", message, scope, node.lineno)
    return TEXT


def _of_list(node: nodes.Filter, owner: Kind, given: Arguments, scope: Scope, check: Check) -> Kind:
    item = item_of(owner)
    if item is None:
        message = f"{node.name} needs a list, and this is {said(owner)[0]}"
        check.add("arguments", message, scope, node.lineno)
        return UNKNOWN
    match node.name:
        case "length":
            return NUMBER
        case "first" | "last":
            return Maybe(item)
        case "join" | "listed":
            if not isinstance(item, Unknown) and not (isinstance(item, Plain) and item.name == "text"):
                message = f"{node.name} needs a list of texts, and this is a list of {_plural(item)}"
                check.add("arguments", message, scope, node.lineno, "take one field of each with |map(attribute=…)")
            return TEXT
        case "map":
            return _mapped(node, item, given, scope, check)
        case "selectattr" | "rejectattr":
            return _chosen(node, owner, item, given, scope, check)
        case "groupby":
            return Many(Group((_attribute(node, item, given, scope, check), Many(item))))
        case "sort" | "unique":
            _attribute(node, item, given, scope, check, position=2 if node.name == "sort" else 1)
            return owner
        case _:
            return owner


def _attribute(
    node: nodes.Filter, item: Kind, given: Arguments, scope: Scope, check: Check, *, position: int = 0
) -> Kind:
    """The kind of the field that a filter names, looked up in the items of its list."""
    match given.get(position, "attribute"):
        case (nodes.Const(value=str(path)), _):
            kinds = [along(item, one.strip(), node, scope, check) for one in path.split(",")]
            return kinds[0]
        case None if node.name in ("selectattr", "rejectattr", "groupby"):
            check.add("arguments", f"{node.name} needs the name of a field", scope, node.lineno)
            return UNKNOWN
        case _:
            return UNKNOWN


def _mapped(node: nodes.Filter, item: Kind, given: Arguments, scope: Scope, check: Check) -> Kind:
    if given.placed:
        match given.placed[0][0]:
            case nodes.Const(value=str(name)) if name not in check.filters:
                hint = f"write map(attribute='{name}') for a field"
                check.add("unknown-filter", f"there is no filter '{name}'", scope, node.lineno, hint)
        return Many(UNKNOWN)
    kind = _attribute(node, item, given, scope, check)
    instead = given.get(len(given.placed), "default")
    return Many(merged((there(kind), instead[1])) if instead else kind)


def _chosen(node: nodes.Filter, owner: Kind, item: Kind, given: Arguments, scope: Scope, check: Check) -> Kind:
    _attribute(node, item, given, scope, check)
    match given.get(1, ""):
        case (nodes.Const(value=str(name)) as test, _) if name not in check.tests:
            unknown_test(name, test, scope, check)
        case (nodes.Const(value=str(name)), _):
            look_at_test(name, Arguments(given.placed[2:], (), given.whole), node, scope, check)
    match given.get(0, "attribute"):
        case (nodes.Const(value=str(path)), _) if node.name == "selectattr" and isinstance(owner, Many):
            return Many(owner.item, owner.having | {path})
        case _:
            return owner


def _plural(kind: Kind) -> str:
    return f"{kind.type.__name__} records" if isinstance(kind, Record) else "other things"


def look_at_test(name: str, given: Arguments, node: nodes.Node, scope: Scope, check: Check) -> None:
    """A test is given as many values as it asks for, beside the one that is tested."""
    wanted, found = len(inspect.signature(check.tests[name]).parameters) - 1, len(tuple(given.each()))
    if not given.whole or found == wanted:
        return
    message = f"the test '{name}' {'needs a value to test with' if found < wanted else 'is given too many values'}"
    check.add("arguments", message, scope, node.lineno, "it takes one" if wanted else "it takes none")


def unknown_test(name: str, node: nodes.Node, scope: Scope, check: Check) -> None:
    """A test that is not there."""
    message, hint = unknown("test", name, check.tests)
    check.add("unknown-test", message, scope, node.lineno, hint)
