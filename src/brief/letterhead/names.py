"""The namespaces of WordprocessingML and DrawingML as lxml writes them (ECMA-376 Part 1, annex A)."""

from __future__ import annotations

from typing import Any

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
A = f"{{{_OFFICE}/drawingml/2006/main}}"
WP = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"


def value(element: Any, name: str = "val") -> str:
    """An attribute of WordprocessingML, or nothing where it or the element is missing."""
    return "" if element is None else element.get(W + name) or ""


def whole(text: str) -> int | None:
    """A whole number as Word writes it, 32 bits at most, or None: of "0.5" and of "12pt" nothing can be made."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if -(2**31) <= number < 2**31 else None


def is_on(element: Any) -> bool:
    """Whether a toggle is on (ECMA-376 Part 1, 17.17.4)."""
    return element is not None and value(element) not in ("0", "false", "off")
