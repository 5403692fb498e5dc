"""The look of a document in Korean: the face that stands in for Hangul has no serifs, and its neighbours have none."""

from __future__ import annotations

from dataclasses import fields, replace

from brief.make.desk import Look
from brief.style import SERIF
from styles import sample_style

STYLE = sample_style()


def families(look: Look) -> set[str]:
    assert look.style is not None
    return {getattr(look.style.texts, each.name).family for each in fields(look.style.texts)}


def test_in_korean_text_in_the_serif_of_the_house_is_set_in_the_sans() -> None:
    look = Look(None, STYLE, ())
    assert families(look.said_in("ko")) == {"sans"}
    assert look.said_in("ko").style == STYLE.for_hangul(SERIF) != STYLE


def test_in_any_other_language_the_serif_stays() -> None:
    look = Look(None, STYLE, ())
    assert families(look) == {"sans", "serif"}
    assert [look.said_in(language) for language in ("en", "fr")] == [look, look]


def test_in_korean_nothing_but_the_family_of_a_text_changes() -> None:
    korean = STYLE.for_hangul(SERIF)
    assert replace(korean, texts=STYLE.texts) == STYLE
    assert replace(korean.texts.body, family="serif") == STYLE.texts.body


def test_the_serif_of_a_template_stays_in_korean() -> None:
    own = replace(STYLE, serif=replace(STYLE.serif, name="Batang"))
    assert own.for_hangul(SERIF) == own


def test_a_style_that_cannot_be_read_has_no_look_in_korean_either() -> None:
    look = Look(None, None, ())
    assert look.said_in("ko") == look
