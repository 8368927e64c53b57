"""What does one do in the demo shop to see its screens? A page, the people in it, and the pictures taken."""

import contextlib
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
from zoneinfo import ZoneInfo

import httpx
from playwright.sync_api import Page

from bot.basics.clock import SystemClock

ROOT: Final = Path(__file__).resolve().parents[2]
CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
SELLER: Final = 1001
SHOP_ZONE: Final = ZoneInfo("Europe/Moscow")
PHONE: Final = (390, 844)
TALLEST: Final = 2600
BOOT_S: Final = 90
QUIET_S: Final = 0.45
HOUSE_FONT: Final = """
:root { font-family: Inter, Roboto, "Segoe UI", "Noto Sans", "DejaVu Sans Condensed", sans-serif !important }
* { transition: none !important; animation: none !important } .jump, .message-more { display: none !important }
"""
"""A font as wide as a phone's: DejaVu, which bare machines have, is a tenth wider."""
WATCHED: Final = Path(__file__).with_name("watched.py")
LOOK: Final = (Path(__file__).with_name("look.js")).read_text("utf-8")
"""Gives back what is visibly wrong in a pane."""
State = dict[str, Any]


@contextlib.contextmanager
def demo(language: str, met: Path) -> Iterator[str]:
    """`vernissage demo` in an empty directory, its showcase in that language; its address.

    `met`: a file for the handlers that it runs.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"} | {
        "PYTHONPATH": str(ROOT),
        "SHOP_LANGUAGE": language,
    }
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen(
            [sys.executable, str(WATCHED), str(met), str(port)], cwd=folder, env=own, stdout=subprocess.PIPE
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _await_works(address, time.monotonic() + BOOT_S)
            _wake(address)
            yield address
        finally:
            program.terminate()
            program.wait(20)


def _wake(address: str) -> None:
    """In the morning of the shop's next day where it is night there: at night nobody is told what can wait."""
    hour = SystemClock().now().astimezone(SHOP_ZONE).hour
    if not 10 <= hour < 18:
        httpx.post(f"{address}/demo/clock", json={"seconds": (34 - hour) % 24 * 3600}, timeout=30).raise_for_status()


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

    def pick(self, pane: str, pattern: str) -> None:
        """Press the newest button whose data matches."""
        for _ in range(8):
            for message in reversed(self.state()[pane]["messages"]):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for key in row:
                        if re.match(pattern, key.get("callback_data", "")):
                            self.tap(pane, message, key["callback_data"])
                            return
            time.sleep(0.4)
        raise LookupError(f"no button for {pattern!r} in {pane}")

    def tap(self, pane: str, message: State, data: str) -> None:
        chat = message["chat"]["id"]
        self.post("act", user_id=self.who(pane), do="press", chat_id=chat, message_id=message["message_id"], text=data)
        self.settle()

    def send_photo(self, caption: str, picture: str = "neva-sunset") -> None:
        photo = (ROOT / f"bot/partners/pretend/sample_shop/pictures/{picture}.jpg").read_bytes()
        fields = {"user_id": str(SELLER), "caption": caption}
        self.http.post("/demo/attach", data=fields, files={"files": ("photo.jpg", photo)}).raise_for_status()
        self.settle()

    def send_file(self, data: bytes, name: str, *, pane: str = "seller") -> None:
        fields = {"user_id": str(self.who(pane)), "caption": "", "as_files": "true"}
        self.http.post("/demo/attach", data=fields, files={"files": (name, data)}).raise_for_status()
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

    def address_of(self, begin: str) -> str:
        """Of the newest message with an address that begins so, as soon as it is there."""
        for _ in range(60):
            for message in reversed(self.state()["buyer"]["messages"]):
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                if urls := [key["url"] for row in rows for key in row if key.get("url", "").startswith(begin)]:
                    return str(urls[0])
            time.sleep(0.25)
        raise LookupError(f"no address {begin!r}")

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
