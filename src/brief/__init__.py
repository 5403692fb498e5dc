"""Briefing documents from structured event data.

    >>> import brief
    >>> made = brief.generate("vilnius-2023", formats=("docx", "pdf"))  # doctest: +SKIP
    >>> made.documents["pdf"].page_count  # doctest: +SKIP
    15

Importing this package loads nothing that is not used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.make import Brief, generate, generate_book, inspect
    from brief.place import Place
    from brief.problem import BriefError, Problem
    from brief.render import Rendered

__all__ = ["Brief", "BriefError", "Place", "Problem", "Rendered", "__version__", "generate", "generate_book", "inspect"]

__version__ = "0.1.0"

_HOMES = {
    "Brief": "brief.make",
    "BriefError": "brief.problem",
    "Place": "brief.place",
    "Problem": "brief.problem",
    "Rendered": "brief.render",
    "generate": "brief.make",
    "generate_book": "brief.make",
    "inspect": "brief.make",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'brief' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - `import brief` loads nothing

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
