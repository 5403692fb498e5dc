"""The live preview: a brief in the browser, made anew whenever a file changes that plays a part in it.

What serves it (Starlette, uvicorn, watchfiles) is the extra `preview` and is loaded when a preview begins.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from brief.preview.choice import Choice, Desk

if TYPE_CHECKING:
    from brief.preview.server import serve

__all__ = ["Choice", "Desk", "lacking", "serve"]

_NEEDED = ("starlette", "uvicorn", "watchfiles")


def lacking() -> tuple[str, ...]:
    """The packages of the extra `preview` that are not installed."""
    return tuple(name for name in _NEEDED if find_spec(name) is None)


def __getattr__(name: str) -> object:
    if name != "serve":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from brief.preview.server import serve  # noqa: PLC0415 - the extra is loaded when a preview begins

    return serve
