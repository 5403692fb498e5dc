from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from brief.letterhead import foundation_of, read_letterhead
from brief.opc import open_package
from brief.style import is_legible, read_style
from letterheads import LETTERHEADS, W, korean, ministry, picture, raw, zipped
from letterheads_read import reading, values, with_picture

if TYPE_CHECKING:
    from pathlib import Path


# ---- the sheet


def test_every_value_says_where_it_came_from_and_none_is_as_in_the_base(tmp_path: Path) -> None:
    lines = reading(tmp_path, ministry()).files["style.toml"].decode().splitlines()
    assert all("  # " in line for line in lines if "=" in line and not line.startswith("#"))
    assert not [line for line in lines if line.startswith(("link", "width = 210"))]


@pytest.mark.parametrize("name", LETTERHEADS)
def test_a_letterhead_is_read_to_a_style_without_a_problem(name: str, tmp_path: Path) -> None:
    for file, content in reading(tmp_path, LETTERHEADS[name](), name).files.items():
        (tmp_path / file).write_bytes(content)
    style, problems = read_style(tmp_path)
    assert problems == ()
    assert style is not None
    assert style.letterhead.base == (tmp_path / "base.docx").read_bytes()


@pytest.mark.parametrize("name", LETTERHEADS)
def test_the_same_letterhead_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    content = LETTERHEADS[name]()
    assert reading(tmp_path, content, name).files == reading(tmp_path, content, name).files


def test_the_look_of_the_house_is_in_the_style(tmp_path: Path) -> None:
    for file, content in reading(tmp_path, ministry()).files.items():
        (tmp_path / file).write_bytes(content)
    style, _ = read_style(tmp_path)
    assert style is not None
    assert (style.texts.heading1.colour, style.texts.heading1.size) == ("#8a1538", 15)
    assert style.colours.structure == style.texts.kicker.colour == "#8a1538"
    assert (style.texts.body.size, style.texts.body.colour) == (11, "#222222")
    assert (style.serif.name, style.sans.name) == ("Georgia", "Verdana")
    assert style.serif.regular.name == "SourceSerifPro-Regular"


def test_a_table_style_of_the_house_gives_its_rules_and_its_head(tmp_path: Path) -> None:
    found = values(tmp_path, korean())
    assert found["colours"]["hairline"] == "#c8b6ba"
    assert found["text"]["table_head"]["colour"] == "#7a0019"


def test_a_colour_too_faint_for_words_stays_that_of_the_base(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:rPr>'
        '<w:color w:val="FFE699"/></w:rPr></w:style></w:styles>'
    )
    sheet = reading(tmp_path, raw({"styles": styles})).files["style.toml"].decode()
    assert tomllib.loads(sheet)["text"]["title"]["colour"] == "#1a1a1a"
    assert "# Title: #ffe699 does not stand out from white\n" in sheet


def test_a_colour_a_little_too_faint_for_words_is_made_darker_and_the_file_says_so(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr>'
        '<w:color w:val="4F81BD"/></w:rPr></w:style></w:styles>'
    )
    sheet = reading(tmp_path, raw({"styles": styles})).files["style.toml"].decode()
    colour = tomllib.loads(sheet)["text"]["heading2"]["colour"]
    assert is_legible(colour)
    assert all(abs(int(colour[at : at + 2], 16) - int("#4f81bd"[at : at + 2], 16)) < 16 for at in (1, 3, 5))
    assert "# heading 2: #4f81bd does not stand out from white, and this is a little darker\n" in sheet


def test_words_of_a_letterhead_never_become_toml(tmp_path: Path) -> None:
    header = f'<w:hdr {W}><w:p><w:r><w:t>"]\\ [docx] # \u202e</w:t></w:r></w:p></w:hdr>'
    assert values(tmp_path, raw({"header1": header}))["banner"]["head"] == ['"]\\ [docx] #']


# ---- what is kept


def test_nothing_is_kept_that_is_fetched_when_the_document_is_opened() -> None:
    field = '<w:r><w:instrText>INCLUDEPICTURE "https://example.org/x.png"</w:instrText></w:r>'
    parts, more = with_picture("logo.png", picture())
    spoken = f"<w:p>{field}<w:r><w:t>loaded</w:t></w:r></w:p></w:hdr>"
    parts["header1"] = parts["header1"].replace("</w:hdr>", spoken)
    (leaf,) = foundation_of(open_package(raw(parts, more=more))).leaves.values()
    assert [tie.target for tie in leaf.ties] == ["word/media/logo.png"]
    assert b"r:embed" in leaf.xml
    for told in (b"r:link", b"example.org", b"INCLUDEPICTURE", b"loaded"):
        assert told not in leaf.xml


def test_a_picture_outside_the_file_is_taken_away_with_its_frame() -> None:
    parts, more = with_picture("logo.png", picture())
    parts["header1"] = parts["header1"].replace('r:embed="r1" r:link="r2"', 'r:embed="r2"')
    (leaf,) = foundation_of(open_package(raw(parts, more=more))).leaves.values()
    assert leaf.ties == ()
    assert b"drawing>" not in leaf.xml


def test_the_base_holds_no_text_and_no_properties_of_the_letterhead(tmp_path: Path) -> None:
    base = open_package(reading(tmp_path, ministry()).files["base.docx"])
    assert b"Dear Sir" not in b"".join(base.parts.values())
    assert not [name for name in base.parts if name.startswith("docProps") or "customXml" in name]
    kept = {one.kind for one in base.relationships(base.main)}
    assert kept == {"styles", "theme", "numbering", "header", "footer"}


def test_a_base_read_again_is_the_same(tmp_path: Path) -> None:
    base = reading(tmp_path, ministry()).files["base.docx"]
    again = foundation_of(open_package(base))
    first = foundation_of(open_package(ministry()))
    assert (again.styles, again.theme, again.title, again.edges) == (
        first.styles,
        first.theme,
        first.title,
        first.edges,
    )
    assert {key: leaf.xml for key, leaf in again.leaves.items()} == {k: leaf.xml for k, leaf in first.leaves.items()}


@pytest.mark.parametrize("content", [b"no zip", zipped({"a": "b"}), raw({"styles": "<w:styles"})])
def test_a_file_that_cannot_be_used_is_one_problem_with_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(content)
    style, _ = read_style()
    assert style is not None
    found, (problem,) = read_letterhead(tmp_path / "x.docx", "in/x.docx", style, "policy-brief")
    assert found is None
    assert problem.message.startswith("in/x.docx cannot be used: it is ")
    assert problem.hint
