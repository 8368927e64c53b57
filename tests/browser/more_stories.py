"""Which way leads past the rest: wishes, questions, returns, posts, channels, places, files?"""

import re
import time
from typing import Final

from tests.browser.stories import CAPTIONS
from tests.browser.walking import ROOT, SELLER, Walk

NOWHERE: Final = "https://example.org/hook"
WAY: Final = {"ru": "Самокат по центру; 350; сегодня", "en": "Scooter; 350; today", "pl": "Skuter; 350; dziś"}
PLACE: Final = {
    "ru": "Лавка на Пряжке; Санкт-Петербург, наб. Пряжки, 5; вт–сб 12–19",
    "en": "The quay shop; St Petersburg, Pryazhka 5; Tue–Sat 12–19",
    "pl": "Sklepik na nabrzeżu; Petersburg, Priażka 5; wt–sob 12–19",
}
HOURS: Final = {"ru": "пн–пт 11–20, сб 12–18", "en": "Mon–Fri 11–20, Sat 12–18", "pl": "pon–pt 11–20, sob 12–18"}


def wishing(here: Walk) -> None:
    here.open_card(21)
    here.pick("buyer", "fv:")
    here.shot("favourite-on")
    here.open_card(4)
    here.pick("buyer", "wt:")
    here.shot("waiting-on")
    here.open_card(21)
    here.pick("buyer", "fv:")
    here.pick("buyer", "fv:")
    here.start()
    here.pick("buyer", "fl:")
    here.shot("favourites")
    here.pick("buyer", "fp")
    here.shot("favourites-prices")
    if _has(here, "p:"):
        here.pick("buyer", "p:")
    here.say("seller", "/stock W-0004 1")
    here.later(1)
    here.shot("back-for-sale", messages=2)
    here.pick("buyer", "wq:")
    here.shot("waiting-quit")
    here.say("seller", "/desk")
    here.press("seller", "🏷")
    here.press("seller", "🔔")
    here.shot("seller-wished", "seller")
    here.say("seller", "/why W-0021")
    here.pick("seller", r"w:")
    here.pick("seller", r"wa:\d+:price")
    here.say("seller", "3000")
    here.later(20)
    here.shot("cheaper", messages=2)
    here.pick("buyer", "px")
    here.shot("prices-off")


def cart_corners(here: Walk) -> None:
    for number in (17, 19, 23):
        here.open_card(number)
        here.press("buyer", "➕")
    here.say("buyer", "/cart")
    here.pick("buyer", "cm:")
    here.pick("buyer", "cl:")
    here.shot("cart-less")
    here.pick("buyer", "cr:")
    here.shot("cart-one-out")
    here.sell("fair", "W-0023")
    here.say("buyer", "/cart")
    here.shot("cart-one-sold")
    for pattern, name in (("ci:", "cart-swap-choose"), ("cs:", "cart-swapped")):
        here.pick("buyer", pattern)
        here.shot(name)
    here.open_card(18)
    here.press("buyer", "➕")
    here.sell("fair", "W-0018")
    here.say("buyer", "/cart")
    if _has(here, "wk:"):
        here.pick("buyer", "wk:")
        here.shot("cart-wait")
        here.say("buyer", "/cart")
    if _has(here, "ce"):
        here.pick("buyer", "ce")
        here.shot("cart-rest")
        here.press("buyer", "❌")
    here.start()
    here.pick("buyer", "h")
    here.shot("home-again")


def _has(here: Walk, pattern: str, pane: str = "buyer") -> bool:
    rows = here.state()[pane]["messages"][-1].get("reply_markup", {}).get("inline_keyboard", [])
    return any(re.match(pattern, key.get("callback_data", "")) for row in rows for key in row)


def searching(here: Walk) -> None:
    here.start()
    here.pick("buyer", "qs")
    here.shot("search-ask")
    here.say("buyer", {"ru": "картына до 50000", "en": "paiting", "pl": "obras"}[here.language])
    here.shot("search-found")
    here.pick("buyer", "qf:")
    here.shot("search-work")
    here.say("buyer", {"ru": "холст", "en": "canvas", "pl": "płótno"}[here.language])
    if _has(here, "q:"):
        here.pick("buyer", "q:")
        here.shot("search-next")
    here.say("buyer", "zzqqxx 77777")
    here.shot("search-nothing")
    here.say("buyer", "/catalog")


def points(here: Walk) -> None:
    here.open_card(19)
    here.press("buyer", "⚡")
    here.pick("buyer", "kl:")
    here.shot("near-ask", messages=2)
    here.say("buyer", {"ru": "Невский", "en": "Nevsky", "pl": "Newski"}[here.language])
    here.shot("near-words", messages=2)
    here.pick("buyer", "kl:")
    here.post("act", user_id=here.who("buyer"), do="key", text=_key(here))
    here.settle()
    here.shot("near-found", messages=2)
    here.pick("buyer", "kp:")
    here.shot("near-chosen")
    here.press("buyer", "❌")


def _key(here: Walk) -> str:
    keyboard = here.state()["buyer"]["keyboard"]
    return str(keyboard["keyboard"][0][0]["text"])


def invoice(here: Walk) -> None:
    here.open_card(19)
    here.press("buyer", "⚡")
    here.check_out()
    here.press("buyer", "✈️")
    link = here.address_of("https://t.me/$")
    here.settle()
    here.shot("invoice")
    here.post("act", user_id=here.who("buyer"), do="pay", text=link)
    here.told("buyer", "🎉")
    here.settle()
    here.shot("invoice-paid", messages=2)
    here.press("seller", "💸")
    here.press("seller", "💸")
    here.told("seller", "⚠️")
    here.shot("seller-refund-by-hand", "seller")
    here.press("seller", "✅")
    here.shot("seller-given-back", "seller")


def talking(here: Walk) -> None:
    here.open_card(14)
    here.pick("buyer", "qa:")
    here.shot("question-ask", messages=2)
    here.pick("buyer", "qx")
    here.shot("question-left")
    here.open_card(14)
    here.pick("buyer", "qa:")
    here.say("buyer", {"ru": "Есть ли рама?", "en": "Is there a frame?", "pl": "Czy jest rama?"}[here.language])
    here.shot("question-sent", messages=2)
    here.told("seller", "💬")
    here.shot("seller-question", "seller")
    here.pick("seller", r"qt:\d+:answer")
    here.shot("seller-answer-ask", "seller", messages=2)
    here.say("seller", {"ru": "Да, светлый дуб.", "en": "Yes, light oak.", "pl": "Tak, jasny dąb."}[here.language])
    here.shot("seller-answered", "seller")
    here.told("buyer", "💬")
    here.shot("answer")
    here.pick("buyer", "qg:")
    here.shot("reply-ask", messages=2)
    here.say("buyer", {"ru": "Спасибо!", "en": "Thank you!", "pl": "Dziękuję!"}[here.language])
    here.pick("buyer", "qo:")
    here.shot("conversation")
    here.say("seller", "/desk")
    here.pick("seller", "qt:")
    here.shot("seller-conversation", "seller")
    here.pick("seller", r"qt:\d+:done")
    here.shot("seller-talk-done", "seller")
    here.say("seller", "/desk")
    if _has(here, "Q:", "seller"):
        here.pick("seller", "Q:")
        here.shot("seller-talks", "seller")


def handed(here: Walk, number: int) -> str:
    """Bought, paid, ready and handed over; the number of the order."""
    here.open_card(number)
    here.press("buyer", "⚡")
    here.check_out()
    here.pay_now()
    order = re.findall(r"V-\d+", here.newest("seller"))[0]
    here.press("seller", "👌")
    time.sleep(1)
    here.settle()
    here.say("buyer", order)
    code = re.search(r"(?<!\d)\d{6}(?!\d)", here.newest("buyer"))
    here.say("seller", code[0] if code else "000000")
    if _has(here, r"so:\d+:hand", "seller"):
        here.pick("seller", r"so:\d+:hand")
    return str(order)


def returning(here: Walk) -> None:
    for number, accepted in ((11, True), (9, False)):
        here.say("buyer", handed(here, number))
        here.pick("buyer", "ra:")
        here.shot("return-ask", messages=2)
        here.say(
            "buyer", {"ru": "Не подошла по цвету", "en": "The colour is off", "pl": "Nie ten kolor"}[here.language]
        )
        here.shot("return-asked", messages=2)
        here.told("seller", "↩️")
        here.shot("seller-return-asked", "seller")
        if accepted:
            here.pick("seller", r"yr:\d+:accept")
            here.shot("seller-return-how", "seller", messages=2)
            here.pick("seller", r"yr:\d+:here")
            here.shot("seller-return-accepted", "seller")
            here.told("buyer", "↩️")
            here.shot("return-accepted")
            here.pick("seller", r"yr:\d+:back")
            here.shot("seller-return-sure", "seller")
            here.pick("seller", r"yr:\d+:back.*:1")
            here.shot("seller-return-back", "seller")
        else:
            here.pick("seller", r"yr:\d+:decline")
            here.shot("seller-return-why", "seller", messages=2)
            here.say("seller", {"ru": "Срок прошёл", "en": "Too late", "pl": "Za późno"}[here.language])
            here.shot("seller-return-declined", "seller")
            here.told("buyer", "🙅")
            here.shot("return-declined")


def ordering(here: Walk) -> None:
    here.open_card(10)
    here.press("buyer", "⚡")
    here.check_out()
    here.pay_now()
    order = re.findall(r"V-\d+", here.newest("seller"))[0]
    here.pick("seller", r"so:\d+:begin")
    here.shot("seller-begun", "seller")
    here.say("seller", order)
    here.shot("seller-order-by-number", "seller")
    here.pick("seller", r"so:\d+:refund")
    if _has(here, r"so:\d+:part", "seller"):
        here.pick("seller", r"so:\d+:part")
        here.shot("seller-part-ask", "seller", messages=2)
        here.say("seller", "500")
        here.shot("seller-part-done", "seller")
    here.say("seller", "/ready")
    here.say("seller", "V-1")
    here.shot("seller-ready-unknown", "seller", messages=2)
    here.say("seller", "/desk")
    here.press("seller", "🤲")
    here.shot("seller-code-ask", "seller")
    here.say("seller", "/give")
    here.say("buyer", order)
    here.pick("buyer", "ox:")
    here.pick("buyer", "or:")
    here.shot("order-cancelled-why")
    here.say("buyer", "/orders")
    if _has(here, "ol:"):
        here.pick("buyer", "ol:")
        here.shot("orders-next")
        here.pick("buyer", "o:")
    here.pick("buyer", "oo:")
    here.pick("buyer", "oa:")
    here.shot("order-again", messages=2)
    here.say("buyer", "V-1001")
    here.shot("order-by-number")


def uncollected(here: Walk) -> None:
    here.open_card(8)
    here.press("buyer", "⚡")
    here.check_out()
    here.press("buyer", "🤝")
    here.told("seller", "🆕")
    here.press("seller", "👌")
    here.later(7 * 24 * 60 + 60)
    here.shot("last-day", messages=2)
    here.shot("seller-uncollected", "seller")
    here.pick("seller", r"so:\d+:longer")
    here.shot("seller-longer", "seller")
    here.pick("seller", r"so:\d+:call_off")
    here.shot("seller-call-off-sure", "seller")
    here.pick("seller", r"so:\d+:call_off:1")
    here.shot("seller-called-off", "seller")
    time.sleep(2)
    here.settle()
    here.shot("called-off")
    here.say("buyer", "/catalog")
    if _has(here, "ec"):
        here.pick("buyer", "ec")
        here.shot("collections")


def posting(here: Walk) -> None:
    here.say("seller", "/why W-0014")
    here.pick("seller", r"w:")
    here.pick("seller", r"wa:\d+:publish")
    here.shot("seller-post-when", "seller")
    here.pick("seller", r"py:")
    here.shot("seller-post-time", "seller", messages=2)
    here.say("seller", {"ru": "завтра 12:00", "en": "tomorrow 12:00", "pl": "jutro 12:00"}[here.language])
    here.shot("seller-post-planned", "seller")
    here.say("seller", "/why W-0009")
    here.pick("seller", r"w:")
    here.pick("seller", r"wa:\d+:publish")
    here.pick("seller", r"pt:")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:showcase")
    here.shot("seller-front", "seller")
    here.pick("seller", "pl")
    here.shot("seller-plans", "seller")
    here.pick("seller", r"po:\d+:open")
    here.shot("seller-plan", "seller")
    here.pick("seller", r"po:\d+:type")
    here.say("seller", {"ru": "послезавтра 15:00", "en": "28.11 15:00", "pl": "28.11 15:00"}[here.language])
    here.shot("seller-plan-moved", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:showcase")
    here.pick("seller", "pl")
    here.pick("seller", r"po:\d+:open")
    here.pick("seller", r"pm:")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:showcase")
    for act, name in (
        ("pin", "seller-front-pinned"),
        ("rule", "seller-front-rule"),
        ("bare", "seller-front-rule-chosen"),
    ):
        here.pick("seller", f"pf:{act}")
        here.shot(name, "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:showcase")
    here.pick("seller", "pf:unpin")
    here.shot("seller-front-unpinned", "seller")
    here.pick("seller", "pc")
    here.shot("seller-collection", "seller")
    here.press("seller", "🖼", 0)
    here.press("seller", "🖼", 1)
    here.shot("seller-collection-picked", "seller")
    here.press("seller", "➡️")
    here.shot("seller-collection-when", "seller")
    here.press("seller", "⬅️")
    here.pick("seller", r"po:\d+:cancel")
    here.shot("seller-collection-dropped", "seller")


def channels(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "xl")
    here.shot("seller-channels", "seller")
    here.press("seller", "➕")
    here.shot("seller-channel-kind", "seller")
    here.pick("seller", "xn:website")
    here.shot("seller-channel-code", "seller", messages=2)
    here.say("seller", "mysite")
    here.shot("seller-channel-key", "seller", messages=2)
    here.pick("seller", r"xc:\d+:wipe")
    here.shot("seller-channel", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "xl")
    here.press("seller", "🔗 mysite")
    here.shot("seller-channel-open", "seller")
    here.pick("seller", r"xc:\d+:hook")
    here.shot("seller-channel-hook", "seller", messages=2)
    here.say("seller", NOWHERE)
    here.shot("seller-channel-hooked", "seller")
    here.pick("seller", r"xc:\d+:key")
    here.shot("seller-channel-key-sure", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "xl")
    here.press("seller", "🔗 mysite")
    here.pick("seller", r"xc:\d+:off")
    here.shot("seller-channel-off-sure", "seller")
    here.say("seller", "/why W-0017")
    here.pick("seller", r"w:")
    here.pick("seller", r"xw:")
    here.shot("seller-work-channels", "seller")
    here.pick("seller", r"xo:")
    here.shot("seller-work-channel", "seller")
    here.pick("seller", r"xo:\d+:\d+:price")
    here.shot("seller-work-channel-price", "seller", messages=2)
    here.say("seller", "2500")
    here.shot("seller-work-channel-priced", "seller")


def places(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:places")
    here.pick("seller", r"sp:\d*:add")
    here.shot("seller-place-add", "seller", messages=2)
    here.say("seller", PLACE[here.language])
    here.shot("seller-place-added", "seller")
    here.pick("seller", r"sp:\d+:hours")
    here.shot("seller-place-hours", "seller", messages=2)
    here.say("seller", HOURS[here.language])
    here.shot("seller-place-hours-read", "seller")
    here.pick("seller", r"sp:\d+:hours_yes")
    here.shot("seller-place-hours-set", "seller")
    here.pick("seller", r"sp:\d+:contact")
    here.shot("seller-place-contact", "seller")
    here.press("seller", "🧭")
    here.shot("seller-place-way", "seller", messages=2)
    here.say("seller", {"ru": "Вход со двора", "en": "Through the yard", "pl": "Wejście z podwórza"}[here.language])
    here.press("seller", "🚚")
    here.shot("seller-place-days", "seller", messages=2)
    here.say("seller", "1–2")
    here.shot("seller-place-told", "seller")
    here.press("seller", "🌐")
    here.press("seller", "🌐")
    here.shot("seller-place-language", "seller", messages=2)
    here.say("seller", "The shop; 5 Pryazhka; through the yard")
    here.shot("seller-place-languages", "seller")
    here.press("seller", "⬅️")
    here.pick("seller", r"sp:\d+:close")
    here.shot("seller-place-close", "seller")


def ways(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:delivery")
    here.pick("seller", r"k\w*:.*courier|.*:courier")
    here.shot("seller-way-new", "seller", messages=2)
    here.say("seller", WAY[here.language])
    here.shot("seller-way-added", "seller")
    here.press("seller", "✏️")
    here.shot("seller-way-edit", "seller", messages=2)
    here.say("seller", "-")
    for label, name in (("🙈", "seller-way-off"), ("🗑", "seller-way-give-up")):
        here.press("seller", label)
        here.shot(name, "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:delivery")
    here.press("seller", "⏳")
    here.shot("seller-quote-time", "seller", messages=2)
    here.say("seller", "24")


def refused(here: Walk) -> None:
    here.open_card(7)
    here.press("buyer", "⚡")
    here.press("buyer", "📦")
    here.say("buyer", "190000, Санкт-Петербург, Невский, 1, Анна")
    if not here._offers("📨"):
        here.say("buyer", "+7 921 555-12-34")
    here.pick("buyer", "ka:")
    here.shot("delivery-address-change", messages=2)
    here.say("buyer", "190000, Санкт-Петербург, Невский проспект, 2, Анна")
    here.press("buyer", "📨")
    here.told("seller", "📨")
    here.press("seller", "❌")
    here.shot("seller-refuse-sure", "seller")
    here.press("seller", "❌")
    here.shot("seller-refuse-done", "seller")
    time.sleep(2)
    here.settle()
    here.shot("delivery-refused")


def drafts(here: Walk) -> None:
    here.send_photo(CAPTIONS[here.language], "copper-field")
    here.pick("seller", r"d:\d+:edit")
    here.pick("seller", r"d:\d+:again")
    here.shot("seller-preview-again", "seller")
    here.pick("seller", r"d:\d+:drop")
    here.shot("seller-dropped", "seller")
    here.say("seller", "/why W-0014")
    here.pick("seller", r"w:")
    for act, name in (("title", "seller-title"), ("care", "seller-care")):
        here.pick("seller", rf"wa:\d+:{act}")
        here.shot(f"{name}-question", "seller", messages=2)
        here.say("seller", "-")
    here.pick("seller", r"wa:\d+:(un)?certify")
    here.shot("seller-certificate", "seller")
    here.pick("seller", r"wa:\d+:why")
    here.shot("seller-why-pressed", "seller")
    for command in ("stock", "sold", "hold", "why"):
        here.say("seller", f"/{command}")
        here.say("seller", {"stock": "W-0017 9", "sold": "W-0017", "hold": "W-0017 2", "why": "W-0017"}[command])
        here.shot(f"seller-{command}-typed", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "D")
    here.shot("seller-desk-pressed", "seller")


def files(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "fo:0")
    here.shot("seller-import", "seller")
    rows = "sku;title;price;count\nW-0017;;2900;\n;Vase;9800;3\nW-0777;;100;1\n"
    here.send_file(rows.encode(), "works.csv")
    here.shot("seller-import-card", "seller")
    here.pick("seller", r"im:\d+:apply")
    here.shot("seller-import-done", "seller")
    here.pick("seller", r"im:\d+:undo")
    here.shot("seller-import-undo-sure", "seller")
    here.pick("seller", r"im:\d+:undo:\d+:1")
    here.shot("seller-import-undone", "seller")
    here.send_file(b"price\n1\n", "bad.csv")
    here.shot("seller-import-refused", "seller", messages=2)
    here.send_file(rows.encode(), "works.csv")
    here.pick("seller", r"im:\d+:drop")
    here.shot("seller-import-dropped", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "fo:1")
    here.shot("seller-export", "seller")
    here.pick("seller", "ex:orders")
    here.shot("seller-export-file", "seller", messages=2)


def own_data(here: Walk) -> None:
    here.start()
    here.pick("buyer", "i:")
    here.shot("info")
    here.say("buyer", "/privacy")
    here.pick("buyer", "de")
    here.shot("data-files", messages=2)
    here.say("buyer", "/privacy")
    here.pick("buyer", "dx:")
    here.shot("data-erase-sure")


def elsewhere(here: Walk) -> None:
    """In a group, and in any chat."""
    state = here.state()
    group = next((chat for chat in state.get("groups", [state.get("group")]) if chat), None)
    if group is not None:
        for command in ("start", "help", "catalog", "search"):
            here.post("act", user_id=here.who("buyer"), do="text", text=f"/{command}", chat_id=group["id"])
            here.settle()
        here.tab("group")
    here.tab("buyer")
    here.post("act", user_id=here.who("buyer"), do="inline", text="")
    time.sleep(1.5)
    here.whole("inline")
    here.post("act", user_id=SELLER, do="inline", text="#")
    time.sleep(1)
    here.be(here.person)


def reckoning(here: Walk) -> None:
    """A sale over the counter and an order, seen as figures, as a picture and as a table."""
    here.say("seller", "/desk")
    here.press("seller", "🎪")
    here.press("seller", "📍")
    here.pick("seller", "tw:")
    here.press("seller", "💵")
    here.say("seller", "/figures")
    here.shot("seller-figures-month", "seller")
    here.press("seller", "📈")
    here.shot("seller-figures-chart", "seller")
    here.say("seller", "/figures")
    here.press("seller", "📤")
    here.shot("seller-figures-table", "seller")
    here.say("seller", "/figures")
    here.pick("seller", "fg:open:y")
    here.shot("seller-figures-year", "seller")


def till(here: Walk) -> None:
    here.say("seller", "/desk")
    here.press("seller", "🎪")
    here.shot("seller-till-places", "seller")
    here.press("seller", "📍")
    here.shot("seller-till", "seller")
    here.pick("seller", "tf:")
    here.shot("seller-till-find", "seller", messages=2)
    here.say("seller", "W-0017")
    here.shot("seller-till-found", "seller")
    here.pick("seller", "tw:")
    here.shot("seller-till-work", "seller")
    here.press("seller", "💵")
    here.shot("seller-till-sold", "seller")
    here.pick("seller", "tu:")
    here.shot("seller-till-undone", "seller")
    here.press("seller", "🎪")
    here.pick("seller", "tw:")
    here.pick("seller", "tc:")
    here.shot("seller-till-price", "seller", messages=2)
    here.say("seller", "10%")
    here.shot("seller-till-priced", "seller")
    here.pick("seller", "tr:")
    here.press("seller", "🎪")
    here.shot("seller-till-later", "seller")
    here.pick("seller", "tg")


def rounds(here: Walk) -> None:
    """Several orders at once, orders by words, pieces by hand."""
    for number in (17, 19):
        here.open_card(number)
        here.press("buyer", "⚡")
        here.check_out()
        here.press("buyer", "🤝")
    here.say("seller", "/board")
    here.pick("seller", "ds")
    here.shot("seller-board-find", "seller", messages=2)
    here.say("seller", "Anna")
    here.shot("seller-board-found", "seller")
    here.say("seller", "/board")
    here.pick("seller", "B:accepted")
    here.pick("seller", "dm")
    here.shot("seller-several", "seller")
    here.pick("seller", "dt")
    here.shot("seller-several-ticked", "seller")
    here.say("seller", "/why W-0019")
    here.pick("seller", r"w:")
    here.press("seller", "📉")
    here.shot("seller-low", "seller", messages=2)
    here.say("seller", "50")
    here.shot("seller-low-set", "seller")
    here.press("seller", "🧹")
    here.shot("seller-write-off", "seller", messages=2)
    here.say("seller", {"ru": "1 скол", "en": "1 chipped", "pl": "1 obite"}[here.language])
    here.shot("seller-written-off", "seller")
    here.say("seller", "/why W-0017")
    here.pick("seller", r"w:")
    here.press("seller", "📉")
    here.say("seller", "50")
    here.sell("fair", "X-404")
    here.sell("fair", "X-405")
    here.say("seller", "/desk")
    here.shot("seller-desk-full", "seller")
    here.pick("seller", "dk:low")
    here.shot("seller-pile", "seller")
    here.say("seller", "/desk")
    here.pick("seller", "dk:conflicts")
    here.shot("seller-pile-unknown", "seller")
    here.pick("seller", "do:")
    here.shot("seller-conflict-unknown", "seller")
    here.pick("seller", "dc:")
    here.shot("seller-pile-closed", "seller")


def corners(here: Walk) -> None:
    """What the other stories pass by."""
    here.open_card(17)
    here.press("buyer", "⚡")
    here.press("buyer", "📍")
    here.say("buyer", "+7 921 555-12-34") if not here._offers("💳") else None
    here.pick("buyer", "kn:")
    here.pick("buyer", "kg:")
    here.shot("checkout-back")
    here.pick("buyer", "xp:")
    here.shot("other-phone", messages=2)
    here.say("buyer", "+7 921 555-12-35")
    here.press("buyer", "💳")
    here.link()
    here.pick("buyer", "kc:")
    here.shot("payment-checked")
    here.press("buyer", "❌")
    here.say("seller", "/start h_AAAAAAAAAAAAAAAAAAAAAA")
    here.shot("seller-scanned-unknown", "seller", messages=2)
    here.open_card(14)
    here.pick("buyer", "qa:")
    photo = (ROOT / "bot/partners/pretend/sample_shop/pictures/lemons.jpg").read_bytes()
    fields = {"user_id": str(here.who("buyer")), "caption": "?"}
    here.http.post("/demo/attach", data=fields, files={"files": ("photo.jpg", photo)}).raise_for_status()
    here.settle()
    here.told("seller", "💬")
    asked = here.state()["seller"]["messages"][-1]["message_id"]
    here.post("act", user_id=SELLER, do="text", text="OK", reply_to=asked)
    here.settle()
    here.shot("seller-replied", "seller", messages=2)
    here.told("buyer", "💬")
    answer = here.state()["buyer"]["messages"][-1]["message_id"]
    here.post("act", user_id=here.who("buyer"), do="text", text="!", reply_to=answer)
    here.settle()
    here.shot("replied", messages=2)
    here.say("seller", "/desk")
    here.pick("seller", "qt:")
    here.pick("seller", "Q:")
    here.shot("seller-questions", "seller")
    here.pick("seller", "qt:")
    if _has(here, r"qt:\d+:files", "seller"):
        here.pick("seller", r"qt:\d+:files")
        here.shot("seller-talk-files", "seller", messages=2)
    here.say("seller", "/board")
    here.press("seller", "📦")
    here.pick("seller", r"so:\d+:talk")
    here.shot("seller-order-talk", "seller")
    here.say("seller", "/why W-0014")
    here.pick("seller", r"w:")
    here.pick("seller", r"wa:\d+:category")
    here.pick("seller", r"wc:\d+:0")
    here.say("seller", {"ru": "Линогравюры", "en": "Linocuts", "pl": "Linoryty"}[here.language])
    here.shot("seller-category-new", "seller")
    here.send_photo(CAPTIONS[here.language], "copper-field")
    preview = here.state()["seller"]["messages"][-1]["message_id"]
    here.post("act", user_id=SELLER, do="text", text="17 000", reply_to=preview)
    here.settle()
    here.shot("seller-corrected-by-reply", "seller")


def crew(here: Walk) -> None:
    """Somebody is invited, comes, becomes something else and goes."""
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "👥")
    here.shot("seller-staff-nobody", "seller")
    here.press("seller", "➕")
    here.shot("seller-staff-roles", "seller")
    here.pick("seller", "vi:packer")
    here.shot("seller-staff-link", "seller")
    found = re.search(r"start=(j_[A-Za-z0-9]+)", here.newest("seller"))
    assert found is not None
    here.be("Boris")
    here.start(found[1])
    here.shot("staff-joined")
    here.say("buyer", "/desk")
    here.shot("staff-desk")
    here.say("buyer", "/stock W-0017 5")
    here.shot("staff-not-yours")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "👥")
    here.shot("seller-staff", "seller")
    here.press("seller", "📦 Boris")
    here.shot("seller-staff-member", "seller")
    here.pick("seller", r"va:\d+:role:viewer")
    here.pick("seller", r"va:\d+:ask")
    here.shot("seller-staff-sure", "seller")
    here.pick("seller", r"va:\d+:go")
    here.shot("seller-staff-gone", "seller")
    here.be("Anna")


def decided(here: Walk) -> None:
    """Paid here and sold elsewhere: the seller has one more, cancels there, refunds here, or says nothing."""
    _torn(here)
    here.shot("seller-conflict-card", "seller")
    here.pick("seller", r"da:\d+:more")
    here.shot("seller-conflict-more", "seller")
    _torn(here)
    here.pick("seller", r"da:\d+:there")
    here.shot("seller-conflict-cancelled-there", "seller")
    _torn(here)
    here.say("seller", "/desk")
    here.pick("seller", r"do:\d+")
    here.shot("seller-conflict-from-desk", "seller")
    here.pick("seller", r"da:\d+:back")
    here.shot("seller-conflict-sure", "seller")
    here.pick("seller", r"da:\d+:back:\d+:\d+:1")
    here.shot("seller-conflict-refunded", "seller")
    here.told("buyer", "💸")
    here.shot("sold-twice", messages=2)
    _torn(here)
    here.later(24 * 60 + 1)
    here.shot("seller-conflict-overdue", "seller", messages=2)
    here.pick("seller", r"da:\d+:more")
    here.shot("seller-conflict-too-late", "seller")
    here.say("seller", "/stock W-0017 40")


def _torn(here: Walk) -> None:
    """One print is left, is paid for here, and is sold on the marketplace then."""
    sku = "W-0017"
    here.say("seller", f"/stock {sku} 40")
    spare = next(int(work["available"]) for work in here.state()["panel"]["works"] if work["sku"] == sku)
    here.say("seller", f"/stock {sku} {41 - spare}")
    here.open_card(17)
    here.press("buyer", "⚡")
    here.check_out()
    here.pay_now()
    here.sell("marketplace", sku)
    here.told("seller", "⚠️")


def books(here: Walk) -> None:
    """What was changed stands in the journal, and the last thing is taken back."""
    here.say("seller", "/why W-0017")
    here.pick("seller", r"w:")
    here.press("seller", "✏️")
    here.say("seller", "2600")
    here.shot("seller-undo-offered", "seller")
    here.press("seller", "↩️")
    here.shot("seller-undone", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "📓")
    here.shot("seller-journal", "seller")
    here.press("seller", "🔎")
    here.shot("seller-journal-sift", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.pick("seller", "S:places")
    here.pick("seller", r"sp:\d*:add")
    here.say("seller", PLACE[here.language])
    here.pick("seller", r"sp:\d+:close")
    here.pick("seller", r"sp:\d+:close:1")
    here.shot("seller-place-closed", "seller")
    here.press("seller", "↩️")
    here.shot("seller-place-back", "seller")


def earnings(here: Walk) -> None:
    """What a work cost and what is taken of a sale; what is left stands in the figures."""
    here.say("seller", "/why W-0017")
    here.pick("seller", r"w:")
    here.pick("seller", r"wa:\d+:cost")
    here.shot("seller-cost-asked", "seller")
    here.say("seller", "900")
    here.shot("seller-cost-on-card", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.shot("seller-settings-fees", "seller")
    here.press("seller", "💸")
    here.pick("seller", "fe:cash")
    here.shot("seller-fee-asked", "seller")
    here.say("seller", "1,5" if here.language != "en" else "1.5")
    here.shot("seller-fees", "seller")
    here.sell("fair", "W-0018")
    here.say("seller", "/desk")
    here.press("seller", "🎪")
    here.press("seller", "📍")
    here.pick("seller", "tf:")
    here.say("seller", "W-0017")
    here.pick("seller", "tw:")
    here.press("seller", "💵")
    here.say("seller", "/figures")
    here.shot("seller-profit", "seller")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "📓")
    here.shot("seller-journal-costs", "seller")


STORIES: Final = (
    earnings,
    wishing,
    cart_corners,
    searching,
    points,
    invoice,
    talking,
    returning,
    ordering,
    posting,
    channels,
    places,
    ways,
    refused,
    drafts,
    files,
    own_data,
    till,
    rounds,
    crew,
    books,
    corners,
    elsewhere,
    decided,
    uncollected,
    reckoning,
)
