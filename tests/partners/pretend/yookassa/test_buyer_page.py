"""What does a buyer meet on the pretend payment page?"""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.web.pretend_yookassa import pretend_yookassa_app


@pytest.fixture
async def browser(server: PretendYooKassa) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(pretend_yookassa_app(server))
    async with httpx.AsyncClient(transport=transport, base_url="http://pretend.example") as client:
        yield client


async def test_the_page_shows_sum_and_what_is_paid_for_literally(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment("1234.50", description="<b>Картина</b> & рама")
    page = (await browser.get(f"/pay/{payment_id}?lang=ru")).text
    assert "1\xa0234,50\xa0₽" in page
    assert "&lt;b&gt;Картина&lt;/b&gt; &amp; рама" in page
    for word in ("Оплатить", "Банк отказывает", "Уйти без оплаты"):
        assert word in page


@pytest.mark.parametrize(
    ("query", "accept", "word"),
    [
        ("?lang=pl", "ru", "Zapłać"),
        ("", "de, en-GB;q=0.9, ru;q=0.8", "Pay"),
        ("", "pl-PL,pl;q=0.9", "Zapłać"),
        ("?lang=xx", "fr", "Оплатить"),
    ],
)
async def test_the_page_speaks_the_language_asked_for(
    browser: httpx.AsyncClient, shop: Any, query: str, accept: str, word: str
) -> None:
    answer = await browser.get(f"/pay/{shop.payment()}{query}", headers={"Accept-Language": accept})
    assert f">{word}</button>" in answer.text


async def test_paying_shows_the_result_and_the_way_back(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment()
    answer = await browser.post(f"/pay/{payment_id}/pay?lang=en", follow_redirects=True)
    assert str(answer.url) == f"http://pretend.example/pay/{payment_id}?lang=en"
    assert "<h1>Paid</h1>" in answer.text
    assert 'href="https://t.me/bot?start=o_1"' in answer.text
    assert "<button" not in answer.text
    assert shop.get(f"/payments/{payment_id}")[1]["status"] == "succeeded"


async def test_a_second_tap_on_pay_only_shows_the_result(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment()
    for _ in range(2):
        answer = await browser.post(f"/pay/{payment_id}/pay", follow_redirects=True)
        assert answer.status_code == 200


async def test_after_a_refusal_the_buyer_may_try_again(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment()
    answer = await browser.post(f"/pay/{payment_id}/decline?lang=en", follow_redirects=True)
    assert "The bank did not let the payment through" in answer.text
    answer = await browser.post(f"/pay/{payment_id}/pay?lang=en", follow_redirects=True)
    assert "<h1>Paid</h1>" in answer.text


async def test_leaving_goes_back_to_the_shop_and_changes_nothing(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment()
    answer = await browser.post(f"/pay/{payment_id}/close")
    assert (answer.status_code, answer.headers["location"]) == (303, "https://t.me/bot?start=o_1")
    assert shop.get(f"/payments/{payment_id}")[1]["status"] == "pending"


async def test_a_return_address_that_is_a_script_is_never_offered(browser: httpx.AsyncClient, shop: Any) -> None:
    payment_id = shop.payment(confirmation={"type": "mobile_application", "return_url": "javascript:alert(1)"})
    assert "javascript" not in (await browser.get(f"/pay/{payment_id}")).text
    answer = await browser.post(f"/pay/{payment_id}/pay", follow_redirects=True)
    assert "javascript" not in answer.text
    answer = await browser.post(f"/pay/{payment_id}/close")
    assert "javascript" not in answer.headers["location"]


async def test_an_unknown_payment_has_a_page_that_says_so(browser: httpx.AsyncClient) -> None:
    for method, path in (("GET", "/pay/none?lang=en"), ("POST", "/pay/none/pay?lang=en")):
        answer = await browser.request(method, path)
        assert answer.status_code == 404
        assert "There is no such payment" in answer.text


async def test_the_shop_hears_of_a_payment_made_on_the_page(
    browser: httpx.AsyncClient, shop: Any, server: PretendYooKassa
) -> None:
    heard: list[str] = []

    async def notify(url: str, body: bytes) -> int:
        heard.append(body.decode())
        return 200

    server.notifications._notify = notify
    server.notifications.url = "http://shop.example/hook"
    await browser.post(f"/pay/{shop.payment()}/pay")
    assert len(heard) == 1
    assert '"payment.succeeded"' in heard[0]
