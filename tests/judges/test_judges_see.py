"""A judge that finds no fault is worth nothing unless it sees one: each fault is put into the specimen by hand."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import ContentStream, DictionaryObject, NameObject

from judges.hearing import hear_docx, hear_pdf, require
from judges.judged import JUDGED
from judges.office import JUDGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from judges.office import Judge
    from judges.vera import Profile

SPECIMEN = JUDGED["specimen-en-GB"]
BODY = "word/document.xml"

# ---- PDF -------------------------------------------------------------------------------------------------------------


def first(writer: PdfWriter, key: str, value: str = "") -> DictionaryObject:
    """The first object that has the key, with the value where one is given."""
    every = (each for each in writer._objects if isinstance(each, DictionaryObject))
    return next(each for each in every if key in each and value in ("", each[key]))


def nothing(_writer: PdfWriter) -> None:
    """Written anew by pypdf, and no fault put in."""


def without(key: str) -> Callable[[PdfWriter], None]:
    """The document catalogue without an entry."""

    def remove(writer: PdfWriter) -> None:
        del writer.root_object[key]

    return remove


def without_first(key: str, value: str, entry: str) -> Callable[[PdfWriter], None]:
    """The first object that has the key and value without an entry."""

    def remove(writer: PdfWriter) -> None:
        del first(writer, key, value)[entry]

    return remove


def with_a_level_skipped(writer: PdfWriter) -> None:
    first(writer, "/S", "/H2")[NameObject("/S")] = NameObject("/H3")


def with_unmarked_content(writer: PdfWriter) -> None:
    page = writer.pages[0]
    drawn = ContentStream(page.get_contents(), writer)
    drawn.set_data(drawn.get_data() + b"\n0 0 10 10 re f")
    page[NameObject("/Contents")] = writer._add_object(drawn)


FAULTS_OF_PDF: dict[str, tuple[Callable[[PdfWriter], None], Mapping[Profile, set[str]]]] = {
    "nothing": (nothing, {}),
    "no-mark-info": (without("/MarkInfo"), {"ua1": {"6.2"}, "2a": {"6.7.2.2"}}),
    "no-language": (without("/Lang"), {"ua1": {"7.2"}}),
    "no-structure": (without("/StructTreeRoot"), {"ua1": {"7.1", "7.18.5"}, "2a": {"6.7.3.3"}}),
    "no-output-intent": (without("/OutputIntents"), {"2a": {"6.2.4.3"}}),
    "no-metadata": (without("/Metadata"), {"ua1": {"7.1"}, "2a": {"6.6.2.1"}}),
    "title-not-displayed": (without("/ViewerPreferences"), {"ua1": {"7.1"}}),
    "face-not-embedded": (
        without_first("/Type", "/FontDescriptor", "/FontFile2"),
        {"ua1": {"7.21.4.1"}, "2a": {"6.2.11.4.1"}},
    ),
    "characters-without-meaning": (
        without_first("/Subtype", "/Type0", "/ToUnicode"),
        {"ua1": {"7.21.7"}, "2a": {"6.2.11.7.2"}},
    ),
    "link-without-words": (without_first("/Subtype", "/Link", "/Contents"), {"ua1": {"7.18.1", "7.18.5"}}),
    "note-without-id": (without_first("/S", "/Note", "/ID"), {"ua1": {"7.9"}}),
    "level-skipped": (with_a_level_skipped, {"ua1": {"7.4.2"}}),
    "content-unmarked": (with_unmarked_content, {"ua1": {"7.1"}}),
}


@cache
def faulty_pdf(fault: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(SPECIMEN("pdf")))
    FAULTS_OF_PDF[fault][0](writer)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.fixture(scope="module")
def clauses() -> dict[str, dict[Profile, set[str]]]:
    """The clauses that each faulty PDF breaks, by profile."""
    seen: dict[str, dict[Profile, set[str]]] = {fault: {} for fault in FAULTS_OF_PDF}
    for verdict in hear_pdf({fault: faulty_pdf(fault) for fault in FAULTS_OF_PDF}):
        if verdict.failures:
            seen[verdict.file][verdict.profile] = {failure.clause for failure in verdict.failures}
    return seen


@pytest.mark.parametrize("fault", FAULTS_OF_PDF)
def test_a_fault_in_a_pdf_is_seen_and_no_other(fault: str, clauses: dict[str, dict[Profile, set[str]]]) -> None:
    assert clauses[fault] == FAULTS_OF_PDF[fault][1]


def test_a_file_that_is_no_pdf_fails_in_both_profiles() -> None:
    said = hear_pdf({"words": b"no PDF at all", "nothing": b""})
    assert [(verdict.file, verdict.profile, len(verdict.failures)) for verdict in said] == [
        ("words", "ua1", 1),
        ("nothing", "ua1", 1),
        ("words", "2a", 1),
        ("nothing", "2a", 1),
    ]


def test_a_failure_tells_how_often_a_rule_is_broken_and_where_first() -> None:
    of_accessibility, _ = hear_pdf({"no-language": faulty_pdf("no-language")})
    of_page = next(failure for failure in of_accessibility.failures if failure.test == 34)
    assert of_page.count > 100
    assert of_page.message == "Natural language for text in page content shall be determined"
    assert "/pages[0]" in of_page.place


# ---- DOCX ------------------------------------------------------------------------------------------------------------

FAULTS_OF_DOCX: dict[str, tuple[str, str, Mapping[Judge, str]]] = {
    "out-of-order": (
        r'(<w:pStyle w:val="HeaderTerm"/>)(<w:keepNext/>)',
        r"\2\1",
        {"sdk": "unexpected child element", "audit": "pStyle"},
    ),
    "unknown-element": (r"<w:br/>", r"<w:nonsense/>", {"sdk": "nonsense", "audit": "nonsense"}),
    "wrong-value": (r'<w:tcW w:w="\d+"', '<w:tcW w:w="wide"', {"sdk": "wide", "audit": "wide"}),
    "cell-without-paragraph": (
        r"(<w:tc><w:tcPr>.*?</w:tcPr>).*?</w:tc>",
        r"\1</w:tc>",
        {"audit": "content is missing"},
    ),
    "unknown-style": (r'<w:pStyle w:val="Kicker"/>', r'<w:pStyle w:val="Nobody"/>', {"audit": "Nobody"}),
    "unknown-numbering": (
        r'(<w:pStyle w:val="Kicker"/>)',
        r'\1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="999"/></w:numPr>',
        {"audit": "999"},
    ),
    "unknown-note": (
        r'<w:footnoteReference w:id="1"/>',
        r'<w:footnoteReference w:id="999"/>',
        {"sdk": "999", "audit": "999"},
    ),
    "unknown-relationship": (r' r:id="[^"]+"', ' r:id="nowhere"', {"sdk": "nowhere", "audit": "nowhere"}),
}


@cache
def faulty_docx(fault: str) -> bytes:
    pattern, replacement, _ = FAULTS_OF_DOCX[fault]
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(SPECIMEN("docx"))) as whole, zipfile.ZipFile(content, "w") as broken:
        for name in whole.namelist():
            part = whole.read(name)
            if name == BODY:
                changed, count = re.subn(pattern, replacement, part.decode(), count=1, flags=re.DOTALL)
                assert count, f"the specimen has no place for the fault: {pattern}"
                part = changed.encode()
            broken.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize("fault", FAULTS_OF_DOCX)
@pytest.mark.parametrize("judge", JUDGES)
def test_a_fault_in_a_word_document_is_seen_by_those_who_can(fault: str, judge: Judge) -> None:
    found = hear_docx(judge, {fault: faulty_docx(fault)})[fault]
    told = FAULTS_OF_DOCX[fault][2].get(judge)
    assert bool(found) == (told is not None)
    for finding in found:
        assert finding.part == f"/{BODY}"
        assert str(told) in finding.message


@pytest.mark.parametrize("judge", JUDGES)
def test_a_file_that_is_no_package_is_refused(judge: Judge) -> None:
    assert hear_docx(judge, {"words": b"no package at all"})["words"]


def test_styles_that_word_ignores_are_held_against_nobody() -> None:
    content = BytesIO()
    docx.Document().save(content)
    assert "word/stylesWithEffects.xml" in zipfile.ZipFile(content).namelist()
    assert hear_docx("audit", {"base": content.getvalue()})["base"] == ()


def test_a_missing_judge_is_a_reason_to_skip_but_not_in_continuous_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    require("")
    with pytest.raises(pytest.skip.Exception, match="no Java"):
        require("no Java")
    monkeypatch.setenv("CI", "true")
    require("")
    with pytest.raises(pytest.fail.Exception, match="no Java"):
        require("no Java")
