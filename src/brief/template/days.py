"""Dates as a language says them: in the forms that the labels of a template give under `[dates]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from brief.place import Made, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.event import Day

DateStyle = Literal["long", "short", "iso"]
STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

FORMS = ("long", "long_month", "long_year", "short", "short_month", "short_year")
"""What `[dates]` holds: a form for a day, for a month and for a year, in each style that the language decides. A short
form that is missing is the long one, and a year stands alone."""

NEEDED = ("long", "long_month")
"""The forms that every language has to have."""

MONTHS = ("months", "short_months")
"""What `[dates]` holds besides: the names of the twelve months, with commas between them."""

PLACES = ("day", "month", "year", "name", "dd", "mm")
"""What a form may name in braces: numbers, the name of the month, and day and month with two digits."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_TWELVE = 12


@dataclass(frozen=True, slots=True)
class Dates:
    """The forms of dates in a language, by the keys of `FORMS`, and the names of its months, long and short."""

    forms: Mapping[str, str]
    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, object]) -> Dates:
        """The forms of a table `[dates]`; what is wrong with it, `mistakes` tells."""
        own = {key: str(words[key]) for key in FORMS if isinstance(words.get(key), str)}
        forms = {"long_year": "{year}", **own}
        forms |= {key.replace("long", "short"): form for key, form in forms.items() if key.startswith("long")} | own
        months, short = (_names(words.get(key)) for key in MONTHS)
        return cls(forms, months, short)

    def name(self, month: int, style: DateStyle) -> str:
        """What a month is called; its number, where the language gives it no name."""
        names = (self.short_months if style == "short" else ()) or self.months
        return names[month - 1] if len(names) == _TWELVE else str(month)


def spoken(day: Day, dates: Dates, style: DateStyle = "long") -> str:
    """A date as exact as it is known: `11 July 2023`, `11 Jul 2023` or `2023-07-11`; in Korean `2023. 7. 11.`.

    A day, its month and its year stay on one line. It knows where the date stands in the data.
    """
    form = dates.forms.get(f"{style}{'' if day.day else '_month' if day.month else '_year'}", "")
    text = _filled(form, day, dates, style) if form else str(day)
    if not day.place:
        return text
    return Words(text, day.place) if text == str(day) else Made.of(text, day)


class Mistake(NamedTuple):
    """What is wrong with a key of `[dates]`: a name that is not known, and those that are."""

    key: str
    message: str
    name: str = ""
    known: tuple[str, ...] = ()


def mistakes(words: Mapping[str, object]) -> Iterator[Mistake]:
    """All that is wrong in a table `[dates]`."""
    for key, value in words.items():
        if key not in (*FORMS, *MONTHS):
            yield Mistake(key, f"[dates] knows no '{key}'", key, (*FORMS, *MONTHS))
        elif key in MONTHS and len(_names(value)) != _TWELVE:
            yield Mistake(key, f"'{key}' has to name twelve months, with commas between them")
        elif key in FORMS and isinstance(value, str):
            unknown = (place for place in _PLACE.findall(value) if place not in PLACES)
            yield from (Mistake(key, f"a date has no {{{place}}}", place, PLACES) for place in unknown)


def _names(value: object) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else ()


def _filled(form: str, day: Day, dates: Dates, style: DateStyle) -> str:
    parts = {"year": f"{day.year}"}
    if day.month:
        parts |= {"month": f"{day.month}", "mm": f"{day.month:02}", "name": dates.name(day.month, style)}
    if day.day:
        parts |= {"day": f"{day.day}", "dd": f"{day.day:02}"}
        form = form.replace(" ", "\N{NO-BREAK SPACE}")
    return _PLACE.sub(lambda found: parts.get(found[1], ""), form).strip()
