"""Which way leads past the screens of pieces on the move: to another place, to a fair and home?"""

from typing import Final

from tests.browser.walking import Walk


def fair(here: Walk) -> None:
    """A work to another place; many to a fair, sold from there, home again, and what it has brought."""
    here.say("seller", "/why W-0017")
    here.pick("seller", r"w:")
    here.press("seller", "➡️")
    here.shot("seller-move-where", "seller")
    here.pick("seller", "mv:")
    here.shot("seller-move-how-many", "seller")
    here.pick("seller", "md:")
    here.shot("seller-moved", "seller")
    here.say("seller", "/desk")
    here.press("seller", "🏷")
    here.pick("seller", "fz:")
    here.shot("seller-fairs", "seller")
    here.pick("seller", "fk:")
    here.shot("seller-fair-pack", "seller")
    here.pick("seller", "ft:")
    here.pick("seller", "fw:")
    here.shot("seller-fair-ticked", "seller")
    here.pick("seller", r"fm:\d+:0")
    here.shot("seller-fair-from", "seller")
    here.press("seller", "⬅️")
    here.pick("seller", "fy:")
    here.shot("seller-fair-taken", "seller")
    here.press("seller", "🎪")
    here.shot("seller-fair-till", "seller")
    for _ in range(2):
        here.pick("seller", "tw:")
        here.pick("seller", "tp:")
        here.shot("seller-fair-sold", "seller")
        here.press("seller", "🎪")
    here.pick("seller", "fh:")
    here.shot("seller-fair", "seller")
    here.pick("seller", "fj:")
    here.shot("seller-fair-home", "seller")
    here.press("seller", "⬅️")
    here.shot("seller-fairs-past", "seller")
    here.pick("seller", "fr:")
    here.shot("seller-fair-report", "seller")


def counting(here: Walk) -> None:
    """A place card by card: as expected, fewer, typed, left for later; the differences, and what they change."""
    here.say("seller", "/desk")
    here.press("seller", "🏷")
    here.press("seller", "📋")
    here.shot("seller-count-where", "seller")
    here.pick("seller", "ns:")
    here.shot("seller-count-card", "seller")
    here.pick("seller", "nw:")
    here.pick("seller", "nl:")
    here.shot("seller-count-fewer", "seller")
    here.pick("seller", "nw:")
    here.say("seller", "3")
    here.pick("seller", "nt:")
    here.press("seller", "◀️")
    here.shot("seller-count-back", "seller")
    here.pick("seller", "ne:")
    here.shot("seller-count-outcome", "seller")
    here.pick("seller", "nd:")
    here.shot("seller-count-drop", "seller")
    here.press("seller", "⬅️")
    here.pick("seller", "na:")
    here.shot("seller-count-applied", "seller")


STORIES: Final = (fair, counting)
