"""markings.toml to Scheme: the marks of a house in their order, every fault found at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.problem import errors
from brief.style import defaults
from brief.style.contrast import judge
from brief.style.scheme import Label, Marking, Scheme
from brief.style.sheet import read_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem
    from brief.style.sheet import Sheet

LONGEST_MARK = 40
LONGEST_PORTION = 20
"""Characters of a mark, and of what stands before a portion."""

WIDEST = 320.0
"""Points that a label may be wide, about: it shares its line with the running words."""

_ADVANCE = 0.66  # of a capital, in sizes

_ADDRESS = re.compile(r"https?://[!-~]+")


def read_scheme(*folders: Path) -> tuple[Scheme | None, tuple[Problem, ...]]:
    """The markings of the first markings.toml of `folders`, or nothing where it has errors.

    Where there is none they are those of the Traffic Light Protocol 2.0.
    """
    path = next((path for folder in folders if (path := folder / "markings.toml").exists()), None)
    if path is None:
        return defaults.SCHEME, ()
    sheet = read_sheet(path)
    if not sheet.problems:
        scheme = _scheme(sheet)
        if not errors(sheet.problems):
            return scheme, tuple(sheet.problems)
    return None, tuple(sheet.problems)


def _scheme(sheet: Sheet) -> Scheme:
    sheet.expect(("name", "address", "marking"))
    name, address = sheet.required(("name",)), sheet.line_of_text(("address",), "")
    if address and not _ADDRESS.fullmatch(address):
        sheet.report("address", ("address",), f"'{address}' is no address", "it begins with https://")
    entries = sheet.value("marking")
    if not isinstance(entries, list) or not entries:
        sheet.report("missing-key", ("marking",), "a scheme has at least one marking", "write each under [[marking]]")
        return Scheme(name, address, ())
    markings = tuple(_marking(sheet, number) for number in range(len(entries)))
    for key in ("mark", "portion"):
        _refuse_twins(sheet, key, [getattr(marking, key) for marking in markings])
    return Scheme(name, address, markings)


def _marking(sheet: Sheet, number: int) -> Marking:
    at, default = ("marking", number), Label()
    sheet.expect(("mark", "portion", "text", "fill", "size"), *at)
    mark, portion = sheet.required((*at, "mark")), sheet.required((*at, "portion"))
    for key, words, most in (("mark", mark, LONGEST_MARK), ("portion", portion, LONGEST_PORTION)):
        if len(words) > most:
            sheet.report("range", (*at, key), f"'{key}' has {len(words)} characters", f"{most} at most")
        if words != words.strip():
            sheet.report("space", (*at, key), f"'{key}' has a space at its beginning or end", "leave it out")
    if set("()") & set(portion):
        sheet.report("brackets", (*at, "portion"), "'portion' holds brackets", "leave them out: they are printed")
    label = Label(
        text=sheet.colour((*at, "text"), default.text),
        fill=sheet.colour((*at, "fill"), default.fill),
        size=sheet.number((*at, "size"), default.size, least=4, most=72),
    )
    width = len(mark) * _ADVANCE * label.size
    if width > WIDEST:
        message = f"the label of '{mark}' is about {width:.0f} points wide"
        sheet.report("range", (*at, "size"), message, f"{WIDEST:g} at most: shorten the mark, or make it smaller")
    judge(sheet, (*at, "text"), label.text, label.fill, "its label")
    if mark.startswith("TLP:") and label.size < default.size:
        hint = "the Traffic Light Protocol 2.0 asks for 12 points at least"
        sheet.report("marking", (*at, "size"), f"'{mark}' is set in {label.size:g} points", hint, "warning")
    return Marking(mark, portion, label)


def _refuse_twins(sheet: Sheet, key: str, given: list[str]) -> None:
    """Report every mark, or portion mark, that is given before; capitals make no difference."""
    first: dict[str, int] = {}
    for number, words in enumerate(given):
        at = first.setdefault(words.casefold(), number)
        if words and at != number:
            line = sheet.place(("marking", at, key)).line
            message = f"'{words}' is given twice, first on line {line}"
            sheet.report("duplicate", ("marking", number, key), message, "give each its own")
