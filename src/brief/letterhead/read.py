"""A Word document to what a template of one's own needs: values of its style, its logo, and itself as the base."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brief.letterhead.banner import banner_values, logo_of, logo_values, other_pictures
from brief.letterhead.cascade import Cascade
from brief.letterhead.faces import faces_of
from brief.letterhead.foundation import foundation_of
from brief.letterhead.margin import read_sides
from brief.letterhead.paper import page_values, sound_lengths
from brief.letterhead.sheet import style_toml
from brief.letterhead.theme import Theme
from brief.letterhead.values import Value, colour_values, text_values
from brief.letterhead.whole import foundation_bytes
from brief.opc import PackageError, read_package
from brief.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brief.letterhead.faces import Faces
    from brief.style import Style

BASE = "base.docx"
"""What the Word document is called in the folder of a template."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The files of a template that a letterhead gives, by name, and what could not be taken over."""

    files: Mapping[str, bytes] = field(repr=False)
    problems: tuple[Problem, ...] = ()


def read_letterhead(path: Path, shown: str, base: Style, base_name: str) -> tuple[Reading | None, tuple[Problem, ...]]:
    """What a .docx or .dotx gives to a template over `base`; nothing, and a problem, where it cannot be used.

    `shown` is its path as its user types it. Same file, same bytes. Raises OSError where it cannot be read.
    """
    try:
        package = read_package(path)
        package.check()
        cascade = Cascade(package, Theme.of(package))
        faces, sides = faces_of(package, cascade), read_sides(package)
        document = foundation_bytes(foundation_of(package))
    except PackageError as error:
        return None, (Problem("letterhead", f"{shown} cannot be used: {error}", hint=error.hint),)
    lengths, of_page = sound_lengths(sides.lengths, base, shown)
    sides = replace(sides, lengths=lengths)
    logo, of_logo = logo_of(sides.head.picture, shown)
    values = (
        *page_values(lengths, base),
        *colour_values(cascade, base),
        *_docx_values(faces, base),
        *(logo_values(sides, logo, base) if logo else ()),
        *banner_values(sides, has_logo=logo is not None),
        *text_values(cascade, faces, base),
    )
    files = {"style.toml": style_toml(values, path.name, base_name).encode(), BASE: document}
    if logo:
        files[logo.name] = logo.picture.content
    of_pictures, of_headings = other_pictures(sides, shown), _of_headings(cascade, base_name, shown)
    return Reading(files, (*of_page, *of_logo, *of_pictures, *of_headings, *_of_faces(faces, base, shown))), ()


def _docx_values(faces: Faces, base: Style) -> Iterator[Value]:
    yield Value(("docx", "base"), BASE, "the document itself, without its text")
    if base.embed_faces:
        yield Value(("docx", "embed_faces"), value=False, source="its faces are not at hand")
    for kind, face in faces.names.items():
        if face != getattr(base, kind).name:
            yield Value(("docx", kind), face, "its faces")


def _of_headings(cascade: Cascade, base_name: str, shown: str) -> Iterator[Problem]:
    """The levels of headings of a brief that the letterhead has no style for."""
    for level in (1, 2):
        if cascade.look(f"heading {level}") is None:
            message = f"{shown}: no style for headings of level {level} was found; they look as in {base_name}"
            hint = f"it is called 'Heading {level}' in Word, in the language of that; or write [text.heading{level}]"
            yield Problem("letterhead", message, None, hint, "note")


def _of_faces(faces: Faces, base: Style, shown: str) -> Iterator[Problem]:
    """Each family that the PDF sets in another face: a Word document names its faces and does not hold them."""
    for kind, face in faces.names.items():
        own = getattr(base, kind).name
        if face != own:
            hint = f"put its four files into the folder fonts and name them under [faces.{kind}] of style.toml"
            message = f"{shown}: {face} is not at hand, the PDF is set in {own}"
            yield Problem("letterhead", message, None, hint, "note")
