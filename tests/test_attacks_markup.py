"""Attacks on makers of documents, written into every text of an event and of a template: they are printed, and no more.

One process makes all of the briefs under an audit hook; what it opened, started and compiled is looked at here.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest

from attacks import MARKUP, SIGN, attacked, plain
from brief import BriefError, generate
from readers.docx_reader import read_docx
from readers.html_reader import Element, parse_html, read_html
from readers.pdf_reader import read_pdf
from workspaces import SAMPLE

HERE = Path(__file__).parent
ROOT = HERE.parent
HOMES = (
    ROOT / "src",
    ROOT / "templates",
    ROOT / ".venv",
    Path(sys.prefix),
    Path(sys.base_prefix),
    Path(os.__file__).parent,
)
WORDS = {**MARKUP, "short": "", "long": "words https://example.org/words " * 20}
"""The attacks, and beside them words that are none: short, and so many that a brief has contents."""

SETTINGS = tuple(os.path.realpath(Path.home() / name) for name in (".reportlab_mods", ".reportlab_settings"))
"""What ReportLab looks for in the home of its user; no template and no data can put anything there."""

TEXTS = 30
"""Texts of the sample that a brief prints, at least."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The folder of the documents, and what happened while they were made."""
    home = tmp_path_factory.mktemp("attacked")
    out = home / "out"
    out.mkdir()
    folders = [attacked(home / name, words) for name, words in WORDS.items()]
    command = list(map(str, (sys.executable, HERE / "audited.py", out, _template(home / "house"), *folders)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True)
    return home, json.loads(run.stdout)


def _template(folder: Path) -> Path:
    """A template whose labels, style and words hold attacks as well."""
    (folder / "labels").mkdir(parents=True)
    labels = {key: f"{key} {words}" for key, words in zip(_LABELS, MARKUP.values(), strict=False)}
    (folder / "labels" / "en.toml").write_text(_toml(labels), encoding="utf-8")
    (folder / "template.toml").write_text('extends = "policy-brief"\nname = "{0.__class__}"\n', encoding="utf-8")
    foot = f"foot = [{', '.join(map(json.dumps, (MARKUP['CVE-2020-28463'][:150], MARKUP['DDE'][:150])))}]\n"
    names = f"[docx]\nserif = {json.dumps(MARKUP['run'])}\nsans = {json.dumps(MARKUP['style'])}\n"
    (folder / "style.toml").write_text(f"[banner]\n{foot}{names}", encoding="utf-8")
    return folder


_LABELS = ("bottom_line", "key_points", "contents", "meeting", "when", "where", "participants", "summary", "outcomes",
           "follow_ups", "reference", "version_term", "date", "as_of")  # fmt: skip


def _toml(values: dict[str, str]) -> str:
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())


def test_nothing_but_the_data_the_templates_and_the_program_is_opened(made: tuple[Path, dict[str, Any]]) -> None:
    home, happened = made
    known = (*HOMES, *(home / name for name in WORDS), home / "house")
    roots = tuple(f"{os.path.realpath(root)}{os.sep}" for root in known)
    assert [path for path in happened["opened"] if not path.startswith(roots) and path not in SETTINGS] == []
    assert len([path for path in happened["opened"] if path.startswith(f"{home}{os.sep}")]) > 5 * len(MARKUP)


def test_nothing_is_started_connected_or_written(made: tuple[Path, dict[str, Any]]) -> None:
    home, happened = made
    assert happened["done"] == []
    assert not [path for path in home.rglob(f"*{SIGN}*") if path.is_file()]


def test_no_word_of_the_data_is_ever_compiled(made: tuple[Path, dict[str, Any]]) -> None:
    _, happened = made
    assert happened["compiled"]
    assert [source for source in happened["compiled"] if SIGN in source] == []


def test_the_markup_of_reportlab_is_never_loaded(made: tuple[Path, dict[str, Any]]) -> None:
    loaded = made[1]["modules"]
    assert "reportlab.pdfgen.canvas" in loaded
    assert [name for name in loaded if name.startswith(("reportlab.platypus", "reportlab.graphics"))] == []


def test_of_reportlab_only_the_canvas_and_its_objects_are_imported() -> None:
    """`toColor` and `rl_safe_eval` evaluate texts: ReportLab loads them, and nobody calls them."""
    modules = set()
    for file in (ROOT / "src" / "brief").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules |= {name for name in names if name.startswith("reportlab")}
    assert modules == {"reportlab.pdfbase.pdfdoc", "reportlab.pdfgen.canvas"}


READERS = {"docx": read_docx, "pdf": read_pdf, "html": read_html}


@pytest.mark.parametrize("name", MARKUP)
@pytest.mark.parametrize("kind", READERS)
def test_an_attack_is_printed_as_it_stands(made: tuple[Path, dict[str, Any]], name: str, kind: str) -> None:
    said = READERS[kind]((made[0] / "out" / f"{name}.{kind}").read_bytes())
    words = plain("".join((*said.words, *said.notes)))
    assert words.count(plain(MARKUP[name])) >= TEXTS


@pytest.mark.parametrize("name", MARKUP)
def test_a_word_document_holds_no_part_field_or_link_that_an_attack_wrote(
    made: tuple[Path, dict[str, Any]], name: str
) -> None:
    calm = [_parts(made[0] / "out" / f"{word}.docx") for word in ("short", "long")]
    for part, found in _parts(made[0] / "out" / f"{name}.docx").items():
        for what in (_elements, _codes, _targets):
            assert what(found) <= what(calm[0][part]) | what(calm[1][part])


def _parts(file: Path) -> dict[str, ET.Element]:
    with zipfile.ZipFile(file) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        assert len(names) == len(package.namelist())
        return {name: ET.fromstring(package.read(name)) for name in names}


def _elements(root: ET.Element) -> set[str]:
    return {element.tag for element in root.iter()}


def _codes(root: ET.Element) -> set[str]:
    """The first word of every field."""
    codes = (element.text or "" for element in root.iter() if element.tag.endswith(("instrText", "fldSimple")))
    return {code.split()[0] for code in codes}


def _targets(root: ET.Element) -> set[str | None]:
    return {element.get("Target") for element in root.iter() if element.tag.endswith("Relationship")}


@pytest.mark.parametrize("name", MARKUP)
def test_a_page_holds_no_element_that_an_attack_wrote(made: tuple[Path, dict[str, Any]], name: str) -> None:
    found, *calm = (
        _tags(parse_html((made[0] / "out" / f"{word}.html").read_bytes())) for word in (name, "short", "long")
    )
    assert found <= calm[0] | calm[1]


def _tags(page: Element) -> set[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes."""
    return {(element.tag, tuple(sorted(element.attributes))) for element in page.walk()}


@pytest.mark.parametrize("name", MARKUP)
def test_a_pdf_does_nothing_when_it_is_opened_or_clicked_but_lead_to_a_source(
    made: tuple[Path, dict[str, Any]], name: str
) -> None:
    reader = pypdf.PdfReader(made[0] / "out" / f"{name}.pdf")
    objects: list[Any] = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    told = [one for one in objects if isinstance(one, dict)]
    for key in ("/OpenAction", "/AA", "/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/AcroForm", "/URI"):
        assert [one for one in told if key in one] == []
    actions = [one["/A"] for one in told if one.get("/Subtype") == "/Link" and "/A" in one]
    assert {str(action["/S"]) for action in actions} == {"/URI"}
    assert {str(action["/URI"]).partition("/")[0] for action in actions} == {"https:"}


@pytest.mark.parametrize("words", [MARKUP["CVE-2023-33733"], "red", "toColor('red')", "#fff", "rgb(1,2,3)", "#12345g"])
def test_a_colour_is_six_digits_and_nothing_else(tmp_path: Path, words: str) -> None:
    toml = f"[colours]\nlink = {json.dumps(words)}\n[text.body]\ncolour = {json.dumps(words)}\n"
    (tmp_path / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    (tmp_path / "style.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BriefError) as told:
        generate("first-meeting", briefs=SAMPLE, template=tmp_path)
    problems = [(problem.code, problem.place and problem.place.line) for problem in told.value.problems]
    assert sorted(problems) == [("colour", 2), ("colour", 4)]


@pytest.mark.parametrize(
    "words", [words for name, words in MARKUP.items() if name not in ("jinja", "format", "PDF", "shell", "DDE")]
)
def test_markup_that_a_template_writes_is_a_problem_at_its_line(tmp_path: Path, words: str) -> None:
    (tmp_path / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "outcomes.md.j2").write_text(f"# Outcomes {{#outcomes}}\n\n{words}\n", encoding="utf-8")
    with pytest.raises(BriefError) as told:
        generate("first-meeting", briefs=SAMPLE, template=tmp_path)
    places = {problem.place and problem.place.file.rpartition("/")[2] for problem in told.value.problems}
    assert places == {"outcomes.md.j2"}
