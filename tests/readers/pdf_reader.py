"""Reads a PDF as assistive technology does: marked content, in the order of the structure tree, by the fonts' own maps.

Written against ISO 32000-1 alone; nothing of the renderer is used. Conventions of its tags: bullets are the labels of
lists numbered Disc; the second Reference of an entry of the contents is its page number; notes stand at the end. A
Figure is told by its Alt, not by the words in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias, cast

from pypdf import PdfReader
from pypdf.generic import ContentStream

from readers.reading import Reading, one_line

_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(r"<([0-9A-Fa-f]+)>")
_INLINE = frozenset(("Span", "Link", "Reference", "Code"))


@dataclass
class Node:
    """A structure element: its standard type, its kids, texts among them, in order."""

    tag: str
    kids: list[Node | str] = field(default_factory=list)
    language: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    identity: str = ""
    links: int = 0
    alt: str = ""

    @property
    def nodes(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def find(self, *tags: str) -> list[Node]:
        """Every node of these tags below, in order."""
        found = []
        for kid in self.nodes:
            found += [kid] if kid.tag in tags else []
            found += kid.find(*tags)
        return found


Entry: TypeAlias = Any  # pypdf's objects are of many types


def structure_of(content: bytes) -> Node:
    """The Document element of the structure tree, its roles mapped to nothing: Title stays Title."""
    return _Tree(PdfReader(BytesIO(content))).root()


def read_pdf(content: bytes) -> Reading:
    """What the document says."""
    document = structure_of(content)
    body = "".join(_said(kid) for kid in document.nodes if kid.tag != "Note")
    notes = [note for note in document.nodes if note.tag == "Note"]
    told = [f"^{''.join(_plain(mark) for mark in note.find('Lbl'))} {_note_text(note)}" for note in notes]
    return Reading(
        words=tuple(" ".join([body, *told]).split()),
        outline=tuple((int(head.tag[1]), one_line(_unmarked(head))) for head in document.find("H1", "H2", "H3", "H4")),
        tables=tuple(
            tuple(tuple(one_line(_unmarked(cell)) for cell in row.find("TH", "TD")) for row in table.find("TR"))
            for table in document.find("Table")
        ),
        notes=tuple(one_line(_note_text(note)) for note in notes),
        figures=tuple(one_line(figure.alt) for figure in document.find("Figure")),
    )


def drawn(content: bytes) -> list[tuple[str, str]]:
    """What is drawn on each page, in the order of drawing: text that is content, text that is an artifact."""
    reader = PdfReader(BytesIO(content))
    tree = _Tree(reader)
    return [("".join(tree.texts[number].values()), tree.artifacts[number]) for number in range(len(reader.pages))]


def _note_text(note: Node) -> str:
    return "".join(_said(kid) for kid in note.nodes if kid.tag != "Lbl")


def _is_mark(node: Node) -> bool:
    """Whether a Reference is the mark of a note: its Link is the number alone."""
    return node.tag == "Reference"


def _said(node: Node) -> str:
    if node.tag == "L" and node.attributes.get("ListNumbering") == "Disc":
        return "".join(_said(part) for item in node.nodes for part in item.nodes if part.tag != "Lbl")
    if node.tag == "Figure":
        return " "
    if node.tag == "TOCI":
        return f" {_plain(node.nodes[0])} "
    if _is_mark(node):
        return f" ^{_plain(node).strip()} "
    said = "".join(kid if isinstance(kid, str) else _said(kid) for kid in node.kids)
    return said if node.tag in _INLINE else f" {said} "


def _unmarked(node: Node) -> str:
    return "".join(kid if isinstance(kid, str) else "" if _is_mark(kid) else _unmarked(kid) for kid in node.kids)


def _plain(node: Node) -> str:
    return "".join(kid if isinstance(kid, str) else _plain(kid) for kid in node.kids)


class _Tree:
    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._pages = {
            page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference
        }
        self.texts: list[dict[int, str]] = []
        self.artifacts: list[str] = []
        fonts: dict[int, dict[bytes, str]] = {}
        for page in reader.pages:
            texts, artifact = _page_texts(page, reader, fonts)
            self.texts.append(texts)
            self.artifacts.append(artifact)

    def root(self) -> Node:
        top = cast("Entry", self._reader.trailer["/Root"])["/StructTreeRoot"]["/K"]
        return self._node(top.get_object(), None)

    def _node(self, entry: Entry, page: int | None) -> Node:
        node = Node(entry["/S"][1:], language=str(entry.get("/Lang", "")), identity=str(entry.get("/ID", "")))
        node.alt = str(entry.get("/Alt", ""))
        attributes = entry.get("/A", {})
        node.attributes = {key[1:]: str(value).removeprefix("/") for key, value in attributes.items()}
        if "/Pg" in entry:
            page = self._pages[entry.raw_get("/Pg").idnum]
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            held = kid.get_object()
            if isinstance(held, int):
                assert page is not None
                node.kids.append(self.texts[page].pop(held))
            elif held.get("/Type") == "/MCR":
                node.kids.append(self.texts[self._pages[held.raw_get("/Pg").idnum]].pop(int(held["/MCID"])))
            elif held.get("/Type") == "/OBJR":
                node.links += 1
            else:
                node.kids.append(self._node(held, page))
        return node


def _page_texts(page: Entry, reader: PdfReader, fonts: dict[int, dict[bytes, str]]) -> tuple[dict[int, str], str]:
    """The text of each marked content of a page, and the text of its artifacts."""
    texts: dict[int, str] = {}
    artifact: list[str] = []
    number, depth, characters = None, 0, dict[bytes, str]()
    instead = ""  # what is to be read for the letters of a span within marked content
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" if depth:
                depth += 1
                instead = operands[1]["/ActualText"]
            case b"BDC" | b"BMC":
                depth += 1
                number = operands[1].get("/MCID") if len(operands) > 1 else None
                if number is not None:
                    texts[number] = ""
            case b"EMC":
                depth -= 1
                number = number if depth else None
                instead = ""
            case b"Tf":
                characters = _characters(page["/Resources"]["/Font"], operands[0], fonts)
            case b"TJ":
                assert depth == 1 + bool(instead), "text outside marked content"
                said = "".join(_decoded(bytes_of(part), characters) for part in operands[0] if _is_string(part))
                assert instead in ("", said), "words drawn and words read for them"
                if number is None:
                    artifact.append(said)
                else:
                    texts[number] += said
            case _:
                assert operator not in (b"Tj", b"'", b'"'), operator
    return texts, "".join(artifact)


def _is_string(part: object) -> bool:
    return isinstance(part, str | bytes)


def bytes_of(part: Entry) -> bytes:
    return bytes(part.original_bytes) if hasattr(part, "original_bytes") else bytes(part)


def _decoded(codes: bytes, characters: dict[bytes, str]) -> str:
    return "".join(characters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _characters(resources: Entry, name: str, fonts: dict[int, dict[bytes, str]]) -> dict[bytes, str]:
    reference = resources.raw_get(name)
    if reference.idnum not in fonts:
        font = reference.get_object()
        codes = _to_unicode(font["/ToUnicode"].get_object().get_data().decode("ascii"))
        fonts[reference.idnum] = codes
    return fonts[reference.idnum]


def _to_unicode(cmap: str) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for kind, body in _SECTION.findall(cmap):
        assert kind == "bfchar"
        codes = [bytes.fromhex(code) for code in _HEX.findall(body)]
        found |= {code: text.decode("utf-16-be") for code, text in zip(codes[::2], codes[1::2], strict=True)}
    return found
