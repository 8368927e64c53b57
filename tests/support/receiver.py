"""A site that takes our messages: over real HTTP, as strict as its documentation, and as faulty as it is told to be."""

import asyncio
import hashlib
import hmac
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.basics.clock import Clock

SKEW_S = 300


@dataclass
class Receiver:
    """What it has taken, and how it answers. `faults` are answered first, one for each try."""

    clock: Clock
    secret: str = ""
    url: str = ""
    tries: list[dict[str, Any]] = field(default_factory=list)
    """Every signed message that came, refused ones too."""
    taken: list[dict[str, Any]] = field(default_factory=list)
    """Each delivery once."""
    faults: list[str] = field(default_factory=list)
    """`503`, `429 Retry-After: 600`, `302 Location: …`, `hang`, `cut`, `junk`."""
    unsigned: int = 0

    def answer(self, head: str, body: bytes) -> str:
        """Refuses what is not signed with its secret, or signed long ago."""
        first, *lines = head.split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines if line)
        signed = re.fullmatch(r"t=([0-9]+),v1=([0-9a-f]{64})", fields.get("Vernissage-Signature", ""))
        if not first.startswith("POST /hook HTTP/1.1") or signed is None:
            self.unsigned += 1
            return "400 Bad Request"
        wanted = hmac.new(self.secret.encode(), signed[1].encode() + b"." + body, hashlib.sha256).hexdigest()
        fresh = abs(int(signed[1]) - self.clock.now().timestamp()) <= SKEW_S
        if not hmac.compare_digest(wanted, signed[2]) or not fresh:
            self.unsigned += 1
            return "401 Unauthorized"
        told = json.loads(body)
        assert fields["Vernissage-Delivery"] == told["id"]
        assert fields["Vernissage-Event"] == told["type"]
        assert fields["Content-Type"].startswith("application/json")
        self.tries.append(told)
        if self.faults:
            return self.faults.pop(0)
        if told["id"] not in {each["id"] for each in self.taken}:
            self.taken.append(told)
        return "204 No Content"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(re.search(r"Content-Length: ([0-9]+)", head)[1])  # type: ignore[index]
            said = self.answer(head.strip(), await reader.readexactly(length))
            match said:
                case "hang":
                    await reader.read()
                case "cut":
                    writer.write(b"HTTP/1.1 200 O")
                case "junk":
                    writer.write(b"220 smtp.example ESMTP\r\n\r\n")
                case "endless":
                    writer.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n")
                case _:
                    status, *more = said.split(" ", 1)
                    extra = f"\r\n{more[0]}" if more and ":" in more[0] else ""
                    writer.write(f"HTTP/1.1 {status} Said{extra}\r\nContent-Length: 0\r\n\r\n".encode())
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiver(clock: Clock) -> AsyncIterator[Receiver]:
    """One on a free port of loopback."""
    site = Receiver(clock)
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    async with server:
        yield site
