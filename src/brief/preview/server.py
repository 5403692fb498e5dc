"""Serves a preview to this machine and to no other, until it is interrupted."""

from __future__ import annotations

import gc
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from brief.preview.app import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.preview.choice import Desk

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself."""

PATIENCE = 2
"""Seconds that answers under way have to end once the preview is interrupted."""


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve the preview of a desk on a port of the loopback interface, on a free one where it is 0.

    `ready` is told the address once it answers. Returns when interrupted. Raises OSError where the port is taken.
    """
    gc.disable()  # a fifth of the time of a page; the preview collects when a brief has been made and shown
    sockets = _sockets(port)
    port = sockets[0].getsockname()[1]
    hosts = frozenset(f"{name}:{port}" for name in NAMES) | (frozenset(NAMES) if port == 80 else frozenset())
    app = application(desk, hosts, lambda: server.should_exit)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=PATIENCE,
        )
    )
    ready(f"http://127.0.0.1:{port}/")
    with suppress(KeyboardInterrupt):
        server.run(sockets)


def _sockets(port: int) -> list[socket.socket]:
    """Sockets that listen on the loopback addresses of both families; IPv6 only where the machine has it."""
    try:
        sockets = [socket.create_server(("127.0.0.1", port))]
    except OSError as error:
        message = f"port {port} cannot be had: {error.strerror}; without --port, a free one is taken"
        raise OSError(error.errno, message) from None
    with suppress(OSError):
        sockets.append(socket.create_server(("::1", sockets[0].getsockname()[1]), family=socket.AF_INET6))
    return sockets
