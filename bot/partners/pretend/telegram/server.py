"""How is a call of the bot answered?

One implementation serves the demo shop, the tests and a real HTTP server: `call` takes a token, a method and plain
data and gives a status and the JSON that the Bot API would give.
"""

import asyncio
import copy
import inspect
import json
from pathlib import Path
from typing import Any

from bot.partners.pretend.telegram import editing, payments, profile, queries, sending
from bot.partners.pretend.telegram.calls import IMPLEMENTATIONS, Call
from bot.partners.pretend.telegram.faults import HTML_502, BadGateway
from bot.partners.pretend.telegram.files import Upload
from bot.partners.pretend.telegram.journal import ApiAnswer, JournalEntry
from bot.partners.pretend.telegram.parameters import BY_LOWER_NAME, read
from bot.partners.pretend.telegram.people import People
from bot.partners.pretend.telegram.refusals import ConnectionCut, Refusal, bad

MODULES = (editing, payments, profile, queries, sending)  # importing them fills IMPLEMENTATIONS
_BY_ADDRESS = {"photo", "document", "media"}
_MAX_PHOTO_BY_ADDRESS = 5 * 1024 * 1024


class PretendTelegram(People):
    """The server. What people do is inherited from People, what exists from World."""

    async def call(
        self, token: str, method: str, params: dict[str, Any], files: dict[str, Upload] | None = None
    ) -> ApiAnswer:
        """The answer to one call. Raises ConnectionCut where a fault wants no answer to arrive."""
        if token != self.token:
            return _refused(Refusal(401, "Unauthorized"))
        name = BY_LOWER_NAME.get(method.lower())
        if name is None:
            self.defects.append(f"{method}: not a method, or not simulated")
            return _refused(Refusal(404, "Not Found: method not found"))
        uploads = dict(files or {})
        named = {key: upload[0] for key, upload in uploads.items()}
        args: dict[str, Any] = dict(params)
        try:
            with self.faults.around(name, params.get("chat_id")):
                args = read(name, params, frozenset(uploads))
                result = await self._run(Call(self, name, args, uploads))
        except Refusal as refusal:
            if refusal.defect:
                self.defects.append(f"{name}: {refusal.description}")
            self._note(name, args, named, refusal.status, refusal.description)
            return _refused(refusal)
        except BadGateway:
            self._note(name, args, named, 502, "Bad Gateway")
            return ApiAnswer(502, HTML_502)
        except ConnectionCut as cut:
            self._note(name, args, named, 0, str(cut))
            raise
        self._note(name, args, named, 200, result=result)
        return ApiAnswer(200, {"ok": True, "result": result})

    async def _run(self, call: Call) -> Any:
        for name in _BY_ADDRESS & call.args.keys():
            await self._fetch(call, call.args[name])
        waiting = len(self.updates.waiting)
        result = IMPLEMENTATIONS[call.method](call)
        if inspect.isawaitable(result):
            result = await result
        if not call.method.startswith("get") or len(self.updates.waiting) < waiting:
            self.version += 1
        return copy.deepcopy(result)

    async def _fetch(self, call: Call, value: Any) -> None:
        """Downloads what the bot names by its address, as the real server does."""
        if isinstance(value, list | dict):
            for item in value if isinstance(value, list) else [value]:
                await self._fetch(call, item.get("media") if isinstance(item, dict) else None)
        elif isinstance(value, str) and value.startswith(("http://", "https://")):
            try:
                data = await self.fetch(value) if self.fetch else b""
            except (OSError, TimeoutError):
                data = b""
            if not data:
                raise bad("failed to get HTTP URL content")
            if len(data) > _MAX_PHOTO_BY_ADDRESS:
                raise bad("wrong type of the web page content", defect=True)
            call.uploads[value] = (value.rsplit("/", 1)[-1] or "file", data)

    def _note(
        self, method: str, args: dict[str, Any], files: dict[str, str], status: int, text: str = "", result: Any = None
    ) -> None:
        entry = JournalEntry(self.now(), method, copy.deepcopy(args), files, status, text, result)
        self.journal.append(entry)

    def calls(self, *methods: str) -> list[JournalEntry]:
        """The journal, of these methods only if any are named."""
        return [entry for entry in self.journal if not methods or entry.method in methods]

    def download(self, token: str, path: str) -> bytes | None:
        """The bytes behind a file_path; None for a wrong token or an unknown path."""
        return self.files.read(path) if token == self.token else None

    async def save(self) -> None:
        """Writes the state into the `store` directory; nothing is lost when it is cut short."""
        if self.store is None:
            raise ValueError("a PretendTelegram without a store directory has nowhere to save to")
        text = json.dumps(self.dump(), ensure_ascii=False, separators=(",", ":"))
        await asyncio.to_thread(_write, self.store / "telegram.json", text)

    def restore(self) -> bool:
        """Loads what `save` wrote; False where there is nothing."""
        place = self.store / "telegram.json" if self.store else None
        if place is None or not place.exists():
            return False
        self.load(json.loads(place.read_text("utf-8")))
        return True


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(".half")
    half.write_text(text, "utf-8")
    half.replace(place)


def _refused(refusal: Refusal) -> ApiAnswer:
    body = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    return ApiAnswer(refusal.status, body | ({"parameters": refusal.parameters} if refusal.parameters else {}))
