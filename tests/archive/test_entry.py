from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest

from brief.archive import add
from brief.archive.folder import hash_of
from brief.event import open_workspace
from brief.problem import BriefError
from briefs_made import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from brief.event import Source
    from brief.problem import Problem

ARTICLE = "We agree to reopen the ferry.\r\n"
KEPT = b"We agree to reopen the ferry.\n"
NEW = {"title": "Remarks", "publisher": "NATO"}


class Desk:
    """A copy of the sample workspace, and an article beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "briefs"
        shutil.copytree(ROOT / "src" / "brief" / "sample", self.folder)
        self.article = folder / "article.txt"
        self.article.write_bytes(ARTICLE.encode())
        self.register = self.folder / "sources.yaml"

    def kept(self, name: str = "N1") -> bytes:
        return (self.folder / "sources" / f"{name}.txt").read_bytes()

    def source(self, name: str = "N1") -> Source:
        workspace = open_workspace(self.folder)
        assert not workspace.problems
        return next(source for source in workspace.sources if source.id == name)

    def state(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}

    def refused(self, name: str = "N1", **fields: str) -> Problem:
        """What is told where nothing is written."""
        before = self.state()
        with pytest.raises(BriefError) as caught:
            add(self.folder, self.article, name, fields)
        assert self.state() == before
        (problem,) = caught.value.problems
        return problem


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_text_is_archived_and_its_hash_recorded(desk: Desk) -> None:
    before = desk.register.read_text(encoding="utf-8")
    added = add(desk.folder, desk.article, "N1", {"read_on": "2026-03-07"})
    assert desk.kept() == KEPT
    assert added.path == desk.folder / "sources" / "N1.txt"
    assert (added.sha256, added.is_new, added.has_changed) == (hash_of(KEPT), False, True)
    assert desk.source().sha256 == hash_of(KEPT)
    assert str(desk.source().read_on) == "2026-03-07"
    after = desk.register.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        "    read_on: 2026-03-07",
        f"    sha256: {hash_of(KEPT)}",
    ]


def test_the_archive_keeps_itself_out_of_git(desk: Desk) -> None:
    add(desk.folder, desk.article, "N1", {})
    assert (desk.folder / "sources" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


def test_a_second_time_changes_nothing(desk: Desk) -> None:
    add(desk.folder, desk.article, "N1", {})
    before = desk.state()
    assert not add(desk.folder, desk.article, "N1", {}).has_changed
    assert desk.state() == before


def test_a_new_source_is_appended_with_its_fields(desk: Desk) -> None:
    before = desk.register.read_text(encoding="utf-8")
    fields = {**NEW, "date": "2026-03", "language": "ko", "grade": "A1", "author": "", "note": "Two\n lines."}
    assert add(desk.folder, desk.article, "P70", fields).is_new
    source = desk.source("P70")
    assert (source.title, source.publisher, str(source.date)) == ("Remarks", "NATO", "2026-03")
    assert (source.language, source.grade, source.author, source.note) == ("ko", "A1", None, "Two lines.")
    assert source.sha256 == hash_of(KEPT)
    assert desk.register.read_text(encoding="utf-8").startswith(before)


def test_a_title_is_entered_with_its_letters_put_together(desk: Desk) -> None:
    title = "한미 회담, café"
    assert add(desk.folder, desk.article, "P70", {**NEW, "title": unicodedata.normalize("NFD", title)}).is_new
    assert desk.source("P70").title == title


def test_the_first_source_of_a_register_can_be_added(desk: Desk) -> None:
    desk.register.write_bytes(b"sources: []\n")
    add(desk.folder, desk.article, "P70", NEW)
    assert desk.register.read_bytes().startswith(b"sources:\n  - id: P70\n")


def test_another_text_asks_to_be_let_in(desk: Desk) -> None:
    add(desk.folder, desk.article, "N1", {})
    desk.article.write_bytes(b"Another text.\n")
    assert desk.refused().message == "another text is archived for N1; it stays as it is"
    assert add(desk.folder, desk.article, "N1", {}, replace=True).has_changed
    assert desk.kept() == b"Another text.\n"
    assert desk.source().sha256 == hash_of(b"Another text.\n")


def test_another_text_than_the_one_a_colleague_archived_asks_to_be_let_in(desk: Desk) -> None:
    add(desk.folder, desk.article, "N1", {})
    (desk.folder / "sources" / "N1.txt").unlink()
    desk.article.write_bytes(b"Another text.\n")
    assert desk.refused().message == "the record has the hash of another text for N1; it stays as it is"


def test_a_text_without_a_hash_is_not_overwritten(desk: Desk) -> None:
    (desk.folder / "sources").mkdir()
    (desk.folder / "sources" / "N1.txt").write_bytes(b"Notes of my own.\n")
    assert desk.refused().code == "archive"


def test_the_right_text_mends_an_altered_one(desk: Desk) -> None:
    add(desk.folder, desk.article, "N1", {})
    (desk.folder / "sources" / "N1.txt").write_bytes(b"Altered.\n")
    assert add(desk.folder, desk.article, "N1", {}).has_changed
    assert desk.kept() == KEPT


@pytest.mark.parametrize(
    ("fields", "missing"),
    [({}, "--title … --publisher …"), ({"title": "T"}, "--publisher …"), ({"publisher": "P"}, "--title …")],
)
def test_what_a_new_source_needs_is_named_with_its_options(desk: Desk, fields: dict[str, str], missing: str) -> None:
    told = desk.refused("P70", **fields)
    assert told.code == "missing"
    assert told.hint.endswith(f"add {missing}")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("grade", "B7", "form"),
        ("date", "2026-13", "date"),
        ("language", "xx", "choice"),
        ("note", "\u200b", "character"),
    ],
)
def test_a_field_that_would_not_read_back_is_told_and_nothing_written(
    desk: Desk, name: str, value: str, code: str
) -> None:
    assert desk.refused("P70", **NEW, **{name: value}).code == code


def test_a_field_of_a_known_source_is_not_changed(desk: Desk) -> None:
    told = desk.refused(title="Another title")
    assert told.message == "N1 has another title in sources.yaml"
    add(desk.folder, desk.article, "N1", {"grade": str(desk.source().grade)})


@pytest.mark.parametrize("name", ["../N1", "a/b", "", "CON", "N1.txt"])
def test_an_id_that_could_leave_the_folder_is_refused(desk: Desk, name: str) -> None:
    assert desk.refused(name, **NEW).message.startswith("no text can be archived under the id")


def test_an_id_that_differs_in_case_alone_is_refused(desk: Desk) -> None:
    assert "in case alone" in desk.refused("n1", **NEW).message


def test_the_archive_may_be_a_link_to_another_drive(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (desk.folder / "sources").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    add(desk.folder, desk.article, "N1", {})
    assert desk.kept() == KEPT


def test_a_linked_text_is_not_written_to(desk: Desk, tmp_path: Path) -> None:
    (desk.folder / "sources").mkdir()
    (tmp_path / "elsewhere.txt").write_bytes(b"")
    (desk.folder / "sources" / "N1.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert "outside the archive" in desk.refused().message


def test_a_register_with_a_fault_is_told_and_stays(desk: Desk) -> None:
    desk.register.write_bytes(desk.register.read_bytes().replace(b"grade: A1", b"grade: Z1"))
    told = desk.refused()
    assert (told.code, told.message) == ("form", "'Z1' is no Admiralty grade")
    assert told.place is not None


@pytest.mark.parametrize(("content", "code"), [(b"\xff", "encoding"), (None, "missing-file")])
def test_a_register_that_cannot_be_read_is_told(desk: Desk, content: bytes | None, code: str) -> None:
    desk.register.unlink()
    if content is not None:
        desk.register.write_bytes(content)
    assert desk.refused().code == code


def test_line_ends_and_byte_order_mark_of_the_register_stay(desk: Desk) -> None:
    text = "\ufeff" + desk.register.read_text(encoding="utf-8").replace("\n", "\r\n")
    desk.register.write_bytes(text.encode())
    add(desk.folder, desk.article, "N1", {})
    after = desk.register.read_bytes().decode()
    assert after.replace(f"\r\n    sha256: {hash_of(KEPT)}", "") == text


def test_a_text_that_cannot_be_read_as_one_is_told(desk: Desk) -> None:
    desk.article.write_bytes(b"caf\xe9")
    assert desk.refused().code == "encoding"
