"""What Jinja compiles a template to: chunks in the stead of strings, and every turn and list counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2.compiler import operators
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.nodes import Const, Slice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import nodes
    from jinja2.compiler import Frame


class Generator(NativeCodeGenerator):
    """Writes the author's words with their line, values as they are, and counts the turns."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> Any:  # noqa: ARG002 - Jinja's hook
        return node.lineno, node.as_const(frame.eval_ctx)

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr((self.name, *group))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's hook
        self.write(f"{finalize.src}{self.name!r}, {node.lineno}, ")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """A list that a template makes is weighed."""
        self._weighed(partial(super().visit_List, node, frame))

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """As a list; but not the names that a loop gives to its items."""
        made = partial(super().visit_Tuple, node, frame)
        made() if node.ctx == "store" else self._weighed(made)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """As a list."""
        self._weighed(partial(super().visit_Dict, node, frame))

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """What is compared is weighed: lists are looked through to their last item."""
        self.write("(")
        self._weighed(partial(self.visit, node.expr, frame))
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """As above."""
        self.write(f" {operators[node.op]} ")
        self._weighed(partial(self.visit, node.expr, frame))

    def _weighed(self, write: Callable[[], None]) -> None:
        self.write("environment.weighed(")
        write()
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's hook
        """A slice goes through the environment as every other item does."""
        if not isinstance(node.arg, Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(")
        self.visit(node.node, frame)
        for bound in (node.arg.start, node.arg.stop, node.arg.step):
            self.write(", ")
            self.visit(bound or Const(None), frame)
        self.write(")")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """A body of a template, a loop, a branch or a macro: each turn is counted."""
        self.writeline("environment.spend(1)")
        super().blockvisit(nodes, frame)
