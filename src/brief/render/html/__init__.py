"""One file for reading on a screen: semantic HTML, the look of the style as CSS, no script and nothing to fetch."""

from __future__ import annotations

from brief.render.html.page import render

__all__ = ["render"]
