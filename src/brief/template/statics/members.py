"""The fields of a value, and whether the value is there at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.problem import nearest
from brief.template.statics.kinds import (
    LOOP_FIELDS,
    UNKNOWN,
    Bag,
    Group,
    Kind,
    Loop,
    Many,
    Maybe,
    Module,
    Plain,
    Record,
    Unknown,
    Words,
    fields,
    item_of,
    merged,
    said,
    there,
)
from brief.template.statics.narrowing import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import nodes

    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope


def needed(kind: Kind, node: nodes.Node, scope: Scope, check: Check) -> bool:
    """Whether a value that something is done with is there for certain; where it may be empty, that is wrong."""
    if not isinstance(kind, Maybe):
        return True
    path = path_of(node)
    if path:
        message, hint = f"{path} may be empty", f"ask with {{% if {path} %}}"
    else:
        message, hint = "this value may be empty", "set it with {% set %} and ask for it with {% if %}"
    check.add("may-be-empty", message, scope, node.lineno, hint)
    return False


def member(owner: Kind, name: str, node: nodes.Getattr | nodes.Getitem, scope: Scope, check: Check) -> Kind:
    """The kind of a field."""
    if name.startswith("_"):
        check.add("forbidden", f"'{name}' is not open to templates: no name that begins with _ is", scope, node.lineno)
        return UNKNOWN
    needed(owner, node.node, scope, check)
    match there(owner):
        case Unknown() | Bag():
            return UNKNOWN
        case Record() as record:
            return _one_of(fields(record), name, f"{record.type.__name__} has no field '{name}'", node, scope, check)
        case Words() as words if name in dict(words.elsewhere):
            check.lacks(name, words.file, dict(words.elsewhere)[name])
            return UNKNOWN
        case Words(noun="label") as words:
            return _label(words, name, node, scope, check)
        case Words() as words:
            return _one_of(dict(words.keys), name, f"{words.file} has no {words.noun} '{name}'", node, scope, check)
        case Module() as module:
            return _one_of(module.names, name, f"{module.file} has no macro '{name}'", node, scope, check)
        case Loop() as loop:
            offered = LOOP_FIELDS | {"previtem": Maybe(loop.item), "nextitem": Maybe(loop.item)}
            return _one_of(offered, name, f"loop has no '{name}'", node, scope, check)
        case Group(items=(grouper, items)) if name in ("grouper", "list"):
            return grouper if name == "grouper" else items
        case inner:
            what, hint = said(inner)
            check.add("unknown-field", f"{what} has no fields, so no '{name}'", scope, node.lineno, _mend(inner, hint))
            return UNKNOWN


def _label(words: Words, name: str, node: nodes.Getattr | nodes.Getitem, scope: Scope, check: Check) -> Kind:
    known = dict(words.keys)
    if name in known:
        return known[name]
    hint = nearest(name, known) or f'write it in {words.file}: {name} = "…"'
    check.add("unknown-label", f"there is no label '{name}'", scope, node.lineno, hint)
    return UNKNOWN


def _mend(kind: Kind, hint: str) -> str:
    return "" if isinstance(kind, Plain) and kind.name != "yes or no" else hint


def _one_of(known: dict[str, Kind], name: str, message: str, node: nodes.Node, scope: Scope, check: Check) -> Kind:
    if name in known:
        return known[name]
    check.add("unknown-field", message, scope, node.lineno, nearest(name, known) or _some(known))
    return UNKNOWN


def _some(known: Iterable[str]) -> str:
    names = list(known)
    return f"it has {', '.join(names)}" if 0 < len(names) <= 15 else ""


def along(kind: Kind, path: str, node: nodes.Filter, scope: Scope, check: Check) -> Kind:
    """The kind of `follow_up.kind` of every item of a list, as filters name fields."""
    for name in path.split("."):
        if isinstance(kind, Maybe):
            message = f"what has '{name}' may be empty in some items"
            check.add("may-be-empty", message, scope, node.lineno, "take those that have it with |selectattr")
        if name.isdecimal():
            kind = item_of(there(kind)) or UNKNOWN
            continue
        found = there(kind)
        if isinstance(found, Record | Group | Unknown):
            grouped: dict[str, Kind] = {"grouper": UNKNOWN, "list": UNKNOWN}
            fields_known = fields(found) if isinstance(found, Record) else grouped
            if isinstance(found, Unknown):
                return UNKNOWN
            kind = _one_of(fields_known, name, f"{said(found)[0]} has no field '{name}'", node, scope, check)
            if isinstance(kind, Unknown):
                return UNKNOWN
        else:
            what = said(found)[0]
            check.add("unknown-field", f"{what} has no fields, so no '{name}'", scope, node.lineno)
            return UNKNOWN
    return kind


def cut(owner: Kind, node: nodes.Getitem, scope: Scope, check: Check) -> Kind:
    """Some items of a list: a list of the same kind."""
    found = there(owner)
    if item_of(found) is None:
        check.add("unknown-field", f"{said(found)[0]} has no items", scope, node.lineno, "print it whole")
        return UNKNOWN
    return found if isinstance(found, Many | Unknown) else Many(item_of(found) or UNKNOWN)


def picked(owner: Kind, key: Kind, node: nodes.Getitem, scope: Scope, check: Check) -> Kind:
    """An item by a number, or a label by a text of the data: one of the texts it can be has to be a label."""
    found = there(owner)
    if isinstance(found, Words):
        words = dict(found.keys)
        choices = key.choices if isinstance(key, Plain) else ()
        chosen = [words[choice] for choice in choices if choice in words]
        elsewhere = {choice: other for choice, other in found.elsewhere if choice in choices}
        for choice, other in elsewhere.items():
            check.lacks(choice, found.file, other)
        if choices and not chosen and not elsewhere:
            hint = f'write them in {found.file}: {choices[0]} = "…"'
            check.add("unknown-label", f"there is no label {' or '.join(choices)}", scope, node.lineno, hint)
        return merged(chosen or words.values())
    item = item_of(found)
    if item is None:
        check.add("unknown-field", f"{said(found)[0]} has no items", scope, node.lineno)
        return UNKNOWN
    return item
