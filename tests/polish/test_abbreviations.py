from __future__ import annotations

import pytest

from brief.polish.abbreviations import keep_used, occurs
from brief.tree import Document, Drawing, Fact, Facts, Figure, Label, Note, Paragraph, Strong, Text


def fact(term: str, full: str = "x") -> Fact:
    return Fact((Text(term),), (Text(full),))


def kept(document: Document) -> list[str]:
    facts = (block for block in document.children if isinstance(block, Facts))
    return [str(fact.term[0].text) for each in facts for fact in each.children]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "said", ["ITPP", "the ITPP.", "(ITPP)", "ITPP\u2019s", "Korea\N{EN DASH}ITPP", "ITPP와", "x ITPPs ITPP"]
)
def test_an_abbreviation_occurs_as_a_whole_word(said: str) -> None:
    assert occurs("ITPP", said)


@pytest.mark.parametrize("said", ["", "itpp", "ITPPs", "xITPP", "ITPP2", "éITPP", "ITP P"])
def test_part_of_a_word_is_no_abbreviation(said: str) -> None:
    assert not occurs("ITPP", said)


def test_signs_in_an_abbreviation_are_signs() -> None:
    assert occurs("R&D", "our R&D.")
    assert occurs("C.I", "a C.I b")
    assert not occurs("C.I", "a CxI b")


def test_abbreviations_in_use_are_kept_and_sorted() -> None:
    terms = Facts("abbreviations", tuple(map(fact, ("ROK", "NATO", "BICES", "eu", "DPRK", "ITPP"))))
    body = Paragraph((Text("ROK and NA"), Strong((Text("TO"),)), Text(" eu")))
    document = keep_used(Document((Text("ITPP"),), (body, terms), (Note("n", (Text("DPRK"),)),)))
    assert kept(document) == ["DPRK", "eu", "ITPP", "NATO", "ROK"]


def test_the_list_itself_is_no_use() -> None:
    terms = Facts("abbreviations", (fact("NATO", "NATO"), fact("EU", "of NATO")))
    assert kept(keep_used(Document((), (terms,)))) == []


def test_other_facts_are_let_be() -> None:
    facts = Facts("list", (fact("B"), fact("A")))
    assert keep_used(Document((), (facts,))).children == (facts,)


def test_what_a_figure_shows_is_a_use_whether_seen_or_heard() -> None:
    figure = Figure(Drawing(9, 9, (Label(0, 0, "ITPP adopted"),)), "The IPCP was signed.")
    facts = Facts("abbreviations", (fact("IPCP"), fact("ITPP"), fact("NATO")))
    assert kept(keep_used(Document((), (figure, facts)))) == ["IPCP", "ITPP"]
