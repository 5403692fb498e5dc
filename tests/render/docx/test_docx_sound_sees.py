"""The checks of soundness are worth nothing unless they see a fault: each is put into the specimen by hand."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from brief.render.docx import render
from readers.docx_soundness import soundness
from styles import sample_style
from trees import every_node

BODY, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
FAULTS = {
    "cell-without-paragraph": (BODY, r"(<w:tc><w:tcPr>.*?</w:tcPr>).*?</w:tc>", r"\1<w:tbl/></w:tc>", "end with a"),
    "row-too-short": (BODY, r"<w:tc>(?:(?!</w:tc>).)*</w:tc></w:tr>", "</w:tr>", "a row does not fill the grid"),
    "tables-that-touch": (BODY, r"</w:tbl>", "</w:tbl><w:tbl><w:tblGrid/></w:tbl>", "a table touches"),
    "paragraph-style": (BODY, r'<w:pStyle w:val="Kicker"/>', '<w:pStyle w:val="Nobody"/>', "no style Nobody"),
    "character-style": (BODY, r'<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Title"/>', "no style Title"),
    "table-style": (BODY, r'<w:tblStyle w:val="BriefTable"/>', '<w:tblStyle w:val="X"/>', "no style X"),
    "base-of-a-style": (STYLES, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Y"/>', "no style Y"),
    "list": (BODY, r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>', "no list 999"),
    "abstract-list": (
        NUMBERING,
        r'<w:abstractNumId w:val="3"/>',
        '<w:abstractNumId w:val="77"/>',
        "no abstract list 77",
    ),
    "lists-out-of-order": (NUMBERING, r"(<w:num .*</w:num>)", r"\1<w:abstractNum/>", "stands behind a list"),
    "drawing-twice": (BODY, r'(<wp:docPr )id="\d+"', r'\1id="2"', "drawing 2 twice"),
    "shape-twice": (BODY, r'(<wps:cNvPr )id="\d+"', r'\1id="1"', "drawing 1 twice"),
    "bookmark-twice": (BODY, r'(<w:bookmarkStart w:id="\d+") w:name="[^"]+"', r'\1 w:name="S_AREAS"', "s_areas twice"),
    "bookmark-without-end": (BODY, r"<w:bookmarkEnd [^>]*/>", "", "a bookmark has no end"),
    "bookmark-too-long": (BODY, r'w:name="[^"]+"', f'w:name="{"x" * 41}"', "bad bookmark x"),
    "link-to-nowhere": (BODY, r'w:anchor="[^"]+"', 'w:anchor="nowhere"', "no bookmark nowhere"),
    "relationship": (BODY, r'<w:hyperlink r:id="[^"]+"', '<w:hyperlink r:id="rId99"', "no relationship rId99"),
    "drawing-without-description": (BODY, r' descr="[^"]+"', "", "nothing says what drawing"),
    "table-without-name": (BODY, r"<w:tblCaption [^>]*/>", "", "a table has no name"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(fault: str) -> None:
    name, pattern, replacement, said = FAULTS[fault]
    content = BytesIO()
    specimen = BytesIO(render(every_node(), sample_style()).content)
    with zipfile.ZipFile(specimen) as whole, zipfile.ZipFile(content, "w") as broken:
        for entry in whole.namelist():
            part = whole.read(entry)
            if entry == name:
                changed, count = re.subn(pattern, replacement, part.decode(), count=1, flags=re.DOTALL)
                assert count, f"the specimen has no place for the fault: {pattern}"
                part = changed.encode()
            broken.writestr(entry, part)
    assert [complaint for complaint in soundness(content.getvalue()) if said in complaint]
