"""What does every screen look like? Walks the demo shop in a real browser and photographs buyer's and seller's screens.

    uv run python tests/browser/screens.py OUT_FOLDER [--languages ru,en,pl] [--only STORY,…] [--readme]

Files are called `<language>-<nn>-<name>.png`. What is visibly wrong with a screen is printed: labels in two lines,
one-letter words at the end of a line, raw keys; and every handler of the bot that no story has led to, so that a new
screen is not forgotten. `--readme` takes the pictures of README.md and README.ru.md instead.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser import more_stories, stock_stories, stories
from tests.browser.stories import CAPTIONS
from tests.browser.walking import ARGUMENTS, CHROMIUM, HOUSE_FONT, PHONE, ROOT, Walk, demo

STORIES: Final[tuple[Callable[[Walk], None], ...]] = (
    stories.looking,
    stories.cart,
    stories.buying,
    stories.at_pickup,
    stories.delivered,
    stories.collected_instead,
    stories.endings,
    stories.asking,
    stories.putting_up,
    stories.keeping_stock,
    stories.settings,
    stories.figures,
    *more_stories.STORIES,
    *stock_stories.STORIES,
)
UNSEEN: Final = {
    "buyer.fallback.on_stale_button": "buttons of a kind that no longer exists",
    "buyer.catalogue.on_shelf": "buttons from before shelves could be leafed through",
    "seller.returns.on_how": "as with the place's button, in the seller's own words",
    "buyer.inline.on_own": "one's own card shared into the bot's chat shows nothing",
    "buyer.delivery.on_no_address": "a picture instead of an address: the question once more",
    "seller.board.on_look": "a payment that does not match its order; the pretend provider makes none",
    "seller.channels.on_resume": "a paused webhook, after two days of failures",
    "seller.delivery.on_no_track": "as with a tracking number, without it",
    "seller.stock.on_for_sale": "another channel has to take a sale back first",
    "seller.talk.on_album": "the second photo of an answer shows nothing of its own",
    "seller.talk.on_held": "two sellers answer at once; the demo has one",
    "buyer.checkout.on_email": "asked only where receipts are sent; the demo sends none",
    "dispatcher.on_left": "whoever blocks the bot sees nothing",
    "dispatcher.on_joined": "as above, coming back",
}
"""Handlers without a screen of their own in the demo, and why."""


def walk(here: Walk, only: set[str]) -> None:
    """Every screen in one language."""
    for story in STORIES:
        if not only or story.__name__ in only:
            with here.part(story.__name__):
                story(here)


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


def unmet(met: Path) -> list[str]:
    """Handlers that no story has led to."""
    lines = met.read_text("utf-8").splitlines()
    known = {line.removeprefix("?") for line in lines if line.startswith("?")}
    return sorted(known - set(lines) - set(UNSEEN))


def main() -> int:
    asked = argparse.ArgumentParser(description="Pictures of every screen, from the demo shop.")
    asked.add_argument("folder", type=Path, nargs="?", default=Path("screens"))
    asked.add_argument("--languages", default="ru,en,pl")
    asked.add_argument("--only", default="", help="names of stories")
    asked.add_argument("--readme", action="store_true", help="docs/pictures instead")
    given = asked.parse_args()
    folder: Path = Path(tempfile.mkdtemp()) if given.readme else given.folder
    folder.mkdir(parents=True, exist_ok=True)
    only = {name for name in given.only.split(",") if name}
    languages = ["en", "ru"] if given.readme else given.languages.split(",")
    failures: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for language in languages:
            met = Path(tempfile.mkdtemp()) / "met.txt"
            with demo(language, met) as address:
                context = browser.new_context(
                    viewport={"width": PHONE[0], "height": PHONE[1]}, bypass_csp=True, has_touch=True, is_mobile=False
                )
                page = context.new_page()
                page.set_default_timeout(15_000)
                here = Walk(page, address, language, folder)
                with here.part("all"):
                    readme(here, browser) if given.readme else walk(here, only)
                context.close()
                print(f"{language}: {here.taken} pictures", *here.findings, *here.failures, sep="\n  ", flush=True)  # noqa: T201
                failures += here.failures
            print("  not walked:", *unmet(met), sep="\n    ", flush=True)  # noqa: T201
        browser.close()
    if given.readme:
        shrink(folder, ROOT / "docs" / "pictures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
