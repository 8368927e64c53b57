"""How does one look at the whole shop without a token? The demo page, what it is told and what it may do.

For loopback only: whoever can open the page can be anybody in it.
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Protocol

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, Field

from bot.basics.languages import Language, pick_language
from bot.web.demo_people import (
    Act,
    DemoTelegram,
    Event,
    Upload,
    act,
    attach,
    chat_head,
    group_head,
    hears,
    people_of,
    whisper,
    whole_chat,
    whole_group,
)

Place = Literal["website", "marketplace", "fair"]

PAGES: Final = Path(__file__).with_name("static") / "demo"
LOOKS_EVERY_S: Final = 2.0
"""How often the panel is looked at anew when nothing happens: a hold may have run out."""
SETTLES_S: Final = 0.3
_KINDS: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_PAGE_HEADERS: Final = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class DemoWork:
    """A work in the panel: how many can be bought now, and how many somebody is just buying."""

    sku: str
    title: str
    available: int
    held: int = 0


class DemoDesk(Protocol):
    """What the page can move in the world around it."""

    @property
    def telegram(self) -> DemoTelegram: ...
    @property
    def showcase_id(self) -> int | None: ...
    @property
    def group_id(self) -> int | None: ...
    @property
    def seller_id(self) -> int: ...
    @property
    def timezone(self) -> str:
        """The shop's zone (IANA), in which the page shows times."""
        ...

    def buyer(self, name: str, language: Language | None) -> int:
        """The person of that name, made on first sight; None keeps the language they have."""
        ...

    async def works(self, language: Language) -> Sequence[DemoWork]: ...
    async def sell_elsewhere(self, place: Place, sku: str) -> dict[str, Any]:
        """Sell one piece through the real HTTP API; its answer (`applied`, `conflicts` or a problem document)."""
        ...

    async def move(self, seconds: float) -> None:
        """Let that much time pass."""
        ...

    def notifications(self) -> tuple[bool, float]:
        """Are YooKassa's notifications lost, and how many seconds are they late?"""
        ...

    def set_notifications(self, *, lose: bool, delay_s: float) -> None: ...
    async def reset(self) -> None:
        """Everything as on the first day."""
        ...

    def closing(self) -> bool:
        """The program ends: streams should too."""
        ...


class Sale(BaseModel):
    """A piece sold somewhere else."""

    place: Place
    sku: str = Field(max_length=64)


class Step(BaseModel):
    """How far the clock goes."""

    seconds: float = Field(gt=0, le=366 * 86400)


class Notices(BaseModel):
    """How badly YooKassa's notifications travel."""

    lose: bool
    delay_s: float = Field(0, ge=0, le=86400)


def demo_router(desk: DemoDesk) -> APIRouter:
    """`GET /demo` and everything under it."""
    router = APIRouter(prefix="/demo", include_in_schema=False)
    ours = APIRouter(dependencies=[Depends(_from_this_page)])
    assets = {path.name for path in PAGES.iterdir() if path.suffix in _KINDS}

    @router.get("")
    @router.get("/")
    async def page() -> Response:
        return HTMLResponse((PAGES / "index.html").read_text("utf-8"), headers=_PAGE_HEADERS)

    @router.get("/static/{name}")
    async def asset(name: str) -> Response:
        if name not in assets:
            raise HTTPException(404)
        return FileResponse(PAGES / name, media_type=_KINDS[Path(name).suffix], headers={"Cache-Control": "no-cache"})

    @router.get("/return")
    async def back_from_payment() -> Response:
        """Where the payment page leads: tells the messenger around it to go on."""
        return HTMLResponse((PAGES / "return.html").read_text("utf-8"), headers=_PAGE_HEADERS)

    @router.get("/file/{file_id}")
    async def file(request: Request, file_id: str) -> Response:
        data = desk.telegram.files.bytes_of(file_id)
        if data is None:
            raise HTTPException(404)
        tag = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
        # After a reset the same id is another picture: ask again each time, answer with nothing when it is the same.
        headers = {"Cache-Control": "no-cache", "ETag": tag, "X-Content-Type-Options": "nosniff"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        kind = _picture_kind(data)
        if kind is None:
            headers["Content-Disposition"] = "attachment"
        return Response(data, media_type=kind or "application/octet-stream", headers=headers)

    @router.get("/state")
    async def state(name: Annotated[str, Depends(_name)], lang: str | None = None) -> JSONResponse:
        """Everything a page shows, once."""
        language, whole = _whole(desk, name, lang)
        return JSONResponse(whole | {"panel": await _panel(desk, language)})

    @router.get("/events")
    async def events(name: Annotated[str, Depends(_name)], lang: str | None = None) -> StreamingResponse:
        """First everything, then each change; nothing falls between."""
        stream = _stream(desk, name, lang)
        return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    @ours.post("/act")
    async def on_act(asked: Act) -> JSONResponse:
        return JSONResponse(act(desk.telegram, asked))

    @ours.post("/attach")
    async def on_attach(
        user_id: Annotated[int, Form()],
        files: Annotated[list[UploadFile], File()],
        caption: Annotated[str, Form(max_length=1024)] = "",
        as_files: Annotated[bool, Form()] = False,
        reply_to: Annotated[int | None, Form()] = None,
    ) -> JSONResponse:
        upload = Upload(user_id=user_id, caption=caption, as_files=as_files, reply_to=reply_to)
        named = [(file.filename or "file", await file.read()) for file in files]
        return JSONResponse(await attach(desk.telegram, upload, named))

    @ours.post("/sales")
    async def on_sale(sale: Sale) -> JSONResponse:
        return JSONResponse(await desk.sell_elsewhere(sale.place, sale.sku))

    @ours.post("/clock")
    async def on_step(step: Step) -> JSONResponse:
        await desk.move(step.seconds)
        return JSONResponse({"now": desk.telegram.now()})

    @ours.post("/notifications")
    async def on_notices(notices: Notices) -> JSONResponse:
        desk.set_notifications(lose=notices.lose, delay_s=notices.delay_s)
        return JSONResponse(notices.model_dump())

    @ours.post("/reset")
    async def on_reset() -> JSONResponse:
        await desk.reset()
        return JSONResponse({})

    router.include_router(ours)
    return router


async def _from_this_page(request: Request) -> AsyncIterator[None]:
    """Another site's page may not act here; what cannot be done is said with 409."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(403, "only the demo page itself may do this")
    try:
        yield
    except ValueError as impossible:
        raise HTTPException(409, str(impossible)) from None


def _name(request: Request) -> str:
    """Who the page is: `?as=Anna`."""
    name = " ".join(request.query_params.get("as", "").split())
    return name[:32] or "Anna"


def _picture_kind(data: bytes) -> str | None:
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _whole(desk: DemoDesk, name: str, lang: str | None) -> tuple[Language, dict[str, Any]]:
    """The page's language and everything but the panel; the buyer appears where there was none."""
    telegram = desk.telegram
    asked = pick_language(lang, "ru") if lang else None
    buyer_id = desk.buyer(name, asked)
    language = asked or pick_language(telegram.chats[str(buyer_id)].get("language_code"), "ru")
    showcase = None if desk.showcase_id is None else whole_chat(telegram, desk.showcase_id)
    return language, {
        "type": "everything",
        "bot": telegram.bot,
        "language": language,
        "timezone": desk.timezone,
        "name": name,
        "people": people_of(telegram, desk.seller_id),
        "showcase": showcase,
        "group": None if desk.group_id is None else whole_group(telegram, desk.group_id, buyer_id),
        "buyer": whole_chat(telegram, buyer_id),
        "seller": whole_chat(telegram, desk.seller_id),
    }


async def _panel(desk: DemoDesk, language: Language) -> dict[str, Any]:
    lose, delay_s = desk.notifications()
    return {
        "type": "panel",
        "works": [asdict(work) for work in await desk.works(language)],
        "lose": lose,
        "delay_s": delay_s,
        "defects": len(desk.telegram.defects),
        "last_defects": desk.telegram.defects[-3:],
        "now": desk.telegram.now(),
    }


def _line(event: Event) -> str:
    return f"data: {json.dumps(event, ensure_ascii=False, separators=(',', ':'))}\n\n"


async def _stream(desk: DemoDesk, name: str, lang: str | None) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    with desk.telegram.subscribe() as events:
        language, whole = _whole(desk, name, lang)
        yield f"retry: 1000\n{_line(whole)}"
        shown: tuple[str, float] | None = None
        while not desk.closing():
            panel = await _panel(desk, language)
            ahead = panel["now"] - loop.time()
            looks = json.dumps({**panel, "now": None})
            if shown is None or looks != shown[0] or abs(ahead - shown[1]) > 1:
                shown = (looks, ahead)
                yield _line(panel)
            else:
                yield ": still here\n\n"
            until = loop.time() + LOOKS_EVERY_S
            while (left := until - loop.time()) > 0:
                try:
                    async with asyncio.timeout(left):
                        event = await events.__anext__()
                except TimeoutError:
                    break
                if event["type"] == "state":
                    language, whole = _whole(desk, name, lang)
                    yield _line(whole)
                elif told := _told(desk.telegram, event, whole, desk.seller_id):
                    yield _line(told)
                until = min(until, loop.time() + SETTLES_S)


def _told(telegram: DemoTelegram, event: Event, whole: dict[str, Any], seller_id: int) -> Event | None:
    """The event as this page needs it; None where it is about somebody else's chat."""
    shown = {chat["id"] for chat in (whole["showcase"], whole["group"], whole["buyer"], whole["seller"]) if chat}
    viewer, group = whole["buyer"]["id"], whole["group"]["id"] if whole["group"] else None
    chat_id = event["chat_id"]

    def head(number: int) -> dict[str, Any]:
        return group_head(telegram, number, viewer) if number == group else chat_head(telegram, number)

    if event["type"] == "commands":
        return {"type": "heads", "heads": [head(number) for number in shown]}
    if event["type"] == "people":
        heads = [head(chat_id)] if chat_id in shown else []
        return {"type": "heads", "heads": heads, "people": people_of(telegram, seller_id)}
    if chat_id not in shown:
        return None
    if event["type"] == "aside":
        mine = hears(event["message"], viewer)
        return {**event, "type": "message", "message": whisper(event["message"])} if mine else None
    if event["type"] in {"keyboard", "pinned"} or "successful_payment" in event.get("message", {}):
        return {**event, "head": chat_head(telegram, chat_id)}
    return event
