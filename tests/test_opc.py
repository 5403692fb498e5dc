from __future__ import annotations

import contextlib
import io
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import opc
from brief.opc import PackageError, open_package, parse, read_package
from letterheads import LETTERHEADS, ministry, raw, template_file, zipped

if TYPE_CHECKING:
    from pathlib import Path

STYLES = {"styles": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'}


def refused(content: bytes) -> PackageError:
    with pytest.raises(PackageError) as told:
        open_package(content)
    assert told.value.hint
    return told.value


@pytest.mark.parametrize("name", LETTERHEADS)
def test_letterheads_open_and_lead_to_their_styles(name: str) -> None:
    package = open_package(LETTERHEADS[name]())
    assert package.main == "word/document.xml"
    assert package.related("styles") == "word/styles.xml"
    assert package.related("nothing") == ""


def test_a_relationship_leads_from_the_folder_of_its_part() -> None:
    package = open_package(ministry())
    (header,) = [one.target for one in package.relationships(package.main) if one.kind == "header"]
    (picture,) = package.relationships(header)
    assert (picture.kind, picture.external) == ("image", False)
    assert package.content_type(picture.target) == "image/png"
    assert package.parts[picture.target].startswith(b"\x89PNG")


def test_a_file_with_a_password_is_told() -> None:
    assert "encrypted" in str(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", zipped({"a.txt": "x"})])
def test_what_is_no_word_document_is_told(content: bytes) -> None:
    assert str(refused(content)) == "it is no Word document"


def test_a_workbook_is_no_word_document() -> None:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    assert str(refused(zipped({"[Content_Types].xml": types, "xl/workbook.xml": "<x/>"}))) == "it is no Word document"


def test_a_torn_file_is_told() -> None:
    assert str(refused(ministry()[:2000])) == "it is damaged"


def test_a_part_that_is_no_xml_is_told_with_its_name() -> None:
    package = open_package(raw({"styles": "<w:styles"}))
    with pytest.raises(PackageError, match=r"word/styles\.xml is no XML"):
        package.xml("word/styles.xml")


def test_a_document_with_macros_says_so() -> None:
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    source = open_package(raw(STYLES))
    parts = {name: content.replace(plain, macro) for name, content in source.parts.items()}
    assert str(refused(zipped(parts))) == "it holds macros"


def test_a_plain_document_with_a_part_of_macros_says_so() -> None:
    parts = dict(open_package(raw(STYLES)).parts)
    macros = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", macros)
    assert str(refused(zipped({**parts, "word/vbaProject.bin": b"x"}))) == "it holds macros"


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "LARGEST_UNPACKED", 1000_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    assert "unpacks to more than" in str(refused(raw(STYLES, more={"word/big.xml": "x" * 2_000_000})))


def test_parts_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "LARGEST_UNPACKED", 1000_000)
    more: dict[str, bytes | str] = {f"word/{n}.xml": "x" * 300_000 for n in range(4)}
    assert "unpacks to more than" in str(refused(raw(STYLES, more=more)))


def test_more_parts_than_any_letterhead_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "MOST_PARTS", 5)
    assert "more than 5" in str(refused(raw(STYLES, more={f"word/{n}.xml": "<a/>" for n in range(5)})))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "LARGEST", 100)
    assert "larger than" in str(refused(ministry()))


def test_of_a_file_that_is_too_large_no_more_is_read_than_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(PackageError, match="larger than 16 MiB"):
        read_package(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * opc.LARGEST + 2_000_000


def test_a_part_with_a_password_is_told() -> None:
    """The first flag of an entry (bytes 8 and 9 of it in the directory) says that it is encrypted."""
    content = bytearray(raw(STYLES))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert str(refused(bytes(content))) == "it is encrypted"


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/evil.xml"])
def test_a_part_outside_the_package_is_refused(name: str) -> None:
    assert "names of its parts" in str(refused(raw(STYLES, more={name: "<a/>"})))


def test_a_part_unpacks_to_no_more_than_it_says() -> None:
    """A bomb whose head says that it is small (the size is bytes 24 to 28 of an entry of the directory)."""
    bomb = bytearray(raw(STYLES, more={"word/big.xml": bytes(200_000_000)}))
    entry = bomb.rindex(b"PK\x01\x02", 0, bomb.rindex(b"word/big.xml"))
    bomb[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    tracemalloc.start()
    assert str(refused(bytes(bomb))) == "it is damaged"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_parts_are_packed_as_word_packs_them(method: int) -> None:
    """The other ways to pack unpack a part whole, whatever it says of its size."""
    out = io.BytesIO(raw(STYLES))
    with zipfile.ZipFile(out, "a", method) as package:
        package.writestr("word/big.xml", "x" * 1000)
    assert "as no Word packs them" in str(refused(out.getvalue()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO(raw(STYLES))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/styles.xml", "<x/>")
    assert "names of its parts" in str(refused(out.getvalue()))


def test_a_name_that_is_no_utf_8_is_told() -> None:
    content = raw(STYLES, more={"word/é.xml": "<x/>"}).replace("é".encode(), b"\xff\xfe")
    assert str(refused(content)) == "it is damaged"


@given(st.data())
def test_a_file_with_wrong_bytes_opens_or_is_refused(data: st.DataObject) -> None:
    content = bytearray(raw({"styles": STYLES["styles"]}, more={"word/é.xml": "<x/>"}))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(PackageError):
        open_package(bytes(content)).check()


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "../../../etc/passwd", "file:///etc/passwd", "\\\\\\\\host\\\\x", ""]
)
def test_a_relationship_that_leads_out_of_the_file_leads_nowhere(target: str) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        f'Type="x/styles" Target="{target}"/><Relationship Id="b" Type="x/theme" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    package = open_package(raw({}, more={"word/_rels/document.xml.rels": rels}))
    assert package.related("styles") == package.related("theme") == ""


def test_a_document_type_is_refused_so_no_entity_expands() -> None:
    lol = b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&x;&f;</a>'
    with pytest.raises(PackageError, match="document type"):
        parse(lol, "word/styles.xml")


def test_a_template_file_is_a_document_too(tmp_path: Path) -> None:
    (tmp_path / "x.dotx").write_bytes(template_file())
    assert read_package(tmp_path / "x.dotx").main == "word/document.xml"


def test_a_folder_is_no_letterhead(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no file"):
        read_package(tmp_path)
