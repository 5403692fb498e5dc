"""The structure tree (ISO 32000-1, 14.7): what each piece of content is, in reading order.

Elements of blocks stand in the tree from the moment they are made, so the tree's order is the document's; elements
inside a line join it when they are drawn, between the pieces of content around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.render.pdf.operators import literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.render.pdf.writer import Objects

Content = tuple[int, int]
"""A piece of marked content: the page (from 1) and its number there."""


class Element:
    """A structure element. `attributes` is the text of an attribute dictionary, `identity` its name among all, `alt`
    what it shows.

    `reference` leads to it from the moment the tree is written.
    """

    __slots__ = ("alt", "attributes", "identity", "joined", "kids", "language", "parent", "reference", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        attributes: str = "",
        *,
        inline: bool = False,
        language: str = "",
        identity: str = "",
        alt: str = "",
    ) -> None:
        self.tag, self.parent, self.attributes = tag, parent, attributes
        self.language, self.identity, self.alt, self.reference = language, identity, alt, ""
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
class Target:
    """Where a link leads: an address, or a place of this document. `element` is its Link element."""

    element: Element
    description: str
    address: str = ""
    place: str = ""


@dataclass(slots=True, eq=False)
class Annotation:
    """The part of a link on one line of one page; `key` is its number in the parent tree.

    `rectangle` is the text of its corners; `reference` leads to it from the moment it is written.
    """

    page: int
    target: Target
    rectangle: str
    key: int
    reference: str = ""


def parent_tree(values: list[Element | list[Element]]) -> str:
    """From the key of a page or link to the elements of its content."""
    rows = [
        f"{key} {value.reference}"
        if isinstance(value, Element)
        else f"{key}[{' '.join([element.reference for element in value])}]"
        for key, value in enumerate(values)
    ]
    return f"<</Nums[{chr(10).join(rows)}]>>"


def write_tree(
    objects: Objects, root: Element, pages: Mapping[int, str], parents: list[Element | list[Element]]
) -> str:
    """Add the whole tree to the objects; `pages` refers to each page. Gives the reference to its root."""
    (top,) = objects.reserve(1)
    order = _walk(root)
    numbers = objects.reserve(len(order))
    for number, element in zip(numbers, order, strict=True):
        element.reference = f"{number} 0 R"
    for number, element in zip(numbers, order, strict=True):
        parent = element.parent.reference if element.parent else f"{top} 0 R"
        objects.put(number, _entry(element, parent, pages))
    identified = sorted((element.identity, element.reference) for element in order if element.identity)
    names = " ".join(f"{literal(name)} {target}" for name, target in identified)
    objects.put(
        top,
        f"<</Type/StructTreeRoot/K {root.reference}/RoleMap<</Title/P>>"
        f"/ParentTree{parent_tree(parents)}/ParentTreeNextKey {len(parents)}"
        f"{f'/IDTree<</Names[{names}]>>' if names else ''}>>",
    )
    return f"{top} 0 R"


def _walk(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend([kid for kid in reversed(element.kids) if isinstance(kid, Element)])
    return found


def _entry(element: Element, parent: str, pages: Mapping[int, str]) -> str:
    own = 0  # the page of its first content
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(kid.reference)
        elif isinstance(kid, Annotation):
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {kid.reference}>>")
        else:
            page, number = kid
            own = own or page
            kids.append(str(number) if page == own else f"<</Type/MCR/Pg {pages[page]}/MCID {number}>>")
    said = f"/Pg {pages[own]}" if own else ""
    if element.language:
        said += f"/Lang{literal(element.language)}"
    if element.identity:
        said += f"/ID{literal(element.identity)}"
    if element.alt:
        said += f"/Alt{literal(element.alt)}"
    if element.attributes:
        said += f"/A<<{element.attributes}>>"
    return f"<</Type/StructElem/S/{element.tag}/P {parent}{said}/K[{' '.join(kids)}]>>"
