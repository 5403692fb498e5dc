from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brief.event import Source, Term
from brief.place import Place, Words
from brief.template.labels import HOUSE, Labels
from brief.template.lists import abbreviation_list, source_list
from brief.tree import Emphasis, Fact, Facts, Link, List, Paragraph, Text
from brief.walk import inline_text, inlines
from planted import P15, P16, P20, REGISTERS, filled, said, values

if TYPE_CHECKING:
    from pathlib import Path

LABELS = Labels(HOUSE["en"])


def entry(source: Source, language: str = "en") -> Paragraph:
    (block,) = source_list([source], LABELS, language).children[0].children
    assert isinstance(block, Paragraph)
    return block


def test_every_source_of_the_register_is_listed_in_its_order_with_its_id(tmp_path: Path) -> None:
    (sources,) = values(filled(tmp_path, "{{ source_list }}"))
    assert isinstance(sources, List)
    assert sources.kind == "source"
    assert [item.id for item in sources.children] == ["source-P15", "source-P16", "source-P20"]


def test_an_entry_says_all_that_is_known_of_a_source() -> None:
    assert inline_text(entry(P15).children) == (
        "Remarks before the meeting, NATO, 11\u00a0July\u00a02023, grade A1. https://www.nato.int/remarks"
    )
    assert inline_text(entry(P16).children) == (
        "Lee Haye-ah, Yoon meets Stoltenberg, Yonhap, carried by The Korea Times, July 2023. "
        "The times are those of Korea."
    )


def test_an_entry_names_a_language_that_is_not_the_brief_s_and_a_translation() -> None:
    assert "Opening remarks (in Korean, machine translation), KBS, undated." in inline_text(entry(P20).children)
    assert "Opening remarks (machine translation), KBS" in inline_text(entry(P20, "ko").children)


@pytest.mark.parametrize(
    ("note", "printed"),
    [("As delivered", "As delivered."), ("As delivered.", "As delivered."), ("Titled “Why?”", "Titled “Why?”")],
)
def test_a_note_ends_as_a_sentence_does(note: str, printed: str) -> None:
    assert inline_text(entry(replace(P20, note=said(note, "n"), address=None)).children).endswith(f"undated. {printed}")


def test_only_an_address_of_the_web_is_a_link() -> None:
    (link,) = [child for child in entry(P15).children if isinstance(child, Link)]
    assert link.target == "https://www.nato.int/remarks"
    for address in ("ftp://example.org/a", "javascript:alert(1)", "HTTPS//x", " https://x"):
        source = replace(P20, address=said(address, "a"))
        assert not [child for child in entry(source).children if isinstance(child, Link)]
        assert inline_text(entry(source).children).endswith(address)


def test_a_title_is_stressed_and_every_piece_has_its_origin() -> None:
    (title,) = [child for child in entry(P15).children if isinstance(child, Emphasis)]
    assert isinstance(P15.title, Words)
    assert title.children == (Text("Remarks before the meeting", (P15.title.place,)),)
    told = [t for t in inlines(entry(P16).children) if isinstance(t, Text) and t.origins]
    assert [place.path for text in told for place in text.origins] == [
        "sources[P16].author", "sources[P16].title", "sources[P16].publisher", "sources[P16].carried_by",
        "2023-07", "sources[P16].note",
    ]  # fmt: skip


def test_every_term_is_listed_with_what_it_stands_for() -> None:
    (term,) = REGISTERS.terms
    noted = Term(id="AP4", full=said("Asia-Pacific partners", "AP4.full"), note=said("four states", "AP4.note"))
    found = abbreviation_list([term, noted])
    assert isinstance(found, Facts)
    assert found.kind == "abbreviations"
    assert isinstance(term.full, Words)
    assert found.children[0] == Fact((Text("ITPP"),), (Text(str(term.full), (term.full.place,)),))
    assert inline_text(found.children[1].children) == "Asia-Pacific partners (four states)"
    assert isinstance(found.children[1].children[0], Text)
    assert found.children[1].children[0].origins == (Place("briefs/vilnius/event.yaml", 1, 1, "AP4.full"),)
