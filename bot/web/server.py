"""How is the HTTP app served inside a process that has other things to do?"""

import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from fastapi import FastAPI

from bot.basics.errors import WrongSetting


class _Quiet(uvicorn.Server):
    """Signals belong to the program, not to one of its parts."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class WebServer:
    """Bound at once, served until stopped."""

    def __init__(self, app: FastAPI, host: str, port: int) -> None:
        """Raises WrongSetting when the port is busy."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((host, port))
        except OSError as trouble:
            self._socket.close()
            raise WrongSetting(
                f"HTTP_PORT {port} on {host} cannot be used ({trouble.strerror}). Choose another HTTP_PORT."
            ) from None
        self._server = _Quiet(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=3,
                ws="none",
            )
        )

    @property
    def port(self) -> int:
        bound: int = self._socket.getsockname()[1]
        return bound

    async def serve(self) -> None:
        await self._server.serve(sockets=[self._socket])

    def stop(self) -> None:
        self._server.should_exit = True
