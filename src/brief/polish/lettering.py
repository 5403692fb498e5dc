"""Characters as a printer sets them: numbers stay with what they count, ranges have a dash, apostrophes their own sign.

Data are plain words and are printed as they stand; but what a keyboard lacks is no choice of the writer's. So three
characters may be set for another that says the same, and no others:

- a no-break space for a space: in dates, before units and magnitudes, behind labels such as "No." and "paragraph",
  behind titles, between initials, before the number of a source; and before a short last word, which would else stand
  alone on the last line of a paragraph, but not in the cells of tables, whose lines are narrow;
- an en dash for a hyphen between two numbers of which the first is the smaller, where they are clearly a range: years,
  days of a month, what a plural such as "paragraphs" counts, amounts before a unit. Numbers that touch any sign by
  which they may belong to a reference, a telephone number or a date keep their hyphen;
- an apostrophe for ' between two letters, and behind a plural where no ' opens a quotation.

Words between quotation marks are another's: only spaces change there. Straight double quotation marks stay, since which
of them opens and which closes is for the writer to say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_BREAK = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

SHORT_MONTHS = frozenset(
    ("May", "June", "July", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
)
MONTHS = SHORT_MONTHS | {
    "January", "February", "March", "April", "August", "September", "October", "November", "December",
}  # fmt: skip
UNITS = frozenset(
    (
        "hundred", "thousand", "million", "billion", "trillion", "bn", "%",
        "mm", "cm", "m", "km", "nm", "m²", "km²", "m³", "sq", "ha", "g", "kg", "t", "kt", "Mt", "kn", "mph", "km/h",
        "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "MWe", "V", "kV", "Hz", "kHz", "MHz", "GHz",
        "kB", "MB", "GB", "TB", "°", "°C", "am", "pm", "a.m", "p.m", "KST", "UTC", "GMT",
    )
)  # fmt: skip
"""What stands behind its number; signs at its own end are not counted."""
LISTS = frozenset(
    (
        "arts.", "paras", "paras.", "pp.", "vols.", "secs.", "figs.", "paragraphs", "pages", "articles",
        "notes", "tables", "figures", "sections", "chapters", "parts", "areas", "items", "points", "phases", "annexes",
        "resolutions", "versions",
    )
)  # fmt: skip
LABELS = LISTS | {
    "nos.", "art.", "para", "para.", "p.", "vol.", "ch.", "sec.", "fig.", "paragraph", "page", "article", "note",
    "table", "figure", "section", "chapter", "part", "area", "item", "point", "phase", "annex", "resolution", "version",
    "grade", "aud", "cad", "chf", "cny", "eur", "gbp", "jpy", "krw", "nzd", "usd",
}  # fmt: skip
"""What stands before its number, in small letters or with a capital; of more than one thing, and of one."""
TITLES = (
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cdr", "Adm", "Amb", "Hon", "Sen",
    "Rep", "St", "H.E",
)  # fmt: skip
LETTERED = ("Annex", "Appendix", "Chapter", "Figure", "Note", "Part", "Schedule", "Section", "Table", "Title")
BEFORE = "([{“‘„«「『\"'"  # noqa: RUF001 - quotation marks
BEHIND = ".,;:!?)]}”’»」』\"'…"  # noqa: RUF001 - quotation marks
JOINING = frozenset("/.,:=&#+-_@")
"""Signs that, beside a number, may make it a part of something else."""
YEARS = range(1900, 2100)
"""Years of which a range is made; service telephone numbers of Korea begin below them."""

LONG, SHORT, LESS = 60, 6, 9
"""Characters that a text of more lines than one has, and those of a last word and of the one before that are held."""


def spaced(said: str, *, narrow: bool = False) -> str:
    """The words, character for character, with spaces that hold their line; a last word may be alone if narrow."""
    if " " not in said:
        return said
    held = tuple(_held(said, narrow=narrow))
    if not held:
        return said
    letters = list(said)
    for at in held:
        letters[at] = NO_BREAK
    return "".join(letters)


def lettered(said: str, *, narrow: bool = False) -> str:
    """The words, character for character, with spaces that hold their line, en dashes and apostrophes."""
    return signed(spaced(said, narrow=narrow))


def signed(said: str) -> str:
    """The words, character for character, with en dashes and apostrophes."""
    made = said
    if "'" in made or "-" in made:
        made = _outside_quotations(made)
    if made != said and ("://" in made or "@" in made or "www." in made):
        made = _kept(_patterns().word, said, made, among=("://", "@", "www."))
    return made


# ---- spaces ----------------------------------------------------------------------------------------------------------


def _held(said: str, *, narrow: bool) -> Iterator[int]:
    """Where spaces stand that no line may end at."""
    patterns = _patterns()
    for found in patterns.behind_number.finditer(said):
        at = found.end() - 1
        word = _word_behind(said, at)
        if word in UNITS or word in MONTHS:
            yield at
            if word in MONTHS and patterns.year.match(said, at + 1 + len(word)):
                yield at + 1 + len(word)
        elif word == "per" and said.startswith("per cent", at + 1):
            yield from (at, at + 4)
    for found in patterns.before_number.finditer(said):
        if _is_named(said, found.start()):
            yield found.start()
    if " [" in said:
        yield from (found.start() for found in patterns.citation.finditer(said))
    if len(said) >= LONG and not narrow:
        yield from _before_last(said)
    if not patterns.rare_words.isdisjoint(said.split(" ")) or "월" in said:
        yield from (found.end() - 1 for found in patterns.rare.finditer(said))


def _before_last(said: str) -> Iterator[int]:
    """Where the space before the last word stands, if that is short and the one before it not long, nor held itself."""
    *_, before, last = ("", "", *said.rstrip().split(" "))
    if 0 < len(last) <= SHORT and 0 < len(before) <= LESS and NO_BREAK not in last + before and before not in MONTHS:
        yield len(said.rstrip()) - len(last) - 1


def _word_behind(said: str, at: int) -> str:
    """The word behind the space at this place, without the signs at its end."""
    end = said.find(" ", at + 1)
    word = said[at + 1 : end if end >= 0 else len(said)]
    return word if word.isalpha() else word.partition("\n")[0].partition(NO_BREAK)[0].rstrip(BEHIND)


def _word_before(said: str, at: int) -> str:
    """The word before the space at this place, without the signs at its beginning."""
    word = said[said.rfind(" ", 0, at) + 1 : at]
    return word if word.isalpha() else word.rpartition("\n")[2].rpartition(NO_BREAK)[2].lstrip(BEFORE)


def _is_named(said: str, at: int) -> bool:
    """Whether the number behind the space at this place belongs to the word before it: a label, a month without day."""
    word = _word_before(said, at)
    if word.rstrip(".") in SHORT_MONTHS:
        start = at - len(word)
        return start < 2 or said[start - 1] not in (" ", NO_BREAK) or not said[start - 2].isdigit()
    return word.lower() in LABELS or word == "No."


# ---- dashes and apostrophes ------------------------------------------------------------------------------------------


def _outside_quotations(said: str) -> str:
    patterns, made = _patterns(), said
    if "'" in said:
        made = patterns.apostrophe.sub(APOSTROPHE, made)
        if "s'" in made and not patterns.opening.search(made):
            made = patterns.plural.sub(APOSTROPHE, made)
    if "-" in said:
        made = patterns.ranges.sub(_ranged, made)
    return made if made == said else _kept(patterns.quotation, said, made)


def _ranged(found: re.Match[str]) -> str:
    first, last = (float(number.replace(",", "")) for number in found[0].split("-"))
    return found[0].replace("-", DASH) if first < last and _is_range(found, first, last) else found[0]


def _is_range(found: re.Match[str], first: float, last: float) -> bool:
    said, start, end = found.string, found.start(), found.end()
    if start and (said[start - 1].isalnum() or said[start - 1] in JOINING):
        return False
    behind = said[end : end + 2]
    if behind[:1].isalnum() or behind[:1] in ("-", "/", "=", "&", "#", "_"):
        return False
    before = _word_before(said, start - 1) if start and said[start - 1] in (" ", NO_BREAK) else ""
    if before.lower() in LISTS:
        return True
    if before[-1:].isdigit() or before.lower() in LABELS or before == "No.":
        return False
    unit = _word_behind(said, end) if behind[:1] in (" ", NO_BREAK) else behind[:1]
    if unit in MONTHS:
        return last < 32
    return unit in UNITS or (len(found[0]) == 9 and first in YEARS and last in YEARS)


def _kept(pattern: re.Pattern[str], said: str, made: str, among: tuple[str, ...] = ("",)) -> str:
    """`made`, but for what the pattern finds in `said` with one of `among` in it, which stays."""
    for found in pattern.finditer(said):
        if any(sign in found[0] for sign in among):
            made = made[: found.start()] + found[0] + made[found.end() :]
    return made


class _Patterns(NamedTuple):
    behind_number: re.Pattern[str]
    year: re.Pattern[str]
    before_number: re.Pattern[str]
    citation: re.Pattern[str]
    rare_words: frozenset[str]  # of which one stands where `rare` may be found
    rare: re.Pattern[str]
    apostrophe: re.Pattern[str]
    opening: re.Pattern[str]
    plural: re.Pattern[str]
    ranges: re.Pattern[str]
    quotation: re.Pattern[str]
    word: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Made when first asked for. Those that all words go through begin with a digit or a space: they are soon done."""
    names = (*TITLES, *(f"{title}." for title in TITLES), *LETTERED)
    days = {form for day in range(1, 32) for form in (f"{day}.", f"{day:02}.")}
    titles, lettered_ = "|".join(TITLES).replace(".", r"\."), "|".join(LETTERED)
    number = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    rare = (
        rf"(?<!\w)(?:{titles})\.? (?=[A-Z])",
        rf"(?<!\w)(?:{lettered_}) (?=(?:[A-Z]|[IVX]+)(?!\w))",
        r"(?<![\w.])[A-Z]\. (?=[A-Z]\.)",
        r"(?<!\w)[0-9]{4}\. (?=[0-9]{1,2}[.월])",
        r"(?<![\w.])(?:0?[1-9]|1[0-2])\. (?=(?:0?[1-9]|[12][0-9]|3[01])\.)",
        r"[0-9]월 (?=[0-9]{1,2}일)",
    )
    quotations = (
        "“[^”]*", "„[^“”]*", "«[^»]*", "「[^」]*", "『[^』]*", '"[^"]*"?',
        r"‘(?:[^’]|’(?=\w))*",  # noqa: RUF001 - quotation marks
    )  # fmt: skip
    return _Patterns(
        behind_number=re.compile("[0-9] "),
        year=re.compile(" (?=[0-9]{4}(?![0-9]))"),
        before_number=re.compile(" (?=[0-9])"),
        citation=re.compile(r" (?=\[(?:[0-9]+|\?)\])"),
        rare_words=frozenset(
            (
                *names,
                *(sign + name for sign in BEFORE for name in names),
                *(f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                *days,
                *(sign + day for sign in BEFORE for day in days),
            )
        ),
        rare=re.compile("|".join(rare)),
        apostrophe=re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"),
        opening=re.compile(r"(?:^|[\s(\[])'"),
        plural=re.compile(r"(?<=[^\W\d_]s)'(?![^\W_])"),
        ranges=re.compile(f"{number}-{number}"),
        quotation=re.compile("|".join(quotations)),
        word=re.compile(r"\S+"),
    )
