"""Dates as a language says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from brief.place import Words

if TYPE_CHECKING:
    from brief.event import Day

DateStyle = Literal["long", "short", "iso"]
STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(day: Day, language: str, style: DateStyle = "long") -> str:
    """A date as exact as it is known: `11 July 2023`, `11 Jul 2023` or `2023-07-11`; in Korean `2023. 7. 11.`.

    A day, its month and its year stay on one line.

    It keeps its place only where it is written as the file writes it.
    """
    text = str(day) if style == "iso" else _korean(day) if language == "ko" else _english(day, style)
    return Words(text, day.place) if day.place and text == str(day) else text


def _english(day: Day, style: DateStyle) -> str:
    month = MONTHS[day.month - 1] if day.month else ""
    if style == "short":
        month = month[:3]
    if day.day:
        return f"{day.day}\N{NO-BREAK SPACE}{month}\N{NO-BREAK SPACE}{day.year}"
    return f"{month} {day.year}".lstrip()


def _korean(day: Day) -> str:
    """The order of a Korean official document: year, month and day, a full stop after each."""
    if not day.month:
        return f"{day.year}년"
    return "\N{NO-BREAK SPACE}".join(f"{part}." for part in (day.year, day.month, day.day) if part)
