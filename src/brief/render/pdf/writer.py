"""The file: object streams and a cross-reference stream instead of plain objects, and an ID made from the content.

ReportLab numbers the objects and formats its own; this writes them, so that streams end as PDF/A asks (ISO 19005-2,
6.1.7.1), nothing is armoured, and no clock is read.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
_QUICK = 3  # of zlib's levels: objects of the structure tree are alike, and small whatever the level


class Raw(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Text within an object of ReportLab's."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, _document: PDFDocument) -> bytes:
        """Its text: ReportLab asks this of every object."""
        return self.text.encode("latin-1")


class Stream(PDFObject):  # type: ignore[misc]  # as above
    """Bytes with a few entries of a dictionary before them, deflated unless told otherwise."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: str = "", *, deflate: bool = True, level: int = 6) -> None:
        self.content, self.entries, self.deflate, self.level = content, entries, deflate, level

    def format(self, _document: PDFDocument) -> bytes:
        """The whole object."""
        content, entries = self.content, self.entries
        if self.deflate:
            content, entries = zlib.compress(content, self.level), f"{entries}/Filter/FlateDecode"
        return b"<<%s/Length %d>>\nstream\n%s\nendstream\n" % (entries.encode("latin-1"), len(content), content)


class _File:
    """Bytes so far, and where each object stands: rows of the cross-reference stream (ISO 32000-1, 7.5.8)."""

    def __init__(self) -> None:
        self.pieces = [_HEADER]
        self.size = len(_HEADER)
        self.rows = {0: b"\0" * 5 + b"\xff\xff"}

    def put(self, number: int, body: bytes) -> None:
        self.rows[number] = b"\1" + self.size.to_bytes(4, "big") + b"\0\0"
        piece = b"%d 0 obj\n%sendobj\n" % (number, body)
        self.pieces.append(piece)
        self.size += len(piece)

    def pack(self, box: int, objects: list[tuple[int, str]]) -> None:
        """Put objects into object stream `box`."""
        rows, stands_in, head, at = self.rows, b"\2" + box.to_bytes(4, "big"), [], 0
        for index, (number, text) in enumerate(objects):
            head.append(f"{number} {at}")
            at += len(text) + 1
            rows[number] = stands_in + index.to_bytes(2, "big")
        heads = " ".join(head) + "\n"
        bodies = "\n".join([text for _, text in objects])
        entries = f"/Type/ObjStm/N {len(objects)}/First {len(heads)}"
        self.put(box, Stream((heads + bodies).encode("latin-1"), entries, level=_QUICK).format(None))

    def close(self, root: str, info: str) -> bytes:
        """Add the cross-reference stream; gives the whole file."""
        ident = hashlib.md5(b"".join(self.pieces), usedforsecurity=False).hexdigest()
        number, at = len(self.rows), self.size
        self.rows[number] = b"\1" + at.to_bytes(4, "big") + b"\0\0"
        entries = f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {root}/Info {info}/ID[<{ident}><{ident}>]"
        table = Stream(b"".join(self.rows[key] for key in sorted(self.rows)), entries)
        self.put(number, table.format(None))
        self.pieces.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(self.pieces)


class Objects:
    """The objects of a document: ReportLab's own, and others given as text, numbered in one row.

    References are texts, as `12 0 R`: ReportLab would format each by a slow codec.
    """

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._texts: dict[int, str] = {}

    def reference(self, entry: PDFObject) -> str:
        """Give an object of ReportLab's its number."""
        number, _ = self._document.idToObjectNumberAndVersion[self._document.Reference(entry).name]
        return f"{number} 0 R"

    def stream(self, content: bytes, entries: str = "", *, deflate: bool = True) -> str:
        """Add a stream."""
        return self.reference(Stream(content, entries, deflate=deflate))

    def add(self, text: str) -> str:
        """Add an object."""
        number = self.reserve(1).start
        self._texts[number] = text
        return f"{number} 0 R"

    def reserve(self, count: int) -> range:
        """Numbers for so many objects, to be referred to before they are `put`."""
        first = self._document.objectcounter + 1
        self._document.objectcounter += count
        return range(first, first + count)

    def put(self, number: int, text: str) -> None:
        """Add the object that has this number."""
        self._texts[number] = text

    def write(self, root: str, info: str) -> bytes:
        """The file of all objects; `root` and `info` refer to the catalogue and the information dictionary."""
        file, packed, number = _File(), [], 0
        document = self._document
        while (number := number + 1) <= document.objectcounter:  # formatting an object may add others
            text = self._texts.get(number)
            if text is None:
                entry = document.idToObject[document.numberToId[number]]
                body = formatted(entry, document, 1)
                if isinstance(entry, Stream):
                    file.put(number, body)
                    continue
                if isinstance(entry, PDFStream):
                    message = f"{entry!r} would be written by ReportLab, without the end of line that PDF/A asks for"
                    raise TypeError(message)
                text = body.decode("latin-1")
            packed.append((number, text))
        for at in range(0, len(packed), _PER_STREAM):
            file.pack(number, packed[at : at + _PER_STREAM])
            number += 1
        return file.close(root, info)
