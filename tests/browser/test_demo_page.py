"""Does the demo page behave like a messenger? With a stand-in for the bot, in a real browser."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Show
from tests.web.demo.stand_in import SELLER, StandIn, painting

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_post_leads_to_start_and_start_to_the_card(show: Show) -> None:
    page = await show()
    await page.locator("#showcase .key").last.click()
    start = page.locator("#buyer .start")
    await expect(start).to_be_visible()
    await start.click()
    await expect(page.locator("#buyer .message.own .text")).to_have_text("/start")
    await expect(page.locator("#buyer .message.theirs b").first).to_have_text("Закат над Невой")
    await expect(page.locator("#buyer .key.success")).to_be_visible()
    await expect(start).to_be_hidden()
    await page.locator("#showcase .key").last.click()
    await expect(page.locator("#buyer .message.own")).to_have_count(2)


async def test_toast_alert_edit_and_deletion(show: Show, desk: StandIn) -> None:
    page = await show("as=Anna&lang=en&start=p_2")
    await page.locator("#buyer .start").click()
    keys = page.locator("#buyer .keys .key")
    await keys.nth(1).click()
    await expect(page.locator("#buyer .toast")).to_have_text("Добавлено в корзину")
    picture = page.locator("#buyer .photo img")
    before = await picture.element_handle()
    await keys.nth(2).click()
    await expect(page.locator("#buyer .message.theirs .text")).to_contain_text("Изменено")
    assert before is not None
    assert await before.evaluate("image => image.isConnected"), "an edit of the words loads the picture anew"
    await keys.nth(3).click()
    await expect(page.locator("#buyer .message.theirs")).to_have_count(0)
    await page.locator("#buyer textarea").fill("hello")
    await page.keyboard.press("Enter")
    await page.locator("#buyer .key", has_text="Корзина").click()
    await expect(page.locator("dialog")).to_contain_text("только что забрали")
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)
    assert desk.server.defects == []


async def test_formatting_spoilers_and_code_are_shown_and_html_stays_text(show: Show, desk: StandIn) -> None:
    page = await show()
    anna = desk.buyer("Anna", None)
    desk.server.user_starts(anna)
    await expect(page.locator("#buyer .message.theirs")).to_have_count(1)
    await page.locator("#buyer textarea").fill("/catalog")
    await page.keyboard.press("Enter")
    rich = page.locator("#buyer .message", has=page.locator(".spoiler"))
    for tag, text in (("b", "Жирный"), ("i", "курсив"), ("u", "подчёркнутый"), ("s", "зачёркнутый")):
        await expect(rich.locator(f".text > {tag}")).to_have_text(text)
    await expect(rich.locator("a")).to_have_text("витрина")
    await expect(rich.locator(".inline-link")).to_have_text("/help")
    await rich.locator(".spoiler").click()
    await expect(rich.locator(".spoiler.open")).to_have_text("скрытый текст")
    await expect(page.locator("#buyer .album .photo")).to_have_count(3)
    await expect(page.locator("#buyer .place svg.map")).to_be_visible()
    await expect(page.locator("#buyer .file b").first).to_have_text("Сертификат подлинности.pdf")
    evil = "<img src=x onerror=alert(1)> <b>not bold</b>"
    await page.locator("#buyer textarea").fill(evil)
    await page.keyboard.press("Enter")
    await expect(page.locator("#buyer .message.own .text").last).to_have_text(evil)


async def test_an_invoice_is_paid_once(show: Show, desk: StandIn) -> None:
    page = await show()
    desk.server.user_starts(desk.buyer("Anna", None))
    await page.locator("#buyer textarea").fill("/catalog")
    await page.keyboard.press("Enter")
    await page.locator("#buyer .key.success", has_text="350").click()
    await page.locator("dialog .strong").click()
    await expect(page.locator("#buyer .service").last).to_contain_text("Paid")
    await expect(page.locator("#buyer .key", has_text="Paid")).to_be_disabled()
    await page.reload()
    await expect(page.locator("#buyer .key", has_text="Paid")).to_be_disabled()


async def test_the_payment_page_stands_in_the_messenger_and_leads_back(show: Show, desk: StandIn) -> None:
    page = await show("as=Anna&lang=pl&start=p_1")
    await page.locator("#buyer .start").click()
    await page.locator("#buyer .key.success").first.click()
    await page.locator("#buyer .key.success", has_text="💳").click()
    frame = page.frame_locator("iframe")
    await frame.get_by_role("button", name="Zapłać").click()
    await frame.get_by_role("link", name="Wróć do sklepu").click()
    await expect(page.locator("iframe")).to_have_count(0)
    await expect(page.locator("#buyer .message.theirs").last).to_contain_text("o_abc")


async def test_reply_keyboard_contact_and_commands(show: Show, desk: StandIn) -> None:
    page = await show()
    desk.server.user_starts(desk.buyer("Anna", None))
    await page.locator("#buyer .commands-button").click()
    await expect(page.locator("#buyer .popup [role=option]")).to_have_count(3)
    await page.locator("#buyer .popup [role=option]", has_text="/cart").click()
    await page.locator("#buyer .reply-keys .key").first.click()
    await page.locator("dialog .strong").click()
    await expect(page.locator("#buyer .message.own .file")).to_contain_text("+7900")
    await expect(page.locator("#buyer .reply-keys")).to_be_hidden()
    await page.locator("#buyer textarea").fill("/ca")
    await expect(page.locator("#buyer .popup [role=option]")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator("#buyer .message.own").last).to_contain_text("/catalog")


async def test_reply_edit_and_deletion_by_the_menu(show: Show, desk: StandIn) -> None:
    page = await show()
    desk.server.user_starts(desk.buyer("Anna", None))
    line = page.locator("#buyer textarea")
    await line.fill("first")
    await line.press("Enter")
    mine = page.locator("#buyer .message.own", has_text="first")
    await mine.click(button="right")
    await page.get_by_role("menuitem", name="Reply").click()
    await line.fill("second")
    await line.press("Enter")
    await expect(page.locator("#buyer .message.own .quote")).to_contain_text("first")
    await mine.first.click(button="right")
    await page.get_by_role("menuitem", name="Edit").click()
    await line.fill("changed")
    await line.press("Enter")
    await expect(page.locator("#buyer .message.own", has_text="changed")).to_contain_text("edited")
    await page.locator("#buyer .message.own", has_text="second").click(button="right")
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(page.locator("#buyer .message.own", has_text="second")).to_have_count(0)


async def test_the_seller_sends_an_album_with_a_caption(show: Show, desk: StandIn, tmp_path: Path) -> None:
    page = await show()
    paths = [tmp_path / f"{number}.jpg" for number in range(2)]
    for number, path in enumerate(paths):
        path.write_bytes(painting(number))
    await page.locator("#seller input[type=file]").set_input_files(paths)
    await expect(page.locator("dialog .previews img")).to_have_count(2)
    await page.locator("dialog textarea").fill("Morning, 12 000")
    await page.keyboard.press("Enter")
    await expect(page.locator("#seller .message.own .album .photo")).to_have_count(2)
    await expect(page.locator("#seller .message.theirs").first).to_contain_text("V-0042")
    assert len({message.get("media_group_id") for message in desk.server.chat(SELLER)[:2]}) == 1


async def test_a_reload_loses_nothing_not_even_a_half_written_line(show: Show, desk: StandIn) -> None:
    page = await show("as=Anna&lang=en&start=p_1")
    await page.locator("#buyer .start").click()
    await expect(page.locator("#buyer .message")).to_have_count(2)
    await page.locator("#buyer textarea").fill("half a line")
    before = await page.locator("#buyer .log").inner_text()
    await page.reload()
    await expect(page.locator("#buyer .message")).to_have_count(2)
    assert await page.locator("#buyer .log").inner_text() == before
    await expect(page.locator("#buyer textarea")).to_have_value("half a line")
    await expect(page.locator("#buyer .message.own")).to_have_count(1)


async def test_two_buyers_in_two_tabs_see_their_own_chats(show: Show) -> None:
    anna = await show("as=Anna&lang=en&start=p_1")
    await anna.locator("#buyer .start").click()
    await expect(anna.locator("#buyer .message")).to_have_count(2)
    boris = await show("as=Boris&lang=ru", in_same=anna)
    await expect(boris.locator("#buyer .who")).to_contain_text("Boris")
    await expect(boris.locator("#buyer .start")).to_have_text("СТАРТ")
    await expect(boris.locator("#buyer .message")).to_have_count(0)
    await anna.locator("#buyer .who").click()
    await expect(anna.get_by_role("menuitem", name="Boris")).to_be_visible()


async def test_the_language_switches_without_losing_the_place(show: Show, desk: StandIn) -> None:
    page = await show("as=Anna&lang=ru")
    await expect(page.locator(".loud .whole")).to_contain_text("понарошку")
    await page.locator("#languages [data-code=pl]").click()
    await expect(page.locator(".loud .whole")).to_contain_text("na niby")
    await expect(page.locator(".work-title").first).to_have_text("Zachód nad Newą 001")
    assert "lang=pl" in page.url
    assert desk.server.chats[str(desk.buyer("Anna", None))]["language_code"] == "pl"
    assert await page.evaluate("document.documentElement.lang") == "pl"


async def heard(condition: Callable[[], bool]) -> None:
    """What the page has sent is in the shop soon after the page looks so."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - it is the page that knows
            await asyncio.sleep(0.05)


async def test_sales_clock_and_reset_in_the_panel(show: Show, desk: StandIn) -> None:
    page = await show()
    work = page.locator(".work[data-sku='V-001']")
    await expect(work.locator(".left")).to_have_text("2 pcs")
    await work.locator("summary").click()
    await work.locator("[data-place=fair]").click()
    await expect(page.locator(".sales li")).to_contain_text("Fair: Sunset over the Neva 001. Recorded.")
    await expect(work.locator(".left")).to_have_text("one")
    await page.locator("#elsewhere .pair button").last.click()
    await page.locator("#elsewhere [role=switch]").click()
    await page.locator("#elsewhere select").select_option("30")
    await expect(page.locator("#elsewhere select")).to_have_value("30")
    await heard(lambda: desk.shift == 86400 and desk.notices == (True, 30))
    await page.locator("#elsewhere .reset").click()
    await page.locator("dialog .danger").click()
    await expect(page.locator("dialog")).to_have_count(0)
    await heard(lambda: desk.resets == 1)


async def test_on_a_phone_tabs_lead_and_tell_what_is_new(show: Show, desk: StandIn) -> None:
    page = await show(width=390, height=844)
    await expect(page.locator("#showcase")).to_be_visible()
    await expect(page.locator("#buyer")).to_be_hidden()
    await desk.say(SELLER, "🆕 news")
    await expect(page.locator(".tab[data-pane=seller] .badge")).to_have_text("1")
    await page.locator(".tab[data-pane=seller]").click()
    await expect(page.locator("#seller .message")).to_be_visible()
    await expect(page.locator(".tab[data-pane=seller] .badge")).to_have_text("")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    for name in ("showcase", "buyer", "elsewhere"):
        await page.locator(f".tab[data-pane={name}]").click()
        await expect(page.locator(f"#{name}")).to_be_visible()


async def test_new_messages_wait_below_while_one_reads_above(show: Show, desk: StandIn) -> None:
    page = await show()
    for number in range(30):
        await desk.say(SELLER, f"line {number}")
    await expect(page.locator("#seller .message")).to_have_count(30)
    log = page.locator("#seller .log")
    await log.hover()
    await page.mouse.wheel(0, -700)
    await expect(page.locator("#seller .jump")).to_be_visible()
    top = await log.evaluate("log => log.scrollTop")
    await desk.say(SELLER, "the newest")
    await expect(page.locator("#seller .jump .badge")).to_have_text("1")
    assert abs(await log.evaluate("log => log.scrollTop") - top) < 2
    await page.locator("#seller .jump").click()
    await expect(page.locator("#seller .message").last).to_be_in_viewport()
    await expect(page.locator("#seller .jump")).to_be_hidden()


async def test_a_defect_of_the_bot_is_loud(show: Show, desk: StandIn) -> None:
    page = await show()
    await expect(page.locator(".defects")).to_be_hidden()
    await desk.server.call(desk.server.token, "sendMessage", {"chat_id": SELLER, "text": "x" * 5000})
    await expect(page.locator(".defects")).to_contain_text("The bot broke Telegram's rules: 1")


async def test_the_dark_look_is_remembered(show: Show) -> None:
    page = await show()
    background = "getComputedStyle(document.body).backgroundColor"
    light = await page.evaluate(background)
    await page.locator("#theme").click()
    dark = await page.evaluate(background)
    await page.reload()
    await page.wait_for_selector("body.ready")
    assert light != dark
    assert await page.evaluate(background) == dark
