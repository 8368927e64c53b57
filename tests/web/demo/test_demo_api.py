"""Does the demo page get everything and every change, and only what is its own?"""

import asyncio
from typing import Any

import httpx
import pytest

from tests.web.demo.conftest import Open
from tests.web.demo.stand_in import SELLER, SHOWCASE, USERNAME, StandIn, painting

Told = dict[str, Any]


async def act(web: httpx.AsyncClient, **what: Any) -> Told:
    answer = await web.post("/act", json=what)
    assert answer.status_code == 200, answer.text
    done: Told = answer.json()
    return done


async def state(web: httpx.AsyncClient, name: str = "Anna", **more: str) -> Told:
    found: Told = (await web.get("/state", params={"as": name, **more})).json()
    return found


async def test_a_new_buyer_appears_once_and_keeps_their_language(desk: StandIn, web: httpx.AsyncClient) -> None:
    first = await state(web, "Jan", lang="pl")
    again = await state(web, "Jan")
    assert first["buyer"]["id"] == again["buyer"]["id"]
    assert (first["language"], again["language"], again["buyer"]["language_code"]) == ("pl", "pl", "pl")
    assert first["buyer"]["state"] == "new"
    assert [message["message_id"] for message in first["showcase"]["messages"]] == [1, 2]
    assert [work["sku"] for work in first["panel"]["works"]][:2] == ["V-001", "V-002"]
    nobody = await state(web, "  ")
    assert nobody["name"] == "Anna"


async def test_a_language_nobody_speaks_becomes_the_shops(web: httpx.AsyncClient) -> None:
    assert (await state(web, "Hans", lang="de"))["language"] == "ru"


async def test_the_stream_begins_with_everything_and_goes_on_with_each_change(
    web: httpx.AsyncClient, open_page: Open
) -> None:
    page = await open_page("as=Anna&lang=en")
    whole = await page.next()
    assert whole["type"] == "everything"
    assert whole["buyer"]["commands"][0]["description"] == "Catalogue"
    anna = whole["buyer"]["id"]
    await act(web, user_id=anna, do="start", text="p_1")
    own = await page.next("message")
    typing = await page.next("typing")
    card = await page.next("message")
    assert own["message"]["text"] == "/start p_1"
    assert typing["action"] == "typing"
    assert card["message"]["reply_markup"]["inline_keyboard"][0][0]["style"] == "success"
    pressed = await act(web, user_id=anna, do="press", message_id=card["message"]["message_id"], text="toast")
    answer = await page.next("answer")
    assert (answer["query_id"], answer["text"]) == (pressed["query_id"], "Добавлено в корзину")
    whole_again = await state(web)
    assert [message["message_id"] for message in whole_again["buyer"]["messages"]] == [
        own["message"]["message_id"],
        card["message"]["message_id"],
    ]


async def test_a_page_hears_nothing_of_other_buyers(web: httpx.AsyncClient, open_page: Open) -> None:
    anna = await open_page("as=Anna")
    boris = (await state(web, "Boris"))["buyer"]["id"]
    mine = (await anna.next())["buyer"]["id"]
    await act(web, user_id=boris, do="text", text="a secret")
    await act(web, user_id=mine, do="text", text="mine")
    assert (await anna.next("message"))["message"]["text"] == "mine"
    assert "a secret" not in str(anna.heard)


async def test_keyboards_commands_and_people_come_as_heads(web: httpx.AsyncClient, open_page: Open) -> None:
    page = await open_page("as=Anna")
    anna = (await page.next())["buyer"]["id"]
    await act(web, user_id=anna, do="text", text="/cart")
    keyboard = await page.next("keyboard")
    label = keyboard["head"]["keyboard"]["keyboard"][0][0]["text"]
    await act(web, user_id=anna, do="key", text=label)
    contact = await page.next("message")
    while "contact" not in contact["message"]:
        contact = await page.next("message")
    assert (await state(web))["buyer"]["keyboard"] is None
    await act(web, user_id=anna, do="block")
    assert (await page.next("heads"))["heads"][0]["state"] == "blocked"
    await act(web, user_id=anna, do="language", text="pl")
    assert (await page.next("heads"))["heads"][0]["language_code"] == "pl"


async def test_an_invoice_is_paid_and_stays_paid(web: httpx.AsyncClient, open_page: Open) -> None:
    page = await open_page("as=Anna")
    anna = (await page.next())["buyer"]["id"]
    await act(web, user_id=anna, do="text", text="/catalog")
    bill = await page.next("message")
    while "invoice" not in bill["message"]:
        bill = await page.next("message")
    await act(web, user_id=anna, do="pay", message_id=bill["message"]["message_id"])
    paid = await page.next("message")
    while "successful_payment" not in paid["message"]:
        paid = await page.next("message")
    assert paid["head"]["paid"] == [bill["message"]["message_id"]]


@pytest.mark.parametrize(
    "what",
    [
        {"user_id": SELLER, "do": "press", "message_id": 99, "text": "x"},
        {"user_id": SELLER, "do": "text", "text": "   "},
        {"user_id": SELLER, "do": "key", "text": "nothing"},
        {"user_id": SELLER, "do": "start", "text": "no spaces please"},
        {"user_id": SELLER, "do": "pay", "message_id": 1},
        {"user_id": 4711, "do": "text", "text": "nobody"},
        {"user_id": SHOWCASE, "do": "text", "text": "a channel is nobody"},
        {"user_id": SELLER, "do": "press", "chat_id": 601, "message_id": 1, "text": "x"},
    ],
)
async def test_what_a_screen_does_not_offer_is_a_conflict(web: httpx.AsyncClient, what: Told) -> None:
    answer = await web.post("/act", json=what)
    assert answer.status_code == 409
    assert answer.json()["detail"]


async def test_another_site_may_not_act(desk: StandIn, web: httpx.AsyncClient) -> None:
    for path, body in (("/act", {"user_id": SELLER, "do": "text", "text": "x"}), ("/reset", {})):
        answer = await web.post(path, json=body, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
    assert desk.resets == 0


async def test_pictures_become_one_album_and_are_served_as_what_they_are(desk: StandIn, web: httpx.AsyncClient) -> None:
    files = [("files", (f"{number}.jpg", painting(number, 3000, 2000), "image/jpeg")) for number in range(2)]
    sent = await web.post("/attach", data={"user_id": str(SELLER), "caption": "Morning, 12 000"}, files=files)
    assert sent.status_code == 200, sent.text
    own = [message for message in desk.server.chat(SELLER) if message["message_id"] in sent.json()["message_ids"]]
    assert [message.get("caption") for message in own] == ["Morning, 12 000", None]
    assert len({message["media_group_id"] for message in own}) == 1
    size = own[0]["photo"][-1]
    assert max(size["width"], size["height"]) <= 2560
    picture = await web.get(f"/file/{size['file_id']}")
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.headers["x-content-type-options"] == "nosniff"
    again = await web.get(f"/file/{size['file_id']}", headers={"If-None-Match": picture.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_what_is_no_picture_can_only_be_sent_as_a_file(desk: StandIn, web: httpx.AsyncClient) -> None:
    page = ("x.html", b"<script>alert(1)</script>", "text/html")
    refused = await web.post("/attach", data={"user_id": str(SELLER)}, files=[("files", page)])
    assert refused.status_code == 409
    sent = await web.post("/attach", data={"user_id": str(SELLER), "as_files": "true"}, files=[("files", page)])
    assert sent.status_code == 200
    document = desk.server.message(SELLER, sent.json()["message_ids"][0])["document"]
    served = await web.get(f"/file/{document['file_id']}")
    assert served.headers["content-type"] == "application/octet-stream"
    assert served.headers["content-disposition"] == "attachment"
    assert (await web.get("/file/none")).status_code == 404


async def test_a_sale_elsewhere_changes_the_panel(desk: StandIn, web: httpx.AsyncClient, open_page: Open) -> None:
    page = await open_page("as=Anna&lang=en")
    before = await page.next("panel")
    answer = await web.post("/sales", json={"place": "fair", "sku": "V-001"})
    assert answer.json() == {"applied": True, "conflicts": []}
    after = await page.next("panel")
    counts = [next(work["available"] for work in panel["works"] if work["sku"] == "V-001") for panel in (before, after)]
    assert counts == [2, 1]
    assert desk.sold == [("fair", "V-001")]
    assert (await web.post("/sales", json={"place": "moon", "sku": "V-001"})).status_code == 422


async def test_clock_notifications_and_reset_reach_the_desk(
    desk: StandIn, web: httpx.AsyncClient, open_page: Open
) -> None:
    page = await open_page("as=Anna")
    first = await page.next("panel")
    await web.post("/clock", json={"seconds": 900})
    assert (await page.next("panel"))["now"] >= first["now"] + 900
    await web.post("/notifications", json={"lose": True, "delay_s": 30})
    assert desk.notices == (True, 30)
    assert (await page.next("panel"))["lose"] is True
    assert (await web.post("/clock", json={"seconds": -1})).status_code == 422
    await web.post("/reset")
    anew = await page.next("everything")
    assert (desk.resets, anew["buyer"]["messages"]) == (1, [])


async def test_a_defect_of_the_bot_is_shown(desk: StandIn, web: httpx.AsyncClient) -> None:
    await desk.server.call(desk.server.token, "sendMessage", {"chat_id": SELLER, "text": "x" * 5000})
    panel = (await state(web))["panel"]
    assert panel["defects"] == 1
    assert "too long" in panel["last_defects"][0]


async def test_streams_end_when_the_program_does(desk: StandIn, open_page: Open) -> None:
    page = await open_page("as=Anna")
    await page.next("panel")
    desk.stopped = True
    async with asyncio.timeout(8):
        with pytest.raises(AssertionError, match="ended"):
            await page.next("never")


async def test_the_payment_page_may_be_framed_and_leads_back_into_the_demo(
    desk: StandIn, address: str, web: httpx.AsyncClient
) -> None:
    link = desk.payment_page()
    page = await web.get(link)
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    left = await web.post(f"{link}/close")
    assert (left.status_code, left.headers["location"]) == (303, "/demo/return?start=o_abc")
    await web.post(f"{link}/pay")
    paid = await web.get(link)
    assert 'href="/demo/return?start=o_abc"' in paid.text
    assert f"t.me/{USERNAME}" not in paid.text
    back = await web.get(f"{address}/demo/return?start=o_abc")
    assert "/demo/static/return.js" in back.text
