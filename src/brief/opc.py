"""An Office file opened without trust: a zip of known shape and bounded size, whose XML fetches and expands nothing.

Open Packaging Conventions (ECMA-376 Part 2): parts, their content types, and relationships between them.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST: Final = 16 * 1024 * 1024
"""Bytes that a file may have."""

LARGEST_UNPACKED: Final = 64 * 1024 * 1024
"""Bytes that its parts may have together when they are unpacked."""

MOST_PARTS: Final = 1000

_KINDS: Final = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
}
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that parts may be (ECMA-376 Part 2, annex B)
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, struct.error)
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROOTS: Final = {
    "styles": f"{_WORD}styles",
    "theme": "{http://schemas.openxmlformats.org/drawingml/2006/main}theme",
    "numbering": f"{_WORD}numbering",
    "header": f"{_WORD}hdr",
    "footer": f"{_WORD}ftr",
}
"""The parts that a brief is written on, by their relationship, and the root element of each."""

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB]: Word before 2007, and whatever is encrypted


class PackageError(ValueError):
    """A file cannot be used; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Relationship(NamedTuple):
    """Where a part leads to: the last word of the kind, and a part's name or, outside the file, an address."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word document by name, `word/styles.xml`, and the name of the main one."""

    parts: Mapping[str, bytes] = field(repr=False)
    types: Mapping[str, str] = field(repr=False)
    main: str

    def xml(self, name: str) -> Any:
        """The root element of a part. Raises PackageError where it is no XML."""
        return parse(self.parts[name], name)

    def root(self, kind: str, name: str) -> Any:
        """The root element of a part of a kind, "styles". Raises PackageError where it is of another kind."""
        root = self.xml(name)
        if root.tag != _ROOTS[kind]:
            message = f"it is damaged: {name} is no part of the kind '{kind}'"
            raise PackageError(message, _RESAVE)
        return root

    def check(self) -> None:
        """Read all that a brief is written on. Raises PackageError where it cannot be used."""
        for name in (self.main, *(name for name in self.parts if name.endswith((".xml", ".rels")))):
            self.xml(name)
        for one in self.relationships(self.main):
            if one.kind in _ROOTS and not one.external:
                self.root(one.kind, one.target)

    def content_type(self, name: str) -> str:
        """The content type of a part, or nothing."""
        return self.types.get(name) or self.types.get(f".{name.rpartition('.')[2].lower()}", "")

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Where a part leads to, in the order of the file; what leads to a part that is not there is left out."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if rels not in self.parts:
            return ()
        found = (_relationship(element, folder) for element in self.xml(rels) if isinstance(element.tag, str))
        return tuple(one for one in found if one.external or one.target in self.parts)

    def related(self, kind: str) -> str:
        """The name of the part that the main one leads to by a relationship of this kind, or nothing."""
        found = (one.target for one in self.relationships(self.main) if one.kind == kind and not one.external)
        return next(found, "")


def _relationship(element: Any, folder: str) -> Relationship:
    kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(element.get("Id", ""), kind, target, external=True)
    absolute = target if target.startswith("/") else f"/{folder}/{target}"
    return Relationship(element.get("Id", ""), kind, posixpath.normpath(absolute).lstrip("/"))


def parse(content: bytes, name: str) -> Any:
    """The root element of some XML: no entity is resolved, no document type is allowed, nothing is fetched."""
    from lxml import etree  # noqa: PLC0415 - it takes long to load, and few briefs stand on a letterhead

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        message = f"it is damaged: {name} is no XML"
        raise PackageError(message, _RESAVE) from error
    if root.getroottree().docinfo.doctype:
        message = f"{name} declares a document type, which no Word file does"
        raise PackageError(message, _RESAVE)
    return root


_RESAVE: Final = "open it in Word and save it anew as .docx or .dotx"


def read_package(path: Path) -> Package:
    """The Word document in a file. Raises PackageError where it cannot be used, OSError where it cannot be read."""
    if path.exists() and not path.is_file():
        message = "it is no file"
        raise PackageError(message)
    with path.open("rb") as file:
        return open_package(file.read(LARGEST + 1))


def open_package(content: bytes) -> Package:
    """A Word document, .docx or .dotx, of at most `LARGEST` bytes. Raises PackageError where it cannot be used."""
    if len(content) > LARGEST:
        message = f"it is larger than {LARGEST // 1024 // 1024} MiB"
        raise PackageError(message, "make its pictures smaller")
    if content.startswith(_COMPOUND):
        message = "it is encrypted, or of a Word older than 2007"
        raise PackageError(message, "open it in Word, take the password off, and save it as .docx or .dotx")
    try:
        parts = _unpacked(content)
    except PackageError:
        raise
    except (*_DAMAGE, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        message = "it is no Word document" if not content.startswith(b"PK") else "it is damaged"
        raise PackageError(message, "a letterhead is a .docx or .dotx file") from error
    types = _content_types(parts)
    main = next((name for name, kind in types.items() if kind in _KINDS and name in parts), "")
    if any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in types.values()):
        message = "it holds macros"
        raise PackageError(message, "open it in Word and save it without macros, as .docx or .dotx")
    if not main:
        message = "it is no Word document"
        raise PackageError(message, "a letterhead is a .docx or .dotx file")
    return Package(parts, types, main)


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        names = [entry.filename for entry in entries]
        if len(entries) > MOST_PARTS:
            message = f"it holds {len(entries)} parts, more than {MOST_PARTS}"
            raise PackageError(message, _RESAVE)
        if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            message = f"it unpacks to more than {LARGEST_UNPACKED // 1024 // 1024} MiB"
            raise PackageError(message, "make its pictures smaller")
        if len(set(names)) < len(names) or any(name.startswith("/") or ".." in name.split("/") for name in names):
            message = "it is damaged: the names of its parts are not in order"
            raise PackageError(message, _RESAVE)
        if any(entry.flag_bits & 1 for entry in entries):
            message = "it is encrypted"
            raise PackageError(message, "take the password off in Word and save it anew")
        if any(entry.compress_type not in _PACKED for entry in entries):
            message = "it is damaged: its parts are packed as no Word packs them"
            raise PackageError(message, _RESAVE)
        return {entry.filename: _part(archive, entry) for entry in entries}


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry: no more is unpacked than it says it has."""
    with archive.open(entry) as stream:
        return stream.read(entry.file_size + 1)


def _content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Content types by the name of a part or, after a dot, by how a name ends."""
    if "[Content_Types].xml" not in parts:
        message = "it is no Word document"
        raise PackageError(message, "a letterhead is a .docx or .dotx file")
    found: dict[str, str] = {}
    for element in parse(parts["[Content_Types].xml"], "[Content_Types].xml"):
        if element.tag == f"{_TYPES}Override":
            found[element.get("PartName", "").lstrip("/")] = element.get("ContentType", "")
        elif element.tag == f"{_TYPES}Default":
            found[f".{element.get('Extension', '').lower()}"] = element.get("ContentType", "")
    return found
