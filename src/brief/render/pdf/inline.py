"""Inlines of the tree to runs: which font, what colour, which element, where it leads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from brief.render.pdf.run import NEW_LINE, Run
from brief.render.pdf.structure import Element, Target
from brief.tree import Badge, Break, Code, Emphasis, Link, NoteRef, Strong, Text, primary
from brief.walk import inline_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from brief.place import Place
    from brief.render.pdf.font import Font
    from brief.render.pdf.part import FootNote
    from brief.render.pdf.typecase import Typecase
    from brief.style import Style, TextStyle
    from brief.tree import Inline

_MARK_SIZE, _MARK_RISE = 0.64, 0.36  # of a note's mark, in sizes
_STROKE = 0.032  # of letters thickened for want of a bold face, in sizes
_SCHEMES = ("http://", "https://", "mailto:")
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_SPACES = str.maketrans("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " " * 12)
_NOTE_NAMES = {"en": "Note {}", "ko": "각주 {}"}


@dataclass(slots=True)
class _Voice:
    """How the words at hand are said: their style, and the elements and link around them.

    `font` is known once something is said.
    """

    style: TextStyle
    parent: Element | None
    bold: bool = False
    italic: bool = False
    element: Element | None = None  # inside the block's own
    link: Target | None = None
    colour: str = ""
    font: Font | None = field(default=None, init=False)

    def run(self, text: str, font: Font, stroke: float = 0) -> Run:
        """Words that are said so, in a font that has them."""
        style = self.style
        colour = self.colour or style.colour
        return Run(text, font, style.size, colour, 0, style.tracking, stroke, style.capitals, self.element, self.link)

    def inside(self, tag: str, *, language: str = "") -> _Voice:
        """The same within an element of its own. What is no content has no elements."""
        if self.parent is None:
            return self
        element = Element(tag, self.element or self.parent, inline=True, language=language)
        return _Voice(self.style, self.parent, self.bold, self.italic, element, self.link, self.colour)

    def leading(self, description: str, colour: str, *, place: str = "", address: str = "") -> _Voice:
        """The same within a link to a place of this document or to an address."""
        if self.parent is None:
            return self
        element = Element("Link", self.element or self.parent, inline=True)
        target = Target(element, description, address, place)
        return _Voice(self.style, self.parent, self.bold, self.italic, element, target, colour)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets words. `places` are the ids that links may lead to, `notes` the notes by id."""

    typecase: Typecase
    style: Style
    language: str
    places: Collection[str]
    notes: Mapping[str, FootNote]

    def runs(self, children: Iterable[Inline], style: TextStyle, element: Element | None) -> list[Run]:
        """The inlines as runs of a block that is `element`."""
        made: list[Run] = []
        self._set(children, _Voice(style, element), made)
        return made

    def label(self, text: str, style: TextStyle, colour: str = "") -> list[Run]:
        """A label: words that no inline holds."""
        made: list[Run] = []
        self._say(text, (), _Voice(style, None, colour=colour), made)
        return made

    def gap(self, style: TextStyle, sizes: float) -> Run:
        """A space, wider by `sizes`."""
        font = self.typecase.font(style)
        return Run(" ", font, style.size, style.colour, tracking=sizes * style.size)

    def linked(self, children: Iterable[Inline], style: TextStyle, element: Element, place: str) -> list[Run]:
        """The inlines as words of a link to a place of this document, in an element Link within `element`."""
        children = tuple(children)
        voice = _Voice(style, element).leading(inline_text(children), "", place=place)
        made: list[Run] = []
        self._set(children, voice, made)
        return made

    def mark(self, number: int, style: TextStyle, element: Element, place: str, anchor: str) -> list[Run]:
        """A raised number that leads to `place` and is itself the place `anchor`."""
        return [self._raised(number, _Voice(style, element).leading(self._note_name(number), "", place=place), anchor)]

    def _set(self, children: Iterable[Inline], voice: _Voice, made: list[Run]) -> None:
        """Add the inlines to the runs `made`."""
        for child in children:
            match child:
                case Text():
                    foreign = child.language and child.language != self.language
                    said = voice.inside("Span", language=child.language or "") if foreign else voice
                    self._say(child.text, child.origins, said, made)
                case Code():
                    sans = replace(voice.style, family="sans")
                    self._say(child.text, child.origins, replace(voice.inside("Code"), style=sans), made)
                case Strong():
                    self._set(child.children, replace(voice, bold=True), made)
                case Emphasis():
                    self._set(child.children, replace(voice, italic=not voice.italic), made)
                case Link():
                    self._set(child.children, self._link(child, voice), made)
                case NoteRef():
                    made.append(self._note(child, voice))
                case Badge():
                    colours = self.style.colours
                    dot = {"open": colours.open, "moving": colours.moving, "closed": colours.closed}[child.kind]
                    made.append(Run("", self._font(voice), voice.style.size, dot, dot=dot))
                    self._set(child.children, voice, made)
                case Break():
                    colour = voice.colour or voice.style.colour
                    made.append(Run(NEW_LINE, self._font(voice), voice.style.size, colour, element=voice.element))
                case _:
                    assert_never(child)

    def _font(self, voice: _Voice) -> Font:
        if voice.font is None:
            voice.font = self.typecase.font(voice.style, bold=voice.bold, italic=voice.italic)
        return voice.font

    def _say(self, text: str, origins: tuple[Place, ...], voice: _Voice, made: list[Run]) -> None:
        if not text:
            return
        if not text.isprintable():
            text = text.translate(_SPACES)
        font = voice.font or self._font(voice)
        if font.has_all(text):
            made.append(voice.run(text, font))
            return
        stroke = voice.style.size * _STROKE if voice.bold or voice.style.bold else 0
        for chosen, words in self.typecase.spans(text, font, origins):
            made.append(voice.run(words, chosen, 0 if chosen is font else stroke))

    def _link(self, link: Link, voice: _Voice) -> _Voice:
        words = _words_of(link).strip() or link.target
        colour = self.style.colours.link
        if link.target.startswith("#") and link.target[1:] in self.places:
            return voice.leading(words, colour, place=link.target[1:])
        if link.target.lower().startswith(_SCHEMES):
            address = link.target if link.target.isascii() else quote(link.target, safe=_IN_ADDRESS)
            return voice.leading(words, colour, address=address.replace(" ", "%20"))
        return voice

    def _note(self, reference: NoteRef, voice: _Voice) -> Run:
        note = self.notes.get(reference.note)
        number = note.number if note else reference.number
        within = voice.inside("Reference")
        if not note:
            return self._raised(number, within, "")
        within = within.leading(self._note_name(number), "", place=f"note {number}")
        return self._raised(number, within, f"mark {number}", note)

    def _note_name(self, number: int) -> str:
        """What those who hear the text are told a mark leads to."""
        return _NOTE_NAMES.get(primary(self.language), _NOTE_NAMES["en"]).format(number)

    def _raised(self, number: int, voice: _Voice, anchor: str, note: FootNote | None = None) -> Run:
        size = voice.style.size
        return Run(
            str(number),
            self.typecase.font(voice.style),
            size * _MARK_SIZE,
            self.style.colours.link,
            rise=size * _MARK_RISE,
            element=voice.element,
            link=voice.link,
            note=note,
            anchor=anchor,
        )


def _words_of(link: Link) -> str:
    """Its words; most links hold one text."""
    if len(link.children) == 1 and isinstance(only := link.children[0], Text):
        return only.text
    return inline_text(link.children)
