from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.style import Style, banner, read_style
from letterheads import ministry, picture

if TYPE_CHECKING:
    from pathlib import Path

    from brief.problem import Problem

BANNER = '[logo]\nfile = "logo.png"\n'


def read(folder: Path, toml: str) -> tuple[Style | None, tuple[Problem, ...]]:
    (folder / "style.toml").write_text(toml, encoding="utf-8")
    return read_style(folder)


def style_of(folder: Path, toml: str) -> Style:
    style, problems = read(folder, toml)
    assert problems == ()
    assert style is not None
    return style


def only_problem(folder: Path, toml: str) -> Problem:
    style, (problem,) = read(folder, toml)
    assert style is None
    assert problem.place is not None
    return problem


def test_a_logo_has_the_width_that_is_said_and_the_height_of_its_picture(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture(size=(300, 120)))
    logo = style_of(tmp_path, f'{BANNER}width = 25.4\nposition = "right"\nalt = "Ministry"\n').letterhead.logo
    assert logo is not None
    assert logo.width == pytest.approx(72)
    assert logo.height == pytest.approx(28.8)
    assert (logo.kind, logo.position, logo.alt, logo.media_type) == ("png", "right", "Ministry", "image/png")


def test_a_logo_is_found_in_the_template_that_is_extended(tmp_path: Path) -> None:
    base, own = tmp_path / "base", tmp_path / "own"
    for folder in (base, own):
        folder.mkdir()
    (base / "logo.png").write_bytes(picture())
    (base / "style.toml").write_text(BANNER, encoding="utf-8")
    style, problems = read_style(own, base)
    assert problems == ()
    assert style is not None
    assert style.letterhead.logo is not None


def test_a_logo_whose_name_is_written_in_other_letters_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "Logo.PNG").write_bytes(picture())
    (tmp_path / "style.toml").write_text(BANNER, encoding="utf-8")
    if not (tmp_path / "logo.png").exists():  # as on a disk that tells small letters from capitals
        (problem,) = read_style(tmp_path)[1]
        assert (problem.code, problem.hint) == ("no-file", "did you mean 'Logo.PNG'?")


@pytest.mark.parametrize(
    ("toml", "code", "said"),
    [
        ('[logo]\nfile = "../logo.png"\n', "outside-folder", "outside the template's folder"),
        ('[logo]\nfile = "/etc/passwd"\n', "outside-folder", "outside the template's folder"),
        ('[logo]\nfile = "none.png"\n', "no-file", "there is no file none.png"),
        ('[logo]\nfile = "style.toml"\n', "logo", "no whole PNG or JPEG"),
        ("[logo]\nwidth = 40\n", "missing-key", "'file' is missing"),
        ('[logo]\nfil = "logo.png"\nfile = "logo.png"\n', "unknown-key", "unknown key 'fil'"),
        (f"{BANNER}width = 180\n", "range", "wider than the text"),
        ('[banner]\nhead = "one line"\n', "type", "no list of lines"),
        ("[banner]\nhead = [1]\n", "type", "no list of lines"),
        ('[banner]\nfoot = ["a\\nb"]\n', "type", "no list of lines"),
        (f"[banner]\nhead = {['x'] * 7}\n", "range", "too long"),
        (f'[banner]\nhead = ["{"x" * 161}"]\n', "range", "too long"),
        ('[banner]\nalign = "center"\n', "choice", "cannot be 'center'"),
        ('[banner]\nlater_head = "one line"\n', "type", "'later_head' is no list of lines"),
        (f"[banner]\nlater_foot = {['x'] * 7}\n", "range", "'later_foot' is too long"),
        ('[docx]\nbase = "../base.docx"\n', "outside-folder", "outside"),
        ('[docx]\nbase = "style.toml"\n', "base", "no Word document"),
        ('[docx]\nserif = "Cambria"\nembed_faces = true\n', "font", "names a family without files"),
    ],
)
def test_a_fault_is_told_at_its_line(tmp_path: Path, toml: str, code: str, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    problem = only_problem(tmp_path, toml)
    assert (problem.code, problem.severity) == (code, "error")
    assert said in problem.message


def test_a_letterhead_that_is_too_high_is_told_with_what_makes_it_so(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    of_logo = only_problem(tmp_path, f"{BANNER}width = 150\n[page]\nheight = 130\n")
    of_words = only_problem(tmp_path, f"[banner]\nhead = {['x'] * 6}\n[text.running]\nleading = 90\n")
    assert (of_logo.message, of_logo.hint) == (of_words.message, "make the logo narrower")
    assert of_words.hint == "take lines out, or set them closer"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (folder / "logo.png").symlink_to(tmp_path / "secret.png")
    assert only_problem(folder, BANNER).code == "outside-folder"


def test_a_picture_of_too_many_pixels_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logo.png").write_bytes(picture(size=(300, 120)))
    monkeypatch.setattr(banner, "MOST_PIXELS", 300 * 120 - 1)
    assert "300 by 120 pixels" in only_problem(tmp_path, BANNER).message


def test_a_torn_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture()[:200])
    assert only_problem(tmp_path, BANNER).code == "logo"


def test_text_gives_way_to_a_letterhead_on_every_page_and_to_words_at_the_foot(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    plain = style_of(tmp_path, "")
    first = style_of(tmp_path, f"{BANNER}width = 80\n")
    every = style_of(tmp_path, f'{BANNER}width = 80\n[banner]\npages = "every"\nfoot = ["a", "b", "c", "d"]\n')
    assert first.page == plain.page
    assert every.page.top == every.letterhead.top > plain.page.top
    assert every.page.bottom == every.letterhead.bottom > plain.page.bottom


def test_later_pages_have_words_of_their_own_where_the_style_says_so_even_none(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    words = 'head = ["Ministry"]\nfoot = ["Street"]\nalign = "right"\n'
    plain = style_of(tmp_path, f"{BANNER}[banner]\n{words}").letterhead
    assert (plain.later.logo, plain.later.head, plain.later.foot) == (None, (), ("Street",))
    own = style_of(tmp_path, f'{BANNER}[banner]\n{words}later_head = ["Continued"]\nlater_foot = []\n').letterhead
    assert (own.later.logo, own.later.head, own.later.foot) == (None, ("Continued",), ())
    assert (own.later.align, own.head, own.foot) == ("right", ("Ministry",), ("Street",))
    every = f'{BANNER}[banner]\n{words}pages = "every"\nlater_head = ["Continued"]\nlater_align = "left"\n'
    both = style_of(tmp_path, every).letterhead
    assert (both.later.logo, both.later.head, both.later.align) == (both.logo, ("Continued",), "left")


def test_text_gives_way_to_words_of_later_pages(tmp_path: Path) -> None:
    lines = '["a", "b", "c", "d"]'
    later = style_of(tmp_path, f"[banner]\nlater_head = {lines}\nlater_foot = {lines}\n")
    assert later.page.top == later.letterhead.later.top > style_of(tmp_path, "").page.top
    assert later.page.bottom == later.letterhead.later.bottom > style_of(tmp_path, "").page.bottom


def test_words_stand_beside_a_logo_on_another_side_unless_the_style_says_below(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    banner = f'{BANNER}[banner]\nhead = ["Ministry"]\nalign = "right"\n'
    beside = style_of(tmp_path, banner).letterhead
    below = style_of(tmp_path, f"{banner}beside = false\n").letterhead
    assert beside.logo is not None
    assert beside.height == pytest.approx(beside.logo.height)
    assert below.height > beside.height


def test_a_base_whose_parts_are_damaged_is_told(tmp_path: Path) -> None:
    broken = ministry()
    (tmp_path / "base.docx").write_bytes(broken[: len(broken) // 2])
    assert only_problem(tmp_path, '[docx]\nbase = "base.docx"\n').code == "base"


def test_word_may_call_the_families_otherwise(tmp_path: Path) -> None:
    style = style_of(tmp_path, '[docx]\nserif = "Cambria"\n')
    assert (style.serif.name, style.serif.substitutes[0]) == ("Cambria", "Source Serif Pro")
    assert style.serif.regular.name == "SourceSerifPro-Regular"
