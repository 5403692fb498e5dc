"""What a macro, a block or a set-block gave, while a template is being filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from jinja2 import TemplateRuntimeError

from brief.template.chunks import Value

if TYPE_CHECKING:
    from brief.template.chunks import Written


class Fragment:
    """Chunks that are printed by themselves: whoever would join, compare or filter them is told so.

    It may be asked whether it holds anything, so that `{% if caller() %}` works.
    """

    __slots__ = ("chunks",)

    def __init__(self, chunks: tuple[Written | Value, ...]) -> None:
        self.chunks = chunks

    def __bool__(self) -> bool:
        return any(isinstance(chunk, Value) or chunk.text.strip() for chunk in self.chunks)

    def _refuse(self, *_: object) -> NoReturn:
        message = "what a macro or a block gave cannot be joined, filtered or compared: print it by itself"
        raise TemplateRuntimeError(message)

    __str__ = __iter__ = __len__ = __getitem__ = __contains__ = __hash__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __mod__ = __rmod__ = __mul__ = __rmul__ = _refuse
