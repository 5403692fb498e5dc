from __future__ import annotations

from brief.parse.manuscript import manuscript
from brief.place import Place
from brief.template import Filled, Value, Written


def test_each_line_knows_where_its_author_wrote_it() -> None:
    script = manuscript(
        Filled(
            (
                Written("a\n\nb ", Place("one", 1)),
                Value("x\ny", Place("one", 3)),
                Written(" c\n", Place("one", 3)),
                Value("z", Place("two", 7)),
                Written("\r\nd\n", Place("two", 7)),
                Written("e", Place("one", 9)),
            )
        )
    )
    assert [str(place) for place in script.places] == ["one:1:1", "one:2:1", "one:3:1", "two:7:1", "two:8:1", "one:9:1"]
    assert script.lines == ("a", "", "b \ue0000\ue001 c", "\ue0001\ue001", "d", "e")


def test_the_places_of_a_line_past_the_end_is_the_last() -> None:
    script = manuscript(Filled((Written("a\nb\n", Place("one", 1)),)))
    assert script.place(99) == Place("one", 2)
    assert manuscript(Filled(())).place(0) is None


def test_pieces_are_the_authors_words_and_the_values_in_order() -> None:
    value = Value("x", Place("one", 1))
    script = manuscript(Filled((Written("a\ue0000\ue001", Place("one", 1)), value, Written("b", Place("one", 1)))))
    assert list(script.pieces(script.lines[0])) == ["a\ufffd0\ufffd", value, "b"]
