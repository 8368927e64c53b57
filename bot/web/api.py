"""What do the other sales channels say and ask? `/api/v1`, one key for each channel."""

import hashlib
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.basics.clock import Clock
from bot.basics.errors import ShopError
from bot.basics.money import decimal_text, minor_units
from bot.shop.channels.errors import CursorTooOld, SaleDiffers
from bot.shop.channels.use_cases import ChannelRegister, Channels
from bot.shop.channels.values import ChannelView, Sale, SaleLine, StockRow

PROBLEM: Final = "application/problem+json"
_SKEW: Final = timedelta(minutes=5)
"""How far a channel's clock may be ahead of ours."""


class MoneyOut(BaseModel):
    value: str = Field(examples=["12000.00"])
    currency: str = Field(examples=["RUB"])


class MoneyIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    value: str = Field(pattern=r"^[0-9]{1,8}\.[0-9]{2}$", examples=["12000.00"])
    currency: str = Field(pattern=r"^[A-Z]{3}$", examples=["RUB"])


class StockItem(BaseModel):
    """One SKU at one place."""

    sku: str = Field(examples=["W-0042"])
    location: str = Field(examples=["studio"])
    on_hand: int
    unavailable: int
    allocated: int
    reserved: int
    available: int
    listed: int = Field(description="How many this channel may offer now")
    price: MoneyOut
    version: int
    changed_at: datetime


class StockFeed(BaseModel):
    items: list[StockItem]
    cursor: str
    more: bool


class StockTotal(BaseModel):
    """One SKU over all places."""

    sku: str
    on_hand: int
    available: int
    listed: int
    price: MoneyOut
    locations: list[StockItem]


class SaleLineIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sku: str = Field(min_length=1, max_length=64, examples=["W-0042"])
    quantity: int = Field(ge=1, le=1_000_000, examples=[1])
    price: MoneyIn | None = None


class SaleIn(BaseModel):
    """A sale that has happened there. It is always recorded."""

    model_config = ConfigDict(extra="forbid")

    external_id: str = Field(min_length=1, max_length=100, examples=["order-1001"])
    occurred_at: AwareDatetime
    lines: list[SaleLineIn] = Field(min_length=1, max_length=100)


class ConflictOut(BaseModel):
    id: int
    sku: str
    short_qty: int
    reason: str = Field(description="`short`: more was promised than there is; `unknown_sku`")


class SaleOut(BaseModel):
    applied: bool
    conflicts: list[ConflictOut]


class Problem(BaseModel):
    """RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None


class Refused(Exception):
    """An answer that is a problem document."""

    def __init__(self, status: int, title: str, detail: str | None = None) -> None:
        super().__init__(title)
        self.problem = Problem(title=title, status=status, detail=detail)


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: {"model": Problem, "content": {PROBLEM: {}}} for status in statuses}


def _problem(status: int, title: str, detail: str | None = None, **more: Any) -> Response:
    body = Problem(title=title, status=status, detail=detail).model_dump(exclude_none=True) | more
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return Response(orjson.dumps(body), status_code=status, media_type=PROBLEM, headers=headers)


def add_api(app: FastAPI, channels: Channels, register: ChannelRegister, clock: Clock) -> None:
    """Put `/api/v1` on the app."""
    app.include_router(api_router(channels, register, clock))

    @app.exception_handler(Refused)
    async def refused(_request: Request, refusal: Refused) -> Response:
        return _problem(refusal.problem.status, refusal.problem.title, refusal.problem.detail)

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, trouble: RequestValidationError) -> Response:
        errors = [
            {"where": ".".join(str(part) for part in error["loc"]), "message": error["msg"]}
            for error in trouble.errors()
        ]
        return _problem(422, "The request is not valid", errors[0]["message"] if errors else None, errors=errors)


_bearer = HTTPBearer(auto_error=False, description="The channel's key, `vk_…`")


def api_router(channels: Channels, register: ChannelRegister, clock: Clock) -> APIRouter:
    """The calls themselves."""

    async def channel_of(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> ChannelView:
        channel = await register.by_key(given.credentials) if given else None
        if channel is None:
            raise Refused(401, "Bad key", "Send `Authorization: Bearer vk_…` with the key of an enabled channel.")
        return channel

    router = APIRouter(prefix="/api/v1", responses=_problems(401, 422))
    who = Annotated[ChannelView, Depends(channel_of)]

    @router.get("/stock", response_model=StockFeed, tags=["stock"], summary="Changes feed", responses=_problems(410))
    async def stock(
        _channel: who,
        since: Annotated[str | None, Query(max_length=64, description="The cursor of the last answer")] = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 200,
    ) -> StockFeed:
        try:
            page = await channels.stock_page(since, limit)
        except CursorTooOld:
            raise Refused(410, "Unknown cursor", "Begin again without `since`.") from None
        return StockFeed(items=[_item(row) for row in page.rows], cursor=page.cursor, more=page.more)

    @router.get("/stock/{sku}", response_model=StockTotal, tags=["stock"], summary="One SKU", responses=_problems(404))
    async def stock_of(_channel: who, sku: str, request: Request, response: Response) -> Any:
        rows = await channels.stock_of(sku)
        if not rows:
            raise Refused(404, "Unknown SKU", f"There is no {sku[:64]!r} for sale.")
        tag = (
            '"'
            + hashlib.sha256("|".join(f"{row.location}:{row.version}" for row in rows).encode()).hexdigest()[:16]
            + '"'
        )
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        response.headers["ETag"] = tag
        available = sum(row.available for row in rows)
        return StockTotal(
            sku=rows[0].sku,
            on_hand=sum(row.on_hand for row in rows),
            available=available,
            listed=max(available, 0) if rows[0].for_sale else 0,
            price=_money(rows[0]),
            locations=[_item(row) for row in rows],
        )

    @router.post(
        "/sales",
        response_model=SaleOut,
        status_code=201,
        tags=["sales"],
        summary="A sale that has happened there",
        responses=_problems(409),
    )
    async def sales(channel: who, sale: SaleIn) -> Any:
        """Recorded once: a replay gets the same answer, another body under the same id 409."""
        now = clock.now()
        told = Sale(
            sale.external_id,
            min(sale.occurred_at, now + _SKEW),
            tuple(
                SaleLine(line.sku, line.quantity, minor_units(line.price.value) if line.price else None)
                for line in sale.lines
            ),
        )
        digest = hashlib.sha256(orjson.dumps(sale.model_dump(mode="json"), option=orjson.OPT_SORT_KEYS)).hexdigest()
        try:
            return await channels.record_sale(channel, told, digest)
        except SaleDiffers:
            raise Refused(409, "Another sale has this id", "The same external_id was told with another body.") from None
        except ShopError as refusal:
            raise Refused(422, "Refused", refusal.text_key) from None

    return router


def _etag(rows: list[StockRow]) -> str:
    state = "|".join(f"{row.location}:{row.version}:{row.for_sale}" for row in rows)
    return f'"{hashlib.sha256(state.encode()).hexdigest()[:16]}"'


def _money(row: StockRow) -> MoneyOut:
    return MoneyOut(value=decimal_text(row.price.minor), currency=row.price.currency)


def _item(row: StockRow) -> StockItem:
    return StockItem(
        sku=row.sku,
        location=row.location,
        on_hand=row.on_hand,
        unavailable=row.unavailable,
        allocated=row.allocated,
        reserved=row.reserved,
        available=row.available,
        listed=row.listed,
        price=_money(row),
        version=row.version,
        changed_at=row.changed_at,
    )
