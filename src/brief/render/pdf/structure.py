"""The structure tree (ISO 32000-1, 14.7): what each piece of content is, in reading order.

Elements of blocks stand in the tree from the moment they are made, so the tree's order is the document's; elements
inside a line join it when they are drawn, between the pieces of content around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import literal
from brief.render.pdf.writer import Raw, reference

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class Element:
    """A structure element. `attributes` is the text of an attribute dictionary, `keys` are text entries of its own."""

    __slots__ = ("attributes", "joined", "keys", "kids", "parent", "tag")

    def __init__(
        self, tag: str, parent: Element | None = None, attributes: str = "", *, inline: bool = False, **keys: str
    ) -> None:
        self.tag, self.parent, self.attributes, self.keys = tag, parent, attributes, keys
        self.kids: list[Element | Content | Annotation] = []
        self.joined = False
        if not inline:
            self.join()

    def join(self) -> None:
        """Stand among the kids of its parent, after what is there now."""
        if not self.joined:
            self.joined = True
            if self.parent is not None:
                self.parent.join()
                self.parent.kids.append(self)


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content: the page (from 1) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: an address, or a place of this document. `element` is its Link element."""

    element: Element
    description: str
    address: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """The part of a link on one line of one page; `key` is its number in the parent tree."""

    page: int
    target: Target
    corners: tuple[float, float, float, float]
    key: int
    entry: Raw


def parent_tree(values: list[Element | list[Element]], references: dict[Element, str]) -> str:
    """From the key of a page or link to the elements of its content."""
    rows = (
        f"{key} {references[value]}"
        if isinstance(value, Element)
        else f"{key}[{' '.join(references[element] for element in value)}]"
        for key, value in enumerate(values)
    )
    return f"<</Nums[{chr(10).join(rows)}]>>"


def write_tree(
    document: PDFDocument, root: Element, pages: dict[int, str], parents: list[Element | list[Element]]
) -> str:
    """Add the whole tree to the document; `pages` refers to each page. Gives the reference to its root."""
    top = Raw()
    top_reference = reference(document, top)
    order = list(_walk(root))
    entries = [Raw() for _ in order]
    references = {element: reference(document, entry) for element, entry in zip(order, entries, strict=True)}
    for element, entry in zip(order, entries, strict=True):
        parent = references[element.parent] if element.parent else top_reference
        entry.text = _entry(document, element, parent, references, pages)
    identified = sorted((element.keys["ID"], references[element]) for element in order if "ID" in element.keys)
    names = " ".join(f"{literal(name)} {target}" for name, target in identified)
    top.text = (
        f"<</Type/StructTreeRoot/K {references[root]}/RoleMap<</Title/P>>"
        f"/ParentTree{parent_tree(parents, references)}/ParentTreeNextKey {len(parents)}"
        f"{f'/IDTree<</Names[{names}]>>' if names else ''}>>"
    )
    return top_reference


def _walk(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
    return found


def _entry(
    document: PDFDocument, element: Element, parent: str, references: dict[Element, str], pages: dict[int, str]
) -> str:
    own = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = []
    for kid in element.kids:
        match kid:
            case Element():
                kids.append(references[kid])
            case Content():
                mark = str(kid.number) if kid.page == own else f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"
                kids.append(mark)
            case Annotation():
                kids.append(f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {reference(document, kid.entry)}>>")
    keys = "".join(f"/{key}{literal(value)}" for key, value in element.keys.items() if value)
    attributes = f"/A<<{element.attributes}>>" if element.attributes else ""
    page = f"/Pg {pages[own]}" if own else ""
    return f"<</Type/StructElem/S/{element.tag}/P {parent}{page}{keys}{attributes}/K[{' '.join(kids)}]>>"
