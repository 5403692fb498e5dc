from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from brief.letterhead import Reading, foundation_of, read_letterhead
from brief.letterhead.cascade import Cascade
from brief.letterhead.margin import read_sides
from brief.letterhead.theme import Theme
from brief.opc import open_package
from brief.style import is_legible, read_style
from letterheads import LETTERHEADS, A, R, W, german, korean, landscape, ministry, picture, raw, side_by_side, zipped

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "http://schemas.openxmlformats.org"


def reading(tmp_path: Path, content: bytes, name: str = "head.docx") -> Reading:
    (tmp_path / name).write_bytes(content)
    style, _ = read_style()
    assert style is not None
    found, problems = read_letterhead(tmp_path / name, name, style, "policy-brief")
    assert problems == ()
    assert found is not None
    return found


def values(tmp_path: Path, content: bytes) -> dict[str, Any]:
    return tomllib.loads(reading(tmp_path, content).files["style.toml"].decode())


def cascade(content: bytes) -> Cascade:
    package = open_package(content)
    return Cascade(package, Theme.of(package))


# ---- styles


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


# ---- page, head and foot


def test_a_landscape_page_with_its_margins(tmp_path: Path) -> None:
    page = values(tmp_path, landscape())["page"]
    assert (page["width"], page["left"]) == (297, 40)
    assert "right" not in page  # as in the base
    assert page["top"] >= 20  # the running lines need more than its 12 mm


def test_a_page_number_of_the_footer_is_left_to_the_brief(tmp_path: Path) -> None:
    banner = values(tmp_path, landscape())["banner"]
    assert banner["head"] == ["Office of Strategy   Internal paper"]
    assert banner["pages"] == "every"
    assert "foot" not in banner


def test_the_header_of_the_first_page_with_its_logo(tmp_path: Path) -> None:
    found = reading(tmp_path, ministry())
    style = tomllib.loads(found.files["style.toml"].decode())
    assert style["logo"] == {
        "file": "logo.png",
        "width": 50,
        "position": "left",
        "alt": "Ministry of Foreign Affairs",
    }
    assert found.files["logo.png"].startswith(b"\x89PNG")
    assert style["banner"]["head"] == ["Ministry of Foreign Affairs", "60 Sajik-ro 8-gil, Jongno-gu, Seoul"]
    assert (style["banner"]["align"], style["banner"]["foot_align"]) == ("right", "centre")
    assert style["banner"]["beside"] is False
    assert "pages" not in style["banner"]


def test_words_for_older_programs_are_not_read_twice() -> None:
    box = (
        f'<w:hdr {W} xmlns:mc="{OFFICE}/markup-compatibility/2006"><w:p><w:r><mc:AlternateContent><mc:Choice '
        'Requires="wps"><w:txbxContent><w:p><w:r><w:t>Once</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>'
        "<w:txbxContent><w:p><w:r><w:t>Once</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p></w:hdr>"
    )
    assert read_sides(open_package(raw({"header1": box}))).head.lines == ("Once",)


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


@pytest.mark.parametrize(("first", "position", "align"), [("logo", "left", "right"), ("name", "right", "left")])
@pytest.mark.parametrize("by", ["table", "tab"])
def test_a_logo_and_words_that_the_header_sets_beside_each_other_are_beside_each_other(
    tmp_path: Path, by: str, first: str, position: str, align: str
) -> None:
    found = values(tmp_path, side_by_side(by, logo_first=first == "logo"))
    assert found["banner"]["head"] == ["Ministry of Foreign Affairs"]
    assert (found["logo"]["position"], found["banner"]["align"]) == (position, align)
    assert "beside" not in found["banner"]


def test_a_name_below_a_logo_stays_below_it(tmp_path: Path) -> None:
    found = values(tmp_path, side_by_side("lines", logo_first=True))
    assert (found["logo"]["position"], found["banner"]["align"]) == ("left", "left")


def test_words_of_a_letterhead_never_become_toml(tmp_path: Path) -> None:
    header = f'<w:hdr {W}><w:p><w:r><w:t>"]\\ [docx] # \u202e</w:t></w:r></w:p></w:hdr>'
    assert values(tmp_path, raw({"header1": header}))["banner"]["head"] == ['"]\\ [docx] #']


def test_a_logo_that_only_word_can_draw_is_told(tmp_path: Path) -> None:
    parts, more = _with_picture("logo.emf", b"EMF")
    found = reading(tmp_path, raw(parts, more=more))
    (warning,) = [problem for problem in found.problems if problem.severity == "warning"]
    assert "logo.emf" in warning.message
    assert "PNG" in warning.hint
    assert b"[logo]" not in found.files["style.toml"]


def _with_picture(name: str, content: bytes, inner: str = "") -> tuple[dict[str, str], dict[str, bytes | str]]:
    header = (
        f'<w:hdr {W} {R} {A} xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing"><w:p>{inner}<w:r><w:drawing>'
        '<wp:inline><wp:extent cx="900000" cy="300000"/><a:graphic><a:graphicData><a:blip r:embed="r1" r:link="r2"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>"
    )
    kind = f"{OFFICE}/officeDocument/2006/relationships/image"
    rels = (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="media/{name}"/>'
        f'<Relationship Id="r2" Type="{kind}" Target="https://example.org/track.png" TargetMode="External"/>'
        "</Relationships>"
    )
    return {"header1": header}, {f"word/media/{name}": content, "word/_rels/header1.xml.rels": rels}


# ---- what is kept


def test_nothing_is_kept_that_is_fetched_when_the_document_is_opened() -> None:
    field = '<w:r><w:instrText>INCLUDEPICTURE "https://example.org/x.png"</w:instrText></w:r>'
    parts, more = _with_picture("logo.png", picture())
    spoken = f"<w:p>{field}<w:r><w:t>loaded</w:t></w:r></w:p></w:hdr>"
    parts["header1"] = parts["header1"].replace("</w:hdr>", spoken)
    (leaf,) = foundation_of(open_package(raw(parts, more=more))).leaves.values()
    assert [tie.target for tie in leaf.ties] == ["word/media/logo.png"]
    assert b"r:embed" in leaf.xml
    for told in (b"r:link", b"example.org", b"INCLUDEPICTURE", b"loaded"):
        assert told not in leaf.xml


def test_a_picture_outside_the_file_is_taken_away_with_its_frame() -> None:
    parts, more = _with_picture("logo.png", picture())
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
