"""Tagged, archival PDF: PDF/UA-1 and PDF/A-2a in one file, laid out in one pass."""

from brief.render.pdf.render import render

__all__ = ["render"]
