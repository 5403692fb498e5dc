from __future__ import annotations

from brief.make import generate
from workspaces import SAMPLE

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
