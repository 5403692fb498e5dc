"""A brief on a letterhead is as faultless as one without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.letterhead import read_letterhead
from brief.make import generate
from brief.style import read_style
from briefs_made import ROOT
from judges.hearing import hear_docx, hear_pdf
from judges.office import JUDGES
from letterheads import LETTERHEADS

if TYPE_CHECKING:
    from pathlib import Path

    from brief.make import Brief


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Brief]:
    return {name: _brief(tmp_path_factory.mktemp("house"), name) for name in LETTERHEADS}


def _brief(folder: Path, name: str) -> Brief:
    (folder / name).write_bytes(LETTERHEADS[name]())
    base, _ = read_style()
    assert base is not None
    found, _ = read_letterhead(folder / name, name, base, "policy-brief")
    assert found is not None
    for file, content in found.files.items():
        (folder / file).write_bytes(content)
    (folder / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    return generate("vilnius-2023", template=folder, briefs=ROOT / "briefs")


@pytest.mark.parametrize("judge", JUDGES)
def test_a_word_document_on_a_letterhead_has_no_error(judge: str, briefs: dict[str, Brief]) -> None:
    files = {name: made.documents["docx"].content for name, made in briefs.items()}
    assert hear_docx(judge, files) == dict.fromkeys(LETTERHEADS, ())  # type: ignore[arg-type]


def test_a_pdf_with_a_letterhead_breaks_no_rule(briefs: dict[str, Brief]) -> None:
    said = hear_pdf({name: made.documents["pdf"].content for name, made in briefs.items()})
    assert [verdict.failures for verdict in said] == [()] * 2 * len(LETTERHEADS)
