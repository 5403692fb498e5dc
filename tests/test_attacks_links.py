"""Links lead to http, https and mailto, and to nothing else, wherever their address comes from."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdf
import pytest

from brief.make import generate
from brief.render import render
from brief.tree import Document, Link, Paragraph, Text
from filling import read, words
from readers.html_reader import parse_html
from styles import sample_style
from workspaces import SAMPLE, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = (
    *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)"),
    *("\tjavascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "java\x00script:alert(1)"),
    *("\x01javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "javascript%3Aalert(1)"),
    *("%6Aavascript:alert(1)", "javascript://https://example.org/%0aalert(1)", "vbscript:msgbox(1)", "livescript:x"),
    *("data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "DATA:image/svg+xml,<svg/>"),
    *("file:///etc/passwd", "FILE:///C:/x", "file://host/share/x", "\\\\host\\share\\x", "//host/share/x"),
    *("\\\\?\\UNC\\host", "smb://host/x", "ftp://host/x", "ldap://host/x", "ms-msdt:/id PCWDiagnostic"),
    *("search-ms:query=x", "ms-word:ofe|u|x", "blob:https://example.org/x", "view-source:https://example.org"),
    *("about:blank", "jar:https://example.org!/x", "ｈttps://example.org", "һttps://example.org"),  # noqa: RUF001
    *("https：//example.org", "https:/\u2060/example.org", "https:example.org", "http:\\\\example.org"),  # noqa: RUF001
    *("https", "mailto", "/etc/passwd", "../x", "x.html", "?x", ":x", "::", " "),
)
ALLOWED = re.compile(r"(https?://|mailto:)[!-~]+", re.IGNORECASE)


def addresses(kind: str, content: bytes) -> Iterator[str]:
    """Every address that a reader of a document can be led to."""
    match kind:
        case "docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for name in (name for name in package.namelist() if name.endswith(".rels")):
                    ties = ET.fromstring(package.read(name))
                    yield from (tie.get("Target", "") for tie in ties if tie.get("TargetMode") == "External")
        case "pdf":
            reader = pypdf.PdfReader(io.BytesIO(content))
            notes = (note.get_object() for page in reader.pages for note in page.get("/Annots", ()))
            yield from (str(note["/A"]["/URI"]) for note in notes if "/A" in note)
        case _:
            for element in parse_html(content).walk():
                values = (element.attributes.get(name, "") for name in ("href", "src", "action", "data", "srcdoc"))
                yield from (value for value in values if value and not value.startswith("#"))


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_no_renderer_leads_anywhere_else_whatever_a_tree_holds(kind: str) -> None:
    """What a template wrote is judged long before; this is the last gate."""
    allowed = ["https://example.org/a", "https://example.org/a)/S/JavaScript/JS(b", "mailto:desk@example.org"]
    targets = (*HOSTILE, *allowed)
    links = tuple(Paragraph((Link(target, (Text(f"link {number}"),)),)) for number, target in enumerate(targets))
    document = Document((Text("T"),), links, language="en-GB", date="2023-07-14")
    found = list(addresses(kind, render(kind, document, sample_style()).content))  # type: ignore[arg-type]
    assert found == allowed


@pytest.mark.parametrize("target", [target for target in HOSTILE if target.strip()])
def test_a_link_that_a_template_leads_elsewhere_is_a_problem(target: str) -> None:
    document, problems = read("See [words](«x»).\n", x=words(target))
    assert [problem.code for problem in problems] == ["link"]
    assert not [node for block in document.children for node in block.children if isinstance(node, Link)]  # type: ignore[union-attr]


@pytest.mark.parametrize("target", [target for target in HOSTILE if not re.search(r"[\s\x00-\x1f<>]", target)])
def test_and_so_is_one_that_it_writes_out(target: str) -> None:
    written = target.replace("\\", "\\\\")
    assert "link" in [problem.code for problem in read(f"See [words]({written}).\n")[1]]


@pytest.mark.parametrize("address", [address for address in HOSTILE if address.strip().isprintable()])
def test_an_address_of_a_source_is_words_where_it_is_none_of_the_web(address: str, tmp_path: Path) -> None:
    shop = Workshop(tmp_path / "briefs")
    quoted = address.replace("'", "''")
    shop.write("address: https://example.org/northland/joint-statement", f"address: '{quoted}'", "sources.yaml")
    made = generate("first-meeting", briefs=shop.folder, formats=("docx", "html"))
    assert len(made.documents) == 2
    for kind, document in made.documents.items():
        found = set(addresses(kind, document.content))
        assert found == {"https://example.org/harbour-news/ferry"}


def test_the_sample_leads_to_its_sources() -> None:
    made = generate("first-meeting", briefs=SAMPLE, formats=("docx", "pdf", "html"))
    assert len(made.documents) == 3
    for kind, document in made.documents.items():
        found = set(addresses(kind, document.content))
        assert len(found) == 2
        assert all(map(ALLOWED.fullmatch, found))
