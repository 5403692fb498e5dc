"""The text of a file as it is archived: its words in UTF-8, Normalization Form C, with line feeds alone.

The encoding is never guessed: a file says what it is, or is UTF-8, or is refused.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from brief.archive.page import words_of
from brief.files import LARGEST, TooLargeError, as_typed, read_bytes
from brief.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (".html", ".htm", ".xhtml")
SUFFIXES = (".txt", *PAGES)

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([-\w.:]{1,40})""", re.IGNORECASE
)
_WITHIN = 8192
"""Bytes in which a page declares its encoding; the HTML Standard asks for 1024, and pages are not always so good."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""What a declared encoding is read as: the larger one that pages mean by its name (WHATWG Encoding Standard, 4.2)."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def text_of(file: Path) -> str | Problem:
    """The words of a .txt or .html file, ready to be archived; or what is wrong with it.

    Raises OSError where the file cannot be read.
    """
    name = as_typed(file)
    kind = file.suffix.lower()
    if kind not in SUFFIXES:
        hint = "save the article as .txt or .html"
        return Problem("archive", f"{name} is neither a text nor a web page", hint=hint)
    try:
        text = _decoded(read_bytes(file), name, is_page=kind in PAGES)
    except TooLargeError as error:
        return Problem("too-large", str(error), hint="save the article alone, as .txt")
    if isinstance(text, Problem):
        return text
    text = _settled(words_of(text) if kind in PAGES else text)
    if not text.strip():
        return Problem("archive", f"there are no words in {name}", hint="save the article as .txt")
    if len(text.encode()) > LARGEST:
        message = f"the text of {name} is larger than {LARGEST // 1024 // 1024} MiB"
        return Problem("too-large", message, hint="save the article alone, as .txt")
    return text


def _settled(text: str) -> str:
    """A text with line feeds, composed letters and nothing that a terminal would obey; a line feed ends it."""
    text = _CONTROL.sub("", re.sub(r"\r\n?", "\n", text))
    return unicodedata.normalize("NFC", text).strip("\n") + "\n"


def _decoded(content: bytes, name: str, *, is_page: bool) -> str | Problem:
    """The characters of a file: by its byte order mark; as UTF-8; as its page declares.

    Hardly a text in another encoding is UTF-8 by chance, but browsers save pages as UTF-8 that declare the old one; so
    UTF-8 comes before the declaration, but for encodings of seven bits, which an escape character shows.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _read(content.removeprefix(mark), encoding, f"{name} begins as {encoding.upper()}")
    found = _DECLARED.search(content[:_WITHIN]) if is_page else None
    declared = found[1].decode("ascii", "replace") if found else ""
    if not (declared and b"\x1b" in content):
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            if not declared:
                line = content.count(b"\n", 0, error.start) + 1
                byte = f"byte {error.object[error.start]:#04x} on line {line}"
                hint = "save it as UTF-8" + (", or with the charset in its head" if is_page else "")
                return Problem("encoding", f"{name} is not UTF-8: {byte}", hint=hint)
    return _read(content, declared, f"{name} declares {declared}")


def _read(content: bytes, encoding: str, said: str) -> str | Problem:
    try:
        known = codecs.lookup(encoding).name
        return content.decode(_WIDER.get(known, known))
    except LookupError:
        return Problem("encoding", f"{said}, which is no encoding known here", hint="save it as UTF-8")
    except UnicodeError:
        return Problem("encoding", f"{said}, but is not", hint="save it as UTF-8")
