from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brief.files import LARGEST, TooLargeError, as_typed, inside, read_text, write_whole


def test_a_byte_order_mark_and_windows_line_ends_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_text(path) == "one\ntwo\nthree\n"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(TooLargeError, match=r"a\.yaml is larger than 4 MiB"):
        read_text(path)


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * LARGEST)
    assert len(read_text(path)) == LARGEST


@pytest.mark.parametrize("name", ["../secret", "a/../../secret", "/etc/passwd", "link"])
def test_a_name_that_leaves_its_folder_is_no_file_of_it(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret").write_text("s")
    (folder / "link").symlink_to(tmp_path / "secret")
    assert inside(folder, name) is None


def test_a_name_inside_its_folder_is_found(tmp_path: Path) -> None:
    assert inside(tmp_path, "parts/a.md.j2") == tmp_path.resolve() / "parts" / "a.md.j2"


def test_a_path_is_shown_as_its_owner_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert as_typed(tmp_path / "out" / "a.pdf") == "out/a.pdf"
    assert as_typed(Path("/elsewhere/a.pdf")) == "/elsewhere/a.pdf"
    assert as_typed(Path("../a.pdf")) == "../a.pdf"


def test_folders_are_made_and_no_part_file_is_left(tmp_path: Path) -> None:
    write_whole({tmp_path / "out" / "a.pdf": b"new"})
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a.pdf"]


def test_a_failed_write_of_one_file_leaves_all_files_as_they_were(tmp_path: Path) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.pdf"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(OSError, match=r"b\.pdf"):
        write_whole({first: b"new", second: b"new"})
    assert first.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.docx", "b.pdf"]


def test_a_file_that_was_not_there_is_gone_again_after_a_failed_write(tmp_path: Path) -> None:
    second = tmp_path / "b.pdf"
    second.mkdir()
    with pytest.raises(OSError, match=r"b\.pdf"):
        write_whole({tmp_path / "a.docx": b"new", second: b"new"})
    assert [p.name for p in tmp_path.iterdir()] == ["b.pdf"]


def test_a_full_disk_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole({path: b"new"})
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.pdf", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_writer_killed_midway_leaves_the_earlier_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    program = (
        "import os, sys, time; from pathlib import Path; from brief import files\n"
        "files.os.fsync = lambda handle: (print('staged', flush=True), time.sleep(60))\n"
        f"files.write_whole({{Path({str(path)!r}): b'n' * 1000000}})\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"staged\n"
        writer.send_signal(signal.SIGKILL)
        writer.wait(timeout=10)
    assert path.read_bytes() == b"old"
    assert not [p for p in tmp_path.iterdir() if p != path and not p.name.startswith(".")]


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    old, new = b"o" * 100_000, b"n" * 100_000
    write_whole({path: old})
    program = (
        "import sys; from pathlib import Path; from brief.files import write_whole\n"
        f"for i in range(40): write_whole({{Path({str(path)!r}): (b'n', b'o')[i % 2] * 100000}})\n"
    )
    seen = set()
    with subprocess.Popen([sys.executable, "-c", program]) as writer:
        while writer.poll() is None:
            seen.add(path.read_bytes())
            time.sleep(0.0005)
    assert seen <= {old, new}


def test_an_interrupt_between_two_files_restores_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.pdf"
    first.write_bytes(b"old a")
    second.write_bytes(b"old b")
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target == second:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole({first: b"new", second: b"new"})
    assert (first.read_bytes(), second.read_bytes()) == (b"old a", b"old b")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_failed_write_is_told_as_it_was_though_the_file_was_never_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "b.pdf":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(PermissionError, match=r"Permission denied: '.*b\.pdf'"):
        write_whole({tmp_path / "a.docx": b"new", tmp_path / "b.pdf": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_an_error_names_the_file_that_was_to_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole({tmp_path / "a.pdf": b"new"})
    assert raised.value.filename == str(tmp_path / "a.pdf")


def test_a_name_too_long_for_the_machine_is_told_as_it_was_to_be(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 300}.pdf"
    with pytest.raises(OSError, match="too long") as raised:
        write_whole({path: b"new"})
    assert raised.value.filename == str(path)


def test_what_a_killed_run_left_long_ago_is_taken_away_and_what_is_young_stays(tmp_path: Path) -> None:
    old, young, other = tmp_path / ".a.pdf.1.part", tmp_path / ".a.pdf.2.part", tmp_path / ".b.pdf.3.part"
    for path in (old, young, other):
        path.write_bytes(b"part")
    for path in (old, other):
        os.utime(path, (0, 0))
    write_whole({tmp_path / "a.pdf": b"new"})
    assert sorted(p.name for p in tmp_path.iterdir()) == [young.name, other.name, "a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.yaml")
    with pytest.raises(OSError, match="this is no file"):
        read_text(tmp_path / "people.yaml")


def test_a_device_without_end_is_no_file() -> None:
    with pytest.raises(OSError, match="this is no file"):
        read_text(Path("/dev/zero"))
