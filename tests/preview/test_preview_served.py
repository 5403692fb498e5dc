"""What a preview answers to whoever asks: to this machine's own pages, and to nobody else."""

from __future__ import annotations

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

import anyio
import pytest

from brief.preview import Desk
from brief.preview.app import Preview, application
from brief.preview.press import Press
from previewing import EVENT, SOURCE, lay_out, preview_of
from workspaces import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message

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
    answer, _ = running.get(path, headers)
    assert answer.status == 403
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"


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
    assert ("img-src data:; " in policy) == ("img-src" in policy) == (path == "/page")
    assert "frame-ancestors 'none'" in policy or path == "/page"
    assert "frame-ancestors" in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Cache-Control") == "no-store"
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    assert answer.getheader("Server") is None
    assert answer.getheader("Cross-Origin-Opener-Policy") == "same-origin"
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
        {"event": "../../etc"},
        {"event": "/etc"},
        {"event": "first-meeting\0"},
        {"template": "../templates/mine"},
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


def test_what_is_chosen_may_not_be_endless(running: Running) -> None:
    for chosen in ({"option.all_source_notes": "y" * 300}, {"event": "a" * 5000}, {"draft": "yes", "option.x": "y"}):
        assert running.get(f"/page?{urlencode(chosen)}")[0].status == 404
    assert running.get(f"/page?event={'a' * 100_000}")[0].status in (400, 404, 431)
    assert running.get("/offer")[0].status == 200


def test_every_module_of_the_page_is_served_and_no_other_file(running: Running) -> None:
    modules = {path.name for path in (SOURCE / "brief/preview/page").glob("*.js")}
    assert len(modules) > 3
    for name in modules:
        answer, content = running.get(f"/{name}")
        assert answer.status == 200
        assert str(answer.getheader("Content-Type")).startswith("text/javascript")
        assert b"innerHTML" not in content
    for path in ("/sheet.css", "/../guard.py", "/..%2Fguard.py", "/preview.html", "/page/preview.js"):
        assert running.get(path)[0].status == 404


def test_many_who_look_at_once_are_told_the_same_of_one_page(running: Running) -> None:
    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(lambda _: first_state(running, "/states?event=second-meeting"), range(6)))
    assert len({state["since"] for state in told}) == 1
    assert told[0]["fresh"]


def first_state(running: Running, path: str) -> dict[str, Any]:
    """What a stream of states tells first."""
    parts = urlsplit(running.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        with connection.makefile("rb") as stream:
            line = next(line for line in stream if line.startswith(b"data: "))
    state: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
    return state


def test_there_are_no_downloads_of_other_kinds(running: Running) -> None:
    assert running.get("/download/html")[0].status == 404
    assert running.get("/download/..%2Fpdf")[0].status == 404


def test_a_fault_of_the_program_is_answered_with_the_same_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> bytes:
        message = "a bug"
        raise RuntimeError(message)

    desk = Desk.laid(SAMPLE, EVENT, "policy-brief")
    monkeypatch.setattr(Press, "document", broken)
    monkeypatch.setattr(Press, "lines", broken)
    app = application(desk, frozenset({"here"}), lambda: True)
    for path, query in (("/download/pdf", b""), ("/lines", b"file=a&line=1")):
        status, headers, content = anyio.run(asked, app, path, query)
        assert status == 500
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["cache-control"] == "no-store"
        assert b"Traceback" not in content
    assert anyio.run(asked, app, "/offer", b"")[0] == 200


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [(b"origin", b"http://here", b"https://evil.example"), (b"sec-fetch-site", b"same-origin", b"cross-site")],
)
def test_a_request_that_names_its_own_page_and_another_is_refused(name: bytes, own: bytes, other: bytes) -> None:
    app = application(Desk.laid(SAMPLE, EVENT, "policy-brief"), frozenset({"here"}), lambda: True)
    for named, status in (((own,), 200), ((own, other), 403), ((other, own), 403)):
        assert anyio.run(asked, app, "/offer", b"", *((name, value) for value in named))[0] == status


def test_a_file_that_cannot_be_read_is_told_instead_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_arguments: object) -> bytes:
        raise PermissionError(13, "Permission denied", "briefs/people.yaml")

    monkeypatch.setattr(Press, "document", locked)
    app = application(Desk.laid(SAMPLE, EVENT, "policy-brief"), frozenset({"here"}), lambda: True)
    status, _, content = anyio.run(asked, app, "/download/pdf", b"")
    assert status == 409
    assert b"briefs/people.yaml: Permission denied" in content


def test_one_brief_is_made_at_a_time() -> None:
    preview = Preview(Desk.laid(SAMPLE, EVENT, "policy-brief"), lambda: True)
    at_once: list[int] = []

    async def scene() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(3):
                tasks.start_soon(preview._alone, lambda: at_once.append(preview._one_at_a_time.borrowed_tokens))

    anyio.run(scene)
    assert preview._one_at_a_time.total_tokens == 1
    assert at_once == [1, 1, 1]


def test_the_brief_looks_like_a_sheet_of_paper(running: Running) -> None:
    sheet = (SOURCE / "brief/preview/page/sheet.css").read_bytes()
    page = running.get("/page")[1]
    assert page.partition(b"</head>")[0].endswith(sheet + b"</style>\n")


async def asked(
    app: ASGIApp, path: str, query: bytes, *headers: tuple[bytes, bytes]
) -> tuple[int, dict[str, str], bytes]:
    """What an application answers, whatever it raises besides."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query,
        "headers": [(b"host", b"here"), *headers],
    }
    with suppress(RuntimeError):
        await app(scope, receive, send)
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answered, b"".join(one.get("body", b"") for one in sent)


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ("event=second-meeting", "second-meeting"),
        ("event=second-meeting&template=one-page", "second-meeting_one-page"),
        ("event=second-meeting&template=틀 1", "second-meeting_%ED%8B%80%201"),
    ],
)
def test_a_document_is_saved_under_the_name_that_brief_generate_gives_it(
    running: Running, chosen: str, name: str
) -> None:
    folder = running.workspace / "templates" / "틀 1"
    folder.mkdir(exist_ok=True)
    (folder / "template.toml").write_text('extends = "policy-brief"\n', encoding="utf-8")
    for kind in ("docx", "pdf"):
        answer, _ = running.get(f"/download/{kind}?{quote(chosen, safe='=&')}")
        assert answer.status == 200
        assert answer.getheader("Content-Disposition") == f"attachment; filename*=UTF-8''{name}.{kind}"


def test_a_page_that_was_never_made_is_not_found(running: Running) -> None:
    assert running.get("/page?template=readout")[0].status == 404


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
