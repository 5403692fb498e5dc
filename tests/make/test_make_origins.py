from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.make import generate
from brief.problem import BriefError
from workspaces import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

EVENT = "first-meeting"


def test_with_origins_the_pdf_tells_the_page_of_every_block_and_row_and_lays_them_out_alike() -> None:
    plain = generate(EVENT, formats="pdf", briefs=SAMPLE).documents["pdf"]
    named = generate(EVENT, formats="pdf", briefs=SAMPLE, origins=True).documents["pdf"]
    assert plain.content == named.content
    assert plain.pages.items() < named.pages.items()
    assert any("/" in name for name in named.pages)


def test_without_origins_no_block_is_given_an_id() -> None:
    page = generate(EVENT, formats="html", briefs=SAMPLE).documents["html"].content
    assert b'"~_block-' not in page
    assert b'"~_block-' in generate(EVENT, formats="html", briefs=SAMPLE, origins=True).documents["html"].content


def test_a_character_that_no_face_has_is_told_at_its_line_of_the_template_or_its_labels(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/en.toml").write_text('# words\nkey = "\u0e01"\n', encoding="utf-8")
    words = "::: document\n- title: A title\n:::\n\n{{ label.key }}\n\nOur own: \u0e02\n"
    (tmp_path / "brief.md.j2").write_text(words, encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        generate(EVENT, template=tmp_path, formats="pdf", briefs=SAMPLE)
    told = {(problem.code, str(problem.place)) for problem in caught.value.problems}
    assert told == {("glyph", f"{tmp_path}/labels/en.toml:2:1"), ("glyph", f"{tmp_path}/brief.md.j2:7:1")}
