"""What a letterhead says of a style: each key of style.toml whose value differs from the base, and its source."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.style import is_legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.letterhead.cascade import Cascade, Look
    from brief.letterhead.faces import Faces
    from brief.style import Style, TextStyle

POINT = 25.4 / 72
"""Millimetres in a point."""

_WORD = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "heading1": ("heading 1",),
    "heading2": ("heading 2",),
    "heading3": ("heading 3",),
    "heading4": ("heading 4",),
    "caption": ("caption",),
    "note": ("footnote text",),
    "quote": ("quote",),
    "running": ("header", "footer"),
    "contents": ("toc 1",),
}
"""The styles of Word that show how a kind of text is set, the first that there is."""

_SPACED = ("body", "title", "subtitle", "heading1", "heading2", "heading3", "heading4", "quote")
_DARKER = 25  # parts of a hundred by which a colour may be darker than the house's
_FLAGS = ("bold", "italic", "capitals")
_RANGES = {"size": (4, 72), "leading": (4, 144), "before": (0, 120), "after": (0, 120), "tracking": (-2, 20)}


@dataclass(frozen=True, slots=True)
class Value:
    """A key of style.toml, its value there, and where in the Word document it came from."""

    path: tuple[str, ...]
    value: str | float | bool | tuple[str, ...]
    source: str


def colour_values(cascade: Cascade, base: Style) -> Iterator[Value]:
    """The palette: the colour of the house, of links and of the rules between rows."""
    colours = base.colours
    if accent := accent_of(cascade):
        name, colour = accent
        if colour != colours.structure:
            yield Value(("colours", "structure"), colour, name)
            yield Value(("colours", "tint"), _tint(colour), f"a light tint of the colour of {name}")
    if found := cascade.look("hyperlink"):
        name, look = found
        if is_dark(look.colour) and look.colour != colours.link:
            yield Value(("colours", "link"), look.colour, name)
    if table := cascade.table():
        name, look, _ = table
        line = look.edges.get("insideH") or look.edges.get("bottom") or ""
        if line and line != colours.hairline:
            yield Value(("colours", "hairline"), line, f"the lines of the table style {name}")


def accent_of(cascade: Cascade) -> tuple[str, str] | None:
    """The colour of the house, and where it is: that of its headings, its title, or the first accent of its theme."""
    looks = [found for name in ("heading 1", "heading 2", "title") if (found := cascade.look(name))]
    candidates = [(name, look.colour) for name, look in looks]
    accent = cascade.theme.colours.get("accent1", "")
    candidates.append(("the theme's first accent", f"#{accent.lower()}" if accent else ""))
    return next(((name, colour) for name, colour in candidates if is_dark(colour) and _is_colourful(colour)), None)


def is_dark(colour: str) -> bool:
    """Whether words of this colour can be told from white."""
    return bool(colour) and is_legible(colour)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)


def _is_colourful(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return max(red, green, blue) - min(red, green, blue) > 24


def _tint(colour: str) -> str:
    hue, _, saturation = _parts(colour)
    return _hex(colorsys.hls_to_rgb(hue, 0.955, min(saturation, 0.5)))


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def text_values(cascade: Cascade, faces: Faces, base: Style) -> Iterator[Value]:
    """Every kind of text: as its own style in Word is, or in the family and the colours of what it goes with."""
    accent = accent_of(cascade)
    body = cascade.look("body text") or ("the default paragraph", cascade.plain)
    for name in type(base.texts).__slots__:
        text: TextStyle = getattr(base.texts, name)
        found = body if name == "body" else cascade.look(*_WORD.get(name, ()))
        if found:
            yield from _of_look(name, text, found, cascade.plain, faces)
            continue
        head = cascade.table() if name == "table_head" else None
        if head and head[2] and not head[2].fill:
            yield from _of_head(text, head[0], head[2])
        family = text.family if text.family in faces.names else faces.of(body[1].face)
        if family != text.family:
            yield Value(("text", name, "family"), family, f"as {body[0]}")
        if name in ("heading2", "heading3", "heading4"):
            yield from _below(name, text, cascade)
        if accent and text.colour == base.colours.structure != accent[1]:
            yield Value(("text", name, "colour"), accent[1], f"as {accent[0]}")


def _below(name: str, text: TextStyle, cascade: Cascade) -> Iterator[Value]:
    """No heading is larger than that of the first level."""
    found = cascade.look("heading 1")
    if found and found[1].size < text.size:
        yield Value(("text", name, "size"), found[1].size, f"no larger than {found[0]}")


def _of_head(text: TextStyle, name: str, look: Look) -> Iterator[Value]:
    source = f"the first row of the table style {name}"
    if is_dark(look.colour) and look.colour != text.colour and "colour" in look.said:
        yield Value(("text", "table_head", "colour"), look.colour, source)
    if "bold" in look.said and look.bold != text.bold:
        yield Value(("text", "table_head", "bold"), look.bold, source)


def _of_look(name: str, text: TextStyle, found: tuple[str, Look], plain: Look, faces: Faces) -> Iterator[Value]:
    word, look = found
    family = faces.of(look.face)
    if family != text.family:
        yield Value(("text", name, "family"), family, f"{word}: {look.face}")
    yield from _lengths(name, text, word, look)
    yield from _ink(name, text, word, look.colour, plain.colour or "#1a1a1a")
    for flag in _FLAGS:
        if getattr(look, flag) != getattr(text, flag):
            yield Value(("text", name, flag), getattr(look, flag), word)


def _ink(name: str, text: TextStyle, word: str, own: str, automatic: str) -> Iterator[Value]:
    """The colour of a text; a little darker where it would not stand out from the page, or that of the base."""
    colour = own or automatic
    source = word if own else f"{word}, whose colour is automatic"
    if not is_dark(colour):
        paler, colour = colour, darker(colour) or text.colour
        source = f"{source}: {paler} does not stand out from white"
        source += ", and this is a little darker" if colour != text.colour else ""
        yield Value(("text", name, "colour"), colour, source)
    elif colour != text.colour:
        yield Value(("text", name, "colour"), colour, source)


def darker(colour: str) -> str:
    """The same colour, as little darker as it takes to be told from white; nothing where that is far from it."""
    hue, light, saturation = _parts(colour)
    for step in range(1, _DARKER + 1):
        made = _hex(colorsys.hls_to_rgb(hue, light * (1 - step / 100), saturation))
        if is_dark(made):
            return made
    return ""


def _lengths(name: str, text: TextStyle, word: str, look: Look) -> Iterator[Value]:
    keys = ["size", "leading", "tracking"]
    if name in _SPACED and (look.before or look.after):  # paragraphs that nothing parts are parted as the base does
        keys += ["before", "after"]
    if name == "running" and look.size > text.size:
        keys = []  # most houses leave the size of headers alone; running lines are small
    for key in keys:
        least, most = _RANGES[key]
        length = round(min(max(getattr(look, key), least), most), 1)
        if abs(length - getattr(text, key)) >= 0.1:
            yield Value(("text", name, key), length, word)
