from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.event import Account, Citation, Claim
from brief.place import places_of
from brief.template.cite import citing
from brief.template.labels import HOUSE, Labels
from brief.tree import Link, Note, Text
from planted import EVENT, P15, P16, P20, cited, claim, filled, said, values

if TYPE_CHECKING:
    from pathlib import Path

    from brief.place import Place

LABELS = Labels(HOUSE["en"])


def origins(value: object) -> tuple[Place, ...]:
    found = places_of(value)
    assert found
    return found


def plain(note: Note) -> str:
    return "".join(
        child.text if isinstance(child, Text) else "".join(c.text for c in child.children if isinstance(c, Text))
        for child in note.children
        if isinstance(child, Text | Link)
    )


def test_a_citation_names_publisher_date_number_and_place() -> None:
    cite = citing(LABELS)
    assert plain(cite(EVENT.statements[0])) == "NATO, 11\u00a0July\u00a02023 [?], paragraph 3; KBS, undated [?]"


def test_every_piece_of_the_data_keeps_its_origin_dates_among_them() -> None:
    at = EVENT.statements[0].sources[0].at
    assert at is not None
    assert citing(LABELS)(EVENT.statements[0]).children == (
        Text("NATO", origins(P15.publisher)),
        Text(", "),
        Text("11\u00a0July\u00a02023", origins(P15.date)),
        Text(" "),
        Link("#source-P15", (Text("[?]"),)),
        Text(", "),
        Text("paragraph 3", origins(at)),
        Text("; "),
        Text("KBS", origins(P20.publisher)),
        Text(", "),
        Text("undated"),
        Text(" "),
        Link("#source-P20", (Text("[?]"),)),
    )


def test_one_note_serves_several_claims_and_names_each_source_once() -> None:
    note = citing(LABELS)(EVENT.bottom_line[0], EVENT.bottom_line[1])
    assert note.id == "n-B1-B2"
    assert plain(note) == "NATO, 11\u00a0July\u00a02023 [?]; Yonhap, July 2023 [?]"


def test_several_places_in_one_source_stand_behind_its_one_number() -> None:
    sources = tuple(Citation(source=P15, at=said(at, at)) for at in ("headline", "paragraph 2", "headline"))
    note = citing(LABELS)(Claim(id="S9", text=said("a", "a"), sources=sources))
    assert plain(note) == "NATO, 11\u00a0July\u00a02023 [?], headline, paragraph 2"


def test_a_list_of_claims_is_cited_as_its_claims() -> None:
    assert citing(LABELS)(EVENT.bottom_line) == citing(LABELS)(*EVENT.bottom_line)


def test_the_same_claim_gives_the_same_note() -> None:
    cite = citing(LABELS)
    assert cite(EVENT.bottom_line[0]) == cite(EVENT.bottom_line[0])


def test_other_words_never_share_an_id() -> None:
    cite = citing(LABELS)
    notes = [cite(claim("U1", "a", P15)), cite(claim("U1", "b", P16)), cite(claim("U1", "c", P20))]
    assert [note.id for note in notes] == ["n-U1", "n-U1.2", "n-U1.3"]
    assert cite(claim("U1", "d", P16)) == notes[1]


def test_what_has_no_id_is_named_after_its_sources_and_places() -> None:
    cite = citing(LABELS)
    one = Account(text=said("a", "a"), sources=cited(P15, P16))
    two = Account(text=said("b", "b"), sources=(Citation(source=P15, at=said("page 2", "b")), *cited(P16)))
    assert cite(one).id == "n-P15-P16"
    assert cite(two).id != cite(one).id
    assert cite(two).id.isascii()


def test_an_id_holds_nothing_a_format_could_trip_over() -> None:
    assert citing(LABELS)(claim('S 1/"<é')).id == "n-S-1-"


def test_a_quotation_is_cited_by_its_one_source() -> None:
    assert plain(citing(LABELS)(EVENT.statements[0].quote)) == "NATO, 11\u00a0July\u00a02023 [?]"


@pytest.mark.parametrize("wrong", [(), ("S1",), (EVENT,), (None,), ((),)])
def test_what_is_no_claim_is_refused(wrong: tuple[object, ...]) -> None:
    with pytest.raises(Exception, match="cite needs a claim"):
        citing(LABELS)(*wrong)


def test_a_korean_brief_cites_in_korean(tmp_path: Path) -> None:
    (note,) = values(filled(tmp_path, "{{ cite(event.statements[0]) }}", {"labels/ko.toml": ""}, "ko"))
    assert isinstance(note, Note)
    assert plain(note) == "NATO, 2023.\u00a07.\u00a011. [?], paragraph 3; KBS, 날짜 없음 [?]"
