from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest

from brief.cli import run
from letterheads import LETTERHEADS, ministry, template_file

if TYPE_CHECKING:
    from docx.document import Document

BRIEFS = str(Path(__file__).parents[2] / "briefs")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(desk: Path, name: str) -> tuple[Path, Path]:
    """The two documents of a brief on a letterhead."""
    (desk / name).write_bytes(LETTERHEADS[name]())
    assert run(["template", "import", name, "house"]) == 0
    assert run(["generate", "--event", "vilnius-2023", "--template", "house", "--briefs", BRIEFS]) == 0
    return desk / "out/vilnius-2023_house.docx", desk / "out/vilnius-2023_house.pdf"


def names_used(document: Document) -> set[str]:
    return {str(paragraph.style.name) for paragraph in document.paragraphs if paragraph.style is not None}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_a_letterhead_becomes_a_template_that_is_clean_and_builds(
    desk: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    word, pdf = made(desk, name)
    assert pdf.read_bytes().startswith(b"%PDF")
    document = docx.Document(str(word))
    assert {"Heading 1", "Title", "Bottom Line Text", "Body Text"} <= names_used(document)
    known = {style.style_id for style in document.styles}
    assert {p.style.style_id for p in document.paragraphs if p.style is not None} <= known
    assert len(known) == len(list(document.styles))
    capsys.readouterr()
    assert run(["template", "check", "house"]) == 0
    assert "0 problems" in capsys.readouterr().out


def test_the_styles_of_the_house_keep_their_ids_and_their_look(desk: Path) -> None:
    word, _ = made(desk, "german.docx")
    heading = docx.Document(str(word)).styles["Heading 1"]
    assert heading.style_id == "berschrift1"
    assert heading.element.rPr.find(".//{*}color").get(f"{{{_W}}}themeColor") == "accent1"
    assert b"4F81BD" in zipfile.ZipFile(word).read("word/theme/theme1.xml")


def test_headings_of_a_house_are_those_of_its_word_document_whatever_they_are_called(desk: Path) -> None:
    word, _ = made(desk, "localised.docx")
    document = docx.Document(str(word))
    found = {name: document.styles[name] for name in ("Heading 1", "Heading 2")}
    assert [style.style_id for style in found.values()] == ["s1", "s2"]
    assert [str(style.font.color.rgb) for style in found.values()] == ["7A0019", "14375E"]


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_headings_have_the_numbers_of_the_brief_and_none_of_the_house(desk: Path) -> None:
    word, _ = made(desk, "german.docx")
    styles = {s.name: s.element for s in docx.Document(str(word)).styles}
    numbers = {
        name: styles[name].find(f"{{{_W}}}pPr/{{{_W}}}numPr/{{{_W}}}numId").get(f"{{{_W}}}val")
        for name in ("Heading 1", "Heading 2", "Heading 2 Numbered")
    }
    assert numbers == {"Heading 1": "1", "Heading 2": "0", "Heading 2 Numbered": "1"}
    lists = zipfile.ZipFile(word).read("word/numbering.xml").decode()
    assert 'w:abstractNumId="100000"' in lists
    assert '<w:pStyle w:val="berschrift1"/>' in lists
    assert lists.count('w:val="berschrift1"') == 1


def test_header_footer_and_logo_of_the_house_stand_around_the_running_lines(desk: Path) -> None:
    word, _ = made(desk, "ministry.docx")
    section = docx.Document(str(word)).sections[0]
    first = [p.text.strip() for p in section.first_page_header.paragraphs]
    assert first == ["", "Ministry of Foreign Affairs", "60 Sajik-ro 8-gil, Jongno-gu, Seoul", "TLP:CLEAR"]
    assert section.header.paragraphs[-1].text.startswith("SAMPLE/2023/002")
    assert [p.text[:6] for p in section.footer.paragraphs] == ["SAMPLE", "www.mo"]
    with zipfile.ZipFile(word) as package:
        (picture,) = [name for name in package.namelist() if "media" in name]
        with zipfile.ZipFile(io.BytesIO(ministry())) as source:
            assert package.read(picture) == source.read("word/media/image1.png")


def test_both_documents_say_the_same_on_the_first_page_and_on_the_later_ones(desk: Path) -> None:
    word, pdf = made(desk, "continued.docx")
    section = docx.Document(str(word)).sections[0]
    first, *later = (page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    for part, shown, hidden in (
        (section.first_page_header, [first], later),
        (section.first_page_footer, [first], later),
        (section.header, later, [first]),
        (section.footer, later, [first]),
    ):
        (words,) = {"Office of Harbours", "First foot", "Continuation", "Page footer"} & {
            paragraph.text for paragraph in part.paragraphs
        }
        assert [words in page for page in (*shown, *hidden)] == [True] * len(shown) + [False] * len(hidden)


def test_the_document_is_in_the_language_of_the_brief_not_of_the_letterhead(desk: Path) -> None:
    word, _ = made(desk, "german.docx")
    styles = zipfile.ZipFile(word).read("word/styles.xml").decode()
    assert 'w:lang w:val="en-GB"' in styles
    assert "de-DE" not in styles


def test_a_brief_on_a_letterhead_is_the_same_every_time(desk: Path) -> None:
    first = [path.read_bytes() for path in made(desk, "landscape.docx")]
    assert run(["generate", "--event", "vilnius-2023", "--template", "house", "--briefs", BRIEFS]) == 0
    assert [(desk / f"out/vilnius-2023_house.{kind}").read_bytes() for kind in ("docx", "pdf")] == first


def test_the_folder_is_named_after_the_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "Haus Vorlage_2.dotx").write_bytes(template_file())
    assert run(["template", "import", "Haus Vorlage_2.dotx"]) == 0
    told = capsys.readouterr()
    assert "templates/haus-vorlage-2/base.docx" in told.out
    assert "Georgia is not at hand, the PDF is set in Source Serif Pro" in told.err


def test_a_template_that_is_there_stays(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "house.docx").write_bytes(ministry())
    assert run(["template", "import", "house.docx"]) == 0
    before = (desk / "templates/house/style.toml").read_bytes()
    assert run(["template", "import", "house.docx"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (desk / "templates/house/style.toml").read_bytes() == before


def test_a_file_that_is_no_letterhead_leaves_nothing_behind(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert run(["template", "import", "old.doc"]) == 1
    said = capsys.readouterr().err
    assert "old.doc cannot be used: it is encrypted, or of a Word older than 2007" in said
    assert "take the password off" in said
    assert [path.name for path in desk.iterdir()] == ["old.doc"]


@pytest.mark.parametrize("arguments", [["none.docx"], ["x.docx", "../evil"], ["x.docx", "policy-brief"]])
def test_wrong_usage_is_told_before_anything_is_written(desk: Path, arguments: list[str]) -> None:
    (desk / "x.docx").write_bytes(ministry())
    assert run(["template", "import", *arguments]) == 2
    assert not (desk / "templates").exists()


def test_show_says_which_values_are_the_letterheads(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "house.docx").write_bytes(ministry())
    run(["template", "import", "house.docx"])
    capsys.readouterr()
    assert run(["template", "show", "house"]) == 0
    shown = capsys.readouterr().out
    assert "logo.file" in shown
    assert "templates/house/style.toml" in shown
