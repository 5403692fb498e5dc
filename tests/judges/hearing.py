"""Hears the judges, where this machine has them: without one, a test is skipped, or fails where `CI` is set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from judges import office, vera

if TYPE_CHECKING:
    from collections.abc import Mapping

    from judges.office import Finding, Judge
    from judges.vera import Verdict


def require(reason: str) -> None:
    """Skip the test where there is a reason to; in continuous integration no judge may be missing."""
    if reason and os.environ.get("CI"):
        pytest.fail(f"a judge is missing: {reason}")
    if reason:
        pytest.skip(reason)


def hear_pdf(files: Mapping[str, bytes]) -> tuple[Verdict, ...]:
    """What veraPDF says of files, held against both profiles."""
    require(vera.lacking())
    return vera.verdicts(files)


def hear_docx(judge: Judge, files: Mapping[str, bytes]) -> dict[str, tuple[Finding, ...]]:
    """What a judge of Word documents says of files."""
    require(office.lacking(judge))
    return office.findings(judge, files)
