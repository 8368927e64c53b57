"""Do the files that other places pull say what their readers demand, and only what has changed?"""

import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import httpx
import pytest

from bot.basics.clock import MovableClock
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from bot.shop.channels.values import ChannelKind, Count, Offer, Request
from bot.shop.pickup.values import NewPlace
from bot.shop.shop import Shop
from bot.storage.database import Database
from bot.telegram.texts import load_texts
from bot.web.app import Doors, build_app
from bot.web.feeds.doors import PAGE
from tests.support.counter import Statements
from tests.support.shops import JPEG, a_work, someone

G = "{http://base.google.com/ns/1.0}"
OFFER_ORDER = [
    "url", "price", "oldprice", "currencyId", "categoryId", "picture", "pickup", "name", "vendor",
    "description", "barcode", "param", "count",
]  # fmt: skip
"""As in shops.dtd, and `count` last."""


async def _no_payment(_id: str, _event: str) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {"database": True}


class Reader:
    """A place that pulls its files."""

    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self.http, self.token = http, token

    async def takes(self, name: str, **headers: str) -> httpx.Response:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return await self.http.get(f"/feeds/{self.token}/{name}", headers=named)

    async def yml(self) -> ET.Element:
        return _read(await self.takes("yml.xml"))

    async def google(self) -> ET.Element:
        return _read(await self.takes("google.xml"))

    async def table(self, **query: str) -> list[dict[str, str]]:
        answer = await self.http.get(f"/feeds/{self.token}/stock.csv", params=query)
        text = answer.text.removeprefix("\ufeff")
        return list(csv.DictReader(io.StringIO(text), delimiter=";" if query.get("excel") else ","))


def _read(answer: httpx.Response) -> ET.Element:
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(b"<?xml"), "the declaration stands at byte 0"
    assert int(answer.headers["content-length"]) == len(answer.content)
    return ET.fromstring(answer.content)  # noqa: S314 (our own file)


@pytest.fixture
async def reader(shop: Shop, clock: MovableClock) -> AsyncIterator[Reader]:
    texts = load_texts()
    doors = Doors(
        None,
        "w" * 20,
        _no_payment,
        "p" * 20,
        _ready,
        shop,
        clock,
        "https://shop.example.org",
        bot="vernissage_bot",
        word=lambda language, key: texts[language].plain(key),
    )
    keys = await shop.register.add("my-site", ChannelKind.WEBSITE)
    transport = httpx.ASGITransport(build_app(doors))
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as http:
        yield Reader(http, keys.feed_token)


async def _described(shop: Shop, title: str, description: str) -> str:
    seller = await someone(shop)
    work = NewWork("ru", title, Kind.ORDINARY, 500_00, (), 3, technique="масло", description=description)
    product = await shop.listing.draft(work, NewPhoto(JPEG, 1, 1, f"{hash(title) % 10**12:064d}"), seller)
    await shop.listing.put_up(product, seller, publish=False)
    return (await shop.catalogue.card(product, "ru")).sku


# -- YML


async def test_yml_has_every_required_part_in_its_order(reader: Reader, shop: Shop, clock: MovableClock) -> None:
    product, _, sku = await a_work(shop, await someone(shop), pieces=3)
    await shop.listing.change(product, price_minor=1_000_000)
    root = await reader.yml()
    assert (root.tag, root.get("date")) == ("yml_catalog", "2026-11-21T15:00+03:00")
    (place,) = root
    assert [part.tag for part in place] == ["name", "company", "url", "currencies", "categories", "offers"]
    assert place.findtext("url") == "https://t.me/vernissage_bot"
    assert [(each.get("id"), each.get("rate")) for each in place.iter("currency")] == [("RUB", "1")]
    (offer,) = place.iter("offer")
    tags = [part.tag for part in offer]
    assert tags == sorted(tags, key=OFFER_ORDER.index)
    assert {"url", "price", "currencyId", "categoryId", "picture", "name", "description", "count"} <= set(tags)
    assert (offer.get("id"), offer.get("available")) == (sku, "true")
    assert offer.findtext("price") == "10000.00"
    assert offer.findtext("oldprice") == "12000.00"
    assert offer.findtext("count") == "3"
    assert offer.findtext("url") == f"https://t.me/vernissage_bot?start=p_{product}-s_mysite"
    assert {each.get("id") for each in place.iter("category")} >= {offer.findtext("categoryId")}
    assert {each.get("name"): each.text for each in offer.iter("param")} == {
        "Техника": "холст, масло",
        "Размер": "40 × 50 см",
        "Год": "2026",
    }
    assert re.fullmatch(r"https://shop\.example\.org/photos/[0-9a-f]{64}\.jpg", offer.findtext("picture") or "")


async def test_what_is_sold_out_stays_with_nothing_and_what_is_hidden_goes(reader: Reader, shop: Shop) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller)
    hidden, _, _ = await a_work(shop, seller)
    await shop.listing.show(hidden, shown=False)
    await shop.shelves.count(sku, 0, seller, "gone")
    (offer,) = (await reader.yml()).iter("offer")
    assert (offer.get("id"), offer.get("available"), offer.findtext("count")) == (sku, "false", "0")
    (item,) = (await reader.google()).iter("item")
    assert item.findtext(f"{G}availability") == "out_of_stock"


async def test_a_channel_offers_what_its_terms_say(reader: Reader, shop: Shop) -> None:
    seller = await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=9)
    for offer, count, price in (
        (Offer(buffer=2), 7, "12000.00"),
        (Offer(floor=9), 0, "12000.00"),
        (Offer(at_most=4), 4, "12000.00"),
        (Offer(buffer=2, at_most=4, price_minor=1_500_000), 4, "15000.00"),
    ):
        await shop.terms.set("my-site", variant, offer)
        (there,) = (await reader.yml()).iter("offer")
        assert (there.findtext("count"), there.findtext("price")) == (str(count), price)
        (row,) = await reader.table()
        assert (row["sku"], row["on_hand"], row["listed"], row["price"]) == (sku, "9", str(count), price)
    (item,) = (await reader.google()).iter("item")
    assert item.findtext(f"{G}price") == "15000.00 RUB"
    await shop.terms.set("my-site", variant, Offer(listed=False))
    assert list((await reader.yml()).iter("offer")) == []
    assert [row["listed"] for row in await reader.table()] == ["0"]


@pytest.mark.parametrize("words", ["<b>\"&'", "]]><x/>", "a\x0bb\x00c\ufffe", "ё" * 200 + " \u202e", "=1+1"])
async def test_hostile_words_are_only_words(reader: Reader, shop: Shop, words: str) -> None:
    if "\x00" in words:
        words = words.replace("\x00", "")  # PostgreSQL keeps none
    await _described(shop, words[:190], words)
    (offer,) = (await reader.yml()).iter("offer")
    (item,) = (await reader.google()).iter("item")
    plain = words.replace("\x0b", "").replace("\ufffe", "")
    assert offer.findtext("description") == plain
    assert item.findtext(f"{G}description") == plain
    assert len(offer.findtext("name") or "") <= 150
    assert len(item.findtext(f"{G}title") or "") <= 150


# -- Google


async def test_google_has_every_required_field(reader: Reader, shop: Shop) -> None:
    product, _, sku = await a_work(shop, await someone(shop), pieces=3)
    await shop.listing.change(product, price_minor=1_000_000)
    root = await reader.google()
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    assert [part.tag for part in channel][:3] == ["title", "link", "description"]
    (item,) = channel.iter("item")
    for field in ("id", "title", "description", "link", "image_link", "availability", "price", "condition", "brand"):
        assert item.findtext(f"{G}{field}"), field
    assert item.findtext(f"{G}id") == sku
    assert item.findtext(f"{G}price") == "12000.00 RUB"
    assert item.findtext(f"{G}sale_price") == "10000.00 RUB"
    assert item.findtext(f"{G}identifier_exists") == "no"


# -- the table


async def test_the_table_has_a_row_for_each_place_and_promises_no_piece_twice(reader: Reader, shop: Shop) -> None:
    seller = await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=5)
    await shop.pickup.add(NewPlace("Галерея", "gallery", "Арбат, 1", ""))
    gallery = next(place.code for place in await shop.pickup.places() if place.kind == "gallery")
    channel = (await shop.register.all())[0]
    await shop.exchange.set_count(channel, sku, Count(4, None, gallery), Request("", "x"))
    await shop.terms.set("my-site", variant, Offer(buffer=1, at_most=7))
    rows = await reader.table()
    assert [(row["location"], row["on_hand"], row["listed"]) for row in rows] == [
        ("studio", "5", "5"),
        (gallery, "4", "2"),
    ]
    assert datetime.fromisoformat(rows[0]["changed_at"]).tzinfo is not None


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@x"])
async def test_no_cell_begins_a_formula(reader: Reader, shop: Shop, words: str) -> None:
    await _described(shop, words, "")
    (row,) = await reader.table(excel="true")
    assert row["name"] == f"'{words}"


async def test_excel_gets_its_own_table(reader: Reader, shop: Shop) -> None:
    await a_work(shop, await someone(shop))
    answer = await reader.http.get(f"/feeds/{reader.token}/stock.csv", params={"excel": "true"})
    assert answer.content.startswith(b"\xef\xbb\xbfsku;name;")
    assert not (await reader.takes("stock.csv")).content.startswith(b"\xef\xbb\xbf")


# -- taken again or not


@pytest.mark.parametrize("name", ["yml.xml", "google.xml", "stock.csv"])
async def test_the_same_file_is_not_sent_twice_and_a_changed_one_is(
    reader: Reader, shop: Shop, clock: MovableClock, name: str
) -> None:
    seller = await someone(shop)
    product, _, sku = await a_work(shop, seller, pieces=3)
    first = await reader.takes(name)
    tag, since = first.headers["etag"], first.headers["last-modified"]
    clock.move(timedelta(minutes=20))
    for again in (
        await reader.takes(name, If_None_Match=tag),
        await reader.takes(name, If_None_Match=f'"other", W/{tag}'),
        await reader.takes(name, If_Modified_Since=since),
    ):
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (await reader.takes(name)).content == first.content
    assert (await reader.takes(name, If_None_Match='"other"', If_Modified_Since=since)).status_code == 200
    await shop.shelves.count(sku, 0, seller, "all gone")
    changed = await reader.takes(name, If_None_Match=tag)
    assert changed.status_code == 200
    assert changed.headers["last-modified"] != since
    await shop.listing.change(product, title=("ru", "Другое имя"))
    assert (await reader.takes(name, If_None_Match=changed.headers["etag"])).status_code == 200


async def test_yml_is_dated_anew_every_day(reader: Reader, shop: Shop, clock: MovableClock) -> None:
    tag = (await reader.takes("yml.xml")).headers["etag"]
    clock.move(timedelta(hours=25))
    assert (await reader.takes("yml.xml", If_None_Match=tag)).status_code == 200


async def test_a_head_is_the_answer_without_its_body(reader: Reader, shop: Shop) -> None:
    await a_work(shop, await someone(shop))
    whole = await reader.takes("yml.xml")
    head = await reader.http.head(f"/feeds/{reader.token}/yml.xml")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


# -- who may


async def test_only_the_present_address_of_an_enabled_channel_opens(reader: Reader, shop: Shop) -> None:
    for name in ("yml.xml", "google.xml", "stock.csv"):
        wrong = await reader.http.get(f"/feeds/{'x' * 32}/{name}")
        assert (wrong.status_code, wrong.headers["content-type"]) == (404, "application/problem+json")
    old, keys = reader.token, await shop.register.rotate_key("my-site")
    assert (await reader.takes("yml.xml")).status_code == 404
    reader.token = keys.feed_token
    assert (await reader.takes("yml.xml")).status_code == 200
    await shop.register.disable("my-site")
    assert (await reader.takes("yml.xml")).status_code == 404
    assert old != keys.feed_token


async def test_whole_files_are_not_asked_for_all_the_time(reader: Reader) -> None:
    answers = [await reader.takes("stock.csv") for _ in range(13)]
    assert [answer.status_code for answer in answers] == [200] * 12 + [429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 5


async def test_a_longer_catalogue_comes_whole_with_few_statements(
    reader: Reader, shop: Shop, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.feeds.doors.PAGE", 2)
    seller = await someone(shop)
    works = [await a_work(shop, seller, title=f"Работа {number}") for number in range(5)]
    assert [offer.get("id") for offer in (await reader.yml()).iter("offer")] == [sku for _, _, sku in works]
    assert [row["sku"] for row in await reader.table()] == [sku for _, _, sku in works]
    monkeypatch.setattr("bot.web.feeds.doors.PAGE", PAGE)
    with Statements(database) as asked:
        await reader.yml()
    assert len(asked.seen) <= 6
    assert await shop.stock.differences() == []
