from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.archive.intake import text_of
from brief.files import LARGEST
from brief.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path


def taken(folder: Path, content: bytes, name: str = "article.txt") -> str | Problem:
    (folder / name).write_bytes(content)
    return text_of(folder / name)


def refused(folder: Path, content: bytes, name: str = "article.txt") -> Problem:
    found = taken(folder, content, name)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    "content",
    [
        "Café 한국\n".encode(),
        "\ufeffCafé 한국\n".encode(),
        b"\xff\xfe" + "Café 한국\n".encode("utf-16-le"),
        b"\xfe\xff" + "Café 한국\n".encode("utf-16-be"),
        "Cafe\u0301 \u1112\u1161\u11ab\u1100\u116e\u11a8\r\n\r\n".encode(),
        "Café 한국".encode(),
        "\x1b\x00Café\x07 한국\r".encode(),
    ],
)
def test_a_text_is_kept_in_one_form_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    assert taken(tmp_path, content) == "Café 한국\n"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "euc-kr"),
        ("EUC-KR", "utf-8"),  # saved by a browser that left the declaration as it was
        ("cp949", "cp949"),
        ("iso-2022-kr", "iso-2022-kr"),
    ],
)
@pytest.mark.parametrize(
    "head",
    ["<meta charset={}>", '<meta charset="{}">', "<META http-equiv=x content='text/html; charset={}'>"],
)
def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path, head: str, declared: str, encoding: str) -> None:
    page = f"<html><head>{head.format(declared)}</head><p>한국</p>".encode(encoding)
    assert taken(tmp_path, page, "article.html") == "한국\n"


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_latin_1_means_the_larger_set_that_pages_mean_by_it(tmp_path: Path, declared: str) -> None:
    page = f"<meta charset={declared}>".encode() + b"<p>\x93so\x94"
    assert taken(tmp_path, page, "a.htm") == "“so”\n"


def test_another_encoding_that_is_not_declared_is_told_with_its_byte_and_line(tmp_path: Path) -> None:
    told = refused(tmp_path, b"One\ncaf\xe9\n")
    assert told.code == "encoding"
    assert told.message.endswith("article.txt is not UTF-8: byte 0xe9 on line 2")
    assert told.hint == "save it as UTF-8"
    assert refused(tmp_path, b"<p>caf\xe9", "a.html").hint.endswith("or with the charset in its head")


@pytest.mark.parametrize(
    ("declared", "content", "message"),
    [
        (b"euc-kr", b"\xff\xff\xff", "declares euc-kr, but is not"),
        (b"klingon", b"\xff", "declares klingon, which is no encoding known here"),
        (b"rot13", b"\xff", "declares rot13, which is no encoding known here"),
        (b"hex", b"\xff", "declares hex, which is no encoding known here"),
        (b"undefined", b"\xff", "declares undefined, but is not"),
    ],
)
def test_a_declaration_that_cannot_be_is_told(tmp_path: Path, declared: bytes, content: bytes, message: str) -> None:
    told = refused(tmp_path, b"<meta charset=" + declared + b"><p>" + content, "a.html")
    assert told.code == "encoding"
    assert told.message.endswith(f"a.html {message}")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", "a.txt.gz"])
def test_other_kinds_of_files_are_told(tmp_path: Path, name: str) -> None:
    told = refused(tmp_path, b"words", name)
    assert told.message.endswith(f"{name} is neither a text nor a web page")


@pytest.mark.parametrize(
    ("content", "name"), [(b"", "a.txt"), (b" \r\n\x00\n", "a.txt"), (b"<script>x</script>", "a.html")]
)
def test_a_file_without_words_is_told(tmp_path: Path, content: bytes, name: str) -> None:
    assert refused(tmp_path, content, name).message.startswith("there are no words in ")


def test_a_file_beyond_the_bound_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, b"a" * (LARGEST + 1)).code == "too-large"
    grows = b"<meta charset=cp949>" + "한".encode("cp949") * (LARGEST // 2 - 50)
    assert refused(tmp_path, grows, "a.html").code == "too-large"
