"""Which way leads past the screens of a first visit, a purchase, a seller's day? One story for each family."""

import re
import time
from typing import Final

from tests.browser.walking import State, Walk


def looking(here: Walk) -> None:
    here.shot("showcase", "showcase")
    here.shot("before-start")
    here.start()
    here.shot("home")
    here.press("buyer", "🛍")
    here.shot("catalogue")
    here.press("buyer", "🗂")
    here.shot("category")
    here.press("buyer", "🗂")
    here.shot("shelf")
    here.say("buyer", "/catalog")
    here.press("buyer", "🛍")
    here.shot("all-works")
    here.press("buyer", "▶️")
    here.shot("all-works-next")
    here.press("buyer", "🔢")
    here.shot("pages")
    here.press("buyer", "⬅️")
    here.press("buyer", "🎚")
    here.shot("filters")
    here.press("buyer", "🛍")
    here.press("buyer", "🌄")
    here.shot("pictures")
    here.press("buyer", "🎨")
    here.shot("similar")
    here.press("buyer", "⬅️")
    here.press("buyer", "📋")
    here.open_card(24)
    here.shot("card")
    here.open_card(17)
    here.shot("card-many")
    here.open_card(6)
    here.shot("card-last-of-many")
    here.open_card(1)
    here.shot("card-lowered")
    here.open_card(5)
    here.shot("card-edition")
    here.open_card(4)
    here.shot("card-sold")
    other = here.person
    here.person = "Boris"
    here.open_card(23)
    here.press("buyer", "⚡")
    here.person = other
    here.open_card(23)
    here.shot("card-held")
    here.press("buyer", "⚡")
    here.shot("card-held-pressed")
    here.person = "Boris"
    here.press("buyer", "❌")
    here.person = other


def cart(here: Walk) -> None:
    here.say("buyer", "/cart")
    here.shot("cart-empty")
    for number in (15, 17, 22):
        here.open_card(number)
        here.press("buyer", "➕")
    here.shot("card-in-cart")
    here.say("buyer", "/cart")
    here.press("buyer", "➕")
    here.shot("cart")
    sku = next(work["sku"] for work in here.state()["panel"]["works"] if work["available"] == 1 and _is(here, work, 15))
    here.sell("fair", sku)
    here.say("buyer", "/cart")
    here.shot("cart-changed")
    here.press("buyer", "🛍")
    here.shot("cart-instead")
    here.press("buyer", "⬅️")
    here.press("buyer", "🗑")
    here.shot("cart-removed")
    here.press("buyer", "✅")
    here.shot("cart-places")
    here.press("buyer", "❌")
    here.shot("checkout-cancelled")


def _is(here: Walk, work: State, number: int) -> bool:
    """Is this the work of that number? The panel shows the newest first and hides what is sold."""
    return str(work["sku"]).endswith(f"{number:02}") or str(work["sku"]).endswith(f"-{number}")


def buying(here: Walk) -> None:
    here.open_card(24)
    here.press("buyer", "⚡")
    here.shot("places")
    here.press("buyer", "📍", 1)
    here.shot("slots")
    here.press("buyer", "▶️")
    here.shot("slots-next-day")
    here.press("buyer", "🕒")
    here.shot("pay-gallery")
    here.press("buyer", "📍")
    here.press("buyer", "📍", 0)
    here.shot("contact", messages=2)
    here.say("buyer", "12")
    here.shot("contact-wrong", messages=3)
    here.say("buyer", "+7 921 555-12-34")
    here.shot("pay")
    here.press("buyer", "🎁")
    here.press("buyer", "✍️")
    here.shot("note-question")
    here.say("buyer", "Для мамы, к юбилею")
    here.press("buyer", "💾")
    here.shot("remember-question")
    here.press("buyer", "💾")
    here.shot("pay-wrapped-remembered")
    here.press("buyer", "💳")
    here.shot("link-preparing")
    here.link()
    here.settle()
    here.shot("link")
    here.say("seller", "/desk")
    here.page.locator("#buyer .key").filter(has_text=re.compile(r"^\s*💳")).last.click()
    frame = here.page.frame_locator("iframe")
    frame.locator("button.main").wait_for()
    here.whole("payment-page")
    frame.locator("button.main").click()
    frame.locator(".sign.good").wait_for()
    here.whole("payment-page-paid")
    here.page.locator("dialog .browser-head button").click()
    for _ in range(40):
        if "🎉" in here.newest("buyer"):
            break
        time.sleep(0.25)
    here.settle()
    here.shot("paid")
    here.shot("seller-new-order", "seller")
    here.open_card(20)
    here.shot("card-as-last-time")
    here.say("buyer", "/privacy")
    here.shot("privacy-choice")
    here.press("buyer", "🗑")
    here.say("buyer", "/orders")
    here.shot("orders")
    here.press("buyer", "📦")
    here.shot("order-accepted")
    here.press("buyer", "❌")
    here.shot("order-cancel-question")
    here.press("buyer", "⬅️")
    here.say("seller", "/desk")
    here.shot("seller-desk", "seller")
    here.press("seller", "📋")
    here.shot("seller-board", "seller")
    here.press("seller", "📦")
    here.shot("seller-order", "seller")
    here.press("seller", "👌")
    here.shot("seller-order-ready", "seller")
    here.shot("ready", messages=2)
    here.say("buyer", "/orders")
    here.press("buyer", "📦")
    here.shot("order-ready")
    code = re.search(r"\b\d{3}\s?\d{3}\b", here.newest("buyer"))
    here.press("buyer", "🔳")
    here.shot("order-qr", messages=2)
    here.press("seller", "🤲")
    here.shot("seller-code-question", "seller")
    here.say("seller", "111111")
    here.shot("seller-code-wrong", "seller", messages=3)
    here.say("seller", re.sub(r"\D", "", code[0]) if code else "000000")
    here.shot("seller-code-right", "seller", messages=2)
    here.shot("handed-over")
    here.say("buyer", "/orders")
    here.press("buyer", "📦")
    here.shot("order-handed-over")


def delivered(here: Walk) -> None:
    here.open_card(12)
    here.press("buyer", "⚡")
    here.pick("buyer", r"kv:\d+:2")
    here.shot("delivery-address")
    here.say("buyer", "190000, Санкт-Петербург, Невский проспект, 1, кв. 2, Анна")
    if not here._offers("📨"):
        here.say("buyer", "+7 921 555-12-34")
    here.shot("delivery-ask-price")
    here.press("buyer", "📨")
    here.shot("delivery-waiting")
    here.shot("seller-quote-asked", "seller")
    here.press("seller", "💰")
    here.shot("seller-quote", "seller")
    here.say("seller", "900; 5–7 дней")
    here.shot("seller-quoted", "seller")
    here.shot("delivery-offer")
    here.press("buyer", "✅")
    here.http.post(f"{here.link()}/pay", follow_redirects=True).raise_for_status()
    here.settle()
    here.say("seller", "/desk")
    here.press("seller", "📦")
    here.press("seller", "🚚")
    here.shot("seller-send", "seller")
    here.say("seller", "RA123456789RU")
    here.shot("seller-sent", "seller")
    here.shot("delivery-sent")
    here.pick("seller", r"sd:\d+:back:0")
    here.shot("seller-not-sent-question", "seller")
    here.pick("seller", r"sd:\d+:back:1")
    here.shot("seller-not-sent", "seller")
    here.shot("delivery-not-sent")
    here.press("seller", "🚚")
    here.say("seller", "RA123456789RU")
    here.press("buyer", "✅")
    here.shot("delivery-received")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "🚚")
    here.shot("seller-ways", "seller")
    here.press("seller", "🚚")
    here.shot("seller-way", "seller")


def collected_instead(here: Walk) -> None:
    here.open_card(13)
    here.press("buyer", "⚡")
    here.pick("buyer", r"kv:\d+:2")
    here.say("buyer", "190000, Санкт-Петербург, Невский проспект, 1, кв. 2, Анна")
    if not here._offers("📨"):
        here.say("buyer", "+7 921 555-12-34")
    here.press("buyer", "📨")
    here.pick("buyer", r"kh:\d+")
    here.shot("delivery-collected-instead")
    here.shot("seller-quote-collects", "seller")
    here.press("buyer", "❌")


def at_pickup(here: Walk) -> None:
    here.open_card(17)
    here.press("buyer", "⚡")
    here.check_out()
    here.press("buyer", "🤝")
    here.shot("accepted-at-pickup")
    order = re.search(r"V-\d+", here.newest("buyer"))
    here.told("seller", order[0] if order else "V-")
    here.shot("seller-new-order-at-pickup", "seller")
    before = len(_ready(here))
    here.press("seller", "👌")
    code = _code(here, before)
    here.settle()
    here.press("seller", "🤲")
    here.say("seller", code)
    here.shot("seller-money-question", "seller", messages=2)
    here.press("seller", "💵")
    here.shot("seller-handed-over-paid", "seller")


def _ready(here: Walk) -> list[str]:
    """Every 👌 message the buyer has had, oldest first."""
    words = [str(each.get("text") or each.get("caption") or "") for each in here.state()["buyer"]["messages"]]
    return [each for each in words if each.startswith("👌")]


def _code(here: Walk, before: int) -> str:
    """The code of the 👌 message that comes after so many others."""
    for _ in range(40):
        told = _ready(here)
        if len(told) > before and (found := re.search(r"(?<!\d)\d{6}(?!\d)", told[-1])):
            return found[0]
        time.sleep(0.25)
    raise LookupError("no code")


def endings(here: Walk) -> None:
    here.open_card(22)
    here.press("buyer", "⚡")
    here.check_out()
    here.press("buyer", "💳")
    here.link()
    here.later(50)
    here.shot("hold-reminder", messages=2)
    here.later(30)
    here.shot("hold-ended", messages=2)
    here.open_card(20)
    here.press("buyer", "⚡")
    sku = _sku(here, 20)
    here.sell("fair", sku)
    here.shot("sold-elsewhere", messages=2)
    here.open_card(15 if _left(here, 15) else 13)
    here.press("buyer", "⚡")
    here.check_out()
    here.pay_now()
    here.press("seller", "💸")
    here.shot("seller-refund-question", "seller")
    here.press("seller", "💸")
    time.sleep(3)
    here.settle()
    here.shot("seller-refunded", "seller", messages=2)
    here.shot("refunded")
    here.open_card(16)
    here.press("buyer", "⚡")
    here.check_out()
    here.pay_now()
    here.sell("marketplace", _sku(here, 16))
    here.shot("seller-conflict", "seller")
    here.say("buyer", "/orders")
    here.press("buyer", "📦")
    here.press("buyer", "❌")
    here.shot("order-cancel-question-paid")
    here.press("buyer", "❌")
    here.shot("order-cancelled")
    time.sleep(3)
    here.shot("seller-cancelled-by-buyer", "seller")
    here.say("buyer", "/orders")
    here.shot("orders-many")


def _sku(here: Walk, number: int) -> str:
    """The SKU of a work, as the seller's desk would find it."""
    works: list[State] = here.state()["panel"]["works"]
    return next((str(work["sku"]) for work in works if _is(here, work, number)), f"W-{number:04}")


def _left(here: Walk, number: int) -> bool:
    return any(_is(here, work, number) and work["available"] for work in here.state()["panel"]["works"])


def asking(here: Walk) -> None:
    here.start()
    here.press("buyer", "🌐")
    here.shot("languages")
    for command in ("help", "privacy", "terms", "paysupport", "stop", "search"):
        here.say("buyer", f"/{command}")
        here.shot(command)
    here.say("buyer", "/unknown")
    here.shot("unknown-command")
    here.say("buyer", "?")
    here.shot("not-understood")
    here.start("x_nothing")
    here.shot("link-unknown")
    old = here.state()["buyer"]["messages"]
    stale = next((each for each in old if each.get("reply_markup", {}).get("inline_keyboard")), None)
    if stale:
        keys = [key for row in stale["reply_markup"]["inline_keyboard"] for key in row if "callback_data" in key]
        here.tap("buyer", stale, keys[0]["callback_data"])
        here.shot("old-button")
    here.page.locator("#buyer .commands-button").click()
    here.whole("commands")
    here.page.keyboard.press("Escape")


CAPTIONS: Final = {
    "ru": "Закат на Карповке, 12 000, холст, масло, 40×50, 2026",
    "en": "Sunset on the Karpovka, 12 000, oil on canvas, 40×50, 2026",
    "pl": "Zachód nad Karpówką, 12 000, olej na płótnie, 40×50, 2026",
}


def putting_up(here: Walk) -> None:
    here.say("seller", "/start")
    here.shot("seller-home", "seller")
    here.say("seller", "/desk")
    here.shot("seller-desk-later", "seller")
    here.press("seller", "🆕")
    here.shot("seller-add", "seller")
    here.send_photo("")
    here.shot("seller-caption-question", "seller")
    here.say("seller", CAPTIONS[here.language].replace("12 000", "12.000"))
    here.shot("seller-preview-two-prices", "seller")
    here.press("seller", "12", 1)
    here.shot("seller-preview", "seller")
    here.press("seller", "✏️")
    here.shot("seller-correct", "seller", messages=2)
    here.say("seller", "15 000")
    here.press("seller", "🗂")
    here.shot("seller-category", "seller")
    here.press("seller", "🗂")
    here.press("seller", "📣")
    here.shot("seller-published", "seller")
    here.send_photo(CAPTIONS[here.language], "lemons")
    here.press("seller", "✅")
    here.shot("seller-listed", "seller")
    here.send_photo("?", "lemons")
    here.shot("seller-caption-wrong", "seller", messages=2)


def keeping_stock(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "🏷")
    here.shot("seller-stock", "seller")
    here.press("seller", "🖼", 1)
    here.shot("seller-work", "seller")
    here.press("seller", "🏷")
    here.shot("seller-count-question", "seller", messages=2)
    here.say("seller", "-")
    here.press("seller", "✏️")
    here.shot("seller-price-question", "seller", messages=2)
    here.say("seller", "-")
    here.press("seller", "🙈")
    here.shot("seller-hidden", "seller")
    sku, mug = _sku(here, 24), _sku(here, 17)
    for number, line in enumerate(
        (f"/stock {mug} 5", f"/sold {mug} 1", f"/hold {mug} 24", f"/why {mug}", f"/why {sku}")
    ):
        here.say("seller", line)
        here.shot(f"seller-{line[1:].split()[0]}-{number}", "seller")
    for name in ("stock", "sold", "hold", "ready", "give", "why"):
        here.say("seller", f"/{name}")
        here.shot(f"seller-ask-{name}", "seller")
    here.say("seller", "/why X-1")
    here.shot("seller-unknown-sku", "seller")
    here.say("seller", "/board")
    here.shot("seller-board-later", "seller")
    for tab in ("🆕", "👌", "⏳", "🤲"):
        here.press("seller", tab)
        here.shot("seller-board-tab", "seller")


def settings(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.shot("seller-settings", "seller")
    here.press("seller", "📍")
    here.shot("seller-places", "seller")
    here.press("seller", "📍")
    here.shot("seller-place", "seller")
    here.press("seller", "✏️")
    here.shot("seller-place-edit", "seller", messages=2)
    here.press("seller", "⬅️")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "📜")
    here.shot("seller-terms", "seller")
    here.press("seller", "✏️")
    here.shot("seller-term-question", "seller", messages=2)
    here.say("seller", "-")
    here.say("seller", "/add")
    here.shot("seller-add-command", "seller")


def figures(here: Walk) -> None:
    here.say("seller", "/figures")
    here.shot("seller-figures", "seller")
    here.shot("showcase-later", "showcase")
    here.tab("elsewhere")
    here.whole("elsewhere")
