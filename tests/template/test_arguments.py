"""What is given to functions and tests, and what cannot be printed, is told before anything is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import only

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("brief", "message"),
    [
        ("{{ contents() }}", "contents needs a value for 'title'"),
        ("{{ contents('x', 1, 2) }}", "contents is given too many values"),
        ("{{ contents('x', 9) }}", "contents lists headings of level 1, 2 or 3, not 9"),
        ("{{ contents('x', title='y') }}", "contents is given 'title' twice"),
        ("{{ cite([]) }}", "cite needs a claim, and this list is empty"),
        (
            "{{ event.statements|selectattr('topic', 'in')|length }}",
            "the test 'in' needs a value to test with",
        ),
        ("{% if 3 is odd(2) %}{% endif %}", "the test 'odd' is given too many values"),
        ("{{ 1.5 }}", "a number with a point cannot be printed"),
    ],
)
def test_what_does_not_fit_is_told_in_plain_words(brief: str, message: str, tmp_path: Path) -> None:
    assert only(tmp_path, brief).message == message
