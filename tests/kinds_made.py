"""The other kinds of brief, of the project's own data, made once for all tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brief.make import Brief, generate
from briefs_made import BRIEFS

if TYPE_CHECKING:
    from brief.render import Format

KINDS = ("one-page", "readout", "talking-points", "follow-up-report")
"""The templates that come with brief, beside the policy brief."""


@cache
def kind_made(template: str, event: str, language: str = "en") -> Brief:
    """The brief of an event by a template, in every format."""
    formats: tuple[Format, ...] = ("docx", "pdf", "html", "text")
    return generate(event, formats=formats, template=template, language=language, briefs=BRIEFS)
