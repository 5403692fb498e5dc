"""The faces of a letterhead: which is with serifs and which without, and what the two families are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from brief.letterhead.names import W, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.letterhead.cascade import Cascade
    from brief.opc import Package

Kind = Literal["serif", "sans"]

_SERIFS = (
    *("times", "cambria", "georgia", "garamond", "palatino", "book antiqua", "bookman", "century", "constantia"),
    *(
        "baskerville",
        "caslon",
        "didot",
        "bodoni",
        "minion",
        "serif",
        "batang",
        "myeongjo",
        "바탕",
        "명조",
        "song",
        "ming",
    ),
)
"""What the names of faces with serifs hold. "sans serif" is asked for first."""

_KINDS: Mapping[str, Kind] = {"roman": "serif", "swiss": "sans"}
_STYLES = ("normal", "body text", "heading 1", "heading 2", "title")


@dataclass(frozen=True, slots=True)
class Faces:
    """The families by kind, as Word names them, and the kind of every face that the font table knows."""

    names: Mapping[Kind, str] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def of(self, face: str) -> Kind:
        """The kind of a face: what the font table says, else what its name tells."""
        lowered = face.lower()
        if face in self.kinds:
            return self.kinds[face]
        return "serif" if "sans" not in lowered and any(name in lowered for name in _SERIFS) else "sans"


def faces_of(package: Package, cascade: Cascade) -> Faces:
    """The faces of a document: of each kind the one that text, then headings, are set in."""
    table = package.related("fontTable")
    fonts = package.xml(table).iter(f"{W}font") if table else ()
    known = ((value(font, "name"), _KINDS.get(value(font.find(f"{W}family")))) for font in fonts)
    kinds = Faces(kinds={name: kind for name, kind in known if kind})
    used = [cascade.plain.face, *(found[1].face for name in _STYLES if (found := cascade.look(name)))]
    names: dict[Kind, str] = {}
    for face in used:
        names.setdefault(kinds.of(face), face)
    return Faces(names, kinds.kinds)
