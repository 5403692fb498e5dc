"""What may stand after `|` in a template: a closed list.

A text that a filter changes or joins has no place of its own any more, and keeps those of what it is made of; one that
it leaves as it is stays where it is.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from jinja2 import TemplateRuntimeError, Undefined
from jinja2.filters import FILTERS as OF_JINJA
from jinja2.tests import TESTS as TESTS_OF_JINJA

from brief.event import Day, Party, Portion
from brief.place import Made, paragraphs_of
from brief.template.cite import placed
from brief.template.days import STYLES, spoken
from brief.template.fields import described
from brief.template.fragment import Fragment, Prose
from brief.template.labels import OPEN
from brief.tree import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.template.days import DateStyle
    from brief.template.labels import Labels

LONGEST_TEXT = 100_000
"""Characters that joined texts may have."""

CLOSING = "\u2019\u201d\"')"
"""Marks that may follow the stop of a sentence: quotation marks and a bracket."""

LISTS_OF_JINJA = ("groupby", "map", "rejectattr", "selectattr", "sort", "unique")

TESTS = (
    "defined", "undefined", "none", "odd", "even", "divisibleby", "true", "false", "string", "number", "in",
    "==", "eq", "equalto", "!=", "ne", ">", "gt", "greaterthan", ">=", "ge", "<", "lt", "lessthan", "<=", "le",
)  # fmt: skip


def filters(labels: Labels) -> dict[str, Callable[..., Any]]:
    """Every filter a template knows, by name."""
    dates = labels.dates

    def date(day: object, style: DateStyle = "long") -> str:
        if not isinstance(day, Day):
            message = f"date needs a date, and this is {described(day)[0]}"
            raise TemplateRuntimeError(message)
        if style not in STYLES:
            message = f"date knows no style '{style}': there is {', '.join(STYLES)}"
            raise TemplateRuntimeError(message)
        return spoken(day, dates, style)

    def spoken_in(day: Day) -> str:
        return spoken(day, dates)

    def people(parties: object) -> str:
        found = (parties,) if isinstance(parties, Party) else _items("people", parties)
        if not all(isinstance(party, Party) for party in found):
            message = "people needs a list of persons or organisations"
            raise TemplateRuntimeError(message)
        return _series([cast("Party", party).short for party in found], labels)

    def listed(texts: object) -> str:
        return _series(_texts("listed", texts), labels)

    def fill(pattern: object, **values: object) -> str:
        return _filled(_changed("fill", pattern, str), values, spoken_in)

    text_filters = (upper, lower, capitalize, prose, fill)
    own = (date, people, listed, list_, join, default, first, last, length, reverse, *text_filters)
    table: dict[str, Callable[..., Any]] = {function.__name__.rstrip("_"): function for function in own}
    table |= {name: _as_list(name, cast("Callable[..., Any]", OF_JINJA[name])) for name in LISTS_OF_JINJA}
    return {name: _of_values(function) for name, function in sorted(table.items())}


def tests() -> dict[str, Callable[..., Any]]:
    """Every test a template knows, by name."""
    table = {name: cast("Callable[..., Any]", TESTS_OF_JINJA[name]) for name in TESTS}
    return {**table, "sentence": is_sentence}


def is_sentence(text: object) -> bool:
    """Whether a text ends as a sentence does, with its own full stop, question or exclamation mark, or ellipsis."""
    return isinstance(text, str) and text.rstrip(CLOSING).endswith((".", "?", "!", "…"))


def _filled(pattern: str, values: Mapping[str, object], day: Callable[[Day], str]) -> str:
    """A text with values in the stead of their names in braces. One that it does not name is not printed."""
    texts = {name: day(value) if isinstance(value, Day) else value for name, value in values.items()}
    for name, value in texts.items():
        if isinstance(value, bool) or not isinstance(value, str | int):
            message = f"fill needs texts, numbers and dates, and '{name}' is {described(value)[0]}"
            raise TemplateRuntimeError(message)
    pieces = OPEN.split(pattern)
    if unknown := [name for name in pieces[1::2] if name not in texts]:
        message = f"'{pattern}' asks for {{{unknown[0]}}}, and fill is given {', '.join(texts) or 'nothing'}"
        raise TemplateRuntimeError(message)
    named = [texts[name] for name in pieces[1::2]]
    pieces[1::2] = [str(value) for value in named]
    filled = _one(pieces, "")
    return Made.of(filled, *named, pattern)


def join(texts: object, between: str = "") -> str:
    """Texts with `between` between them."""
    return _one(_texts("join", texts), between)


def default(value: object, instead: object) -> object:
    """`instead`, where a value is empty."""
    return instead if value is None or value == "" or isinstance(value, Undefined) else value


def first(items: object) -> object:
    """The first item, or nothing."""
    return next(iter(_items("first", items)), None)


def last(items: object) -> object:
    """The last item, or nothing."""
    return next(reversed(_items("last", items)), None)


def length(items: object) -> int:
    """How many items a list has."""
    return len(_items("length", items))


def reverse(items: object) -> tuple[object, ...]:
    """A list from its end."""
    return tuple(reversed(_items("reverse", items)))


def list_(items: object) -> tuple[object, ...]:
    """A list as it is: every filter here gives a list, so that this one changes nothing."""
    return tuple(_items("list", items))


def upper(text: object) -> str:
    """A text in capitals."""
    return _changed("upper", text, str.upper)


def lower(text: object) -> str:
    """A text in small letters."""
    return _changed("lower", text, str.lower)


def capitalize(text: object) -> str:
    """A text with a capital at its beginning; the rest stays as it is."""
    return _changed("capitalize", text, lambda words: words[:1].upper() + words[1:])


def prose(text: object) -> Prose:
    """A text as the paragraphs that blank lines make of it in the data; each knows its place."""
    if not isinstance(text, str):
        message = f"prose needs a text, and this is {described(text)[0]}"
        raise TemplateRuntimeError(message)
    return Prose(Paragraph((placed(part),)) for part in paragraphs_of(text))


def _changed(name: str, text: object, change: Callable[[str], str]) -> str:
    if not isinstance(text, str):
        message = f"{name} needs a text, and this is {described(text)[0]}"
        raise TemplateRuntimeError(message)
    mark = f"{text.mark} " if isinstance(text, Portion) and not text.is_silent else ""
    changed = mark + change(str(text).removeprefix(mark))
    return text if changed == text else Made.of(changed, text)


def _items(name: str, items: object) -> Sequence[object]:
    if isinstance(items, tuple | list | range):
        return items
    message = f"{name} needs a list, and this is {described(items)[0]}"
    raise TemplateRuntimeError(message)


def _texts(name: str, items: object) -> list[str]:
    found = _items(name, items)
    if not all(isinstance(item, str) for item in found):
        message = f"{name} needs a list of texts"
        raise TemplateRuntimeError(message)
    texts = [cast("str", item) for item in found]
    if len(texts) > 1 and any(isinstance(text, Portion) and not text.is_silent for text in texts):
        return [Made.of(text.whole, text) if isinstance(text, Portion) else text for text in texts]
    return texts


def _series(texts: Sequence[str], labels: Labels) -> str:
    """Texts as a sentence lists them: `A, B and C`."""
    if len(texts) < 2:
        return texts[0] if texts else ""
    return _one([_one(texts[:-1], ", "), texts[-1]], f" {labels.word('and')} ")


def _one(texts: Sequence[str], between: str) -> str:
    if len(texts) == 1:
        return texts[0]
    if sum(map(len, texts)) + len(between) * len(texts) > LONGEST_TEXT:
        message = f"the joined text is longer than {LONGEST_TEXT:,} characters"
        raise TemplateRuntimeError(message)
    return Made.of(str(between).join(texts), *texts)


def _as_list(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja that gives a list at once: an empty one is no `{% if %}`, as a generator would be."""

    @wraps(function)
    def filtered(place: object, items: object, *args: Any, **kwargs: Any) -> tuple[object, ...]:
        return tuple(function(place, _items(name, items), *args, **kwargs))

    return filtered


def _of_values(function: Callable[..., Any]) -> Callable[..., Any]:
    """Nothing that a macro or a block gave goes through a filter."""

    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            if isinstance(value, Fragment):
                str(value)  # raises: it is no text
        return function(*args, **kwargs)

    return filtered
