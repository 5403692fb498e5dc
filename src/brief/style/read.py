"""style.toml to Style: every key optional over the house's look, every fault of it found at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Literal

from brief.problem import errors
from brief.style import defaults
from brief.style.banner import read_letterhead
from brief.style.contrast import judge
from brief.style.defaults import MILLIMETRE
from brief.style.faces import (
    FALLBACKS,
    FAMILIES,
    STYLES,
    FontError,
    own_face,
    own_family,
    packaged_fallback,
    packaged_family,
)
from brief.style.licence import hindrance
from brief.style.markings import read_scheme
from brief.style.model import LIST_MARKS, NUMBER_HANG, Colours, Face, Family, Page, Style, Texts, TextStyle
from brief.style.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from brief.problem import Problem

_SIDES = ("left", "right", "top", "bottom")
_FAMILY_KEYS = ("name", *STYLES, "substitutes", "generic")
LENGTHS, MARGINS, NARROWEST = (50, 2000), (0, 500), 60
"""Millimetres that the sides of a page may have, and its margins, and the least that they leave to the text."""
_EDGE = 5 * MILLIMETRE
_LONGEST_MARK = 3  # characters


def read_style(*folders: Path) -> tuple[Style | None, tuple[Problem, ...]]:
    """The look of the template in the first of `folders`, whole, or nothing where a style.toml has errors.

    The others are those of the templates that it extends, in their order: what a style.toml does not say, the next one
    does, and at last the house; the markings are those of the first markings.toml. Fonts that are named must be there:
    those of packages, or files of the folder `fonts` of one of these templates.
    """
    sheet = style_sheet(*folders)
    scheme, of_scheme = read_scheme(*folders)
    if sheet.problems:
        return None, (*sheet.problems, *of_scheme)
    if sheet.value("marking") is not None:
        hint = "each is a [[marking]] of markings.toml, beside this file"
        sheet.report("moved", ("marking",), "markings are no part of the style", hint)
    sheet.expect(("page", "faces", "colours", "text", "numbering", "lists", "marking", "docx", "logo", "banner"))
    page, texts, colours = _page(sheet), _texts(sheet), _colours(sheet)
    numbered, marks = _numbered_paragraphs(sheet, page), _list_marks(sheet)
    section_mark = sheet.line_of_text(("numbering", "sections"), "")
    sheet.expect(("serif", "sans", "fallback", "east_asian"), "faces")
    serif, sans = _family(sheet, folders, "serif"), _family(sheet, folders, "sans")
    fallbacks = _fallbacks(sheet, folders)
    east_asian = sheet.line_of_text(("faces", "east_asian"), defaults.FALLBACK)
    _judge_contrast(sheet, texts, colours)
    embed = _embed(sheet, (serif, sans))
    letterhead = read_letterhead(sheet, folders, page, texts.running.leading)
    later = letterhead.later
    page = replace(page, top=max(page.top, later.top), bottom=max(page.bottom, letterhead.bottom, later.bottom))
    names = {role: sheet.line_of_text(("docx", role), "") for role in ("serif", "sans")}
    problems = (*sheet.problems, *of_scheme)
    if serif is None or sans is None or scheme is None or errors(problems):
        return None, problems
    serif, sans = _as_word_names_it(names["serif"], serif), _as_word_names_it(names["sans"], sans)
    return Style(
        page,
        serif,
        sans,
        fallbacks,
        texts,
        colours,
        scheme,
        east_asian,
        embed_faces=embed,
        numbered_paragraphs=numbered,
        section_mark=section_mark,
        list_marks=marks,
        letterhead=letterhead,
    ), problems


def style_sheet(*folders: Path) -> Sheet:
    """What the style.toml of each folder says, each over the next."""
    sheet = None
    for folder in reversed(folders):
        sheet = read_sheet(folder / "style.toml", sheet)
    return sheet or Sheet("", "")


def _page(sheet: Sheet) -> Page:
    sheet.expect(("width", "height", *_SIDES), "page")
    lengths = {}
    for side in ("width", "height", *_SIDES):
        least, most = LENGTHS if side in ("width", "height") else MARGINS
        default = getattr(defaults.PAGE, side) / MILLIMETRE
        lengths[side] = sheet.number(("page", side), default, least=least, most=most) * MILLIMETRE
    page = Page(**lengths)
    if min(page.measure, page.height - page.top - page.bottom) < NARROWEST * MILLIMETRE:
        sheet.report("range", ("page",), "the margins leave too little of the page", "60 mm at least for the text")
    return page


def _numbered_paragraphs(sheet: Sheet, page: Page) -> bool:
    sheet.expect(("paragraphs", "sections"), "numbering")
    numbered = sheet.flag(("numbering", "paragraphs"), default=False)
    if numbered and page.left < NUMBER_HANG + _EDGE:
        least = (NUMBER_HANG + _EDGE) / MILLIMETRE
        message = "the numbers of paragraphs have no room in the left margin"
        sheet.report("range", ("numbering", "paragraphs"), message, f"make it {least:.0f} mm at least")
    return numbered


def _list_marks(sheet: Sheet) -> tuple[str, ...]:
    sheet.expect(("marks",), "lists")
    said = sheet.value("lists", "marks")
    if said is None:
        return LIST_MARKS
    if isinstance(said, list) and said and all(isinstance(mark, str) and _is_mark(mark) for mark in said):
        return tuple(said)
    sheet.report("type", ("lists", "marks"), "'marks' is no list of signs", 'write the sign of each depth: ["○", "-"]')
    return LIST_MARKS


def _is_mark(mark: str) -> bool:
    return 0 < len(mark) <= _LONGEST_MARK and mark.isprintable() and not mark.isspace()


def _texts(sheet: Sheet) -> Texts:
    names = tuple(field.name for field in fields(Texts))
    sheet.expect(names, "text")
    return Texts(**{name: _text(sheet, name, getattr(defaults.TEXTS, name)) for name in names})


def _text(sheet: Sheet, name: str, default: TextStyle) -> TextStyle:
    at = ("text", name)
    sheet.expect((field.name for field in fields(TextStyle)), *at)
    size = sheet.number((*at, "size"), default.size, least=4, most=144)
    leading = sheet.number((*at, "leading"), default.leading, least=4, most=288)
    if leading < size:
        ours = "size" if sheet.writes((*at, "size")) and not sheet.writes((*at, "leading")) else "leading"
        message = f"lines {leading:g} points apart, letters of {size:g}"
        sheet.report("range", (*at, ours), message, f"write a larger leading for [text.{name}]")
    families: tuple[Literal["serif", "sans"], ...] = ("serif", "sans")
    return TextStyle(
        family=sheet.word((*at, "family"), default.family, families),
        size=size,
        leading=leading,
        colour=sheet.colour((*at, "colour"), default.colour),
        bold=sheet.flag((*at, "bold"), default=default.bold),
        italic=sheet.flag((*at, "italic"), default=default.italic),
        before=sheet.number((*at, "before"), default.before, least=0, most=200),
        after=sheet.number((*at, "after"), default.after, least=0, most=200),
        tracking=sheet.number((*at, "tracking"), default.tracking, least=-2, most=20),
        capitals=sheet.flag((*at, "capitals"), default=default.capitals),
    )


def _colours(sheet: Sheet) -> Colours:
    names = tuple(field.name for field in fields(Colours))
    sheet.expect(names, "colours")
    return Colours(**{name: sheet.colour(("colours", name), getattr(defaults.COLOURS, name)) for name in names})


def _family(sheet: Sheet, folders: Sequence[Path], role: Literal["serif", "sans"]) -> Family | None:
    at = ("faces", role)
    try:
        if isinstance(sheet.value(*at), dict):
            return _own_family(sheet, folders, role)
        default = defaults.SERIF if role == "serif" else defaults.SANS
        return packaged_family(sheet.word(at, default, FAMILIES, _own(role, sheet.value(*at))))
    except FontError as error:
        sheet.report("font", at, str(error))
        return None


def _own(role: str, name: object) -> str:
    """What to do where a family is named that does not come with brief."""
    files = f"put its four files into the folder 'fonts' and write [faces.{role}]: policy-brief/style.toml shows how"
    word = f'; for the Word document alone, write {role} = "{name}" under [docx]' if isinstance(name, str) else ""
    return f"{' and '.join(FAMILIES)} come with brief; for another, {files}{word}"


def _own_family(sheet: Sheet, folders: Sequence[Path], role: Literal["serif", "sans"]) -> Family | None:
    at = ("faces", role)
    sheet.expect(_FAMILY_KEYS, *at)
    missing = [key for key in ("name", *STYLES) if sheet.value(*at, key) is None]
    if missing:
        hint = "a family has a name and four faces: regular, italic, bold, bold_italic"
        sheet.report("missing-key", at, f"'{role}' lacks {', '.join(missing)}", hint)
        return None
    generics: tuple[Literal["roman", "swiss"], ...] = ("roman", "swiss")
    substitutes = sheet.value(*at, "substitutes") or []
    if not isinstance(substitutes, list) or not all(isinstance(name, str) for name in substitutes):
        sheet.report(
            "type", (*at, "substitutes"), "'substitutes' is no list of names", 'such as ["Cambria", "Georgia"]'
        )
        substitutes = []
    files = {style: sheet.line_of_text((*at, style), "") for style in STYLES}
    return own_family(
        folders,
        sheet.line_of_text((*at, "name"), ""),
        files,
        substitutes=tuple(substitutes),
        generic=sheet.word((*at, "generic"), "roman" if role == "serif" else "swiss", generics),
    )


def _fallbacks(sheet: Sheet, folders: Sequence[Path]) -> tuple[Face, ...]:
    at = ("faces", "fallback")
    named = sheet.value(*at)
    names = named if isinstance(named, list) else [defaults.FALLBACK if named is None else named]
    faces = []
    for name in names:
        try:
            if name in FALLBACKS:
                faces.append(packaged_fallback(name))
            elif isinstance(name, str) and name.isprintable() and name.lower().endswith((".ttf", ".otf")):
                faces.append(own_face(folders, name))
            else:
                known = f"{', '.join(FALLBACKS)}, or a .ttf or .otf file of the template's folder 'fonts'"
                sheet.report("choice", at, f"no face is called {name!r}", known)
        except FontError as error:
            sheet.report("font", at, str(error))
    return tuple(faces)


def _as_word_names_it(name: str, family: Family) -> Family:
    """The family under the name that Word documents and pages on screen give it; its own is a substitute."""
    if name in ("", family.name):
        return family
    return replace(family, name=name, substitutes=(family.name, *family.substitutes))


def _embed(sheet: Sheet, families: Iterable[Family | None]) -> bool:
    """Whether the faces of the families are to be embedded in Word documents; each that cannot be is a problem."""
    at = ("docx", "embed_faces")
    sheet.expect((at[1], "base", "serif", "sans"), at[0])
    if not sheet.flag(at, default=False):
        return False
    for role in ("serif", "sans"):
        if sheet.value("docx", role) is not None:
            sheet.report("font", at, f"'{role}' of [docx] names a family without files", "write false, or leave it out")
    for face in dict.fromkeys(face for family in families if family for face in family.faces):
        if reason := hindrance(face):
            hint = "write false, or name a font in [faces] that may be embedded"
            sheet.report("font", at, f"{face.name} cannot be embedded: {reason}", hint)
    return True


def _judge_contrast(sheet: Sheet, texts: Texts, colours: Colours) -> None:
    """Report letters, the marks of lists among them, that stand out too little, and dots of status."""
    tinted = {("text", name, "colour") for name in ("body", "callout_title")} | {_LINK, _MARKS}
    for path, colour in _letters(texts, colours):
        if judge(sheet, path, colour, "#ffffff", "white") and path in tinted:
            at = _TINT if sheet.writes(_TINT) and not sheet.writes(path) else path
            judge(sheet, at, colour, colours.tint, "the tint")
    for name in ("open", "moving", "closed"):
        judge(sheet, ("colours", name), getattr(colours, name), "#ffffff", "white", drawn=True)


_LINK, _MARKS, _TINT = ("colours", "link"), ("colours", "structure"), ("colours", "tint")


def _letters(texts: Texts, colours: Colours) -> Iterator[tuple[tuple[str, ...], str]]:
    """Key and colour of everything that is read."""
    for field in fields(Texts):
        yield ("text", field.name, "colour"), getattr(texts, field.name).colour
    yield _LINK, colours.link
    yield _MARKS, colours.structure
