from __future__ import annotations

import dataclasses
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.style import Style, read_style
from brief.style.contrast import contrast
from brief.style.faces import FAMILIES, packaged_family

if TYPE_CHECKING:
    from brief.problem import Problem

POLICY_BRIEF = Path(__file__).parents[2] / "templates" / "policy-brief"
MOVED = "each is a [[marking]] of markings.toml, beside this file"
OWN_FAMILY = """\
[faces.serif]
name = "House Serif"
regular = "a.ttf"
italic = "b.ttf"
bold = "c.ttf"
bold_italic = "d.ttf"
"""

TOML = 'a line looks like: name = "words"; the name of a table stands in [ ]'


def read(folder: Path, text: str) -> tuple[Style | None, tuple[Problem, ...]]:
    (folder / "style.toml").write_text(text, encoding="utf-8")
    return read_style(folder)


def style_of(folder: Path, text: str) -> Style:
    style, problems = read(folder, text)
    assert style is not None, problems
    return style


def only_problem(folder: Path, text: str) -> Problem:
    _, problems = read(folder, text)
    assert len(problems) == 1, problems
    return problems[0]


def font(name: str = "Regular") -> Path:
    spec = pytest.importorskip("font_source_sans_pro")
    return Path(spec.font_directory) / f"SourceSansPro-{name}.ttf"


# ---- the house's look


def test_the_house_style_is_read_without_a_problem() -> None:
    style, problems = read_style(POLICY_BRIEF)
    assert style is not None
    assert problems == ()


def test_the_house_style_says_what_holds_without_it(tmp_path: Path) -> None:
    assert read_style(POLICY_BRIEF)[0] == read_style(tmp_path)[0] == style_of(tmp_path, "")


def test_the_house_style_names_every_kind_of_text_and_every_colour() -> None:
    written = (POLICY_BRIEF / "style.toml").read_text(encoding="utf-8")
    style, _ = read_style(POLICY_BRIEF)
    assert style is not None
    assert all(f"[text.{field.name}]" in written for field in dataclasses.fields(style.texts))
    assert all(f"\n{field.name} = " in written for field in dataclasses.fields(style.colours))


def test_millimetres_become_points(tmp_path: Path) -> None:
    page = style_of(tmp_path, "[page]\nleft = 25.4\n").page
    assert page.left == pytest.approx(72)
    assert page.width == pytest.approx(595.28, abs=0.01)
    assert page.measure == pytest.approx(page.width - 72 - page.right)


def test_a_key_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    house, changed = style_of(tmp_path, ""), style_of(tmp_path, "[text.body]\nsize = 11\n")
    assert changed.texts.body == dataclasses.replace(house.texts.body, size=11)
    assert dataclasses.replace(changed, texts=house.texts) == house
    assert dataclasses.replace(changed.texts, body=house.texts.body) == house.texts


def test_paragraphs_are_numbered_where_the_style_says_so(tmp_path: Path) -> None:
    house, changed = style_of(tmp_path, ""), style_of(tmp_path, "[numbering]\nparagraphs = true\n")
    assert not house.numbered_paragraphs
    assert changed == dataclasses.replace(house, numbered_paragraphs=True)


def test_sections_and_lists_bear_the_marks_that_the_style_names(tmp_path: Path) -> None:
    house = style_of(tmp_path, "")
    changed = style_of(tmp_path, '[numbering]\nsections = "□"\n[lists]\nmarks = ["○", "-"]\n')
    assert changed == dataclasses.replace(house, section_mark="□", list_marks=("○", "-"))
    assert [house.list_mark(depth) for depth in range(3)] == ["•", "–", "–"]  # noqa: RUF001 - the dash of deeper items
    assert [changed.list_mark(depth) for depth in range(3)] == ["○", "-", "-"]


# ---- faces


def test_faces_bear_their_postscript_names_and_the_semibold_is_bold(tmp_path: Path) -> None:
    style = style_of(tmp_path, "")
    names = [face.name for face in (style.serif.regular, style.serif.italic, style.sans.bold, style.sans.bold_italic)]
    assert names == [
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
        "SourceSansPro-Semibold",
        "SourceSansPro-SemiboldIt",
    ]
    assert [(face.name, face.outlines) for face in style.fallbacks] == [("NotoSansKR-Regular", "cff")]


def test_a_face_is_the_whole_file(tmp_path: Path) -> None:
    assert style_of(tmp_path, "").sans.regular.content == font().read_bytes()


def test_either_family_may_serve_in_either_role(tmp_path: Path) -> None:
    assert style_of(tmp_path, '[faces]\nserif = "Source Sans Pro"\n').serif == packaged_family("Source Sans Pro")


def test_font_packages_are_found_without_being_imported() -> None:
    code = (
        "import sys; from pathlib import Path; from brief.style import read_style; assert read_style(Path())[0];"
        "assert not [m for m in sys.modules if m.startswith(('font_source', 'pylopdf'))]"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=POLICY_BRIEF, env=environment)


def test_a_family_of_the_templates_own_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for file, name in zip("abcd", ("Regular", "It", "Bold", "BoldIt"), strict=True):
        shutil.copy(font(name), tmp_path / "fonts" / f"{file}.ttf")
    family = style_of(tmp_path, f'{OWN_FAMILY}substitutes = ["Cambria"]\ngeneric = "swiss"\n').serif
    assert (family.name, family.substitutes, family.generic) == ("House Serif", ("Cambria",), "swiss")
    assert [family.regular.name, family.italic.name] == ["SourceSansPro-Regular", "SourceSansPro-It"]
    assert family.bold.content == font("Bold").read_bytes()


def test_a_fallback_may_be_a_file_of_the_template_or_several(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(font(), tmp_path / "fonts" / "more.ttf")
    fallbacks = style_of(tmp_path, '[faces]\nfallback = ["more.ttf", "Noto Sans KR"]\n').fallbacks
    assert [(face.name, face.outlines) for face in fallbacks] == [
        ("SourceSansPro-Regular", "truetype"),
        ("NotoSansKR-Regular", "cff"),
    ]


@pytest.mark.parametrize("name", ["../out.ttf", "/etc/out.ttf", "a/../../../out.ttf", "link.ttf"])
def test_a_font_never_lies_outside_the_template(tmp_path: Path, name: str) -> None:
    shutil.copy(font(), tmp_path / "out.ttf")
    folder = tmp_path / "template"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "link.ttf").symlink_to(tmp_path / "out.ttf")
    problem = only_problem(folder, f'[faces]\nfallback = "{name}"\n')
    assert problem.code == "font"
    assert "outside the template's folder" in problem.message


def test_a_folder_of_fonts_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    shutil.copy(font(), tmp_path / "out.ttf")
    folder = tmp_path / "template"
    folder.mkdir()
    (folder / "fonts").symlink_to(tmp_path)
    assert "outside the template's folder" in only_problem(folder, '[faces]\nfallback = "out.ttf"\n').message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no TrueType or OpenType font"),
        (b"<html>", "is no TrueType or OpenType font"),
        (b"ttcf" + bytes(20), "is no TrueType or OpenType font"),
        (b"\0\1\0\0" + struct.pack(">H", 9), "is no whole font"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_font_is_reported(tmp_path: Path, content: bytes | None, said: str) -> None:
    (tmp_path / "fonts").mkdir()
    if content is not None:
        (tmp_path / "fonts" / "x.ttf").write_bytes(content)
    problem = only_problem(tmp_path, '[faces]\nfallback = "x.ttf"\n')
    assert problem.message.startswith("x.ttf")
    assert said in problem.message
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_family_without_its_four_faces_says_which_it_lacks(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, '\n[faces.sans]\nname = "House Sans"\nregular = "a.ttf"\nbold = "a.ttf"\n')
    assert problem.message == "'sans' lacks italic, bold_italic"
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_family_nobody_knows_is_reported_with_the_nearest(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, '[faces]\nserif = "Source Serif"\n')
    assert problem.hint == "did you mean 'Source Serif Pro'?"
    assert len(FAMILIES) == 2


# ---- embedding


def with_fs_type(content: bytes, usage: int) -> bytes:
    """The font with other licence bits (OpenType 1.9, table OS/2)."""
    (tables,) = struct.unpack_from(">H", content, 4)
    for place in range(12, 12 + 16 * tables, 16):
        tag, _, start, _ = struct.unpack_from(">4sLLL", content, place)
        if tag == b"OS/2":
            return content[: start + 8] + struct.pack(">H", usage) + content[start + 10 :]
    raise AssertionError


def test_faces_are_embedded_where_the_style_says_so_and_not_otherwise(tmp_path: Path) -> None:
    assert not style_of(tmp_path, "").embed_faces
    assert style_of(tmp_path, "[docx]\nembed_faces = true\n").embed_faces


@pytest.mark.parametrize("usage", [0x0000, 0x0008, 0x000C, 0x0108])
def test_a_face_that_may_be_embedded_for_editing_is_no_problem(tmp_path: Path, usage: int) -> None:
    assert problems_of_embedding(tmp_path, with_fs_type(font().read_bytes(), usage)) == []


@pytest.mark.parametrize("usage", [0x0002, 0x0004, 0x0200, 0x0208])
def test_a_face_whose_licence_forbids_embedding_is_told_and_none_is_embedded(tmp_path: Path, usage: int) -> None:
    (problem,) = problems_of_embedding(tmp_path, with_fs_type(font().read_bytes(), usage))
    said = f"SourceSansPro-Regular cannot be embedded: its licence forbids it (fsType {usage:#06x})"
    assert (problem.code, problem.severity, problem.message) == ("font", "error", said)
    assert problem.place is not None
    assert problem.place.line == 8


def test_a_face_with_postscript_outlines_is_told(tmp_path: Path) -> None:
    spec = pytest.importorskip("pylopdf_fonts_ko")
    cff = (Path(spec.__file__).parent / "NotoSansKR-Regular.otf").read_bytes()
    (problem,) = problems_of_embedding(tmp_path, cff)
    assert problem.message.endswith("it has PostScript outlines, which Word does not load from a document")


def problems_of_embedding(folder: Path, content: bytes) -> list[Problem]:
    """What is said of a family whose regular face is this, its others as they come."""
    (folder / "fonts").mkdir()
    (folder / "fonts" / "a.ttf").write_bytes(content)
    for name in ("b", "c", "d"):
        shutil.copy(font("It"), folder / "fonts" / f"{name}.ttf")
    style, problems = read(folder, OWN_FAMILY + "[docx]\nembed_faces = true\n")
    assert (style is None) == bool(problems)
    return list(problems)


# ---- faults


@pytest.mark.parametrize(
    ("text", "line", "code", "hint"),
    [
        ("[txt.body]\n", 1, "unknown-key", "did you mean 'text'?"),
        ("[text.bdy]\nsize = 9\n", 1, "unknown-key", "did you mean 'body'?"),
        ("# look\n[text.body]\nbold = true\nsise = 9\n", 4, "unknown-key", "did you mean 'size'?"),
        ("[page]\nleft = 20\nzzz = 1\n", 3, "unknown-key", "known are width, height, left, right, top, bottom"),
        ("[faces]\nserrif = 'x'\n", 2, "unknown-key", "did you mean 'serif'?"),
        ("[colours]\nlnk = '#000000'\n", 2, "unknown-key", "did you mean 'link'?"),
        (
            "[marking.'TLP:RED']\nfill = '#000000'\n",
            1,
            "moved",
            MOVED,
        ),
        ("[text.body]\nsize = '11'\n", 2, "type", "a number from 4 to 144, without quotes"),
        ("[text.body]\nsize = true\n", 2, "type", "a number from 4 to 144, without quotes"),
        ("[text.body]\nsize = nan\n", 2, "range", "from 4 to 144"),
        ("[text.body]\nsize = 0\n", 2, "range", "from 4 to 144"),
        ("[text.body]\nbold = 1\n", 2, "type", "write true or false, without quotes"),
        ("[text.body]\nfamily = 'mono'\n", 2, "choice", "one of serif, sans"),
        ("[text.body]\n\nleading = 9\n", 3, "range", "write a larger leading for [text.body]"),
        ("[text]\nbody = 9\n", 2, "type", "write [text.body]"),
        ("page = 'A4'\n", 1, "type", "write [page]"),
        ("[page]\nleft = 100\nright = 100\n", 1, "range", "60 mm at least for the text"),
        ("[colours]\n\nlink = 'navy'\n", 3, "colour", 'write "#rrggbb", such as "#1b365d"'),
        ("[colours]\nlink = '#12345'\n", 2, "colour", 'write "#rrggbb", such as "#1b365d"'),
        ("[colours]\nlink = 123456\n", 2, "colour", 'write "#rrggbb", such as "#1b365d"'),
        ("[docx]\nembed = true\n", 2, "unknown-key", "did you mean 'embed_faces'?"),
        ("[docx]\nembed_faces = 1\n", 2, "type", "write true or false, without quotes"),
        ("[faces]\neast_asian = ''\n", 2, "type", "write it in quotes"),
        ("[text]\nbody = { size = 11, sise = 9 }\n", 2, "unknown-key", "did you mean 'size'?"),
        ("[numbering]\nparagraph = true\n", 2, "unknown-key", "did you mean 'paragraphs'?"),
        ("[numbering]\nsections = 1\n", 2, "type", "write it in quotes"),
        ('[lists]\nmark = ["○"]\n', 2, "unknown-key", "did you mean 'marks'?"),
        ('[lists]\nmarks = "○"\n', 2, "type", 'write the sign of each depth: ["○", "-"]'),
        ("[lists]\nmarks = []\n", 2, "type", 'write the sign of each depth: ["○", "-"]'),
        ('[lists]\nmarks = ["○", ""]\n', 2, "type", 'write the sign of each depth: ["○", "-"]'),
        ("[numbering]\nparagraphs = 1\n", 2, "type", "write true or false, without quotes"),
        ("[page]\nleft = 14\n[numbering]\nparagraphs = true\n", 4, "range", "make it 15 mm at least"),
        ("text.body.sise = 9\n", 1, "unknown-key", "did you mean 'size'?"),
        ("[text.body]\nsize 11\n", 2, "toml", TOML),
        ("[text.body]\nsize = 1\nsize = 2\n", 3, "toml", "keep one of them"),
        ("[text.body\n", 1, "toml", TOML),
    ],
)
def test_a_fault_is_reported_with_its_line_and_what_to_do(
    tmp_path: Path, text: str, line: int, code: str, hint: str
) -> None:
    problem = only_problem(tmp_path, text)
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.hint, problem.severity) == (code, line, hint, "error")
    assert problem.place.file.endswith("style.toml")


def test_a_style_with_errors_is_no_style(tmp_path: Path) -> None:
    assert read(tmp_path, "[text.body]\nsise = 9\n")[0] is None


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "[page]\nlef = 1\n[text.body]\nsize = 'x'\ncolour = 'red'\n[faces]\nsans = 'Arial'\n")
    assert [problem.code for problem in problems] == ["unknown-key", "type", "colour", "choice"]


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "[" * 3000])
def test_a_monstrous_file_is_reported(tmp_path: Path, text: str) -> None:
    assert only_problem(tmp_path, text).code == "toml"


@pytest.mark.parametrize("size", ["9" * 400, "-inf", "inf"])
def test_a_monstrous_number_is_reported(tmp_path: Path, size: str) -> None:
    assert only_problem(tmp_path, f"[text.body]\nsize = {size}\n").code == "range"


def test_a_file_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_bytes(b"[page]\n# \xff\n")
    style, problems = read_style(tmp_path)
    assert style is None
    assert [(problem.code, problem.message) for problem in problems] == [
        ("encoding", "this file is not UTF-8: byte 0xff")
    ]


# ---- contrast


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[text.small]\ncolour = '#9aa5b1'\n", 2, "#9aa5b1 on white has a contrast of 2.50 : 1"),
        ("[colours]\nlink = '#777777'\n", 2, "#777777 on white has a contrast of 4.48 : 1"),
        ("[text.callout_title]\ncolour = '#707780'\n", 2, "#707780 on the tint has a contrast of 4.03 : 1"),
        ("[colours]\nstructure = '#eeeeee'\n", 2, "#eeeeee on white has a contrast of 1.16 : 1"),
        ("[colours]\nstructure = '#707780'\n", 2, "#707780 on the tint has a contrast of 4.03 : 1"),
        ("[colours]\nlink = '#707780'\n", 2, "#707780 on the tint has a contrast of 4.03 : 1"),
        ("[colours]\nopen = '#cccccc'\n", 2, "#cccccc on white has a contrast of 1.61 : 1"),
    ],
)
def test_text_that_is_hard_to_read_is_a_warning(tmp_path: Path, text: str, line: int, said: str) -> None:
    style, problems = read(tmp_path, text)
    assert style is not None
    assert [(p.code, p.severity, p.message) for p in problems] == [("contrast", "warning", said)]
    assert problems[0].place is not None
    assert problems[0].place.line == line


def test_a_tint_of_ones_own_is_told_at_its_own_line_whatever_letters_it_lies_behind(tmp_path: Path) -> None:
    base, own = tmp_path / "base", tmp_path / "own"
    for folder, text in ((base, "[text.body]\ncolour = '#222222'\n"), (own, "\n[colours]\ntint = '#555555'\n")):
        folder.mkdir()
        (folder / "style.toml").write_text(text, encoding="utf-8")
    problems = read_style(own, base)[1]
    assert [problem.message.split()[0] for problem in problems] == ["#222222", "#1b365d", "#1b365d", "#1b365d"]
    places = {(problem.place.file, problem.place.line) for problem in problems if problem.place}
    assert places == {(f"{own.as_posix()}/style.toml", 3)}


def test_letters_of_ones_own_too_large_for_the_lines_of_the_base_are_told_at_ones_own_line(tmp_path: Path) -> None:
    base, own = tmp_path / "base", tmp_path / "own"
    for folder, text in ((base, "[text.body]\nleading = 16\n"), (own, "\n[text.body]\nsize = 18\n")):
        folder.mkdir()
        (folder / "style.toml").write_text(text, encoding="utf-8")
    (problem,) = read_style(own, base)[1]
    assert problem.message == "lines 16 points apart, letters of 18"
    assert problem.place
    assert (problem.place.file, problem.place.line) == (f"{own.as_posix()}/style.toml", 3)


def test_a_family_that_does_not_come_with_brief_is_told_with_how_it_is_added(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, '[faces]\nserif = "Garamond"\n')
    assert problem.code == "choice"
    assert problem.hint.startswith(
        "Source Serif Pro and Source Sans Pro come with brief; for another, put its four files"
    )
    assert "[faces.serif]" in problem.hint
    assert problem.hint.endswith('for the Word document alone, write serif = "Garamond" under [docx]')
    assert only_problem(tmp_path, '[faces]\nserif = "Source Serif"\n').hint == "did you mean 'Source Serif Pro'?"


def test_a_font_of_another_name_is_told_with_the_one_there_is(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "house.ttf").write_bytes(b"")
    problem = only_problem(tmp_path, '[faces]\nfallback = "House.TTF"\n')
    if not (tmp_path / "fonts" / "House.TTF").exists():
        assert (
            problem.message
            == "House.TTF cannot be read: there is none in the folder 'fonts'; did you mean 'house.ttf'?"
        )


def test_contrast_is_reckoned_as_the_standard_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#1b365d", "#1b365d") == 1


# ---- a style over another --------------------------------------------------------------------------------------------


def layered(tmp_path: Path, own: str, base: str) -> tuple[Style | None, tuple[Problem, ...]]:
    """The look of a template that extends another."""
    for name, text in (("own", own), ("base", base)):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "style.toml").write_text(text, encoding="utf-8")
    return read_style(tmp_path / "own", tmp_path / "base")


def test_one_value_is_changed_and_the_others_are_those_of_the_base(tmp_path: Path) -> None:
    base = '[page]\nleft = 20\nright = 25\n[colours]\nstructure = "#112233"\n[text.body]\nsize = 11\n'
    style, problems = layered(tmp_path, "[page]\nleft = 40\n[text.body]\nleading = 18\n", base)
    assert style is not None
    assert problems == ()
    assert style.page.left == pytest.approx(40 * 72 / 25.4)
    assert style.page.right == pytest.approx(25 * 72 / 25.4)
    assert style.colours.structure == "#112233"
    assert (style.texts.body.size, style.texts.body.leading) == (11, 18)


def test_a_fault_is_told_in_the_file_that_has_it(tmp_path: Path) -> None:
    _, problems = layered(tmp_path, '[page]\n\nleft = "wide"\n', '[colours]\n\n\nlink = "blue"\nlnk = 1\n')
    told = [(Path(str(p.place.file)).parent.name, p.place.line) for p in problems if p.place]
    assert sorted(told) == [("base", 4), ("base", 5), ("own", 3)]


def test_a_fault_of_the_base_that_is_overridden_is_no_fault(tmp_path: Path) -> None:
    style, problems = layered(tmp_path, '[colours]\nlink = "#123456"\n', '[colours]\nlink = "blue"\n')
    assert style is not None
    assert problems == ()


def test_a_base_that_is_no_toml_is_told(tmp_path: Path) -> None:
    style, (problem,) = layered(tmp_path, "", "[page\n")
    assert style is None
    assert problem.place is not None
    assert Path(problem.place.file).parent.name == "base"
