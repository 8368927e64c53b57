"""Does what a work cost stay with those who see the money? Nothing that leaves by the web has it."""

import httpx
import pytest

from bot.shop.shop import Shop
from tests.support.shops import a_work, someone
from tests.web.test_api import api
from tests.web.test_feeds import Reader, reader

__all__ = ["api", "reader"]


def _tells(answer: httpx.Response) -> bool:
    return any(word in answer.text for word in ("7654", "765432", '"cost', "cost_minor"))


@pytest.mark.parametrize("name", ["yml.xml", "google.xml", "stock.csv"])
async def test_no_feed_tells_what_a_work_cost(reader: Reader, shop: Shop, name: str) -> None:
    seller = await someone(shop)
    product, _, sku = await a_work(shop, seller, pieces=3)
    await shop.costs.change(product, 765_432, seller)
    answer = await reader.takes(name)
    assert sku in answer.text
    assert not _tells(answer)


async def test_no_answer_of_the_api_tells_what_a_work_cost(api: httpx.AsyncClient, shop: Shop) -> None:
    seller = await someone(shop)
    product, _, sku = await a_work(shop, seller, pieces=3)
    await shop.costs.change(product, 765_432, seller)
    for path in ("/api/v1/stock", f"/api/v1/stock/{sku}"):
        answer = await api.get(path)
        assert sku in answer.text
        assert not _tells(answer)
