"""The styles that every Word has, under whatever names a program gives them, and their English names.

Word writes those names in English in every language (ECMA-376 Part 1, 17.7.4.9); other programs may write what their
user sees. A style that no other has the name of is known by its English id, then by its level in the outline, then by
what Words of other languages show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from brief.letterhead.names import W, value

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADINGS: Final = tuple(f"heading {level}" for level in range(1, 10))

_BY_ID: Final[Mapping[str, str]] = {
    name.replace(" ", "").lower(): name
    for name in (
        *_HEADINGS,
        *("Title", "Subtitle", "Body Text", "Quote", "caption", "header", "footer", "footnote text", "toc 1"),
    )
}
"""The names of the paragraph styles that show how a brief is set, by their English ids in small letters."""

_WORDS: Final = (
    *("überschrift", "titre", "título", "titolo", "titlu", "kop", "rubrik", "overskrift", "otsikko", "nagłówek"),
    *("nadpis", "címsor", "başlık", "επικεφαλίδα", "заголовок", "antraštė", "見出し", "标题", "標題", "제목", "개요"),  # noqa: RUF001 - Turkish has this letter
)
_ON: Final = ("1", "true", "on")
_SHOWN: Final = re.compile(rf"(?:{'|'.join(_WORDS)})\s*([1-9])")
"""What Words of other languages call their headings."""


def name_in_english(styles: Any) -> None:
    """Give the styles of a part that stand for those of Word the names that those have, where no other has them."""
    paragraphs = [
        style for style in styles.findall(f"{W}style") if value(style, "type") == "paragraph" and _name(style)
    ]
    known = {_name(style) for style in paragraphs}
    standard = {name.lower() for name in _BY_ID.values()}
    free = [style for style in paragraphs if _name(style) not in standard and value(style, "default") not in _ON]
    for guess in (_by_id, _by_level, _by_word):
        for style in list(free):
            name = guess(style)
            if name and name.lower() not in known:
                known.add(name.lower())
                free.remove(style)
                style.find(f"{W}name").set(f"{W}val", name)
                style.attrib.pop(f"{W}customStyle", None)


def _name(style: Any) -> str:
    return value(style.find(f"{W}name")).lower()


def _by_id(style: Any) -> str:
    return _BY_ID.get(value(style, "styleId").lower(), "")


def _by_level(style: Any) -> str:
    level = value(style.find(f"{W}pPr/{W}outlineLvl"))
    return _HEADINGS[int(level)] if re.fullmatch("[0-8]", level) else ""


def _by_word(style: Any) -> str:
    found = _SHOWN.fullmatch(_name(style)) or _SHOWN.fullmatch(value(style, "styleId").lower())
    return _HEADINGS[int(found[1]) - 1] if found else ""
