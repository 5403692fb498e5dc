"""The path of somebody with a house style, as templates/README.md tells it: its commands and files, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from brief.cli import run
from brief.make import generate
from brief.walk import words
from briefs_made import ROOT
from readers.docx_reader import read_docx
from readers.pdf_reader import read_pdf

if TYPE_CHECKING:
    import pytest

GUIDE = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
FILE = r"(?P<verb>Write|Add\s+to\s+the\s+end\s+of) `(?P<path>[^`\n]+)`:"
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
            else:
                assert program == "brief"
                assert run(arguments) == 0, line
        return
    path = Path(step["path"])
    before = path.read_text(encoding="utf-8") if step["verb"] != "Write" else ""
    path.write_text(before + step["text"], encoding="utf-8")


def test_the_steps_lead_to_a_brief_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    every = steps()
    assert [step["kind"] for step in every] == ["sh", "toml", "toml", "jinja", "yaml", "sh"]
    assert all(step["path"] for step in every if step["kind"] != "sh")
    for step in every:
        take(step, monkeypatch)
    told = capsys.readouterr()
    assert "mine, in en, filled with first-meeting: 0 problems" in told.out
    assert "error" not in told.err
    for said in (
        " ".join(read_pdf(Path("out/first-meeting.pdf").read_bytes()).words),
        " ".join(read_docx(Path("out/first-meeting.docx").read_bytes()).words),
    ):
        assert "In short" in said
        assert "Bottom line" not in said
        assert "Who said what" in said
        assert "Summary by topic" not in said
        assert "Next review January" in " ".join(said.split())
    run(["template", "show", "mine"])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["colours.structure", '"#7a1f3d"', "templates/mine/style.toml:2"] in shown


def test_the_guide_names_every_template_and_every_block() -> None:
    homes = sorted(folder.name for folder in (ROOT / "templates").iterdir() if folder.is_dir())
    assert all(f"| [{name}]({name}) |" in GUIDE for name in homes)
    brief = (ROOT / "templates" / "policy-brief" / "brief.md.j2").read_text(encoding="utf-8")
    blocks = re.findall(r"{% block (\w+) %}", brief)
    assert len(blocks) == 12
    assert all(f"`{name}`" in GUIDE for name in blocks)


def test_a_field_of_a_house_is_printed_as_it_stands_and_never_becomes_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps()[:4]:
        take(step, monkeypatch)
    event = Path("briefs/first-meeting/event.yaml")
    extra = "extra:\n  - {name: '**Review** {{ 7 * 7 }}: a', text: '[in](https://x.org) <b>2027</b>'}\n"
    event.write_text(event.read_text(encoding="utf-8") + extra, encoding="utf-8")
    made = generate("first-meeting", formats="text", template="mine")
    said = " ".join(" ".join(words(made.document)).split())
    assert "**Review** {{ 7 * 7 }}: a [in](https://x.org) <b>2027</b>" in said
