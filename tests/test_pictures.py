"""The pictures by which people choose a template: each folder has its own, of its first page, and nothing reads it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from brief.cli import run
from brief.style import read_style
from brief.template import check_template, find
from briefs_made import ROOT
from pictures import LOGO, PREVIEW_WIDTH, logo, pdf, preview, templates

MOST = 60_000
"""Bytes of a picture."""

FOLDERS = templates()


def test_every_template_that_comes_with_brief_has_one() -> None:
    assert [path.name for path in FOLDERS] == sorted(
        path.name for path in (ROOT / "templates").iterdir() if path.is_dir()
    )
    assert len(FOLDERS) >= 6


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_picture_is_small_and_has_the_proportions_of_its_page(folder: Path) -> None:
    template, _ = find(folder)
    assert template is not None
    style, _ = read_style(*template.folders)
    assert style is not None
    path = folder / "preview.png"
    assert path.stat().st_size <= MOST
    with Image.open(path, formats=("PNG",)) as picture:
        picture.load()
        assert picture.width == PREVIEW_WIDTH
        assert picture.height == pytest.approx(PREVIEW_WIDTH * style.page.height / style.page.width, abs=1)
        assert 8 < len(picture.convert("RGB").getcolors() or ()) <= 32  # neither blank nor a photograph


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_the_guide_shows_it(folder: Path) -> None:
    assert f"]({folder.name}/preview.png)" in (ROOT / "templates" / "README.md").read_text(encoding="utf-8")


def test_a_picture_is_made_of_the_first_page_and_twice_the_same() -> None:
    folder = ROOT / "templates" / "readout"
    before = preview(folder)
    pdf.cache_clear()
    assert preview(folder) == before
    assert preview(folder) != preview(ROOT / "templates" / "one-page")


def test_the_logo_of_the_sample_is_the_one_that_is_drawn() -> None:
    with Image.open(LOGO) as kept, Image.open(io.BytesIO(logo())) as drawn:
        assert kept.size == drawn.size
        difference = ImageChops.difference(kept.convert("L"), drawn.convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 2  # the machine's own rounding of edges


def test_a_picture_is_neither_copied_nor_inherited_nor_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["template", "new", "mine", "--from", "one-page"]) == 0
    mine = Path("templates/mine")
    assert not (mine / "preview.png").exists()
    (mine / "preview.png").write_bytes(b"no picture")
    template, problems = find("mine")
    assert template is not None
    assert (problems, check_template(template)) == ((), ())
    capsys.readouterr()
    for command in ("list", "show", "check"):
        assert run(["template", command, *(["mine"] if command != "list" else [])]) == 0
    assert "preview.png" not in capsys.readouterr().out
