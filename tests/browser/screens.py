"""What does every screen look like? Walks the demo shop in a real browser and photographs buyer's and seller's screens.

    uv run python tests/browser/screens.py OUT_FOLDER [--languages ru,en,pl] [--readme]

Files are called `<language>-<nn>-<name>.png`. What is visibly wrong with a screen is printed: labels in two lines,
one-letter words at the end of a line, raw keys. `--readme` takes the pictures of README.md and README.ru.md instead.
"""

import argparse
import contextlib
import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parents[2]
CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
SELLER: Final = 1001
PHONE: Final = (390, 844)
TALLEST: Final = 2600
BOOT_S: Final = 90
QUIET_S: Final = 0.45
HOUSE_FONT: Final = """
:root { font-family: Inter, Roboto, "Segoe UI", "Noto Sans", "DejaVu Sans Condensed", sans-serif !important }
* { transition: none !important; animation: none !important } .jump, .message-more { display: none !important }
"""
"""A font as wide as a phone's: DejaVu, which bare machines have, is a tenth wider."""
LOOK: Final = (Path(__file__).with_name("look.js")).read_text("utf-8")
"""Gives back what is visibly wrong in a pane."""
State = dict[str, Any]


@contextlib.contextmanager
def demo(language: str) -> Iterator[str]:
    """`vernissage demo` in an empty directory, its showcase in that language; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"} | {
        "PYTHONPATH": str(ROOT),
        "SHOP_LANGUAGE": language,
    }
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--port", str(port)], cwd=folder, env=own, stdout=subprocess.PIPE
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _await_works(address, time.monotonic() + BOOT_S)
            yield address
        finally:
            program.terminate()
            program.wait(20)


def _await_works(address: str, until: float) -> None:
    while time.monotonic() < until:
        with contextlib.suppress(httpx.HTTPError):
            state = httpx.get(f"{address}/demo/state", params={"as": "Nobody"}).json()
            posts = state["showcase"]["messages"]
            if len(state["panel"]["works"]) >= 20 and len(posts) >= 9:
                return
        time.sleep(0.5)
    raise TimeoutError("the demo did not begin")


@dataclass
class Walk:
    """One page, the people in it, and the pictures taken."""

    page: Page
    address: str
    language: str
    folder: Path
    taken: int = 0
    person: str = "Anna"
    findings: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.http = httpx.Client(base_url=self.address, timeout=30)
        self.post("act", user_id=SELLER, do="language", text=self.language)
        self.be("Anna")
        self.say("seller", "/language")
        self.press("seller", "🌐", ("ru", "en", "pl").index(self.language))

    # -- what people do

    def be(self, name: str) -> None:
        self.person = name
        self.page.goto(f"{self.address}/demo?as={name}&lang={self.language}")
        self.page.wait_for_selector("body.ready")
        self.page.add_style_tag(content=HOUSE_FONT)

    def post(self, what: str, **fields: Any) -> State:
        answer = self.http.post(f"/demo/{what}", json=fields)
        answer.raise_for_status()
        done: State = answer.json()
        return done

    def state(self) -> State:
        state: State = self.http.get("/demo/state", params={"as": self.person}).json()
        return state

    def who(self, pane: str) -> int:
        return SELLER if pane == "seller" else int(self.state()["buyer"]["id"])

    def settle(self, patience: float = 8) -> None:
        """Until nothing in any chat has changed for a moment."""
        until, before, since = time.monotonic() + patience, "", time.monotonic()
        while time.monotonic() < until:
            state = self.state()
            now = repr([state[pane] for pane in ("showcase", "buyer", "seller")])
            if now != before:
                before, since = now, time.monotonic()
            elif time.monotonic() - since > QUIET_S:
                return
            time.sleep(0.12)

    def say(self, pane: str, text: str) -> None:
        self.post("act", user_id=self.who(pane), do="text", text=text)
        self.settle()

    def start(self, payload: str = "") -> None:
        self.post("act", user_id=self.who("buyer"), do="start", text=payload)
        self.settle()

    def find(self, pane: str, begin: str, nth: int = 0, *, patient: bool = False) -> tuple[State, State]:
        """The newest message with a button that begins so, and its nth such button."""
        for _ in range(8 if patient else 1):
            for message in reversed(self.state()[pane]["messages"]):
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                found = [each for row in rows for each in row if each["text"].startswith(begin)]
                if len(found) > nth:
                    return message, found[nth]
            time.sleep(0.4 if patient else 0)
        raise LookupError(f"no button {begin!r} in {pane}")

    def press(self, pane: str, begin: str, nth: int = 0) -> None:
        message, key = self.find(pane, begin, nth, patient=True)
        if "url" in key:
            self.start(key["url"].partition("start=")[2])
            return
        self.tap(pane, message, key["callback_data"])

    def tap(self, pane: str, message: State, data: str) -> None:
        chat = message["chat"]["id"]
        self.post("act", user_id=self.who(pane), do="press", chat_id=chat, message_id=message["message_id"], text=data)
        self.settle()

    def send_photo(self, caption: str, picture: str = "neva-sunset") -> None:
        photo = (ROOT / f"bot/partners/pretend/sample_shop/pictures/{picture}.jpg").read_bytes()
        fields = {"user_id": str(SELLER), "caption": caption}
        self.http.post("/demo/attach", data=fields, files={"files": ("photo.jpg", photo)}).raise_for_status()
        self.settle()

    def sell(self, place: str, sku: str) -> None:
        self.post("sales", place=place, sku=sku)
        time.sleep(2)
        self.settle()

    def later(self, minutes: float) -> None:
        self.post("clock", seconds=minutes * 60)
        time.sleep(2)
        self.settle()

    def work(self, at: int) -> State:
        """A work by its place in the panel, the newest first."""
        found: State = self.state()["panel"]["works"][at]
        return found

    def open_card(self, number: int) -> None:
        self.start(f"p_{number}")

    def newest(self, pane: str) -> str:
        message = self.state()[pane]["messages"][-1]
        return str(message.get("text") or message.get("caption") or "")

    def told(self, pane: str, words: str) -> None:
        """Until a message says so."""
        for _ in range(40):
            if words in self.newest(pane):
                return
            time.sleep(0.25)
        raise LookupError(f"nobody says {words!r} in {pane}")

    def check_out(self, place: int = 0) -> None:
        """From the place to the ways to pay."""
        self.press("buyer", "📍", place)
        if place:
            self.press("buyer", "🕒")
        elif not self._offers("💳"):
            self.say("buyer", "+7 921 555-12-34")

    def _offers(self, begin: str) -> bool:
        with contextlib.suppress(LookupError):
            newest: int = self.state()["buyer"]["messages"][-1]["message_id"]
            return newest <= int(self.find("buyer", begin)[0]["message_id"])
        return False

    def pay_now(self) -> None:
        """Presses 💳 and pays at the provider's without looking; waits until the seller has heard of it."""
        before = self._alerts()
        self.press("buyer", "💳")
        self.http.post(f"{self.link()}/pay", follow_redirects=True).raise_for_status()
        for _ in range(80):
            if self._alerts() > before:
                break
            time.sleep(0.25)
        self.settle()

    def _alerts(self) -> int:
        """How many new orders the seller has been told of."""
        return sum(str(each.get("text")).startswith("🆕") for each in self.state()["seller"]["messages"])

    def link(self) -> str:
        """Of the newest payment, as soon as it is there."""
        for _ in range(60):
            with contextlib.suppress(LookupError):
                newest, _check = self.find("buyer", "🔄")
                rows = newest["reply_markup"]["inline_keyboard"]
                if urls := [key["url"] for row in rows for key in row if "url" in key]:
                    return str(urls[0])
            time.sleep(0.25)
        raise LookupError("no link to pay")

    # -- what is seen

    def tab(self, pane: str) -> None:
        tab = self.page.locator(f".tab[data-pane={pane}]")
        if tab.is_visible():
            tab.click()

    def shot(self, name: str, pane: str = "buyer", messages: int = 1) -> None:
        """The end of a chat, as high as its newest messages need."""
        if self.page.locator("dialog[open]").count():
            self.whole(f"{name}-alert")
            self.page.evaluate("document.querySelectorAll('dialog').forEach(dialog => dialog.close())")
        self.taken += 1
        self.tab(pane)
        self.page.wait_for_timeout(250)
        width, height = PHONE
        needed = self.page.evaluate(
            """([pane, count]) => {
              const all = [...document.querySelectorAll(`#${pane} .message`)].slice(-count);
              return all.reduce((sum, each) => sum + each.offsetHeight + 12, 0);
            }""",
            [pane, messages],
        )
        room = self.page.locator(f"#{pane} .scroll").evaluate("scroll => scroll.clientHeight")
        if needed > room:
            self.page.set_viewport_size({"width": width, "height": min(TALLEST, int(height + needed - room + 20))})
        self.page.evaluate(
            "pane => { const log = document.querySelector(`#${pane} .log`); log.scrollTop = 1e6; }", pane
        )
        self.page.wait_for_timeout(150)
        self._save(name, self.page.locator(f"#{pane}").screenshot())
        for finding in self.page.locator(f"#{pane}").evaluate(LOOK):
            line = f"{self.language} {pane}: {finding}"
            if line not in self.findings:
                self.findings.append(line)
        self.page.set_viewport_size({"width": width, "height": height})

    def whole(self, name: str) -> None:
        """Everything on the phone, whatever lies above."""
        self.taken += 1
        self.page.wait_for_timeout(400)
        self._save(name, self.page.screenshot())

    def _save(self, name: str, png: bytes) -> None:
        (self.folder / f"{self.language}-{self.taken:02}-{name}.png").write_bytes(png)

    @contextlib.contextmanager
    def part(self, name: str) -> Iterator[None]:
        """One story; if it breaks, the others are told all the same."""
        try:
            yield
        except Exception as broken:  # noqa: BLE001 - reported at the end
            self.failures.append(f"{self.language} {name}: {type(broken).__name__}: {str(broken)[:200]}")


# -- the stories -----------------------------------------------------------------------------------------------------


def walk(here: Walk) -> None:
    """Every screen in one language."""
    for story in (
        looking,
        cart,
        buying,
        at_pickup,
        delivered,
        endings,
        asking,
        putting_up,
        keeping_stock,
        settings,
        figures,
    ):
        with here.part(story.__name__):
            story(here)


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
    here.press("buyer", "📦 Почта")
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
    here.press("buyer", "✅")
    here.shot("delivery-received")
    here.say("seller", "/desk")
    here.press("seller", "⚙️")
    here.press("seller", "🚚")
    here.shot("seller-ways", "seller")
    here.press("seller", "🚚")
    here.shot("seller-way", "seller")


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


# -- the pictures of README ------------------------------------------------------------------------------------------


def readme(here: Walk, browser: Browser) -> None:
    """Six small pictures: a draft, the showcase, a card, a checkout, a code, the whole page."""
    here.send_photo(CAPTIONS[here.language], "copper-field")
    here.shot("draft", "seller")
    here.press("seller", "📣")
    here.shot("showcase", "showcase")
    here.start()
    here.open_card(24)
    here.shot("card")
    here.press("buyer", "⚡")
    here.press("buyer", "📍", 1)
    here.press("buyer", "🕒")
    here.shot("checkout")
    here.pay_now()
    here.press("seller", "👌")
    here.shot("ready", messages=2)
    page = browser.new_page(viewport={"width": 1440, "height": 860}, bypass_csp=True, color_scheme="light")
    page.goto(f"{here.address}/demo?as=Anna&lang={here.language}")
    page.wait_for_selector("body.ready")
    page.add_style_tag(content=HOUSE_FONT)
    page.wait_for_timeout(1200)
    here._save("demo", page.screenshot())
    page.close()


def shrink(folder: Path, pictures: Path) -> None:
    """PNG to WebP of 120 KB at most."""
    from PIL import Image

    pictures.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.png")):
        language, _, name = path.stem.split("-", 2)
        with Image.open(path) as image:
            for quality in range(86, 20, -6):
                made = io.BytesIO()
                image.convert("RGB").save(made, "WEBP", quality=quality, method=6)
                if made.tell() <= 120_000:
                    break
        (pictures / f"{name}.{language}.webp").write_bytes(made.getvalue())


def main() -> int:
    asked = argparse.ArgumentParser(description="Pictures of every screen, from the demo shop.")
    asked.add_argument("folder", type=Path, nargs="?", default=Path("screens"))
    asked.add_argument("--languages", default="ru,en,pl")
    asked.add_argument("--readme", action="store_true", help="docs/pictures instead")
    given = asked.parse_args()
    folder: Path = Path(tempfile.mkdtemp()) if given.readme else given.folder
    folder.mkdir(parents=True, exist_ok=True)
    languages = ["en", "ru"] if given.readme else given.languages.split(",")
    failures: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for language in languages:
            with demo(language) as address:
                context = browser.new_context(
                    viewport={"width": PHONE[0], "height": PHONE[1]}, bypass_csp=True, has_touch=True, is_mobile=False
                )
                page = context.new_page()
                page.set_default_timeout(15_000)
                here = Walk(page, address, language, folder)
                with here.part("all"):
                    readme(here, browser) if given.readme else walk(here)
                context.close()
                print(f"{language}: {here.taken} pictures", *here.findings, *here.failures, sep="\n  ", flush=True)  # noqa: T201
                failures += here.failures
        browser.close()
    if given.readme:
        shrink(folder, ROOT / "docs" / "pictures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
