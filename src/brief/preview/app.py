"""The addresses of a preview. All are read, none changes anything; what is chosen stands in the address."""

from __future__ import annotations

import gc
import json
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import quote

import anyio
from anyio import to_thread
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from brief.preview.choice import UnknownChoiceError
from brief.preview.faces import MEDIA_TYPES
from brief.preview.guard import BRIEF, Guard
from brief.preview.press import Press, fault
from brief.preview.watch import Watch
from brief.problem import BriefError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from brief.preview.choice import Choice, Desk
    from brief.preview.press import Download

P = ParamSpec("P")
T = TypeVar("T")

PAGE = Path(__file__).parent / "page"
MODULES = ("preview", "choice", "elements", "faces", "panel", "patch", "problems", "sheet")
PARTS = {
    "/": ("preview.html", "text/html"),
    "/preview.css": ("preview.css", "text/css"),
    **{f"/{name}.js": (f"{name}.js", "text/javascript") for name in MODULES},
}
"""The page around the brief: its addresses, files and types."""

DOWNLOADS: dict[Download, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

FOR_EVER = "private, max-age=31536000, immutable"
"""What does not change may be kept (RFC 8246)."""

PAUSE = 0.25
"""Seconds for the browser to fetch a page before its PDF is made, which would slow that down."""

TICK = 0.5
"""Seconds after which a waiting stream looks whether anyone still listens."""


class Preview:
    """What is asked of a preview, and the answers; `stopping` says that the server is to end."""

    def __init__(self, desk: Desk, stopping: Callable[[], bool]) -> None:
        self.watch = Watch(desk.folders)
        self._desk, self._stopping = desk, stopping
        self._press = Press(desk.briefs)
        self._sheet = (PAGE / "sheet.css").read_text(encoding="utf-8")
        self._one_at_a_time = anyio.CapacityLimiter(1)

    async def offer(self, _request: Request) -> Response:
        """What there is to choose from."""
        return JSONResponse(self._desk.offer())

    async def states(self, request: Request) -> Response:
        """How the brief stands, now and after every save (HTML, 9.2: server-sent events)."""
        choice = self._desk.chosen(request.query_params)
        return StreamingResponse(self._told(choice, request), media_type="text/event-stream")

    async def page(self, request: Request) -> Response:
        """The last page that could be made, looking like a sheet of paper, its words knowing where they come from."""
        page = self._press.page(self._desk.chosen(request.query_params))
        if not page:
            return PlainTextResponse("No page could be made yet.\n", 404)
        sheet = f"<style>\n{self._sheet}</style>\n</head>".encode()
        return Response(
            page.replace(b"</head>", sheet, 1), media_type="text/html", headers={"Content-Security-Policy": BRIEF}
        )

    async def lines(self, request: Request) -> Response:
        """A line of a file and those around it."""
        file, line = request.query_params.get("file", ""), request.query_params.get("line", "")
        found = self._press.lines(file, int(line)) if line.isascii() and line.isdigit() and len(line) < 8 else None
        if found is None:
            return PlainTextResponse("This file plays no part.\n", 404)
        return JSONResponse([{"number": number, "text": text} for number, text in found])

    async def face(self, request: Request) -> Response:
        """The file of a face, the same for ever under its address."""
        face = self._press.faces.get(request.path_params["key"])
        if face is None:
            return PlainTextResponse("No page has asked for this face.\n", 404)
        return Response(face.content, media_type=MEDIA_TYPES[face.outlines], headers={"Cache-Control": FOR_EVER})

    async def download(self, request: Request) -> Response:
        """The document, as `brief generate` would write it from the files as they are."""
        choice, kind = self._desk.chosen(request.query_params), request.path_params["kind"]
        if kind not in DOWNLOADS:
            return PlainTextResponse("There are docx and pdf.\n", 404)
        try:
            name, content = await self._alone(self._press.document, choice, kind)
        except (BriefError, OSError) as error:
            return PlainTextResponse(f"{fault(error)}\n", 409)
        except Exception as error:  # noqa: BLE001 - a fault of the program ends no preview
            return PlainTextResponse(f"{fault(error)}\n", 500)
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}  # RFC 6266, 4.3
        return Response(content, media_type=DOWNLOADS[kind], headers=named)

    async def _told(self, choice: Choice, request: Request) -> AsyncIterator[str]:
        """The states of a brief: after a save its page, then pages and further problems unless there is another save.

        What there is to choose from is told where a save has changed it.
        """
        revision, offer = -1, self._desk.offer()
        while not self._stopping() and not await request.is_disconnected():
            if not await self.watch.later_than(revision, TICK):
                yield ":\n\n"
                continue
            revision = self.watch.revision
            state = await self._alone(self._press.make, choice, revision)
            yield _event(state.told())
            now = self._desk.offer()
            if now != offer:
                offer = now
                yield _event(offer, "offer")
            if state.fresh and not await self.watch.later_than(revision, PAUSE):
                state = await self._alone(self._press.lay_out, choice, revision)
                yield _event(state.told())
            if not await self.watch.later_than(revision, 0):
                state = await self._alone(self._press.look_over, choice, revision)
                yield _event(state.told())
                await self._alone(gc.collect)

    async def _alone(self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function gives that runs in a thread while no other does; who no longer waits is never begun."""
        return await to_thread.run_sync(partial(make, *args, **kwargs), limiter=self._one_at_a_time)


def application(desk: Desk, hosts: frozenset[str], stopping: Callable[[], bool]) -> ASGIApp:
    """The preview of a desk, for requests to one of `hosts`."""
    preview = Preview(desk, stopping)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(preview.watch.run)
            yield
            tasks.cancel_scope.cancel()

    routes = [
        *(Route(path, _part((PAGE / file).read_bytes(), kind)) for path, (file, kind) in PARTS.items()),
        Route("/favicon.ico", lambda _request: Response(status_code=204)),
        Route("/offer", preview.offer),
        Route("/states", preview.states),
        Route("/page", preview.page),
        Route("/lines", preview.lines),
        Route("/face/{key}", preview.face),
        Route("/download/{kind}", preview.download),
    ]
    app = Starlette(routes=routes, exception_handlers={UnknownChoiceError: _unknown}, lifespan=lifespan)
    return Guard(app, hosts)  # around all of it, so that the answer to a fault bears its headers as well


def _part(content: bytes, kind: str) -> Callable[[Request], Response]:
    return lambda _request: Response(content, media_type=kind)


async def _unknown(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"There is no such choice: {error}\n", 404)


def _event(told: Mapping[str, object], name: str = "message") -> str:
    return f"event: {name}\ndata: {json.dumps(told)}\n\n"
