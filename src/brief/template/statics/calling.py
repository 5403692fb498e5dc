"""Calls: of macros, whose bodies are walked with what they are given, and of the functions of the house."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.problem import nearest
from brief.template.cite import CITED
from brief.template.functions import DOTS, LEVELS
from brief.template.statics.kinds import (
    NODE,
    NUMBER,
    UNKNOWN,
    Bag,
    Function,
    Group,
    Kind,
    Loop,
    Macro,
    Many,
    Output,
    Plain,
    Record,
    Unknown,
    said,
    there,
)
from brief.template.statics.members import needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.template.statics.findings import Check
    from brief.template.statics.kinds import Scope

_GIVES: dict[str, Kind] = {
    "badge": NODE,
    "cite": NODE,
    "contents": NODE,
    "namespace": Bag(),
    "range": Many(NUMBER),
    "status_bar": NODE,
    "timeline": NODE,
}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call, a filter or a test is given. `whole` is false where `*list` or `**names` add what nobody knows."""

    placed: tuple[tuple[nodes.Node, Kind], ...]
    named: tuple[tuple[str, nodes.Node, Kind], ...] = ()
    whole: bool = True

    def each(self) -> Iterable[tuple[nodes.Node, Kind]]:
        """Every argument and its kind."""
        return (*self.placed, *((node, kind) for _, node, kind in self.named))

    def get(self, position: int, name: str) -> tuple[nodes.Node, Kind] | None:
        """An argument by its position or its name."""
        if position < len(self.placed):
            return self.placed[position]
        return next(((node, kind) for key, node, kind in self.named if key == name), None)


def called(owner: Kind, node: nodes.Call, given: Arguments, scope: Scope, check: Check) -> Kind:
    """What a call gives."""
    match there(owner):
        case Macro() as macro:
            return _macro(macro, node, given, scope, check)
        case Function() as function:
            return _function(function, node, given, scope, check)
        case Loop():
            return Output()
        case Unknown():
            return UNKNOWN
        case inner:
            check.add(
                "not-callable", f"{said(inner)[0]} cannot be called", scope, node.lineno, "leave out the brackets"
            )
            return UNKNOWN


def _macro(macro: Macro, node: nodes.Call, given: Arguments, scope: Scope, check: Check) -> Kind:
    names = [argument.name for argument in macro.node.args]
    title = f"the macro {macro.node.name}"
    free = {name.name for name in _names_in(macro.node)}
    for key, value, _ in given.named:
        if key not in names and key != "caller" and "kwargs" not in free:
            check.add("arguments", f"{title} takes no '{key}'", scope, value.lineno, nearest(key, names))
    if len(given.placed) > len(names) and "varargs" not in free:
        message = f"{title} takes {len(names)} values, not {len(given.placed)}"
        check.add("arguments", message, scope, node.lineno)
    kinds: list[Kind | None] = []
    needs = len(names) - len(macro.node.defaults)
    for position, name in enumerate(names):
        argument = given.get(position, name)
        if argument is None and position < needs and given.whole:
            check.add("arguments", f"{title} needs a value for '{name}'", scope, node.lineno)
        kinds.append(argument[1] if argument else None if given.whole else UNKNOWN)
    check.calls.append((macro, tuple(kinds)))
    return Output()


def _names_in(macro: nodes.Macro) -> Iterable[nodes.Name]:
    return macro.find_all(nodes.Name)


def _function(function: Function, node: nodes.Call, given: Arguments, scope: Scope, check: Check) -> Kind:
    if not fitting(function.name, check.functions[function.name], given, node, scope, check):
        return _GIVES.get(function.name, UNKNOWN)
    if function.name == "namespace":
        return Bag()
    for argument, kind in given.each():
        if not needed(kind, argument, scope, check):
            continue
        match function.name:
            case "cite":
                _claim(there(kind), argument, scope, check)
                _no_empty_list(argument, scope, check)
            case "range":
                plain(("number",), function.name, kind, argument, scope, check)
            case "badge" | "status_bar" | "timeline":
                plain(("text",), function.name, kind, argument, scope, check)
            case "contents":
                title = given.get(0, "title")
                wanted = "text" if title and title[0] is argument else "number"
                plain((wanted,), function.name, kind, argument, scope, check)
                _level(argument, scope, check)
    if function.name == "badge":
        _status(given, scope, check)
    if function.name == "cite" and given.whole and not given.placed:
        check.add("arguments", "cite needs a claim", scope, node.lineno, "write cite(claim)")
    return _GIVES.get(function.name, UNKNOWN)


def _claim(kind: Kind, node: nodes.Node, scope: Scope, check: Check) -> None:
    match kind:
        case Unknown():
            return
        case Record() if issubclass(kind.type, CITED):
            return
        case Many():
            _claim(there(kind.item), node, scope, check)
        case Group():
            for item in kind.items:
                _claim(there(item), node, scope, check)
        case _:
            check.add("arguments", f"cite needs a claim, and this is {said(kind)[0]}", scope, node.lineno)


def _no_empty_list(node: nodes.Node, scope: Scope, check: Check) -> None:
    if isinstance(node, nodes.List | nodes.Tuple) and not node.items:
        check.add("arguments", "cite needs a claim, and this list is empty", scope, node.lineno)


def _level(node: nodes.Node, scope: Scope, check: Check) -> None:
    if isinstance(node, nodes.Const) and isinstance(node.value, int) and node.value not in LEVELS:
        message = f"contents lists headings of level 1, 2 or 3, not {node.value}"
        check.add("arguments", message, scope, node.lineno)


def _status(given: Arguments, scope: Scope, check: Check) -> None:
    argument = given.get(0, "status")
    if argument is None:
        return
    node, kind = argument
    choices = (node.value,) if isinstance(node, nodes.Const) else kind.choices if isinstance(kind, Plain) else ()
    for choice in choices:
        if isinstance(choice, str) and choice not in DOTS:
            check.add(
                "arguments", f"badge knows no status '{choice}'", scope, node.lineno, f"there is {', '.join(DOTS)}"
            )


def plain(names: tuple[str, ...], title: str, kind: Kind, node: nodes.Node, scope: Scope, check: Check) -> None:
    """One of the plain kinds is needed."""
    found = there(kind)
    if isinstance(found, Unknown) or (isinstance(found, Plain) and found.name in names):
        return
    message = f"{title} needs a {' or a '.join(names)}, and this is {said(found)[0]}"
    check.add("arguments", message, scope, node.lineno)


def fitting(
    title: str,
    function: Callable[..., object] | object,
    given: Arguments,
    node: nodes.Node,
    scope: Scope,
    check: Check,
    *,
    before: int = 0,
) -> bool:
    """Whether arguments fit the signature of a function, `before` of which come from elsewhere."""
    if not given.whole or not callable(function):
        return True
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # written in C: it says so itself, while filling
        return True
    names = list(signature.parameters)[before:]
    try:
        signature.bind(*(None,) * (before + len(given.placed)), **{key: None for key, _, _ in given.named})
    except TypeError as error:
        wrong = next((key for key, _, _ in given.named if key not in names), "")
        hint = nearest(wrong, names) if wrong else f"it takes {', '.join(names)}" if names else "it takes nothing"
        message = f"{title} takes no '{wrong}'" if wrong else f"{title} {_misfit(str(error))}"
        check.add("arguments", message, scope, node.lineno, hint)
        return False
    return True


def _misfit(error: str) -> str:
    """Python's words for arguments that do not fit, in plain ones."""
    if found := re.match("missing a required .*'(.+)'", error):
        return f"needs a value for '{found[1]}'"
    if found := re.match("multiple values for argument '(.+)'", error):
        return f"is given '{found[1]}' twice"
    return "is given too many values"
