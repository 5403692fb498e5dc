"""The two briefs of the project's own data, made once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brief.make import Brief, generate

ROOT = Path(__file__).parents[1]
BRIEFS = ROOT / "briefs"
EVENTS = ("seoul-2023", "vilnius-2023")


@cache
def made(event: str, as_of: str | None = None) -> Brief:
    """The brief of an event in every format."""
    return generate(event, formats=("docx", "pdf", "html", "text"), as_of=as_of, briefs=BRIEFS)
