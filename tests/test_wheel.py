"""What is installed works by itself, in any folder: the wheel, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_template_the_sample_and_the_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("_templates/policy-brief/brief.md.j2", "_templates/policy-brief/style.toml", "py.typed",
                 "_templates/policy-brief/markings.toml", "_templates/policy-brief/markings.example.toml",
                 "_templates/policy-brief/labels/en.toml", "_templates/one-page/brief.md.j2",
                 "_templates/report-ko/preview.png", "sample/first-meeting/event.yaml", "sample/logo.png",
                 "preview/page/preview.html", "preview/page/preview.js", "preview/page/preview.css",
                 "preview/page/sheet.css"):  # fmt: skip
        assert f"brief/{name}" in names


def test_the_wheel_carries_every_file_of_the_package_and_of_the_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, home in (("src/brief", "brief"), ("templates", "brief/_templates")):
        files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert {f"{home}/{file.as_posix()}" for file in files if "__pycache__" not in file.parts} <= names


def test_the_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, desk = tmp_path / "site", tmp_path / "desk"
    zipfile.ZipFile(wheel).extractall(site)
    environment = os.environ | {"PYTHONPATH": str(site)}

    def brief(*arguments: str, cwd: Path) -> str:
        program = "import sys, brief; from brief.cli import run; print(brief.__file__); sys.exit(run(sys.argv[1:]))"
        command = [sys.executable, "-c", program, *arguments]
        done = subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True)
        first, _, rest = done.stdout.partition("\n")
        assert first.startswith(str(site))
        return rest

    brief("init", "desk", cwd=tmp_path)
    assert "policy-brief" in brief("list", cwd=desk)
    told = brief("generate", "--event", "first-meeting", "--format", "docx,pdf,html,text", cwd=desk)
    assert len(told.splitlines()) == 4
    assert (desk / "out" / "first-meeting.pdf").read_bytes().startswith(b"%PDF-1.7")
