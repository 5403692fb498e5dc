"""Attacks by the files of a template's folder: names that lead out of it, files that never end, pictures and fonts."""

from __future__ import annotations

import io
import os
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from brief.files import inside
from brief.make.desk import Look
from brief.render import render
from brief.style import Letterhead, Logo, PictureError, measured, read_style
from brief.style.faces import FontError, own_face
from brief.toml import LARGEST_TOML, LONGEST_LINE, toml_of
from letterheads import picture
from styles import sample_style
from trees import every_node

if TYPE_CHECKING:
    from brief.problem import Problem

OUT = (
    *("../secret", "a/../../secret", "/etc/passwd", "//etc/passwd", "\\\\host\\share\\x", "//host/share/x", "C:/x"),
    *("C:\\x", "c:x", "\\x", "\\\\?\\C:\\x", "\\\\.\\pipe\\x", "a\0b", "link", "round", "folder/secret"),
    *("x" * 256, "é" * 128, "x/" + "y" * 300),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A template's folder with links out of it, and one that leads to itself."""
    home = tmp_path / "house"
    (home / "fonts").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"secret")
    (home / "link").symlink_to(tmp_path / "secret")
    (home / "folder").symlink_to(tmp_path, target_is_directory=True)
    (home / "round").symlink_to(home / "round")
    (home / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    return home


def only(folder: Path, toml: str) -> Problem:
    (folder / "style.toml").write_text(toml, encoding="utf-8")
    style, (problem,) = read_style(folder)
    assert style is None
    assert problem.place
    return problem


# ---- names


@pytest.mark.parametrize("name", OUT)
def test_a_name_that_leads_out_of_a_folder_or_nowhere_is_no_file_of_it(folder: Path, name: str) -> None:
    assert inside(folder, name) is None


@pytest.mark.parametrize("name", ["a", "a/b", "a.b", "fonts/../a", "http://x", "~/a", "한국어", "é" * 127, ":x"])
def test_any_other_name_is(folder: Path, name: str) -> None:
    assert inside(folder, name) == folder.resolve() / Path(os.path.normpath(name))


@pytest.mark.parametrize("name", [name for name in OUT if name.isprintable()])
@pytest.mark.parametrize(("table", "key"), [("logo", "file"), ("docx", "base")])
def test_a_picture_or_a_base_out_of_the_folder_is_told_at_its_line(
    folder: Path, table: str, key: str, name: str
) -> None:
    problem = only(folder, f"[{table}]\n{key} = '{name}'\n")
    assert problem.code == "outside-folder"
    assert problem.place
    assert problem.place.line == 2


@pytest.mark.parametrize("name", OUT)
def test_and_so_is_a_font(folder: Path, name: str) -> None:
    shown = name.replace("\\", "\\\\").replace("\0", "\\u0000")
    problem = only(folder, f'[faces]\nfallback = ["../{shown}.ttf"]\n')
    assert problem.code in ("font", "choice")
    assert "\0" not in problem.message


@pytest.mark.parametrize("name", ["style.toml", "markings.toml", "template.toml", "labels/en.toml"])
def test_no_file_of_a_template_is_read_through_a_link_out_of_its_folder(folder: Path, name: str) -> None:
    (folder.parent / "elsewhere.toml").write_text('secret = "word"\nextends = "policy-brief"\n', encoding="utf-8")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(folder.parent / "elsewhere.toml")
    look = Look.of(folder)
    problems = (*look.problems, *look.faults("en"))
    assert "outside-folder" in {problem.code for problem in problems}
    assert "word" not in str([problem.message for problem in problems])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_font_that_is_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "fonts" / "x.ttf")
    assert "is no file" in only(folder, '[faces]\nfallback = ["x.ttf"]\n').message


# ---- TOML that never ends


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * 5000) + " = 1",
        "[" + ".".join("a" * 5000) + "]",
        ".".join(['"\u2028"'] * 5000) + " = 1",
        "width = 0x" + "f" * 5000,
        "width = " + "9" * 5000,
    ],
)
def test_a_line_that_would_take_too_long_is_refused_unread(folder: Path, text: str) -> None:
    with pytest.raises(ValueError, match=rf"longer than {LONGEST_LINE} characters \(at line 2, column 1\)"):
        toml_of(f"\n{text}\n")
    for file in ("style.toml", "template.toml"):
        (folder / file).write_text(f"\n{text}\n", encoding="utf-8")
    assert [(p.code, p.place and p.place.line) for p in Look.of(folder).problems] == [("toml", 2)] * 2


def test_a_file_that_would_take_too_long_is_refused_unread() -> None:
    with pytest.raises(ValueError, match="longer than 256 KiB"):
        toml_of("a" * LARGEST_TOML + "\n")


# ---- pictures


def _saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind, **options)
    return out.getvalue()


def _png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says it has so many pixels."""
    chunks = ((b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    body = b"".join(len(d).to_bytes(4, "big") + t + d + zlib.crc32(t + d).to_bytes(4, "big") for t, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


PICTURES = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "html": b"<html><script>alert(1)</script></html>",
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(touch pwned) system\n",
    "eps of Pillow": _saved("EPS"),
    "pdf": _saved("PDF"),
    **{
        kind.lower(): _saved(kind)
        for kind in ("TIFF", "GIF", "BMP", "ICO", "PPM", "WEBP", "TGA", "DDS", "SGI", "JPEG2000")
    },
    "a bomb": _png(60_000, 60_000),
    "a bomb of one line": _png(2**31 - 1, 1),
    "nothing wide": _png(0, 8),
    "too many pixels": _png(4001, 4000, zlib.compress(bytes(100))),
    "a bomb in a text": _png(8, 8)[:33] + b"\0\0\0\x10zTXt" + bytes(20),
    "torn": picture()[:150],
    "its mark alone": b"\x89PNG\r\n\x1a\n",
    "jpeg, torn": _saved("JPEG")[:100],
    "xpm": b'/* XPM */\nstatic char *x[] = {"1 1 1 1", "a c red", "a"};',
    "fits": _saved("PNG").replace(b"\x89PNG", b"SIMP"),
    "empty": b"",
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_logo_that_is_no_png_or_jpeg_is_told_at_its_line(folder: Path, name: str, ending: str) -> None:
    (folder / f"logo.{ending}").write_bytes(PICTURES[name])
    problem = only(folder, f'[logo]\nfile = "logo.{ending}"\n')
    assert (problem.code, problem.place and problem.place.line) == ("logo", 2)
    assert problem.hint


ODD = (
    _saved("PNG", icc_profile=b"no profile" * 100),
    _saved("JPEG", icc_profile=b"x" * 200),
    _saved("PNG", save_all=True, append_images=[Image.new("RGB", (8, 8))]),
    picture("JPEG", mode="CMYK"),
    picture(mode="RGBA"),
)


@pytest.mark.parametrize("content", ODD)
def test_odd_pictures_are_printed_without_what_is_odd(content: bytes) -> None:
    kind, size = measured(content)
    logo = Logo(content, kind, size, 40)
    style = sample_style()
    pdf = render("pdf", every_node(), replace(style, letterhead=Letterhead(logo=logo))).content
    assert pdf.count(b"/Subtype/Image") == 1
    assert b"ICCBased" not in pdf.partition(b"/Subtype/Image")[2][:200]


@given(st.data())
def test_a_picture_with_wrong_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([picture(size=(60, 40)), picture("JPEG", (60, 40), "RGB")])))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, min(len(content), 200) - 1))] = data.draw(st.integers(0, 255))
    try:
        kind, size = measured(bytes(content))
    except PictureError:
        return
    assert kind in ("png", "jpeg")
    assert size[0] * size[1] <= 16_000_000


# ---- fonts


def _font() -> bytes:
    return sample_style().sans.regular.content


def _tables(font: bytes | bytearray) -> dict[bytes, int]:
    """Where the entry of each table stands."""
    (count,) = struct.unpack_from(">H", font, 4)
    return {bytes(font[place : place + 4]): place for place in range(12, 12 + 16 * count, 16)}


@pytest.mark.parametrize("table", ["cmap", "head", "hhea", "hmtx", "maxp", "OS/2", "post", "glyf", "loca"])
@pytest.mark.parametrize("how", ["short", "beyond the file"])
def test_a_font_without_a_table_is_told(folder: Path, table: str, how: str) -> None:
    font = bytearray(_font())
    place = _tables(font)[table.encode()]
    where = (len(font) - 2, 0) if how == "short" else (2**31, 4)
    struct.pack_into(">LL", font, place + 8, *where)
    (folder / "fonts" / "x.ttf").write_bytes(font)
    problem = only(folder, '[faces]\nfallback = ["x.ttf"]\n')
    assert problem.code == "font"
    assert "is no whole font" in problem.message


def test_a_font_whose_glyphs_are_not_whole_is_a_problem_of_the_document(folder: Path) -> None:
    font = bytearray(_font())
    (start,) = struct.unpack_from(">L", font, _tables(font)[b"maxp"] + 8)
    struct.pack_into(">H", font, start + 4, 2)  # it says that it has two glyphs
    (folder / "fonts" / "x.ttf").write_bytes(font)
    four = "".join(f'{style} = "x.ttf"\n' for style in ("regular", "italic", "bold", "bold_italic"))
    (folder / "style.toml").write_text(f'[faces.sans]\nname = "X"\n{four}', encoding="utf-8")
    style, problems = read_style(folder)
    assert problems == ()
    assert style is not None
    told = render("pdf", every_node(), style).problems
    assert [(problem.code, problem.severity) for problem in told] == [("font", "error")]
    assert "is damaged" in told[0].message


@pytest.mark.parametrize("name", ["X>>endobj", "a/OpenAction<</S/JavaScript>>", "a b", "(a)", "%", "[", "#41", "é", ""])
def test_the_name_of_a_font_never_becomes_pdf(folder: Path, name: str) -> None:
    """A name is a name by its first sign of another kind (ISO 32000-1, 7.3.5)."""
    font = bytearray(_font())
    own = sample_style().sans.regular.name
    hostile = name.ljust(len(own), "x")[: len(own)]
    for encoding in ("utf-16-be", "latin-1"):
        font = font.replace(own.encode(encoding), hostile.encode(encoding))
    (folder / "fonts" / "x.ttf").write_bytes(font)
    face = own_face([folder], "x.ttf")
    assert face.name
    assert all(letter.isascii() and (letter.isalnum() or letter in "+-._") for letter in face.name)


@given(st.data())
def test_a_font_with_wrong_bytes_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "wrong"
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    font = bytearray(_font())
    for _ in range(data.draw(st.integers(1, 4))):
        font[data.draw(st.integers(0, 12 + 16 * len(_tables(_font()))))] = data.draw(st.integers(0, 255))
    (folder / "fonts" / "x.ttf").write_bytes(font)
    try:
        face = own_face([folder], "x.ttf")
    except FontError:
        return
    assert face.name
