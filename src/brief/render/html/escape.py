"""Words of the data as text, attribute, id or CSS string: whatever they hold, they remain words."""

from __future__ import annotations

_TEXT: dict[int, str] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_TEXT |= {ord(space): space for space in "\t\n\r"}
_TEXT |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE = _TEXT | {ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;", ord("\r"): "&#13;"}
_ADDRESS = {code: f"%{code:02X}" for code in (*range(0x21), *map(ord, '"<>\\^`{|}'), 0x7F)}


def text(words: str) -> str:
    """Words between tags. Control characters, which HTML cannot hold, become U+FFFD."""
    return words.translate(_TEXT)


def attribute(words: str) -> str:
    """Words as the value of an attribute, between double quotes."""
    return words.translate(_ATTRIBUTE)


def address(target: str) -> str:
    """An address as the value of an attribute; what no address may hold (WHATWG URL, 4.3) goes by its number."""
    return attribute(target.translate(_ADDRESS))


def anchor(name: str) -> str:
    """An id of the tree as an id of HTML and as a fragment of its address: one id, one anchor.

    It begins with no underscore: those ids are the renderer's own.
    """
    safe = "".join(letter if _plain(letter) or letter in "-_." else f"~{ord(letter):x}~" for letter in name)
    return f"~{safe}" if safe.startswith("_") else safe


def css_string(words: str) -> str:
    """Words as a string of CSS: all but ASCII letters, digits and spaces by number (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(x if _plain(x) or x == " " else f"\\{ord(x):x} " for x in words) + '"'


def _plain(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
