from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.archive import Archive
from brief.archive.folder import hash_of, is_file_name
from brief.event import Prose, Source
from brief.files import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "We agree.\n"


def source(name: str = "P01", sha256: str | None = None) -> Source:
    return Source(id=name, title=Prose("T"), publisher=Prose("P"), sha256=sha256)


def archive(folder: Path, content: bytes | None = TEXT.encode(), name: str = "P01.txt") -> Archive:
    (folder / "sources").mkdir()
    if content is not None:
        (folder / "sources" / name).write_bytes(content)
    return Archive(folder)


def test_the_hash_is_sha_256_of_the_bytes() -> None:
    # FIPS 180-4, the example of one block
    assert hash_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("spelt", [str.lower, str.upper])
def test_a_text_that_its_hash_is_of_is_intact_and_can_be_read(tmp_path: Path, spelt: type[str]) -> None:
    found = archive(tmp_path).of(source(sha256=spelt(hash_of(TEXT.encode()))))
    assert (found.state, found.text) == ("intact", TEXT)


@pytest.mark.parametrize(
    ("content", "sha256", "state"),
    [
        (b"We agreed.\n", hash_of(TEXT.encode()), "altered"),
        (b"We agree.\r\n", hash_of(TEXT.encode()), "altered"),
        (b"caf\xe9", hash_of(b"caf\xe9"), "altered"),
        (b"a" * (LARGEST + 1), hash_of(b"a" * (LARGEST + 1)), "altered"),
        (TEXT.encode(), None, "unrecorded"),
        (None, hash_of(TEXT.encode()), "missing"),
        (None, None, "none"),
    ],
)
def test_any_other_text_verifies_nothing(tmp_path: Path, content: bytes | None, sha256: str | None, state: str) -> None:
    found = archive(tmp_path, content).of(source(sha256=sha256))
    assert (found.state, found.text) == (state, None)


def test_without_a_folder_nothing_is_archived() -> None:
    assert Archive().of(source()).state == "none"
    assert Archive().of(source(sha256=hash_of(b""))).state == "missing"
    assert Archive().strays([source()]) == ()


@pytest.mark.parametrize("name", ["P01", "P11a", "a-b_c", "9", "CONference"])
def test_an_id_of_plain_letters_names_a_file(name: str) -> None:
    assert is_file_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "..", "../P01", "a/b", "a\\b", "P 1", "P01\n", ".P01", "-P01", "C:", "con", "COM1", "한", "a.b", "a" * 65],
)
def test_other_ids_name_none(tmp_path: Path, name: str) -> None:
    assert not is_file_name(name)
    assert archive(tmp_path).path(name) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(TEXT.encode())
    here = tmp_path / "briefs"
    here.mkdir()
    kept = archive(here, None)
    (here / "sources" / "P01.txt").symlink_to(tmp_path / "secret.txt")
    assert kept.of(source(sha256=hash_of(TEXT.encode()))).text is None


def test_texts_of_no_source_are_strays(tmp_path: Path) -> None:
    kept = archive(tmp_path, name="P99.txt")
    (tmp_path / "sources" / "P01.txt").write_bytes(b"")
    (tmp_path / "sources" / ".gitignore").write_bytes(b"*\n")
    assert kept.strays([source()]) == ("P99.txt",)
