"""The file itself: its parts, its properties, and the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from brief.render.docx import render
from brief.tree import Document, Text
from readers.docx_reader import W, part
from styles import sample_style
from trees import every_node

STYLE = sample_style()
TESTS = Path(__file__).parents[2]
DIGEST = """
import hashlib
from brief.render.docx import render
from styles import sample_style
from trees import every_node
print(hashlib.sha256(render(every_node(), sample_style(), pages={"s-areas": 2}).content).hexdigest())
"""


def opened(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(render(document, STYLE).content))


def test_the_package_holds_what_a_brief_needs_and_nothing_else() -> None:
    with zipfile.ZipFile(io.BytesIO(render(every_node(), STYLE).content)) as package:
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/footnotes.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr) for entry in package.infolist()} == {(0, 0o600 << 16)}


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    here = hashlib.sha256(render(every_node(), STYLE, pages={"s-areas": 2}).content).hexdigest()
    for seed, zone in (("1", "Asia/Seoul"), ("2", "America/Los_Angeles")):
        path = os.pathsep.join((str(TESTS), str(TESTS.parent / "src")))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
        found = subprocess.run([sys.executable, "-c", DIGEST], env=environment, capture_output=True, check=True)
        assert found.stdout.decode().strip() == here


def test_one_document_leaves_nothing_behind_for_the_next() -> None:
    first = render(every_node(), STYLE).content
    render(Document((Text("Other"),), (), marking="SECRET", language="ko"), STYLE)
    assert render(every_node(), STYLE).content == first


def test_the_properties_are_the_documents_own() -> None:
    core = opened(every_node()).core_properties
    assert core.title == "Korea and NATO adopt a partnership programme in eleven areas"
    assert core.author == core.last_modified_by == "Euro-Atlantic Partnerships desk"
    assert core.subject == "Korea and NATO"
    assert core.keywords == "Korea, NATO, ITPP"
    assert core.language == "en-GB"
    assert core.created == core.modified == datetime(2023, 7, 14, tzinfo=UTC)
    assert core.revision == 1
    assert not core.comments


def test_the_marking_is_a_property_by_which_files_are_sorted() -> None:
    marked = replace(every_node(), marking="OFFICIAL & <SENSITIVE>")
    content = render(marked, STYLE).content
    (custom,) = part(content, "docProps/custom.xml")
    assert (custom.get("name"), custom.get("pid")) == ("Marking", "2")
    assert custom.get("fmtid") == "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    assert [value.text for value in custom] == ["OFFICIAL & <SENSITIVE>"]
    assert opened(marked).core_properties.category == "OFFICIAL & <SENSITIVE>"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types, relations = (package.read(name).decode() for name in ("[Content_Types].xml", "_rels/.rels"))
    assert "/docProps/custom.xml" in types
    assert "vnd.openxmlformats-officedocument.custom-properties+xml" in types
    assert 'relationships/custom-properties" Target="docProps/custom.xml"' in relations


def test_a_document_without_marking_has_no_such_property() -> None:
    bare = replace(every_node(), marking="")
    with zipfile.ZipFile(io.BytesIO(render(bare, STYLE).content)) as package:
        assert "docProps/custom.xml" not in package.namelist()
    assert not opened(bare).core_properties.category


@pytest.mark.parametrize(
    ("date", "day"),
    [("", (2000, 1, 1)), ("2023-07", (2023, 7, 1)), ("2023", (2023, 1, 1)), ("soon", (2000, 1, 1)),
     ("2023-07-14T09:00:00", (2023, 7, 14))],
)  # fmt: skip
def test_a_date_may_lack_its_day_or_be_none(date: str, day: tuple[int, int, int]) -> None:
    assert opened(replace(every_node(), date=date)).core_properties.created == datetime(*day, tzinfo=UTC)


def test_a_long_title_is_no_fault_of_the_properties() -> None:
    assert len(opened(replace(every_node(), title=(Text("word " * 100),))).core_properties.title) == 255


@pytest.mark.parametrize(
    ("language", "latin", "east_asian"),
    [("en-GB", "en-GB", "ko-KR"), ("ko", "en-GB", "ko-KR"), ("ja", "en-GB", "ja-JP"), ("en", "en-GB", "ko-KR")],
)
def test_the_language_of_the_document_is_words_own_and_its_latin_letters_are_never_east_asian(
    language: str, latin: str, east_asian: str
) -> None:
    content = render(replace(every_node(), language=language), STYLE).content
    for name, tag in (("styles", "lang"), ("settings", "themeFontLang")):
        found = next(part(content, f"word/{name}.xml").iter(f"{W}{tag}"))
        assert (found.get(f"{W}val"), found.get(f"{W}eastAsia")) == (latin, east_asian)


def test_a_text_in_another_language_says_so() -> None:
    body = part(render(every_node(), STYLE).content, "word/document.xml")
    korean = [r for r in body.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")) == "윤석열"]
    assert [lang.get(f"{W}eastAsia") for run in korean for lang in run.iter(f"{W}lang")] == ["ko-KR"]
    assert [fonts.get(f"{W}hint") for run in korean for fonts in run.iter(f"{W}rFonts")] == ["eastAsia"]


def test_the_page_is_the_styles() -> None:
    section = opened(every_node()).sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert round(section.page_width.pt, 1) == round(STYLE.page.width, 1)
    assert round(section.left_margin.pt, 1) == round(STYLE.page.left, 1)
    assert section.different_first_page_header_footer
