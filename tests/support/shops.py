"""How does a test get a shop with something in it?"""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import func, insert, select

from bot.basics.ids import CustomerId, ProductId, VariantId
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from bot.shop.invoices.ports import InvoiceMaker
from bot.shop.payments.ports import PaymentGateway
from bot.shop.pickup.tables import Location
from bot.shop.pickup.values import NewPlace
from bot.shop.policies.values import Policies
from bot.shop.shop import Shop, build_shop
from bot.shop.stock.tables import StockLevel
from bot.storage.base import Base
from bot.storage.database import Database

POLICIES = Policies(
    shop_name="Vernissage",
    currency="RUB",
    timezone="Europe/Moscow",
    seller_name="Анна Белова",
    seller_inn="770000000000",
    terms_url="https://example.org/terms",
    hold=timedelta(minutes=15),
    hold_max=timedelta(minutes=45),
    payment_link=timedelta(hours=1),
    payment_grace=timedelta(minutes=5),
    pickup_keep=timedelta(days=7),
)
STUDIO = NewPlace(title="Мастерская", kind="studio", address="Москва, Пречистенка, 12", hours="вт–вс 12–20")
# the smallest JPEG that a strict server takes for a picture
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300030202020202030202020303030304060404040404080606050609080a0a09"
    "0809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ff"
    "da0008010100003f00d2cf20ffd9"
)
_numbers = count(1000)


async def open_shop(
    database: Database, gateway: PaymentGateway | None = None, invoices: InvoiceMaker | None = None, **rules: Any
) -> Shop:
    """A shop with one place of collection; `rules` are policies that differ."""
    defaults = dataclasses.replace(POLICIES, **rules)
    shop = build_shop(
        database,
        defaults=defaults,
        language="ru",
        gateway=gateway,
        bot_username="vernissage_bot",
        invoices=invoices,
    )
    await shop.pickup.begin(STUDIO, "studio")
    return shop


async def someone(shop: Shop, name: str = "Мария") -> CustomerId:
    """A person nobody has seen before."""
    return (await shop.customers.recognise(next(_numbers), name, None, "ru")).id


async def a_work(
    shop: Shop, seller: CustomerId, *, title: str = "Закат над Невой", price_minor: int = 1_200_000, pieces: int = 1
) -> tuple[ProductId, VariantId, str]:
    """A listed work: (work, variant, SKU)."""
    kind = Kind.ONE_OF_A_KIND if pieces == 1 else Kind.ORDINARY
    work = NewWork("ru", title, kind, price_minor, (), pieces, technique="холст, масло", size="40 × 50 см", year=2026)
    photo = NewPhoto(JPEG, 1, 1, f"{next(_numbers):064d}")
    product = await shop.listing.draft(work, photo, seller)
    await shop.listing.put_up(product, seller, publish=False)
    card = await shop.catalogue.card(product, "ru")
    return product, card.variant, card.sku


Standing = tuple[int, int, int, int | None, datetime]
"""(number, price in minor units, pieces, category, listed at)"""


async def stand(database: Database, works: Sequence[Standing]) -> None:
    """Very many works for sale at once, `Работа 1` and so on; nothing is said of how they came."""
    now = database.clock.now()
    async with database.transaction() as session:
        place = await session.scalar(select(func.min(Location.id)))
        rows: dict[type[Base], list[dict[str, Any]]] = {Product: [], ProductText: [], Variant: [], StockLevel: []}
        for number, price, pieces, category, listed_at in works:
            rows[Product].append(
                {"id": number, "kind": "ordinary", "state": "listed", "language": "ru", "created_at": now,
                 "listed_at": listed_at, "category_id": category}
            )  # fmt: skip
            rows[ProductText].append({"product_id": number, "language": "ru", "title": f"Работа {number}"})
            rows[Variant].append(
                {"id": number, "product_id": number, "sku": f"W-{number:04d}", "currency": "RUB",
                 "exclusive": False, "price_minor": price}
            )  # fmt: skip
            rows[StockLevel].append({"variant_id": number, "location_id": place, "on_hand": pieces, "changed_at": now})
        for table, those in rows.items():
            await session.execute(insert(table), those)
