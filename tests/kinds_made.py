"""The other kinds of brief, of the project's own data, made once for all tests."""

from __future__ import annotations

from functools import cache

from brief.make import Brief, generate
from briefs_made import BRIEFS

KINDS = ("one-page", "readout", "talking-points", "follow-up-report")
"""The templates that come with brief, beside the policy brief."""


@cache
def kind_made(template: str, event: str) -> Brief:
    """The brief of an event by a template, in every format."""
    return generate(event, formats=("docx", "pdf", "html", "text"), template=template, briefs=BRIEFS)
