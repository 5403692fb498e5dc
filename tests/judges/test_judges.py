"""What this program makes is faultless in the eyes of those who know the standards best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from judges.hearing import hear_docx, hear_pdf
from judges.judged import JUDGED
from judges.office import JUDGES
from judges.vera import PROFILES

if TYPE_CHECKING:
    from judges.office import Finding
    from judges.vera import Profile, Verdict


@pytest.fixture(scope="module")
def of_pdf() -> dict[tuple[str, Profile], Verdict]:
    said = hear_pdf({name: rendered("pdf") for name, rendered in JUDGED.items()})
    return {(verdict.file, verdict.profile): verdict for verdict in said}


@pytest.fixture(scope="module", params=JUDGES)
def of_docx(request: pytest.FixtureRequest) -> dict[str, tuple[Finding, ...]]:
    return hear_docx(request.param, {name: rendered("docx") for name, rendered in JUDGED.items()})


@pytest.mark.parametrize("name", JUDGED)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_pdf_breaks_no_rule(name: str, profile: Profile, of_pdf: dict[tuple[str, Profile], Verdict]) -> None:
    verdict = of_pdf[name, profile]
    assert verdict.failures == ()
    assert verdict.checks > 1000


@pytest.mark.parametrize("name", JUDGED)
def test_a_word_document_has_no_error(name: str, of_docx: dict[str, tuple[Finding, ...]]) -> None:
    assert of_docx[name] == ()
