"""What of the stock may a channel read, count, correct and hold?"""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response

from bot.basics.clock import Clock
from bot.basics.errors import ShopError
from bot.shop.catalogue.errors import UnknownSku
from bot.shop.channels.errors import (
    ChannelHoldOver,
    CursorTooOld,
    NoSuchHold,
    RequestDiffers,
    RequestRuns,
    StockMoved,
    WhichPlace,
)
from bot.shop.channels.values import Change, Count, StockRow
from bot.shop.exchange.use_cases import Exchange
from bot.shop.inventory.errors import NotThatMany
from bot.shop.stock.errors import SoldOut
from bot.web.api_v1.keys import IdempotencyKey, Seen, digest, request_of
from bot.web.api_v1.models import (
    ChangeIn,
    ChangeOut,
    ChangesIn,
    ChangesOut,
    Committed,
    ConflictOut,
    CountIn,
    HoldIn,
    HoldOut,
    MoneyOut,
    StockFeed,
    StockItem,
    StockTotal,
)
from bot.web.api_v1.problems import Refused, problems

SKEW: Final = timedelta(minutes=5)
"""How far a channel's clock may be ahead of ours."""


def add_stock(router: APIRouter, who: Any, exchange: Exchange, clock: Clock, seen: Seen) -> None:
    """Stock and holds."""

    @router.get("/stock", response_model=StockFeed, tags=["stock"], summary="Changes feed", responses=problems(410))
    async def stock(
        channel: who,
        since: Annotated[str | None, Query(max_length=64, description="The cursor of the last answer")] = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 200,
    ) -> StockFeed:
        """The latest state of every (SKU, location) that changed after the cursor; from the beginning without one."""
        try:
            page = await exchange.stock_page(channel, since, limit)
        except CursorTooOld:
            raise Refused(410, "Unknown cursor", "Begin again without `since`.") from None
        if since:
            await seen.note(channel, since)
        return StockFeed(items=[_item(row) for row in page.rows], cursor=page.cursor, more=page.more)

    @router.get(
        "/stock/{sku}",
        response_model=StockTotal,
        tags=["stock"],
        summary="One SKU",
        responses=problems(404) | {304: {"description": "Not changed since that ETag"}},
    )
    async def stock_of(channel: who, sku: str, request: Request, response: Response) -> Any:
        rows = await exchange.stock_of(channel, sku)
        if not rows:
            raise _unknown(sku)
        tag = _etag(rows)
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        response.headers["ETag"] = tag
        return _total(rows)

    @router.put(
        "/stock/{sku}",
        response_model=StockItem,
        tags=["stock"],
        summary="Set a count",
        responses=problems(404, 409),
    )
    async def set_count(channel: who, sku: str, count: CountIn, idempotency_key: IdempotencyKey = None) -> StockItem:
        """There are so many now. `change_from` guards against a number that has moved meanwhile."""
        told = Count(count.on_hand, count.change_from, count.location)
        try:
            done = await exchange.set_count(channel, sku, told, request_of("put", idempotency_key, count, sku))
        except UnknownSku:
            raise _unknown(sku) from None
        except WhichPlace:
            raise Refused(422, "Which location?", "Name the `location` that was counted, by its code.") from None
        except StockMoved as moved:
            current = {"on_hand": moved.on_hand, "version": moved.version}
            raise Refused(409, "The number has moved", "Look again, then count.", current=current) from None
        except (RequestDiffers, RequestRuns) as refusal:
            raise _used(refusal) from None
        rows = await exchange.stock_of(channel, done["sku"])
        return next(_item(row) for row in rows if row.location_id == done["location"])

    @router.post("/stock/changes", response_model=ChangesOut, tags=["stock"], summary="What happened there")
    async def changes(channel: who, told: ChangesIn) -> ChangesOut:
        """Each row by itself, once for each `cause`; what is told late lands at its own time."""
        latest = clock.now() + SKEW
        results = []
        for row in told.changes:
            if problem := _quantity_problem(row):
                results.append(ChangeOut(cause=row.cause, status="refused", detail=problem))
                continue
            change = Change(
                row.cause, row.sku, row.type, row.quantity, min(row.occurred_at, latest), row.location, row.reason
            )
            try:
                done = await exchange.change(channel, change, digest(row))
            except ShopError as refusal:
                results.append(ChangeOut(cause=row.cause, status="refused", detail=_why(refusal)))
                continue
            conflicts = [ConflictOut(**each) for each in done["conflicts"]]
            status = "repeated" if done.get("repeated") else "applied"
            results.append(ChangeOut(cause=row.cause, status=status, conflicts=conflicts))
        return ChangesOut(results=results)

    @router.post(
        "/reservations",
        response_model=HoldOut,
        status_code=201,
        tags=["reservations"],
        summary="Hold pieces for a customer of yours",
        responses=problems(400, 404, 409),
    )
    async def reserve(channel: who, hold: HoldIn, idempotency_key: IdempotencyKey = None) -> Any:
        """Out of the one stock. The header `Idempotency-Key` is mandatory."""
        if not idempotency_key:
            raise Refused(
                400, "Idempotency-Key is missing", "Send a header of your own choice: a retry finds the hold."
            )
        request = request_of("hold", idempotency_key, hold)
        try:
            return await exchange.hold(
                channel, hold.sku, hold.quantity, timedelta(seconds=hold.ttl_s), hold.reference, request
            )
        except UnknownSku:
            raise _unknown(hold.sku) from None
        except SoldOut as sold_out:
            raise Refused(409, "Sold out", available=sold_out.available) from None
        except (RequestDiffers, RequestRuns) as refusal:
            raise _used(refusal) from None

    @router.delete(
        "/reservations/{id}",
        status_code=204,
        tags=["reservations"],
        summary="Let the pieces go",
        responses=problems(404, 409),
    )
    async def release(channel: who, id: str) -> Response:  # noqa: A002 (the contract's own name)
        try:
            await exchange.let_go(channel, id)
        except NoSuchHold:
            raise _no_hold() from None
        except ChannelHoldOver:
            raise Refused(409, "It is sold", "A committed reservation cannot be given back.") from None
        return Response(status_code=204)

    @router.post(
        "/reservations/{id}/commit",
        response_model=Committed,
        tags=["reservations"],
        summary="The customer has paid: the pieces are sold",
        responses=problems(404, 409),
    )
    async def commit(channel: who, id: str) -> Committed:  # noqa: A002 (as above)
        try:
            await exchange.sell_held(channel, id)
        except NoSuchHold:
            raise _no_hold() from None
        except ChannelHoldOver:
            raise Refused(409, "The hold has ended", "The pieces are gone: give the money back.") from None
        return Committed(id=id)


def _unknown(sku: str) -> Refused:
    return Refused(404, "Unknown SKU", f"There is no {sku[:64]!r} for sale.")


def _no_hold() -> Refused:
    return Refused(404, "Unknown reservation", "There is no such reservation of this channel.")


def _used(refusal: ShopError) -> Refused:
    if isinstance(refusal, RequestRuns):
        return Refused(409, "The same request is running", "Ask again in a moment.")
    return Refused(409, "The key was used", "The same Idempotency-Key came with another request.")


def _quantity_problem(row: ChangeIn) -> str | None:
    if row.type in ("sale", "return") and row.quantity < 1:
        return "quantity must be at least 1"
    if row.type == "count" and row.quantity < 0:
        return "a count is not below 0"
    if row.type == "adjust" and row.quantity == 0:
        return "a correction by 0 corrects nothing"
    return None


def _why(refusal: ShopError) -> str:
    match refusal:
        case UnknownSku():
            return "unknown SKU"
        case WhichPlace():
            return "name the location, by its code"
        case NotThatMany():
            return f"there are only {refusal.on_hand}"
        case RequestDiffers():
            return "this cause was told before, with another body"
        case RequestRuns():
            return "this cause is being worked on: ask again in a moment"
    return refusal.text_key


def _etag(rows: Sequence[StockRow]) -> str:
    state = "|".join(f"{row.location}:{row.version}:{row.listed}" for row in rows)
    return f'"{hashlib.sha256(state.encode()).hexdigest()[:16]}"'


def _total(rows: Sequence[StockRow]) -> StockTotal:
    available = sum(row.available for row in rows)
    return StockTotal(
        sku=rows[0].sku,
        on_hand=sum(row.on_hand for row in rows),
        available=available,
        listed=rows[0].offer.of(available) if rows[0].for_sale else 0,
        price=MoneyOut.of(rows[0].price),
        locations=[_item(row) for row in rows],
    )


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
        price=MoneyOut.of(row.price),
        version=row.version,
        changed_at=row.changed_at,
    )
