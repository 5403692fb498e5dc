"""The path of somebody with a house style, as templates/README.md tells it: its commands and files, in its order."""

from __future__ import annotations

import re
import shlex
import shutil
import zipfile
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf

from brief.cli import run
from brief.make import generate
from brief.walk import words
from briefs_made import ROOT
from readers.docx_reader import read_docx
from readers.pdf_reader import read_pdf

if TYPE_CHECKING:
    import pytest

GUIDE = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
FILE = r"(?P<verb>Write|Add\s+to\s+the\s+end\s+of)\s`(?P<path>[^`\n]+)`:"
STEP = re.compile(rf"(?:{FILE}\n\n)?```(?P<kind>sh|toml|jinja|yaml)\n(?P<text>.*?)```", re.DOTALL)


def steps() -> list[re.Match[str]]:
    section = GUIDE.partition("## A brief of your own in five minutes\n")[2].partition("\n## ")[0]
    return list(STEP.finditer(section))


def take(step: re.Match[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what one block of the guide says."""
    if step["kind"] == "sh":
        for line in step["text"].splitlines():
            program, *arguments = shlex.split(line)
            if program == "cd":
                monkeypatch.chdir(arguments[0])
            elif program == "cp":
                shutil.copyfile(*arguments)
            else:
                assert program == "brief"
                assert run(arguments) == 0, line
        return
    path = Path(step["path"])
    before = "" if step["verb"] == "Write" else path.read_text(encoding="utf-8")
    path.write_text(before + step["text"], encoding="utf-8")


KINDS = ["sh", "sh", "toml", "toml", "toml", "jinja", "yaml", "jinja", "sh"]
GENERATE = ["generate", "--event", "first-meeting", "--template", "mine"]
WORDS = {4: ("In short", "Bottom line"), 5: ("Who said what", "Summary by topic"), 7: ("Next review January 2027", "")}
"""What a step brings into the brief, and what is no longer there, by its number."""


def read(kind: str) -> str:
    """The words of the brief of one's own."""
    content = Path(f"out/first-meeting_mine.{kind}").read_bytes()
    return " ".join(" ".join((read_pdf if kind == "pdf" else read_docx)(content).words).split())


def test_the_steps_lead_to_a_brief_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    every = steps()
    assert [step["kind"] for step in every] == KINDS
    assert all(step["path"] for step in every if step["kind"] != "sh")
    for step in every:
        take(step, monkeypatch)
    told = capsys.readouterr()
    assert "mine, in en, filled with first-meeting: 0 problems" in told.out
    assert "error" not in told.err
    for kind in ("pdf", "docx"):
        for new, old in WORDS.values():
            assert new in read(kind)
            assert not old or old not in read(kind)
    run(["template", "show", "mine"])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["colours.structure", '"#1f4f4a"', "templates/mine/style.toml:7"] in shown


def test_every_step_shows_as_soon_as_it_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    every = steps()
    take(every[0], monkeypatch)
    before = Path("out/first-meeting_mine.pdf").read_bytes()
    for number, step in enumerate(every[1:-1], start=1):
        new, old = WORDS.get(number, ("", ""))
        assert not new or new not in read("pdf")
        assert old in read("pdf")
        take(step, monkeypatch)
        assert run(GENERATE) == 0
        after = Path("out/first-meeting_mine.pdf").read_bytes()
        waits = number == 1 or step["kind"] == "yaml"  # for the file that is written next
        assert (after == before) == waits, number
        before = after
        assert waits or new in read("pdf")


def test_the_logo_of_the_guide_stands_at_the_head_of_every_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps()[:3]:
        take(step, monkeypatch)
    assert run([*GENERATE, "--format", "pdf,docx,html"]) == 0
    says = "Ministry of Foreign Affairs of Northland"
    first, *others = pypdf.PdfReader("out/first-meeting_mine.pdf").pages
    (image,) = first.images
    assert image.image is not None
    assert image.image.size == (560, 150)
    assert others
    assert not any(page.images for page in others)
    code = first.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    before = code[: code.index("/Logo Do")]
    assert before.rindex("/Artifact <</Type/Pagination/Subtype/Header>> BDC") > before.rfind("EMC")
    word = zipfile.ZipFile("out/first-meeting_mine.docx")
    logo = Path("templates/mine/logo.png").read_bytes()
    assert [word.read(name) for name in word.namelist() if name.startswith("word/media/")] == [logo]
    headers = [word.read(name).decode() for name in word.namelist() if name.startswith("word/header")]
    assert [f'descr="{says}"' in header for header in headers].count(True) == 1
    page = Path("out/first-meeting_mine.html").read_text(encoding="utf-8")
    assert f'<img src="data:image/png;base64,{b64encode(logo).decode()}" alt="{says}"' in page


def test_the_guide_names_every_template_and_every_block() -> None:
    homes = sorted(folder.name for folder in (ROOT / "templates").iterdir() if folder.is_dir())
    assert len(homes) >= 6
    assert all(f"| [{name}]({name}) |" in GUIDE for name in homes)
    brief = (ROOT / "templates" / "policy-brief" / "brief.md.j2").read_text(encoding="utf-8")
    blocks = re.findall(r"{% block (\w+) %}", brief)
    assert len(blocks) == 12
    assert all(f"`{name}`" in GUIDE for name in blocks)


def test_a_field_of_a_house_is_printed_as_it_stands_and_never_becomes_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps()[:-1]:
        if step["kind"] != "yaml":
            take(step, monkeypatch)
    event = Path("briefs/first-meeting/event.yaml")
    extra = "extra:\n  - {name: '**Review** {{ 7 * 7 }}: a', text: '[in](https://x.org) <b>2027</b>'}\n"
    event.write_text(event.read_text(encoding="utf-8") + extra, encoding="utf-8")
    made = generate("first-meeting", formats="text", template="mine")
    said = " ".join(" ".join(words(made.document)).split())
    assert "**Review** {{ 7 * 7 }}: a [in](https://x.org) <b>2027</b>" in said
