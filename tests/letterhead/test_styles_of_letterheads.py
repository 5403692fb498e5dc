from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from brief.opc import open_package
from letterheads import W, german, korean, raw
from letterheads_read import cascade, reading, values

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("content", "id_"), [(german(), "berschrift1"), (korean(), "제목1")])
def test_a_style_is_found_by_its_name_whatever_its_id(content: bytes, id_: str) -> None:
    found = cascade(content).look("heading 1")
    assert f'w:styleId="{id_}"'.encode() in open_package(content).parts["word/styles.xml"]
    assert found is not None
    assert found[0] == "heading 1"


def test_theme_colours_are_shaded_and_tinted() -> None:
    house = cascade(german())
    first, second = house.look("heading 1"), house.look("heading 2")
    assert first is not None
    assert second is not None
    assert first[1].colour == "#376092"  # 4F81BD at BF of its lightness; Word rounds it to 365F91
    assert second[1].colour not in ("", "#1f497d")
    assert second[1].colour > "#1f497d"


def test_faces_of_the_theme_are_those_of_their_roles() -> None:
    house = cascade(german())
    assert house.plain.face == "Calibri"
    found = house.look("heading 1")
    assert found is not None
    assert found[1].face == "Cambria"


def test_a_style_has_what_it_is_based_on_and_the_defaults() -> None:
    found = cascade(german()).look("heading 2")
    assert found is not None
    look = found[1]
    assert (look.bold, look.before, look.after, look.size) == (True, 24, 6, 13)
    assert look.leading == pytest.approx(13 * 1.2 * 1.15)


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/>'
        '<w:rPr><w:sz w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/>'
        '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
    found = cascade(raw({"styles": styles})).look("heading 1")
    assert found is not None
    assert (found[1].size, found[1].bold) == (15, True)


def _headings(**styles: str) -> bytes:
    """A letterhead with these headings, `h4`, by what their letters and spacing are."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="heading {id_[1:]}"/>{look}</w:style>'
        for id_, look in styles.items()
    )
    return raw({"styles": f"<w:styles {W}>{made}</w:styles>"})


def test_a_heading_of_level_4_is_as_its_own_style(tmp_path: Path) -> None:
    look = '<w:pPr><w:spacing w:before="260" w:after="140"/></w:pPr><w:rPr><w:i/><w:sz w:val="25"/></w:rPr>'
    heading = values(tmp_path, _headings(h4=look))["text"]["heading4"]
    assert {key: heading[key] for key in ("size", "before", "after", "italic")} == {
        "size": 12.5, "before": 13, "after": 7, "italic": True,
    }  # fmt: skip


def test_no_lower_heading_is_larger_than_that_of_the_first_level(tmp_path: Path) -> None:
    text = values(tmp_path, _headings(h1='<w:rPr><w:sz w:val="14"/></w:rPr>'))["text"]
    assert [text[f"heading{level}"]["size"] for level in (1, 2, 3, 4)] == [7] * 4


def _heading(id_: str, name: str, outline: str = "") -> bytes:
    """A letterhead with one style, in a colour and a size of its own."""
    level = f'<w:pPr><w:outlineLvl w:val="{outline}"/></w:pPr>' if outline else ""
    style = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>{level}'
        '<w:rPr><w:color w:val="7A0019"/><w:sz w:val="31"/></w:rPr></w:style>'
    )
    return raw({"styles": f"<w:styles {W}>{style}</w:styles>"})


@pytest.mark.parametrize(
    ("id_", "name", "outline", "level"),
    [
        ("a3", "제목 1", "", 1),
        ("berschrift2", "Überschrift 2", "", 2),
        ("x", "Titre 1", "", 1),
        ("x", "Título 1", "", 1),
        ("x", "見出し 1", "", 1),
        ("제목2", "my own", "", 2),
        ("Heading2", "whatever", "", 2),
        ("x", "Chapter of the house", "0", 1),
        ("x", "Section of the house", "1", 2),
    ],
)
def test_a_heading_is_known_by_its_id_its_level_or_what_another_word_calls_it(
    tmp_path: Path, id_: str, name: str, outline: str, level: int
) -> None:
    found = reading(tmp_path, _heading(id_, name, outline))
    heading = tomllib.loads(found.files["style.toml"].decode())["text"][f"heading{level}"]
    assert (heading["size"], heading["colour"]) == (15.5, "#7a0019")
    base = open_package(found.files["base.docx"])
    assert f'w:val="heading {level}"'.encode() in base.parts["word/styles.xml"]  # the Word document finds it too
    told = [problem.message for problem in found.problems if "headings of level" in problem.message]
    assert told == [f"head.docx: no style for headings of level {3 - level} was found; they look as in policy-brief"]


def test_a_style_in_english_is_never_taken_for_another() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:pPr><w:outlineLvl w:val="0"/>'
        f'</w:pPr><w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
        for id_, name, size in (("Heading1", "Chapter", 50), ("x", "Title", 60), ("y", "heading 1", 30))
    )
    house = cascade(raw({"styles": f"<w:styles {W}>{styles}</w:styles>"}))
    sizes = {name: found[1].size for name in ("heading 1", "title", "chapter") if (found := house.look(name))}
    assert sizes == {"heading 1": 15, "title": 30, "chapter": 25}


def test_a_level_that_no_style_is_for_is_told_and_no_other(tmp_path: Path) -> None:
    assert not [one for one in reading(tmp_path, german()).problems if "headings" in one.message]
    told = [one.severity for one in reading(tmp_path, raw({})).problems if "headings" in one.message]
    assert told == ["note", "note"]
