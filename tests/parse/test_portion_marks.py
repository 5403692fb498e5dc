from __future__ import annotations

from brief.event import Portion
from brief.place import Place, Words
from brief.tree import Break, Paragraph, Strong, Text
from filling import blocks

PLACE = Place("event.yaml", 7, 3, "text")


def portion(text: str, mark: str = "(H)", owner: str = "a", *, silent: bool = False) -> Portion:
    return Portion.of(Words(text, PLACE), mark, owner, silent=silent)


def said(markdown: str, **values: object) -> str:
    (block,) = blocks(markdown, **values)
    assert isinstance(block, Paragraph)
    return "".join(each.text for each in block.children if isinstance(each, Text))


def test_a_mark_stands_before_the_first_text_of_its_record_in_a_line() -> None:
    (found,) = blocks("**«lead»** «text»", lead=portion("Ferry."), text=portion("It sails."))
    assert found == Paragraph(
        (Strong((Text("(H) Ferry.", (PLACE,)),)), Text(" "), Text("It sails.", (PLACE,))),
    )


def test_every_line_and_every_paragraph_begins_anew() -> None:
    first, second = blocks("«a»«br»«b»\n\n«c»", a=portion("A"), b=portion("B"), c=portion("C"), br=Break())
    assert first == Paragraph((Text("(H) A", (PLACE,)), Break(), Text("(H) B", (PLACE,))))
    assert second == Paragraph((Text("(H) C", (PLACE,)),))


def test_each_record_of_a_line_has_its_mark() -> None:
    assert said("«a» «b» «c»", a=portion("A"), b=portion("B", owner="b"), c=portion("C")) == "(H) A (H) B (H) C"


def test_a_silent_mark_speaks_behind_another() -> None:
    low = portion("A", "(L)", "a", silent=True)
    assert said("«a»", a=low) == "A"
    assert said("«b» «a»", a=low, b=portion("B", owner="b")) == "(H) B (L) A"
    assert said("«b» «a»", a=low, b=portion("B", "(L)", owner="b")) == "(L) B A"
    assert said("«a» «b»", a=low, b=portion("B", owner="b")) == "A (H) B"


def test_a_template_has_no_say_in_the_marking() -> None:
    from filling import said as problems_of

    ((_, code, message),) = problems_of("::: document\n- marking: TLP:CLEAR\n:::\n")
    assert (code, message) == ("document", "a document has no field 'marking'")
