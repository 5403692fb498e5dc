"""The tree, printed: for goldens, and for whoever wants to see what a renderer was given."""

from __future__ import annotations

from brief.render.text.listing import render

__all__ = ["render"]
