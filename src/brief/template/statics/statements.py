"""Walk the statements of a template with the types of the data: into includes, imports, parents and macros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from brief.problem import nearest
from brief.template.faults import TOO_DEEP
from brief.template.statics.binding import bind, join_branches, names_bound
from brief.template.statics.expressions import kind_of, looped, printed
from brief.template.statics.extending import NOT_AT_TOP, look_beside_blocks, parent_of
from brief.template.statics.kinds import UNKNOWN, Kind, Loop, Macro, Many, Module, Output, Scope, Unknown, there
from brief.template.statics.narrowing import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.template.statics.findings import Check

MOST_WALKS = 50
"""Kinds of arguments with which one macro is walked."""


class Walk:
    """The way through one template: what it sees from outside, the files it is in, the blocks that replace others."""

    def __init__(self, check: Check, names: dict[str, Kind]) -> None:
        self.check, self.names = check, names
        self.files: list[str] = []
        self.walked: dict[nodes.Macro, set[tuple[Kind | None, ...]]] = {}
        self.macros: dict[nodes.Macro, Macro] = {}
        self.blocks: dict[str, list[tuple[nodes.Block, str]]] = {}
        self.seen: dict[object, dict[str, Kind]] = {}

    # ---- files -------------------------------------------------------------------------------------------------------

    def template(self, name: str) -> None:
        """Walk a template from its first file, then every macro with what it is given."""
        try:
            self.file(name, Scope(name, dict(self.names)))
            self._calls()
            for macro in list(self.macros.values()):
                if macro.node not in self.walked:
                    self.check.calls.append((macro, (None,) * len(macro.node.args)))
            self._calls()
        except RecursionError:
            scope = Scope(self.files[-1] if self.files else name, {})
            self.check.add("template-syntax", TOO_DEEP, scope, 1, "move a part into a macro or a file")

    def _calls(self) -> None:
        while self.check.calls:
            self._macro(*self.check.calls.pop())

    def file(self, name: str, scope: Scope) -> None:
        """Walk a file in a scope of its own, whose names are afterwards what it defines."""
        if name not in self.check.trees:
            return
        view = (name, frozenset(scope.names.items()), scope.present, tuple(self.blocks))
        if view in self.seen:
            scope.names = dict(self.seen[view])
            return
        self.files.append(name)
        tree = self.check.trees[name]
        parent = parent_of(tree)
        if parent is None:
            self.body(tree.body, scope)
        else:
            self._child(tree, parent, scope)
        self.files.pop()
        self.seen[view] = dict(scope.names)

    def _child(self, tree: nodes.Template, parent: nodes.Extends, scope: Scope) -> None:
        """A file that extends another: its definitions, then the parent with its blocks in place."""
        blocks = {block.name: block for block in tree.find_all(nodes.Block)}
        look_beside_blocks(tree, parent, scope, self.check)
        for node in tree.body:
            if not isinstance(node, nodes.Output | nodes.Block | nodes.Extends):
                self.statement(node, scope)
        for name, block in blocks.items():
            self.blocks.setdefault(name, []).append((block, scope.file))
        target = self._target(parent, scope)
        if target is None:
            return
        above = self._blocks_above(target)
        nested = {inner.name for block in blocks.values() for inner in block.find_all(nodes.Block)}
        for name, block in blocks.items():
            if name not in above and name not in nested:
                message = f"{target} has no block '{name}', so this one is never printed"
                self.check.add("unknown-block", message, scope, block.lineno, nearest(name, above))
        self.file(target, Scope(target, dict(scope.names), scope.present))
        for name in blocks:
            self.blocks[name].pop()

    def _blocks_above(self, name: str) -> set[str]:
        found: set[str] = set()
        seen: set[str] = set()
        while name in self.check.trees and name not in seen:
            seen.add(name)
            tree = self.check.trees[name]
            found |= {block.name for block in tree.find_all(nodes.Block)}
            above = parent_of(tree)
            name = above.template.value if above is not None and isinstance(above.template, nodes.Const) else ""
        return found

    def _target(
        self, node: nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport, scope: Scope
    ) -> str | None:
        """The file that a tag names, if it is there."""
        if not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
            kind_of(node.template, scope, self.check)
            message = "the name of a part is written out, in quotation marks"
            self.check.add("part-name", message, scope, node.lineno)
            return None
        name = node.template.value
        if name in self.files:
            way = " → ".join((*self.files[self.files.index(name) :], name))
            self.check.add("circle", f"this part leads back to itself: {way}", scope, node.lineno)
            return None
        if name in self.check.trees:
            return name
        if name not in self.check.broken and not getattr(node, "ignore_missing", False):
            self._missing(name, scope, node.lineno)
        return None

    def _missing(self, name: str, scope: Scope, line: int) -> None:
        if name.startswith("/") or ".." in name.split("/") or name in self.check.outside:
            message = f"'{name}' leads out of the template's folder"
            self.check.add("outside-folder", message, scope, line, "a template uses only its own files")
            return
        hint = (
            nearest(name, self.check.trees) or "mend its name, or write it: 'parts/NAME.md.j2' in the template's folder"
        )
        self.check.add("missing-part", f"there is no part '{name}'", scope, line, hint)

    # ---- statements --------------------------------------------------------------------------------------------------

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """Walk statements one after another."""
        for node in statements:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> None:
        """Walk a statement; the names it sets are afterwards in `scope`."""
        match node:
            case nodes.Output():
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        printed(child, scope, self.check)
            case nodes.For():
                self._for(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.Assign():
                bind(node.target, kind_of(node.node, scope, self.check), scope, self.check)
            case nodes.AssignBlock():
                self._no_filter(node.filter, scope)
                self.body(node.body, scope.inner())
                bind(node.target, Output(), scope, self.check)
            case nodes.Macro():
                scope.bind(node.name, self.macros.setdefault(node, Macro(node, scope)))
            case nodes.CallBlock():
                self._call(node, scope)
            case nodes.Block():
                self._block(node, scope)
            case nodes.With():
                self._with(node, scope)
            case nodes.Scope():
                self.body(node.body, scope.inner())
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                self._other(node, scope)
            case nodes.FilterBlock():
                self._no_filter(node.filter, scope)
            case _:
                self._misplaced(node, scope)

    def _misplaced(self, node: nodes.Node, scope: Scope) -> None:
        message, hint = "this tag is not for briefs: a value is never read as markup", "leave it out"
        if isinstance(node, nodes.Extends):
            message, hint = NOT_AT_TOP
        self.check.add("template-syntax", message, scope, node.lineno, hint)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            bind(target, kind_of(value, scope, self.check), inner, self.check)
        self.body(node.body, inner)

    def _no_filter(self, node: nodes.Filter | None, scope: Scope) -> None:
        if node is not None:
            message = f"a whole block cannot go through the filter '{node.name}'"
            self.check.add(
                "arguments", message, scope, node.lineno, "filter the values in it: {{ value|" + node.name + " }}"
            )

    def _for(self, node: nodes.For, scope: Scope) -> None:
        item, having = looped(node.iter, scope, self.check)
        inner = scope.inner(names={"loop": Loop(item)})
        bind(node.target, item, inner, self.check, having=having)
        if node.test is not None:
            kind_of(node.test, inner, self.check)
            inner.present |= known(node.test, when=True)
        self.body(node.body, inner)
        self.body(node.else_, scope.inner())

    def _if(self, node: nodes.If, scope: Scope) -> None:
        branches: list[Scope] = []
        otherwise = scope.inner()
        for branch in (node, *node.elif_):
            kind_of(branch.test, otherwise, self.check)
            inside = otherwise.inner(knowing=known(branch.test, when=True))
            self.body(branch.body, inside)
            branches.append(inside)
            otherwise = otherwise.inner(knowing=known(branch.test, when=False))
        self.body(node.else_, otherwise)
        branches.append(otherwise)
        join_branches(branches, scope)

    def _call(self, node: nodes.CallBlock, scope: Scope) -> None:
        owner = kind_of(node.call.node, scope, self.check)
        if not isinstance(there(owner), Macro | Unknown):
            message = "only a macro may be called with {% call %}"
            self.check.add("not-callable", message, scope, node.lineno)
        else:
            kind_of(node.call, scope, self.check)
        self.body(node.body, scope.inner(names={argument.name: UNKNOWN for argument in node.args}))

    def _macro(self, macro: Macro, kinds: tuple[Kind | None, ...]) -> None:
        """Walk a macro with what one call gives it; what is not given has the kind of its default."""
        walked = self.walked.setdefault(macro.node, set())
        if kinds in walked or len(walked) >= MOST_WALKS:
            return
        walked.add(kinds)
        node = macro.node
        scope = macro.scope.inner(names={"caller": UNKNOWN, "varargs": Many(UNKNOWN), "kwargs": UNKNOWN})
        offset = len(node.args) - len(node.defaults)
        for position, (argument, given) in enumerate(zip(node.args, kinds, strict=True)):
            default = node.defaults[position - offset] if position >= offset else None
            kind = kind_of(default, macro.scope, self.check) if default is not None and given is None else given
            scope.bind(argument.name, kind or UNKNOWN)
        self.body(node.body, scope)

    def _block(self, node: nodes.Block, scope: Scope) -> None:
        """A block, or that of a child in its stead; a parent's own words count where `super` asks for them."""
        chain: Sequence[tuple[nodes.Block, str]] = (*self.blocks.get(node.name, ()), (node, scope.file))
        for block, file in chain:
            inner = Scope(file, dict(scope.names), scope.present)
            inner.bind("super", UNKNOWN)
            self.body(block.body, inner)
            asked = [name.lineno for name in block.find_all(nodes.Name) if name.name == "super"]
            if not asked:
                return
        self._parentless(node.name, Scope(scope.file, {}), asked[0])

    def _parentless(self, block: str, scope: Scope, line: int) -> None:
        """Report a block that asks for the words of its parent and has none."""
        parent = next((name for name in self.check.trees if name.endswith(f"/{scope.file}")), "")
        hint = f"begin the file with {{% extends '{parent}' %}}" if parent else "leave super() out"
        message = f"super() asks for the block '{block}' of another file, and this one extends none"
        self.check.add("unknown-block", message, scope, line, hint)

    def _other(self, node: nodes.Include | nodes.Import | nodes.FromImport, scope: Scope) -> None:
        target = self._target(node, scope)
        if target is None:
            for name in names_bound(node):
                scope.bind(name, UNKNOWN)
            return
        view = Scope(target, dict(scope.names if node.with_context else self.names))
        if node.with_context:
            view.present = scope.present
        outer = set(view.names)
        self.file(target, view)
        if isinstance(node, nodes.Include):
            return
        offered = {name: kind for name, kind in view.names.items() if name not in outer}
        if isinstance(node, nodes.Import):
            scope.bind(node.target, Module(offered, target))
            return
        for imported in node.names:
            theirs, ours = imported if isinstance(imported, tuple) else (imported, imported)
            if theirs not in offered:
                message = f"{target} has no macro '{theirs}'"
                self.check.add("unknown-name", message, scope, node.lineno, nearest(theirs, offered))
            scope.bind(ours, offered.get(theirs, UNKNOWN))
