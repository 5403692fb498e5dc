"""What of a Word document a brief is written on: styles, theme, lists, clean headers and footers with their pictures.

Nothing else of it is taken over: no text, no macros, no embedded files, no data, nothing that is fetched when the
document is opened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from brief.letterhead.builtin import name_in_english
from brief.letterhead.codes import ADDRESS, only_shows
from brief.letterhead.margin import is_page_number, margin_parts, section_of
from brief.letterhead.names import A, R, W, is_on, value, whole
from brief.letterhead.pictures import picture_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.opc import Package

_KNOWN: Final = (
    "{http://schemas.openxmlformats.org/",
    "{http://schemas.microsoft.com/office/",
    "{urn:schemas-microsoft-com:",
)
"""How the namespaces begin in which Word writes; another program may know what stands in others."""

_DROPPED: Final = frozenset(
    W + name
    for name in (
        *("object", "control", "subDoc", "altChunk", "dataBinding", "commentReference", "commentRangeStart"),
        *("commentRangeEnd", "footnoteReference", "endnoteReference", "permStart", "permEnd", "movie"),
        *(
            "bookmarkStart",
            "bookmarkEnd",
            "attachedTemplate",
            "delInstrText",
            "ffData",
            "binData",
            "numPicBullet",
            "lvlPicBulletId",
        ),
    )
) | {"{urn:schemas-microsoft-com:office:office}OLEObject"}

_FETCHED: Final = (f"{R}link", f"{R}href")
_SOURCES: Final = ("src", "href", "althref", "hrhref")  # of a drawing in VML, in whatever namespace


class Tie(NamedTuple):
    """A relationship of a header or footer: to a picture, of this content and type, or to an address."""

    id: str
    target: str
    content: bytes = b""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A header or footer, clean: its root element as bytes, and where it leads to."""

    xml: bytes = field(repr=False)
    ties: tuple[Tie, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed of it."""
        return not self.ties and b"<w:t>" not in self.xml and b"<w:t " not in self.xml and b"<w:pict" not in self.xml


@dataclass(frozen=True, slots=True)
class Foundation:
    """`leaves` are by "header" or "footer" and "default" or "first"; `title` tells whether the first page has its own.

    `edges` are the points of "header" and "footer" from the edges of the paper; `page` and `margins` are the attributes
    of its paper and its margins, as WordprocessingML has them.
    """

    styles: bytes = field(default=b"", repr=False)
    theme: bytes = field(default=b"", repr=False)
    numbering: bytes = field(default=b"", repr=False)
    leaves: Mapping[tuple[str, str], Leaf] = field(default_factory=dict)
    title: bool = False
    edges: Mapping[str, float] = field(default_factory=dict)
    page: Mapping[str, str] = field(default_factory=dict)
    margins: Mapping[str, str] = field(default_factory=dict)

    def leaf(self, kind: str, where: str) -> Leaf | None:
        """The header or footer of the first page or of the others, or nothing."""
        return self.leaves.get((kind, where if self.title else "default"))


def foundation_of(package: Package) -> Foundation:
    """The parts of a document that a brief is written on. Raises PackageError where one is damaged."""
    section = section_of(package)
    found = {kind: package.related(kind) for kind in ("styles", "theme", "numbering")}
    parts = {kind: _plain(package, kind, name) if name else b"" for kind, name in found.items()}
    size, margins = (None if section is None else section.find(f"{W}{name}") for name in ("pgSz", "pgMar"))
    edges = {kind: whole(value(margins, kind)) for kind in ("header", "footer")}
    return Foundation(
        **parts,
        leaves={key: _leaf(package, key[0], name) for key, name in margin_parts(package, section).items()},
        title=section is not None and is_on(section.find(f"{W}titlePg")),
        edges={kind: max(twips, 0) / 20 for kind, twips in edges.items() if twips is not None},
        page=_attributes(size),
        margins=_attributes(margins),
    )


def _attributes(element: Any) -> dict[str, str]:
    """The attributes of WordprocessingML by their local names: whole numbers and plain words alone."""
    if element is None:
        return {}
    named = {name.removeprefix(W): text for name, text in element.attrib.items() if name.startswith(W)}
    return {name: text for name, text in named.items() if text.lstrip("-").isalnum() and text.isascii()}


def _plain(package: Package, kind: str, name: str) -> bytes:
    """A part that leads nowhere."""
    root = package.root(kind, name)
    _clean(root)
    _cut_loose(root, set())
    if kind == "styles":
        name_in_english(root)
    return _serialised(root)


def _leaf(package: Package, kind: str, name: str) -> Leaf:
    root = package.root(kind, name)
    _clean(root)
    ties = []
    for one in package.relationships(name):
        content = package.parts.get(one.target, b"")
        if one.kind == "image" and not one.external and (content_type := picture_type(one.target, content)):
            ties.append(Tie(one.id, one.target, content, content_type))
        elif one.kind == "hyperlink" and one.external and ADDRESS.fullmatch(one.target):
            ties.append(Tie(one.id, one.target))
    used = _cut_loose(root, {tie.id for tie in ties})
    return Leaf(_serialised(root), tuple(tie for tie in ties if tie.id in used))


def _clean(root: Any) -> None:
    """Take away what a header of a brief does not hold."""
    for element in [one for one in root.iter() if one.tag in _DROPPED or not one.tag.startswith(_KNOWN)]:
        _remove(element)
    for paragraph in list(root.iter(f"{W}p")):
        if is_page_number(paragraph) or not only_shows(paragraph):
            for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
                paragraph.remove(child)
    for code in list(root.iter(f"{W}instrText", f"{W}fldChar", f"{W}fldSimple")):
        if next(code.iterancestors(f"{W}p"), None) is None:
            _remove(code)
    for element in root.iter():
        for name in [name for name in element.attrib if name in _FETCHED or name.rpartition("}")[2] in _SOURCES]:
            del element.attrib[name]


def _cut_loose(root: Any, kept: set[str]) -> set[str]:
    """Take away what leads to a relationship that is not kept; gives the ids of those that are led to."""
    used = set()
    for element in list(root.iter()):
        for name in [name for name in element.attrib if name.startswith(R)]:
            if element.attrib[name] in kept:
                used.add(element.attrib[name])
            elif element.tag == f"{W}hyperlink":
                del element.attrib[name]
            else:
                _remove(next(element.iterancestors(f"{A}ext", f"{W}r"), element))
                break
    return used


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _serialised(root: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415 - loaded already where there is a root

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
