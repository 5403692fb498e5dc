from __future__ import annotations

import io
import re
import tomllib
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm
from PIL import Image

from brief.letterhead.margin import read_sides
from brief.opc import open_package
from brief.style import read_style
from letterheads import OFFICE, W, continued, landscape, ministry, picture, raw, side_by_side, zipped
from letterheads_read import reading, values, with_picture

if TYPE_CHECKING:
    from pathlib import Path

W_ = f"{{{OFFICE}/wordprocessingml/2006/main}}"


def test_a_landscape_page_with_its_margins(tmp_path: Path) -> None:
    page = values(tmp_path, landscape())["page"]
    assert (page["width"], page["left"]) == (297, 40)
    assert "right" not in page  # as in the base
    assert page["top"] >= 20  # the running lines need more than its 12 mm


def _paged(size: str, margins: str) -> bytes:
    """A letterhead with words in its header, on a page of this size and margins in twentieths of a point."""
    header = f"<w:hdr {W}><w:p><w:r><w:t>Ministry</w:t></w:r></w:p></w:hdr>"
    whole = zipfile.ZipFile(io.BytesIO(raw({"header1": header})))
    parts = {name: whole.read(name).decode() for name in whole.namelist()}
    main = re.sub("<w:pgSz.*?/><w:pgMar.*?/>", f"<w:pgSz {size}/><w:pgMar {margins}/>", parts["word/document.xml"])
    return zipped({**parts, "word/document.xml": main})


@pytest.mark.parametrize(
    ("size", "margins", "left_out"),
    [
        ('w:w="999999" w:h="16838"', 'w:left="1134" w:right="1134"', ["width"]),
        ('w:w="11906" w:h="9999999"', 'w:left="1134" w:right="1134"', ["height"]),
        ('w:w="11906" w:h="16838"', 'w:left="90000" w:right="1134"', ["left"]),
        ('w:w="11906" w:h="16838"', 'w:left="6000" w:right="6000"', ["left", "right"]),
        ('w:w="11906" w:h="16838"', 'w:top="9000" w:bottom="9000"', ["top", "bottom"]),
        ('w:w="3000" w:h="4000"', 'w:left="0" w:right="0"', ["width", "height", "left", "right"]),
        ('w:w="11906" w:h="16838"', 'w:left="0" w:header="99999"', ["header"]),
    ],
)
def test_a_page_that_no_brief_fits_is_left_out_and_told(
    tmp_path: Path, size: str, margins: str, left_out: list[str]
) -> None:
    (tmp_path / "in").mkdir()
    found = reading(tmp_path / "in", _paged(size, margins))
    for file, content in found.files.items():
        (tmp_path / file).write_bytes(content)
    style, problems = read_style(tmp_path)
    assert problems == ()
    assert style is not None
    told = [problem.message for problem in found.problems if problem.severity == "warning"]
    assert len(told) == len(left_out)
    assert all(f" {name} " in message for name, message in zip(left_out, told, strict=True))


def test_a_tall_logo_is_made_smaller_so_that_a_page_has_room(tmp_path: Path) -> None:
    tall = io.BytesIO()
    Image.open(io.BytesIO(picture(size=(900, 600)))).resize((90, 300)).save(tall, "PNG")
    tall.seek(0)
    document = docx.Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(tall, width=Mm(60))
    out = io.BytesIO()
    document.save(out)
    for file, content in reading(tmp_path, out.getvalue()).files.items():
        (tmp_path / file).write_bytes(content)
    style, problems = read_style(tmp_path)
    assert problems == ()
    assert style is not None
    assert style.letterhead.logo is not None
    assert style.letterhead.logo.height == pytest.approx(style.page.height / 4, rel=0.01)


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


def test_the_words_of_later_pages_are_kept_beside_those_of_the_first(tmp_path: Path) -> None:
    banner = values(tmp_path, continued())["banner"]
    assert (banner["head"], banner["foot"]) == (["Office of Harbours"], ["First foot"])
    assert (banner["later_head"], banner["later_align"]) == (["Continuation"], "right")
    assert banner["later_foot"] == ["Page footer"]
    assert "pages" not in banner


def test_words_that_later_pages_have_too_are_not_said_twice(tmp_path: Path) -> None:
    banner = values(tmp_path, ministry())["banner"]
    assert not [key for key in banner if key.startswith("later")]


def test_a_first_page_without_a_header_of_its_own_bears_none(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(continued()))
    for reference in document.sections[0]._sectPr.findall(f"{W_}headerReference"):
        if reference.get(f"{W_}type") == "first":
            document.sections[0]._sectPr.remove(reference)
    out = io.BytesIO()
    document.save(out)
    banner = values(tmp_path, out.getvalue())["banner"]
    assert "head" not in banner
    assert banner["later_head"] == ["Continuation"]


def test_a_logo_that_later_pages_have_too_stands_on_each_beside_their_words(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(continued()))
    for part in (document.sections[0].first_page_header, document.sections[0].header):
        part.paragraphs[0].add_run().add_picture(io.BytesIO(picture()))
    out = io.BytesIO()
    document.save(out)
    banner = values(tmp_path, out.getvalue())["banner"]
    assert (banner["pages"], banner["later_head"]) == ("every", ["Continuation"])


def test_words_for_older_programs_are_not_read_twice() -> None:
    box = (
        f'<w:hdr {W} xmlns:mc="{OFFICE}/markup-compatibility/2006"><w:p><w:r><mc:AlternateContent><mc:Choice '
        'Requires="wps"><w:txbxContent><w:p><w:r><w:t>Once</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>'
        "<w:txbxContent><w:p><w:r><w:t>Once</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p></w:hdr>"
    )
    assert read_sides(open_package(raw({"header1": box}))).head.lines == ("Once",)


def test_a_logo_that_only_word_can_draw_is_told(tmp_path: Path) -> None:
    parts, more = with_picture("logo.emf", b"EMF")
    found = reading(tmp_path, raw(parts, more=more))
    (warning,) = [problem for problem in found.problems if problem.severity == "warning"]
    assert "logo.emf" in warning.message
    assert "PNG" in warning.hint
    assert b"[logo]" not in found.files["style.toml"]


@pytest.mark.parametrize(
    ("led", "why"),
    [
        ('r:link="r2"', "it is linked, not in the file"),
        ('r:embed="r2"', "it is linked, not in the file"),
        ('r:embed="r9"', "it is not in the file"),
        ('r:embed="r3"', "it is not in the file"),
        ('r:embed="r4"', "it is not in the file"),
    ],
)
def test_a_picture_that_is_not_in_the_file_is_told(tmp_path: Path, led: str, why: str) -> None:
    parts, more = with_picture("logo.png", picture())
    parts["header1"] = parts["header1"].replace('r:embed="r1" r:link="r2"', led)
    kind = f"{OFFICE}/officeDocument/2006/relationships/image"
    outside = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
        for id_, target in (("r3", "../../logo.png"), ("r4", "styles.xml"))
    )
    name = "word/_rels/header1.xml.rels"
    more[name] = str(more[name]).replace("</Relationships>", f"{outside}</Relationships>")
    found = reading(tmp_path, raw({**parts, "styles": f"<w:styles {W}/>"}, more=more))
    (warning,) = [problem for problem in found.problems if problem.severity == "warning"]
    assert warning.message == f"head.docx: a picture of the header is not taken over: {why}"
    assert b"[logo]" not in found.files["style.toml"]


def test_a_picture_that_the_pdf_has_no_place_for_is_told(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(ministry()))
    document.sections[0].footer.paragraphs[0].add_run().add_picture(io.BytesIO(picture(size=(90, 40))))
    out = io.BytesIO()
    document.save(out)
    (warning,) = [one for one in reading(tmp_path, out.getvalue()).problems if one.severity == "warning"]
    assert "image2.png of the footer is for Word alone" in warning.message


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
