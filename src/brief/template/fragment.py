"""What a macro, a block or a set-block gave, while a template is being filled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from jinja2 import TemplateRuntimeError

from brief.place import Place
from brief.template.chunks import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.template.chunks import Written
    from brief.tree import Paragraph


_NOWHERE = Place("", 0)


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


class Prose(Fragment):
    """The paragraphs of a text, which are printed one after another."""

    __slots__ = ()

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        super().__init__(tuple(Value(paragraph, _NOWHERE) for paragraph in paragraphs))

    def at(self, place: Place) -> Fragment:
        """The paragraphs, printed at a place of the template."""
        return Fragment(tuple(replace(chunk, place=place) for chunk in self.chunks))
