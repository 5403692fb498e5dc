"""The whole path, on a small workspace that each test spoils in its own way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings

import brief
from brief import BriefError
from brief.event import Day
from brief.make import inspect
from brief.tree import Paragraph
from brief.walk import words
from briefs_made import ROOT
from readers.docx_reader import read_docx
from readers.html_reader import read_html
from readers.pdf_reader import read_pdf
from trees import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SAMPLE = ROOT / "src" / "brief" / "sample"
EVENT = "first-meeting"
NASTY = "**5 < 6 | [x](javascript:y) {{ 7*7 }}"
FIELDS = ("title", "subtitle", "occasion", "reference", "version", "to", "sender", "drafter", "text", "lead", "at",
          "what", "name", "short", "publisher", "full", "author", "note",
          "carried_by")  # fmt: skip
PLAIN = str.maketrans("\u2013\u2019", "-'")
"""Dashes and apostrophes to what data may hold in their place."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "briefs")
    return tmp_path / "briefs"


def spoilt(folder: Path, change: Callable[[str, str], str]) -> None:
    """Write every file anew, each text of a prose field changed."""

    def walk(value: Any, key: str = "") -> Any:
        match value:
            case dict():
                return {name: walk(each, name) for name, each in value.items()}
            case list():
                return [walk(each, key) for each in value]
            case _:
                return change(key, value) if key in FIELDS else value

    for path in folder.rglob("*.yaml"):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
        if path.name == "sources.yaml":
            content["sources"][0] |= {"author": "a", "note": "n", "carried_by": "c", "title_original": "t"}
        if path.name == "event.yaml":
            content["statements"][0]["quote"] = {"text": NASTY, "lead": "l", "source": "N1"}
        path.write_text(yaml.safe_dump(walk(content), allow_unicode=True, width=10_000), encoding="utf-8")


def test_markup_in_any_field_appears_as_those_very_characters_in_every_format(folder: Path) -> None:
    spoilt(folder, lambda key, _: f"{NASTY} in {key} MFA")
    made = brief.generate(EVENT, formats=("docx", "pdf", "html"), briefs=folder)
    expected = words(made.document)
    said = " ".join(expected)
    for field in FIELDS:
        if field not in ("version", "occasion", "name", "short"):
            assert f"{NASTY} in {field} MFA" in said, field
    assert read_docx(made.documents["docx"].content).words == expected
    assert read_pdf(made.documents["pdf"].content).words == expected
    assert read_html(made.documents["html"].content).words == expected


@settings(max_examples=15)
@given(value=texts())
def test_any_text_in_every_field_reaches_every_format_whole(
    value: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any") / "briefs"
    shutil.copytree(SAMPLE, folder)
    spoilt(folder, lambda _, __: value)
    made = brief.generate(EVENT, formats=("docx", "pdf", "html"), briefs=folder)
    expected = words(made.document)
    assert [word.translate(PLAIN) for word in expected].count(value.translate(PLAIN).split(maxsplit=1)[0]) > 10
    assert read_docx(made.documents["docx"].content).words == expected
    assert read_pdf(made.documents["pdf"].content).words == expected
    assert read_html(made.documents["html"].content).words == expected


def test_a_character_no_face_has_is_a_problem_with_its_place(folder: Path) -> None:
    path = folder / EVENT / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("No document was", "No ᚠ document was"), encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate(EVENT, briefs=folder)
    (problem,) = raised.value.problems
    assert problem.place is not None
    assert (problem.place.file.rpartition("/")[2], problem.place.line) == ("event.yaml", line_of(path, "ᚠ"))
    assert "U+16A0" in problem.message


def line_of(path: Path, words_: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words_ in line)


def test_a_style_numbers_the_paragraphs_in_every_format(folder: Path, tmp_path: Path) -> None:
    template = tmp_path / "template"
    shutil.copytree(ROOT / "templates" / "policy-brief", template)
    style = template / "style.toml"
    written = style.read_text(encoding="utf-8")
    assert "\nparagraphs = false\n" in written
    style.write_text(written.replace("\nparagraphs = false\n", "\nparagraphs = true\n"), encoding="utf-8")
    made = brief.generate(EVENT, formats=("docx", "pdf", "html"), briefs=folder, template=template)
    expected = words(made.document)
    numbers = [b.number for b in made.document.children if isinstance(b, Paragraph) and b.number]
    assert len(numbers) > 2
    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]
    assert read_docx(made.documents["docx"].content).words == expected
    assert read_pdf(made.documents["pdf"].content).words == expected
    assert read_html(made.documents["html"].content).words == expected
    assert brief.generate(EVENT, briefs=folder).document != made.document


def test_a_claim_without_a_source_fails(folder: Path) -> None:
    path = folder / EVENT / "event.yaml"
    text = path.read_text(encoding="utf-8")
    claim = "text: No document was signed.\n    sources: "
    path.write_text(text.replace(f"{claim}[N1]", f"{claim}[]"), encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate(EVENT, briefs=folder)
    (problem,) = raised.value.problems
    assert problem.code == "no-source"
    assert problem.place is not None
    assert problem.place.line == line_of(path, "No document was signed.") + 1


def test_problems_of_data_and_template_are_told_at_once(folder: Path, tmp_path: Path) -> None:
    template = tmp_path / "mine"
    shutil.copytree(ROOT / "templates" / "policy-brief", template)
    style = template / "style.toml"
    style.write_text(style.read_text(encoding="utf-8").replace("[colours]", "[colour]"), encoding="utf-8")
    event = folder / EVENT / "event.yaml"
    event.write_text(event.read_text(encoding="utf-8").replace("occasion:", "occassion:"), encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate(EVENT, template=template, briefs=folder)
    files = {problem.place.file.rpartition("/")[2] for problem in raised.value.problems if problem.place}
    assert files == {"event.yaml", "style.toml"}


def test_a_template_is_judged_though_the_data_have_a_problem(folder: Path, tmp_path: Path) -> None:
    template = tmp_path / "mine"
    shutil.copytree(ROOT / "templates" / "policy-brief", template)
    part = template / "parts" / "sources.md.j2"
    part.write_text(part.read_text(encoding="utf-8") + "{{ nope }}\n", encoding="utf-8")
    event = folder / EVENT / "event.yaml"
    event.write_text(event.read_text(encoding="utf-8").replace("occasion:", "occassion:"), encoding="utf-8")
    with pytest.raises(BriefError) as raised:
        brief.generate(EVENT, template=template, briefs=folder)
    assert {problem.code for problem in raised.value.problems} == {"unknown-key", "unknown-name"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("marking: TLP:CLEAR", "marking: TLP:CLER", "marking"),
        ("as_of: 2026-03-09", "as_of: 2026-03-04", "wall"),
        ("No document was", "No 🦄 was", "glyph"),
    ],
)
def test_check_finds_what_keeps_a_brief_from_being_made(folder: Path, old: str, new: str, code: str) -> None:
    path = folder / EVENT / "event.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    _, problems = inspect(briefs=folder)
    assert code in {problem.code for problem in problems}
    for kind in ("docx", "pdf", "html"):
        with pytest.raises(BriefError) as raised:
            brief.generate(EVENT, formats=kind, briefs=folder)
        assert code in {problem.code for problem in raised.value.problems}


def test_an_earlier_as_of_date_takes_out_what_was_not_known(folder: Path) -> None:
    path = folder / EVENT / "event.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("sources: [N1, N2]", "sources: [N1]"), encoding="utf-8")
    early = brief.generate(EVENT, formats=("text",), as_of="2026-03-05", briefs=folder)
    late = brief.generate(EVENT, formats=("text",), briefs=folder)
    assert early.as_of == Day(2026, 3, 5)
    assert "Harbour" in words(late.document)
    assert "Harbour" not in words(early.document)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({}, "seoul-2023"),
        ({"language": "en", "as_of": "2026-11-21"}, "seoul-2023"),
        ({"language": "ko"}, "seoul-2023_ko"),
        ({"template": "one-page"}, "seoul-2023_one-page"),
        ({"template": "one-page", "language": "ko"}, "seoul-2023_one-page_ko"),
        ({"template": ROOT / "templates" / "report-ko"}, "seoul-2023_report-ko"),
    ],
)
def test_a_brief_is_named_after_its_event_another_template_and_another_language(
    asked: dict[str, Any], name: str
) -> None:
    assert brief.generate("seoul-2023", formats="text", briefs=ROOT / "briefs", **asked).name == name


def test_a_book_of_one_event_is_named_otherwise_than_its_brief() -> None:
    both = ["vilnius-2023", "seoul-2023"]
    for events, name in ((both[1:], "seoul-2023_book"), (both, "vilnius-2023+seoul-2023")):
        assert brief.generate_book(events, formats="text", briefs=ROOT / "briefs").name == name


def test_a_format_that_is_none_is_the_callers_mistake(folder: Path) -> None:
    with pytest.raises(ValueError, match="'odt' is no format"):
        brief.generate(EVENT, formats=("odt",), briefs=folder)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no format is named"):
        brief.generate(EVENT, formats=(), briefs=folder)


def test_a_folder_without_briefs_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BriefError, match="brief init DIR"):
        brief.generate(EVENT)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "text"])
def test_the_same_input_gives_the_same_bytes_in_any_zone_and_under_any_hash_seed(folder: Path, kind: str) -> None:
    program = (
        "import sys, hashlib, brief\n"
        f"made = brief.generate({EVENT!r}, formats=({kind!r},), briefs=sys.argv[1])\n"
        f"print(hashlib.sha256(made.documents[{kind!r}].content).hexdigest())"
    )
    digests = set()
    for zone, seed, locale in (("UTC", "0", "C.UTF-8"), ("Asia/Seoul", "1", "C"), ("America/Lima", "7", "C.UTF-8")):
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        done = subprocess.run([sys.executable, "-c", program, folder], env=environment, check=True, capture_output=True)
        digests.add(done.stdout)
    assert len(digests) == 1


def loaded(program: str) -> set[str]:
    """The modules that a program loads."""
    ask = f"{program}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["generate", "--help"]])
def test_help_and_list_load_neither_python_docx_nor_reportlab(arguments: list[str]) -> None:
    modules = loaded(f"from brief.cli import run; run({arguments!r})")
    assert not modules & {"docx", "reportlab", "markdown_it", "lxml", "fontTools"}


def test_importing_the_package_loads_nothing_more() -> None:
    assert {m for m in loaded("import brief") if m.startswith("brief.")} == set()


def test_a_text_brief_loads_neither_python_docx_nor_reportlab() -> None:
    modules = loaded("import brief; brief.generate('vilnius-2023', formats=('text',))")
    assert not modules & {"docx", "reportlab"}


def names_of(module: Any) -> Iterator[str]:
    yield from module.__all__


def test_every_public_name_is_there() -> None:
    for name in names_of(brief):
        assert getattr(brief, name)
        assert name in dir(brief)
    with pytest.raises(AttributeError, match="no attribute 'generat'"):
        getattr(brief, "generat")  # noqa: B009 - the look-up is what is tested


def test_an_option_is_set_from_python_by_its_value_as_by_words(folder: Path) -> None:
    by_words, by_value, unset = (
        brief.generate(EVENT, template="readout", settings=chosen, briefs=folder, formats="html").document
        for chosen in ({"notes": "yes"}, {"notes": True}, {"notes": False})
    )
    assert by_value == by_words
    assert by_value != unset
