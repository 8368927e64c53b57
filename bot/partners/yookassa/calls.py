"""How is one network call broken off from outside, when its time is over or the program ends?"""

import contextlib
import socket
import threading


class Call:
    """One exchange under way in a thread of the pool. Any thread may break it off."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._broken = False

    @property
    def broken(self) -> bool:
        """True once somebody gave up waiting."""
        return self._broken

    def joined(self, connection: socket.socket) -> None:
        """The call has opened this connection; one that was broken off before is shut at once."""
        with self._lock:
            self._sockets.append(connection)
            if self._broken:
                _shut(connection)

    def break_off(self) -> None:
        """End the call now: whoever reads from its connections sees them closed. Twice is once."""
        with self._lock:
            self._broken = True
            for connection in self._sockets:
                _shut(connection)


def _shut(connection: socket.socket) -> None:
    # The plain socket's own shutdown, below TLS: it wakes a reader in another thread without touching the TLS object.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
