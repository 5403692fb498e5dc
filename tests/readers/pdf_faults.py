"""What is wrong with the tags of a PDF, as far as a judge of the standard cannot see it.

Tags may be valid and mean nothing: a heading that is skipped, a list item whose body comes before its label, a note
that nothing leads to. Each fault is a word of `FAULTS` and where it is. Nothing of the renderer is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHIN = {
    "Document": {"H1", "H2", "H3", "H4", "P", "Title", "L", "Table", "Sect", "BlockQuote", "Div", "TOC", "Note"},
    "Sect": {"P", "L", "Table", "BlockQuote", "Div", "Sect", "H1", "H2", "H3", "H4", "TOC"},
    "BlockQuote": {"P", "L", "Table", "BlockQuote", "Div", "Sect"},
    "Div": {"Caption", "Figure"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference"},
    "Note": {"Lbl", "P"},
    "Figure": set(),
}
"""What may stand in what; everything else holds words."""
INLINE = {"Span", "Link", "Reference", "Code"}
FLOWING = {"P", "L", "Table", "BlockQuote", "Div", "Sect"}
BESIDE_WORDS = {**dict.fromkeys(("LBody", "TH", "TD"), INLINE | FLOWING), "P": {*INLINE, "Lbl"}}
"""What may stand among words where that is more than what a line holds; the paragraph's label is its number."""
PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"Tj", b"TJ", b"'", b'"'}
HEADING = re.compile(r"H[1-6]$")
FAULTS = (
    "nesting", "heading", "list", "table", "note", "link", "figure", "contents", "caption", "order", "unmarked",
    "artifact", "outline", "labels", "language", "window", "metadata",
)  # fmt: skip

Entry = Any


@dataclass
class Tag:
    """A structure element, its kids in order: elements, pieces of content (page and number), annotations."""

    entry: Entry
    kids: list[Tag | tuple[int, int] | Entry] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.entry["/S"])[1:]

    @property
    def tags(self) -> list[Tag]:
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def names(self) -> list[str]:
        return [tag.name for tag in self.tags]

    @property
    def contents(self) -> list[tuple[int, int]]:
        return [kid for kid in self.kids if isinstance(kid, tuple)]

    @property
    def annotations(self) -> list[Entry]:
        return [kid for kid in self.kids if not isinstance(kid, Tag | tuple)]

    def attribute(self, name: str) -> str:
        return str(self.entry.get("/A", {}).get(f"/{name}", ""))

    def every(self) -> Iterator[Tag]:
        yield self
        for tag in self.tags:
            yield from tag.every()


def faults(content: bytes) -> list[str]:
    """Every fault, as `word: where`."""
    file = _File(PdfReader(BytesIO(content)))
    checks = (
        _nesting, _headings, _lists, _tables, _notes, _links, _figures, _contents, _captions, _order, _marks, _outline,
        _catalogue, _metadata,
    )  # fmt: skip
    return [fault for check in checks for fault in check(file)]


class _File:
    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.catalogue: Entry = cast("Entry", reader.trailer["/Root"])
        pages = [page.indirect_reference for page in reader.pages]
        self.pages = {page.idnum: number for number, page in enumerate(pages) if page}
        self.root = self._tag(self.catalogue["/StructTreeRoot"]["/K"].get_object(), -1)
        self.all = list(self.root.every())

    def _tag(self, entry: Entry, page: int) -> Tag:
        tag = Tag(entry)
        page = self._page(entry, page)
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            held = kid.get_object()
            if isinstance(held, int):
                tag.kids.append((page, int(held)))
            elif held.get("/Type") == "/MCR":
                tag.kids.append((self._page(held, page), int(held["/MCID"])))
            elif held.get("/Type") == "/OBJR":
                tag.kids.append(held["/Obj"])
            else:
                tag.kids.append(self._tag(held, page))
        return tag

    def _page(self, entry: Entry, page: int) -> int:
        return self.pages[entry.raw_get("/Pg").idnum] if "/Pg" in entry else page


def _nesting(file: _File) -> Iterator[str]:
    for tag in file.all:
        allowed = WITHIN.get(tag.name, BESIDE_WORDS.get(tag.name, INLINE))
        yield from (f"nesting: {name} in {tag.name}" for name in tag.names if name not in allowed)
        if tag.name in WITHIN and tag.name != "Figure" and tag.contents:
            yield f"nesting: words right in {tag.name}"


def _headings(file: _File) -> Iterator[str]:
    above = 0
    for tag in file.all:
        if HEADING.match(tag.name):
            level = int(tag.name[1:])
            if level > above + 1:
                yield f"heading: {tag.name} below H{above}"
            above = level


def _lists(file: _File) -> Iterator[str]:
    for tag in file.all:
        if tag.name == "L" and not (tag.tags and tag.attribute("ListNumbering")):
            yield "list: without items or numbering"
        if tag.name == "LI" and tag.names != ["Lbl", "LBody"]:
            yield f"list: item of {tag.names}"


def _tables(file: _File) -> Iterator[str]:
    for tag in file.all:
        rows = [row for row in tag.tags if row.name == "TR"]
        if tag.name == "Table" and len({len(row.kids) for row in rows}) > 1:
            yield "table: rows of unequal length"
        if tag.name == "Table" and rows and not any("TH" in row.names for row in rows):
            yield "table: without a head"
        if tag.name == "TH" and tag.attribute("Scope") not in ("/Column", "/Row"):
            yield "table: head of nothing"


def _notes(file: _File) -> Iterator[str]:
    notes = [tag for tag in file.all if tag.name == "Note"]
    identities = [str(tag.entry.get("/ID", "")) for tag in notes]
    if len(set(identities)) < len(identities) or "" in identities:
        yield "note: identities are missing or come twice"
    marks = [tag for tag in file.all if tag.name == "Reference" and tag.names == ["Link"]]
    leading = {str(mark.tags[0].annotations[0].get("/Contents", "")) for mark in marks if mark.tags[0].annotations}
    for number, note in enumerate(notes, 1):
        if note.names != ["Lbl", "P"] or note.tags[0].names != ["Link"]:
            yield f"note: {number} is not a number that leads back, and words"
        if not any(said.endswith(f" {number}") for said in leading):
            yield f"note: no mark leads to {number}"
    names = file.root.names
    if "Note" in names and set(names[names.index("Note") :]) != {"Note"}:
        yield "note: not at the end"


def _links(file: _File) -> Iterator[str]:
    parents = _numbers(file.catalogue["/StructTreeRoot"]["/ParentTree"])
    linked = 0
    for tag in file.all:
        if tag.name == "Link" and not (tag.annotations and any(inner.contents for inner in tag.every())):
            yield "link: without words or a rectangle"
        if tag.name != "Link" and tag.annotations:
            yield f"link: in {tag.name}"
        for annotation in tag.annotations:
            linked += 1
            if not annotation.get("/Contents"):
                yield "link: says not where it leads"
            if not ("/Dest" in annotation or "/A" in annotation):
                yield "link: leads nowhere"
            if parents.get(annotation.get("/StructParent")) != tag.entry:
                yield "link: its rectangle is another's"
    if linked != sum(len(cast("Entry", page).get("/Annots", [])) for page in file.reader.pages):
        yield "link: outside the tree"


def _numbers(tree: Entry) -> dict[int, Entry]:
    entries = tree["/Nums"]
    return {int(key): value.get_object() for key, value in zip(entries[::2], entries[1::2], strict=True)}


def _figures(file: _File) -> Iterator[str]:
    for tag in file.all:
        if tag.name == "Figure" and not (str(tag.entry.get("/Alt", "")).strip() and tag.attribute("BBox")):
            yield "figure: without alternative text or box"


def _contents(file: _File) -> Iterator[str]:
    yield from (f"contents: empty {tag.name}" for tag in file.all if tag.name in {"TOC", "TOCI"} and not tag.tags)


def _captions(file: _File) -> Iterator[str]:
    for tag in file.all:
        if "Caption" in tag.names[1:]:
            yield f"caption: not first in {tag.name}"


def _order(file: _File) -> Iterator[str]:
    """On each page, words are drawn in the order in which the tree tells them, notes behind all others."""
    told: dict[int, list[int]] = {}
    for tag in file.root.tags:
        for page, number in _pieces(tag):
            told.setdefault(page, []).append(number)
    for page, numbers in told.items():
        if numbers != sorted(numbers):
            yield f"order: page {page + 1}"
        if sorted(numbers) != list(range(len(numbers))):
            yield f"order: content of page {page + 1} is told twice or not at all"


def _pieces(tag: Tag) -> Iterator[tuple[int, int]]:
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _pieces(kid)
        elif isinstance(kid, tuple):
            yield kid


def _marks(file: _File) -> Iterator[str]:
    for number, page in enumerate(file.reader.pages, 1):
        marks: list[bool] = []  # those that are open: whether they say whose the content is
        kinds = []
        for operands, operator in ContentStream(page["/Contents"], file.reader).operations:
            if operator in (b"BDC", b"BMC"):
                says = operands[1] if len(operands) > 1 else {}
                marks.append(set(says) != {"/ActualText"})
                if operands[0] == "/Artifact" and says:
                    kinds.append(says.get("/Subtype"))
            elif operator == b"EMC":
                marks.pop()
            elif operator in PAINTING and marks.count(True) != 1:
                yield f"unmarked: {operator.decode()} on page {number}"
        if kinds.count("/Footer") > 1 or "/Footer" not in kinds:
            yield f"artifact: page {number} has no running line at its foot, or two"


def _outline(file: _File) -> Iterator[str]:
    said = [(tag.name, _first_page(tag)) for tag in file.all if HEADING.match(tag.name)]
    found: list[tuple[str, int]] = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((f"H{level}", file.reader.get_destination_page_number(entry) or 0))

    walk(file.reader.outline, 1)
    if said != found:
        yield f"outline: {len(found)} entries for {len(said)} headings, or other levels or pages"


def _first_page(tag: Tag) -> int:
    return next(_pieces(tag), (-1, 0))[0]


def _catalogue(file: _File) -> Iterator[str]:
    if "/PageLabels" not in file.catalogue:
        yield "labels: pages have none"
    if not file.catalogue.get("/Lang"):
        yield "language: the document has none"
    if not file.catalogue.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "window: shows no title"


def _metadata(file: _File) -> Iterator[str]:
    info: Any = file.reader.metadata or {}
    xmp: Any = file.reader.xmp_metadata
    if xmp is None:
        yield "metadata: none"
        return
    pairs = {
        "title": (info.get("/Title"), (xmp.dc_title or {}).get("x-default")),
        "author": (info.get("/Author"), next(iter(xmp.dc_creator or ()), None)),
        "subject": (info.get("/Subject"), (xmp.dc_description or {}).get("x-default")),
        "keywords": (info.get("/Keywords"), xmp.pdf_keywords),
        "producer": (info.get("/Producer"), xmp.pdf_producer),
        "creator": (info.get("/Creator"), xmp.xmp_creator_tool),
    }
    for name, (said, told) in pairs.items():
        if said != told:
            yield f"metadata: {name} is {said!r} and {told!r}"
