"""Which files does the pretend Telegram keep, and which does it refuse?

Limits: photos 10 MB, width + height ≤ 10,000, ratio ≤ 20; other uploads 50 MB; downloads 20 MB
(https://core.telegram.org/bots/api#sending-files).
"""

import base64
import io
from pathlib import Path, PurePosixPath
from typing import Any

from bot.partners.pretend.telegram.refusals import Refusal, bad

MB = 1024 * 1024
MAX_PHOTO, MAX_UPLOAD, MAX_DOWNLOAD = 10 * MB, 50 * MB, 20 * MB
_SIZES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280), ("w", 2560))
_MIME = {
    ".pdf": "application/pdf", ".csv": "text/csv", ".txt": "text/plain", ".json": "application/json",
    ".zip": "application/zip", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
    ".webp": "image/webp", ".yml": "application/yaml",
}  # fmt: skip

Upload = tuple[str, bytes]


def measured(data: bytes) -> tuple[int, int]:
    """Width and height of a picture. Raises Refusal where Telegram would not take it as a photo."""
    if not data:
        raise bad("file must be non-empty", defect=True)
    if len(data) > MAX_PHOTO:
        raise bad(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes", defect=True
        )
    from PIL import Image  # lazily: only who sends pictures pays for it

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            width, height = picture.size
    except Exception:  # noqa: BLE001 - Pillow raises many kinds for broken bytes, they all mean the same here
        raise bad("IMAGE_PROCESS_FAILED", defect=True) from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS", defect=True)
    return width, height


class Files:
    """Files by file_id and by path; bytes live in `store` (a directory) or, without one, in memory."""

    def __init__(self, bot_id: int, store: Path | None) -> None:
        self._bot_id = bot_id
        self._store = store
        self._records: dict[str, dict[str, Any]] = {}
        self._bytes: dict[str, bytes] = {}
        self._count = 0

    def add_photo(self, data: bytes, name: str = "photo.jpg") -> list[dict[str, Any]]:
        """Keeps a picture; its PhotoSize list, smallest first, all sizes served from the same bytes."""
        width, height = measured(data)
        self._count += 1
        path = f"photos/file_{self._count}{PurePosixPath(name).suffix.lower() or '.jpg'}"
        self._put(path, data)
        longest = max(width, height)
        wanted = [(letter, min(side, longest)) for letter, side in _SIZES if side < longest]
        wanted.append((next((letter for letter, side in _SIZES if side >= longest), "w"), min(longest, 2560)))
        sizes = []
        for letter, side in dict(wanted).items():
            record = self._record(
                f"AgACAgIAAxk{self._bot_id}p{self._count}{letter}", f"AQAD{self._count:06d}{letter}", len(data)
            )
            record |= {
                "width": max(1, round(width * side / longest)),
                "height": max(1, round(height * side / longest)),
            }
            self._keep(record, "Photo", path)
            sizes.append(record)
        return [dict(size) for size in sizes]

    def add_document(self, data: bytes, name: str, mime: str | None = None) -> dict[str, Any]:
        """Keeps a file; its Document object."""
        if not data:
            raise bad("file must be non-empty", defect=True)
        if len(data) > MAX_UPLOAD:
            raise Refusal(413, "Request Entity Too Large", defect=True)
        self._count += 1
        suffix = PurePosixPath(name).suffix.lower()
        path = f"documents/file_{self._count}{suffix}"
        self._put(path, data)
        record = self._record(f"BQACAgIAAxk{self._bot_id}d{self._count}", f"AgAD{self._count:06d}", len(data))
        record |= {"file_name": name, "mime_type": mime or _MIME.get(suffix, "application/octet-stream")}
        self._keep(record, "Document", path)
        return dict(record)

    def by_id(self, file_id: str, kind: str) -> list[dict[str, Any]]:
        """What a file_id stands for: all sizes of a photo, or the one document. Raises Refusal for a foreign id."""
        entry = self._records.get(file_id)
        if entry is None:
            raise bad("wrong remote file identifier specified: Wrong string length", defect=True)
        if entry["kind"] != kind:
            raise bad(f"can't use file of type {entry['kind']} as {kind}", defect=True)
        return [dict(other["object"]) for other in self._records.values() if other["path"] == entry["path"]]

    def described(self, file_id: str) -> dict[str, Any]:
        """The answer of getFile. Raises Refusal for an unknown or too big file."""
        entry = self._records.get(file_id)
        if entry is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if entry["object"]["file_size"] > MAX_DOWNLOAD:
            raise bad("file is too big")
        fields = ("file_id", "file_unique_id", "file_size")
        return {name: entry["object"][name] for name in fields} | {"file_path": entry["path"]}

    def read(self, path: str) -> bytes | None:
        """The bytes behind a file_path."""
        if all(entry["path"] != path for entry in self._records.values()):
            return None
        if self._store is None:
            return self._bytes.get(path)
        try:
            return (self._store / path).read_bytes()
        except FileNotFoundError:
            return None

    def bytes_of(self, file_id: str) -> bytes | None:
        """The bytes behind a file_id, for a page or a test."""
        entry = self._records.get(file_id)
        return self.read(entry["path"]) if entry else None

    def dump(self) -> dict[str, Any]:
        """Everything as JSON; the bytes too (base64) where there is no directory."""
        blobs = {path: base64.b64encode(data).decode() for path, data in self._bytes.items()}
        return {"count": self._count, "records": self._records, "bytes": blobs}

    def load(self, dumped: dict[str, Any]) -> None:
        """The state that `dump` gave."""
        self._count = dumped["count"]
        self._records = dumped["records"]
        self._bytes = {path: base64.b64decode(text) for path, text in dumped["bytes"].items()}

    def _record(self, file_id: str, unique_id: str, size: int) -> dict[str, Any]:
        return {"file_id": file_id, "file_unique_id": unique_id, "file_size": size}

    def _keep(self, record: dict[str, Any], kind: str, path: str) -> None:
        self._records[record["file_id"]] = {"kind": kind, "path": path, "object": record}

    def _put(self, path: str, data: bytes) -> None:
        if self._store is None:
            self._bytes[path] = data
            return
        place = self._store / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
