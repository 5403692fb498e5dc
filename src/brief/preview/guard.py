"""Keeps other sites out: a page of another origin learns nothing from a preview, and nothing of one runs elsewhere.

A browser can be led to this machine under any name (DNS rebinding), so a request that names another host, or comes from
a page of another origin, is refused (RFC 6454, 4; W3C Fetch Metadata). What is served says what it may load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SHELL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page around a brief may load (W3C Content Security Policy 3)."""

BRIEF = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""What the brief itself may load: its logo stands in it, and nothing runs in it, whatever its words hold."""

HEADERS = {
    "Content-Security-Policy": SHELL,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets only requests to one of `hosts` through that come from its own pages, or from no page at all."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts
        self._origins = frozenset(f"http://{host}" for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 403."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["type"] == "http" and not self._lets_in(Headers(scope=scope)):
            refusal = PlainTextResponse("This preview is for this machine alone.\n", 403)
            await refusal(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    def _lets_in(self, headers: Headers) -> bool:
        origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
        return (
            headers.get("host", "").lower() in self._hosts
            and all(origin in self._origins for origin in origins)
            and all(site in ("same-origin", "none") for site in sites)
        )
