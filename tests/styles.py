"""The look of the policy brief, with its faces, for tests of renderers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brief.style import Style, read_style

TEMPLATE = Path(__file__).parents[1] / "templates" / "policy-brief"


@cache
def sample_style() -> Style:
    """The style of the template `policy-brief`."""
    style, problems = read_style(TEMPLATE)
    assert style, problems
    return style
