"""Books of the project's own data, made once for all tests."""

from __future__ import annotations

from functools import cache

from brief.make import Brief, generate_book
from briefs_made import BRIEFS, EVENTS


@cache
def book_made(template: str = "policy-brief", language: str | None = None) -> Brief:
    """Both events in one document, in every format."""
    return generate_book(
        EVENTS, formats=("docx", "pdf", "html", "text"), template=template, language=language, briefs=BRIEFS
    )
