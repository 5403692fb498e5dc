"""What a preview answers to whoever asks: to this machine's own pages, and to nobody else."""

from __future__ import annotations

import json
import socket
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from previewing import EVENT, lay_out, preview_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from previewing import Running

PATHS = ("/", "/preview.js", "/offer", "/states", "/page", "/lines?file=briefs/people.yaml&line=1", "/download/pdf")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with preview_of(lay_out(tmp_path_factory.mktemp("desk"))) as preview:
        connection = socket.create_connection((urlsplit(preview.address).hostname, urlsplit(preview.address).port))
        host = urlsplit(preview.address).netloc
        with connection, connection.makefile("rb") as stream:
            connection.sendall(f"GET /states HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            while not stream.readline().startswith(b"data: "):
                pass
        yield preview


def host(running: Running) -> str:
    return urlsplit(running.address).netloc


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", ""]
)
def test_another_host_is_refused(running: Running, path: str, name: str) -> None:
    answer, content = running.get(path, {"Host": name.format(port=urlsplit(running.address).port)})
    assert answer.status == 403
    assert content == b"This preview is for this machine alone.\n"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=["other", "none", "other-port", "cross-site", "same-site"],
)
def test_a_page_of_another_origin_is_refused(running: Running, path: str, headers: dict[str, str]) -> None:
    assert running.get(path, headers)[0].status == 403


def test_its_own_names_and_pages_are_let_in(running: Running) -> None:
    port = urlsplit(running.address).port
    for name in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
        assert running.get("/offer", {"Host": name})[0].status == 200
    assert (
        running.get("/offer", {"Origin": f"http://localhost:{port}", "Sec-Fetch-Site": "same-origin"})[0].status == 200
    )


@pytest.mark.parametrize("path", ["/", "/page", "/offer", "/nothing", "/lines"])
def test_every_answer_says_what_may_load_and_is_for_its_own_origin_alone(running: Running, path: str) -> None:
    answer, _ = running.get(path)
    policy = str(answer.getheader("Content-Security-Policy"))
    assert policy.startswith("default-src 'none'; ")
    assert "script-src 'self'" in policy or "script-src" not in policy
    assert ("'unsafe-inline'" in policy) == (path == "/page")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Access-Control-Allow-Origin") is None
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(running: Running, method: str) -> None:
    assert running.get("/offer", method=method)[0].status == 405


@pytest.mark.parametrize(
    "file",
    ["/etc/passwd", "briefs/../briefs/people.yaml", "./briefs/people.yaml", "templates/mine/style.toml", "", "briefs"],
)
def test_no_file_is_shown_in_which_no_word_stands(running: Running, file: str) -> None:
    assert running.get(f"/lines?{urlencode({'file': file, 'line': 1})}")[0].status == 404


@pytest.mark.parametrize("line", ["-1", "x", "", "9" * 5000, "٣"])
def test_a_line_that_is_none_is_not_found(running: Running, line: str) -> None:
    assert running.get(f"/lines?{urlencode({'file': 'briefs/people.yaml', 'line': line})}")[0].status == 404


def test_the_lines_around_one_are_shown(running: Running) -> None:
    answer, content = running.get("/lines?file=briefs/people.yaml&line=2")
    text = (running.workspace / "briefs/people.yaml").read_text(encoding="utf-8").splitlines()
    assert answer.status == 200
    assert [(one["number"], one["text"]) for one in json.loads(content)] == list(enumerate(text[:6], 1))
    assert running.get("/lines?file=briefs/people.yaml&line=9000")[1] == b"[]"


@pytest.mark.parametrize("name", ["page", "states", "download/pdf"])
@pytest.mark.parametrize(
    "chosen",
    [
        {"event": "../first-meeting"},
        {"event": "third-meeting"},
        {"template": "/etc"},
        {"template": "templates/mine"},
        {"language": "fr"},
        {"as-of": "yesterday"},
        {"as-of": "2023-07"},
    ],
    ids=str,
)
def test_what_there_is_not_cannot_be_chosen(running: Running, name: str, chosen: dict[str, str]) -> None:
    assert running.get(f"/{name}?{urlencode(chosen)}")[0].status == 404


def test_there_are_no_downloads_of_other_kinds(running: Running) -> None:
    assert running.get("/download/html")[0].status == 404
    assert running.get("/download/..%2Fpdf")[0].status == 404


def test_a_page_that_was_never_made_is_not_found(running: Running) -> None:
    assert running.get("/page?event=second-meeting")[0].status == 404


def test_a_brief_with_an_error_is_not_handed_out(running: Running) -> None:
    answer, content = running.get("/download/pdf?as-of=2020-01-01")
    assert answer.status == 409
    assert b"[wall]" in content


def test_it_listens_to_this_machine_alone(running: Running) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # sends nothing; TEST-NET-1 of RFC 5737
        except OSError:
            pytest.skip("this machine has no other address")
        own = asked.getsockname()[0]
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((own, urlsplit(running.address).port), timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is not interrupted so there")
def test_it_ends_well_when_it_is_interrupted_while_a_page_listens(tmp_path_factory: pytest.TempPathFactory) -> None:
    with preview_of(lay_out(tmp_path_factory.mktemp("desk"))) as preview:
        parts = urlsplit(preview.address)
        with socket.create_connection((parts.hostname, parts.port)) as connection:
            connection.sendall(f"GET /states HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            assert connection.recv(12) == b"HTTP/1.1 200"
            assert preview.interrupt() == 0
        assert preview.process.stdout is not None
        assert preview.process.stdout.read() == ""


def test_the_event_of_a_preview_is_the_one_that_was_named(running: Running) -> None:
    assert json.loads(running.get("/offer")[1])["first"]["event"] == EVENT
