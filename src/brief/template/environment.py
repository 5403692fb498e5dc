"""Jinja, kept to what a brief needs: sandboxed, strict, bounded, and never joining texts.

A compiled template yields what its author wrote, with file and line, and values as they are. Nothing here is a string
that could be mistaken for another, so there is nothing to escape.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import wraps
from types import MethodType
from typing import TYPE_CHECKING, Any, cast

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from brief.event import Day
from brief.place import Count, Place
from brief.template.bounds import LARGEST_NUMBER, MOST_STEPS, weight
from brief.template.chunks import Value, Written
from brief.template.days import Dates, spoken
from brief.template.fields import LOOP, described, fields_of
from brief.template.fragment import Fragment, Prose
from brief.template.generator import Generator
from brief.template.labels import Labels
from brief.template.lines import keep_lines
from brief.template.settings import Settings
from brief.tree import Block, Document, Inline, Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.runtime import Context

_NUMBERS = (int, Count)


class Absent(StrictUndefined):
    """A value that is not there: it may be asked for with `{% if %}`, and for nothing else."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]  # the strict one raises
        return False


@pass_context  # so that Jinja works out no constant while it compiles
def finalize(context: Context, name: str, line: int, value: object) -> Fragment | Value:
    """What is printed, checked: a text, a whole number, a date, a node of the tree, or what a macro gave."""
    environment = cast("Environment", context.environment)
    match value:
        case Prose():
            return value.at(environment.place(name, line))
        case Fragment():
            return value
        case Undefined():
            if type(value) is Undefined:  # an inline `if` without `else` prints nothing
                return Fragment(())
            raise TemplateRuntimeError(value._undefined_message)  # noqa: SLF001 - the only way to its words
        case None:
            message = "this value is empty: ask with {% if %} before printing it"
            raise TemplateRuntimeError(message)
        case bool():
            message = "yes or no cannot be printed: ask with {% if %}"
            raise TemplateRuntimeError(message)
        case Day():
            printed: object = spoken(value, environment.dates)
        case str() | int():
            printed = value
        case _ if isinstance(value, Inline | Block | Note | Document):
            printed = value
        case _:
            what, hint = described(value)
            message = f"{what} cannot be printed: {hint}"
            raise TemplateRuntimeError(message)
    return Value(printed, environment.place(name, line))


class Environment(SandboxedEnvironment):
    """The rules under which the templates of a brief run, for one filling."""

    code_generator_class = Generator
    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(self, *, dates: Dates | None = None, shown: Callable[[str], str] = str) -> None:
        super().__init__(
            undefined=Absent,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            auto_reload=False,
            optimized=False,  # it would work out constants, and leave them in the tree that is checked
        )
        self.dates, self.shown = dates or Dates({}), shown
        self.filters, self.tests, self.globals = {}, {}, {}
        self._spent = 0
        self._places: dict[tuple[str, int], Place] = {}

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Let a line of words keep its end, whatever tag stands there."""
        return super().preprocess(keep_lines(source), name, filename)

    def place(self, name: str, line: int) -> Place:
        """A line of a file of the template."""
        found = self._places.get((name, line))
        if found is None:
            found = self._places[name, line] = Place(self.shown(name), line)
        return found

    def spend(self, steps: int) -> None:
        """Count towards `MOST_STEPS`. Raises TemplateRuntimeError beyond."""
        self._spent += steps
        if self._spent > MOST_STEPS:
            message = f"this template takes more than {MOST_STEPS:,} steps: a loop or a macro runs too often"
            raise TemplateRuntimeError(message)

    def weighed(self, value: Any) -> Any:
        """A value whose items count towards `MOST_STEPS`. Raises TemplateRuntimeError for a list of too many."""
        self.spend(weight(value))
        return value

    def charged(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter or a test for which the items of what it is given count."""

        @wraps(function)
        def charged(*args: Any, **kwargs: Any) -> Any:
            self.spend(weight(*args, *kwargs.values()))
            return function(*args, **kwargs)

        return charged

    def concat(self, chunks: Iterable[Any]) -> Fragment:  # type: ignore[override]  # Jinja would join strings here
        """Chunks in a row. Jinja calls this wherever it would join strings."""
        flat: list[Written | Value] = []
        for chunk in chunks:
            match chunk:
                case Fragment():
                    flat.extend(chunk.chunks)
                    self.spend(len(chunk.chunks))
                case Value():
                    flat.append(chunk)
                case (str(name), *pieces):
                    flat.extend(Written(text, self.place(name, line)) for line, text in pieces)
                case _:
                    message = "only a macro may be called with {% call %}"
                    raise TemplateRuntimeError(message)
        self.spend(len(flat))
        return Fragment(tuple(flat))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field: of a record, of the labels, of `loop`, of an imported file. There are no methods."""
        return self.field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list by its number, or a field by its name."""
        if isinstance(argument, str):
            return self.field(obj, str(argument))
        if isinstance(argument, int) and isinstance(obj, tuple | list | range):
            if -len(obj) <= argument < len(obj):
                return obj[argument]
            message = f"the list has {len(obj)} items, so no [{argument}]"
            raise TemplateRuntimeError(message)
        what, _ = described(obj)
        message = f"{what} has no items"
        raise TemplateRuntimeError(message)

    def cut(self, obj: Any, start: Any, stop: Any, step: Any) -> Any:
        """Some items of a list. A text is whole: its mark stands at its beginning, and its end says what it means."""
        if isinstance(obj, Undefined):
            raise TemplateRuntimeError(obj._undefined_message)  # noqa: SLF001 - the only way to its words
        if not isinstance(obj, tuple | list | range):
            message = f"{described(obj)[0]} has no items"
            raise TemplateRuntimeError(message)
        if not all(bound is None or isinstance(bound, int) for bound in (start, stop, step)) or step == 0:
            message = "a list is cut by whole numbers"
            raise TemplateRuntimeError(message)
        return self.weighed(obj[start:stop:step])

    def field(self, owner: Any, name: str) -> Any:
        """The value of a field. Raises TemplateRuntimeError where there is none."""
        if name.startswith("_"):
            message = f"'{name}' is not open to templates: no name that begins with _ is"
            raise SecurityError(message)
        match owner:
            case Undefined():
                raise TemplateRuntimeError(owner._undefined_message)  # noqa: SLF001 - the only way to its words
            case Labels():
                return _word(owner, name)
            case Settings():
                return _item(owner.values, name)
            case LoopContext() if name in LOOP:
                return getattr(owner, name)
            case Namespace() | dict():
                return _item(owner, name)
            case _ if name in getattr(owner, "_fields", ()) or name in _exported(owner):
                return getattr(owner, name)
            case _ if is_dataclass(owner) and not isinstance(owner, type) and name in fields_of(type(owner)):
                return getattr(owner, name)
        what, hint = described(owner)
        message = f"{what} has no '{name}'" if is_dataclass(owner) else f"{what} has no fields, so no '{name}': {hint}"
        raise TemplateRuntimeError(message)

    def is_safe_callable(self, obj: Any) -> bool:
        """Templates call macros and what the house offers; never a method of the data."""
        if isinstance(obj, MethodType):
            return isinstance(obj.__self__, LoopContext)
        return isinstance(obj, Macro | LoopContext | BlockReference) or any(obj is f for f in self.globals.values())

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or a function of the house."""
        self.spend(1 + weight(*args, *kwargs.values()))
        if isinstance(obj, Undefined):
            raise TemplateRuntimeError(obj._undefined_message)  # noqa: SLF001 - the only way to its words
        if not callable(obj) or not self.is_safe_callable(obj):
            what, _ = described(obj)
            message = f"{what} cannot be called"
            raise SecurityError(message)
        return context.call(obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums of whole numbers, and one list after another; texts are never joined."""
        if operator in ("+", "-", "*", "//", "%") and type(left) in _NUMBERS and type(right) in _NUMBERS:
            result = super().call_binop(context, operator, int(left), int(right))
            if abs(result) > LARGEST_NUMBER:
                message = "this number is too large"
                raise TemplateRuntimeError(message)
            return result
        if operator == "+" and isinstance(left, tuple | list) and isinstance(right, tuple | list):
            return self.weighed((*left, *right))
        message = f"'{operator}' is for whole numbers: texts are printed one after another"
        raise TemplateRuntimeError(message)


def _word(labels: Labels, name: str) -> str | Labels:
    if name not in labels.words:
        message = f"there is no label '{name}' in {labels.file}"
        raise TemplateRuntimeError(message)
    return labels.words[name]


def _item(owner: Any, name: str) -> Any:
    try:
        return owner[name] if isinstance(owner, dict) else getattr(owner, name)
    except (KeyError, AttributeError):
        message = f"nothing was set as '{name}'"
        raise TemplateRuntimeError(message) from None


def _exported(owner: object) -> Iterable[str]:
    """The macros and values that an imported file offers."""
    return [name for name in vars(owner) if not name.startswith("_")] if isinstance(owner, TemplateModule) else ()
